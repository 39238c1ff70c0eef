import type { Dataset } from '../dataset/dataset.ts';
import { type Row, TABLE_NAMES, type TableName } from '../dataset/tables/index.ts';

/** A fact and the place of it on its source's page. */
export type Citation = {
  readonly [N in TableName]: {
    readonly table: N;
    readonly row: Row<N>;
    /** Fragment of its permanent address on the source's page. */
    readonly anchor: string;
  };
}[TableName];

/** The facts taken from each source. */
export interface Citations {
  of(sourceId: string): readonly Citation[];
}

/** Fragment of a printed figure on its source's page: `35.72-spi-2024`. */
export function scoreAnchor(row: Pick<Row<'scores'>, 'area_code' | 'indicator' | 'year'>): string {
  return `${row.area_code}-${row.indicator}-${row.year}`;
}

const slug = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

type AnchorMakers = { readonly [N in TableName]?: (row: Row<N>) => string };

/** How each table names its facts. Tables without a maker cite no source of their own. */
const ANCHORS: AnchorMakers = {
  scores: scoreAnchor,
  designations: (row) =>
    `${row.area_code}-percontohan-${row.cohort}-${row.stage}-${row.date}-${row.rung}`.replaceAll(
      '_',
      '-',
    ),
  profile_facts: (row) => row.id,
  complaint_ratings: (row) => `${row.area_code}-pengaduan-${row.year}`,
  satisfaction: (row) => `${row.area_code}-skm-${row.year}-${row.value}`,
  integrity_units: (row) => slug(`${row.area_code}-${row.predicate}-${row.year}-${row.unit}`),
  service_malls: (row) => slug(`${row.area_code}-mpp-${row.opened ?? ''}`),
  channels: (row) => slug(`${row.area_code}-kanal-${row.channel}`),
  national_channels: (row) => slug(`kanal-${row.name}-${row.kind}`),
  national_figures: (row) => slug(`nasional-${row.figure}-${row.year}`),
  cohort_figures: (row) => `angkatan-${row.cohort}-${row.figure}`,
  indicators: (row) => `indikator-${row.indicator}-${row.series}`,
  bands: (row) => `kategori-${row.series}-${row.year_from}-${row.scheme}-${row.category_id}`,
  components: (row) => `komponen-${row.code}`,
  programme_indicators: (row) => `indikator-program-${row.number}`,
  criteria: (row) => `kriteria-${row.code}`,
  stages: (row) => `tahap-${row.code}`.replaceAll('_', '-'),
  disputes: (row) => slug(`perbedaan-${row.id}-${row.value ?? row.claim_id}`),
  areas: (row) => `${row.code}-dibentuk`,
};

/** The anchor of a row on the pages of its sources. Throws for tables that cite none. */
export function anchorOf<N extends TableName>(table: N, row: Row<N>): string {
  const maker = ANCHORS[table];
  if (!maker) throw new Error(`rows of ${table} have no address on a source page`);
  return maker(row);
}

/**
 * The sources a row names as those of its fact, whatever its table calls them. A decision names
 * the source it follows, which is no fact of that source.
 */
export function sourcesOf(table: TableName, row: object): readonly string[] {
  if (table === 'decisions') return [];
  if ('source_ids' in row) return row.source_ids as readonly string[];
  if ('source_id' in row) return [row.source_id as string];
  if ('formed_source_id' in row && row.formed_source_id !== null) {
    return [row.formed_source_id as string];
  }
  return [];
}

/** The anchor, or the next free one like it: an id may stand once on a page. */
function freeAnchor(anchor: string, taken: ReadonlySet<string>): string {
  let free = anchor;
  for (let n = 2; taken.has(free); n++) free = `${anchor}-${n}`;
  return free;
}

/**
 * Collects the facts of every source, in the order of the tables and of their rows. Anchors are
 * unique within a source: where two rows would share one (names that differ in a sign only), the
 * later one gets a number, and links to either lead to the first.
 */
export function buildCitations(dataset: Dataset): Citations {
  const bySource = new Map<string, { readonly list: Citation[]; readonly taken: Set<string> }>();
  for (const table of TABLE_NAMES) {
    for (const row of dataset.tables[table]) {
      for (const id of sourcesOf(table, row)) {
        const source = bySource.get(id) ?? { list: [], taken: new Set() };
        const wanted = (ANCHORS[table] as (row: object) => string)(row);
        const anchor = freeAnchor(wanted, source.taken);
        source.list.push({ table, row, anchor } as Citation);
        source.taken.add(anchor);
        bySource.set(id, source);
      }
    }
  }
  return { of: (id) => bySource.get(id)?.list ?? [] };
}
