/**
 * What a file that holds every table says about itself. The documentation is made of tables like
 * the data, so the workbook and the database write it as they write any other.
 */
import type { Field, TableDefinition, Text } from '../dataset/table-schema.ts';
import { referenceOf } from './dictionary.ts';

/** A table with its rows, ready to be published. */
export interface PublishedTable {
  readonly table: TableDefinition;
  readonly rows: readonly object[];
}

/** A line on the data as a whole: what it is called, its edition, its licence. */
export interface AboutLine {
  readonly key: string;
  readonly text: Text;
}

const text = (
  name: string,
  title: Text,
  description: Text,
  required = true,
): Field & { readonly type: 'string' } => ({
  name,
  type: 'string',
  title,
  description,
  ...(required ? { constraints: { required: true } } : {}),
});

const TABLE_NAME = text(
  'table_name',
  { id: 'Tabel', en: 'Table' },
  { id: 'Nama tabel.', en: 'Name of the table.' },
);
const POSITION: Field = {
  name: 'position',
  type: 'integer',
  title: { id: 'Urutan', en: 'Position' },
  description: { id: 'Urutan, mulai dari 1.', en: 'Position, from 1.' },
  constraints: { required: true, minimum: 1 },
};
const both = (name: string, title: Text, description: Text, required = true) =>
  (['id', 'en'] as const).map((lang) =>
    text(
      `${name}_${lang}`,
      {
        id: `${title.id} (${lang === 'id' ? 'Indonesia' : 'Inggris'})`,
        en: `${title.en} (${lang === 'id' ? 'Indonesian' : 'English'})`,
      },
      description,
      required,
    ),
  );
const TITLE = both(
  'title',
  { id: 'Judul', en: 'Title' },
  { id: 'Sebutannya untuk manusia.', en: 'What people call it.' },
);
const DESCRIPTION = both(
  'description',
  { id: 'Arti', en: 'Meaning' },
  { id: 'Apa isinya.', en: 'What it holds.' },
);

const about: TableDefinition = {
  name: 'about',
  title: { id: 'Tentang data ini', en: 'About this data' },
  description: {
    id: 'Edisi, lisensi, cara mengutip, dan cara membaca data ini.',
    en: 'Edition, licence, citation, and how to read this data.',
  },
  fields: [
    POSITION,
    text(
      'key',
      { id: 'Kunci', en: 'Key' },
      { id: 'Apa yang diterangkan.', en: 'What is explained.' },
    ),
    ...both(
      'text',
      { id: 'Keterangan', en: 'Text' },
      { id: 'Keterangannya.', en: 'The explanation.' },
    ),
  ],
  primaryKey: ['position'],
};

const tables: TableDefinition = {
  name: 'tables',
  title: { id: 'Tabel', en: 'Tables' },
  description: {
    id: 'Tabel dan pandangan dalam berkas ini.',
    en: 'The tables and views in this file.',
  },
  fields: [
    POSITION,
    TABLE_NAME,
    {
      ...text(
        'kind',
        { id: 'Jenis', en: 'Kind' },
        {
          id: 'Data, hasil hitungan kami, pandangan, atau penjelasan.',
          en: 'Data, computed by us, a view, or documentation.',
        },
      ),
      categories: [
        { value: 'data', label: { id: 'data', en: 'data' } },
        { value: 'computed', label: { id: 'hitungan', en: 'computed' } },
        { value: 'view', label: { id: 'pandangan', en: 'view' } },
        { value: 'documentation', label: { id: 'penjelasan', en: 'documentation' } },
      ],
    },
    ...TITLE,
    ...DESCRIPTION,
    text(
      'primary_key',
      { id: 'Kunci utama', en: 'Primary key' },
      {
        id: 'Kolom yang bersama-sama membedakan baris.',
        en: 'The columns that together tell rows apart.',
      },
      false,
    ),
    {
      name: 'row_count',
      type: 'integer',
      title: { id: 'Baris', en: 'Rows' },
      description: {
        id: 'Banyaknya baris; kosong untuk pandangan.',
        en: 'Number of rows; empty for views.',
      },
    },
  ],
  primaryKey: ['position'],
};

const columns: TableDefinition = {
  name: 'columns',
  title: { id: 'Kolom', en: 'Columns' },
  description: {
    id: 'Arti, jenis, dan nilai yang dibolehkan bagi setiap kolom.',
    en: 'Meaning, type and allowed values of every column.',
  },
  fields: [
    TABLE_NAME,
    POSITION,
    text(
      'column_name',
      { id: 'Kolom', en: 'Column' },
      { id: 'Nama kolom.', en: 'Name of the column.' },
    ),
    ...TITLE,
    ...DESCRIPTION,
    ...both(
      'type',
      { id: 'Isi', en: 'Holds' },
      { id: 'Jenis nilainya.', en: 'What kind of value.' },
    ),
    {
      name: 'required',
      type: 'boolean',
      title: { id: 'Wajib', en: 'Required' },
      description: { id: 'Tidak pernah kosong.', en: 'Never empty.' },
      constraints: { required: true },
    },
    ...both(
      'allowed',
      { id: 'Nilai yang dibolehkan', en: 'Allowed values' },
      {
        id: 'Nilai tetap dengan artinya, satu per baris; kosong bila bebas.',
        en: 'Fixed values and what they mean, one a line; empty where any is allowed.',
      },
      false,
    ),
    text(
      'reference',
      { id: 'Merujuk ke', en: 'Refers to' },
      {
        id: 'Tabel dan kolom tempat nilainya ditemukan lagi.',
        en: 'The table and column in which the value is found again.',
      },
      false,
    ),
    text(
      'example',
      { id: 'Contoh', en: 'Example' },
      { id: 'Satu nilai.', en: 'One value.' },
      false,
    ),
  ],
  primaryKey: ['table_name', 'column_name'],
};

const categories: TableDefinition = {
  name: 'categories',
  title: { id: 'Nilai tetap', en: 'Fixed values' },
  description: {
    id: 'Nilai tetap setiap kolom dengan sebutannya, untuk digabungkan dalam kueri.',
    en: 'The fixed values of every column with their labels, to join in queries.',
  },
  fields: [
    TABLE_NAME,
    text(
      'column_name',
      { id: 'Kolom', en: 'Column' },
      { id: 'Nama kolom.', en: 'Name of the column.' },
    ),
    POSITION,
    text(
      'value',
      { id: 'Nilai', en: 'Value' },
      { id: 'Nilai dalam tabel.', en: 'The value in the table.' },
    ),
    ...both(
      'label',
      { id: 'Sebutan', en: 'Label' },
      { id: 'Sebutannya untuk manusia.', en: 'What people call it.' },
    ),
  ],
  primaryKey: ['table_name', 'column_name', 'value'],
};

const plain = (words: string) => words.replaceAll('`', '');
const allowedText = (field: Field, lang: 'id' | 'en') =>
  field.categories
    ?.map(({ value, label }) => (label[lang] === value ? value : `${value} = ${label[lang]}`))
    .join('\n') ?? null;

function columnRow(table: TableDefinition, field: Field, index: number, type: Text) {
  const reference = referenceOf(table, field);
  return {
    table_name: table.name,
    position: index + 1,
    column_name: field.name,
    title_id: field.title.id,
    title_en: field.title.en,
    description_id: plain(field.description.id),
    description_en: plain(field.description.en),
    type_id: plain(type.id),
    type_en: plain(type.en),
    required: field.constraints?.required ?? false,
    allowed_id: allowedText(field, 'id'),
    allowed_en: allowedText(field, 'en'),
    reference: reference && `${reference.table}.${reference.field}`,
    example: field.example ?? null,
  };
}

/** A view: a question asked of the tables, with a name. */
export interface View {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
}

/** What stands in a file, by what it is. */
export interface Contents {
  readonly data: readonly PublishedTable[];
  readonly computed?: readonly PublishedTable[];
  readonly views?: readonly View[];
  /** How a column's values stand in this kind of file. */
  typeText(field: Field): Text;
}

/** The documentation of a file: about it, its tables, their columns and their fixed values. */
export function documentationTables(
  lines: readonly AboutLine[],
  contents: Contents,
): readonly PublishedTable[] {
  const all = [...contents.data, ...(contents.computed ?? [])].map(({ table }) => table);
  const listed = [
    ...contents.data.map((each) => ({ ...each, kind: 'data' })),
    ...(contents.computed ?? []).map((each) => ({ ...each, kind: 'computed' })),
  ];
  return [
    {
      table: about,
      rows: lines.map((line, i) => ({
        position: i + 1,
        key: line.key,
        text_id: line.text.id,
        text_en: line.text.en,
      })),
    },
    {
      table: tables,
      rows: [
        ...listed.map(({ table, rows, kind }) => ({
          ...namesOf(table),
          kind,
          primary_key: table.primaryKey.join(', '),
          row_count: rows.length,
        })),
        ...(contents.views ?? []).map((view) => ({
          ...namesOf(view),
          kind: 'view',
          primary_key: null,
          row_count: null,
        })),
      ].map((row, i) => ({ position: i + 1, ...row })),
    },
    {
      table: columns,
      rows: all.flatMap((table) =>
        table.fields.map((field, i) => columnRow(table, field, i, contents.typeText(field))),
      ),
    },
    {
      table: categories,
      rows: all.flatMap((table) =>
        table.fields.flatMap((field) =>
          (field.categories ?? []).map(({ value, label }, i) => ({
            table_name: table.name,
            column_name: field.name,
            position: i + 1,
            value,
            label_id: label.id,
            label_en: label.en,
          })),
        ),
      ),
    },
  ];
}

function namesOf(named: { name: string; title: Text; description: Text }) {
  return {
    table_name: named.name,
    title_id: named.title.id,
    title_en: named.title.en,
    description_id: plain(named.description.id),
    description_en: plain(named.description.en),
  };
}
