import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { editionChanges, joinKey, rowCounts, splitKey } from './changes.ts';

const S1 = 'kabar-contoh-2024-01-15';

describe('the key of a row', () => {
  it('can be read back, whatever is in its parts', () => {
    const part = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('|', '\\', ' ', 'a') }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        expect(splitKey(joinKey(parts))).toEqual(parts);
      }),
    );
  });
});

describe('editions and their changes', () => {
  const change = (number: number, row: Record<string, string>) => ({
    version: '0.2.0',
    number,
    table_name: 'scores',
    area_code: '98.71',
    ...row,
  });
  const dataset = fictionalDataset({
    editions: (text) => `${text}0.2.0,2025-04-01,2025-03,Edisi dua.,Edition two.\n`,
    changes: tableText('changes', [
      change(1, {
        row_key: `98.71 | mcp | 2023 | ${S1}`,
        kind: 'changed',
        column_name: 'value',
        value_before: '92.51',
        value_after: '92.15',
        reason_id: 'Salah salin.',
        reason_en: 'Miscopied.',
      }),
      change(2, {
        row_key: `98.71 | mcp | 2023 | ${S1}`,
        kind: 'changed',
        column_name: 'value_printed',
        value_before: '92,51',
        value_after: '92,15',
      }),
      change(3, { row_key: `98.71 | spi | 2023 | ${S1}`, kind: 'added' }),
      change(4, {
        row_key: 'x',
        kind: 'removed',
        value_before: '1',
        reason_id: 'a',
        reason_en: 'a',
      }),
      { version: '0.2.0', number: 5, table_name: 'changes', kind: 'table_added', value_after: 0 },
    ]),
  });
  const [second, first] = editionChanges(dataset, ({ number }) =>
    number === 1 ? ['/daerah/'] : [],
  );

  it('are counted by rows, not by cells, in the order of the tables', () => {
    expect(second?.tables.map(({ structure, ...counts }) => [counts, structure.length])).toEqual([
      [{ table: 'scores', added: 1, changed: 1, removed: 1 }, 0],
      [{ table: 'changes', added: 0, changed: 0, removed: 0 }, 1],
    ]);
    expect([second?.isFirst, first?.isFirst, first?.changes.length]).toEqual([false, true, 0]);
  });

  it('tell corrections: what has a reason, with the fact as it is now', () => {
    expect(second?.corrections.map(({ id, fact, pages }) => [id, fact?.sources, pages])).toEqual([
      ['k-0.2.0-1', [{ id: S1, anchor: '98.71-mcp-2023' }], ['/daerah/']],
      ['k-0.2.0-4', undefined, []],
    ]);
  });

  it('tell how many rows a table had', () => {
    const counts = rowCounts(
      [second, first].filter((each) => each !== undefined),
      new Map([['scores', 17]]),
    );
    expect(counts.get('0.1.0')?.get('scores')).toBe(17);
    expect(counts.get('0.2.0')?.get('scores')).toBe(17);
    expect(counts.get('0.2.0')?.get('changes')).toBe(0);
  });
});
