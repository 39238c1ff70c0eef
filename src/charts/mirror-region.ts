import { MISSING } from '../i18n/terms.ts';
import { type Label, labelBox, labelWidth, type Stroke } from './boxes.ts';
import { breakLines, leading, lineWidth } from './lines.ts';
import type { MirrorFigure, MirrorRow } from './mirror.ts';
import {
  BAR,
  firstFree,
  type Geometry,
  LANE,
  type Part,
  SMALL,
  share,
  stacked,
  thresholdStrokes,
  VALUE,
} from './mirror-geometry.ts';
import { printed } from './mirror-words.ts';
import type { Ink } from './palette.ts';
import { el, type Markup, paint, toHalf } from './svg.ts';

/** The region's value and year beside its bar, in it, or above it: wherever nothing crosses them. */
function figureLabels(row: MirrorRow, figure: MirrorFigure, g: Geometry): readonly Label[] {
  const { centre, plot, nameColumn, lang } = g;
  const end = centre - share(row, figure.at, 'bar') * plot;
  const value = printed(figure, row, lang);
  const year = String(figure.year);
  const lines = stacked(value, year);
  const beside = (x: number, anchor: 'start' | 'end', ink: Ink | null) =>
    lines.map(
      ({ text: line, type, dy }): Label => ({
        ...type,
        ink: ink ?? type.ink,
        anchor,
        x,
        y: dy,
        text: line,
      }),
    );
  const inOneLine = (x: number, anchor: 'start' | 'end', ink: Ink | null): readonly Label[] => [
    {
      ...VALUE,
      ink: ink ?? VALUE.ink,
      anchor,
      x,
      y: 4.5,
      text: value,
      tail: { ...SMALL, ink: ink ?? SMALL.ink, text: year },
    },
  ];
  const strokes = thresholdStrokes(row, g);
  const bounds = { left: nameColumn, right: centre - 4, top: -LANE - 2, bottom: LANE + 2 };
  // On steps a bar is cut by the lines between them, so nothing is written into it.
  const inside =
    row.scale.kind === 'numbers'
      ? [inOneLine(end + 7, 'start', 'paper'), beside(end + 7, 'start', 'paper')]
      : [];
  return (
    firstFree(
      [beside(end - 5, 'end', null), inOneLine(end - 5, 'end', null), ...inside],
      bounds,
      strokes,
    ) ?? above(value, year, end, g)
  );
}

/** Above the lane nothing can cross a label; a long category takes as many lines as it needs. */
function above(value: string, year: string, end: number, g: Geometry): readonly Label[] {
  const room = g.centre - 6 - g.nameColumn;
  const tail = { ...SMALL, text: year };
  const lines = breakLines(value, room - lineWidth(` ${year}`, SMALL), VALUE);
  return lines.map((line, i): Label => {
    const label = { ...VALUE, text: line, tail: i === lines.length - 1 ? tail : undefined };
    return {
      ...label,
      x: Math.max(g.nameColumn, Math.min(end, g.centre - 6 - labelWidth(label))),
      y: -LANE - 5 - (lines.length - 1 - i) * leading(VALUE),
    };
  });
}

/** The words in the place of a figure nobody has found, clear of the threshold. */
export function missingLabels(
  words: string,
  side: -1 | 1,
  g: Geometry,
  strokes: readonly Stroke[],
): readonly Label[] {
  const { centre, plot, nameColumn, width } = g;
  const anchor = side === -1 ? 'end' : 'start';
  const near = centre + side * 6;
  const far = centre + side * (plot - 8);
  const parts = words.split(' ');
  const half = Math.ceil(parts.length / 2);
  const pair = [parts.slice(0, half).join(' '), parts.slice(half).join(' ')].filter(Boolean);
  const one = (x: number, a: 'start' | 'end'): readonly Label[] => [
    { ...SMALL, anchor: a, x, y: 4, text: words },
  ];
  const two = pair.map(
    (line, i): Label => ({
      ...SMALL,
      anchor,
      x: near,
      y: i === 0 ? -2.2 : 9.8,
      text: line,
    }),
  );
  const bounds =
    side === -1
      ? { left: nameColumn, right: centre - 2, top: -LANE, bottom: LANE }
      : { left: centre + 2, right: width, top: -LANE, bottom: LANE };
  return (
    firstFree(
      [one(near, anchor), two, one(far, side === -1 ? 'start' : 'end')],
      bounds,
      strokes,
    ) ?? [{ ...SMALL, anchor, x: near, y: -LANE - 5, text: words }]
  );
}

/** Where the words stand in two lines they fill the empty place, whose outline makes room for them. */
export function missingGround(
  { theme }: Geometry,
  labels: readonly Label[],
  dy: number,
): readonly Markup[] {
  if (labels.length < 2) return [];
  const boxes = labels.map(labelBox);
  const left = Math.min(...boxes.map((box) => box.left)) - 2;
  return [
    el('rect', {
      ...paint(theme, { fill: 'paper' }),
      x: left,
      y: dy - BAR - 1,
      width: Math.max(...boxes.map((box) => box.right)) + 2 - left,
      height: 2 * BAR + 2,
    }),
  ];
}

export function regionSide(row: MirrorRow, g: Geometry): Part {
  const { theme, centre, plot, lang } = g;
  const { figure } = row;
  const labels = figure
    ? figureLabels(row, figure, g)
    : missingLabels(MISSING[row.missing][lang], -1, g, thresholdStrokes(row, g));
  return {
    labels,
    draw: (dy) => {
      if (!figure) return missingGround(g, labels, dy);
      // A figure of zero is a figure: its bar is a hair, not nothing.
      const length = Math.max(1.5, toHalf(share(row, figure.at, 'bar') * plot));
      return [
        el('rect', {
          ...paint(theme, { fill: 'region' }),
          x: centre - length,
          y: dy - BAR,
          width: length,
          height: 2 * BAR,
        }),
      ];
    },
  };
}
