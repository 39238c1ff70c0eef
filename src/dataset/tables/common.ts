import type { Category, Field } from '../table-schema.ts';

/** Kemendagri code of a province (`35`) or of a regency or city (`35.72`). Always text. */
export const AREA_CODE_PATTERN = '\\d{2}(\\.\\d{2})?';

/** Identifiers that appear in addresses: lower case, digits and hyphens. */
export const ID_PATTERN = '[a-z0-9]+(-[a-z0-9]+)*';

/** The seven measures among the entry criteria. */
export const INDICATORS = [
  { value: 'mcp', label: { id: 'MCP', en: 'MCP' } },
  { value: 'spi', label: { id: 'SPI', en: 'SPI' } },
  { value: 'sakip', label: { id: 'SAKIP', en: 'SAKIP' } },
  { value: 'ombudsman', label: { id: 'Ombudsman', en: 'Ombudsman' } },
  { value: 'spip', label: { id: 'SPIP', en: 'SPIP' } },
  { value: 'spbe', label: { id: 'SPBE', en: 'SPBE' } },
  { value: 'bpk', label: { id: 'Opini BPK', en: 'BPK opinion' } },
] as const satisfies readonly Category[];

/** The citation every fact row carries. */
export const sourceId = {
  name: 'source_id',
  type: 'string',
  title: { id: 'Sumber', en: 'Source' },
  description: {
    id: 'Publikasi tempat fakta ini dicetak.',
    en: 'The publication in which this fact is printed.',
  },
  example: 'jatimtimes-2025-12-09',
  constraints: { required: true },
} as const satisfies Field;

/** The same, where several sources print one statement. */
export const sourceIds = {
  name: 'source_ids',
  type: 'list',
  title: { id: 'Sumber', en: 'Sources' },
  description: {
    id: 'Publikasi yang memuatnya, dipisahkan satu spasi.',
    en: 'The publications that print it, separated by one space.',
  },
  example: 'bolinggo-2024-12 mkn-2024-03-12',
  constraints: { required: true },
  reference: 'sources',
} as const satisfies Field;

export const note = {
  name: 'note',
  type: 'string',
  title: { id: 'Catatan editor', en: "Editors' note" },
  description: {
    id: 'Catatan editor dalam bahasa Inggris; hanya untuk unduhan.',
    en: "Editors' working note, in English; downloads only.",
  },
  editorial: true,
} as const satisfies Field;

export const areaCode = {
  name: 'area_code',
  type: 'string',
  title: { id: 'Kode wilayah', en: 'Area code' },
  description: {
    id: 'Kode Kemendagri sebagai teks: `11.10` bukan `11.1`.',
    en: 'Kemendagri code, as text: `11.10` is not `11.1`.',
  },
  example: '35.72',
  constraints: { required: true, pattern: AREA_CODE_PATTERN },
} as const satisfies Field;

/** Words for the reader that belong to a row, one field per language. */
export const detailId = {
  name: 'detail_id',
  type: 'string',
  title: { id: 'Keterangan (Indonesia)', en: 'Detail (Indonesian)' },
  description: {
    id: 'Hal yang perlu diketahui pembaca tentang baris ini, dalam bahasa Indonesia.',
    en: 'What a reader needs to know about this row, in Indonesian.',
  },
} as const satisfies Field;

export const detailEn = {
  name: 'detail_en',
  type: 'string',
  title: { id: 'Keterangan (Inggris)', en: 'Detail (English)' },
  description: {
    id: 'Hal yang sama dalam bahasa Inggris.',
    en: 'The same in English.',
  },
} as const satisfies Field;

export const scopeId = {
  name: 'scope_id',
  type: 'string',
  title: { id: 'Cakupan (Indonesia)', en: 'Scope (Indonesian)' },
  description: {
    id: 'Apa yang dicakup angka ini, dalam bahasa Indonesia.',
    en: 'What this figure covers, in Indonesian.',
  },
} as const satisfies Field;

export const scopeEn = {
  name: 'scope_en',
  type: 'string',
  title: { id: 'Cakupan (Inggris)', en: 'Scope (English)' },
  description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
} as const satisfies Field;

export const reasonId = {
  name: 'reason_id',
  type: 'string',
  title: { id: 'Alasan (Indonesia)', en: 'Reason (Indonesian)' },
  description: {
    id: 'Mengapa versi ini yang dipakai, dalam bahasa Indonesia.',
    en: 'Why this version is used, in Indonesian.',
  },
} as const satisfies Field;

export const reasonEn = {
  name: 'reason_en',
  type: 'string',
  title: { id: 'Alasan (Inggris)', en: 'Reason (English)' },
  description: { id: 'Hal yang sama dalam bahasa Inggris.', en: 'The same in English.' },
} as const satisfies Field;

export const toArea = {
  fields: ['area_code'],
  reference: { resource: 'areas', fields: ['code'] },
} as const;

export const toSource = {
  fields: ['source_id'],
  reference: { resource: 'sources', fields: ['id'] },
} as const;
