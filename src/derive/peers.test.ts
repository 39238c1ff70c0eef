import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area, Level } from '../dataset/tables/index.ts';
import { distanceTable, ISLAND_STEP, PEER_COUNT, type Peer, peersOf } from './peers.ts';

const ISLANDS = ['Sumatera', 'Jawa', 'Papua'] as const;

/** An invented area. Only what peers are made of is filled in. */
const area = (code: string, population: number, area_km2: string, more: Partial<Area> = {}): Area =>
  ({
    code,
    level: 'regency',
    name: `Kabupaten Rekaan ${code}`,
    autonomy: 'autonomous',
    island_group: 'Jawa',
    population,
    area_km2,
    ...more,
  }) as Area;

const anyArea = fc.record({
  population: fc.integer({ min: 1, max: 10_000_000 }),
  area_km2: fc
    .integer({ min: 1, max: 10_000_000 })
    .map((n) => (n / 1000).toFixed(3) as Area['area_km2']),
  island_group: fc.constantFrom(...ISLANDS),
});

/** Lists of areas, all of one level but for the tail, which is of any level and autonomy. */
const anyAreas = fc
  .tuple(
    fc.array(anyArea, { minLength: 3, maxLength: 25 }),
    fc.array(
      fc.tuple(
        anyArea,
        fc.constantFrom<Level>('province', 'city', 'regency'),
        fc.constantFrom<Area['autonomy']>('autonomous', 'administrative'),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([own, others]) => [
    ...own.map((one, i) => area(`98.${i + 10}`, one.population, one.area_km2, one)),
    ...others.map(([one, level, autonomy], i) =>
      area(`99.${i + 10}`, one.population, one.area_km2, { ...one, level, autonomy }),
    ),
  ]);

const first = (areas: readonly Area[]): Area => areas[0] as Area;
const codes = (peers: readonly Peer[]) => peers.map((peer) => peer.area.code);
const between = (a: Area, b: Area, areas: readonly Area[]) =>
  distanceTable(a, areas).find((peer) => peer.area.code === b.code)?.distance ??
  (a.code === b.code ? 0 : Number.NaN);

describe('what holds for every list of areas', () => {
  it('gives other autonomous areas of the same level, each once, never the area itself', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        for (const one of areas) {
          const table = distanceTable(one, areas);
          const expected = areas.filter(
            (other) =>
              other.code !== one.code &&
              other.level === one.level &&
              other.autonomy === 'autonomous' &&
              one.autonomy === 'autonomous',
          );
          expect(codes(table).toSorted()).toEqual(expected.map(({ code }) => code).toSorted());
        }
      }),
    );
  });

  it('sorts by distance and takes the nearest', () => {
    fc.assert(
      fc.property(anyAreas, fc.integer({ min: 0, max: 30 }), (areas, count) => {
        const table = distanceTable(first(areas), areas);
        for (const [i, peer] of table.entries()) {
          const before = table[i - 1];
          if (before) expect(peer.distance - before.distance).toBeGreaterThan(-2e-9);
        }
        expect(peersOf(first(areas), areas, count)).toEqual(table.slice(0, count));
        expect(peersOf(first(areas), areas)).toHaveLength(Math.min(table.length, PEER_COUNT));
      }),
    );
  });

  it('is a distance: never negative, the same both ways, never longer than a way round', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        const level = areas
          .filter((one) => one.level === 'regency' && one.autonomy === 'autonomous')
          .slice(0, 5);
        for (const a of level) {
          for (const b of level) {
            const direct = between(a, b, areas);
            expect(direct).toBeGreaterThanOrEqual(0);
            expect(between(b, a, areas)).toBe(direct);
            for (const c of level) {
              expect(direct).toBeLessThanOrEqual(
                between(a, c, areas) + between(c, b, areas) + 1e-9,
              );
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is 0 exactly where all three dimensions are the same', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        const twin = { ...first(areas), code: '98.99' };
        const [nearest] = distanceTable(twin, [...areas, twin]);
        expect(nearest?.distance).toBe(0);
        for (const { distance, population, density, island } of distanceTable(
          first(areas),
          areas,
        )) {
          const alike = population.ratio === 1 && density.ratio === 1 && island.same;
          if (alike) expect(distance).toBe(0);
          if (distance === 0) expect(island.same).toBe(true);
        }
      }),
    );
  });

  it('adds up: the distance is the root of the squared differences it tells', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        for (const peer of distanceTable(first(areas), areas)) {
          const squares =
            peer.population.difference ** 2 +
            peer.density.difference ** 2 +
            peer.island.difference ** 2;
          expect(peer.distance ** 2).toBeCloseTo(squares, 6);
          expect(peer.island.difference).toBe(peer.island.same ? 0 : ISLAND_STEP);
          for (const { ratio, difference } of [peer.population, peer.density]) {
            if (difference !== 0) expect(ratio > 1).toBe(difference > 0);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    const shuffled = anyAreas.chain((areas) =>
      fc.tuple(
        fc.constant(areas),
        fc.shuffledSubarray([...areas], { minLength: areas.length, maxLength: areas.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([areas, other]) => {
        expect(distanceTable(first(areas), other)).toEqual(distanceTable(first(areas), areas));
      }),
    );
  });

  it('does not change where areas of another level, or without a government, are added', () => {
    fc.assert(
      fc.property(anyAreas, anyArea, (areas, one) => {
        const more = [
          area('97.71', one.population, one.area_km2, { ...one, level: 'city' }),
          area('97', one.population, one.area_km2, { ...one, level: 'province' }),
          area('97.01', one.population, one.area_km2, { ...one, autonomy: 'administrative' }),
        ];
        expect(distanceTable(first(areas), [...more, ...areas])).toEqual(
          distanceTable(first(areas), areas),
        );
      }),
    );
  });

  it('does not depend on the units: people in thousands or hectares change nothing', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        const scaled = areas.map((one) => ({
          ...one,
          population: one.population * 1000,
          area_km2: String(Number(one.area_km2) * 100) as Area['area_km2'],
        }));
        const own = distanceTable(first(areas), areas);
        const other = new Map(
          distanceTable(first(scaled), scaled).map((peer) => [peer.area.code, peer.distance]),
        );
        for (const {
          area: { code },
          distance,
        } of own) {
          expect(other.get(code)).toBeCloseTo(distance, 6);
        }
      }),
    );
  });
});

describe('what does not hold', () => {
  it('is not mutual: a region may be far from those it is nearest to', () => {
    // Three of a kind, and one large region: the middle one is its nearest, but it is not theirs.
    const areas = [
      area('98.01', 100_000, '1000'),
      area('98.02', 110_000, '1000'),
      area('98.03', 120_000, '1000'),
      area('98.04', 2_000_000, '1000'),
    ];
    const [, , third, large] = areas as [Area, Area, Area, Area];
    expect(codes(peersOf(large, areas, 1))).toEqual(['98.03']);
    expect(codes(peersOf(third, areas, 1))).toEqual(['98.02']);
  });

  it('is not fixed: another region of the level changes distances, and may change who is near', () => {
    const areas = [
      area('98.01', 100_000, '1000'),
      // Near in population and island, off in density …
      area('98.02', 100_000, '1500'),
      // … and near in both amounts, on another island.
      area('98.03', 100_000, '1000', { island_group: 'Papua' }),
      area('98.04', 200_000, '1100'),
    ];
    const crowded = area('98.05', 100_000, '1');
    expect(codes(peersOf(first(areas), areas, 1))).toEqual(['98.03']);
    // One crowded region stretches the scale of density: what was far is now near.
    expect(codes(peersOf(first(areas), [...areas, crowded], 1))).toEqual(['98.02']);
    expect(between(first(areas), areas[1] as Area, [...areas, crowded])).not.toBe(
      between(first(areas), areas[1] as Area, areas),
    );
  });

  it('does not tell regions apart that are alike in all it knows', () => {
    const areas = [area('98.01', 5, '1'), area('98.02', 5, '1'), area('98.03', 50, '1')];
    expect(between(first(areas), areas[1] as Area, areas)).toBe(0);
  });

  it('is not transitive: the nearest of the nearest need not be near', () => {
    const areas = [1, 2, 3.5, 7, 30].map((n, i) => area(`98.0${i}`, n * 1000, '100'));
    const nearest = (one: Area) => peersOf(one, areas, 2);
    expect(codes(nearest(areas[4] as Area))).toContain('98.03');
    expect(codes(nearest(areas[3] as Area))).toContain('98.02');
    expect(codes(nearest(areas[4] as Area))).toContain('98.02');
    expect(codes(nearest(areas[2] as Area))).not.toContain('98.04');
    expect(codes(nearest(areas[2] as Area))).toContain('98.01');
    expect(codes(nearest(areas[4] as Area))).not.toContain('98.01');
  });
});

describe('edges', () => {
  it('breaks ties by code, as text', () => {
    const areas = ['98.10', '98.9', '98.02', '98.71'].map((code) => area(code, 1000, '10'));
    expect(codes(distanceTable(area('98.71', 1000, '10'), areas))).toEqual([
      '98.02',
      '98.10',
      '98.9',
    ]);
  });

  it('works among provinces and among cities', () => {
    const provinces = [1, 2, 3].map((n) => area(`9${n}`, n * 1000, '10', { level: 'province' }));
    expect(codes(peersOf(first(provinces), provinces))).toEqual(['92', '93']);
  });

  it('gives none to areas without a government, without people, or not in the list', () => {
    const areas = [
      area('98.01', 1000, '10'),
      area('98.02', 2000, '10'),
      area('98.03', 0, '10'),
      area('98.04', 10, '0'),
      area('98.72', 1000, '10', { autonomy: 'administrative' }),
    ];
    for (const code of ['98.03', '98.04', '98.72']) {
      expect(distanceTable(areas.find((one) => one.code === code) as Area, areas)).toEqual([]);
    }
    expect(distanceTable(area('11.01', 1000, '10'), areas)).toEqual([]);
    expect(codes(distanceTable(first(areas), areas))).toEqual(['98.02']);
    expect(distanceTable(first(areas), [])).toEqual([]);
  });

  it('counts ratios from the region asked for', () => {
    const areas = [area('98.01', 1000, '10'), area('98.02', 2000, '40')];
    const [peer] = distanceTable(first(areas), areas);
    expect(peer?.population).toMatchObject({ amount: 2000, ratio: 2 });
    expect(peer?.density).toMatchObject({ amount: 50, ratio: 0.5 });
    // Two areas lie two standard deviations apart in each amount.
    expect(peer?.distance).toBeCloseTo(Math.hypot(2, 2), 9);
  });
});
