import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartogramLayout, type LayoutPlace } from './cartogram-layout.ts';

const place = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 150 }),
  province: fc.constantFrom('98', '99'),
  island: fc.constantFrom('Kiri', 'Kanan'),
});
const anyPlaces = fc
  .array(place, { maxLength: 40 })
  .map((list): readonly LayoutPlace[] => list.map((one, i) => ({ ...one, code: `98.${i + 10}` })));

describe('the layout of the cartogram', () => {
  it('gives every region a cell of its own', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const { cells, columns, rows } = cartogramLayout(places);
        expect(cells.size).toBe(places.length);
        expect(new Set([...cells.values()].map(String)).size).toBe(places.length);
        for (const [column, row] of cells.values()) {
          expect(column).toBeGreaterThanOrEqual(0);
          expect(column).toBeLessThan(columns);
          expect(row).toBeGreaterThanOrEqual(0);
          expect(row).toBeLessThan(rows);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same every time, in whatever order the regions come', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const sorted = (list: readonly LayoutPlace[]) => [...cartogramLayout(list).cells].sort();
        expect(sorted(places.toReversed())).toEqual(sorted(places));
      }),
      { numRuns: 15 },
    );
  });
});
