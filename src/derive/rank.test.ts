import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
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
    expect(rankOf(result, '98.04')).toMatchObject({ rank: 4, of: 4 });
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
