import type { Box } from './boxes.ts';
import type { Point } from './map.ts';

/**
 * Points moved apart until none is nearer to another than `distance`, as little as that takes:
 * a city would otherwise hide behind the regency of its name. With bounds they stay within them,
 * even where that leaves some too near. Earlier points go to the left.
 */
export function movedApart(
  points: readonly Point[],
  distance: number,
  bounds?: Box,
): readonly Point[] {
  const moved = points.map(([x, y]) => ({ x, y }));
  for (let round = 0; round < 200; round += 1) {
    let isDone = true;
    moved.forEach((a, i) => {
      for (const b of moved.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x || distance * 1e-3, b.y - a.y];
        const between = Math.hypot(dx, dy);
        if (between >= distance * 0.999) continue;
        const push = (distance - between) / between / 2;
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
        isDone = false;
      }
    });
    for (const p of bounds ? moved : []) {
      p.x = Math.min(bounds?.right ?? p.x, Math.max(bounds?.left ?? p.x, p.x));
      p.y = Math.min(bounds?.bottom ?? p.y, Math.max(bounds?.top ?? p.y, p.y));
    }
    if (isDone) break;
  }
  return moved.map(({ x, y }) => [x, y]);
}
