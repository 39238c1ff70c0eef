import { cumsum } from 'd3';
import { breakLines, leading, lineWidth, type Type, write } from './lines.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

const ROW_HEIGHT = 19;
const DOT = 5;

/** A dot that stands again under the pile, with its name. */
export interface NamedDot {
  readonly ink: 'region' | 'pilot';
  readonly x: number;
  readonly label: string;
}

const typeOf = ({ ink }: NamedDot): Type => ({ ink, bold: ink === 'region' });

/** Rows under the pile in which the named dots stand again, each beside its name. */
export function nameRows(dots: readonly NamedDot[], width: number, avoid: number | null) {
  const rows: { boxes: [number, number][]; height: number }[] = [];
  const free = (row: number, [from, to]: readonly [number, number]) =>
    rows[row]?.boxes.every((box) => to + 6 <= box[0] || from - 6 >= box[1]) ?? true;
  const placed = dots.map((dot) => {
    const { x } = dot;
    const text = lineWidth(dot.label, typeOf(dot));
    const gap = DOT + 5;
    const sides = [
      { from: x - DOT, to: x + gap + text, textX: x + gap, anchor: 'start' as const },
      { from: x - gap - text, to: x + DOT, textX: x - gap, anchor: 'end' as const },
    ].filter(({ from, to }) => from >= 0 && to <= width);
    const crosses = ({ textX, anchor }: (typeof sides)[number]) =>
      avoid !== null &&
      (anchor === 'start'
        ? textX - 3 < avoid && avoid < textX + text + 3
        : textX - text - 3 < avoid && avoid < textX + 3);
    const side = sides.find((each) => !crosses(each)) ?? sides[0];
    if (!side) {
      // No side has room: the name stands under its dot, in a row of its own.
      const lines = breakLines(dot.label, width, typeOf(dot));
      rows.push({ boxes: [[0, width]], height: ROW_HEIGHT + lines.length * leading() });
      return { dot, row: rows.length - 1, side: null, lines };
    }
    let row = 0;
    while (!free(row, [side.from, side.to])) row += 1;
    rows[row] ??= { boxes: [], height: ROW_HEIGHT };
    rows[row]?.boxes.push([side.from, side.to]);
    return { dot, row, side, lines: [dot.label] };
  });
  const ends = [0, ...cumsum(rows, ({ height }) => height)];
  return {
    placed,
    /** Top and bottom of each row, from the top of the first. */
    rows: rows.map((_, i): readonly [number, number] => [ends[i] ?? 0, ends[i + 1] ?? 0]),
    height: ends.at(-1) ?? 0,
  };
}

export type NameRows = ReturnType<typeof nameRows>;

/** Whether a name of a row stands in the way of an upright line at `x`. */
export function isBlocked({ placed }: NameRows, row: number, x: number, width: number): boolean {
  return placed.some(({ dot, row: own, side }) => {
    if (own !== row) return false;
    const size = lineWidth(dot.label, typeOf(dot));
    const from = side ? (side.anchor === 'start' ? side.textX : side.textX - size) : 0;
    const to = side ? from + size : width;
    return from - 2 < x && x < to + 2;
  });
}

/** The named dots with their names, from `top` downwards. */
export function drawNames(
  theme: Theme,
  { placed, rows }: NameRows,
  top: number,
  width: number,
): readonly Markup[] {
  return placed.flatMap(({ dot, row, side, lines }) => {
    const middle = top + (rows[row]?.[0] ?? 0) + ROW_HEIGHT / 2;
    const type = typeOf(dot);
    const circle = el('circle', {
      ...paint(theme, { fill: dot.ink }),
      cx: dot.x,
      cy: middle,
      r: DOT,
    });
    if (side) {
      const place = { ...type, anchor: side.anchor };
      return [circle, write(theme, side.textX, middle + 4, dot.label, place)];
    }
    return [
      circle,
      ...lines.map((line, i) => {
        const size = lineWidth(line, type);
        const left = Math.max(0, Math.min(dot.x - size / 2, width - size));
        return write(theme, left, middle + 8 + (i + 1) * leading() - 4, line, type);
      }),
    ];
  });
}
