import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDifference,
  type Difference,
  diffTables,
  isSame,
  type TextTable,
  type TextTables,
} from './diff.ts';
import { compareVersions, nextVersion, VERSION_RULE, versionPart } from './version.ts';

const keyOf = () => ['code', 'year'];

/** Cells that try what CSV and keys find hard; few enough that versions share keys. */
const cell = fc.constantFrom('', '1', '1.0', 'a "b", c', 'x\ny', 'é', '| ', ' ');

/** A table with the two key columns and some of four others. */
const table: fc.Arbitrary<TextTable> = fc
  .record({
    others: fc.subarray(['value', 'note', 'unit', 'kind']),
    rows: fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('98', '98.01', '98.1', ''),
        year: fc.constantFrom('2023', '2024', ''),
        cells: fc.array(cell, { minLength: 4, maxLength: 4 }),
      }),
      { selector: ({ code, year }) => `${code}/${year}` },
    ),
  })
  .map(({ others, rows }) => ({
    columns: ['code', 'year', ...others],
    rows: rows.map(({ code, year, cells }) => ({
      code,
      year,
      ...Object.fromEntries(others.map((name, i) => [name, cells[i] ?? ''])),
    })),
  }));

const tables: fc.Arbitrary<TextTables> = fc
  .dictionary(fc.constantFrom('scores', 'terms', 'areas'), table)
  .map((named) => new Map(Object.entries(named)));

/** A version as comparable text, whatever the order of tables, columns and rows. */
function sorted(version: TextTables): string[] {
  return [...version]
    .map(([name, { columns, rows }]) => {
      const names = columns.toSorted();
      const lines = rows.map((row) => JSON.stringify(names.map((column) => row[column] ?? '')));
      return JSON.stringify([name, names, lines.toSorted()]);
    })
    .toSorted();
}

describe('a difference', () => {
  it('applied to the old version gives the new one', () => {
    fc.assert(
      fc.property(tables, tables, (before, after) => {
        const difference = diffTables(before, after, keyOf);
        expect(sorted(applyDifference(before, difference, keyOf))).toEqual(sorted(after));
      }),
    );
  });

  it('is empty between versions that hold the same, in whatever order', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat()), (version, numbers) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => [numbers.next().value, item] as const)
            .toSorted(([a], [b]) => Number(a) - Number(b))
            .map(([, item]) => item);
        const other = new Map(
          shuffle([...version]).map(([name, { columns, rows }]) => [
            name,
            { columns: shuffle(columns), rows: shuffle(rows) },
          ]),
        );
        expect(isSame(diffTables(version, other, keyOf))).toBe(true);
        expect(
          diffTables(new Map(), other, keyOf).tablesAdded.map(({ table: name }) => name),
        ).toEqual(diffTables(new Map(), version, keyOf).tablesAdded.map(({ table: name }) => name));
      }),
    );
  });

  it('is the same whatever the order of rows', () => {
    fc.assert(
      fc.property(tables, tables, (before, after) => {
        const reversed = (version: TextTables) =>
          new Map(
            [...version].map(([name, { columns, rows }]) => [
              name,
              { columns, rows: rows.toReversed() },
            ]),
          );
        const { tables: changed } = diffTables(before, after, keyOf);
        expect(diffTables(reversed(before), reversed(after), keyOf).tables).toEqual(changed);
      }),
    );
  });

  it('misses nothing: without any part of it, the new version does not come out', () => {
    const before: TextTables = new Map([
      ['scores', { columns: ['code', 'year', 'value'], rows: [row('a', '1'), row('b', '2')] }],
    ]);
    const after: TextTables = new Map([
      ['scores', { columns: ['code', 'year', 'value'], rows: [row('a', '9'), row('c', '3')] }],
      ['terms', { columns: ['code', 'year'], rows: [] }],
    ]);
    const whole = diffTables(before, after, keyOf);
    const [scores] = whole.tables;
    if (!scores) throw new Error('the scores differ');
    const mutants: Difference[] = [
      { ...whole, tablesAdded: [] },
      ...(['added', 'removed', 'changed'] as const).map((part) => {
        expect(scores[part]).toHaveLength(1);
        return { ...whole, tables: [{ ...scores, [part]: [] }] };
      }),
    ];
    expect(sorted(applyDifference(before, whole, keyOf))).toEqual(sorted(after));
    for (const mutant of mutants) {
      expect(sorted(applyDifference(before, mutant, keyOf))).not.toEqual(sorted(after));
    }
  });

  it('takes a table whose key changed for another table', () => {
    const one = new Map([['scores', { columns: ['code'], rows: [{ code: 'a' }] }]]);
    const two = new Map([['scores', { columns: ['code', 'year'], rows: [row('a', '1')] }]]);
    const difference = diffTables(one, two, keyOf);
    expect(difference.tablesRemoved.map((each) => each.table)).toEqual(['scores']);
    expect(difference.tablesAdded.map((each) => each.table)).toEqual(['scores']);
    expect(versionPart(difference)).toBe('major');
  });
});

describe('the number of an edition', () => {
  const NOTHING: Difference = { tables: [], tablesAdded: [], tablesRemoved: [] };
  const scores = {
    table: 'scores',
    columns: ['code'],
    columnsAdded: [],
    columnsRemoved: [],
    added: [],
    removed: [],
    changed: [],
  };
  const changed = { before: { code: 'a' }, after: { code: 'a' }, cells: [] };
  const whole = { table: 'terms', content: { columns: [], rows: [] } };

  it.each([
    ['major', { ...NOTHING, tables: [{ ...scores, columnsRemoved: ['x'], columnsAdded: ['y'] }] }],
    ['major', { ...NOTHING, tablesRemoved: [whole], tables: [{ ...scores, added: [{}] }] }],
    ['minor', { ...NOTHING, tablesAdded: [whole] }],
    ['minor', { ...NOTHING, tables: [{ ...scores, columnsAdded: ['y'] }] }],
    ['minor', { ...NOTHING, tables: [{ ...scores, added: [{}], changed: [changed] }] }],
    ['minor', { ...NOTHING, tables: [{ ...scores, removed: [{}] }] }],
    ['patch', { ...NOTHING, tables: [{ ...scores, changed: [changed] }] }],
    [null, NOTHING],
  ] as const)('raises %s', (part, difference) => {
    expect(versionPart(difference)).toBe(part);
  });

  it('goes up by one, and what follows begins anew', () => {
    expect(VERSION_RULE.map(({ part }) => nextVersion('1.2.3', part))).toEqual([
      '2.0.0',
      '1.3.0',
      '1.2.4',
    ]);
    expect(nextVersion('0.9.9', 'patch')).toBe('0.9.10');
    expect(['0.10.0', '1.0.0', '0.9.10', '0.9.2'].toSorted(compareVersions)).toEqual([
      '0.9.2',
      '0.9.10',
      '0.10.0',
      '1.0.0',
    ]);
  });

  it('is decided by the greatest of all changes', () => {
    const order = [null, 'patch', 'minor', 'major'];
    fc.assert(
      fc.property(tables, tables, (before, after) => {
        const difference = diffTables(before, after, keyOf);
        const own = order.indexOf(versionPart(difference));
        for (const table of difference.tables) {
          expect(own).toBeGreaterThanOrEqual(
            order.indexOf(versionPart({ ...NOTHING, tables: [table] })),
          );
        }
        expect(own === 0).toBe(isSame(difference));
      }),
    );
  });
});

function row(code: string, value: string) {
  return { code, year: '2023', value };
}
