import type { Lang } from '../i18n/lang.ts';
import { type Box, fits, type Label, labelBox, type Stroke } from './boxes.ts';
import { lineWidth, type Type } from './lines.ts';
import type { MirrorData, MirrorRow } from './mirror.ts';
import { printed } from './mirror-words.ts';
import type { Theme } from './palette.ts';
import type { Markup } from './svg.ts';

/** From this width on, names of rows stand beside them and every dot is labelled. */
const WIDE = 560;
export const NAME_COLUMN = 116;
const RIGHT_MARGIN = 12;
/** Widest label that stands beside a full bar; longer ones go above it. */
const OUTER_MAX = 66;
/** Half the height of the lane that thresholds span, and of the bar in it. */
export const LANE = 15;
export const BAR = 11;
export const LABEL_STEP = 14;

export const NAME: Type = { size: 13, bold: true };
export const SMALL: Type = { size: 11.5, ink: 'ink-soft' };
export const VALUE: Type = { size: 13, bold: true, ink: 'ink' };

export interface Geometry {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly width: number;
  readonly wide: boolean;
  readonly nameColumn: number;
  readonly centre: number;
  /** Length of a whole scale on either side. */
  readonly plot: number;
}

/** A part of a row, drawn relative to the middle of the row's lane. */
export interface Part {
  readonly labels: readonly Label[];
  readonly draw: (dy: number) => readonly (Markup | null | undefined | false)[];
}

/** Share of the scale up to which a figure's bar reaches, or at which its dot stands. */
export function share(row: MirrorRow, at: number, as: 'bar' | 'dot' | 'threshold'): number {
  const { scale } = row;
  if (scale.kind === 'numbers') {
    // Not d3's scale: pages that draw mirrors would load eight times as much code for it.
    return Math.min(1, Math.max(0, (at - scale.min) / (scale.max - scale.min)));
  }
  const offset = as === 'bar' ? 1 : as === 'dot' ? 0.5 : 0;
  return (at + offset) / scale.steps.length;
}

/** The value and year of the region one above the other, as they stand beside its bar. */
export function stacked(
  value: string,
  year: string,
): readonly { text: string; type: Type; dy: number }[] {
  return [
    { text: value, type: VALUE, dy: -2 },
    { text: year, type: SMALL, dy: 12 },
  ];
}

export function layout(data: MirrorData, lang: Lang, theme: Theme, width: number): Geometry {
  const wide = width >= WIDE;
  const nameColumn = wide ? NAME_COLUMN : 0;
  const widths = data.rows.flatMap((row) =>
    row.figure
      ? [
          Math.max(
            ...stacked(printed(row.figure, row, lang), String(row.figure.year)).map((line) =>
              lineWidth(line.text, line.type),
            ),
          ),
        ]
      : [],
  );
  const outer = Math.max(36, ...widths.filter((w) => w <= OUTER_MAX)) + 8;
  const plot = Math.floor((width - nameColumn - outer - RIGHT_MARGIN) / 2);
  return { lang, theme, width, wide, nameColumn, plot, centre: width - RIGHT_MARGIN - plot };
}

/** Whether the names of the steps fit under them; where not, figures say theirs themselves. */
export function showsSteps(row: MirrorRow, { plot, lang }: Geometry): boolean {
  if (row.scale.kind !== 'steps') return false;
  const { steps } = row.scale;
  const widest = Math.max(...steps.map((step) => lineWidth(step[lang], SMALL)));
  return widest <= plot / steps.length - 1;
}

/** Lines between the steps of one side, over bar and track. */
export function stepStrokes(
  { scale }: MirrorRow,
  side: -1 | 1,
  { centre, plot }: Geometry,
): readonly Stroke[] {
  if (scale.kind !== 'steps') return [];
  const count = scale.steps.length;
  return Array.from({ length: count - 1 }, (_, i) => {
    const x = centre + (side * (i + 1) * plot) / count;
    return { x1: x, x2: x, y1: -BAR, y2: BAR };
  });
}

/** The threshold on both sides: a line over the lane, which no label ever enters at that place. */
export function thresholdStrokes(row: MirrorRow, { centre, plot }: Geometry): readonly Stroke[] {
  if (row.threshold?.at == null) return [];
  const reach = share(row, row.threshold.at, 'threshold') * plot;
  return [-1, 1].map((side) => {
    const x = centre + side * reach;
    return { x1: x, x2: x, y1: -LANE, y2: LANE };
  });
}

/** Chooses the first place of several at which all of a group's lines are free. */
export function firstFree(
  groups: readonly (readonly Label[])[],
  bounds: Box,
  strokes: readonly Stroke[],
): readonly Label[] | null {
  return groups.find((labels) => fits(labels, { bounds, boxes: [], strokes }, 2)) ?? null;
}

export function extent(labels: readonly Label[]): {
  readonly top: number;
  readonly bottom: number;
} {
  const boxes = labels.map(labelBox);
  return {
    top: Math.min(-LANE, ...boxes.map((box) => box.top)),
    bottom: Math.max(LANE, ...boxes.map((box) => box.bottom)),
  };
}
