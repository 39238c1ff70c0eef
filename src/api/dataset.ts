import type { Dataset } from '../dataset/dataset.ts';
import type { Row, Tables } from '../dataset/tables/index.ts';
import type { DefinitionsFile, Public, RegionFile, RegionsFile } from './files.ts';

/** The files that a dataset of a few areas is made of. */
export interface ApiParts {
  readonly definitions: DefinitionsFile;
  readonly regions: RegionsFile;
  readonly members: readonly RegionFile[];
}

const withNote = <R extends object>(row: R): R & { readonly note: null } => ({
  ...row,
  note: null,
});

/** The rows without what the API adds to them, with the notes that it leaves out as empty. */
function scoreRow({ speaks: _, url: __, ...row }: RegionFile['scores'][number]): Row<'scores'> {
  return withNote(row);
}

function unique<R>(rows: readonly R[], keyOf: (row: R) => string): readonly R[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/**
 * Puts the files of the API together to a dataset that holds what they hold: all areas and
 * definitions, and the facts of the members alone. Everything of `src/derive` that asks about
 * the members answers as it does for the whole dataset; what is counted among all areas
 * (coverage, ranks) does not.
 */
export function datasetOf({ definitions, regions, members }: ApiParts): Dataset {
  const of = <K extends keyof RegionFile>(key: K) => members.map((member) => member[key]);
  const noted = <R extends object>(rows: readonly (readonly Public<R>[])[]): readonly R[] =>
    rows.flat().map((row) => withNote(row) as unknown as R);
  const tables: Tables = {
    areas: regions.areas,
    aliases: [],
    indicators: definitions.indicators,
    bands: definitions.bands,
    scores: of('scores').flat().map(scoreRow),
    decisions: of('decisions').flat(),
    components: definitions.components,
    programme_indicators: [],
    criteria: noted<Row<'criteria'>>([definitions.criteria]),
    stages: noted<Row<'stages'>>([definitions.stages]),
    cohort_figures: [],
    designations: noted<Row<'designations'>>(of('designations')),
    disputes: [],
    profile_facts: of('profile_facts').flat(),
    complaint_ratings: noted<Row<'complaint_ratings'>>(of('complaint_ratings')),
    satisfaction: noted<Row<'satisfaction'>>(of('satisfaction')),
    integrity_units: noted<Row<'integrity_units'>>(of('integrity_units')),
    service_malls: noted<Row<'service_malls'>>(of('service_malls')),
    channels: noted<Row<'channels'>>(of('channels')),
    national_channels: [],
    national_figures: [],
    sources: unique(of('sources').flat(), ({ id }) => id),
    editions: [],
    changes: [],
    terms: [],
  };
  return {
    tables,
    locate: () => {
      throw new Error('rows of the API stand in no file');
    },
  };
}
