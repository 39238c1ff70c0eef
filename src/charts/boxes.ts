import { lineWidth, TEXT_SIZE, type Type } from './lines.ts';
import type { Ink, Theme } from './palette.ts';
import { text as asMarkup, el, type Markup, paint } from './svg.ts';

/** A rectangle on the drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A straight line on the drawing. */
export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A line of text with its place; `y` is its baseline. */
export interface Label extends Type {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Words that follow on the same line, in another type. */
  readonly tail?: Type & { readonly text: string };
}

/** An upper estimate of a label's width, tail included. */
export function labelWidth({ text, tail, ...type }: Type & Pick<Label, 'text' | 'tail'>): number {
  return lineWidth(text, type) + (tail ? lineWidth(` ${tail.text}`, tail) : 0);
}

/** The room a label takes, by the estimates of its width. */
export function labelBox(label: Label): Box {
  const { x, y, anchor = 'start', size = TEXT_SIZE } = label;
  const width = labelWidth(label);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 0.8 * size, bottom: y + 0.24 * size };
}

/** Draws a label at its place, moved down by `dy`. */
export function drawLabel(theme: Theme, label: Label, dy = 0): Markup {
  const { x, y, text, tail, anchor = 'start' } = label;
  const look = ({ ink = 'ink', size = TEXT_SIZE, bold = false }: Type) => ({
    ...paint(theme, { fill: ink satisfies Ink }),
    'font-size': size,
    'font-weight': bold ? 700 : undefined,
  });
  return el(
    'text',
    {
      ...look(label),
      // To the left, never out of the drawing; halves repeat and pack better.
      x: Math.floor(2 * x) / 2,
      y: y + dy,
      'text-anchor': anchor === 'start' ? undefined : anchor,
    },
    [
      asMarkup(text),
      tail &&
        el(
          'tspan',
          { ...look(tail), 'font-weight': tail.bold ? 700 : label.bold ? 400 : undefined },
          [asMarkup(` ${tail.text}`)],
        ),
    ],
  );
}

/** Whether two boxes are nearer to each other than `gap`. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.right + gap &&
    b.left < a.right + gap &&
    a.top < b.bottom + gap &&
    b.top < a.bottom + gap
  );
}

/** Whether a box lies wholly in another. */
export function within(box: Box, outer: Box): boolean {
  return (
    box.left >= outer.left &&
    box.right <= outer.right &&
    box.top >= outer.top &&
    box.bottom <= outer.bottom
  );
}

/** Whether a straight line touches a box (Liang and Barsky's clipping). */
export function touches({ x1, y1, x2, y2 }: Stroke, box: Box): boolean {
  let from = 0;
  let to = 1;
  const sides: readonly (readonly [number, number])[] = [
    [x1 - x2, x1 - box.left],
    [x2 - x1, box.right - x1],
    [y1 - y2, y1 - box.top],
    [y2 - y1, box.bottom - y1],
  ];
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q < 0) return false;
      continue;
    }
    const r = q / p;
    if (p < 0) from = Math.max(from, r);
    else to = Math.min(to, r);
  }
  return from <= to;
}

/** What labels must keep clear of. */
export interface Room {
  readonly bounds: Box;
  readonly boxes: readonly Box[];
  readonly strokes: readonly Stroke[];
}

/** Whether every label of a group stands in free room. */
export function fits(labels: readonly Label[], room: Room, gap = 1): boolean {
  return labels.map(labelBox).every(
    (box) =>
      within(box, room.bounds) &&
      !room.boxes.some((other) => overlaps(box, other, gap)) &&
      !room.strokes.some((stroke) =>
        touches(stroke, {
          left: box.left - gap,
          right: box.right + gap,
          top: box.top,
          bottom: box.bottom,
        }),
      ),
  );
}
