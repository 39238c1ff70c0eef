import type { Lang } from '../dataset/table-schema.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { DistributionBand } from './distribution-base.ts';
import { breakLines, lineWidth, SOFT, write } from './lines.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';
import { spread } from './text-width.ts';

/** A band where it lies on the chart. */
export interface Stripe {
  readonly band: DistributionBand;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Its lower end, in print; `null` where that is the edge of the chart. */
  readonly edge: string | null;
}

/** The names of the bands as drawn, and whether their edges stand among them. */
interface BandNames {
  readonly markup: readonly Markup[];
  readonly height: number;
  readonly withEdges: boolean;
}

/** The bands that the drawn part of the scale touches; the outer ones run to the chart's edges. */
export function stripesOf(
  bands: readonly DistributionBand[],
  domain: readonly [number, number],
  x: (value: number) => number,
  width: number,
  lang: Lang,
): readonly Stripe[] {
  return bands
    .filter(({ min, max }) => max > domain[0] && min < domain[1])
    .map((band) => ({
      band,
      from: band.min <= domain[0] ? 0 : x(band.min),
      to: band.max >= domain[1] ? width : x(band.max),
      label: band.label[lang],
      edge: band.min <= domain[0] ? null : formatDecimal(String(band.min), lang),
    }));
}

/**
 * The names of the bands: over their stripes where all fit in a row, else as a key. Where each
 * fits its own stripe, the numbers that part them stand between the names, or under them.
 */
export function nameStripes(
  theme: Theme,
  stripes: readonly Stripe[],
  top: number,
  width: number,
): BandNames {
  if (stripes.length === 0) return { markup: [], height: 0, withEdges: false };
  const sizes = stripes.map(({ label }) => lineWidth(label, SOFT));
  const fits = sizes.reduce((sum, size) => sum + size + 8, 0) <= width;
  if (!fits) return nameInKey(theme, stripes, top, width);
  return (
    nameWithEdges(theme, stripes, sizes, top, width) ?? nameInRow(theme, stripes, sizes, top, width)
  );
}

/** Whether spans stand apart; they are given from left to right. */
function areApart(spans: readonly (readonly [number, number])[], gap: number): boolean {
  return spans.every(([from], i) => i === 0 || from - (spans[i - 1]?.[1] ?? 0) >= gap);
}

/** Names in the middle of their stripes and edges at theirs; `null` where they would not fit. */
function nameWithEdges(
  theme: Theme,
  stripes: readonly Stripe[],
  sizes: readonly number[],
  top: number,
  width: number,
): BandNames | null {
  const span = (centre: number, size: number) => [centre - size / 2, centre + size / 2] as const;
  const names = stripes.map(({ from, to }, i) => span((from + to) / 2, sizes[i] ?? 0));
  const edges = stripes.map(({ from, edge }) =>
    edge === null ? null : span(from, lineWidth(edge, SOFT)),
  );
  // A name may lean over its stripe by a letter, not more.
  const isInside =
    stripes.every(({ from, to }, i) => (sizes[i] ?? 0) <= to - from + 12) &&
    areApart(names, 5) &&
    names.every(([from, to]) => from >= 0 && to <= width);
  const own = edges.filter((each) => each !== null);
  const within = own.every(([from, to]) => from >= 0 && to <= width);
  if (!isInside || !within || !areApart(own, 5)) return null;
  const mixed = names.flatMap((name, i) => [edges[i] ?? null, name]).filter((s) => s !== null);
  const rows = areApart(mixed, 5) ? 1 : 2;
  const line = top + 11 + (rows - 1) * 15;
  const middle = { ...SOFT, anchor: 'middle' } as const;
  return {
    markup: stripes.flatMap(({ from, to, label, edge }) => [
      write(theme, (from + to) / 2, top + 11, label, middle),
      ...(edge === null
        ? []
        : [
            write(theme, from, line, edge, middle),
            el('line', {
              ...paint(theme, { stroke: 'line-strong' }),
              x1: from,
              y1: line + 4,
              x2: from,
              y2: line + 9,
            }),
          ]),
    ]),
    height: line + 9 - top,
    withEdges: true,
  };
}

function nameInRow(
  theme: Theme,
  stripes: readonly Stripe[],
  sizes: readonly number[],
  top: number,
  width: number,
): BandNames {
  const markup: Markup[] = [];
  const centres = spread(
    stripes.map(({ from, to }, i) => ({ at: (from + to) / 2, size: sizes[i] ?? 0 })),
    8,
    [0, width],
  );
  stripes.forEach(({ band, from, to, label }, i) => {
    const centre = centres[i] ?? 0;
    markup.push(write(theme, centre, top + 11, label, { ...SOFT, anchor: 'middle' }));
    if ((sizes[i] ?? 0) > to - from || Math.abs(centre - (from + to) / 2) > 1) {
      markup.push(
        el('line', {
          ...paint(theme, { stroke: band.ink }),
          x1: centre,
          y1: top + 15,
          x2: (from + to) / 2,
          y2: top + 23,
        }),
      );
    }
  });
  return { markup, height: 23, withEdges: false };
}

function nameInKey(
  theme: Theme,
  stripes: readonly Stripe[],
  top: number,
  width: number,
): BandNames {
  const markup: Markup[] = [];
  let [left, y] = [0, top];
  for (const { band, label } of stripes) {
    const lines = breakLines(label, width - 14, SOFT);
    const size = 14 + Math.max(...lines.map((line) => lineWidth(line, SOFT)));
    if (left > 0 && left + size > width) {
      left = 0;
      y += 16;
    }
    markup.push(
      el('rect', {
        ...paint(theme, { fill: band.ink }),
        x: left,
        y: y + 2,
        width: 9,
        height: 9,
      }),
      ...lines.map((line, i) => write(theme, left + 14, y + 11 + i * 14, line, SOFT)),
    );
    y += (lines.length - 1) * 14;
    left += size + 12;
  }
  return { markup, height: y + 20 - top, withEdges: false };
}

/** The stripes behind the dots, each with its colour in full along the upper edge. */
export function drawStripes(
  theme: Theme,
  stripes: readonly Stripe[],
  top: number,
  bottom: number,
): readonly Markup[] {
  return stripes.map(({ band, from, to }) =>
    el('g', paint(theme, { fill: band.ink }), [
      el('rect', {
        x: from,
        y: top,
        width: to - from,
        height: bottom - top,
        'fill-opacity': 0.13,
      }),
      el('rect', { x: from, y: top, width: to - from, height: 3 }),
    ]),
  );
}
