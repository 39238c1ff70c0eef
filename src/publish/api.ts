/** Writes the files of the static JSON API. See `src/api/files.ts` for what stands in them. */

import {
  API,
  API_ROOT,
  type ApiHead,
  type ApiScore,
  AREA_TABLES,
  type DefinitionsFile,
  type IndexFile,
  type IndicatorFile,
  type PilotsFile,
  type Public,
  type RegionFile,
  type RegionsFile,
  type SourcesFile,
} from '../api/files.ts';
import type { Row, Score, TableName } from '../dataset/tables/index.ts';
import { TABLES } from '../dataset/tables/index.ts';
import { type Citations, scoreAnchor, sourcesOf } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import { LICENCE } from '../licence.ts';
import { areaPath, indicatorPath, sourcePath } from '../site/page-paths.ts';
import { sortedRows } from './csv.ts';

/** What the writer needs to know of the site. */
export interface ApiSite {
  readonly edition: Row<'editions'>;
  /** Full address of a path of the site, without base: `/daerah/kota-blitar/`. */
  address(path: string): string;
}

/** An address with places to be filled in (RFC 6570), whose braces were escaped as in an address. */
export function addressTemplate(address: string): string {
  return address.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

/** A row without the editors' notes. */
function publicRow<R extends object>(table: TableName, row: R): Public<R> {
  const hidden = new Set<string>(
    TABLES[table].fields.flatMap((field) =>
      'editorial' in field && field.editorial ? [field.name] : [],
    ),
  );
  if (hidden.size === 0) return row as Public<R>;
  return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))) as Public<R>;
}

function publicRows<R extends object>(table: TableName, rows: readonly R[]): Public<R>[] {
  return sortedRows(TABLES[table], rows).map((row) => publicRow(table, row));
}

/**
 * The files of the API by their path below `/api/v1/`, each ready to be written as JSON. Rows are
 * in the order of the published tables, so the same data give the same bytes.
 */
export function apiFiles(
  model: Model,
  citations: Citations,
  site: ApiSite,
): ReadonlyMap<string, object> {
  const { tables } = model.dataset;
  const head = (page: string): ApiHead => ({
    edition: site.edition.version,
    licence: LICENCE.url,
    page: site.address(page),
  });
  const scoreOf = (row: Score): ApiScore => ({
    ...publicRow('scores', row),
    speaks: model.figures.at(row.area_code, row.indicator, row.year)?.speaking === row,
    url: site.address(sourcePath(row.source_id, scoreAnchor(row))),
  });
  const scoresOf = (rows: readonly Score[]) => sortedRows(TABLES.scores, rows).map(scoreOf);
  const byArea = <N extends TableName>(name: N) =>
    Map.groupBy(
      tables[name] as readonly { readonly area_code?: string | null }[],
      (row) => row.area_code ?? '',
    );
  const areaRows = new Map(AREA_TABLES.map((name) => [name, byArea(name)]));
  const scores = Map.groupBy(tables.scores, (row) => row.area_code);

  const files = new Map<string, object>();
  const indicators = model.indicators.map(({ indicator }) => indicator);
  files.set(API.index, {
    ...head('/data/'),
    title: 'Cermin Daerah',
    description:
      'Printed figures, pilot designations and news-derived facts on the regencies, cities and provinces of Indonesia, each with its source. Rows have the columns of the Table Schemas; numbers in print are strings, so that no digit is lost; null is "not found", never zero.',
    disclaimer: 'Not a site of KPK nor of any government.',
    date: site.edition.date,
    sources_read_until: site.edition.sources_read_until,
    files: Object.fromEntries(
      [
        ['definitions', API.definitions],
        ['regions', API.regions],
        ['region', API.region('{code}')],
        ...indicators.map((id) => [`indicator_${id}`, API.indicator(id)] as const),
        ['pilots', API.pilots],
        ['sources', API.sources],
        ['openapi', API.openApi],
      ].map(([name, path]) => [name, addressTemplate(site.address(`${API_ROOT}${path}`))]),
    ),
  } satisfies IndexFile);
  files.set(API.definitions, {
    ...head('/metodologi/'),
    indicators: publicRows('indicators', tables.indicators) as readonly Row<'indicators'>[],
    bands: publicRows('bands', tables.bands) as readonly Row<'bands'>[],
    criteria: publicRows('criteria', tables.criteria),
    stages: publicRows('stages', tables.stages),
    components: publicRows('components', tables.components) as readonly Row<'components'>[],
  } satisfies DefinitionsFile);
  files.set(API.regions, {
    ...head('/daerah/'),
    areas: sortedRows(TABLES.areas, tables.areas),
  } satisfies RegionsFile);
  for (const area of tables.areas) {
    const own = Object.fromEntries(
      AREA_TABLES.map((name) => [name, areaRows.get(name)?.get(area.code) ?? []]),
    ) as unknown as { readonly [N in (typeof AREA_TABLES)[number]]: readonly Row<N>[] };
    const ownScores = scores.get(area.code) ?? [];
    const cited = new Set([
      ...sourcesOf('areas', area),
      ...ownScores.map((row) => row.source_id),
      ...AREA_TABLES.flatMap((name) => own[name].flatMap((row) => [...sourcesOf(name, row)])),
    ]);
    files.set(API.region(area.code), {
      ...head(areaPath(area)),
      area,
      scores: scoresOf(ownScores),
      ...(Object.fromEntries(
        AREA_TABLES.map((name) => [name, publicRows(name, own[name] as readonly object[])]),
      ) as unknown as Pick<RegionFile, (typeof AREA_TABLES)[number]>),
      sources: publicRows(
        'sources',
        [...cited].map((id) => model.source(id)),
      ) as readonly Row<'sources'>[],
    } satisfies RegionFile);
  }
  for (const { indicator, series } of model.indicators) {
    files.set(API.indicator(indicator), {
      ...head(indicatorPath(indicator)),
      indicator,
      series,
      bands: tables.bands.filter((row) => row.indicator === indicator),
      scores: scoresOf(tables.scores.filter((row) => row.indicator === indicator)),
    } satisfies IndicatorFile);
  }
  files.set(API.pilots, {
    ...head('/program/'),
    pilots: model.pilots.map(({ area, standing }) => ({
      code: area.code,
      name: area.name,
      cohort: standing.cohort,
      since: standing.since,
      source_id: standing.event.source_id,
      page: site.address(areaPath(area)),
    })),
    designations: publicRows(
      'designations',
      tables.designations.filter((row) =>
        model.pilots.some(({ area }) => area.code === row.area_code),
      ),
    ),
  } satisfies PilotsFile);
  files.set(API.sources, {
    ...head('/sumber/'),
    sources: publicRows('sources', tables.sources).map((row) => ({
      ...(row as Row<'sources'>),
      page: site.address(sourcePath((row as Row<'sources'>).id)),
      facts: citations.of((row as Row<'sources'>).id).length,
    })),
  } satisfies SourcesFile);
  return files;
}
