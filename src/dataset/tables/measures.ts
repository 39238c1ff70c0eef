import type { Field, TableDefinition } from '../table-schema.ts';
import {
  areaCode,
  ID_PATTERN,
  INDICATORS,
  note,
  reasonEn,
  reasonId,
  sourceId,
  toArea,
  toSource,
} from './common.ts';

const indicator = {
  name: 'indicator',
  type: 'string',
  title: { id: 'Indikator', en: 'Indicator' },
  description: { id: 'Ukuran yang dicatat.', en: 'The measure recorded.' },
  example: 'spi',
  constraints: { required: true },
  categories: INDICATORS,
} as const satisfies Field;

const series = {
  name: 'series',
  type: 'string',
  title: { id: 'Deret', en: 'Series' },
  description: {
    id: 'Tahun-tahun yang memakai satu metode; deret berbeda tidak pernah disambung.',
    en: 'Years measured by one method; different series are never joined.',
  },
  example: 'ombudsman-2022',
  constraints: { required: true, pattern: ID_PATTERN },
} as const satisfies Field;

const year = {
  name: 'year',
  type: 'year',
  title: { id: 'Tahun', en: 'Year' },
  description: { id: 'Tahun yang diukur.', en: 'The year measured.' },
  example: '2024',
  constraints: { required: true, minimum: 1945, maximum: 2100 },
} as const satisfies Field;

const toSeries = {
  fields: ['indicator', 'series'],
  reference: { resource: 'indicators', fields: ['indicator', 'series'] },
} as const;

/** The measures, one row per series: seven indicators, eleven series. */
export const indicators = {
  name: 'indicators',
  title: { id: 'Indikator', en: 'Indicators' },
  description: {
    id: 'Ukuran yang dipakai sebagai kriteria program, satu baris untuk tiap deret.',
    en: 'The measures used as criteria of the programme, one row per series.',
  },
  fields: [
    indicator,
    series,
    {
      name: 'short_id',
      type: 'string',
      title: { id: 'Sebutan singkat (Indonesia)', en: 'Short name (Indonesian)' },
      description: { id: 'Sebutan pada tabel dan bagan.', en: 'Label in tables and charts.' },
      example: 'Opini BPK',
      constraints: { required: true },
    },
    {
      name: 'short_en',
      type: 'string',
      title: { id: 'Sebutan singkat (Inggris)', en: 'Short name (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      example: 'BPK opinion',
      constraints: { required: true },
    },
    {
      name: 'name_id',
      type: 'string',
      title: { id: 'Nama (Indonesia)', en: 'Name (Indonesian)' },
      description: { id: 'Nama resmi deret.', en: 'Official name of the series.' },
      constraints: { required: true },
    },
    {
      name: 'name_en',
      type: 'string',
      title: { id: 'Nama (Inggris)', en: 'Name (English)' },
      description: { id: 'Nama dalam bahasa Inggris.', en: 'Name in English.' },
      constraints: { required: true },
    },
    {
      name: 'publisher_id',
      type: 'string',
      title: { id: 'Id penerbit', en: 'Publisher id' },
      description: { id: 'Lembaga yang menilai.', en: 'The body that assesses.' },
      example: 'kpk',
      constraints: { required: true, pattern: ID_PATTERN },
    },
    {
      name: 'publisher_name',
      type: 'string',
      title: { id: 'Penerbit', en: 'Publisher' },
      description: { id: 'Nama lembaga yang menilai.', en: 'Name of the body that assesses.' },
      constraints: { required: true },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Jenis ukuran.', en: 'Kind of measure.' },
      constraints: { required: true },
      categories: [
        { value: 'score', label: { id: 'nilai', en: 'score' } },
        { value: 'index', label: { id: 'indeks', en: 'index' } },
        { value: 'level', label: { id: 'tingkat', en: 'level' } },
        { value: 'grade', label: { id: 'predikat', en: 'grade' } },
        { value: 'opinion', label: { id: 'opini', en: 'opinion' } },
      ],
    },
    {
      name: 'scale_min',
      type: 'number',
      title: { id: 'Batas bawah skala', en: 'Scale minimum' },
      description: {
        id: 'Angka terendah yang mungkin; kosong bila tidak ada skala yang ditemukan.',
        en: 'Lowest possible value; empty where no scale was found.',
      },
      example: '0',
    },
    {
      name: 'scale_max',
      type: 'number',
      title: { id: 'Batas atas skala', en: 'Scale maximum' },
      description: {
        id: 'Angka tertinggi yang mungkin; kosong bila tidak ada skala yang ditemukan.',
        en: 'Highest possible value; empty where no scale was found.',
      },
      example: '100',
    },
    {
      name: 'first_year',
      type: 'year',
      title: { id: 'Tahun pertama', en: 'First year' },
      description: {
        id: 'Tahun ukur pertama deret; kosong bila tidak ditemukan.',
        en: 'First year measured in the series; empty where not found.',
      },
    },
    {
      name: 'last_year',
      type: 'year',
      title: { id: 'Tahun terakhir', en: 'Last year' },
      description: {
        id: 'Tahun ukur terakhir; kosong bila deret masih berjalan.',
        en: 'Last year measured; empty where the series goes on.',
      },
    },
    {
      name: 'what_it_measures_id',
      type: 'string',
      title: { id: 'Yang diukur (Indonesia)', en: 'What it measures (Indonesian)' },
      description: { id: 'Satu kalimat untuk awam.', en: 'One sentence for a newcomer.' },
      constraints: { required: true },
    },
    {
      name: 'what_it_measures_en',
      type: 'string',
      title: { id: 'Yang diukur (Inggris)', en: 'What it measures (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    {
      name: 'method_note_id',
      type: 'string',
      title: { id: 'Metode (Indonesia)', en: 'Method (Indonesian)' },
      description: {
        id: 'Cara mengukur, perubahannya, dan yang belum diketahui.',
        en: 'How it is measured, what changed, what is not known.',
      },
      constraints: { required: true },
    },
    {
      name: 'method_note_en',
      type: 'string',
      title: { id: 'Metode (Inggris)', en: 'Method (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    sourceId,
  ],
  primaryKey: ['indicator', 'series'],
  foreignKeys: [toSource],
} as const satisfies TableDefinition;

/** Named ranges or grades of a series in a span of years. */
export const bands = {
  name: 'bands',
  title: { id: 'Kategori', en: 'Bands' },
  description: {
    id: 'Kategori resmi tiap deret pada rentang tahunnya. Batas yang tidak tercetak di mana pun dibiarkan kosong.',
    en: 'The official categories of each series in their years. Bounds that no source printed stay empty.',
  },
  fields: [
    indicator,
    series,
    {
      name: 'year_from',
      type: 'year',
      title: { id: 'Sejak tahun', en: 'From year' },
      description: { id: 'Tahun ukur pertama yang memakainya.', en: 'First year it applies to.' },
      constraints: { required: true },
    },
    {
      name: 'year_to',
      type: 'year',
      title: { id: 'Sampai tahun', en: 'To year' },
      description: {
        id: 'Tahun ukur terakhir; kosong bila masih berlaku.',
        en: 'Last year it applies to; empty while in force.',
      },
    },
    {
      name: 'rank',
      type: 'integer',
      title: { id: 'Urutan', en: 'Order' },
      description: { id: 'Urutan dari yang terburuk (1).', en: 'Order from the worst (1).' },
      constraints: { required: true, minimum: 1 },
    },
    {
      name: 'category_id',
      type: 'string',
      title: { id: 'Id kategori', en: 'Category id' },
      description: {
        id: 'Nilai pada kolom `category` tabel `scores`.',
        en: 'The value in column `category` of `scores`.',
      },
      example: 'terjaga',
      constraints: { required: true, pattern: ID_PATTERN },
    },
    {
      name: 'label_id',
      type: 'string',
      title: { id: 'Nama (Indonesia)', en: 'Label (Indonesian)' },
      description: { id: 'Nama kategori.', en: 'Name of the category.' },
      constraints: { required: true },
    },
    {
      name: 'label_en',
      type: 'string',
      title: { id: 'Nama (Inggris)', en: 'Label (English)' },
      description: { id: 'Nama dalam bahasa Inggris.', en: 'Name in English.' },
      constraints: { required: true },
    },
    {
      name: 'min',
      type: 'number',
      title: { id: 'Mulai', en: 'From' },
      description: { id: 'Batas bawah, termasuk.', en: 'Lower bound, inclusive.' },
      example: '78',
    },
    {
      name: 'max',
      type: 'number',
      title: { id: 'Sampai', en: 'To' },
      description: {
        id: 'Batas atas, tidak termasuk kecuali pada kategori teratas.',
        en: 'Upper bound, exclusive except in the top band.',
      },
      example: '100',
    },
    {
      name: 'printed_range',
      type: 'string',
      title: { id: 'Rentang tercetak', en: 'Printed range' },
      description: {
        id: 'Rentang seperti dicetak sumber.',
        en: 'The range as the source prints it.',
      },
    },
    sourceId,
    {
      name: 'scheme',
      type: 'string',
      title: { id: 'Skema', en: 'Scheme' },
      description: {
        id: 'Ombudsman 2022-2024 memakai dua skema sekaligus: zona dan nilai huruf.',
        en: 'The Ombudsman of 2022-2024 uses two schemes at once: zones and grades.',
      },
      constraints: { required: true },
      categories: [
        { value: 'main', label: { id: 'kategori', en: 'category' } },
        { value: 'grade', label: { id: 'nilai huruf', en: 'grade' } },
        { value: 'zone', label: { id: 'zona', en: 'zone' } },
      ],
    },
  ],
  primaryKey: ['indicator', 'series', 'year_from', 'scheme', 'category_id'],
  foreignKeys: [toSeries, toSource],
} as const satisfies TableDefinition;

/** Printed figures: one row per area, indicator, year and source. */
export const scores = {
  name: 'scores',
  title: { id: 'Nilai', en: 'Scores' },
  description: {
    id: 'Angka tercetak: satu baris untuk tiap wilayah, indikator, tahun, dan sumber. Beberapa sumber boleh memuat satu angka; semuanya disimpan.',
    en: 'Printed figures: one row per area, indicator, year and source. Several sources may print one figure; all are kept.',
  },
  fields: [
    areaCode,
    indicator,
    series,
    year,
    {
      name: 'value',
      type: 'number',
      exact: true,
      title: { id: 'Nilai', en: 'Value' },
      description: {
        id: 'Angka dalam skala deretnya, dengan titik desimal; kosong bila sumber hanya mencetak kategori.',
        en: 'The figure on the scale of its series, with a decimal point; empty where the source prints a category only.',
      },
      example: '77.10',
    },
    {
      name: 'category',
      type: 'string',
      title: { id: 'Kategori', en: 'Category' },
      description: {
        id: 'Id kategori menurut tabel `bands`, bila label tercetak memungkinkan.',
        en: 'Category id of `bands`, where the printed label allows.',
      },
      example: 'terjaga',
      constraints: { pattern: ID_PATTERN },
    },
    {
      name: 'category_printed',
      type: 'string',
      title: { id: 'Kategori tercetak', en: 'Printed category' },
      description: { id: 'Label seperti dicetak.', en: 'The label as printed.' },
      example: 'Terjaga',
    },
    {
      name: 'value_printed',
      type: 'string',
      title: { id: 'Angka tercetak', en: 'Printed value' },
      description: { id: 'Angka seperti dicetak.', en: 'The figure as printed.' },
      example: '77,10',
    },
    {
      name: 'status',
      type: 'string',
      title: { id: 'Status', en: 'Status' },
      description: {
        id: 'Hanya angka akhir yang dihitung; yang lain diceritakan sebagai catatan bertanggal.',
        en: 'Only final figures compute; the others are told as dated notes.',
      },
      example: 'final',
      constraints: { required: true },
      categories: [
        { value: 'final', label: { id: 'angka akhir', en: 'final' } },
        { value: 'interim', label: { id: 'angka sementara', en: 'interim' } },
        { value: 'doubtful', label: { id: 'diragukan', en: 'doubtful' } },
        {
          value: 'stated_run',
          label: { id: 'bagian dari rentetan yang disebut', en: 'part of a run told by a source' },
        },
      ],
    },
    {
      name: 'flags',
      type: 'list',
      title: { id: 'Tanda', en: 'Flags' },
      description: {
        id: 'Hal yang perlu diketahui tentang angka ini, dipisahkan satu spasi.',
        en: 'What to know about this figure, separated by one space.',
      },
      example: 'rounded year_inferred',
      categories: [
        {
          value: 'award_list',
          label: { id: 'dari daftar penghargaan', en: 'from an award list' },
        },
        {
          value: 'called_mcsp',
          label: { id: 'disebut MCSP oleh sumber', en: 'called MCSP by the source' },
        },
        {
          value: 'province_then',
          label: {
            id: 'saat itu bagian dari provinsi lain',
            en: 'part of another province at the time',
          },
        },
        { value: 'rounded', label: { id: 'dibulatkan oleh sumber', en: 'rounded by the source' } },
        {
          value: 'stated_run',
          label: {
            id: 'disebut sebagai bagian rentetan tahun, tidak dicetak per tahun',
            en: 'told as part of a run of years, not printed year by year',
          },
        },
        {
          value: 'sub_score',
          label: {
            id: 'bagian dari penilaian pemerintah provinsi',
            en: "part of the provincial government's result",
          },
        },
        {
          value: 'year_inferred',
          label: {
            id: 'tahun ukur disimpulkan dari tanggal berita',
            en: 'year measured inferred from the date of the page',
          },
        },
        {
          value: 'zone_only',
          label: { id: 'hanya kategori yang tercetak', en: 'only the category is printed' },
        },
      ],
    },
    sourceId,
    note,
  ],
  primaryKey: ['area_code', 'indicator', 'year', 'source_id'],
  foreignKeys: [toArea, toSeries, toSource],
} as const satisfies TableDefinition;

/** Which printed figure is used where final figures really differ. */
export const decisions = {
  name: 'decisions',
  title: { id: 'Keputusan', en: 'Decisions' },
  description: {
    id: 'Angka mana yang dipakai ketika sumber-sumber mencetak angka akhir yang berbeda, dan alasannya.',
    en: 'Which figure is used where sources print final figures that differ, and why.',
  },
  fields: [
    areaCode,
    indicator,
    year,
    sourceId,
    { ...reasonId, constraints: { required: true } },
    { ...reasonEn, constraints: { required: true } },
  ],
  primaryKey: ['area_code', 'indicator', 'year'],
  foreignKeys: [
    {
      fields: ['area_code', 'indicator', 'year', 'source_id'],
      reference: {
        resource: 'scores',
        fields: ['area_code', 'indicator', 'year', 'source_id'],
      },
    },
  ],
} as const satisfies TableDefinition;
