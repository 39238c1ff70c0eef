import type { TableDefinition } from '../table-schema.ts';
import { AREA_CODE_PATTERN } from './common.ts';

/** What every edition changed in the one before, written by `npm run release`. */
export const changes = {
  name: 'changes',
  title: { id: 'Perubahan', en: 'Changes' },
  description: {
    id: 'Yang berubah di tiap edisi terhadap edisi sebelumnya: satu baris untuk tiap sel yang berubah, tiap baris yang ditambah atau dicabut, dan tiap kolom atau tabel yang ditambah atau hilang. Edisi pertama tidak punya baris di sini. Perubahan yang punya alasan adalah koreksi. Tabel `editions` dan tabel ini sendiri tidak dibandingkan.',
    en: 'What each edition changed in the one before: a row for each cell that changed, each row added or withdrawn, each column or table added or gone. The first edition has no rows here. A change with a reason is a correction. The table `editions` and this one are not compared.',
  },
  fields: [
    {
      name: 'version',
      type: 'string',
      title: { id: 'Versi', en: 'Version' },
      description: {
        id: 'Edisi yang membawa perubahan ini.',
        en: 'The edition that brought this change.',
      },
      example: '0.1.1',
      constraints: { required: true },
    },
    {
      name: 'number',
      type: 'integer',
      title: { id: 'Nomor', en: 'Number' },
      description: {
        id: 'Urutan perubahan dalam edisinya.',
        en: 'Place of the change in its edition.',
      },
      example: '1',
      constraints: { required: true, minimum: 1 },
    },
    {
      name: 'table_name',
      type: 'string',
      title: { id: 'Tabel', en: 'Table' },
      description: { id: 'Nama tabel yang berubah.', en: 'Name of the table that changed.' },
      example: 'scores',
      constraints: { required: true, pattern: '[a-z_]+' },
    },
    {
      name: 'row_key',
      type: 'string',
      title: { id: 'Kunci baris', en: 'Row key' },
      description: {
        id: 'Nilai kolom kunci baris itu, menurut urutan kuncinya, dipisahkan ` | `; kosong bila yang berubah adalah kolom atau tabel.',
        en: 'The values of the key columns of the row, in the order of the key, separated by ` | `; empty where a column or a table changed.',
      },
      example: '35.72 | spi | 2024 | jatimtimes-2025-12-09',
    },
    {
      name: 'area_code',
      type: 'string',
      title: { id: 'Kode wilayah', en: 'Area code' },
      description: {
        id: 'Wilayah yang disangkut baris itu, bila ada; kode Kemendagri sebagai teks.',
        en: 'The area the row is about, if it is about one; Kemendagri code, as text.',
      },
      example: '35.72',
      constraints: { pattern: AREA_CODE_PATTERN },
    },
    {
      name: 'kind',
      type: 'string',
      title: { id: 'Jenis', en: 'Kind' },
      description: { id: 'Apa yang terjadi.', en: 'What happened.' },
      example: 'changed',
      constraints: { required: true },
      categories: [
        { value: 'added', label: { id: 'baris ditambah', en: 'row added' } },
        { value: 'changed', label: { id: 'nilai diubah', en: 'value changed' } },
        { value: 'removed', label: { id: 'baris dicabut', en: 'row withdrawn' } },
        { value: 'column_added', label: { id: 'kolom ditambah', en: 'column added' } },
        { value: 'column_removed', label: { id: 'kolom dihapus', en: 'column removed' } },
        { value: 'table_added', label: { id: 'tabel ditambah', en: 'table added' } },
        { value: 'table_removed', label: { id: 'tabel dihapus', en: 'table removed' } },
      ],
    },
    {
      name: 'column_name',
      type: 'string',
      title: { id: 'Kolom', en: 'Column' },
      description: {
        id: 'Kolom yang nilainya berubah, atau kolom yang ditambah atau hilang.',
        en: 'The column whose value changed, or that was added or is gone.',
      },
      example: 'value',
      constraints: { pattern: '[a-z0-9_]+' },
    },
    {
      name: 'value_before',
      type: 'string',
      title: { id: 'Nilai semula', en: 'Value before' },
      description: {
        id: 'Isi sel di edisi sebelumnya; untuk baris yang dicabut, angka atau kategorinya; kosong bila semula kosong. Pada keputusan: sumber yang angkanya semula dipakai.',
        en: 'The cell in the edition before; of a withdrawn row its figure or category; empty if it was empty. Of a decision: the source whose figure was used before.',
      },
      example: '92.51',
    },
    {
      name: 'value_after',
      type: 'string',
      title: { id: 'Nilai sekarang', en: 'Value after' },
      description: {
        id: 'Isi sel di edisi ini; kosong bila sekarang kosong. Pada keputusan: sumber yang angkanya sekarang dipakai.',
        en: 'The cell in this edition; empty if it is empty now. Of a decision: the source whose figure is used now.',
      },
      example: '92.15',
    },
    {
      name: 'reason_id',
      type: 'string',
      title: { id: 'Alasan (Indonesia)', en: 'Reason (Indonesian)' },
      description: {
        id: 'Mengapa dikoreksi; terisi hanya pada koreksi.',
        en: 'Why it was corrected, in Indonesian; corrections only.',
      },
    },
    {
      name: 'reason_en',
      type: 'string',
      title: { id: 'Alasan (Inggris)', en: 'Reason (English)' },
      description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
    },
  ],
  primaryKey: ['version', 'number'],
  foreignKeys: [{ fields: ['version'], reference: { resource: 'editions', fields: ['version'] } }],
} as const satisfies TableDefinition;
