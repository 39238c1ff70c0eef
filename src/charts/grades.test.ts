import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING } from '../i18n/terms.ts';
import { type GradesData, grades } from './grades.ts';
import type { BandInk } from './palette.ts';
import { chartFaults, readTags } from './svg-checks.ts';

const both = (id: string, en = id) => ({ id, en });
const data: GradesData = {
  indicator: both('SAKIP'),
  year: 2023,
  areas: both('kabupaten', 'regencies'),
  total: 90,
  grades: [
    { label: both('C'), ink: 'band-0', count: 0, pilots: [] },
    { label: both('B'), ink: 'band-2', count: 57, pilots: ['Kabupaten Umpama'] },
    { label: both('A'), ink: 'band-4', count: 4, pilots: ['Kabupaten Contoh', 'Kabupaten Misal'] },
  ],
  missing: ['Kabupaten Andai'],
  threshold: { text: both('≥ B'), grade: 1 },
};

/** Dots in the paths of points. */
const dotsIn = (svg: string) =>
  readTags(svg)
    .filter(({ attributes }) => attributes['stroke-linecap'] === 'round')
    .reduce((sum, { attributes }) => sum + (attributes.d?.match(/h0/g)?.length ?? 0), 0);

const hostile = '<b onload="x">&\u0001';
const word = fc.constantFrom('A', 'Wajar tanpa pengecualian', 'Tingkat 3', hostile);
const name = fc.constantFrom('Kota Contoh', 'Kabupaten Kepulauan Siau Tagulandang Rekaan', hostile);
const anyData: fc.Arbitrary<GradesData> = fc
  .record({
    total: fc.integer({ min: 0, max: 415 }),
    grades: fc.array(
      fc
        .record({
          label: word.map((text) => both(text)),
          ink: fc.constant<BandInk>('band-1'),
          others: fc.integer({ min: 0, max: 150 }),
          pilots: fc.array(name, { maxLength: 4 }),
        })
        .map(({ others, ...rest }) => ({ ...rest, count: others + rest.pilots.length })),
      { minLength: 1, maxLength: 7 },
    ),
    missing: fc.array(name, { maxLength: 3 }),
    at: fc.option(fc.nat({ max: 6 })),
  })
  .map(({ at, ...rest }) => ({
    ...data,
    ...rest,
    threshold: at === null ? null : { text: both('≥ B'), grade: at },
  }));

describe('the grades', () => {
  for (const width of [280, 640, 1200]) {
    it(`are drawn for ${width} px`, async () => {
      const svg = grades(data, { lang: 'id', width, id: 'g' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/grades-${width}.svg`);
      expect(chartFaults(svg, 'g')).toEqual([]);
    });
  }

  it('are drawn as a file, with their source', async () => {
    const svg = grades(data, {
      lang: 'en',
      width: 640,
      id: 'g',
      theme: 'light',
      sourceLine: 'Source: fictional',
    });
    await expect(svg).toMatchFileSnapshot('__snapshots__/grades-light.svg');
  });

  it('say in words what they show', () => {
    const words = readTags(grades(data, { lang: 'id', id: 'g' })).find(
      ({ name: tag }) => tag === 'desc',
    )?.text;
    expect(words).toContain('SAKIP 2023: 61 dari 90 kabupaten yang angkanya kami temukan.');
    expect(words).toContain('4 A dan 57 B.');
    expect(words).toContain('Ambang masuk ≥ B.');
    expect(words).toContain('Percontohan Kabupaten Umpama: B.');
    expect(words).toContain('Kabupaten Andai: belum ditemukan.');
    expect(words).toContain('29 lainnya: belum ditemukan.');
  });

  it('are legible for any data, with a dot for each area that is known and no other', () => {
    fc.assert(
      fc.property(
        anyData,
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (any, width, lang) => {
          const svg = grades(any, { lang, width, id: 'g' });
          expect(chartFaults(svg, 'g')).toEqual([]);
          expect(dotsIn(svg)).toBe(any.grades.reduce((sum, { count }) => sum + count, 0));
          const isUnknown = any.grades.some(({ count }) => count === 0);
          if (isUnknown) expect(svg).toContain(MISSING.not_found[lang]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
