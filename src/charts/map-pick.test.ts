import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from './map.ts';
import { type Direction, endOf, pickNearest, stepFrom } from './map-pick.ts';

const CROSS: readonly Point[] = [
  [50, 50],
  [10, 50],
  [90, 55],
  [50, 10],
  [60, 90],
];

describe('the pointer', () => {
  it('picks the nearest place within reach, and none beyond', () => {
    expect(pickNearest(CROSS, [86, 50], 20)).toBe(2);
    expect(pickNearest(CROSS, [70, 70], 10)).toBe(-1);
    expect(pickNearest([], [0, 0], 10)).toBe(-1);
  });

  it('picks every place at its own spot', () => {
    const spots = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })),
      { minLength: 1, maxLength: 60, selector: (p) => p.join() },
    );
    fc.assert(
      fc.property(spots, (points) => {
        points.forEach((point, i) => {
          expect(pickNearest(points, point, 0.4)).toBe(i);
        });
      }),
    );
  });
});

describe('the keys', () => {
  it('go to the nearest place in their direction', () => {
    const around = (['left', 'right', 'up', 'down'] as const).map((d) => stepFrom(CROSS, 0, d));
    expect(around).toEqual([1, 2, 3, 4]);
  });

  it('prefer what lies straight ahead to what is nearer but aside', () => {
    const spots: readonly Point[] = [
      [0, 0],
      [3, 10],
      [30, 4],
    ];
    expect(stepFrom(spots, 0, 'right')).toBe(2);
    // Nothing within 45°: then anything on that side.
    expect(stepFrom(spots.slice(0, 2), 0, 'right')).toBe(1);
  });

  it('stay where they are at the edge', () => {
    expect(stepFrom(CROSS, 1, 'left')).toBe(1);
    expect(stepFrom([], -1, 'left')).toBe(-1);
  });

  it('never go backwards', () => {
    const ahead: Readonly<Record<Direction, (a: Point, b: Point) => boolean>> = {
      left: (a, b) => b[0] < a[0],
      right: (a, b) => b[0] > a[0],
      up: (a, b) => b[1] < a[1],
      down: (a, b) => b[1] > a[1],
    };
    const point = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('left' as const, 'right' as const, 'up' as const, 'down' as const),
        (spots, direction) => {
          const to = stepFrom(spots, 0, direction);
          const [from = [0, 0] as Point, target = [0, 0] as Point] = [spots[0], spots[to]];
          expect(to === 0 || ahead[direction](from, target)).toBe(true);
        },
      ),
    );
  });

  it('find the ends in the west and in the east', () => {
    expect([endOf(CROSS, 'first'), endOf(CROSS, 'last'), endOf([], 'first')]).toEqual([1, 2, -1]);
  });
});
