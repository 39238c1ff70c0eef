import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK, placeOf } from './table-sort.ts';

const numbers = { bands: ['kuning', 'hijau'], byBand: false };
const grades = { bands: ['b', 'bb', 'a'], byBand: true };

describe('the place of a figure', () => {
  it('is by value for numbers, by band for bare categories, and last for what is not known', () => {
    expect(placeOf('92.15', 'hijau', numbers)).toEqual([BLOCK.number, 92.15]);
    expect(placeOf('0', '', numbers)).toEqual([BLOCK.number, 0]);
    expect(placeOf('hijau', 'hijau', numbers)).toEqual([BLOCK.category, 1]);
    expect(placeOf(null, '', numbers)).toEqual([BLOCK.unknown, 0]);
    expect(BLOCK.unknown).toBeGreaterThan(Math.max(BLOCK.number, BLOCK.category));
  });

  it('is by band first where bands order the column, numbers above what has none', () => {
    const order = [
      placeOf('b', 'b', grades),
      placeOf('60.01', 'b', grades),
      placeOf('bb', 'bb', grades),
      placeOf('79.9', 'bb', grades),
      placeOf('a', 'a', grades),
    ].map(([, at]) => at);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
  });

  it('of what is known is never that of what is not', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-.\d]+$/)),
        fc.constantFrom(numbers, grades),
        (value, sorting) => {
          expect(placeOf(value, value, sorting)[0]).not.toBe(BLOCK.unknown);
          expect(placeOf(value, value, sorting)[1]).not.toBeNaN();
        },
      ),
    );
  });
});
