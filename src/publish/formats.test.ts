import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asRows,
  cellOf,
  type DuckDb,
  differences,
  type FoundRow,
  openDuckDb,
  openSqlite,
  openWorkbook,
  parquetRows,
  sheetRows,
} from '../../test/lib/data-readers.ts';
import { formulaProblem, strayProblem } from '../dataset/check-text.ts';
import { readTables } from '../dataset/read-dataset.ts';
import { type Field, fieldOf, type TableDefinition } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type Tables } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { sortedRows, tableCsv } from './csv.ts';
import type { PublishedTable } from './documentation.ts';
import { tableParquet } from './parquet.ts';
import { sqliteBytes } from './sqlite.ts';
import { tableJson } from './table-json.ts';
import { workbookBytes } from './workbook.ts';

const TEXT = { id: '-', en: '-' };
const PROPERTIES = { title: '-', creator: '-', description: '-', date: '2025-03' };

/** A table with a column of every kind. */
const KINDS: TableDefinition = {
  name: 'kinds',
  title: TEXT,
  description: TEXT,
  fields: [
    kind({ name: 'key', type: 'integer', constraints: { required: true } }),
    kind({ name: 'text', type: 'string' }),
    kind({ name: 'exact', type: 'number', exact: true }),
    kind({ name: 'number', type: 'number' }),
    kind({ name: 'year', type: 'year' }),
    kind({ name: 'truth', type: 'boolean' }),
    kind({ name: 'list', type: 'list' }),
  ],
  primaryKey: ['key'],
};

function kind(field: Omit<Field, 'title' | 'description'>): Field {
  return { ...field, title: TEXT, description: TEXT };
}

let duck: DuckDb;
beforeAll(async () => {
  duck = await openDuckDb();
});
afterAll(() => duck.close());

/** What each reader finds of a table once it is published. */
const READERS = {
  parquet: ({ table, rows }: PublishedTable) => parquetRows(duck, tableParquet(table, rows)),
  sqlite: async ({ table, rows }: PublishedTable) => {
    const database = await openSqlite(sqliteBytes([{ table, rows }]));
    const found = database.rows(`SELECT * FROM "${table.name}"`);
    database.close();
    return found;
  },
  xlsx: async ({ table, rows }: PublishedTable) =>
    sheetRows(openWorkbook(await workbookBytes([], [{ table, rows }], PROPERTIES)), table.name),
  json: async ({ table, rows }: PublishedTable) => JSON.parse(tableJson(table, rows)),
};
const formats = Object.keys(READERS) as (keyof typeof READERS)[];

const letters = fc.constantFrom(
  ...['"', "'", ',', ';', '\n', ' ', 'a', 'Z', '7', '.', '-', '=', '+', '@', '|', '%', '<', '&'],
  ...['_', 'x', '0', 'D', '[', '\\', '/', 'é', 'ñ', 'ꦗ', 'ᮞ', 'ب', '漢', '\u{1F600}', '“', '…'],
);
const anyText = fc.string({ unit: letters, minLength: 1, maxLength: 40 });
/** Numbers in print, of as many digits as a double tells apart. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 7 }),
  )
  .map(([minus, whole, places]) => `${minus ? '-' : ''}${whole}${places && `.${places}`}`)
  .filter((digits) => !/^-0(\.0*)?$/.test(digits));

describe('every format', () => {
  const row = fc.record({
    text: fc.option(anyText),
    exact: fc.option(decimal),
    number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })),
    year: fc.option(fc.integer({ min: 1900, max: 2100 })),
    truth: fc.option(fc.boolean()),
    list: fc.array(fc.stringMatching(/^[a-z0-9.-]{1,8}$/), { maxLength: 3 }),
  });
  const rows = fc.array(row, { maxLength: 8 }).map((list) =>
    list.map((each, key) => ({
      key: key === 0 ? 9_007_199_254 : key,
      ...each,
      number: each.number === null ? null : Number(each.number.toPrecision(12)) + 0,
    })),
  );

  it.each(formats)('gives %s readers any text, number, truth and list', async (format) => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const found = await READERS[format]({ table: KINDS, rows: list });
        expect(differences(KINDS, sortedRows(KINDS, list), found)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps long decimals exact where the format can', async () => {
    const exact = '-12345678901234567890.123456789012345678';
    const list = [{ key: 1, list: [], exact }];
    expect(tableJson(KINDS, list)).toContain(`"exact":${exact},`);
    expect(await READERS.parquet({ table: KINDS, rows: list })).toMatchObject([{ exact }]);
    expect(await READERS.xlsx({ table: KINDS, rows: list })).toMatchObject([{ exact }]);
    expect(() => tableParquet(KINDS, [{ ...list[0], exact: '1'.repeat(39) }])).toThrow('39 digits');
  });

  it('keeps digits that are no more than print', async () => {
    const rows = [{ key: 1, list: [], exact: '68.80' }];
    expect(tableJson(KINDS, rows)).toContain('"exact":68.80,');
    const workbook = openWorkbook(await workbookBytes([], [{ table: KINDS, rows }], PROPERTIES));
    expect(cellOf(workbook, 'kinds', 'C2')).toMatchObject({ t: 'n', v: 68.8, w: '68.80' });
  });

  it('tells an empty cell from an empty text', async () => {
    const rows = [
      { key: 1, text: '', list: [] },
      { key: 2, text: null, list: [] },
    ];
    for (const format of ['parquet', 'sqlite', 'json'] as const) {
      const found: readonly FoundRow[] = await READERS[format]({ table: KINDS, rows });
      expect([format, found.map(({ text }) => text)]).toEqual([format, ['', null]]);
    }
  });

  it('refuses a text that no cell of a workbook holds', async () => {
    const rows = [{ key: 1, text: 'a'.repeat(32_768), list: [] }];
    await expect(READERS.xlsx({ table: KINDS, rows })).rejects.toThrow('32768 characters');
  });
});

/** The dataset of tests with every free text and number made anew. */
const randomTables: fc.Arbitrary<Tables> = (() => {
  const { tables } = fictionalDataset();
  const isFree = (table: TableDefinition, field: Field) =>
    field.type === 'string' &&
    !field.categories &&
    !field.format &&
    !field.constraints?.pattern &&
    !field.constraints?.unique &&
    !table.primaryKey.includes(field.name) &&
    !(table.foreignKeys ?? []).some(({ fields }) => fields.includes(field.name)) &&
    // Checked against other cells.
    !/category|printed|also|rating|predicate|value|threshold/.test(field.name);
  const validText = (field: Field) =>
    anyText.filter((text) => strayProblem(text) === null && formulaProblem(text, field) === null);
  const numbers: Readonly<Record<string, string>> = {
    areas: 'area_km2',
    profile_facts: 'value',
  };
  const rowsOf = (name: keyof Tables) =>
    fc.tuple(
      ...tables[name].map((row) => {
        const table: TableDefinition = TABLES[name];
        const parts = table.fields.flatMap((field): [string, fc.Arbitrary<unknown>][] => {
          if (field.editorial) return [[field.name, fc.option(validText(field))]];
          // Words come in both languages or in none, units with numbers.
          if ((row as Record<string, unknown>)[field.name] === null) return [];
          if (numbers[name] === field.name) {
            return [[field.name, decimal.map((d) => (name === 'areas' ? d.replace('-', '') : d))]];
          }
          return isFree(table, field) ? [[field.name, validText(field)]] : [];
        });
        return fc.record(Object.fromEntries(parts)).map((made) => ({ ...row, ...made }));
      }),
    );
  return fc.record(Object.fromEntries(TABLE_NAMES.map((name) => [name, rowsOf(name)]))) as never;
})();

/** The dataset as its own reader finds it in the published CSV; `null` if it is not valid. */
function throughCsv(tables: Tables): Tables | null {
  const files = new Map(
    TABLE_NAMES.map((name) => [`${name}.csv`, tableCsv(TABLES[name], tables[name])]),
  );
  return readTables(files).dataset?.tables ?? null;
}

const published = (tables: Readonly<Record<string, readonly object[]>>) =>
  TABLE_NAMES.map((name) => ({ table: TABLES[name] as TableDefinition, rows: tables[name] ?? [] }));

describe('a whole dataset', () => {
  it('comes back from CSV by way of SQLite, Parquet and XLSX', async () => {
    let valid = 0;
    await fc.assert(
      fc.asyncProperty(randomTables, async (tables) => {
        const dataset = throughCsv(tables);
        fc.pre(dataset !== null);
        valid++;
        const database = await openSqlite(sqliteBytes(published(dataset ?? tables)));
        const stored = published(tables).map(({ table }) => ({
          table,
          rows: asRows(table, database.rows(`SELECT * FROM "${table.name}"`)),
        }));
        database.close();
        const columnar: PublishedTable[] = [];
        for (const { table, rows } of stored) {
          const found = await parquetRows(duck, tableParquet(table, rows));
          columnar.push({ table, rows: asRows(table, found) });
        }
        const workbook = openWorkbook(await workbookBytes([], columnar, PROPERTIES));
        for (const { table, rows } of published(tables)) {
          const found = sheetRows(workbook, table.name);
          expect(differences(table, sortedRows(table, rows), found)).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
    expect(valid).toBe(12);
  }, 60_000);

  it('gives the same bytes every time, and the clock has no part in it', async () => {
    const tables = published(fictionalDataset().tables);
    const make = async () => [
      sqliteBytes(tables),
      await workbookBytes([], tables, PROPERTIES),
      ...tables.map(({ table, rows }) => tableParquet(table, rows)),
    ];
    const first = await make();
    const now = Date.now;
    try {
      Date.now = () => now() + 86_400_000;
      const later = await make();
      expect(later.map((bytes, i) => Buffer.compare(bytes, first[i] ?? bytes))).toEqual(
        first.map(() => 0),
      );
    } finally {
      Date.now = now;
    }
  });

  it('refuses rows without the row they refer to, and values that are not allowed', () => {
    const { tables } = fictionalDataset();
    const withRow = (change: object) =>
      published({
        ...tables,
        scores: tables.scores.map((row, i) => (i === 0 ? { ...row, ...change } : row)),
      });
    expect(() => sqliteBytes(withRow({}))).not.toThrow();
    expect(() => sqliteBytes(withRow({ source_id: 'nobody' }))).toThrow('refer');
    expect(() => sqliteBytes(withRow({ status: 'maybe' }))).toThrow('CHECK');
    expect(() => sqliteBytes(withRow({ series: null }))).toThrow('NOT NULL');
    expect(() =>
      sqliteBytes(published({ ...tables, areas: [...tables.areas, ...tables.areas] })),
    ).toThrow('UNIQUE');
  });
});

describe('the readers notice', () => {
  const table: TableDefinition = TABLES.areas;
  const rows = sortedRows<object>(table, fictionalDataset().tables.areas);
  const without = (name: string): TableDefinition => ({
    ...table,
    fields: table.fields.filter((field) => field.name !== name),
    foreignKeys: [],
  });
  const retyped: TableDefinition = {
    ...table,
    fields: table.fields.map((field) =>
      field.name === 'code' ? { ...fieldOf(table, 'lat'), name: 'code', constraints: {} } : field,
    ),
    foreignKeys: [],
  };
  const MUTATIONS: Readonly<Record<string, PublishedTable>> = {
    'a lost row': { table: { ...table, foreignKeys: [] }, rows: rows.slice(1) },
    'a lost column': { table: without('population'), rows },
    'a code that became a number': {
      table: retyped,
      rows: rows.map((row) => ({ ...row, code: Number((row as { code: string }).code) })),
    },
  };
  const whole = { table: { ...table, foreignKeys: [] }, rows };

  it.each(formats)('in %s', async (format) => {
    expect(differences(table, rows, await READERS[format](whole))).toEqual([]);
    for (const [mutation, mutated] of Object.entries(MUTATIONS)) {
      const found = await READERS[format](mutated);
      expect([mutation, differences(table, rows, found).length > 0]).toEqual([mutation, true]);
    }
  });
});
