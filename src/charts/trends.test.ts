import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { chartFaults, readTags } from './svg-checks.ts';
import { MAX_LINES, type TrendsData, type TrendsPart, type TrendsPoint, trends } from './trends.ts';

const both = (id: string, en = id) => ({ id, en });
const decimal = (value: string) => value as Decimal;
const point = (year: number, value: string): TrendsPoint => ({
  year,
  value: decimal(value),
  at: Number(value),
  category: null,
  told: null,
});
const line = (name: string, kind: 'area' | 'median' = 'area') => ({
  name: both(name),
  short: both(name.replace(/^(Kota|Kabupaten) /, '')),
  kind,
});

const mcp: TrendsPart = {
  series: 'mcp',
  name: both('deret MCP', 'series MCP'),
  scale: { min: 0, max: 100 },
  steps: [],
  threshold: { at: 75, label: both('75') },
  lines: [
    { line: 0, points: [point(2019, '70.5'), point(2020, '78'), point(2023, '88.10')] },
    {
      line: 1,
      points: [
        point(2020, '78'),
        { ...point(2022, '91.68'), told: both('sementara', 'interim') },
        point(2023, '81.5'),
        point(2024, '92.15'),
      ],
    },
    { line: 3, points: [{ ...point(2023, '83.25'), count: 5 }] },
  ],
};
const mcsp: TrendsPart = {
  ...mcp,
  series: 'mcsp',
  name: both('deret MCSP', 'series MCSP'),
  threshold: null,
  lines: [{ line: 1, points: [point(2025, '80.25')] }],
};
const sample: TrendsData = {
  indicator: both('MCP'),
  lines: [
    line('Kota Contoh'),
    line('Kabupaten Misal'),
    line('Kota Kosong'),
    line('Percontohan', 'median'),
    line('Daerah sebanding', 'median'),
  ],
  parts: [mcp, mcsp],
};

const opinions = ['TMP', 'TW', 'WDP', 'WTP'];
const step = (year: number, at: number): TrendsPoint => ({
  year,
  value: null,
  at,
  category: both(opinions[at] ?? ''),
  told: null,
});
const bpk: TrendsData = {
  indicator: both('Opini BPK', 'BPK opinion'),
  lines: ['Kota Contoh', 'Kota Misal', 'Kota Andai'].map((name) => line(name)),
  parts: [
    {
      series: 'bpk',
      name: both('Opini'),
      scale: null,
      steps: opinions.map((s) => both(s)),
      threshold: null,
      lines: [0, 1, 2].map((i) => ({
        line: i,
        points: [2018, 2019, 2020].map((year) => step(year, year === 2018 && i === 1 ? 2 : 3)),
      })),
    },
  ],
};

const tagsOf = (svg: string, name: string) => readTags(svg).filter((tag) => tag.name === name);
const description = (svg: string) => tagsOf(svg, 'desc')[0]?.text ?? '';
const words = (svg: string) => tagsOf(svg, 'text').map(({ text }) => text);
/** Titles of marks: the first title is the chart's. */
const marks = (svg: string) => tagsOf(svg, 'title').slice(1);
/** Lines between figures; the samples of the key are level. */
const joined = (svg: string) =>
  tagsOf(svg, 'path').filter(
    ({ attributes }) => attributes['stroke-width'] === '2.25' && attributes.d?.includes('L'),
  );

describe('the trend of several areas', () => {
  for (const width of [280, 640, 1200]) {
    it(`is drawn for ${width} px`, async () => {
      const svg = trends(sample, { lang: 'id', width, id: 'c' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/trends-${width}.svg`);
      expect(chartFaults(svg, 'c')).toEqual([]);
    });
  }

  it('is drawn as a file, of numbers and of categories', async () => {
    const options = { lang: 'en', id: 'c', theme: 'light', sourceLine: 'Source: fiction' } as const;
    await expect(trends(sample, options)).toMatchFileSnapshot('__snapshots__/trends-light.svg');
    const steps = trends(bpk, options);
    await expect(steps).toMatchFileSnapshot('__snapshots__/trends-steps-light.svg');
    expect(chartFaults(steps, 'c')).toEqual([]);
  });

  it('says in words what it shows, and what is missing', () => {
    const svg = trends(sample, { lang: 'id', id: 'c' });
    expect(tagsOf(svg, 'title')[0]?.text).toMatch(/^MCP dari tahun ke tahun: Kota Contoh, /);
    const told = description(svg);
    expect(told).toContain('Kota Contoh: deret MCP, 2019: 70,5; 2020: 78; 2023: 88,10.');
    expect(told).toContain('2022: 91,68 (sementara)');
    expect(told).toContain('deret MCSP, 2025: 80,25.');
    expect(told).toContain('Kota Kosong: belum ditemukan.');
    expect(told).toContain('Percontohan: median deret MCP, 2023: 83,25 (5 daerah).');
    expect(told).toContain('Daerah sebanding: tanpa median');
    expect(told).toContain('Deret yang berbeda tidak dibandingkan.');
  });

  it('names every line once, with its newest final figure and its year', () => {
    for (const width of [320, 900]) {
      const all = words(trends(sample, { lang: 'id', id: 'c', width })).join(' ');
      expect(all).toContain('Contoh 88,10 (2023)');
      expect(all).toContain('Misal 80,25 (2025)');
      expect(all).toContain('Percontohan: median 83,25 (2023), 5 daerah');
      expect(all).toContain('belum ditemukan: Kosong');
    }
  });

  it('joins figures from year to year within a series, and nothing else', () => {
    const svg = trends(sample, { lang: 'id', id: 'c' });
    // Kota Contoh 2019–2020; Kabupaten Misal 2023–2024, not 2022, which is only told, nor 2025.
    const found = joined(svg);
    expect(found).toHaveLength(2);
    for (const { attributes } of found) expect(attributes.d?.match(/L/g)).toHaveLength(1);
  });

  it('tells lines apart by colour, dash and mark', () => {
    const names = Array.from({ length: MAX_LINES }, (_, i) => line(`Kota ${i}`));
    const data: TrendsData = {
      indicator: both('MCP'),
      lines: names,
      parts: [
        {
          ...mcp,
          lines: names.map((_, i) => ({
            line: i,
            points: [point(2023, String(30 + 9 * i)), point(2024, String(32 + 9 * i))],
          })),
        },
      ],
    };
    const svg = trends(data, { lang: 'id', id: 'c' });
    const drawn = joined(svg);
    const unlike = (attribute: string) =>
      new Set(drawn.map(({ attributes }) => attributes[attribute])).size;
    expect(drawn).toHaveLength(MAX_LINES);
    expect(unlike('class')).toBe(MAX_LINES);
    expect(unlike('stroke-dasharray')).toBe(MAX_LINES);
    expect(() =>
      trends({ ...data, lines: [...names, line('Kota lebih')] }, { lang: 'id', id: 'c' }),
    ).toThrow('too many');
  });

  it('sets figures of one place beside each other, none over another', () => {
    const svg = trends(bpk, { lang: 'id', id: 'c', width: 400 });
    const round = tagsOf(svg, 'circle').map(({ attributes }) => attributes.cx);
    expect(marks(svg)).toHaveLength(9);
    expect(new Set(round).size).toBe(round.length);
  });

  it('has an empty place where nothing was found', () => {
    const svg = trends({ ...sample, parts: [] }, { lang: 'id', id: 'c', width: 280 });
    expect(chartFaults(svg, 'c')).toEqual([]);
    expect(svg).toContain('stroke-dasharray');
    expect(marks(svg)).toHaveLength(0);
    expect(words(svg)).toEqual(['belum ditemukan']);
  });

  const names = [
    'Kota <Contoh>',
    'Kabupaten Penukal Abab Lematang Ilir',
    'Kepulauan & Laut',
    'A',
    'Percontohan',
    'Kabupaten Pangkajene dan Kepulauan',
  ];
  const partOf = (from: number, series: string) =>
    fc
      .record({
        kind: fc.constantFrom('numbers', 'ranges', 'steps'),
        withThreshold: fc.boolean(),
        lines: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
        years: fc.array(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), {
          minLength: 6,
          maxLength: 6,
        }),
        values: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 36, maxLength: 36 }),
        told: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
      })
      .map(({ kind, withThreshold, lines, years, values, told }): TrendsPart => {
        const scale = kind === 'steps' ? null : { min: 0, max: 100 };
        return {
          series,
          name: both(`deret <${series}>`, `series ${series}`),
          scale,
          steps: scale ? [] : opinions.map((s) => both(s)),
          threshold: scale && withThreshold ? mcp.threshold : null,
          lines: lines.map((own) => ({
            line: own,
            points: (years[own] ?? [0]).map((year, i): TrendsPoint => {
              const n = values[6 * own + i] ?? 0;
              const base = {
                year: from + year,
                told: told[6 * own + i] ? both('sementara', 'interim') : null,
                ...(own === 4 ? { count: 3 } : {}),
              };
              if (!scale) return { ...step(0, n % 4), ...base };
              if (kind === 'ranges' && i % 2 === 0) {
                return {
                  ...base,
                  value: null,
                  at: n % 2 ? [75, 100] : null,
                  category: both('Zona & hijau'),
                };
              }
              return { ...base, value: decimal(String(n / 100)), at: n / 100, category: null };
            }),
          })),
        };
      });

  it('keeps everything legible for any data, with one mark for each figure and none for a gap', () => {
    fc.assert(
      fc.property(
        fc.tuple(partOf(2008, 'lama'), partOf(2015, 'tengah'), partOf(2021, 'baru')),
        fc.subarray([0, 1, 2], { minLength: 1 }),
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (all, chosen, width, lang) => {
          const parts = chosen.flatMap((i) => all[i] ?? []);
          const svg = trends(
            {
              indicator: both('A & B'),
              lines: names.map((name, i) => line(name, i === 4 ? 'median' : 'area')),
              parts,
            },
            { lang, width, id: 'c' },
          );
          expect(chartFaults(svg, 'c')).toEqual([]);
          const points = parts.flatMap((part) => part.lines.flatMap((own) => own.points));
          const placed = points.filter(({ at }) => at !== null);
          expect(marks(svg)).toHaveLength(placed.length);
          const said = words(svg).join(' ');
          if (placed.length < points.length) {
            expect(said).toMatch(lang === 'id' ? /tanpa tempat/ : /no\s+place/);
          }
          if (placed.some(({ told }) => told)) {
            expect(said).toMatch(lang === 'id' ? /tanda kosong/ : /hollow marks/);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
