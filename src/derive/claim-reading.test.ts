import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Band } from '../dataset/tables/index.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { BandScheme } from './bands.ts';
import { bandsIn, isBareNumber, numberIn } from './claim-reading.ts';

const value = (text: string) => numberIn(text)?.value ?? null;

/** A scheme of bands by id and label, Indonesian and English, worst first. */
const scheme = (
  name: Band['scheme'],
  ...bands: readonly [string, string, string][]
): BandScheme => ({
  scheme: name,
  bands: bands.map(([category_id, label_id, label_en], i) => ({
    indicator: 'ombudsman',
    series: 'x',
    year_from: 2022,
    year_to: null,
    rank: i + 1,
    category_id,
    label_id,
    label_en,
    min: null,
    max: null,
    printed_range: null,
    source_id: 's',
    scheme: name,
  })),
});
const OPINION = scheme(
  'main',
  ['wdp', 'Wajar Dengan Pengecualian (WDP)', 'Qualified opinion'],
  ['wtp', 'Wajar Tanpa Pengecualian (WTP)', 'Unqualified opinion'],
);
const LEVELS = scheme(
  'main',
  ['level-2', 'Level 2 (berkembang)', 'Level 2 (developing)'],
  ['level-3', 'Level 3 (terdefinisi)', 'Level 3 (defined)'],
);
const GRADES = scheme(
  'grade',
  ['b', 'B: kualitas tinggi (zona hijau)', 'B: high quality (green zone)'],
  ['a', 'A: kualitas tertinggi (zona hijau)', 'A: highest quality (green zone)'],
);
const ZONES = scheme(
  'zone',
  ['kuning', 'Zona kuning', 'Yellow zone'],
  ['hijau', 'Zona hijau', 'Green zone'],
);
const named = (text: string, ...schemes: readonly BandScheme[]) =>
  bandsIn(text, schemes).map(({ category_id }) => category_id);

describe('a number as people write it', () => {
  it.each([
    ['74,5', '74.5'],
    ['74.5', '74.5'],
    [' 74,50 % ', '74.50'],
    ['88,54 persen', '88.54'],
    ['nilai 70. 17', '70.17'],
    ['74, 68', '74.68'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['074,5', '74.5'],
    ['0,5', '0.5'],
    ['−3', '-3'],
    ['77,1 dari 100', '77.1'],
    ['77,1/100', '77.1'],
    ['3,87 of 5', '3.87'],
    ['７４,５', '74.5'],
  ])('reads %j', (text, expected) => {
    expect(value(text)).toBe(expected);
    expect(numberIn(text) && isBareNumber(numberIn(text) as never)).toBe(true);
  });

  it.each([
    '',
    'A',
    '74-75',
    '74–75',
    '74,5 atau 75',
    '1.23.4',
    '12,34,5',
    '1.2,3.4',
    '7e5',
    'B2',
    '1,,5',
  ])('does not read %j', (text) => expect(numberIn(text)).toBeNull());

  it('tells what else the same signs mean', () => {
    expect(numberIn('1.234')).toMatchObject({ value: '1.234', other: '1234' });
    expect(numberIn('97,980')).toMatchObject({ value: '97.980', other: '97980' });
    // A number of thousands begins with no zero, and has three digits in each group.
    for (const text of ['0,123', '97,98', '1234,567']) expect(numberIn(text)?.other).toBeNull();
  });

  it('leaves what stands around it', () => {
    const found = numberIn('77,85 (waspada)');
    expect(found?.value).toBe('77.85');
    expect(found && isBareNumber(found)).toBe(false);
    expect(found?.rest.trim()).toBe('(waspada)');
  });

  it('reads back what the site prints, in either language', () => {
    const decimal = fc
      .tuple(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 5 }),
      )
      .map(
        ([whole, rest, places]) =>
          (places === 0
            ? `${whole}`
            : `${whole}.${`${rest}`.padStart(5, '0').slice(0, places)}`) as Decimal,
      );
    fc.assert(
      fc.property(decimal, fc.constantFrom('id' as const, 'en' as const), (printed, lang) => {
        const found = numberIn(formatDecimal(printed, lang));
        expect([found?.value, found?.other]).toContain(printed);
      }),
    );
  });

  it('throws at nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-\d.,% ()a-c/]{0,30}$/),
    );
    fc.assert(
      fc.property(text, (any) => {
        const found = numberIn(any);
        if (found) expect(found.value).toMatch(/^-?\d+(\.\d+)?$/);
        bandsIn(any, [OPINION, LEVELS, GRADES, ZONES]);
      }),
    );
  });
});

describe('a category as people write it', () => {
  it.each([
    ['WTP', ['wtp']],
    ['opini  wtp', ['wtp']],
    ['Wajar Tanpa Pengecualian', ['wtp']],
    ['wajar dengan pengecualian (WDP)', ['wdp']],
    ['WTP dengan Paragraf Penekanan Suatu Hal', ['wtp']],
    ['WTP-PSH', ['wtp']],
    ['unqualified opinion', ['wtp']],
    ['Qualified', ['wdp']],
    ['WTA', []],
    ['<b>WTP</b>', []],
  ])('%j is an opinion', (text, expected) => {
    expect(named(text, OPINION)).toEqual(expected);
  });

  it.each([
    ['level 3', ['level-3']],
    ['Tingkat 3', ['level-3']],
    ['level tiga', ['level-3']],
    ['Level II', ['level-2']],
    ['terdefinisi', ['level-3']],
    ['3', ['level-3']],
    ['level 3 (terdefinisi)', ['level-3']],
    ['level 4', []],
    ['level 2 atau 3', []],
  ])('%j is a level', (text, expected) => {
    expect(named(text, LEVELS)).toEqual(expected);
  });

  it.each([
    ['A', ['a']],
    ['kategori a', ['a']],
    ['nilai B', ['b']],
    ['Zona Hijau', ['hijau']],
    ['hijau', ['hijau']],
    ['green zone', ['hijau']],
    ['kualitas tertinggi', ['a']],
    ['Zona Hijau, kategori A, kualitas tertinggi', ['hijau', 'a']],
    ['A-', []],
    ['A dan B', []],
    ['zona biru', []],
  ])('%j is of two schemes', (text, expected) => {
    expect(named(text, GRADES, ZONES)).toEqual(expected);
  });

  it('knows the words a source printed for the figure', () => {
    const printed = [{ category: 'hijau', category_printed: 'zona aman' }];
    expect(bandsIn('Zona Aman', [ZONES], printed).map(({ category_id }) => category_id)).toEqual([
      'hijau',
    ]);
    expect(bandsIn('zona aman', [ZONES])).toEqual([]);
  });
});
