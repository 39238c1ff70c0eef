/**
 * A small fictional dataset for tests: complete, valid, and visibly not of this world (provinces
 * 98 and 99). Nothing of it may be published.
 */
import type { Dataset } from './dataset.ts';
import { formatProblem } from './problems.ts';
import { readTables } from './read-dataset.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables/index.ts';

/** The text of `NAME.csv` for every table. */
export type TableTexts = Record<TableName, string>;

/** Per table, another text or a change to the fictional one. */
export type TableOverrides = {
  readonly [N in TableName]?: string | ((text: string) => string);
};

/** Writes rows of cells as CSV (RFC 4180, LF, quotes only where needed). */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/**
 * Writes a table from rows that name only the columns they fill.
 *
 * @example tableText('aliases', [{ code: '98.71', alias: 'Koco', kind: 'abbreviation' }])
 */
export function tableText(
  name: TableName,
  rows: readonly Readonly<Record<string, string | number>>[],
): string {
  const columns = TABLES[name].fields.map((field) => field.name as string);
  for (const row of rows) {
    const unknown = Object.keys(row).find((column) => !columns.includes(column));
    if (unknown) throw new Error(`table ${name} has no column ${unknown}`);
  }
  return writeCsv([
    columns,
    ...rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
  ]);
}

const S1 = 'kabar-contoh-2024-01-15';
const S2 = 'warta-rekaan-2025-02';
const S3 = 'lembaga-rekaan-2023';
const DECREE = 'keputusan-rekaan-2025';
const CENSUS = 'penduduk-rekaan-2024';

const areas = [
  ['98', 'province', 'Contoh Utara', '', 'Sumatera', '2.5', '99.5', '9000.5', '1200000'],
  ['98.01', 'regency', 'Kabupaten Contoh', '98', 'Sumatera', '2.4', '99.1', '3000.25', '400000'],
  ['98.02', 'regency', 'Kabupaten Misal', '98', 'Sumatera', '2.7', '99.9', '5000', '500000'],
  ['98.71', 'city', 'Kota Contoh', '98', 'Sumatera', '2.51', '99.52', '100.5', '250000'],
  ['98.72', 'city', 'Kota Administratif Rekaan', '98', 'Sumatera', '2.6', '99.6', '50', '50000'],
  ['99', 'province', 'Contoh Selatan', '', 'Jawa', '-7.5', '110.5', '8000', '3000000'],
  ['99.01', 'regency', 'Kabupaten Umpama', '99', 'Jawa', '-7.4', '110.2', '4000', '1500000'],
  ['99.10', 'regency', 'Kabupaten Andai', '99', 'Jawa', '-7.6', '110.8', '3900', '1200000'],
  ['99.71', 'city', 'Kota Misal', '99', 'Jawa', '-7.51', '110.51', '99.75', '300000'],
].map(([code, level, name, parent_code, island_group, lat, lon, area_km2, population]) => ({
  code,
  level,
  name,
  name_source_id: DECREE,
  slug: name?.toLowerCase().replaceAll(' ', '-'),
  autonomy: code === '98.72' ? 'administrative' : 'autonomous',
  parent_code,
  island_group,
  lat,
  lon,
  area_km2,
  area_source_id: DECREE,
  population,
  population_source_id: CENSUS,
})) as Record<string, string>[];

const indicator = (row: Record<string, string>) => ({
  publisher_id: 'lembaga-rekaan',
  publisher_name: 'Lembaga Rekaan',
  what_it_measures_id: 'Ukuran rekaan untuk pengujian.',
  what_it_measures_en: 'A fictional measure for tests.',
  method_note_id: 'Tidak ada di dunia nyata.',
  method_note_en: 'Does not exist in the real world.',
  source_id: S3,
  ...row,
});

const indicators = [
  indicator({
    indicator: 'mcp',
    series: 'mcp',
    short_id: 'MCP',
    short_en: 'MCP',
    name_id: 'Ukuran Pencegahan Rekaan',
    name_en: 'Fictional Prevention Measure',
    kind: 'score',
    scale_min: '0',
    scale_max: '100',
    first_year: '2019',
    last_year: '2024',
  }),
  indicator({
    indicator: 'mcp',
    series: 'mcsp',
    short_id: 'MCSP',
    short_en: 'MCSP',
    name_id: 'Ukuran Pencegahan Rekaan Baru',
    name_en: 'New Fictional Prevention Measure',
    kind: 'score',
    scale_min: '0',
    scale_max: '100',
    first_year: '2025',
  }),
  indicator({
    indicator: 'spi',
    series: 'spi',
    short_id: 'SPI',
    short_en: 'SPI',
    name_id: 'Survei Rekaan',
    name_en: 'Fictional Survey',
    kind: 'index',
    scale_min: '0',
    scale_max: '100',
    first_year: '2021',
  }),
  indicator({
    indicator: 'bpk',
    series: 'bpk',
    short_id: 'Opini',
    short_en: 'Opinion',
    name_id: 'Opini Rekaan',
    name_en: 'Fictional Opinion',
    kind: 'opinion',
  }),
];

/** Bands of one scheme from worst to best: `[category, label, min, max]`. */
const bandsOf = (
  indicatorId: string,
  series: string,
  from: string,
  to: string,
  ranges: readonly (readonly [string, string, string, string])[],
) =>
  ranges.map(([category_id, label, min, max], index) => ({
    indicator: indicatorId,
    series,
    year_from: from,
    year_to: to,
    rank: index + 1,
    category_id,
    label_id: label,
    label_en: label,
    min,
    max,
    source_id: S3,
    scheme: 'main',
  }));

const bands = [
  ...bandsOf('mcp', 'mcp', '2019', '2023', [
    ['merah', 'Merah', '0', '50'],
    ['kuning', 'Kuning', '50', '75'],
    ['hijau', 'Hijau', '75', '100'],
  ]),
  ...bandsOf('mcp', 'mcp', '2024', '2024', [
    ['rentan', 'Rentan', '0', '73'],
    ['terjaga', 'Terjaga', '73', '100'],
  ]),
  ...bandsOf('spi', 'spi', '2021', '', [
    ['rentan', 'Rentan', '0', '73'],
    ['waspada', 'Waspada', '73', '78'],
    ['terjaga', 'Terjaga', '78', '100'],
  ]),
  ...bandsOf('bpk', 'bpk', '2015', '', [
    ['tmp', 'TMP', '', ''],
    ['wdp', 'WDP', '', ''],
    ['wtp', 'WTP', '', ''],
  ]),
];

/** A score: `area indicator series year value category source`, `-` for an empty cell. */
const score = (line: string) => {
  const [area_code, indicatorId, series, year, value, category, source_id] = line
    .split(' ')
    .map((part) => (part === '-' ? '' : part));
  return {
    area_code,
    indicator: indicatorId,
    series,
    year,
    value,
    category,
    value_printed: value?.replace('.', ','),
    status: 'final',
    source_id,
  } as Record<string, string>;
};

const scores = [
  `98 mcp mcp 2023 71.5 kuning ${S1}`,
  `98.01 mcp mcp 2022 66.00 kuning ${S1}`,
  `98.01 mcp mcp 2023 70.10 kuning ${S1}`,
  `98.01 mcp mcp 2023 70.1 - ${S3}`,
  `98.01 mcp mcsp 2025 80.25 - ${S2}`,
  `98.01 bpk bpk 2023 - wtp ${S1}`,
  `98.02 mcp mcp 2023 81 hijau ${S1}`,
  `98.02 spi spi 2023 68.5 rentan ${S1}`,
  `98.71 mcp mcp 2023 92.15 hijau ${S1}`,
  `98.71 spi spi 2023 78.40 terjaga ${S1}`,
  `98.71 spi spi 2024 77.4 waspada ${S2}`,
  `99.01 mcp mcp 2023 88.8 hijau ${S1}`,
  `99.10 mcp mcp 2023 75 hijau ${S1}`,
  `99.10 mcp mcp 2023 77.5 - ${S3}`,
  `99.10 bpk bpk 2023 - wdp ${S1}`,
  `99.71 mcp mcp 2024 95.2 terjaga ${S2}`,
  `99.71 spi spi 2024 80.5 terjaga ${S2}`,
]
  .map(score)
  // A reading during the year: told, but never the latest figure.
  .concat({ ...score(`99.71 mcp mcsp 2025 13 - ${S2}`), status: 'interim' });

const texts: { readonly [N in TableName]?: readonly Record<string, string | number>[] } = {
  areas,
  aliases: [
    { code: '98.71', alias: 'Koco', kind: 'abbreviation' },
    { code: '99.10', alias: 'Andai Lama', kind: 'former_name' },
  ],
  indicators,
  bands,
  scores,
  decisions: [
    {
      area_code: '99.10',
      indicator: 'mcp',
      year: '2023',
      source_id: S3,
      reason_id: 'Dicetak oleh lembaga penilainya.',
      reason_en: 'Printed by the body that assesses.',
    },
  ],
  components: [1, 2, 3, 4, 5, 6].map((code) => ({
    code,
    name_id: `Komponen rekaan ${code}`,
    name_en: `Fictional component ${code}`,
    source_ids: `${S1} ${S3}`,
  })),
  programme_indicators: [1, 2].map((number) => ({
    number,
    name_id: `Indikator rekaan ${number}`,
    name_en: `Fictional indicator ${number}`,
    component_code: number,
    component_basis: 'inferred',
    source_ids: S1,
  })),
  criteria: [
    {
      code: 'mcp',
      indicator: 'mcp',
      series: 'mcp',
      name_id: 'Nilai MCP',
      name_en: 'MCP score',
      rule: '>=',
      threshold: '75',
      max_age_years: 2,
      used: 'yes',
      source_ids: S1,
    },
    {
      code: 'mcp-90',
      indicator: 'mcp',
      series: 'mcp',
      name_id: 'Nilai MCP',
      name_en: 'MCP score',
      rule: '>',
      threshold: '90',
      max_age_years: 2,
      used: 'no',
      explanation_id: 'dicetak satu media',
      explanation_en: 'printed by one outlet',
      source_ids: S2,
    },
    {
      code: 'spi',
      indicator: 'spi',
      series: 'spi',
      name_id: 'Nilai SPI',
      name_en: 'SPI score',
      rule: '>=',
      threshold: '73',
      max_age_years: 2,
      used: 'yes',
      source_ids: `${S1} ${S2}`,
    },
    {
      code: 'bpk',
      indicator: 'bpk',
      series: 'bpk',
      name_id: 'Opini',
      name_en: 'Opinion',
      rule: 'all_of_last_two',
      threshold: 'wtp',
      max_age_years: 2,
      used: 'yes',
      source_ids: S1,
    },
    {
      code: 'legal',
      name_id: 'Diperiksa sendiri',
      name_en: 'Checked by hand',
      rule: 'manual',
      max_age_years: 0,
      used: 'yes',
      source_ids: S1,
    },
  ],
  stages: ['usulan', 'observasi', 'penetapan'].map((code, index) => ({
    code,
    order: index + 1,
    name_id: `Tahap ${code}`,
    name_en: `Stage ${code}`,
    what_id: 'Peristiwa rekaan.',
    what_en: 'A fictional event.',
    source_ids: S1,
  })),
  cohort_figures: [{ cohort: '2024', figure: 'observed', value: 2, source_id: S1 }],
  designations: [
    ['98.71', '2024', 'observasi', '2024-03', 'observed', ''],
    ['98.71', '2024', 'penetapan', '2024-12-09', 'designated', '92.15'],
    ['99.71', '2024', 'observasi', '2024-04-02', 'observed', ''],
    ['99.71', '2024', 'penetapan', '2024-12-09', 'designated', ''],
    ['99.01', '2025', 'usulan', '2025', 'proposed', ''],
  ].map(
    ([area_code, cohort, stage, date, rung, points]) =>
      ({
        area_code,
        cohort,
        stage,
        date,
        date_basis: 'event',
        rung,
        score: points,
        source_id: S1,
      }) as Record<string, string>,
  ),
  disputes: ['tiga', 'empat'].map((claim, index) => ({
    id: 'jumlah-rekaan',
    subject_id: 'Jumlah rekaan',
    subject_en: 'A fictional number',
    claim_id: claim,
    claim_en: ['three', 'four'][index] ?? '',
    value: index + 3,
    source_ids: index ? S2 : `${S1} ${S3}`,
    used: index ? 'no' : 'yes',
    reason_id: index ? '' : 'Dicetak dua sumber.',
    reason_en: index ? '' : 'Printed by two sources.',
  })),
  profile_facts: [
    {
      id: 'kota-contoh-2024-antrean',
      area_code: '98.71',
      component_code: 3,
      date: '2024-08-14',
      kind: 'service',
      text_id: 'Antrean rekaan dipangkas menjadi 5 menit.',
      text_en: 'A fictional queue was cut to 5 minutes.',
      source_id: S1,
    },
    {
      id: 'program-rekaan-2024',
      date: '2024',
      kind: 'programme',
      text_id: 'Program rekaan punya 6 komponen.',
      text_en: 'The fictional programme has 6 components.',
      value: '6',
      unit: 'components',
      source_id: S3,
    },
  ],
  complaint_ratings: [{ area_code: '98.71', year: '2024', rating: 'Baik', source_id: S1 }],
  satisfaction: [
    { area_code: '98.71', year: '2024', value: '88.79', scale_max: 100, source_id: S1 },
    { area_code: '99.01', year: '2024', value: '3.4', scale_max: 4, source_id: S2 },
  ],
  integrity_units: [
    {
      area_code: '98.71',
      unit: 'Dinas Rekaan',
      predicate: 'WBK',
      year: '2023',
      outcome: 'awarded',
      source_id: S1,
    },
  ],
  service_malls: [{ area_code: '99.71', opened: '2023-10-31', source_id: S2 }],
  channels: [
    {
      area_code: '98.71',
      channel: 'SAPA CONTOH',
      kind: 'web',
      launched: '2022',
      url: 'https://sapa.contoh.example/',
      source_id: S1,
    },
  ],
  national_channels: [
    {
      name: 'LAPOR REKAAN',
      kind: 'web',
      address: 'https://lapor.contoh.example/',
      operator: 'Lembaga Rekaan',
      what_for_id: 'Aduan rekaan.',
      what_for_en: 'Fictional complaints.',
      source_id: S3,
    },
  ],
  national_figures: [{ figure: 'mcp', year: '2023', value: '75', source_id: S3 }],
  sources: [
    {
      id: S1,
      title: 'Daerah Rekaan Meraih Nilai',
      title_printed: 'yes',
      publisher: 'Kabar Contoh',
      kind: 'news',
      url: 'https://kabar.contoh.example/nilai',
      published: '2024-01-15',
    },
    {
      id: S3,
      title: 'Laporan rekaan tahun 2023',
      title_printed: 'no',
      publisher: 'Lembaga Rekaan',
      kind: 'commission',
    },
    {
      id: S2,
      title: 'Nilai Baru, Ukuran Baru',
      title_printed: 'yes',
      publisher: 'Warta Rekaan',
      kind: 'news',
      url: 'https://warta.contoh.example/baca?nomor=7',
      published: '2025-02',
    },
    // Documents that stand nowhere on the web.
    {
      id: DECREE,
      title: 'Keputusan Rekaan Nomor 9 Tahun 2025: kode, nama, dan luas wilayah',
      title_printed: 'no',
      publisher: 'Kementerian Rekaan',
      kind: 'document',
      published: '2025',
    },
    {
      id: CENSUS,
      title: 'Jumlah penduduk rekaan semester II 2024',
      title_printed: 'no',
      publisher: 'Catatan Sipil Rekaan',
      kind: 'document',
    },
  ],
  editions: [
    {
      version: '0.1.0',
      date: '2025-03-01',
      sources_read_until: '2025-02',
      summary_id: 'Edisi rekaan.',
      summary_en: 'A fictional edition.',
    },
  ],
  terms: [
    {
      slug: 'mcp',
      term_id: 'MCP',
      term_en: 'MCP',
      kind: 'abbreviation',
      expansion_id: 'Ukuran Pencegahan Rekaan',
      expansion_en: 'Fictional Prevention Measure',
      meaning_id: 'Ukuran rekaan untuk pengujian.',
      meaning_en: 'A fictional measure for tests.',
      page: '/indikator/mcp/',
    },
    {
      slug: 'rekaan',
      term_id: 'rekaan',
      term_en: 'fictional',
      kind: 'word',
      meaning_id: 'Tidak ada di dunia nyata.',
      meaning_en: 'Not of this world.',
      also: 'khayalan; hasil angan-angan',
      also_english: 'invented',
    },
  ],
};

/** The CSV text of every table of the fictional dataset, with `overrides` applied. */
export function fictionalTables(overrides: TableOverrides = {}): TableTexts {
  const entries = TABLE_NAMES.map((name) => {
    const text = tableText(name, texts[name] ?? []);
    const override = overrides[name];
    return [name, typeof override === 'function' ? override(text) : (override ?? text)];
  });
  return Object.fromEntries(entries) as TableTexts;
}

/** The same as files, the input of `readTables`. */
export function fictionalFiles(overrides: TableOverrides = {}): Map<string, string> {
  return new Map(
    Object.entries(fictionalTables(overrides)).map(([name, text]) => [`${name}.csv`, text]),
  );
}

/** The fictional dataset, read and checked. Throws with the problems if `overrides` cause any. */
export function fictionalDataset(overrides: TableOverrides = {}): Dataset {
  const { dataset, problems } = readTables(fictionalFiles(overrides));
  if (!dataset) throw new Error(problems.map(formatProblem).join('\n'));
  return dataset;
}
