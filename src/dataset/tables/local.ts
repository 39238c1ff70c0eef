import type { TableDefinition } from '../table-schema.ts';
import {
  areaCode,
  detailEn,
  detailId,
  ID_PATTERN,
  note,
  scopeEn,
  scopeId,
  sourceId,
  toArea,
  toSource,
} from './common.ts';

/** News-derived facts, worded by us in both languages. */
export const profileFacts = {
  name: 'profile_facts',
  title: { id: 'Fakta profil', en: 'Profile facts' },
  description: {
    id: 'Fakta dari berita tentang satu daerah (atau tentang programnya, bila kode kosong), dengan kata-kata kami.',
    en: 'Facts from the press about a region (or the programme itself, where the code is empty), in our own words.',
  },
  fields: [
    {
      name: 'id',
      type: 'string',
      title: { id: 'Id', en: 'Id' },
      description: { id: 'Pengenal tetap.', en: 'Permanent identifier.' },
      example: 'blitar-2025-11-nilai',
      constraints: { required: true, unique: true, pattern: ID_PATTERN },
    },
    { ...areaCode, constraints: { pattern: areaCode.constraints.pattern } },
    {
      name: 'component_code',
      type: 'integer',
      title: { id: 'Komponen', en: 'Component' },
      description: {
        id: 'Komponen program yang disangkut; kosong bila tidak ada.',
        en: 'The component of the programme it concerns; empty where none.',
      },
    },
    {
      name: 'date',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Tanggal', en: 'Date' },
      description: { id: 'Tanggal seteliti yang diketahui.', en: 'Date to the precision known.' },
      constraints: { required: true },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Jenis fakta.', en: 'Kind of fact.' },
      constraints: { required: true },
      categories: [
        { value: 'assessment', label: { id: 'Penilaian', en: 'Assessment' } },
        { value: 'observation', label: { id: 'Observasi', en: 'Observation' } },
        { value: 'guidance', label: { id: 'Bimbingan teknis', en: 'Technical guidance' } },
        { value: 'service', label: { id: 'Pelayanan', en: 'Services' } },
        { value: 'digital', label: { id: 'Layanan digital', en: 'Digital services' } },
        { value: 'payment', label: { id: 'Pembayaran nontunai', en: 'Cashless payment' } },
        { value: 'regulation', label: { id: 'Aturan', en: 'Rules and regulations' } },
        {
          value: 'complaint',
          label: { id: 'Pengaduan dan kanalnya', en: 'Complaints and channels' },
        },
        { value: 'integrity_zone', label: { id: 'Zona integritas', en: 'Integrity zone' } },
        {
          value: 'recognition',
          label: { id: 'Predikat dan penghargaan', en: 'Ratings and awards' },
        },
        { value: 'community', label: { id: 'Komunitas', en: 'Communities' } },
        { value: 'commitment', label: { id: 'Komitmen', en: 'Commitment' } },
        { value: 'plan', label: { id: 'Rencana dan harapan', en: 'Plans and hopes' } },
        { value: 'programme', label: { id: 'Susunan program', en: 'Programme design' } },
        { value: 'criterion', label: { id: 'Kriteria', en: 'Criteria' } },
        { value: 'national_figure', label: { id: 'Angka nasional', en: 'National figures' } },
      ],
    },
    {
      name: 'text_id',
      type: 'string',
      title: { id: 'Teks (Indonesia)', en: 'Text (Indonesian)' },
      description: { id: 'Fakta dalam kata-kata kami.', en: 'The fact in our own words.' },
      constraints: { required: true },
    },
    {
      name: 'text_en',
      type: 'string',
      title: { id: 'Teks (Inggris)', en: 'Text (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    {
      name: 'value',
      type: 'number',
      exact: true,
      title: { id: 'Nilai', en: 'Value' },
      description: { id: 'Angka, bila ada.', en: 'The number, where there is one.' },
    },
    {
      name: 'unit',
      type: 'string',
      title: { id: 'Satuan', en: 'Unit' },
      description: { id: 'Satuan angka.', en: 'Unit of the number.' },
      categories: [
        { value: 'score', label: { id: 'poin', en: 'points' } },
        { value: 'percent', label: { id: '%', en: '%' } },
        { value: 'regions', label: { id: 'daerah', en: 'regions' } },
        { value: 'provinces', label: { id: 'provinsi', en: 'provinces' } },
        { value: 'cases', label: { id: 'perkara', en: 'cases' } },
        { value: 'people', label: { id: 'orang', en: 'people' } },
        { value: 'units', label: { id: 'unit', en: 'units' } },
        { value: 'components', label: { id: 'komponen', en: 'components' } },
        { value: 'indicators', label: { id: 'indikator', en: 'indicators' } },
        { value: 'criteria', label: { id: 'kriteria', en: 'criteria' } },
        { value: 'stages', label: { id: 'tahap', en: 'stages' } },
        { value: 'ministries', label: { id: 'kementerian', en: 'ministries' } },
        { value: 'years', label: { id: 'tahun', en: 'years' } },
        { value: 'areas', label: { id: 'area perubahan', en: 'areas of change' } },
        { value: 'elements', label: { id: 'unsur', en: 'elements' } },
      ],
    },
    sourceId,
  ],
  primaryKey: ['id'],
  foreignKeys: [
    toArea,
    { fields: ['component_code'], reference: { resource: 'components', fields: ['code'] } },
    toSource,
  ],
} as const satisfies TableDefinition;

/** The Home Ministry's ratings of how complaints are handled. */
export const complaintRatings = {
  name: 'complaint_ratings',
  title: { id: 'Penilaian pengelolaan pengaduan', en: 'Complaint-handling ratings' },
  description: {
    id: 'Predikat Kementerian Dalam Negeri untuk pengelolaan pengaduan. Tidak ada skala angka: sumber memakai kata yang sama secara berbeda.',
    en: 'Ratings of complaint handling by the Ministry of Home Affairs. There is no numeric scale: sources use the same words differently.',
  },
  fields: [
    areaCode,
    {
      name: 'year',
      type: 'year',
      title: { id: 'Tahun', en: 'Year' },
      description: { id: 'Tahun yang dinilai.', en: 'The year rated.' },
      constraints: { required: true },
    },
    {
      name: 'rating',
      type: 'string',
      title: { id: 'Predikat', en: 'Rating' },
      description: {
        id: 'Predikat seperti dicetak; kosong bila tidak ada kata.',
        en: 'The rating as printed, in Indonesian; empty where there is no word.',
      },
      example: 'Baik',
    },
    detailId,
    detailEn,
    sourceId,
    note,
  ],
  primaryKey: ['area_code', 'year', 'source_id'],
  foreignKeys: [toArea, toSource],
} as const satisfies TableDefinition;

/** Citizen satisfaction (SKM/IKM) as printed. */
export const satisfaction = {
  name: 'satisfaction',
  title: { id: 'Survei kepuasan masyarakat', en: 'Citizen satisfaction' },
  description: {
    id: 'Hasil Survei Kepuasan Masyarakat (SKM/IKM) seperti dicetak, beserta cakupannya.',
    en: 'Results of citizen satisfaction surveys (SKM/IKM) as printed, with what they cover.',
  },
  fields: [
    areaCode,
    {
      name: 'year',
      type: 'year',
      title: { id: 'Tahun', en: 'Year' },
      description: { id: 'Tahun survei.', en: 'Year of the survey.' },
      constraints: { required: true },
    },
    {
      name: 'value',
      type: 'number',
      exact: true,
      title: { id: 'Nilai', en: 'Value' },
      description: { id: 'Nilai pada skalanya.', en: 'The score on its scale.' },
      constraints: { required: true, minimum: 0, maximum: 100 },
    },
    {
      name: 'scale_max',
      type: 'integer',
      title: { id: 'Skala', en: 'Scale' },
      description: { id: 'Batas atas skala: 100 atau 4.', en: 'Top of the scale: 100 or 4.' },
      constraints: { required: true },
    },
    {
      name: 'category',
      type: 'string',
      title: { id: 'Kategori tercetak', en: 'Printed category' },
      description: { id: 'Kategori seperti dicetak.', en: 'The category as printed.' },
    },
    scopeId,
    scopeEn,
    sourceId,
    note,
  ],
  primaryKey: ['area_code', 'year', 'value', 'source_id'],
  foreignKeys: [toArea, toSource],
} as const satisfies TableDefinition;

/** Units with, or on the road to, the predicates WBK and WBBM. */
export const integrityUnits = {
  name: 'integrity_units',
  title: { id: 'Zona Integritas', en: 'Integrity zones' },
  description: {
    id: 'Unit kerja dengan predikat Wilayah Bebas Korupsi (WBK) atau Wilayah Birokrasi Bersih dan Melayani (WBBM), juga yang gagal, dicabut, atau baru dicalonkan.',
    en: 'Units with the predicate Corruption-Free Area (WBK) or Clean and Serving Bureaucracy Area (WBBM), also those that failed, lost it or are candidates.',
  },
  fields: [
    areaCode,
    {
      name: 'unit',
      type: 'string',
      title: { id: 'Unit', en: 'Unit' },
      description: { id: 'Nama unit kerja.', en: 'Name of the unit.' },
      constraints: { required: true },
    },
    {
      name: 'predicate',
      type: 'string',
      title: { id: 'Predikat', en: 'Predicate' },
      description: { id: 'WBK atau WBBM.', en: 'WBK or WBBM.' },
      constraints: { required: true },
    },
    {
      name: 'year',
      type: 'year',
      title: { id: 'Tahun', en: 'Year' },
      description: { id: 'Tahun peristiwa.', en: 'Year of the event.' },
      constraints: { required: true },
    },
    {
      name: 'outcome',
      type: 'string',
      title: { id: 'Hasil', en: 'Outcome' },
      description: { id: 'Hasil penilaian.', en: 'Outcome of the assessment.' },
      constraints: { required: true },
      categories: [
        { value: 'awarded', label: { id: 'diraih', en: 'awarded' } },
        { value: 'not_passed', label: { id: 'tidak lolos', en: 'not passed' } },
        { value: 'withdrawn', label: { id: 'dicabut', en: 'withdrawn' } },
        { value: 'candidate', label: { id: 'dicalonkan', en: 'candidate' } },
      ],
    },
    detailId,
    detailEn,
    sourceId,
    note,
  ],
  primaryKey: ['area_code', 'unit', 'predicate', 'year', 'source_id'],
  foreignKeys: [toArea, toSource],
} as const satisfies TableDefinition;

/** Public service malls (Mal Pelayanan Publik). */
export const serviceMalls = {
  name: 'service_malls',
  title: { id: 'Mal Pelayanan Publik', en: 'Public service malls' },
  description: {
    id: 'Daerah yang punya Mal Pelayanan Publik (MPP) dan tanggal peresmiannya.',
    en: 'Regions with a public service mall (MPP) and when it was inaugurated.',
  },
  fields: [
    areaCode,
    {
      name: 'opened',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Diresmikan', en: 'Inaugurated' },
      description: {
        id: 'Tanggal peresmian seteliti yang diketahui.',
        en: 'Date of inauguration to the precision known.',
      },
    },
    detailId,
    detailEn,
    sourceId,
    note,
  ],
  primaryKey: ['area_code', 'source_id', 'opened'],
  foreignKeys: [toArea, toSource],
} as const satisfies TableDefinition;

/** Local places to complain. */
export const channels = {
  name: 'channels',
  title: { id: 'Kanal pengaduan daerah', en: 'Local complaint channels' },
  description: {
    id: 'Kanal pengaduan pemerintah daerah seperti disebut sumber.',
    en: 'Complaint channels of regional governments as the sources name them.',
  },
  fields: [
    areaCode,
    {
      name: 'channel',
      type: 'string',
      title: { id: 'Kanal', en: 'Channel' },
      description: { id: 'Nama kanal.', en: 'Name of the channel.' },
      example: 'SAPA MAS WALI',
      constraints: { required: true },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Jenis kanal.', en: 'Kind of channel.' },
      constraints: { required: true },
      categories: [
        { value: 'sp4n', label: { id: 'SP4N-LAPOR!', en: 'SP4N-LAPOR!' } },
        {
          value: 'wbs',
          label: { id: 'whistleblowing system (WBS)', en: 'whistleblowing system (WBS)' },
        },
        { value: 'whatsapp', label: { id: 'WhatsApp', en: 'WhatsApp' } },
        { value: 'app', label: { id: 'aplikasi', en: 'app' } },
        { value: 'web', label: { id: 'situs web', en: 'website' } },
        { value: 'hotline', label: { id: 'telepon', en: 'hotline' } },
        { value: 'other', label: { id: 'lainnya', en: 'other' } },
      ],
    },
    {
      name: 'launched',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Sejak', en: 'Since' },
      description: {
        id: 'Tanggal mulai seteliti yang diketahui.',
        en: 'Start date to the precision known.',
      },
    },
    {
      name: 'url',
      type: 'string',
      format: 'uri',
      title: { id: 'Alamat', en: 'Address' },
      description: { id: 'Alamat web, bila tercetak.', en: 'Web address, where printed.' },
    },
    detailId,
    detailEn,
    sourceId,
    note,
  ],
  primaryKey: ['area_code', 'channel', 'source_id'],
  foreignKeys: [toArea, toSource],
} as const satisfies TableDefinition;

/** National places to complain. */
export const nationalChannels = {
  name: 'national_channels',
  title: { id: 'Kanal pengaduan nasional', en: 'National complaint channels' },
  description: {
    id: 'Tempat mengadu tingkat nasional yang terbuka bagi siapa saja.',
    en: 'National places to complain, open to everyone.',
  },
  fields: [
    {
      name: 'name',
      type: 'string',
      title: { id: 'Nama', en: 'Name' },
      description: { id: 'Nama kanal.', en: 'Name of the channel.' },
      constraints: { required: true },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Jenis kanal.', en: 'Kind of channel.' },
      constraints: { required: true },
      categories: [
        { value: 'web', label: { id: 'situs web', en: 'website' } },
        { value: 'phone', label: { id: 'telepon', en: 'phone' } },
      ],
    },
    {
      name: 'address',
      type: 'string',
      title: { id: 'Alamat atau nomor', en: 'Address or number' },
      description: { id: 'Alamat web atau nomor telepon.', en: 'Web address or phone number.' },
      constraints: { required: true },
    },
    {
      name: 'operator',
      type: 'string',
      title: { id: 'Pengelola', en: 'Operator' },
      description: { id: 'Lembaga pengelola.', en: 'The body that runs it.' },
      constraints: { required: true },
    },
    {
      name: 'what_for_id',
      type: 'string',
      title: { id: 'Untuk apa (Indonesia)', en: 'What for (Indonesian)' },
      description: { id: 'Aduan yang diterima.', en: 'The complaints it takes.' },
      constraints: { required: true },
    },
    {
      name: 'what_for_en',
      type: 'string',
      title: { id: 'Untuk apa (Inggris)', en: 'What for (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
    sourceId,
  ],
  primaryKey: ['name', 'address'],
  foreignKeys: [toSource],
} as const satisfies TableDefinition;

/** Editions of the dataset, newest last. */
export const editions = {
  name: 'editions',
  title: { id: 'Edisi', en: 'Editions' },
  description: {
    id: 'Edisi kumpulan data ini dan sampai kapan sumber dibaca.',
    en: 'Editions of this dataset and the date up to which sources were read.',
  },
  fields: [
    {
      name: 'version',
      type: 'string',
      title: { id: 'Versi', en: 'Version' },
      description: { id: 'Nomor edisi.', en: 'Number of the edition.' },
      example: '0.1.0',
      constraints: { required: true, unique: true, pattern: '\\d+\\.\\d+\\.\\d+' },
    },
    {
      name: 'date',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Tanggal', en: 'Date' },
      description: { id: 'Tanggal edisi.', en: 'Date of the edition.' },
      constraints: { required: true },
    },
    {
      name: 'sources_read_until',
      type: 'string',
      format: 'partial-date',
      title: { id: 'Sumber dibaca sampai', en: 'Sources read until' },
      description: {
        id: 'Batas waktu pembacaan sumber.',
        en: 'The date up to which sources were read.',
      },
      constraints: { required: true },
    },
    {
      name: 'summary_id',
      type: 'string',
      title: { id: 'Ringkasan (Indonesia)', en: 'Summary (Indonesian)' },
      description: { id: 'Apa yang baru.', en: 'What is new.' },
      constraints: { required: true },
    },
    {
      name: 'summary_en',
      type: 'string',
      title: { id: 'Ringkasan (Inggris)', en: 'Summary (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
      constraints: { required: true },
    },
  ],
  primaryKey: ['version'],
} as const satisfies TableDefinition;
