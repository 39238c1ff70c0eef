import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FunnelData, funnel } from './funnel.ts';
import { chartFaults, readTags } from './svg-checks.ts';

const both = (id: string, en = id) => ({ id, en });

const data: FunnelData = {
  cohort: 2024,
  steps: [
    {
      label: both('diusulkan', 'proposed'),
      versions: [
        { value: 99, sources: 2, scopes: [] },
        { value: 97, sources: 1, scopes: [both('dari 33 provinsi rekaan', 'from 33 provinces')] },
      ],
      named: 8,
    },
    {
      label: both('diobservasi', 'observed'),
      versions: [{ value: 15, sources: 1, scopes: [] }],
      named: 17,
    },
    { label: both('didampingi', 'accompanied'), versions: [], named: 3 },
    { label: both('ditetapkan', 'designated'), versions: [], named: 0 },
  ],
};

const word = fc.constantFrom(
  'gelombang pertama: 8 kabupaten dan 4 kota di 4 provinsi',
  '<i>&"',
  'x',
);
const anyData: fc.Arbitrary<FunnelData> = fc.record({
  cohort: fc.integer({ min: 2024, max: 2030 }),
  steps: fc.array(
    fc.record({
      label: word.map((id) => both(id)),
      versions: fc.array(
        fc.record({
          value: fc.integer({ min: 1, max: 5000 }),
          sources: fc.integer({ min: 1, max: 12 }),
          scopes: fc.array(
            word.map((id) => both(id)),
            { maxLength: 3 },
          ),
        }),
        { maxLength: 4 },
      ),
      named: fc.nat({ max: 508 }),
    }),
    { maxLength: 5 },
  ),
});

const bars = (svg: string) => readTags(svg).filter(({ name }) => name === 'rect');
const isHollow = ({ attributes }: ReturnType<typeof readTags>[number]) =>
  'stroke-dasharray' in attributes;

describe('the funnel', () => {
  for (const width of [280, 640, 1200]) {
    it(`is drawn for ${width} px`, async () => {
      const svg = funnel(data, { lang: 'id', width, id: 'f' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/funnel-${width}.svg`);
      expect(chartFaults(svg, 'f')).toEqual([]);
    });
  }

  it('is drawn as a file', async () => {
    const svg = funnel(data, { lang: 'en', id: 'f', theme: 'light' });
    await expect(svg).toMatchFileSnapshot('__snapshots__/funnel-light.svg');
  });

  it('says in words what it shows, each version of a number', () => {
    const svg = funnel(data, { lang: 'id', id: 'f' });
    const words = readTags(svg).find(({ name }) => name === 'desc')?.text;
    expect(words).toContain(
      'Diusulkan: sumber berbeda, 99 (2 sumber) dan 97 (1 sumber; dari 33 provinsi rekaan); 8 namanya kami temukan.',
    );
    expect(words).toContain('Didampingi: belum ditemukan; 3 namanya kami temukan.');
    expect(words).toContain('Ditetapkan: belum ditemukan.');
  });

  it('draws a dashed place where no number was found, and bars from one zero', () => {
    const drawn = bars(funnel(data, { lang: 'id', id: 'f' }));
    expect(drawn.filter(isHollow)).toHaveLength(2);
    const full = drawn.filter((bar) => !isHollow(bar));
    expect(new Set(full.map(({ attributes }) => attributes.x)).size).toBe(1);
    const lengths = full.map(({ attributes }) => Number(attributes.width));
    expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(97 / 99, 3);
    expect((lengths[3] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(15 / 99, 3);
  });

  it('keeps everything legible for any data, and draws no bar for what is unknown', () => {
    fc.assert(
      fc.property(
        anyData,
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (any, width, lang) => {
          const svg = funnel(any, { lang, width, id: 'f' });
          expect(chartFaults(svg, 'f')).toEqual([]);
          const known = any.steps.flatMap(({ versions, named }) => [
            ...versions,
            ...(named > 0 ? [named] : []),
          ]);
          expect(bars(svg).filter((bar) => !isHollow(bar))).toHaveLength(known.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
