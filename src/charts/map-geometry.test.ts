import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { movedApart } from './apart.ts';
import { isInland } from './map.ts';
import { countryOf, localGeometry, nationGeometry } from './map-geometry.ts';

/** An atlas of two countries, squares on the equator. */
const atlas: Topology = {
  type: 'Topology',
  arcs: [
    [
      [100, -5],
      [100, 5],
      [120, 5],
      [120, -5],
      [100, -5],
    ],
    [
      [90, 0],
      [90, 3],
      [93, 3],
      [90, 0],
    ],
  ],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: '360', arcs: [[0]] },
        { type: 'Polygon', id: '999', arcs: [[1]] },
      ],
    },
  },
};

describe('the geometry of maps', () => {
  const country = countryOf(atlas);

  it('draws the one country and no neighbour', () => {
    const { path, width, height } = nationGeometry(country);
    expect(path.match(/M/g)).toHaveLength(1);
    expect(path).toMatch(/^M\d+ \d+l[-\d ]+z$/);
    expect([width, height]).toEqual([2000, expect.any(Number)]);
    expect(height).toBeGreaterThan(900);
    expect(height).toBeLessThan(1100);
  });

  it('places what lies in the middle in the middle', () => {
    const map = nationGeometry(country);
    const [x, y] = map.at({ lon: 110, lat: 0 });
    expect(Math.abs(x - 1000)).toBeLessThan(5);
    expect(Math.abs(y - map.height / 2)).toBeLessThan(5);
    expect(map.at({ lon: 111, lat: 0 })[0]).toBeGreaterThan(x);
    expect(map.at({ lon: 110, lat: 1 })[1]).toBeLessThan(y);
  });

  it('shows all places of a province within its frame', () => {
    const places = [
      { lon: 104, lat: 1 },
      { lon: 106, lat: -1 },
      { lon: 105, lat: 0.5 },
    ];
    const map = localGeometry(country, places);
    for (const place of places) {
      const [x, y] = map.at(place);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(map.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(map.height);
    }
    // One place alone still has land around it.
    const alone = localGeometry(country, [{ lon: 105, lat: 0 }]);
    expect(alone.height).toBeGreaterThan(1000);
  });

  it('shows land to the sides of a province, but none around one without a coast', () => {
    const starts = (path: string) => [...path.matchAll(/M(-?\d+)/g)].map(([, x]) => Number(x));
    // Its coast is in the north; the country goes on to the west and to the east.
    const coastal = localGeometry(country, [
      { lon: 110, lat: 4.5 },
      { lon: 111, lat: 5 },
    ]);
    expect(isInland(coastal.path)).toBe(false);
    expect(Math.min(...starts(coastal.path))).toBeLessThan(-1000);

    const inland = localGeometry(country, [
      { lon: 110, lat: 0 },
      { lon: 111, lat: 0.5 },
    ]);
    expect(isInland(inland.path)).toBe(true);
    expect(Math.min(...starts(inland.path))).toBeGreaterThan(-100);
  });

  it('refuses an atlas without the country', () => {
    expect(() =>
      countryOf({
        ...atlas,
        objects: { countries: { type: 'GeometryCollection', geometries: [] } },
      }),
    ).toThrow('no country 360');
  });
});

describe('places that stand in one place', () => {
  it('are moved apart, the others are left alone', () => {
    const moved = movedApart(
      [
        [10, 10],
        [10, 10],
        [200, 10],
      ],
      6,
    );
    expect(Math.hypot((moved[0]?.[0] ?? 0) - (moved[1]?.[0] ?? 0))).toBeCloseTo(6, 1);
    expect(moved[0]?.[0]).toBeLessThan(moved[1]?.[0] ?? 0);
    expect(moved[2]).toEqual([200, 10]);
  });
});
