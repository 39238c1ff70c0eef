import { TABLE_NAMES, TABLES, type TableName } from '../dataset/tables/index.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import { aboutLines } from '../publish/about.ts';
import { sortedRows, tableCsv } from '../publish/csv.ts';
import { databaseBytes } from '../publish/database.ts';
import { documentationTables } from '../publish/documentation.ts';
import { excelCsv } from '../publish/excel-csv.ts';
import { tableParquet } from '../publish/parquet.ts';
import { tableJson } from '../publish/table-json.ts';
import { workbookBytes, workbookTypeText } from '../publish/workbook.ts';
import { config, edition, model } from './data.ts';
import { absolute, fileHref, href } from './paths.ts';

/** The formats of a single table. */
export type TableFormat = 'csv' | 'excel' | 'json' | 'parquet';
/** The formats that hold every table in one file. */
export type WholeFormat = 'xlsx' | 'sqlite';

/** Media types as IANA registers them. */
export const MEDIA_TYPES: Readonly<Record<TableFormat | WholeFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  excel: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sqlite: 'application/vnd.sqlite3',
};

const TABLE_FORMATS = ['csv', 'excel', 'json', 'parquet'] as const;
const WHOLE_FORMATS = ['xlsx', 'sqlite'] as const;

/** A file of the data as it is published. */
export interface PublishedFile {
  /** Path without base: `/data/scores.parquet`. */
  readonly path: string;
  readonly format: TableFormat | WholeFormat;
  readonly mediaType: string;
  /** The table it holds; `null` where it holds all of them. */
  readonly table: TableName | null;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Its size. */
  readonly bytes: number;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Path of a table in a format, without base. */
export function tablePath(table: TableName, format: TableFormat): string {
  return format === 'excel' ? `/data/excel/${table}.csv` : `/data/${table}.${format}`;
}

/** Path of the file with all tables in a format, without base. */
export function wholePath(format: WholeFormat): string {
  return `/data/cermin.${format}`;
}

const rowsOf = once((table: TableName) =>
  sortedRows<object>(TABLES[table], model.dataset.tables[table]),
);

const WRITERS: Readonly<Record<TableFormat, (table: TableName) => Uint8Array<ArrayBuffer>>> = {
  csv: (table) => utf8(tableCsv(TABLES[table], rowsOf(table))),
  excel: (table) => utf8(excelCsv(TABLES[table], rowsOf(table))),
  json: (table) => utf8(tableJson(TABLES[table], rowsOf(table))),
  parquet: (table) =>
    tableParquet(TABLES[table], rowsOf(table), {
      title: TABLES[table].title.en,
      version: edition.version,
      license: LICENCE.url,
    }),
};

/** A table in a format, written once per build. */
export const tableFile: (table: TableName, format: TableFormat) => PublishedFile = (() => {
  const files = once((path: string, table: TableName, format: TableFormat) =>
    fileOf(path, format, table, WRITERS[format](table)),
  );
  return (table, format) => files(tablePath(table, format), table, format);
})();

/** All tables in one file, written once per build. */
export const wholeFile: (format: WholeFormat) => Promise<PublishedFile> = once(
  async (format: WholeFormat) => fileOf(wholePath(format), format, null, await wholeBytes(format)),
);

/** Every file of this list, tables first. Other files of `/data/` describe these. */
export async function publishedFiles(): Promise<readonly PublishedFile[]> {
  return [
    ...TABLE_NAMES.flatMap((table) => TABLE_FORMATS.map((format) => tableFile(table, format))),
    ...(await Promise.all(WHOLE_FORMATS.map(wholeFile))),
  ];
}

/** A file as the answer to a request for it. */
export function respondWith({ content, mediaType }: PublishedFile): Response {
  return new Response(content, { headers: { 'Content-Type': mediaType } });
}

function wholeBytes(
  format: WholeFormat,
): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  const about = aboutLines({
    edition,
    operator: config.operator,
    dataPage: (lang) => absolute(href(lang, '/data/')),
  });
  if (format === 'sqlite') return databaseBytes(model, about, (path) => absolute(fileHref(path)));
  const data = TABLE_NAMES.map((name) => ({ table: TABLES[name], rows: rowsOf(name) }));
  // Labels stand beside their columns there: a sheet of them would only be one more.
  const documentation = documentationTables(about, { data, typeText: workbookTypeText }).filter(
    ({ table }) => table.name !== 'categories',
  );
  const title = about.find(({ key }) => key === 'title')?.text.id ?? '';
  return workbookBytes(documentation, data, {
    title: `${title} ${edition.version}`,
    creator: config.operator ?? SITE_NAME,
    description: `${LICENCE.short}: ${LICENCE.url}`,
    date: edition.date,
  });
}

function fileOf(
  path: string,
  format: TableFormat | WholeFormat,
  table: TableName | null,
  content: Uint8Array<ArrayBuffer>,
): PublishedFile {
  return { path, format, mediaType: MEDIA_TYPES[format], table, content, bytes: content.length };
}

/** Remembers what a function returned, by its first argument. */
function once<K, A extends readonly unknown[], V>(make: (key: K, ...rest: A) => V) {
  const known = new Map<K, V>();
  return (key: K, ...rest: A): V => {
    const value = known.has(key) ? (known.get(key) as V) : make(key, ...rest);
    known.set(key, value);
    return value;
  };
}

/** The published CSV of a table. */
export function csvFile(table: TableName): PublishedFile {
  return tableFile(table, 'csv');
}

/** Path of a table's CSV, without base. */
export function csvPath(table: TableName): string {
  return tablePath(table, 'csv');
}

/** Size of all published tables together. */
export function csvBytes(): number {
  return TABLE_NAMES.reduce((sum, name) => sum + csvFile(name).bytes, 0);
}
