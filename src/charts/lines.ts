import type { Ink, Theme } from './palette.ts';
import { el, type Markup, paint, text } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

/** How a line of text looks. */
export interface Type {
  readonly ink?: Ink;
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Room for fonts wider than those the estimates are for; bold letters are wider still. */
const SLACK = 1.04;
const BOLD_SLACK = 1.12;

/** The size charts write in, where nothing else is asked for. */
export const TEXT_SIZE = 12;

/** The heading of a chart. */
export const HEAD: Type = { size: 13, bold: true };

/** Remarks, and the numbers of axes. */
export const SOFT: Type = { ink: 'ink-soft', size: TEXT_SIZE };

/** An upper estimate of the width of a text as it will be written. */
export function lineWidth(value: string, { size = TEXT_SIZE, bold = false }: Type = {}): number {
  return textWidth(value, size) * (bold ? BOLD_SLACK : SLACK);
}

/** Breaks a text into lines no wider than `width` as it will be written. */
export function breakLines(value: string, width: number, { size = TEXT_SIZE, bold }: Type = {}) {
  return wrapText(value, size, width / (bold ? BOLD_SLACK : SLACK));
}

/** One line of text; `y` is its baseline. */
export function write(
  theme: Theme,
  x: number,
  y: number,
  value: string,
  { ink = 'ink', size = TEXT_SIZE, bold = false, anchor = 'start' }: Type = {},
): Markup {
  return el(
    'text',
    {
      ...paint(theme, { fill: ink }),
      x,
      y,
      'font-size': size,
      'font-weight': bold ? 700 : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
    },
    [text(value)],
  );
}

/** A text over as many lines as it takes. */
export interface Block {
  readonly markup: readonly Markup[];
  /** From the top of the first line to the bottom of the last; 0 for an empty text. */
  readonly height: number;
}

/** The distance between the baselines of a text's lines. */
export function leading({ size = TEXT_SIZE }: Type = {}): number {
  return Math.round(size * 1.35);
}

/** Writes a text into a column from `top` downwards. */
export function writeBlock(
  theme: Theme,
  x: number,
  top: number,
  width: number,
  value: string,
  type: Type = {},
): Block {
  const step = leading(type);
  const lines = breakLines(value, width, type);
  return {
    markup: lines.map((line, i) =>
      write(theme, x, top + i * step + (type.size ?? TEXT_SIZE), line, type),
    ),
    height: lines.length * step,
  };
}
