import { TABLE_NAMES, TABLES, type TableName } from '../dataset/tables/index.ts';
import { tableCsv } from '../publish/csv.ts';
import { model } from './data.ts';

/** A published file: its text and its size. */
export interface PublishedFile {
  readonly text: string;
  readonly bytes: number;
}

const files = new Map<TableName, PublishedFile>();

/** The published CSV of a table, written once per build. */
export function csvFile(table: TableName): PublishedFile {
  const known = files.get(table);
  if (known) return known;
  const text = tableCsv(TABLES[table], model.dataset.tables[table]);
  const file = { text, bytes: new TextEncoder().encode(text).length };
  files.set(table, file);
  return file;
}

/** Path of a table's CSV, without base. */
export function csvPath(table: TableName): string {
  return `/data/${table}.csv`;
}

/** Size of all published tables together. */
export function csvBytes(): number {
  return TABLE_NAMES.reduce((sum, name) => sum + csvFile(name).bytes, 0);
}
