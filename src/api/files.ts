/**
 * The static JSON API (`/api/v1/`): which files there are and what stands in them. The build
 * writes them (`src/publish/api.ts`), the pages that work in the browser read them.
 *
 * Rows have the columns of their tables' Table Schemas, without the editors' notes. Numbers that
 * were printed are strings, so that no digit is lost ("68.80"); what is not known is `null`.
 */
import type { Area, Row, Score, TableName } from '../dataset/tables/index.ts';

/** Path of the API, without base. */
export const API_ROOT = '/api/v1/';

/** Paths of the files below {@link API_ROOT}. */
export const API = {
  index: 'index.json',
  definitions: 'definitions.json',
  regions: 'regions.json',
  region: (code: string) => `regions/${code}.json`,
  indicator: (id: string) => `indicators/${id}.json`,
  pilots: 'pilots.json',
  sources: 'sources.json',
  /** The description of all of them. */
  openApi: 'openapi.json',
} as const;

/** A row as the API gives it: without the columns that are for editors only. */
export type Public<R> = Omit<R, 'note'>;

/** A printed figure, and whether it is the one that speaks for its area, indicator and year. */
export type ApiScore = Public<Score> & {
  readonly speaks: boolean;
  /** Permanent address of the printed figure. */
  readonly url: string;
};

/** Every file begins so. */
export interface ApiHead {
  /** Version of the data. */
  readonly edition: string;
  readonly licence: string;
  /** The page for people that tells the same. */
  readonly page: string;
}

/** What rules and words the figures follow: series, bands, criteria, stages. */
export interface DefinitionsFile extends ApiHead {
  readonly indicators: readonly Row<'indicators'>[];
  readonly bands: readonly Row<'bands'>[];
  readonly criteria: readonly Public<Row<'criteria'>>[];
  readonly stages: readonly Public<Row<'stages'>>[];
  readonly components: readonly Row<'components'>[];
}

/** Every area, provinces first among their own regions' codes. */
export interface RegionsFile extends ApiHead {
  readonly areas: readonly Area[];
}

/** Tables whose rows tell of one area. */
export const AREA_TABLES = [
  'decisions',
  'designations',
  'profile_facts',
  'complaint_ratings',
  'satisfaction',
  'integrity_units',
  'service_malls',
  'channels',
] as const satisfies readonly TableName[];

type AreaTables = {
  readonly [N in (typeof AREA_TABLES)[number]]: readonly Public<Row<N>>[];
};

/** All facts of one area, and the sources they were taken from. */
export interface RegionFile extends ApiHead, AreaTables {
  readonly area: Area;
  readonly scores: readonly ApiScore[];
  readonly sources: readonly Row<'sources'>[];
}

/** Every printed figure of one indicator. */
export interface IndicatorFile extends ApiHead {
  readonly indicator: string;
  readonly series: readonly Row<'indicators'>[];
  readonly bands: readonly Row<'bands'>[];
  readonly scores: readonly ApiScore[];
}

/** The designated regions, newest designation first. */
export interface PilotsFile extends ApiHead {
  readonly pilots: readonly {
    readonly code: string;
    readonly name: string;
    readonly cohort: number;
    /** When it was designated, to the precision known. */
    readonly since: string;
    /** Source of the designation. */
    readonly source_id: string;
    readonly page: string;
  }[];
  readonly designations: readonly Public<Row<'designations'>>[];
}

export interface SourcesFile extends ApiHead {
  readonly sources: readonly (Row<'sources'> & {
    /** Where the facts taken from it are listed. */
    readonly page: string;
    /** How many facts were taken from it. */
    readonly facts: number;
  })[];
}

/** The entry: what there is. */
export interface IndexFile extends ApiHead {
  readonly title: string;
  readonly description: string;
  /** What the site is not. */
  readonly disclaimer: string;
  readonly date: string;
  readonly sources_read_until: string;
  readonly files: Readonly<Record<string, string>>;
}
