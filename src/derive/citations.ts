import type { Dataset } from '../dataset/dataset.ts';
import { type Row, TABLE_NAMES, type TableName } from '../dataset/tables/index.ts';

/** A fact and the place of it on its source's page. */
export type Citation = {
  readonly [N in TableName]: {
    readonly table: N;
    readonly row: Row<N>;
    /** Fragment of its permanent address on the source's page. */
    readonly anchor: string;
    /** Which of an area's facts; of every other table a row is one fact. */
    readonly fact: N extends 'areas' ? AreaFact : null;
  };
}[TableName];

/**
 * The facts of an area, by the column that holds each: the column that names its source, and what
 * follows the code in its anchor.
 */
const AREA_FACTS = {
  name: { source: 'name_source_id', anchor: 'nama' },
  area_km2: { source: 'area_source_id', anchor: 'luas' },
  population: { source: 'population_source_id', anchor: 'penduduk' },
  formed: { source: 'formed_source_id', anchor: 'dibentuk' },
} as const satisfies {
  readonly [C in keyof Row<'areas'>]?: {
    readonly source: keyof Row<'areas'>;
    readonly anchor: string;
  };
};

/** A fact of an area: its code and name, its size, its residents, or when it was formed. */
export type AreaFact = keyof typeof AREA_FACTS;

/** Where a fact of an area stands: its source and the anchor there; `null` where it has none. */
export function areaPlace(area: Row<'areas'>, fact: AreaFact): Place | null {
  const { source, anchor } = AREA_FACTS[fact];
  const id = area[source];
  return id === null ? null : { id, anchor: `${area.code}-${anchor}` };
}

/** The place of a fact: its source, and the fragment of its permanent address there. */
export interface Place {
  readonly id: string;
  readonly anchor: string;
}

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
};

/**
 * The anchor of a row on the pages of its sources. Throws for tables that cite none, and for
 * areas, whose facts have a place each: see {@link areaPlace}.
 */
export function anchorOf<N extends TableName>(table: N, row: Row<N>): string {
  const maker = ANCHORS[table];
  if (!maker) throw new Error(`rows of ${table} have no address on a source page`);
  return maker(row);
}

/**
 * The facts of a row and their places, whatever its table calls its sources. A decision names the
 * source it follows, which is no fact of that source.
 */
export function placesOf(
  table: TableName,
  row: object,
): readonly (Place & { readonly fact: AreaFact | null })[] {
  if (table === 'decisions') return [];
  if (table === 'areas') {
    return (Object.keys(AREA_FACTS) as AreaFact[]).flatMap((fact) => {
      const place = areaPlace(row as Row<'areas'>, fact);
      return place ? [{ ...place, fact }] : [];
    });
  }
  const cells: { readonly source_id?: string; readonly source_ids?: readonly string[] } = row;
  const ids = cells.source_ids ?? (cells.source_id === undefined ? [] : [cells.source_id]);
  return ids.map((id) => ({ id, anchor: anchorOf(table, row as never), fact: null }));
}

/** The sources of a row's facts, each once. */
export function sourcesOf(table: TableName, row: object): readonly string[] {
  return [...new Set(placesOf(table, row).map(({ id }) => id))];
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
      for (const { id, anchor: wanted, fact } of placesOf(table, row)) {
        const source = bySource.get(id) ?? { list: [], taken: new Set() };
        const anchor = freeAnchor(wanted, source.taken);
        source.list.push({ table, row, anchor, fact } as Citation);
        source.taken.add(anchor);
        bySource.set(id, source);
      }
    }
  }
  return { of: (id) => bySource.get(id)?.list ?? [] };
}
