/** What the published database holds besides the tables: what we compute, and common questions. */
import { fieldOf, type TableDefinition } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES } from '../dataset/tables/index.ts';
import { scoreAnchor } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import { sourcePath } from '../site/page-paths.ts';
import { type AboutLine, documentationTables, type PublishedTable } from './documentation.ts';
import { type SqlView, sqliteBytes, sqliteTypeText } from './sqlite.ts';

const SCORE_KEY = TABLES.scores.primaryKey;

const computedScores: TableDefinition = {
  name: 'computed_scores',
  title: { id: 'Kedudukan setiap angka', en: 'Standing of each figure' },
  description: {
    id: 'Angka mana yang kami pakai, menurut aturan di halaman metodologi, dan alamat tetapnya.',
    en: 'Which figures we use, by the rules on the methodology page, and their permanent addresses.',
  },
  fields: [
    ...SCORE_KEY.map((name) => fieldOf(TABLES.scores, name)),
    {
      name: 'speaks',
      type: 'boolean',
      title: { id: 'Dipakai', en: 'Speaks' },
      description: {
        id: 'Angka ini yang dipakai untuk wilayah, indikator, dan tahunnya.',
        en: 'The figure used for its area, indicator and year.',
      },
      constraints: { required: true },
    },
    {
      name: 'latest',
      type: 'boolean',
      title: { id: 'Terbaru', en: 'Latest' },
      description: {
        id: 'Angka terbaru yang dipakai untuk wilayah dan indikatornya.',
        en: 'The newest figure that speaks for its area and indicator.',
      },
      constraints: { required: true },
    },
    {
      name: 'differs',
      type: 'boolean',
      title: { id: 'Berbeda', en: 'Differs' },
      description: {
        id: 'Sumber-sumber mencetak angka akhir yang berbeda untuk wilayah, indikator, dan tahun ini.',
        en: 'Sources print final figures that differ for this area, indicator and year.',
      },
      constraints: { required: true },
    },
    {
      name: 'url',
      type: 'string',
      format: 'uri',
      title: { id: 'Alamat tetap', en: 'Permanent address' },
      description: {
        id: 'Alamat angka ini di halaman sumbernya.',
        en: 'The address of this figure on the page of its source.',
      },
      constraints: { required: true },
    },
  ],
  primaryKey: SCORE_KEY,
  foreignKeys: [
    { fields: SCORE_KEY, reference: { resource: 'scores', fields: SCORE_KEY } },
    { fields: ['area_code'], reference: { resource: 'areas', fields: ['code'] } },
    { fields: ['source_id'], reference: { resource: 'sources', fields: ['id'] } },
  ],
};

const computedStandings: TableDefinition = {
  name: 'computed_standings',
  title: { id: 'Kedudukan daerah dalam program', en: 'Standing of regions in the programme' },
  description: {
    id: 'Kedudukan terakhir setiap daerah dalam setiap angkatan, menurut peristiwa dalam `designations`.',
    en: 'Where each region stands in each cohort, by the events in `designations`.',
  },
  fields: [
    fieldOf(TABLES.designations, 'area_code'),
    fieldOf(TABLES.designations, 'cohort'),
    fieldOf(TABLES.designations, 'rung'),
    {
      name: 'since',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Sejak', en: 'Since' },
      description: {
        id: 'Tanggal peristiwa pertama yang membuatnya demikian, seteliti yang diketahui.',
        en: 'Date of the first event that made it so, to the precision known.',
      },
      constraints: { required: true },
    },
    fieldOf(TABLES.designations, 'source_id'),
  ],
  primaryKey: ['area_code', 'cohort'],
  foreignKeys: [
    { fields: ['area_code'], reference: { resource: 'areas', fields: ['code'] } },
    { fields: ['source_id'], reference: { resource: 'sources', fields: ['id'] } },
  ],
};

/** The columns of a printed figure with the words that go with its codes. */
const FIGURE = `SELECT
  s.area_code, a.name AS area, a.level, p.name AS province,
  s.indicator, i.short_id AS indicator_id, i.short_en AS indicator_en, s.series, s.year,
  s.value, s.category, s.value_printed, s.category_printed, s.status,
  c.speaks, c.latest, c.differs,
  s.source_id, o.title AS source, o.publisher, o.published, o.url AS source_url, c.url
FROM scores AS s
JOIN computed_scores AS c USING (area_code, indicator, year, source_id)
JOIN areas AS a ON a.code = s.area_code
LEFT JOIN areas AS p ON p.code = a.parent_code
JOIN indicators AS i ON i.indicator = s.indicator AND i.series = s.series
JOIN sources AS o ON o.id = s.source_id`;

const figures = 'figures_with_source';

const VIEWS: readonly SqlView[] = [
  {
    name: figures,
    title: { id: 'Semua angka dengan sumbernya', en: 'All figures with their sources' },
    description: {
      id: 'Setiap angka tercetak dengan nama wilayah, ukuran, dan sumbernya.',
      en: 'Every printed figure with the names of its area, measure and source.',
    },
    sql: FIGURE,
  },
  {
    name: 'speaking_figures',
    title: { id: 'Angka yang dipakai', en: 'Figures that speak' },
    description: {
      id: 'Satu angka untuk setiap wilayah, ukuran, dan tahun.',
      en: 'One figure for each area, measure and year.',
    },
    sql: `SELECT * FROM ${figures} WHERE speaks`,
  },
  {
    name: 'latest_figures',
    title: { id: 'Angka terbaru', en: 'Latest figures' },
    description: {
      id: 'Angka terbaru setiap wilayah dan ukuran, dengan tahunnya. Tahunnya berbeda-beda.',
      en: 'The latest figure of each area and measure, with its year. The years differ.',
    },
    sql: `SELECT * FROM ${figures} WHERE latest`,
  },
  {
    name: 'disagreements',
    title: { id: 'Angka yang berbeda', en: 'Figures that disagree' },
    description: {
      id: 'Angka akhir yang dicetak berbeda oleh sumber-sumbernya, dan alasan memilih salah satunya.',
      en: 'Final figures that sources print differently, and why one of them is used.',
    },
    sql: `SELECT f.*, d.reason_id, d.reason_en
FROM ${figures} AS f
LEFT JOIN decisions AS d USING (area_code, indicator, year)
WHERE f.differs AND f.status = 'final'`,
  },
  {
    name: 'standings',
    title: { id: 'Kedudukan dalam program', en: 'Standings in the programme' },
    description: {
      id: 'Kedudukan setiap daerah dalam setiap angkatan, sejak kapan, dan siapa yang menyebutnya.',
      en: 'Where each region stands in each cohort, since when, and who says so.',
    },
    sql: `SELECT
  t.area_code, a.name AS area, a.level, p.name AS province, t.cohort, t.rung,
  k.label_id AS rung_id, k.label_en AS rung_en, t.since,
  t.source_id, o.title AS source, o.publisher, o.url AS source_url
FROM computed_standings AS t
JOIN areas AS a ON a.code = t.area_code
LEFT JOIN areas AS p ON p.code = a.parent_code
JOIN sources AS o ON o.id = t.source_id
JOIN categories AS k
  ON k.table_name = 'designations' AND k.column_name = 'rung' AND k.value = t.rung`,
  },
  {
    name: 'pilots',
    title: { id: 'Daerah percontohan', en: 'Pilot regions' },
    description: {
      id: 'Daerah yang ditetapkan sebagai percontohan antikorupsi.',
      en: 'Regions designated as anti-corruption pilots.',
    },
    sql: "SELECT * FROM standings WHERE rung = 'designated'",
  },
  {
    name: 'coverage',
    title: { id: 'Cakupan', en: 'Coverage' },
    description: {
      id: 'Berapa kabupaten dan kota otonom yang punya sedikitnya satu angka yang dipakai, per ukuran.',
      en: 'How many autonomous regencies and cities have at least one figure that speaks, by measure.',
    },
    sql: `SELECT
  m.value AS indicator, m.label_id AS indicator_id, m.label_en AS indicator_en,
  (SELECT count(*) FROM latest_figures AS f JOIN areas AS a ON a.code = f.area_code
    WHERE f.indicator = m.value AND a.level <> 'province' AND a.autonomy = 'autonomous') AS known,
  (SELECT count(*) FROM areas
    WHERE level <> 'province' AND autonomy = 'autonomous') AS total
FROM categories AS m
WHERE m.table_name = 'scores' AND m.column_name = 'indicator'
ORDER BY m.position`,
  },
  {
    name: 'facts_with_source',
    title: {
      id: 'Fakta dari berita dengan sumbernya',
      en: 'Facts from the press with their sources',
    },
    description: {
      id: 'Fakta profil dengan nama wilayah, komponen program, dan sumbernya.',
      en: 'Profile facts with the names of area, programme component and source.',
    },
    sql: `SELECT
  f.id, f.area_code, a.name AS area, f.date, f.kind, f.component_code,
  c.name_id AS component_id, c.name_en AS component_en, f.text_id, f.text_en, f.value, f.unit,
  f.source_id, o.title AS source, o.publisher, o.url AS source_url
FROM profile_facts AS f
LEFT JOIN areas AS a ON a.code = f.area_code
LEFT JOIN components AS c ON c.code = f.component_code
JOIN sources AS o ON o.id = f.source_id`,
  },
];

/** The tables of the dataset as they are published. */
export function dataTables(model: Model): readonly PublishedTable[] {
  return TABLE_NAMES.map((name) => ({ table: TABLES[name], rows: model.dataset.tables[name] }));
}

/** What the site's rules make of the tables, as tables: so that no rule is told twice. */
export function computedTables(
  model: Model,
  address: (path: string) => string,
): readonly PublishedTable[] {
  const scores = model.figures.all.flatMap((figure) =>
    figure.rows.map((row) => ({
      area_code: row.area_code,
      indicator: row.indicator,
      year: row.year,
      source_id: row.source_id,
      speaks: row === figure.speaking,
      latest:
        row === figure.speaking && model.figures.latest(row.area_code, row.indicator) === figure,
      differs: figure.differs,
      url: address(sourcePath(row.source_id, scoreAnchor(row))),
    })),
  );
  const standings = model.dataset.tables.areas.flatMap((area) =>
    model.standings(area.code).map(({ area_code, cohort, rung, since, event }) => ({
      area_code,
      cohort,
      rung,
      since,
      source_id: event.source_id,
    })),
  );
  return [
    { table: computedScores, rows: scores },
    { table: computedStandings, rows: standings },
  ];
}

/** The published database: data, what we compute from it, documentation and views. */
export function databaseBytes(
  model: Model,
  about: readonly AboutLine[],
  address: (path: string) => string,
): Uint8Array<ArrayBuffer> {
  const contents = {
    data: dataTables(model),
    computed: computedTables(model, address),
    views: VIEWS,
    typeText: sqliteTypeText,
  };
  return sqliteBytes(
    [...contents.data, ...contents.computed, ...documentationTables(about, contents)],
    VIEWS,
  );
}
