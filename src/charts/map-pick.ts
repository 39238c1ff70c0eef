/** Finding a place on a map by pointer and by keys. Pure geometry, the same for every map. */
import type { Point } from './map.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const HEADINGS: Readonly<Record<Direction, Point>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The place nearest to a point, or -1 if none lies within `radius`. 514 distances take
 * microseconds: an index such as a quadtree would cost more to load than it saves.
 */
export function pickNearest(spots: readonly Point[], [x, y]: Point, radius: number): number {
  let [nearest, found] = [radius, -1];
  spots.forEach((spot, i) => {
    const distance = Math.hypot(spot[0] - x, spot[1] - y);
    if (distance < nearest || (distance === nearest && found < 0)) {
      nearest = distance;
      found = i;
    }
  });
  return found;
}

/**
 * The nearest place in a direction: within 45° of it on either side if there is one, else anywhere
 * on that side. The place itself if there is none.
 */
export function stepFrom(spots: readonly Point[], from: number, direction: Direction): number {
  const [ux, uy] = HEADINGS[direction];
  const own = spots[from];
  if (!own) return from;
  const nearest = (isAhead: (along: number, across: number) => boolean): number => {
    let [least, found] = [Number.POSITIVE_INFINITY, from];
    spots.forEach(([x, y], i) => {
      const [dx, dy] = [x - own[0], y - own[1]];
      const along = dx * ux + dy * uy;
      const across = Math.abs(dx * uy) + Math.abs(dy * ux);
      const distance = Math.hypot(dx, dy);
      if (i !== from && distance < least && isAhead(along, across)) {
        least = distance;
        found = i;
      }
    });
    return found;
  };
  const straight = nearest((along, across) => along > 0 && across <= along);
  return straight === from ? nearest((along) => along > 0) : straight;
}

/** The first place or the last: the westernmost or the easternmost. */
export function endOf(spots: readonly Point[], end: 'first' | 'last'): number {
  const sign = end === 'first' ? 1 : -1;
  let found = spots.length > 0 ? 0 : -1;
  spots.forEach(([x], i) => {
    if (x * sign < (spots[found]?.[0] ?? 0) * sign) found = i;
  });
  return found;
}
