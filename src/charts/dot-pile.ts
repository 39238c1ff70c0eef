import type { Ink, Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

/**
 * Piles dots up from a base line so that none hides another: each as low as the dots already
 * there allow. Heights of centres above the lowest centre, in the order of `xs`.
 */
export function pile(xs: readonly number[], radius: number): readonly number[] {
  const diameter = radius * 2;
  const columns = new Map<number, { x: number; y: number }[]>();
  return xs.map((x) => {
    const column = Math.floor(x / diameter);
    const near = [column - 1, column, column + 1]
      .flatMap((key) => columns.get(key) ?? [])
      .flatMap((dot) => {
        const gap = diameter ** 2 - (dot.x - x) ** 2;
        return gap > 0 ? [{ y: dot.y, reach: Math.sqrt(gap) }] : [];
      });
    const candidates = [0, ...near.map(({ y, reach }) => y + reach)].sort((a, b) => a - b);
    const y =
      candidates.find((c) => near.every((dot) => Math.abs(dot.y - c) >= dot.reach - 1e-6)) ?? 0;
    columns.set(column, [...(columns.get(column) ?? []), { x, y }]);
    return y;
  });
}

const RADII = [5, 4.5, 4, 3.5, 3, 2.5, 2, 1.7];

/** The largest dots whose pile keeps to a height; crowds at one value are pressed together. */
export function pileWithin(xs: readonly number[], limit: number) {
  let piled = { radius: 0, heights: [] as readonly number[], height: 0 };
  for (const radius of RADII) {
    const heights = pile(xs, radius);
    piled = { radius, heights, height: Math.max(0, ...heights) };
    if (piled.height <= limit) return piled;
  }
  const press = limit / piled.height;
  return { ...piled, heights: piled.heights.map((y) => y * press), height: limit };
}

/** Values in an order of no meaning, always the same, so that piles do not look like slopes. */
export function scattered(values: readonly number[]): readonly number[] {
  const order = values.toSorted((a, b) => a - b);
  return order
    .map((value, i) => ({ value, at: ((i + 1) * 0.618033988749895) % 1 }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** All dots of one ink as a single path: points with round caps. */
export function drawDots(
  theme: Theme,
  ink: Ink,
  radius: number,
  points: readonly (readonly [number, number])[],
): Markup | null {
  if (points.length === 0) return null;
  return el('path', {
    ...paint(theme, { fill: 'none', stroke: ink, strokeWidth: radius * 2 - 0.6 }),
    'stroke-linecap': 'round',
    d: points.map(([x, y]) => `M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}h0`).join(''),
  });
}
