import { scaleLinear, tickStep } from 'd3';
import type { Lang } from '../dataset/table-schema.ts';
import { formatDecimal } from '../i18n/format.ts';
import { lineWidth, SOFT, write } from './lines.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

const tidy = (value: number) => Number(value.toFixed(6));

/** The part of the scale that the figures and the threshold take, widened to round numbers. */
export function domainOf(
  numbers: readonly number[],
  scale: readonly [number, number] | null,
): readonly [number, number] {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const step = low === high ? Math.max(1, Math.abs(low) / 10) : tickStep(low, high, 5);
  let from = Math.floor(low / step) * step;
  let to = Math.ceil(high / step) * step;
  if (from === to) [from, to] = [from - step, to + step];
  return scale && scale[0] <= low && high <= scale[1] && scale[0] < scale[1]
    ? [tidy(Math.max(from, scale[0])), tidy(Math.min(to, scale[1]))]
    : [tidy(from), tidy(to)];
}

/** A number of the axis where it is written: inside the chart, even at its edges. */
function placeTick(value: number, x: (value: number) => number, width: number, lang: Lang) {
  const label = formatDecimal(String(value), lang);
  const half = lineWidth(label, SOFT) / 2;
  const centre = Math.min(Math.max(x(value), half), width - half);
  return { value, label, left: centre - half - 5, right: centre + half + 5, centre };
}

type Tick = ReturnType<typeof placeTick>;

const areApart = (a: Tick, b: Tick) => a.right <= b.left || a.left >= b.right;

/** Round numbers at one distance: as many as stand apart, at most seven. */
function evenTicks(domain: readonly [number, number], place: (value: number) => Tick) {
  const scale = scaleLinear().domain(domain);
  const tries = [6, 5, 4, 3, 2].map((count) => scale.ticks(count).map((v) => place(tidy(v))));
  const fits = (ticks: readonly Tick[]) =>
    ticks.length <= 7 && ticks.every((tick, i) => i === 0 || areApart(tick, ticks[i - 1] ?? tick));
  return tries.find(fits) ?? [];
}

/** Ends first, then the edges of bands, then round numbers; few, and apart. */
function ticksAtEdges(
  domain: readonly [number, number],
  edges: readonly number[],
  place: (value: number) => Tick,
) {
  const inside = edges.filter((edge) => domain[0] < edge && edge < domain[1]);
  const others = scaleLinear().domain(domain).ticks(4).map(tidy);
  const placed: Tick[] = [];
  for (const tick of [...domain, ...inside, ...others].map(place)) {
    if (placed.every((other) => areApart(tick, other))) placed.push(tick);
  }
  return placed;
}

/** The line under the dots with its numbers, at `y`; with `edges`, these before round numbers. */
export function drawAxis(
  theme: Theme,
  y: number,
  domain: readonly [number, number],
  edges: readonly number[],
  x: (value: number) => number,
  width: number,
  lang: Lang,
): readonly Markup[] {
  const stroke = paint(theme, { stroke: 'line-strong' });
  const place = (value: number) => placeTick(value, x, width, lang);
  const ticks = edges.length > 0 ? ticksAtEdges(domain, edges, place) : evenTicks(domain, place);
  return [
    el('line', { ...stroke, x1: 0, y1: y, x2: width, y2: y }),
    ...ticks.flatMap((tick) => [
      el('line', { ...stroke, x1: x(tick.value), y1: y, x2: x(tick.value), y2: y + 4 }),
      write(theme, tick.centre, y + 16, tick.label, { ...SOFT, anchor: 'middle' }),
    ]),
  ];
}
