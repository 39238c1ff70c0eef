/** Reads published data files with programs that are not the project's own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import * as XLSX from '@e965/xlsx';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { Field, TableDefinition } from '../../src/dataset/table-schema.ts';

/** A row as a program found it. */
export type FoundRow = Readonly<Record<string, unknown>>;

/** DuckDB, with no database of its own. */
export async function openDuckDb() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    /** The rows of a query; numbers too exact for JavaScript are texts. */
    rows: async (sql: string): Promise<FoundRow[]> =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export type DuckDb = Awaited<ReturnType<typeof openDuckDb>>;

/** The rows of a Parquet file that is in memory. */
export async function parquetRows(duck: DuckDb, bytes: Uint8Array): Promise<FoundRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'cermin-parquet-'));
  try {
    const file = join(dir, 'table.parquet');
    writeFileSync(file, bytes);
    return await duck.rows(`SELECT * FROM read_parquet('${file}')`);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

let sqliteModule: ReturnType<typeof sqlite3InitModule> | undefined;

/** SQLite as its makers build it for browsers: another build than the one in Node. */
export async function openSqlite(bytes: Uint8Array) {
  sqliteModule ??= sqlite3InitModule();
  const sqlite = await sqliteModule;
  const database = new sqlite.oo1.DB();
  const place = sqlite.wasm.allocFromTypedArray(new Uint8Array(bytes));
  const { SQLITE_DESERIALIZE_FREEONCLOSE, SQLITE_DESERIALIZE_READONLY } = sqlite.capi;
  database.checkRc(
    sqlite.capi.sqlite3_deserialize(
      database.pointer as number,
      'main',
      place,
      bytes.length,
      bytes.length,
      SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY,
    ),
  );
  return {
    rows: (sql: string): FoundRow[] =>
      database.exec({ sql, rowMode: 'object', returnValue: 'resultRows' }) as FoundRow[],
    close: () => database.close(),
  };
}

/** A workbook as SheetJS reads it. */
export function openWorkbook(bytes: Uint8Array): XLSX.WorkBook {
  return XLSX.read(bytes, { type: 'array', cellNF: true, cellText: true, cellStyles: true });
}

/** The rows of a sheet with a header; an empty cell is `null`. */
export function sheetRows(workbook: XLSX.WorkBook, name: string): FoundRow[] {
  const sheet = workbook.Sheets[name];
  if (!sheet) throw new Error(`the workbook has no sheet ${name}`);
  return XLSX.utils.sheet_to_json(sheet, { defval: null, raw: true, UTC: true });
}

/** A cell of a sheet, or what stands for an empty one. */
export function cellOf(workbook: XLSX.WorkBook, sheet: string, address: string): XLSX.CellObject {
  return (workbook.Sheets[sheet]?.[address] as XLSX.CellObject | undefined) ?? { t: 'z' };
}

/** The shortest digits of a number, of any length: `68.80` is `68.8`, `-0` is `0`. */
function shortest(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const rest = fraction.replace(/0+$/, '');
  const text = rest === '' ? whole : `${whole}.${rest}`;
  return text === '-0' ? '0' : text;
}

/** A number as plain digits; JavaScript writes very small and very large ones with an exponent. */
function plainDigits(value: unknown): string {
  const text = String(value);
  return /e/i.test(text)
    ? Number(text).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

/**
 * What a value says, whatever the format could say it in; and its kind where a format has got it
 * wrong, so that `11.1` for the text `11.10` is noticed.
 */
export function meaning(field: Field, value: unknown): unknown {
  if (field.type === 'list') {
    if (Array.isArray(value)) return value;
    if (value === null || value === '') return [];
    if (typeof value !== 'string') return { wrong: value };
    return value.startsWith('[') ? JSON.parse(value) : value.split(' ');
  }
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'integer':
    case 'year':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(plainDigits(value))
        ? shortest(plainDigits(value))
        : { wrong: value };
    case 'boolean':
      return typeof value === 'boolean' || value === 0 || value === 1
        ? Boolean(value)
        : { wrong: value };
    case 'string':
      return typeof value === 'string' ? value : { wrong: value };
  }
}

/** What a reader found that is not what was published; nothing where all of it is. */
export function differences(
  table: TableDefinition,
  published: readonly object[],
  found: readonly FoundRow[],
): string[] {
  const names = table.fields.map(({ name }) => name);
  const columns = Object.keys(found[0] ?? {});
  if (found.length > 0 && columns.join() !== names.join()) {
    return [`${table.name}: columns ${columns.join()} instead of ${names.join()}`];
  }
  if (found.length !== published.length) {
    return [`${table.name}: ${found.length} rows instead of ${published.length}`];
  }
  return published.flatMap((row, i) =>
    table.fields.flatMap((field) => {
      const want = JSON.stringify(meaning(field, (row as FoundRow)[field.name]));
      const got = JSON.stringify(meaning(field, found[i]?.[field.name]));
      return want === got ? [] : [`${table.name}:${i + 1}: ${field.name} is ${got}, not ${want}`];
    }),
  );
}

/** Rows as the dataset holds them, made of what a reader found. */
export function asRows(table: TableDefinition, found: readonly FoundRow[]): object[] {
  return found.map((row) =>
    Object.fromEntries(
      table.fields.map((field) => {
        const value = meaning(field, row[field.name]);
        const isNumber = field.type === 'integer' || field.type === 'year';
        return [
          field.name,
          typeof value === 'string' && (isNumber || (field.type === 'number' && !field.exact))
            ? Number(value)
            : value,
        ];
      }),
    ),
  );
}
