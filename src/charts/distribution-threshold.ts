import { isBlocked, type NameRows } from './distribution-names.ts';
import { lineWidth, type Type, write } from './lines.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint, round } from './svg.ts';

/** How the words of a threshold are set. */
export const LIMIT: Type = { ink: 'threshold', size: 12, bold: true };

/**
 * The words of the threshold beside the head of its line, on the side that has room. Where neither
 * has, they take the place of the head: the line then starts under them.
 */
export function drawThresholdLabel(
  theme: Theme,
  x: number,
  y: number,
  label: string,
  width: number,
): { readonly markup: Markup; readonly takesHead: boolean } {
  const size = lineWidth(label, LIMIT);
  const onRight = x + 5 + size <= width;
  const left = Math.max(0, Math.min(x - 5 - size, width - size));
  return {
    markup: write(theme, onRight ? x + 5 : left, y + 13, label, LIMIT),
    takesHead: !onRight && left + size + 2 > x,
  };
}

/** The line of the threshold through the dots and on, between the names under them. */
export function drawThresholdLine(
  theme: Theme,
  x: number,
  [top, foot]: readonly [number, number],
  names: NameRows,
  namesTop: number,
  width: number,
): Markup {
  let d = `M${round(x)} ${round(top)}V${round(foot)}`;
  names.rows.forEach(([from, to], row) => {
    // The line stops where a name stands in its way.
    if (isBlocked(names, row, x, width)) return;
    d += `M${round(x)} ${round(row === 0 ? foot : namesTop + from)}V${round(namesTop + to)}`;
  });
  return el('path', {
    ...paint(theme, { fill: 'none', stroke: 'threshold', strokeWidth: 1.5 }),
    d,
  });
}
