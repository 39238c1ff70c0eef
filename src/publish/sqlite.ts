/**
 * Writes tables as one SQLite database: typed (STRICT) tables with primary and foreign keys,
 * checks for fixed values and ranges, indexes for the joins, and views. Built in memory from the
 * same statements in the same order, so the same data give the same bytes.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Field, ForeignKey, TableDefinition, Text } from '../dataset/table-schema.ts';
import { sortedRows } from './csv.ts';
import { typeText } from './dictionary.ts';
import type { PublishedTable, View } from './documentation.ts';

/** A view with the query it stands for. */
export interface SqlView extends View {
  readonly sql: string;
}

const name = (text: string) => `"${text.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const names = (list: readonly string[]) => list.map(name).join(', ');

/**
 * The storage class of a field. Numbers whose digits are a fact become REAL too: text would sort
 * and compare wrongly. A REAL keeps 15 digits; `68.80` is read back as 68.8.
 */
function storage(field: Field): string {
  switch (field.type) {
    case 'integer':
    case 'year':
    case 'boolean':
      return 'INTEGER';
    case 'number':
      return 'REAL';
    case 'string':
    case 'list':
      return 'TEXT';
  }
}

/** What a column of the database holds, in words. */
export function sqliteTypeText(field: Field): Text {
  if (field.exact) {
    return {
      id: 'angka, tanpa nol di belakang: 68.80 tersimpan sebagai 68.8',
      en: 'number, without trailing zeros: 68.80 is stored as 68.8',
    };
  }
  if (field.type === 'boolean') return { id: '1 = ya, 0 = tidak', en: '1 = yes, 0 = no' };
  if (field.type === 'list') return { id: 'larik JSON', en: 'JSON array' };
  return typeText(field);
}

/** A date to the precision known, as SQLite can tell one. */
const PARTIAL_DATE = ['[0-9][0-9][0-9][0-9]', '-[0-9][0-9]', '-[0-9][0-9]'].map((_, i, parts) =>
  parts.slice(0, i + 1).join(''),
);

function checks(field: Field): readonly string[] {
  const column = name(field.name);
  const { minimum, maximum } = field.constraints ?? {};
  const isFixed = field.type === 'string' && field.categories;
  return [
    ...(field.type === 'boolean' ? [`${column} IN (0, 1)`] : []),
    ...(field.type === 'list' ? [`json_valid(${column}) AND json_type(${column}) = 'array'`] : []),
    ...(isFixed ? [`${column} IN (${isFixed.map(({ value }) => literal(value)).join(', ')})`] : []),
    ...(field.format === 'partial-date'
      ? [PARTIAL_DATE.map((form) => `${column} GLOB ${literal(form)}`).join(' OR ')]
      : []),
    ...(minimum === undefined ? [] : [`${column} >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`${column} <= ${maximum}`]),
  ];
}

function columnSql(field: Field): string {
  const never = field.constraints?.required || field.type === 'list' ? ' NOT NULL' : '';
  const unique = field.constraints?.unique ? ' UNIQUE' : '';
  const check = checks(field).map((each) => ` CHECK (${each})`);
  return `${name(field.name)} ${storage(field)}${never}${unique}${check.join('')}`;
}

function keySql({ fields, reference }: ForeignKey): string {
  return `FOREIGN KEY (${names(fields)}) REFERENCES ${name(reference.resource)} (${names(reference.fields)})`;
}

/** The statements that make a table and its indexes. */
function tableSql(table: TableDefinition): readonly string[] {
  const own = table.primaryKey.join();
  const unique = table.fields.map((field) =>
    // The primary key says it already.
    field.name === own ? { ...field, constraints: { ...field.constraints, unique: false } } : field,
  );
  const keys = table.foreignKeys ?? [];
  const parts = [...unique.map(columnSql), `PRIMARY KEY (${names(table.primaryKey)})`].concat(
    keys.map(keySql),
  );
  // A key that begins the primary key finds its rows by that.
  const wanted = keys.filter(
    ({ fields }) => fields.join() !== table.primaryKey.slice(0, fields.length).join(),
  );
  return [
    `CREATE TABLE ${name(table.name)} (\n  ${parts.join(',\n  ')}\n) STRICT`,
    ...wanted.map(
      ({ fields }) =>
        `CREATE INDEX ${name(`${table.name}_by_${fields.join('_')}`)} ON ${name(table.name)} (${names(fields)})`,
    ),
  ];
}

function stored(field: Field, value: unknown): SQLInputValue {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'boolean':
      return value ? 1 : 0;
    case 'list':
      return JSON.stringify(value);
    case 'integer':
      // A JavaScript number would be stored as a REAL beyond 32 bits.
      return BigInt(value as number);
    case 'year':
    case 'number':
      return Number(value);
    case 'string':
      return String(value);
  }
}

function fill(database: DatabaseSync, { table, rows }: PublishedTable): void {
  const marks = table.fields.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO ${name(table.name)} VALUES (${marks})`);
  for (const row of sortedRows(table, rows) as readonly Readonly<Record<string, unknown>>[]) {
    insert.run(...table.fields.map((field) => stored(field, row[field.name])));
  }
}

/**
 * Tables and views as the bytes of an SQLite database. Rows are in their published order. Throws
 * where a row breaks a key or a check: the dataset has been checked by then.
 */
export function sqliteBytes(
  tables: readonly PublishedTable[],
  views: readonly SqlView[] = [],
): Uint8Array<ArrayBuffer> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  try {
    database.exec("PRAGMA encoding = 'UTF-8'; PRAGMA page_size = 4096; BEGIN");
    for (const { table } of tables) for (const sql of tableSql(table)) database.exec(sql);
    for (const table of tables) fill(database, table);
    for (const view of views) database.exec(`CREATE VIEW ${name(view.name)} AS\n${view.sql}`);
    database.exec('COMMIT');
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) {
      throw new Error(`rows without the row they refer to: ${JSON.stringify(broken.slice(0, 3))}`);
    }
    database.exec('VACUUM');
    return new Uint8Array(database.serialize());
  } finally {
    database.close();
  }
}
