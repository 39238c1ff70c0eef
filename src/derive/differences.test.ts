import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { fictionalDataset, type TableOverrides } from '../dataset/testing.ts';
import { agree } from './decimal.ts';
import { commonYear, type Difference, differenceOf } from './differences.ts';
import { deriveModel } from './site-model.ts';

const S1 = 'kabar-contoh-2024-01-15';
const modelWith = (scores: readonly string[] = [], overrides: TableOverrides = {}) =>
  deriveModel(
    fictionalDataset({
      scores: (text) => `${text}${scores.map((row) => `${row}\n`).join('')}`,
      ...overrides,
    }),
  );
/** A row of `scores.csv`. */
const row = (
  code: string,
  [indicator, series]: readonly [string, string],
  year: number,
  value: string,
  category = '',
  status = 'final',
  flags = '',
) => `${code},${indicator},${series},${year},${value},${category},,,${status},${flags},${S1},`;
const MCP = ['mcp', 'mcp'] as const;
const BPK = ['bpk', 'bpk'] as const;

const difference = (
  from: ReturnType<typeof modelWith>,
  a: string,
  b: string,
  indicator: 'mcp' | 'spi' | 'bpk' = 'mcp',
  year: number | null = null,
) => differenceOf(from.figures, from.area(a), from.area(b), indicator, year);

describe('the difference of two figures', () => {
  const model = modelWith();

  it('is exact, of numbers of one level, series and year', () => {
    expect(difference(model, '99.01', '99.10')).toMatchObject({
      kind: 'numbers',
      // The decision of the editors speaks: 77.5.
      figures: [{ value: '88.8' }, { value: '77.5' }],
      by: '11.3',
      higher: 'a',
    });
    expect(difference(model, '99.10', '99.01')).toMatchObject({ by: '11.3', higher: 'b' });
    expect(difference(model, '98.71', '99.71', 'spi')).toMatchObject({ by: '3.1', higher: 'b' });
  });

  it('keeps the digits: no noise of floating point', () => {
    const from = modelWith([row('98.01', MCP, 2024, '97.98'), row('98.02', MCP, 2024, '95.1')]);
    expect(difference(from, '98.01', '98.02', 'mcp', 2024)).toMatchObject({
      by: '2.88',
      higher: 'a',
    });
  });

  it('says of equal figures that they are equal, however many digits were printed', () => {
    const from = modelWith([row('98.01', MCP, 2024, '95.10'), row('98.02', MCP, 2024, '95.1')]);
    expect(difference(from, '98.01', '98.02', 'mcp', 2024)).toMatchObject({
      kind: 'numbers',
      by: '0.00',
      higher: null,
    });
  });

  it.each([
    ['71.90', '72', ''],
    ['71.50', '72', 'rounded'],
    ['72.99', '72', ''],
    ['72.00', '72', 'rounded'],
  ])('of %s and %s has no winner: they are too close (%s)', (x, y, flags) => {
    const from = modelWith([
      row('98.01', MCP, 2024, x),
      row('98.02', MCP, 2024, y, '', 'final', flags),
    ]);
    expect(difference(from, '98.01', '98.02', 'mcp', 2024)).toMatchObject({
      kind: 'numbers',
      isClose: true,
      higher: null,
    });
  });

  it('of a rounded figure is about what is printed', () => {
    const from = modelWith([
      row('98.01', MCP, 2024, '75.5'),
      row('98.02', MCP, 2024, '72', '', 'final', 'rounded'),
    ]);
    expect(difference(from, '98.01', '98.02', 'mcp', 2024)).toMatchObject({
      by: '3.5',
      higher: 'a',
      isClose: false,
      isAbout: true,
    });
  });

  it('is none between levels', () => {
    expect(difference(model, '98.71', '98.01')).toMatchObject({ kind: 'none', why: 'other_level' });
    expect(difference(model, '98', '98.01')).toMatchObject({ kind: 'none', why: 'other_level' });
  });

  it('is none across a break in series, and names the newest year of one series', () => {
    expect(difference(model, '98.01', '98.02')).toMatchObject({
      kind: 'none',
      why: 'other_series',
      figures: [
        { series: 'mcsp', year: 2025 },
        { series: 'mcp', year: 2023 },
      ],
      commonYear: 2023,
    });
    // The year that was named has the difference.
    expect(difference(model, '98.01', '98.02', 'mcp', 2023)).toMatchObject({
      kind: 'numbers',
      by: '10.90',
      higher: 'b',
    });
  });

  it('is none between years', () => {
    expect(difference(model, '98.71', '99.71')).toMatchObject({
      kind: 'none',
      why: 'other_year',
      figures: [{ year: 2023 }, { year: 2024 }],
      commonYear: null,
    });
  });

  it('is none where a figure is unknown, and says whose', () => {
    expect(difference(model, '98.01', '98.02', 'bpk')).toMatchObject({
      why: 'unknown',
      sides: ['b'],
    });
    expect(difference(model, '98.02', '99.01', 'bpk')).toMatchObject({
      why: 'unknown',
      sides: ['a', 'b'],
    });
    expect(difference(model, '98.71', '98.72')).toMatchObject({
      why: 'not_applicable',
      sides: ['b'],
    });
  });

  it.each(['interim', 'doubtful', 'stated_run'])('never takes a figure that is %s', (status) => {
    const from = modelWith([
      row('98.71', MCP, 2024, '96', '', status),
      row('99.71', MCP, 2023, '90'),
    ]);
    expect(difference(from, '98.71', '99.71', 'mcp', 2024)).toMatchObject({
      why: 'unknown',
      sides: ['a'],
    });
    expect(difference(from, '98.71', '99.71')).toMatchObject({
      why: 'other_year',
      commonYear: 2023,
    });
  });

  it('compares categories by the order of the bands of one scheme and year', () => {
    expect(difference(model, '98.01', '99.10', 'bpk')).toMatchObject({
      kind: 'bands',
      bands: [{ category_id: 'wtp' }, { category_id: 'wdp' }],
      higher: 'a',
    });
    const from = modelWith([row('98.02', BPK, 2023, '', 'wtp')]);
    expect(difference(from, '98.01', '98.02', 'bpk')).toMatchObject({ higher: null });
  });

  it('compares a number with a category by its band, else not', () => {
    const from = modelWith([
      row('98.01', MCP, 2024, '72.99'),
      row('98.02', MCP, 2024, '', 'terjaga'),
    ]);
    expect(difference(from, '98.01', '98.02', 'mcp', 2024)).toMatchObject({
      kind: 'bands',
      bands: [{ category_id: 'rentan' }, { category_id: 'terjaga' }],
      higher: 'b',
    });
    // A number of a series whose ranges nobody printed stands in no band.
    const without = modelWith(
      [row('98.01', MCP, 2024, '72.99'), row('98.02', MCP, 2024, '', 'terjaga')],
      { bands: (text) => text.replaceAll(',0,73,', ',,,').replaceAll(',73,100,', ',,,') },
    );
    expect(difference(without, '98.01', '98.02', 'mcp', 2024)).toMatchObject({
      kind: 'none',
      why: 'only_category',
    });
  });

  it('does not set an area against itself', () => {
    expect(() => difference(model, '98.01', '98.01')).toThrow('98.01');
  });

  it('finds the newest common year only within a series', () => {
    const from = modelWith();
    const [a, b] = [from.area('98.01'), from.area('99.01')];
    expect(commonYear(from.figures, a, b, 'mcp')).toBe(2023);
    expect(commonYear(from.figures, a, b, 'spi')).toBeNull();
  });

  /** Whatever was printed: a number of at most 100 with up to three digits after the point. */
  const printed = fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.stringMatching(/^\d{0,3}$/))
    .map(([whole, digits]) => (digits ? `${whole}.${digits}` : `${whole}`));
  const thousandths = (value: string) => {
    const [whole = '', digits = ''] = value.split('.');
    return 1000 * Number(whole) + Number(digits.padEnd(3, '0'));
  };

  it('is the same from either side, never negative, and exact to the last digit', () => {
    fc.assert(
      fc.property(printed, printed, fc.constantFrom('', 'rounded'), (x, y, flags) => {
        const from = modelWith([
          row('98.01', MCP, 2024, x),
          row('98.02', MCP, 2024, y, '', 'final', flags),
        ]);
        const [there, back] = [
          difference(from, '98.01', '98.02', 'mcp', 2024),
          difference(from, '98.02', '98.01', 'mcp', 2024),
        ] as [Difference, Difference];
        if (there.kind !== 'numbers' || back.kind !== 'numbers') throw new Error(there.kind);
        expect(there.by).toBe(back.by);
        expect(there.by).toMatch(/^\d+(\.\d+)?$/);
        expect(thousandths(there.by)).toBe(Math.abs(thousandths(x) - thousandths(y)));
        const digits = (value: string) => value.split('.')[1]?.length ?? 0;
        expect(digits(there.by)).toBe(Math.max(digits(x), digits(y)));
        const sign = Math.sign(thousandths(x) - thousandths(y));
        const isAlike = agree(x as Decimal, y as Decimal);
        expect(there.higher).toBe(isAlike || sign === 0 ? null : sign > 0 ? 'a' : 'b');
        expect(back.higher).toBe(isAlike || sign === 0 ? null : sign > 0 ? 'b' : 'a');
        expect(there.isClose).toBe(sign === 0 ? flags !== '' : isAlike);
        expect(back).toMatchObject({ isClose: there.isClose, isAbout: there.isAbout });
      }),
      { numRuns: 60 },
    );
  });

  it('of any two areas and year never mixes levels, series or years', () => {
    const areas = model.dataset.tables.areas.map(({ code }) => code);
    fc.assert(
      fc.property(
        fc.constantFrom(...areas),
        fc.constantFrom(...areas),
        fc.constantFrom('mcp' as const, 'spi' as const, 'bpk' as const),
        fc.constantFrom(null, 2022, 2023, 2024, 2025),
        (a, b, indicator, year) => {
          fc.pre(a !== b);
          const found = difference(model, a, b, indicator, year);
          if (found.kind === 'none') return;
          const [x, y] = found.figures;
          expect(x.series).toBe(y.series);
          expect(x.year).toBe(y.year);
          if (year !== null) expect(x.year).toBe(year);
          expect(found.a.level).toBe(found.b.level);
          expect(x.speaking?.status).toBe('final');
          expect(y.speaking?.status).toBe('final');
        },
      ),
    );
  });
});
