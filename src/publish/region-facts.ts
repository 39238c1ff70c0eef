/**
 * One area's facts in one tidy table: what every table holds about it, a fact a row, each with its
 * source. For those who look at one place and want no joins.
 */
import { AREA_TABLES } from '../api/files.ts';
import {
  type Field,
  fieldOf,
  type PartialDate,
  type TableDefinition,
} from '../dataset/table-schema.ts';
import { type Area, type Row, TABLES, type TableName } from '../dataset/tables/index.ts';
import type { AreaFact, Citation, Citations } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import { inLang, type Lang, type Text } from '../i18n/lang.ts';
import { sourcePath } from '../site/page-paths.ts';
import { factLine, partsText, sourceFigure } from '../wording/fact-lines.ts';
import { cellText, csvText, sortedRows } from './csv.ts';

/** Tables that hold facts about one area: all of them but the decisions, which are ours. */
const FACT_TABLES: readonly TableName[] = [
  'scores',
  ...AREA_TABLES.filter((name) => name !== 'decisions'),
  'areas',
];

const optional = (field: Field): Field => ({
  ...field,
  constraints: { ...field.constraints, required: false },
});
const ofScores = (name: string) => optional(fieldOf(TABLES.scores, name));
const ofSources = (name: string, own: string): Field => {
  const { constraints: _, ...field } = fieldOf(TABLES.sources, name);
  return { ...field, name: own };
};
const scoresOnly = (field: Field): Field => ({
  ...field,
  description: {
    id: `${field.description.id} Hanya pada tabel \`scores\`.`,
    en: `${field.description.en} Rows of \`scores\` only.`,
  },
});

/** The columns of an area's file, and what they mean. */
export const REGION_FACTS: TableDefinition = {
  name: 'region_facts',
  title: { id: 'Fakta satu daerah', en: 'Facts of one area' },
  description: {
    id: 'Semua fakta tentang satu daerah dari semua tabel, satu fakta tiap baris, dengan sumber dan alamat tetapnya.',
    en: 'All facts about one area from all tables, one fact a row, with its source and its permanent address.',
  },
  fields: [
    fieldOf(TABLES.scores, 'area_code'),
    {
      ...fieldOf(TABLES.areas, 'name'),
      name: 'area_name',
      example: 'Kota Blitar',
    },
    {
      name: 'table_name',
      type: 'string',
      title: { id: 'Tabel', en: 'Table' },
      description: {
        id: 'Tabel asal baris ini.',
        en: 'The table this row comes from.',
      },
      example: 'scores',
      constraints: { required: true },
      categories: FACT_TABLES.map((name) => ({ value: name, label: TABLES[name].title })),
    },
    {
      name: 'item',
      type: 'string',
      title: { id: 'Tentang', en: 'About' },
      description: {
        id: 'Indikator pada `scores`, anak tangga pada `designations`, jenis pada `profile_facts` dan `channels`, predikat pada `integrity_units`, kolom faktanya pada `areas`; selain itu kosong.',
        en: 'The indicator in `scores`, the rung in `designations`, the kind in `profile_facts` and `channels`, the predicate in `integrity_units`, the column of the fact in `areas`; otherwise empty.',
      },
      example: 'spi',
    },
    scoresOnly(ofScores('series')),
    {
      name: 'year',
      type: 'year',
      title: { id: 'Tahun', en: 'Year' },
      description: {
        id: 'Tahun yang diukur, atau tahun kejadiannya.',
        en: 'The year measured, or the year it happened.',
      },
      example: '2024',
    },
    {
      name: 'date',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Tanggal', en: 'Date' },
      description: {
        id: 'Tanggal seteliti yang diketahui; pada angka tahunan sama dengan tahunnya.',
        en: 'The date to the precision known; of yearly figures the year.',
      },
      example: '2025-12-09',
    },
    {
      name: 'value',
      type: 'number',
      exact: true,
      title: { id: 'Nilai', en: 'Value' },
      description: {
        id: 'Angkanya, dengan titik desimal; kosong bila tidak ada angka.',
        en: 'The number, with a decimal point; empty where there is none.',
      },
      example: '77.10',
    },
    {
      name: 'scale_max',
      type: 'number',
      title: { id: 'Batas atas skala', en: 'Scale maximum' },
      description: {
        id: 'Nilai tertinggi yang mungkin; kosong bila tidak ada skala.',
        en: 'The highest value possible; empty where there is no scale.',
      },
      example: '100',
    },
    {
      ...fieldOf(TABLES.profile_facts, 'unit'),
      description: {
        id: 'Satuan angka pada `profile_facts`.',
        en: 'Unit of the numbers in `profile_facts`.',
      },
    },
    {
      name: 'category',
      type: 'string',
      title: { id: 'Kategori', en: 'Category' },
      description: {
        id: 'Id kategori menurut tabel asalnya.',
        en: 'Category id, as in the table it comes from.',
      },
      example: 'terjaga',
    },
    ofScores('category_printed'),
    ofScores('value_printed'),
    scoresOnly(ofScores('status')),
    scoresOnly(ofScores('flags')),
    {
      name: 'speaks',
      type: 'boolean',
      title: { id: 'Dipakai', en: 'Used' },
      description: {
        id: 'Apakah ini angka yang dipakai situs untuk indikator dan tahun itu. Hanya pada tabel `scores`.',
        en: 'Whether it is the figure the site uses for that indicator and year. Rows of `scores` only.',
      },
    },
    ...(['id', 'en'] as const).map(
      (lang): Field => ({
        name: `text_${lang}`,
        type: 'string',
        title:
          lang === 'id'
            ? { id: 'Dengan kata-kata (Indonesia)', en: 'In words (Indonesian)' }
            : { id: 'Dengan kata-kata (Inggris)', en: 'In words (English)' },
        description: {
          id: 'Faktanya dengan kata-kata, seperti di halaman sumbernya.',
          en: 'The fact in words, as on the page of its source.',
        },
        constraints: { required: true },
      }),
    ),
    fieldOf(TABLES.scores, 'source_id'),
    ofSources('publisher', 'source_publisher'),
    ofSources('published', 'source_published'),
    ofSources('url', 'source_url'),
    {
      name: 'address',
      type: 'string',
      format: 'uri',
      title: { id: 'Alamat tetap', en: 'Permanent address' },
      description: {
        id: 'Tempat fakta ini di situs: untuk dikutip dan diperiksa.',
        en: 'The place of this fact on the site: to cite and to check.',
      },
      constraints: { required: true, unique: true },
    },
    fieldOf(TABLES.scores, 'note'),
  ],
  primaryKey: ['address'],
  foreignKeys: [
    { fields: ['area_code'], reference: { resource: 'areas', fields: ['code'] } },
    { fields: ['source_id'], reference: { resource: 'sources', fields: ['id'] } },
  ],
};

/** A row of an area's file by column. What is left out is not known, or does not apply. */
export type RegionFact = Readonly<Record<string, unknown>>;

type Own = Omit<RegionFact, 'source_id'>;
type Columns = {
  readonly [N in Exclude<TableName, 'areas'>]?: (row: Row<N>, model: Model) => Own;
};

const yearly = (year: number): Own => ({ year, date: String(year) });
const dated = (date: PartialDate | null): Own =>
  date === null ? {} : { year: Number(date.slice(0, 4)), date };

/** What of each table stands in which column. */
const COLUMNS: Columns = {
  scores: (row, model) => ({
    ...row,
    ...yearly(row.year),
    item: row.indicator,
    scale_max: model.figures.bands.series(row.indicator, row.series).scale_max,
    speaks: model.figures.at(row.area_code, row.indicator, row.year)?.speaking === row,
  }),
  designations: (row) => ({
    ...dated(row.date),
    item: row.rung,
    value: row.score,
    category: row.category,
    note: row.note,
  }),
  profile_facts: (row) => ({
    ...dated(row.date),
    item: row.kind,
    value: row.value,
    unit: row.unit,
  }),
  complaint_ratings: (row) => ({
    ...yearly(row.year),
    category_printed: row.rating,
    note: row.note,
  }),
  satisfaction: (row) => ({
    ...yearly(row.year),
    value: row.value,
    scale_max: row.scale_max,
    category_printed: row.category,
    note: row.note,
  }),
  integrity_units: (row) => ({
    ...yearly(row.year),
    item: row.predicate,
    category: row.outcome,
    note: row.note,
  }),
  service_malls: (row) => ({ ...dated(row.opened), note: row.note }),
  channels: (row) => ({ ...dated(row.launched), item: row.kind, note: row.note }),
};

/** What of an area's own facts stands in which column. */
const AREA_COLUMNS: { readonly [F in AreaFact]: (row: Row<'areas'>) => Own } = {
  name: () => ({}),
  area_km2: (row) => ({ value: row.area_km2 }),
  population: (row) => ({ value: row.population }),
  formed: (row) => dated(row.formed),
};

function columnsOf(fact: Citation, model: Model): Own {
  if (fact.table === 'areas') return { item: fact.fact, ...AREA_COLUMNS[fact.fact](fact.row) };
  const columns = COLUMNS[fact.table] as (row: object, model: Model) => Own;
  return columns(fact.row, model);
}

function wordsOf(fact: Citation, model: Model): Text {
  const words = (lang: Lang) => {
    if (fact.table !== 'scores') return partsText(factLine(fact, model, lang).parts);
    const { row } = fact;
    const series = model.figures.bands.series(row.indicator, row.series);
    return `${inLang(series, 'short', lang)} ${row.year}: ${sourceFigure(row, model, lang).text}`;
  };
  return { id: words('id'), en: words('en') };
}

const codeOf = (row: object): string | null => {
  if ('area_code' in row) return row.area_code as string | null;
  return 'level' in row && 'code' in row ? (row.code as string) : null;
};

/**
 * The facts of every area by its code, in the order of the tables and of their rows. `address`
 * makes a whole address of a path without base.
 */
export function regionFacts(
  model: Model,
  citations: Citations,
  address: (path: string) => string,
): ReadonlyMap<string, readonly RegionFact[]> {
  const cited = model.dataset.tables.sources.flatMap((source) =>
    citations
      .of(source.id)
      .filter(({ table }) => FACT_TABLES.includes(table))
      .map((fact) => ({ fact, source })),
  );
  const places = Map.groupBy(cited, ({ fact }) => fact.row as object);
  const byArea = Map.groupBy(
    FACT_TABLES.flatMap((name) =>
      sortedRows<object>(TABLES[name], model.dataset.tables[name]).flatMap(
        (row) => places.get(row) ?? [],
      ),
    ),
    ({ fact }) => codeOf(fact.row),
  );
  const factOf = (area: Area, { fact, source }: (typeof cited)[number]): RegionFact => {
    const words = wordsOf(fact, model);
    return {
      ...columnsOf(fact, model),
      area_code: area.code,
      area_name: area.name,
      table_name: fact.table,
      text_id: words.id,
      text_en: words.en,
      source_id: source.id,
      source_publisher: source.publisher,
      source_published: source.published,
      source_url: source.url,
      address: address(sourcePath(source.id, fact.anchor)),
    };
  };
  return new Map(
    model.dataset.tables.areas.map((area) => [
      area.code,
      (byArea.get(area.code) ?? []).map((each) => factOf(area, each)),
    ]),
  );
}

/** An area's facts as CSV, written like the tables: see `csv.ts`. */
export function regionFactsCsv(facts: readonly RegionFact[]): string {
  const names = REGION_FACTS.fields.map(({ name }) => name);
  return csvText([names, ...facts.map((fact) => names.map((name) => cellText(fact[name])))]);
}
