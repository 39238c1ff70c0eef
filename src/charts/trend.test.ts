import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import type { BandInk } from './palette.ts';
import { chartFaults, readTags } from './svg-checks.ts';
import { type TrendData, type TrendPart, trend, trendSmall } from './trend.ts';
import type { TrendPoint } from './trend-figures.ts';

const both = (id: string, en = id) => ({ id, en });
const decimal = (value: string) => value as Decimal;
const point = (year: number, value: string): TrendPoint => ({
  year,
  value: decimal(value),
  at: Number(value),
  category: null,
  told: null,
});
const band = (
  from: number,
  to: number | null,
  min: number,
  max: number,
  name: string,
  step: number,
) => ({
  from,
  to,
  min,
  max,
  label: both(name),
  ink: `band-${step}` as BandInk,
});

const mcp: TrendPart = {
  series: 'mcp',
  name: both('deret MCP', 'series MCP'),
  scale: { min: 0, max: 100 },
  steps: [],
  bands: [
    band(2019, 2023, 0, 50, 'Merah', 0),
    band(2019, 2023, 50, 75, 'Kuning', 2),
    band(2019, 2023, 75, 100, 'Hijau', 4),
    band(2024, 2024, 0, 73, 'Rentan', 0),
    band(2024, 2024, 73, 78, 'Waspada', 2),
    band(2024, 2024, 78, 100, 'Terjaga', 4),
  ],
  threshold: { at: 75, label: both('75') },
  points: [
    point(2019, '70.5'),
    point(2020, '78'),
    { ...point(2022, '91.68'), told: both('sementara', 'interim') },
    point(2023, '88.10'),
    point(2024, '92.15'),
  ],
};
const mcsp: TrendPart = {
  ...mcp,
  series: 'mcsp',
  name: both('deret MCSP', 'series MCSP'),
  bands: [],
  threshold: null,
  points: [point(2025, '80.25')],
};
const sample: TrendData = { area: 'Kota Contoh', indicator: both('MCP'), parts: [mcp, mcsp] };

const opinions = ['TMP', 'TW', 'WDP', 'WTP'];
const bpk: TrendData = {
  area: 'Kota Contoh',
  indicator: both('Opini BPK', 'BPK opinion'),
  parts: [
    {
      series: 'bpk',
      name: both('Opini'),
      scale: null,
      steps: opinions.map((s) => both(s)),
      bands: opinions.map((s, i) => band(Number.NEGATIVE_INFINITY, null, i, i, s, i)),
      threshold: null,
      points: [2018, 2019, 2021].map((year) => ({
        year,
        value: null,
        at: year === 2018 ? 2 : 3,
        category: both(year === 2018 ? 'WDP' : 'WTP'),
        told: year === 2021 ? both('disebut saja', 'told only') : null,
      })),
    },
  ],
};

const tagsOf = (svg: string, name: string) => readTags(svg).filter((tag) => tag.name === name);
const description = (svg: string) => tagsOf(svg, 'desc')[0]?.text ?? '';
const lines = (svg: string) =>
  tagsOf(svg, 'path').filter(({ attributes }) => attributes.class?.includes('s-region'));

describe('the trend', () => {
  for (const width of [280, 640, 1200]) {
    it(`is drawn for ${width} px`, async () => {
      const svg = trend(sample, { lang: 'id', width, id: 'c' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/trend-${width}.svg`);
      expect(chartFaults(svg, 'c')).toEqual([]);
    });
  }

  it('is drawn as a file, of numbers and of categories', async () => {
    const options = { lang: 'en', id: 'c', theme: 'light', sourceLine: 'Source: fiction' } as const;
    await expect(trend(sample, options)).toMatchFileSnapshot('__snapshots__/trend-light.svg');
    await expect(trend(bpk, options)).toMatchFileSnapshot('__snapshots__/trend-steps-light.svg');
  });

  it('says in words what it shows, and what is missing', () => {
    const svg = trend(sample, { lang: 'id', id: 'c' });
    expect(tagsOf(svg, 'title')[0]?.text).toBe('MCP Kota Contoh dari tahun ke tahun');
    expect(description(svg)).toBe(
      'Kota Contoh, MCP. deret MCP: 2019: 70,5; 2020: 78; 2022: 91,68 (sementara); 2023: 88,10; 2024: 92,15; ambang 75. deret MCSP: 2025: 80,25. Deret yang berbeda tidak dibandingkan. Belum ditemukan: 2021.',
    );
    expect(tagsOf(svg, 'text').map(({ text }) => text)).toContain('2021: belum ditemukan');
  });

  it('joins final figures from year to year only, never across a gap, a note or a seam', () => {
    const paths = lines(trend(sample, { lang: 'id', id: 'c' }));
    expect(paths).toHaveLength(2);
    for (const { attributes } of paths) expect(attributes.d?.match(/L/g)).toHaveLength(1);
  });

  it('draws a figure that is only told hollow, with a word', () => {
    const svg = trend(sample, { lang: 'en', id: 'c' });
    expect(
      tagsOf(svg, 'circle').filter(({ attributes }) => attributes.class === 'f-paper s-region'),
    ).toHaveLength(1);
    expect(tagsOf(svg, 'text').map(({ text }) => text)).toContain('91.68 interim');
  });

  it('fills a final range, and names it within its own stretch of the scale or not at all', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 95 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 280, max: 1200 }),
        (low, size, width) => {
          const at = [low, Math.min(100, low + size)] as const;
          const ranged = { ...point(2021, '0'), value: null, at, category: both('Zona contoh') };
          const points = [point(2019, '70.5'), point(2020, '78'), ranged];
          const parts = [{ ...mcp, bands: [], points }];
          const svg = trend({ ...sample, parts }, { lang: 'id', width, id: 'c' });
          const [box] = tagsOf(svg, 'rect').filter(({ attributes }) => attributes.rx === '3');
          expect(box?.attributes.class).toBe('f-region-soft s-region');
          const [top, height] = [Number(box?.attributes.y), Number(box?.attributes.height)];
          for (const { attributes, text } of tagsOf(svg, 'text')) {
            if (text !== 'Zona contoh') continue;
            expect(Number(attributes.y)).toBeGreaterThan(top);
            expect(Number(attributes.y)).toBeLessThanOrEqual(top + height + 3);
          }
        },
      ),
    ));

  it('draws every figure told about one year, and its year once', () => {
    const told = { told: both('sementara', 'interim') };
    const svg = trend(
      {
        ...sample,
        parts: [
          {
            ...mcp,
            points: [
              { ...point(2023, '70'), ...told },
              { ...point(2023, '74'), ...told },
            ],
          },
        ],
      },
      { lang: 'id', id: 'c' },
    );
    expect(chartFaults(svg, 'c')).toEqual([]);
    expect(tagsOf(svg, 'circle')).toHaveLength(2);
    expect(tagsOf(svg, 'text').filter(({ text }) => text === '2023')).toHaveLength(1);
  });

  it('has an empty place where nothing was found', () => {
    const svg = trend({ ...sample, parts: [] }, { lang: 'id', id: 'c', width: 280 });
    expect(chartFaults(svg, 'c')).toEqual([]);
    expect(svg).toContain('stroke-dasharray');
    expect(description(svg)).toBe('Kota Contoh, MCP: belum ditemukan.');
    expect(tagsOf(svg, 'circle')).toHaveLength(0);
  });

  const partOf = (from: number, series: string) =>
    fc
      .record({
        years: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
        kind: fc.constantFrom('numbers', 'ranges', 'steps'),
        values: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 }),
        told: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        placed: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        withBands: fc.boolean(),
      })
      .map(({ years, kind, values, told, placed, withBands }): TrendPart => {
        const scale = kind === 'steps' ? null : { min: 0, max: 100 };
        return {
          ...mcp,
          series,
          name: both(`deret <${series}>`, `series ${series}`),
          scale,
          steps: scale ? [] : opinions.map((s) => both(s)),
          threshold: scale && withBands ? mcp.threshold : null,
          bands: scale
            ? withBands
              ? mcp.bands.map((b) => ({ ...b, from: b.from - 2019 + from, to: null }))
              : []
            : opinions.map((s, i) => band(Number.NEGATIVE_INFINITY, null, i, i, s, i)),
          points: years.map((year, i): TrendPoint => {
            const value = (values[i] ?? 0) / 100;
            const word = told[i] ? both('sementara', 'interim') : null;
            const step = (values[i] ?? 0) % 4;
            const base = { year: from + year, told: word };
            if (!scale) {
              return { ...base, value: null, at: step, category: both(opinions[step] ?? '') };
            }
            if (kind === 'ranges' && i % 2 === 0) {
              return {
                ...base,
                value: null,
                at: placed[i] ? [75, 100] : null,
                category: both('Zona & hijau'),
              };
            }
            return { ...base, value: decimal(String(value)), at: value, category: null };
          }),
        };
      });

  const anyData = fc
    .tuple(
      partOf(2008, 'lama'),
      partOf(2015, 'tengah'),
      partOf(2021, 'baru'),
      fc.subarray([0, 1, 2], { minLength: 1 }),
    )
    .map(([a, b, c, chosen]) => chosen.flatMap((i) => [a, b, c][i] ?? []));

  it('keeps everything legible for any data, with one mark for each figure and none for a gap', () => {
    fc.assert(
      fc.property(
        anyData,
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (parts, width, lang) => {
          const svg = trend(
            { area: 'Kota <Contoh>', indicator: both('A & B'), parts },
            { lang, width, id: 'c' },
          );
          expect(chartFaults(svg, 'c')).toEqual([]);
          const points = parts.flatMap((part) => part.points);
          const ranges = tagsOf(svg, 'rect').filter(({ attributes }) => attributes.rx);
          expect(ranges).toHaveLength(points.filter(({ at }) => Array.isArray(at)).length);
          const placeless = tagsOf(svg, 'line').filter(
            ({ attributes }) => attributes['stroke-dasharray'] === '3 3',
          );
          expect(placeless).toHaveLength(points.filter(({ at }) => at === null).length);
          expect(tagsOf(svg, 'circle')).toHaveLength(
            points.filter(({ at }) => typeof at === 'number').length,
          );
          const known = new Set(points.map(({ year }) => year));
          const words = tagsOf(svg, 'text')
            .map(({ text }) => text)
            .join(' ');
          const all = [...known];
          if (Math.max(...all) - Math.min(...all) + 1 > known.size) {
            expect(words).toContain(lang === 'id' ? 'belum ditemukan' : 'not found yet');
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the small trend', () => {
  it('is drawn for tiles', async () => {
    const svg = trendSmall({ ...sample, parts: [mcp] }, { lang: 'id', width: 150, id: 'c' });
    await expect(svg).toMatchFileSnapshot('__snapshots__/trend-small.svg');
    expect(chartFaults(svg, 'c')).toEqual([]);
    const words = tagsOf(svg, 'text').map(({ text }) => text);
    expect(words).toEqual(['2019', '2024']);
    // 2022 is only told, 2021 unknown: two runs.
    const [dots, ...rest] = lines(svg).toSorted(
      (a, b) => Number(b.attributes.d?.includes('h0')) - Number(a.attributes.d?.includes('h0')),
    );
    expect(rest).toHaveLength(2);
    expect(dots?.attributes.d?.match(/h0/g)).toHaveLength(3);
    expect(tagsOf(svg, 'circle')).toHaveLength(1);
    expect(description(svg)).toBe(
      'Kota Contoh, MCP. 2019: 70,5; 2024: 92,15. Tanpa angka akhir: 2021–2022.',
    );
  });

  it('is none where there are fewer than two figures in the series of the latest', () => {
    expect(trendSmall(sample, { lang: 'id', id: 'c' })).toBe('');
    expect(trendSmall({ ...sample, parts: [] }, { lang: 'id', id: 'c' })).toBe('');
  });

  it('keeps within its widths', () => {
    const of = (width: number) =>
      trendSmall({ ...sample, parts: [mcp] }, { lang: 'en', width, id: 'c' });
    expect(of(50)).toContain('viewBox="0 0 120 ');
    expect(of(900)).toContain('viewBox="0 0 180 ');
  });
});
