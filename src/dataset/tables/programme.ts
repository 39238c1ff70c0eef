import type { Field, TableDefinition } from '../table-schema.ts';
import {
  areaCode,
  detailEn,
  detailId,
  ID_PATTERN,
  INDICATORS,
  note,
  reasonEn,
  reasonId,
  scopeEn,
  scopeId,
  sourceId,
  sourceIds,
  toArea,
  toSource,
} from './common.ts';

const nameId = {
  name: 'name_id',
  type: 'string',
  title: { id: 'Nama (Indonesia)', en: 'Name (Indonesian)' },
  description: { id: 'Nama dalam bahasa Indonesia.', en: 'Name in Indonesian.' },
  constraints: { required: true },
} as const satisfies Field;

const nameEn = {
  name: 'name_en',
  type: 'string',
  title: { id: 'Nama (Inggris)', en: 'Name (English)' },
  description: { id: 'Nama dalam bahasa Inggris.', en: 'Name in English.' },
  constraints: { required: true },
} as const satisfies Field;

const cohort = {
  name: 'cohort',
  type: 'year',
  title: { id: 'Angkatan', en: 'Cohort' },
  description: {
    id: 'Tahun program yang diperebutkan; observasi pada satu tahun dapat berlaku untuk angkatan berikutnya.',
    en: 'Programme year competed for; an observation in one year may count for the next cohort.',
  },
  example: '2025',
  constraints: { required: true, minimum: 2024, maximum: 2100 },
} as const satisfies Field;

/** The six components of the programme, in KPK's order and words. */
export const components = {
  name: 'components',
  title: { id: 'Komponen', en: 'Components' },
  description: {
    id: 'Enam komponen program menurut daftar KPK.',
    en: "The six components of the programme, by KPK's list.",
  },
  fields: [
    {
      name: 'code',
      type: 'integer',
      title: { id: 'Nomor', en: 'Number' },
      description: { id: 'Nomor komponen.', en: 'Number of the component.' },
      constraints: { required: true, unique: true, minimum: 1 },
    },
    nameId,
    nameEn,
    {
      name: 'also_called_id',
      type: 'string',
      title: { id: 'Disebut juga', en: 'Also called' },
      description: {
        id: 'Sebutan lain di sumber, dalam bahasa Indonesia.',
        en: 'Another wording in the sources, in Indonesian.',
      },
    },
    sourceIds,
  ],
  primaryKey: ['code'],
} as const satisfies TableDefinition;

/** The nineteen indicators of the programme. */
export const programmeIndicators = {
  name: 'programme_indicators',
  title: { id: 'Indikator program', en: 'Programme indicators' },
  description: {
    id: 'Sembilan belas indikator program. Tidak ada sumber yang mencetak pembagiannya ke komponen; penempatannya dari kami.',
    en: 'The nineteen indicators of the programme. No source assigns them to components; the placing is ours.',
  },
  fields: [
    {
      name: 'number',
      type: 'integer',
      title: { id: 'Nomor', en: 'Number' },
      description: { id: 'Nomor dalam daftar tercetak.', en: 'Number in the printed list.' },
      constraints: { required: true, unique: true, minimum: 1 },
    },
    nameId,
    nameEn,
    {
      name: 'requirement',
      type: 'string',
      title: { id: 'Syarat tercetak', en: 'Printed requirement' },
      description: {
        id: 'Syarat yang tercetak; kosong bila tidak ada.',
        en: 'The requirement in print; empty where there is none.',
      },
    },
    {
      name: 'component_code',
      type: 'integer',
      title: { id: 'Komponen', en: 'Component' },
      description: { id: 'Komponen tempat ia ditaruh.', en: 'The component it is placed under.' },
      constraints: { required: true },
    },
    {
      name: 'component_basis',
      type: 'string',
      title: { id: 'Dasar penempatan', en: 'Basis of the placing' },
      description: {
        id: 'Apakah penempatan itu tercetak atau kami simpulkan.',
        en: 'Whether the placing is printed or inferred by us.',
      },
      constraints: { required: true },
      categories: [
        {
          value: 'inferred',
          label: {
            id: 'disimpulkan dari urutan daftar',
            en: 'inferred from the order of the list',
          },
        },
        { value: 'printed', label: { id: 'tercetak', en: 'printed' } },
      ],
    },
    sourceIds,
  ],
  primaryKey: ['number'],
  foreignKeys: [
    { fields: ['component_code'], reference: { resource: 'components', fields: ['code'] } },
  ],
} as const satisfies TableDefinition;

/** Entry criteria, with every threshold in print. */
export const criteria = {
  name: 'criteria',
  title: { id: 'Kriteria', en: 'Criteria' },
  description: {
    id: 'Kriteria masuk program dan semua ambang yang tercetak; `used` menandai yang dipakai menghitung kesiapan.',
    en: 'Entry criteria and every threshold in print; `used` marks those that readiness applies.',
  },
  fields: [
    {
      name: 'code',
      type: 'string',
      title: { id: 'Kode', en: 'Code' },
      description: { id: 'Pengenal kriteria.', en: 'Identifier of the criterion.' },
      constraints: { required: true, unique: true, pattern: ID_PATTERN },
    },
    {
      name: 'indicator',
      type: 'string',
      title: { id: 'Indikator', en: 'Indicator' },
      description: {
        id: 'Indikator yang dibandingkan; kosong bila kriteria diperiksa sendiri.',
        en: 'The indicator compared; empty where the criterion is checked by hand.',
      },
      categories: INDICATORS,
    },
    {
      name: 'series',
      type: 'list',
      title: { id: 'Deret', en: 'Series' },
      description: {
        id: 'Deret yang ambangnya dicetak; ambang tidak berlaku bagi deret lain.',
        en: 'The series the threshold was printed for; it does not carry over to others.',
      },
      example: 'ombudsman-2022',
    },
    nameId,
    nameEn,
    {
      name: 'rule',
      type: 'string',
      title: { id: 'Aturan', en: 'Rule' },
      description: { id: 'Cara membandingkan.', en: 'How to compare.' },
      constraints: { required: true },
      categories: [
        { value: '>=', label: { id: 'paling rendah', en: 'at least' } },
        { value: '>', label: { id: 'di atas', en: 'above' } },
        {
          value: 'all_of_last_two',
          label: { id: 'dalam dua tahun terakhir', en: 'in each of the last two years' },
        },
        { value: 'manual', label: { id: 'diperiksa sendiri', en: 'to be checked by hand' } },
      ],
    },
    {
      name: 'threshold',
      type: 'string',
      title: { id: 'Ambang', en: 'Threshold' },
      description: {
        id: 'Angka, predikat, atau id kategori.',
        en: 'A number, a grade or a category id.',
      },
      example: '75',
    },
    {
      name: 'max_age_years',
      type: 'integer',
      title: { id: 'Usia maksimum (tahun)', en: 'Maximum age (years)' },
      description: {
        id: 'Angka yang lebih tua dari ini terhadap tahun terbaru deretnya dianggap terlalu lama.',
        en: 'A figure older than this against the newest year of its series is too old.',
      },
      constraints: { required: true, minimum: 0 },
    },
    {
      name: 'used',
      type: 'boolean',
      title: { id: 'Dipakai', en: 'Used' },
      description: {
        id: 'Apakah ambang ini dipakai menghitung kesiapan.',
        en: 'Whether readiness applies this threshold.',
      },
      constraints: { required: true },
    },
    {
      name: 'explanation_id',
      type: 'string',
      title: { id: 'Penjelasan (Indonesia)', en: 'Explanation (Indonesian)' },
      description: { id: 'Cara membaca ambang ini.', en: 'How to read this threshold.' },
    },
    {
      name: 'explanation_en',
      type: 'string',
      title: { id: 'Penjelasan (Inggris)', en: 'Explanation (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
    },
    sourceIds,
    note,
  ],
  primaryKey: ['code'],
} as const satisfies TableDefinition;

/** Stages of the programme; rows without an order are events that are no stage of their own. */
export const stages = {
  name: 'stages',
  title: { id: 'Tahapan', en: 'Stages' },
  description: {
    id: 'Tahapan program. Baris tanpa urutan adalah peristiwa yang bukan tahapan tersendiri.',
    en: 'The stages of the programme. Rows without an order are events that are no stage of their own.',
  },
  fields: [
    {
      name: 'code',
      type: 'string',
      title: { id: 'Kode', en: 'Code' },
      description: { id: 'Pengenal tahap.', en: 'Identifier of the stage.' },
      example: 'observasi',
      constraints: { required: true, unique: true, pattern: '[a-z]+(_[a-z]+)*' },
    },
    {
      name: 'order',
      type: 'integer',
      title: { id: 'Urutan', en: 'Order' },
      description: { id: 'Urutan tahap.', en: 'Order of the stage.' },
      constraints: { minimum: 1 },
    },
    nameId,
    nameEn,
    {
      name: 'what_id',
      type: 'string',
      title: { id: 'Isi (Indonesia)', en: 'What happens (Indonesian)' },
      description: { id: 'Apa yang terjadi pada tahap ini.', en: 'What happens in this stage.' },
      constraints: { required: true },
    },
    {
      name: 'what_en',
      type: 'string',
      title: { id: 'Isi (Inggris)', en: 'What happens (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    sourceIds,
    note,
  ],
  primaryKey: ['code'],
} as const satisfies TableDefinition;

/** Numbers of a cohort as each source prints them. */
export const cohortFigures = {
  name: 'cohort_figures',
  title: { id: 'Angka angkatan', en: 'Cohort figures' },
  description: {
    id: 'Jumlah daerah pada tiap langkah satu angkatan, tiap versi dengan sumbernya.',
    en: 'How many regions stood at each step of a cohort, every version with its source.',
  },
  fields: [
    cohort,
    {
      name: 'figure',
      type: 'string',
      title: { id: 'Langkah', en: 'Step' },
      description: { id: 'Langkah yang dihitung.', en: 'The step counted.' },
      constraints: { required: true },
      categories: [
        { value: 'proposed', label: { id: 'diusulkan', en: 'proposed' } },
        { value: 'observed', label: { id: 'diobservasi', en: 'observed' } },
        { value: 'accompanied', label: { id: 'didampingi', en: 'accompanied' } },
        { value: 'named', label: { id: 'ditetapkan', en: 'designated' } },
      ],
    },
    {
      name: 'value',
      type: 'integer',
      title: { id: 'Jumlah', en: 'Number' },
      description: { id: 'Jumlah daerah.', en: 'Number of regions.' },
      constraints: { required: true, minimum: 0 },
    },
    scopeId,
    scopeEn,
    sourceId,
    note,
  ],
  primaryKey: ['cohort', 'figure', 'source_id'],
  foreignKeys: [toSource],
} as const satisfies TableDefinition;

/** Events of a region in a cohort. */
export const designations = {
  name: 'designations',
  title: { id: 'Jalan percontohan', en: 'Designations' },
  description: {
    id: 'Peristiwa satu daerah dalam satu angkatan: diusulkan, diobservasi, menjadi calon, dinilai, ditetapkan, atau tidak terpilih.',
    en: 'Events of a region in a cohort: proposed, observed, named a candidate, assessed, designated or not selected.',
  },
  fields: [
    areaCode,
    cohort,
    {
      name: 'stage',
      type: 'string',
      title: { id: 'Tahap', en: 'Stage' },
      description: { id: 'Tahap atau jenis peristiwa.', en: 'Stage or kind of event.' },
      example: 'observasi',
      constraints: { required: true },
    },
    {
      name: 'date',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Tanggal', en: 'Date' },
      description: { id: 'Tanggal seteliti yang diketahui.', en: 'Date to the precision known.' },
      example: '2025-12-09',
      constraints: { required: true },
    },
    {
      name: 'date_basis',
      type: 'string',
      title: { id: 'Dasar tanggal', en: 'Basis of the date' },
      description: {
        id: 'Tanggal peristiwa atau, bila itu tidak tercetak, tanggal beritanya.',
        en: 'Date of the event or, where none is printed, of the report.',
      },
      constraints: { required: true },
      categories: [
        { value: 'event', label: { id: 'tanggal peristiwa', en: 'date of the event' } },
        { value: 'report', label: { id: 'tanggal berita', en: 'date of the report' } },
      ],
    },
    {
      name: 'rung',
      type: 'string',
      title: { id: 'Kedudukan', en: 'Rung' },
      description: {
        id: 'Kedudukan daerah setelah peristiwa ini.',
        en: 'Where the region stands after this event.',
      },
      constraints: { required: true },
      categories: [
        { value: 'proposed', label: { id: 'diusulkan', en: 'proposed' } },
        { value: 'observed', label: { id: 'diobservasi', en: 'observed' } },
        { value: 'candidate', label: { id: 'calon percontohan', en: 'candidate' } },
        { value: 'designated', label: { id: 'percontohan antikorupsi', en: 'designated pilot' } },
        { value: 'not_selected', label: { id: 'tidak terpilih', en: 'not selected' } },
        {
          value: 'passed_on',
          label: { id: 'status dialihkan ke daerah lain', en: 'status passed to another region' },
        },
      ],
    },
    {
      name: 'score',
      type: 'number',
      exact: true,
      title: { id: 'Nilai penilaian', en: 'Assessment score' },
      description: {
        id: 'Nilai penilaian program, skala 0-100.',
        en: 'Score of the programme assessment, 0-100.',
      },
      constraints: { minimum: 0, maximum: 100 },
    },
    {
      name: 'category',
      type: 'string',
      title: { id: 'Kategori penilaian', en: 'Assessment category' },
      description: {
        id: 'Kategori yang diumumkan; nama kategori di bawah istimewa belum ditemukan.',
        en: 'Category announced; names of those below istimewa were not found.',
      },
      categories: [{ value: 'istimewa', label: { id: 'istimewa', en: 'istimewa (excellent)' } }],
    },
    detailId,
    detailEn,
    sourceId,
    note,
  ],
  primaryKey: ['area_code', 'cohort', 'stage', 'date', 'rung', 'source_id'],
  foreignKeys: [
    toArea,
    { fields: ['stage'], reference: { resource: 'stages', fields: ['code'] } },
    toSource,
  ],
} as const satisfies TableDefinition;

/** Versions of a claim that sources tell differently. */
export const disputes = {
  name: 'disputes',
  title: { id: 'Perbedaan keterangan', en: 'Disputes' },
  description: {
    id: 'Versi-versi satu keterangan yang diceritakan berbeda oleh sumber, di luar tabel nilai.',
    en: 'Versions of a statement that sources tell differently, outside the table of scores.',
  },
  fields: [
    {
      name: 'id',
      type: 'string',
      title: { id: 'Id', en: 'Id' },
      description: { id: 'Pengenal perbedaan.', en: 'Identifier of the dispute.' },
      example: 'third-pilot-2025',
      constraints: { required: true, pattern: ID_PATTERN },
    },
    {
      name: 'subject_id',
      type: 'string',
      title: { id: 'Pokok (Indonesia)', en: 'Subject (Indonesian)' },
      description: { id: 'Hal yang diperbedakan.', en: 'What is told differently.' },
      constraints: { required: true },
    },
    {
      name: 'subject_en',
      type: 'string',
      title: { id: 'Pokok (Inggris)', en: 'Subject (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    {
      name: 'claim_id',
      type: 'string',
      title: { id: 'Versi (Indonesia)', en: 'Version (Indonesian)' },
      description: { id: 'Versi ini.', en: 'This version.' },
      constraints: { required: true },
    },
    {
      name: 'claim_en',
      type: 'string',
      title: { id: 'Versi (Inggris)', en: 'Version (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    {
      name: 'value',
      type: 'string',
      title: { id: 'Nilai', en: 'Value' },
      description: {
        id: 'Angka, kode wilayah, atau kategori versi ini.',
        en: 'Number, area code or category of this version.',
      },
    },
    sourceIds,
    {
      name: 'used',
      type: 'boolean',
      title: { id: 'Dipakai', en: 'Used' },
      description: { id: 'Versi yang dipakai situs ini.', en: 'The version this site uses.' },
      constraints: { required: true },
    },
    reasonId,
    reasonEn,
  ],
  primaryKey: ['id', 'claim_id'],
} as const satisfies TableDefinition;

/** Figures for the whole country. */
export const nationalFigures = {
  name: 'national_figures',
  title: { id: 'Angka nasional', en: 'National figures' },
  description: {
    id: 'Angka untuk seluruh negeri; tidak pernah menjadi satu-satunya tolok ukur.',
    en: 'Figures for the whole country; never a yardstick on their own.',
  },
  fields: [
    {
      name: 'figure',
      type: 'string',
      title: { id: 'Angka', en: 'Figure' },
      description: { id: 'Apa yang dihitung.', en: 'What is counted.' },
      constraints: { required: true },
      categories: [
        { value: 'mcp', label: { id: 'MCP', en: 'MCP' } },
        { value: 'spi', label: { id: 'SPI', en: 'SPI' } },
        { value: 'sakip', label: { id: 'SAKIP', en: 'SAKIP' } },
        {
          value: 'national_cases',
          label: {
            id: 'perkara di pemerintah kabupaten/kota',
            en: 'cases in regency and city governments',
          },
        },
        {
          value: 'national_heads',
          label: { id: 'kepala daerah yang terjerat', en: 'heads of region involved' },
        },
      ],
    },
    {
      name: 'year',
      type: 'year',
      title: { id: 'Tahun', en: 'Year' },
      description: { id: 'Tahun angka.', en: 'Year of the figure.' },
      constraints: { required: true },
    },
    {
      name: 'value',
      type: 'number',
      exact: true,
      title: { id: 'Nilai', en: 'Value' },
      description: { id: 'Angka.', en: 'The figure.' },
      constraints: { required: true },
    },
    {
      name: 'category',
      type: 'string',
      title: { id: 'Kategori', en: 'Category' },
      description: { id: 'Id kategori, bila tercetak.', en: 'Category id, where printed.' },
    },
    {
      name: 'value_printed',
      type: 'string',
      title: { id: 'Angka tercetak', en: 'Printed value' },
      description: { id: 'Angka seperti dicetak.', en: 'The figure as printed.' },
    },
    scopeId,
    scopeEn,
    sourceId,
    note,
  ],
  primaryKey: ['figure', 'year', 'source_id'],
  foreignKeys: [toSource],
} as const satisfies TableDefinition;
