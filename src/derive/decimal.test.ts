import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { agree, allAgree, decimals, isNear } from './decimal.ts';

const d = (text: string) => text as Decimal;

describe('agree', () => {
  it.each([
    ['83', '83.78', 'cut to its digits'],
    ['84', '83.78', 'rounded to its digits'],
    ['79.5', '79.47', 'rounded'],
    ['79.4', '79.47', 'cut'],
    ['66', '66.00', 'the same number'],
    ['77.90', '77.9', 'the same number'],
    ['-1', '-1.4', 'cut towards zero'],
  ])('takes %s and %s for one figure: %s', (a, b) => {
    expect(agree(d(a), d(b))).toBe(true);
    expect(agree(d(b), d(a))).toBe(true);
  });

  it.each([
    ['83.76', '83.75'],
    ['65.99', '66.00'],
    ['77.90', '77.91'],
    ['82', '83.78'],
    ['85', '83.78'],
    ['98.97', '97.98'],
    ['1', '-1'],
  ])('tells %s from %s', (a, b) => {
    expect(agree(d(a), d(b))).toBe(false);
    expect(agree(d(b), d(a))).toBe(false);
  });

  it('accepts every cut and every rounding of a figure, and nothing further away', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 2 }),
        (n, places) => {
          const fine = d(`${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`);
          const unit = 10 ** (3 - places);
          const asCoarse = (units: number) => {
            const scaled = units * unit;
            const whole = Math.floor(scaled / 1000);
            const fraction = String(scaled % 1000)
              .padStart(3, '0')
              .slice(0, places);
            return d(places === 0 ? String(whole) : `${whole}.${fraction}`);
          };
          const cut = Math.floor(n / unit);
          const rounded = Math.floor((n + unit / 2) / unit);
          expect(agree(asCoarse(cut), fine)).toBe(true);
          expect(agree(asCoarse(rounded), fine)).toBe(true);
          expect(agree(asCoarse(cut + 2), fine)).toBe(false);
          if (cut > 0) expect(agree(asCoarse(cut - 1), fine)).toBe(false);
        },
      ),
    );
  });
});

describe('allAgree', () => {
  it('compares every pair: 83 covers both 83.75 and 83.76, which still differ', () => {
    expect(allAgree([d('83'), d('83.75')])).toBe(true);
    expect(allAgree([d('83'), d('83.75'), d('83.76')])).toBe(false);
  });

  it('finds no difference in one figure or in none', () => {
    expect(allAgree([])).toBe(true);
    expect(allAgree([d('1')])).toBe(true);
  });
});

it('counts the digits that were printed', () => {
  expect(decimals(d('66.00'))).toBe(2);
  expect(decimals(d('83'))).toBe(0);
});

describe('what lies near a rounded figure', () => {
  it.each([
    ['75', '75', true],
    ['75', '74.5', true],
    ['75', '75.49', true],
    ['75', '74.49', false],
    ['75', '76', false],
    ['58.5', '58.45', true],
    ['58.5', '58', false],
    ['58.5', '58.4', false],
  ])('of %s: %s %s', (rounded, other, expected) => {
    expect(isNear(d(rounded), d(other))).toBe(expected);
  });
});
