/** What charts over the years draw alike: series side by side, their scale, rules and thresholds. */
import { formatDecimal } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { drawLabel, type Stroke } from './boxes.ts';
import type { Settings } from './chart.ts';
import { lineWidth, type Type } from './lines.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';
import type { TrendPart } from './trend.ts';

/** The place of a series on the drawing. */
export interface Panel<P> {
  readonly part: P;
  readonly left: number;
  readonly right: number;
  x(year: number): number;
  y(at: number): number;
}

/** The series side by side on one axis of years. */
export interface Plot<P> {
  readonly panels: readonly Panel<P>[];
  readonly top: number;
  readonly bottom: number;
  /** Width of a year. */
  readonly step: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
}

export interface Drawing {
  readonly height: number;
  readonly children: readonly (Markup | null | undefined | false)[];
}

/** The names of the series, each from its rule on; later ones lower, so that no rule is crossed. */
export function seriesLabels<P extends Pick<TrendPart, 'name'>>(
  { panels }: Plot<P>,
  lang: Lang,
  right: number,
  type: Type,
) {
  let line = 0;
  let edge = Number.NEGATIVE_INFINITY;
  return panels.map((panel, i) => {
    const before = panels[i - 1];
    const rule = before ? (before.right + panel.left) / 2 : null;
    const start = rule === null ? panel.left : rule + 5;
    const words = panel.part.name[lang];
    const w = lineWidth(words, type);
    const x = Math.max(0, Math.min(start, right - w));
    if (i > 0 && (edge + 8 > x || (rule !== null && edge + 4 > rule))) line += 1;
    edge = Math.max(edge, x + w);
    return { rule, words, x, line, isShifted: x < start };
  });
}

/** The threshold of each series with a numeric scale, and where its line runs. */
export function thresholdLines<P extends Pick<TrendPart, 'threshold' | 'scale'>>({
  panels,
}: Plot<P>) {
  return panels.flatMap((panel) => {
    const { threshold, scale } = panel.part;
    if (!threshold || !scale) return [];
    const y = panel.y(threshold.at);
    const stroke: Stroke = { x1: panel.left, x2: panel.right, y1: y, y2: y };
    return [{ threshold, stroke }];
  });
}

/** The numbers of the scale left of the series, and their lines through those that have it. */
export function drawTicks<P extends Pick<TrendPart, 'scale'>>(
  theme: Theme,
  { panels, ticks }: Plot<P>,
  lang: Lang,
  left: number,
  type: Type,
): readonly Markup[] {
  const scaled = panels.filter(({ part }) => part.scale);
  return ticks.flatMap(({ y, value }) => [
    ...scaled.map((panel) =>
      el('line', {
        ...paint(theme, { stroke: 'line', strokeWidth: 1 }),
        x1: panel.left,
        x2: panel.right,
        y1: y,
        y2: y,
      }),
    ),
    drawLabel(theme, {
      ...type,
      anchor: 'end',
      x: left - 6,
      y: y + 4,
      text: formatDecimal(String(value), lang),
    }),
  ]);
}

/** The ground of each series, the rules between them, and the thresholds. */
export function drawLines<P>(
  theme: Theme,
  { panels, bottom }: Plot<P>,
  rules: readonly Stroke[],
  thresholds: readonly { readonly stroke: Stroke }[],
): readonly Markup[] {
  return [
    ...panels.map((panel) =>
      el('line', {
        ...paint(theme, { stroke: 'line-strong', strokeWidth: 1 }),
        x1: panel.left,
        x2: panel.right,
        y1: bottom,
        y2: bottom,
      }),
    ),
    ...rules.map((rule) =>
      el('line', {
        ...paint(theme, { stroke: 'ink-soft', strokeWidth: 1, dash: '2 3' }),
        ...rule,
      }),
    ),
    ...thresholds.map(({ stroke }) =>
      el('line', { ...paint(theme, { stroke: 'threshold', strokeWidth: 1.25 }), ...stroke }),
    ),
  ];
}

/** The empty place of an indicator of which no figure was found. */
export function drawEmpty({ lang, theme, width }: Settings, type: Type): Drawing {
  const height = 64;
  return {
    height,
    children: [
      el('rect', {
        ...paint(theme, { fill: 'none', stroke: 'line-strong', dash: '4 4' }),
        x: 1,
        y: 1,
        width: width - 2,
        height: height - 2,
      }),
      drawLabel(theme, {
        ...type,
        anchor: 'middle',
        x: width / 2,
        y: height / 2 + 4,
        text: MISSING.not_found[lang],
      }),
    ],
  };
}
