import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Area } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { agree } from './decimal.ts';
import { buildFigures } from './figures.ts';
import { RANK_MIN_AREAS, RANK_MIN_COVERAGE, ranking, rankOf } from './rank.ts';

const area = (n: number, more: Partial<Area> = {}): Area =>
  ({
    code: `98.${String(n).padStart(2, '0')}`,
    level: 'regency',
    name: `Kabupaten Rekaan ${n}`,
    autonomy: 'autonomous',
    ...more,
  }) as Area;

/** Figures of invented regencies: a value per area, `null` for unknown, `x` for category only. */
function figuresOf(values: readonly (string | null)[]) {
  const base = fictionalDataset();
  const areas = values.map((_, i) => area(i + 1));
  const scores = values.flatMap((value, i) =>
    value === null
      ? []
      : [
          {
            ...base.tables.scores.find((s) => s.indicator === 'spi' && s.year === 2024),
            area_code: areas[i]?.code,
            value: value === 'x' ? null : value,
            category: 'waspada',
          },
        ],
  ) as unknown as typeof base.tables.scores;
  const tables = { ...base.tables, scores, decisions: [] };
  return { areas, figures: buildFigures({ ...base, tables }) };
}

describe('ranking', () => {
  it('shares a rank among equals and skips the next (competition ranking)', () => {
    const { areas, figures } = figuresOf(['70', '80', '80.0', '60']);
    const result = ranking(figures, areas, 'spi', 'spi', 2024);
    expect(result.entries.map((e) => e.rank)).toEqual([1, 1, 3, 4]);
    expect(result.entries.map((e) => e.ties)).toEqual([1, 1, 0, 0]);
    expect(rankOf(result, '98.04')).toMatchObject({ rank: 4, of: 4, ties: 0 });
  });

  it('shares a rank among figures of which one could be the other rounded', () => {
    const { areas, figures } = figuresOf(['82', '82.11', '90', '81.38', '81']);
    const { entries } = ranking(figures, areas, 'spi', 'spi', 2024);
    expect(entries.map(({ figure, rank, ties }) => [figure.value, rank, ties])).toEqual([
      ['90', 1, 0],
      ['82.11', 2, 1],
      ['82', 2, 1],
      ['81.38', 4, 1],
      ['81', 4, 1],
    ]);
  });

  it('never ranks one above another that agrees with it, or that is greater', () => {
    const value = fc
      .tuple(fc.integer({ min: 80, max: 84 }), fc.stringMatching(/^\d{0,2}$/))
      .map(([whole, digits]) => (digits ? `${whole}.${digits}` : `${whole}`));
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 10 }), (values) => {
        const { areas, figures } = figuresOf(values);
        const { entries } = ranking(figures, areas, 'spi', 'spi', 2024);
        expect(entries).toHaveLength(values.length);
        for (const a of entries) {
          expect(a.ties).toBe(entries.filter(({ rank }) => rank === a.rank).length - 1);
          expect(a.rank).toBe(1 + entries.filter(({ rank }) => rank < a.rank).length);
          for (const b of entries) {
            const [x, y] = [a.figure.value, b.figure.value] as [Decimal, Decimal];
            if (agree(x, y)) expect(a.rank).toBe(b.rank);
            if (Number(x) > Number(y)) expect(a.rank).toBeLessThanOrEqual(b.rank);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives no rank below the coverage it needs, but tells the count', () => {
    const { areas, figures } = figuresOf(['70', '80', '90', null, null]);
    const result = ranking(figures, areas, 'spi', 'spi', 2024);
    expect(result).toEqual({ coverage: { known: 3, total: 5 }, entries: [] });
    expect(rankOf(result, '98.01')).toBeNull();
  });

  it('gives no rank where some speak by category only and too few by number', () => {
    const { areas, figures } = figuresOf(['70', '80', '90', 'x', 'x']);
    expect(ranking(figures, areas, 'spi', 'spi', 2024).entries).toEqual([]);
  });

  it('counts no area without a government of its own', () => {
    const { areas, figures } = figuresOf(['70', '80', '90', null]);
    const members = areas.map((a, i) =>
      i === 3 ? { ...a, autonomy: 'administrative' as const } : a,
    );
    expect(ranking(figures, members, 'spi', 'spi', 2024).entries).toHaveLength(3);
  });

  it('refuses to rank a regency among cities', () => {
    const { areas, figures } = figuresOf(['70']);
    const mixed = [...areas, area(71, { level: 'city' })];
    expect(() => ranking(figures, mixed, 'spi', 'spi', 2024)).toThrow('one level');
  });

  it('is of one series: figures of another are not ranked', () => {
    const { areas, figures } = figuresOf(['70', '80', '90']);
    expect(ranking(figures, areas, 'spi', 'other', 2024).entries).toEqual([]);
  });

  it('ranks only at the coverage it needs, and a better figure never stands lower', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100 }).map(String), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const { areas, figures } = figuresOf(values);
        const { coverage, entries } = ranking(figures, areas, 'spi', 'spi', 2024);
        const known = values.filter((v) => v !== null).length;
        expect(coverage).toEqual({ known, total: values.length });
        const enough = known / values.length >= RANK_MIN_COVERAGE && known >= RANK_MIN_AREAS;
        expect(entries.length).toBe(enough ? known : 0);
        for (const a of entries)
          for (const b of entries)
            expect(Math.sign(a.rank - b.rank)).toBe(
              Math.sign(Number(b.figure.value) - Number(a.figure.value)),
            );
      }),
      { numRuns: 40 },
    );
  });
});
