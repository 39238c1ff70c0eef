import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaProblem, strayProblem } from '../dataset/check-text.ts';
import { readTables } from '../dataset/read-dataset.ts';
import { fieldOf, type TableDefinition } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type Tables } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { cellText, compareCodePoints, sortedRows, tableCsv } from './csv.ts';

const TEXT = { id: '-', en: '-' };

/** A table of two columns whose key is the first. */
function tableOf(type: 'string' | 'integer' | 'number'): TableDefinition {
  return {
    name: 'rekaan',
    title: TEXT,
    description: TEXT,
    fields: [
      { name: 'key', type, title: TEXT, description: TEXT },
      { name: 'text', type: 'string', title: TEXT, description: TEXT },
    ],
    primaryKey: ['key'],
  };
}

/** Publishes every table and reads it back with the reader of the project. */
function roundTrip(tables: Tables): Tables {
  const files = new Map(
    TABLE_NAMES.map((name) => [`${name}.csv`, tableCsv(TABLES[name], tables[name])]),
  );
  const { dataset, problems } = readTables(files);
  if (!dataset) throw new Error(problems.map((each) => each.message).join('\n'));
  return dataset.tables;
}

/** Rows as plain objects: frozen rows of two readings are never the same object. */
const plain = (rows: readonly object[]) => rows.map((row) => ({ ...row }));

describe('cellText', () => {
  it.each([
    [null, ''],
    [true, 'yes'],
    [false, 'no'],
    [['a', 'b'], 'a b'],
    [[], ''],
    ['66.00', '66.00'],
    [0, '0'],
    [-8.096, '-8.096'],
    [1e-7, '0.0000001'],
    [1e21, '1000000000000000000000'],
  ])('writes %j as %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});

describe('compareCodePoints', () => {
  it('puts a beginning before what it begins', () => {
    expect(compareCodePoints('35', '35.01')).toBeLessThan(0);
    expect(compareCodePoints('35.01', '35')).toBeGreaterThan(0);
    expect(compareCodePoints('', '')).toBe(0);
  });

  it('sorts by code point where UTF-16 would not', () => {
    expect('\u{1F600}' < '\uFF5E').toBe(true);
    expect(compareCodePoints('\u{1F600}', '\uFF5E')).toBeGreaterThan(0);
  });

  it('orders like the bytes of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const sign = Math.sign(compareCodePoints(a, b));
        expect(sign).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe('sortedRows', () => {
  it('sorts numbers as numbers and texts as texts', () => {
    const rows = [{ key: 10 }, { key: 9 }, { key: 100 }];
    expect(sortedRows(tableOf('integer'), rows).map((row) => row.key)).toEqual([9, 10, 100]);
    const texts = [{ key: '9' }, { key: '10' }];
    expect(sortedRows(tableOf('string'), texts).map((row) => row.key)).toEqual(['10', '9']);
  });

  it('puts unknown keys first', () => {
    const rows = [{ key: 0 }, { key: null }];
    expect(sortedRows(tableOf('number'), rows).map((row) => row.key)).toEqual([null, 0]);
  });

  it('does not depend on the order it is given', () => {
    const { scores } = fictionalDataset().tables;
    fc.assert(
      fc.property(fc.shuffledSubarray([...scores], { minLength: scores.length }), (shuffled) => {
        expect(sortedRows(TABLES.scores, shuffled)).toEqual(sortedRows(TABLES.scores, scores));
      }),
      { numRuns: 30 },
    );
  });
});

describe('tableCsv', () => {
  it('ends lines with CRLF and quotes only where needed', () => {
    const rows = [
      { key: 'b', text: 'plain words; 66.00' },
      { key: 'a', text: 'a "word", and\nanother' },
    ];
    expect(tableCsv(tableOf('string'), rows)).toBe(
      'key,text\r\na,"a ""word"", and\nanother"\r\nb,plain words; 66.00\r\n',
    );
  });

  it('writes the header of an empty table and no byte order mark', () => {
    expect(tableCsv(TABLES.aliases, [])).toBe('code,alias,kind\r\n');
  });

  it('keeps the digits and codes of the dataset', () => {
    const { areas, scores } = fictionalDataset().tables;
    expect(tableCsv(TABLES.areas, areas)).toContain('\r\n99.10,regency,');
    expect(tableCsv(TABLES.scores, scores)).toContain('98.01,mcp,mcp,2022,66.00,kuning');
  });

  it('is read back as the same rows', () => {
    const { tables } = fictionalDataset();
    const again = roundTrip(tables);
    for (const name of TABLE_NAMES) {
      expect(plain(again[name])).toEqual(plain(sortedRows<object>(TABLES[name], tables[name])));
    }
  });

  it('is read back as the same rows with any text the dataset may hold', () => {
    const { tables } = fictionalDataset();
    const field = fieldOf(TABLES.sources, 'title');
    const unit = fc.constantFrom(
      ...['"', "'", ',', ';', '\n', ' ', 'a', 'Z', '7', '.', '-', '=', '+', '@', '|', '%'],
      ...['é', 'ñ', 'ꦗ', 'ᮞ', 'ب', '漢', '\u{1F600}', '“', '”', '–', '…'],
    );
    const title = fc
      .string({ unit, minLength: 1, maxLength: 40 })
      .filter((text) => strayProblem(text) === null && formulaProblem(text, field) === null);
    fc.assert(
      fc.property(fc.array(title, { minLength: 3, maxLength: 3 }), (titles) => {
        const sources = tables.sources.map((row, i) => ({ ...row, title: titles[i] ?? row.title }));
        const again = roundTrip({ ...tables, sources });
        expect(plain(again.sources)).toEqual(sortedRows(TABLES.sources, sources));
      }),
      { numRuns: 200 },
    );
  });
});
