import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { MISSING } from '../i18n/terms.ts';
import { type DistributionData, distribution } from './distribution.ts';
import { domainOf } from './distribution-axis.ts';
import { bandCounts } from './distribution-base.ts';
import { type BinnedData, distributionBinned } from './distribution-binned.ts';
import { pile } from './dot-pile.ts';
import type { BandInk } from './palette.ts';
import { chartFaults, readTags } from './svg-checks.ts';

const both = (id: string, en = id) => ({ id, en });
const decimals = (values: readonly string[]) => values as readonly Decimal[];

const base = {
  indicator: both('MCP'),
  year: 2023,
  areas: both('kabupaten/kota', 'regencies and cities'),
  total: 12,
  categories: [{ label: both('Hijau', 'Green'), count: 2 }],
  region: { name: 'Kota Contoh', value: '92.15' as Decimal, category: null },
  pilots: [
    { name: 'Kota Misal', value: '88.8' as Decimal, category: null },
    { name: 'Kabupaten Umpama', value: '75' as Decimal, category: null },
    { name: 'Kabupaten Andai', value: null, category: both('Hijau', 'Green') },
    { name: 'Kabupaten Misal', value: null, category: null },
  ],
  threshold: { at: 75, text: both('≥ 75'), strict: false },
};

const data: DistributionData = {
  ...base,
  values: decimals(['92.15', '88.8', '75', '66.00', '41.5', '75.20']),
  bands: [
    { label: both('Merah', 'Red'), min: 0, max: 50, ink: 'band-0' },
    { label: both('Kuning', 'Yellow'), min: 50, max: 75, ink: 'band-2' },
    { label: both('Hijau', 'Green'), min: 75, max: 100, ink: 'band-4' },
  ],
  scale: [0, 100],
};

const binned: BinnedData = {
  ...base,
  bins: [
    { label: both('Merah', 'Red'), from: 0, to: 50, ink: 'band-0', count: 1 },
    { label: both('Kuning', 'Yellow'), from: 50, to: 75, ink: 'band-2', count: 0 },
    { label: both('Hijau', 'Green'), from: 75, to: 100, ink: 'band-4', count: 5 },
  ],
};

const hostile = '<b onload="x">&\u0001';
const place = fc.constantFrom(
  'Kota Contoh',
  'Kabupaten Kepulauan Siau Tagulandang Rekaan Biaro',
  hostile,
);
const number = fc.integer({ min: 0, max: 10000 }).map((n) => (n / 100).toFixed(2) as Decimal);
const label = fc
  .constantFrom('A', 'Zona hijau', 'Kualitas tertinggi', hostile)
  .map((id) => both(id));
const named = fc.record({
  name: place,
  value: fc.option(number),
  category: fc.option(label),
});
const bands = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }).chain((cuts) => {
  const edges = [0, ...cuts.sort((a, b) => a - b), 100];
  return fc.tuple(
    ...edges.slice(1).map((max, i) =>
      label.map((text) => ({
        label: text,
        min: edges[i] ?? 0,
        max,
        ink: `band7-${i % 7}` as BandInk,
      })),
    ),
  );
});
const anyBase = fc.record({
  indicator: fc.constant(both('Ombudsman')),
  year: fc.integer({ min: 2000, max: 2030 }),
  areas: fc.constant(base.areas),
  total: fc.integer({ min: 0, max: 508 }),
  categories: fc.array(fc.record({ label, count: fc.integer({ min: 1, max: 90 }) }), {
    maxLength: 3,
  }),
  region: fc.option(named),
  pilots: fc.array(named, { maxLength: 7 }),
  threshold: fc.option(
    fc.record({
      at: fc.integer({ min: 0, max: 100 }),
      text: fc.constant(both('≥ 75')),
      strict: fc.boolean(),
    }),
  ),
});
const anyData: fc.Arbitrary<DistributionData> = fc
  .tuple(
    anyBase,
    fc.array(number, { maxLength: 60 }),
    fc.option(bands),
    fc.boolean(),
    fc.array(number, { maxLength: 3 }),
  )
  .map(([rest, others, some, scaled, beside]) => ({
    ...rest,
    beside,
    values: [...others, ...[rest.region, ...rest.pilots].flatMap((each) => each?.value ?? [])],
    bands: some ?? [],
    scale: scaled ? ([0, 100] as const) : null,
  }));
const width = fc.integer({ min: 280, max: 1200 });
const lang = fc.constantFrom('id' as const, 'en' as const);

/** Dots in the paths of points. */
const dotsIn = (svg: string) =>
  readTags(svg)
    .filter(({ attributes }) => attributes['stroke-linecap'] === 'round')
    .reduce((sum, { attributes }) => sum + (attributes.d?.match(/h0/g)?.length ?? 0), 0);

describe('the dot plot', () => {
  for (const size of [280, 640, 1200]) {
    it(`is drawn for ${size} px`, async () => {
      const svg = distribution(data, { lang: 'id', width: size, id: 'd' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/distribution-${size}.svg`);
      expect(chartFaults(svg, 'd')).toEqual([]);
    });
  }

  it('is drawn as a file, with its source', async () => {
    const svg = distribution(data, {
      lang: 'en',
      width: 640,
      id: 'd',
      theme: 'light',
      sourceLine: 'Source: fictional',
    });
    await expect(svg).toMatchFileSnapshot('__snapshots__/distribution-light.svg');
    expect(chartFaults(svg, 'd')).toEqual([]);
  });

  it('says in words what it shows', () => {
    const svg = distribution(data, { lang: 'id', id: 'd' });
    const words = readTags(svg).find(({ name }) => name === 'desc')?.text;
    expect(words).toContain('8 dari 12 kabupaten/kota yang angkanya kami temukan');
    expect(words).toContain('Angkanya dari 41,5 sampai 92,15.');
    expect(words).toContain('Hijau 4, Kuning 1, dan Merah 1');
    expect(words).toContain('4 dari 6 angka memenuhi ambang masuk ≥ 75.');
    expect(words).toContain('Kota Contoh 92,15 (2023).');
    expect(words).toContain('2 percontohan antara 75 (Kabupaten Umpama) dan 88,8 (Kota Misal).');
    expect(words).toContain('Kabupaten Misal: belum ditemukan.');
    expect(words).toContain('4 lainnya: belum ditemukan.');
  });

  it('keeps everything legible for any data, and draws a dot for what is known only', () => {
    fc.assert(
      fc.property(anyData, width, lang, (any, w, l) => {
        const svg = distribution(any, { lang: l, width: w, id: 'd' });
        expect(chartFaults(svg, 'd')).toEqual([]);
        expect(dotsIn(svg)).toBe(any.values.length);
        const unknown = [any.region, ...any.pilots].some(
          (each) => each && !each.value && !each.category,
        );
        if (unknown) expect(svg).toContain(MISSING.not_found[l].split(' ')[0]);
      }),
      { numRuns: 150 },
    );
  });

  it('has one axis with the plots beside it, in even steps', () => {
    const low = decimals(['41', '55', '63']);
    const high = decimals(['70', '88', '97.5']);
    const bare = { ...data, region: null, pilots: [], threshold: null };
    const axis = (values: readonly Decimal[], beside: readonly Decimal[]) =>
      readTags(distribution({ ...bare, values, beside }, { lang: 'id', id: 'd' }))
        .filter(({ name, attributes }) => name === 'text' && attributes['text-anchor'] === 'middle')
        .map(({ text, attributes }) => [text, attributes.x]);
    expect(axis(low, high)).toEqual(axis(high, low));
    expect(axis(low, [])).not.toEqual(axis(high, []));
    const numbers = axis(low, high).flatMap(([text]) =>
      /^\d+$/.test(text ?? '') ? [Number(text)] : [],
    );
    // The limits of the bands stand among their names, above the dots.
    expect(numbers).toEqual([50, 75, 40, 50, 60, 70, 80, 90, 100]);
  });

  it('stays light with a figure of every region', () => {
    const values = Array.from({ length: 508 }, (_, i) =>
      (60 + 35 * Math.sin(i * 1.7) * Math.cos(i * 0.3)).toFixed(2),
    );
    const svg = distribution(
      { ...data, total: 508, values: decimals(['92.15', '88.8', '75', ...values]) },
      { lang: 'id', width: 1200, id: 'd', theme: 'light' },
    );
    expect(gzipSync(svg, { level: 9 }).length).toBeLessThan(12 * 1024);
  });

  it('does not depend on the order of the figures', () => {
    const draw = (values: DistributionData['values']) =>
      distribution({ ...data, values }, { lang: 'id', id: 'd' });
    expect(draw(data.values.toReversed())).toBe(draw(data.values));
  });
});

describe('the pile', () => {
  it('lets no dot hide another', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true })), (xs) => {
        const ys = pile(xs, 4);
        xs.forEach((x, i) => {
          for (let j = 0; j < i; j += 1) {
            const distance = Math.hypot(x - (xs[j] ?? 0), (ys[i] ?? 0) - (ys[j] ?? 0));
            expect(distance).toBeGreaterThan(8 - 1e-3);
          }
        });
      }),
    );
  });
});

it('takes round numbers around the figures for its scale, and no more than the scale has', () => {
  expect(domainOf([49, 82.25, 68], [0, 100])).toEqual([45, 85]);
  expect(domainOf([97, 99.9], [0, 100])).toEqual([97, 100]);
  expect(domainOf([3, 3], null)).toEqual([2, 4]);
  expect(domainOf([100, 100], [0, 100])).toEqual([90, 100]);
});

it('counts a value on the edge of two bands in the upper one', () => {
  expect(bandCounts(decimals(['50', '75', '100']), data.bands)).toEqual([0, 1, 2]);
});

describe('the binned distribution', () => {
  for (const size of [280, 640, 1200]) {
    it(`is drawn for ${size} px`, async () => {
      const svg = distributionBinned(binned, { lang: 'id', width: size, id: 'b' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/distribution-binned-${size}.svg`);
      expect(chartFaults(svg, 'b')).toEqual([]);
      expect(gzipSync(svg, { level: 9 }).length).toBeLessThan(2048);
    });
  }

  it('is drawn as a file', async () => {
    const svg = distributionBinned(binned, { lang: 'en', id: 'b', theme: 'light' });
    await expect(svg).toMatchFileSnapshot('__snapshots__/distribution-binned-light.svg');
  });

  it('says in words what it shows', () => {
    const svg = distributionBinned(binned, { lang: 'en', id: 'b' });
    const words = readTags(svg).find(({ name }) => name === 'desc')?.text;
    expect(words).toContain('5 Green (75–100) and 1 Red (0–50).');
    expect(words).toContain('Kota Contoh 92.15 (2023).');
    expect(words).toContain('Printed as a category only, without a number: 2 Green.');
  });

  it('keeps everything legible for any data, without a bar where nothing was found', () => {
    fc.assert(
      fc.property(anyData, fc.boolean(), width, lang, (any, withBands, w, l) => {
        const counts = bandCounts(any.values, any.bands);
        const bins = any.bands.map((band, i) => ({
          label: withBands ? band.label : null,
          from: band.min,
          to: band.max,
          ink: withBands ? band.ink : null,
          count: counts[i] ?? 0,
        }));
        const svg = distributionBinned({ ...any, bins }, { lang: l, width: w, id: 'b' });
        expect(chartFaults(svg, 'b')).toEqual([]);
        const bars = readTags(svg).filter(({ attributes }) => attributes.height === '12');
        expect(bars).toHaveLength(counts.filter((count) => count > 0).length);
      }),
      { numRuns: 150 },
    );
  });
});
