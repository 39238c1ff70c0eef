import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellState,
  coverageNation,
  coverageRegion,
  type NationCoverageData,
  type RegionCoverageData,
} from './coverage.ts';
import { chartFaults, readTags } from './svg-checks.ts';

const both = (id: string, en = id) => ({ id, en });
const years = [2021, 2022, 2023, 2024, 2025];

const region: RegionCoverageData = {
  area: 'Kota Contoh',
  years,
  rows: [
    {
      indicator: both('MCP'),
      breaks: [2019, 2025],
      cells: ['not_found', 'final', 'final', 'final', 'told'],
    },
    {
      indicator: both('Opini', 'Opinion'),
      breaks: [],
      cells: ['not_yet_formed', 'not_yet_formed', 'not_found', 'not_found', 'not_found'],
    },
  ],
};

const nation: NationCoverageData = {
  areas: both('kabupaten/kota', 'regencies and cities'),
  total: 508,
  years,
  rows: [
    { indicator: both('MCP'), breaks: [2025], cells: [67, 37, 78, 51, 2] },
    { indicator: both('Ombudsman'), breaks: [2022, 2025], cells: [508, 207, 0, 1, 0] },
    { indicator: both('Opini', 'Opinion'), breaks: [], cells: [0, 0, 0, 0, 0] },
  ],
};

const names = fc.constantFrom('MCP', 'Ombudsman', 'Opini BPK', '<i>&"').map((id) => both(id));
const span = fc
  .tuple(fc.integer({ min: 2004, max: 2025 }), fc.integer({ min: 0, max: 22 }))
  .map(([first, more]) => Array.from({ length: more + 1 }, (_, i) => first + i));
const rowsOf = <T>(cell: fc.Arbitrary<T>) =>
  span.chain((of) =>
    fc.record({
      years: fc.constant(of),
      rows: fc.array(
        fc.record({
          indicator: names,
          breaks: fc.subarray(of),
          cells: fc.array(cell, { minLength: of.length, maxLength: of.length }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  );
const state = fc.constantFrom<CellState>('final', 'told', 'not_found', 'not_yet_formed');
const width = fc.integer({ min: 280, max: 1200 });
const lang = fc.constantFrom('id' as const, 'en' as const);

const tagsOf = (svg: string, name: string) => readTags(svg).filter((tag) => tag.name === name);
const description = (svg: string) => tagsOf(svg, 'desc')[0]?.text;

for (const [name, draw] of [
  [
    'coverage-region',
    (options: Parameters<typeof coverageRegion>[1]) => coverageRegion(region, options),
  ],
  [
    'coverage-nation',
    (options: Parameters<typeof coverageNation>[1]) => coverageNation(nation, options),
  ],
] as const) {
  describe(name, () => {
    for (const size of [280, 640, 1200]) {
      it(`is drawn for ${size} px`, async () => {
        const svg = draw({ lang: 'id', width: size, id: 'c' });
        await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}-${size}.svg`);
        expect(chartFaults(svg, 'c')).toEqual([]);
      });
    }

    it('is drawn as a file', async () => {
      const svg = draw({ lang: 'en', id: 'c', theme: 'light', sourceLine: 'Source: fictional' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}-light.svg`);
    });
  });
}

describe('the matrix of a region', () => {
  it('counts in words what it shows', () => {
    const words = description(coverageRegion(region, { lang: 'id', id: 'c' }));
    expect(words).toContain(
      'Kota Contoh, 2021–2025: angka akhir untuk 3 dari 10 pasangan ukuran dan tahun; 1 hanya disebut; 4 belum ditemukan.',
    );
    expect(words).toContain('Angka akhir Opini belum ditemukan.');
  });

  it('says so where nothing was found at all', () => {
    const svg = coverageRegion(
      { ...region, years: [], rows: [] },
      { lang: 'en', id: 'c', width: 280 },
    );
    expect(chartFaults(svg, 'c')).toEqual([]);
    expect(svg).toContain('stroke-dasharray');
    expect(description(svg)).toContain('No figure of Kota Contoh has been found yet');
  });

  it('keeps everything legible for any data, and fills a mark for final figures only', () => {
    fc.assert(
      fc.property(rowsOf(state), width, lang, (any, w, l) => {
        const svg = coverageRegion({ area: '<b>&', ...any }, { lang: l, width: w, id: 'c' });
        expect(chartFaults(svg, 'c')).toEqual([]);
        const finals = any.rows.flatMap(({ cells }) => cells).filter((cell) => cell === 'final');
        const drawn = (ink: string) =>
          tagsOf(svg, 'path')
            .filter(({ attributes }) => attributes.class === `f-none s-${ink}`)
            .flatMap(({ attributes }) => attributes.d?.match(/h0/g) ?? []);
        expect(drawn('region')).toHaveLength(finals.length);
        expect(tagsOf(svg, 'circle').map(({ attributes }) => attributes.class)).toEqual(
          expect.arrayContaining(finals.length > 0 ? ['f-region'] : []),
        );
        const unknown = any.rows
          .flatMap(({ cells }) => cells)
          .filter((cell) => cell === 'not_found');
        expect(drawn('line-strong')).toHaveLength(unknown.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the matrix of the nation', () => {
  it('says in words what it shows', () => {
    const words = description(coverageNation(nation, { lang: 'id', id: 'c' }));
    expect(words).toContain('MCP: 5 tahun, terbanyak 78 dari 508 (2023).');
    expect(words).toContain('Opini: belum ditemukan.');
  });

  it('draws the known share as an area', () => {
    const squares = tagsOf(coverageNation(nation, { lang: 'id', id: 'c' }), 'rect').map(
      ({ attributes }) => Number(attributes.width) ** 2,
    );
    const [mcp = 0, , , , , all = 1] = squares;
    expect(mcp / all).toBeCloseTo(67 / 508, 2);
  });

  it('keeps everything legible for any data, without a square where nothing was found', () => {
    const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 508 }));
    fc.assert(
      fc.property(rowsOf(count), width, lang, (any, w, l) => {
        const svg = coverageNation({ ...nation, ...any }, { lang: l, width: w, id: 'c' });
        expect(chartFaults(svg, 'c')).toEqual([]);
        const known = any.rows.flatMap(({ cells }) => cells).filter((cell) => cell > 0);
        const squares = tagsOf(svg, 'rect').filter(
          ({ attributes }) => attributes.class === 'f-region',
        );
        expect(squares).toHaveLength(known.length);
        expect(svg).not.toContain('>0<');
      }),
      { numRuns: 200 },
    );
  });
});
