import { extent, line, scaleBand, scaleLinear } from 'd3';
import type { Text } from '../dataset/table-schema.ts';
import { formatDecimal } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Box, drawLabel, fits, type Label, labelBox, type Stroke } from './boxes.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import { breakLines, lineWidth, type Type, writeBlock } from './lines.ts';
import type { BandInk, Ink, Theme } from './palette.ts';
import { el, type Markup, paint, round, toHalf } from './svg.ts';
import { inFull, isFinal, printed, runsOf, spans, type TrendPoint } from './trend-figures.ts';
import {
  type Drawing,
  drawEmpty,
  drawLines,
  drawTicks,
  type Panel,
  type Plot,
  seriesLabels,
  thresholdLines,
} from './trend-plot.ts';
import { shownRange, yearsBetween } from './trend-scale.ts';

/** A named range of the scale in a span of years. */
export interface TrendBand {
  readonly from: number;
  /** `null` while in force. */
  readonly to: number | null;
  readonly min: number;
  readonly max: number;
  readonly label: Text;
  readonly ink: BandInk;
}

/** The figures of one series. Nothing is compared with those of another. */
export interface TrendPart {
  readonly series: string;
  readonly name: Text;
  /** `null`: ordered categories without numbers; {@link TrendPart.steps} names them. */
  readonly scale: { readonly min: number; readonly max: number } | null;
  /** From the worst to the best. */
  readonly steps: readonly Text[];
  readonly bands: readonly TrendBand[];
  readonly threshold: { readonly at: number; readonly label: Text } | null;
  /** Oldest first, one or more. */
  readonly points: readonly TrendPoint[];
}

/** An area's figures of one indicator over the years. */
export interface TrendData {
  readonly area: string;
  readonly indicator: Text;
  /** Series with a figure, oldest first. */
  readonly parts: readonly TrendPart[];
}

const HEAD: Type = { size: 13, bold: true };
const SMALL: Type = { size: 11, ink: 'ink-soft' };
const TINY: Type = { size: 10, ink: 'ink-soft' };
const VALUE: Type = { size: 12, bold: true };
const RADIUS = 4.5;
/** Room between two series, with the rule in its middle. */
const SEAM = 30;

/** Years between the first and the last figure about which nothing was found. */
function gaps(parts: readonly TrendPart[]): readonly number[] {
  return yearsBetween(parts.flatMap((part) => part.points.map((point) => point.year)));
}

function domain(parts: readonly TrendPart[]): readonly [number, number] {
  return shownRange(
    parts[0]?.scale ?? { min: 0, max: 1 },
    parts.flatMap(({ points, threshold }) => [
      ...points.flatMap(({ at }) => at ?? []),
      ...(threshold ? [threshold.at] : []),
    ]),
  );
}

function yearsOf(part: TrendPart): readonly [number, number] {
  const [first = 0, last = 0] = extent(part.points, (point) => point.year);
  return [first, last];
}

/** Places the series side by side on one axis of years. */
function plotOf(
  data: TrendData,
  left: number,
  right: number,
  top: number,
  height: number,
): Plot<TrendPart> {
  const bottom = top + height;
  const counts = data.parts.map((part) => {
    const [first, last] = yearsOf(part);
    return last - first + 1;
  });
  // Years missing between two series keep their place on the axis.
  const between = data.parts.slice(1).map((part, i) => {
    const before = data.parts[i];
    return before ? Math.max(0, yearsOf(part)[0] - yearsOf(before)[1] - 1) : 0;
  });
  const total = [...counts, ...between].reduce((sum, n) => sum + n, 0);
  const seams = Math.min(SEAM, (right - left) / (4 * data.parts.length)) * between.length;
  const step = (right - left - seams) / Math.max(1, total);
  const numeric = data.parts.filter((part) => part.scale);
  const [low, high] = domain(numeric);
  const y = scaleLinear([low, high], [bottom, top]).clamp(true);
  let x = left;
  const panels = data.parts.map((part, i): Panel<TrendPart> => {
    if (i > 0) x += (between[i - 1] ?? 0) * step + seams / Math.max(1, between.length);
    const start = x;
    x += (counts[i] ?? 0) * step;
    const [first] = yearsOf(part);
    const steps = scaleBand(
      part.steps.map((_, k) => k),
      [bottom, top],
    );
    return {
      part,
      left: start,
      right: x,
      x: (year) => toHalf(start + (year - first + 0.5) * step),
      y: part.scale ? (at) => toHalf(y(at)) : (at) => (steps(at) ?? bottom) + steps.bandwidth() / 2,
    };
  });
  const ticks =
    numeric.length === 0
      ? []
      : y.ticks(height > 120 ? 4 : 3).map((value) => ({ value, y: y(value) }));
  return { panels, top, bottom, step, ticks };
}

/** Bands of a panel as they are drawn: clipped to its years and to what is shown of the scale. */
function stripes(panel: Panel<TrendPart>, plot: Plot<TrendPart>) {
  const { part } = panel;
  const [first, last] = yearsOf(part);
  const half = plot.step / 2;
  const cell = part.scale ? 0 : (plot.bottom - plot.top) / Math.max(1, part.steps.length);
  return part.bands.flatMap((band) => {
    const from = Math.max(first, band.from);
    const to = Math.min(last, band.to ?? last);
    if (from > to) return [];
    const [high, low] = part.scale
      ? [panel.y(band.max), panel.y(band.min)]
      : [panel.y(band.min) - cell / 2, panel.y(band.min) + cell / 2];
    if (low - high < 1) return [];
    const box: Box = {
      left: panel.x(from) - half,
      right: panel.x(to) + half,
      top: high,
      bottom: low,
    };
    return [{ band, box }];
  });
}

/** The mark of a figure: full if final, hollow if only told, a box where only a band is known. */
function mark(
  theme: Theme,
  panel: Panel<TrendPart>,
  point: TrendPoint,
  [top, bottom]: readonly [number, number],
): Markup {
  const x = panel.x(point.year);
  const look = paint(
    theme,
    isFinal(point)
      ? { fill: 'region', stroke: 'paper', strokeWidth: 1.25 }
      : { fill: 'paper', stroke: 'region', strokeWidth: 1.75 },
  );
  if (point.at === null) {
    return el('line', {
      ...paint(theme, { stroke: 'line-strong', strokeWidth: 1.25, dash: '3 3' }),
      x1: x,
      x2: x,
      y1: top,
      y2: bottom,
    });
  }
  if (typeof point.at === 'number') {
    return el('circle', { ...look, cx: x, cy: panel.y(point.at), r: RADIUS });
  }
  const [low, high] = point.at;
  return el('rect', {
    ...paint(theme, {
      fill: isFinal(point) ? 'region-soft' : 'paper',
      stroke: 'region',
      strokeWidth: 1.75,
      dash: isFinal(point) ? undefined : '3 2',
    }),
    x: x - 5,
    y: panel.y(high) + 1.5,
    width: 10,
    height: Math.max(3, panel.y(low) - panel.y(high) - 3),
    rx: 3,
  });
}

function markBox(
  panel: Panel<TrendPart>,
  point: TrendPoint,
  [top, bottom]: readonly [number, number],
): Box {
  const x = panel.x(point.year);
  const at = point.at;
  const [high, low] =
    at === null
      ? [top, bottom]
      : typeof at === 'number'
        ? [panel.y(at), panel.y(at)]
        : [panel.y(at[1]) + RADIUS, panel.y(at[0]) - RADIUS];
  return { left: x - RADIUS - 1, right: x + RADIUS + 1, top: high - RADIUS, bottom: low + RADIUS };
}

/** Which figures are labelled first: the last, the first, the highest and lowest, then the rest. */
function labelOrder(points: readonly { panel: Panel<TrendPart>; point: TrendPoint }[]) {
  const ranked = points.filter(({ point }) => typeof point.at === 'number');
  const height = ({ panel, point }: (typeof points)[number]) =>
    typeof point.at === 'number' ? panel.y(point.at) : 0;
  const byHeight = ranked.toSorted((a, b) => height(a) - height(b));
  return [
    ...new Set([
      ...points.slice(-1),
      ...points.slice(0, 1),
      ...byHeight.slice(0, 1),
      ...byHeight.slice(-1),
      ...points.toReversed(),
    ]),
  ];
}

function yearLabels(plot: Plot<TrendPart>, from: number, to: number): readonly Label[] {
  const y = plot.bottom + 15;
  const known = plot.panels.flatMap((panel) =>
    [...new Set(panel.part.points.map((point) => point.year))].map((year) => ({
      year,
      x: panel.x(year),
    })),
  );
  const long = plot.step >= lineWidth('2000', SMALL) + 3;
  const write = (year: number, x: number, whole: boolean): Label => {
    const words = whole ? String(year) : `’${String(year % 100).padStart(2, '0')}`;
    const w = lineWidth(words, SMALL);
    return {
      ...SMALL,
      ink: 'ink',
      x: Math.max(from, Math.min(x - w / 2, to - w)),
      y,
      text: words,
    };
  };
  // The ends in full; between them what fits.
  const ends = [known.at(0), known.at(-1)].flatMap((end) =>
    end ? [write(end.year, end.x, true)] : [],
  );
  const placed: Label[] = known.length === 1 ? ends.slice(0, 1) : [...ends];
  for (const { year, x } of known.slice(1, -1).toReversed()) {
    const label = write(year, x, long);
    const box = labelBox(label);
    const free = placed.every((other) => {
      const o = labelBox(other);
      return box.right + 4 <= o.left || o.right + 4 <= box.left;
    });
    if (free) placed.push(label);
  }
  return placed;
}

function drawTrend(data: TrendData, { lang, theme, width }: Settings): Drawing {
  const t = translator(lang);
  const height = width < 480 ? 150 : 190;
  const several = data.parts.length > 1;
  const firstPart = data.parts[0];
  const stepsAtLeft =
    firstPart && !firstPart.scale && !several
      ? Math.max(...firstPart.steps.map((step) => lineWidth(step[lang], SMALL)))
      : Number.POSITIVE_INFINITY;
  const stepColumn = stepsAtLeft <= width * 0.3 ? stepsAtLeft + 8 : 0;
  const probe = plotOf(data, 0, width, 0, height);
  const tickWidth = Math.max(
    0,
    ...probe.ticks.map(({ value }) => lineWidth(formatDecimal(String(value), lang), SMALL)),
  );
  const left = stepColumn || (tickWidth > 0 ? tickWidth + 8 : 2);
  const right = width - 2;
  const names = several
    ? seriesLabels(plotOf(data, left, right, 0, height), lang, width, SMALL)
    : [];
  const nameLines = several ? Math.max(...names.map(({ line }) => line)) + 1 : 0;
  const head = writeBlock(theme, 0, 0, width, `${data.indicator[lang]}, ${data.area}`, HEAD);
  const top = head.height + nameLines * 14 + (several ? 12 : 14);
  const plot = plotOf(data, left, right, top, height);
  const span = [plot.top, plot.bottom] as const;

  const ruleOf = (rule: number, line: number, isShifted: boolean): Stroke => ({
    x1: rule,
    x2: rule,
    y1: head.height + 8 + (line + (isShifted ? 1 : 0)) * 14,
    y2: plot.bottom,
  });
  const rules = names.flatMap(({ rule, line, isShifted }) =>
    rule === null ? [] : [ruleOf(rule, line, isShifted)],
  );
  const nameLabels = names.map(
    ({ words, x, line }): Label => ({
      ...SMALL,
      ink: 'ink',
      x,
      y: head.height + 17 + line * 14,
      text: words,
    }),
  );

  const all = plot.panels.flatMap((panel) => panel.part.points.map((point) => ({ panel, point })));
  const segments = plot.panels.flatMap((panel) =>
    runsOf(panel.part.points).map((run) => ({
      panel,
      places: run.map((point) => ({
        x: panel.x(point.year),
        y: panel.y(point.at as number),
      })),
    })),
  );
  const strokes: Stroke[] = [
    ...rules,
    ...segments.flatMap(({ places }) =>
      places.slice(1).map((b, i) => {
        const a = places[i] ?? b;
        return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
      }),
    ),
  ];
  const thresholds = thresholdLines(plot);
  strokes.push(...thresholds.map(({ stroke }) => stroke));
  const drawnStripes = plot.panels.flatMap((panel) =>
    stripes(panel, plot).map((stripe) => ({ ...stripe, panel })),
  );
  // Nothing is written over the solid edges of the stripes.
  strokes.push(
    ...drawnStripes.map(({ box }) => ({
      x1: box.left + 1.5,
      x2: box.left + 1.5,
      y1: box.top,
      y2: box.bottom,
    })),
  );
  const boxes: Box[] = all.map(({ panel, point }) => markBox(panel, point, span));
  const bounds: Box = { left, right: width, top: plot.top - 6, bottom: plot.bottom };
  const labels: Label[] = [];
  const place = (candidates: readonly Label[], within = bounds): boolean => {
    const found = candidates.find((label) => fits([label], { bounds: within, boxes, strokes }, 1));
    if (!found) return false;
    labels.push(found);
    boxes.push(labelBox(found));
    return true;
  };

  const crowded: { year: number; words: string }[] = [];
  for (const { panel, point } of labelOrder(all)) {
    // On a step or a range the stripe says the category, if it is one of those drawn; then only
    // what is not final needs a word.
    const isStep =
      point.at !== null &&
      (!panel.part.scale ||
        (typeof point.at !== 'number' &&
          panel.part.bands.some(
            ({ label, from, to }) =>
              label[lang] === point.category?.[lang] &&
              from <= point.year &&
              (to === null || point.year <= to),
          )));
    const words = isStep
      ? (point.told?.[lang] ?? '')
      : `${printed(point, lang)}${point.told ? ` ${point.told[lang]}` : ''}`;
    if (words === '') continue;
    const type: Type = point.value !== null && isFinal(point) ? VALUE : SMALL;
    const x = panel.x(point.year);
    const box = markBox(panel, point, span);
    const w = lineWidth(words, type);
    const middle = (box.top + box.bottom) / 2 + 4;
    const xs = [x - w / 2, Math.max(left, Math.min(x - w / 2, width - w)), x - w + 8, x - 8];
    const at = (y: number) => xs.map((left_): Label => ({ ...type, x: left_, y, text: words }));
    const beside: Label[] = [
      { ...type, x: box.right + 3, y: middle, text: words },
      { ...type, x: box.left - 3 - w, y: middle, text: words },
    ];
    const isRange = point.at !== null && typeof point.at !== 'number';
    // Above or below a range, its category would read as the name of another stretch of the scale.
    const room = isRange ? { ...bounds, top: box.top - 1, bottom: box.bottom + 1 } : bounds;
    const sides = isRange
      ? [middle, box.top + 11, box.bottom - 4].flatMap((y) =>
          beside.map((label): Label => ({ ...label, y })),
        )
      : point.at === null
        ? [plot.top + 12, plot.bottom - 6].flatMap((y): Label[] => [
            { ...type, x: box.right + 2, y, text: words },
            { ...type, x: box.left - 2 - w, y, text: words },
          ])
        : [
            ...at(box.top - 4),
            ...at(box.bottom + 12),
            ...beside,
            ...at(box.top - 9),
            ...at(box.bottom + 17),
          ];
    if (!place(sides, room)) crowded.push({ year: point.year, words: `${point.year}: ${words}` });
  }

  const hidden: { readonly band: TrendBand; readonly part: TrendPart }[] = [];
  const unnamed: { readonly ink: Ink; readonly words: string }[] = [];
  for (const { threshold, stroke } of thresholds) {
    const words = `${t({ id: 'ambang', en: 'threshold' })} ${threshold.label[lang]}`;
    const type: Type = { ...TINY, ink: 'threshold' };
    const w = lineWidth(words, type);
    const placed = place(
      [stroke.x2 - w - 3, stroke.x1 + 4, (stroke.x1 + stroke.x2 - w) / 2].flatMap((x) =>
        [stroke.y1 - 4, stroke.y1 + 11].map((y): Label => ({ ...type, x, y, text: words })),
      ),
    );
    if (!placed) unnamed.push({ ink: 'threshold', words });
  }

  for (const { band, box, panel } of drawnStripes) {
    const words = band.label[lang];
    const w = lineWidth(words, TINY);
    const inLeft = box.left + 6;
    const inRight = box.right - 4 - w;
    const rows = [box.bottom - 4, box.top + 11, (box.top + box.bottom) / 2 + 3.5];
    if (stepColumn > 0) {
      labels.push({
        ...SMALL,
        anchor: 'end',
        x: left - 6,
        y: (box.top + box.bottom) / 2 + 4,
        text: words,
      });
      continue;
    }
    const placed = place(
      rows.flatMap((y) =>
        [inLeft, inRight, (inLeft + inRight) / 2].map(
          (x): Label => ({ ...TINY, x, y, text: words }),
        ),
      ),
      { ...box, top: box.top - 0.5, bottom: box.bottom + 0.5 },
    );
    if (!placed) hidden.push({ band, part: panel.part });
  }

  const missing = gaps(data.parts);
  const crowdedWords = crowded.toSorted((x, y) => x.year - y.year).map(({ words }) => words);
  const notes = [
    ...(crowdedWords.length > 0 ? [{ ink: 'ink' as const, words: crowdedWords.join('; ') }] : []),
    ...(missing.length > 0
      ? [{ ink: 'ink-soft' as const, words: `${spans(missing)}: ${MISSING.not_found[lang]}` }]
      : []),
    ...unnamed.filter((note, i) => unnamed.findIndex(({ words }) => words === note.words) === i),
    ...[...Map.groupBy(hidden, ({ band, part }) => bandYears(band, part)).values()].map((same) => ({
      ink: 'ink-soft' as const,
      words: bandNote(same, lang),
    })),
  ];
  const noteLabels: Label[] = notes
    .flatMap(({ ink, words }) =>
      breakLines(words, width - left, SMALL).map((line_) => ({ ...SMALL, ink, text: line_ })),
    )
    .map((label, i) => ({ ...label, x: left, y: plot.bottom + 34 + i * 14 }));

  const path = line<{ x: number; y: number }>(
    (p) => p.x,
    (p) => p.y,
  ).digits(1);
  return {
    height: plot.bottom + 22 + (noteLabels.length > 0 ? 4 + noteLabels.length * 14 : 0),
    children: [
      ...head.markup,
      ...drawnStripes.flatMap(({ band, box }) => {
        const { ink } = band;
        return [
          el('rect', {
            ...paint(theme, { fill: ink }),
            'fill-opacity': 0.14,
            x: box.left,
            y: box.top,
            width: box.right - box.left,
            height: box.bottom - box.top,
          }),
          el('rect', {
            ...paint(theme, { fill: ink }),
            x: box.left,
            y: box.top + 0.5,
            width: 3,
            height: box.bottom - box.top - 1,
          }),
        ];
      }),
      ...drawTicks(theme, plot, lang, left, SMALL),
      ...drawLines(theme, plot, rules, thresholds),
      ...segments
        .filter(({ places }) => places.length > 1)
        .map(({ places }) =>
          el('path', {
            ...paint(theme, { fill: 'none', stroke: 'region', strokeWidth: 2.25 }),
            d: path(places) ?? '',
          }),
        ),
      ...all.map(({ panel, point }) => mark(theme, panel, point, span)),
      ...[...nameLabels, ...labels, ...yearLabels(plot, left, width), ...noteLabels].map((label) =>
        drawLabel(theme, label),
      ),
    ],
  };
}

/** The years of its part in which a band holds. */
function bandYears(band: TrendBand, part: TrendPart): string {
  const [first, last] = yearsOf(part);
  const [from, to] = [Math.max(first, band.from), Math.min(last, band.to ?? last)];
  return from === to ? `${from}` : `${from}–${to}`;
}

/** Bands that had no room for their names: "2024: Rentan 0–73, Waspada 73–78". */
function bandNote(
  bands: readonly { readonly band: TrendBand; readonly part: TrendPart }[],
  lang: Lang,
): string {
  const [first] = bands;
  if (!first) return '';
  const words = bands.map(({ band, part }) =>
    part.scale
      ? `${band.label[lang]} ${formatDecimal(String(band.min), lang)}–${formatDecimal(String(band.max), lang)}`
      : band.label[lang],
  );
  const order = first.part.scale
    ? ''
    : translator(lang)({ id: ', dari bawah', en: ', from the bottom' });
  return `${bandYears(first.band, first.part)}${order}: ${words.join(', ')}`;
}

/** What the chart shows, in sentences: every year of every series, then what is missing. */
function describe(data: TrendData, lang: Lang): string {
  const t = translator(lang);
  const name = data.indicator[lang];
  if (data.parts.length === 0) return `${data.area}, ${name}: ${MISSING.not_found[lang]}.`;
  const parts = data.parts.map((part) => {
    const years = part.points.map((point) => inFull(point, lang)).join('; ');
    const threshold = part.threshold
      ? `; ${t({ id: 'ambang', en: 'threshold' })} ${part.threshold.label[lang]}`
      : '';
    return `${data.parts.length > 1 ? `${part.name[lang]}: ` : ''}${years}${threshold}.`;
  });
  const missing = gaps(data.parts);
  return [
    `${data.area}, ${name}.`,
    ...parts,
    data.parts.length > 1 &&
      t({ id: 'Deret yang berbeda tidak dibandingkan.', en: 'Different series are not compared.' }),
    missing.length > 0 &&
      `${t({ id: 'Belum ditemukan', en: 'Not found yet' })}: ${spans(missing)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function titleOf(data: TrendData, lang: Lang): string {
  return translator(lang)({
    id: `${data.indicator.id} ${data.area} dari tahun ke tahun`,
    en: `${data.indicator.en} of ${data.area} over the years`,
  });
}

/**
 * An indicator over the years. Figures are joined only from one year to the next within a series;
 * the scale shows where the figures are, because lines, unlike bars, need not begin at zero.
 */
export const trend: Chart<TrendData> = (data, options) => {
  const set = settings(options);
  const { height, children } =
    data.parts.length === 0 ? drawEmpty(set, { size: 13, ink: 'ink-soft' }) : drawTrend(data, set);
  return frame(
    set,
    {
      kind: 'trend',
      height: Math.ceil(height),
      title: titleOf(data, set.lang),
      description: describe(data, set.lang),
    },
    children,
  );
};

/** The ends, and the years between them of which nothing was found. */
function describeSmall(data: TrendData, points: readonly TrendPoint[], lang: Lang): string {
  const ends = [points.at(0), points.at(-1)].flatMap((point) => (point ? inFull(point, lang) : []));
  const years = new Set(points.map(({ year }) => year));
  const [first = 0, last = 0] = extent(years);
  const missing = Array.from({ length: last - first }, (_, i) => first + i).filter(
    (year) => !years.has(year),
  );
  const t = translator(lang);
  return [
    `${data.area}, ${data.indicator[lang]}.`,
    `${ends.join('; ')}.`,
    missing.length > 0 &&
      `${t({ id: 'Tanpa angka akhir', en: 'Without a final figure' })}: ${spans(missing)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Widths of the small trend. */
const SMALL_MIN = 120;
const SMALL_MAX = 180;

/**
 * The same in a tile: the final figures of the newest series with a number or a step, with their
 * first and last year. An empty text where there are fewer than two: one figure is no trend.
 */
export const trendSmall: Chart<TrendData> = (data, options) => {
  const set = {
    ...settings(options),
    width: Math.round(Math.min(SMALL_MAX, Math.max(SMALL_MIN, options.width ?? 150))),
  };
  const { lang, theme, width } = set;
  const part = data.parts.findLast((candidate) => candidate.points.some(isFinal));
  const points =
    part?.points.filter((point) => isFinal(point) && typeof point.at === 'number') ?? [];
  const [first, last] = [points.at(0), points.at(-1)];
  // A newer figure without a place would make the line end too early.
  const newest = part?.points.findLast(isFinal);
  if (!part || !first || !last || first === last || newest !== last) return '';
  const height = 50;
  const [top, bottom] = [7, 31];
  const ats = points.map((point) => point.at as number);
  const [low = 0, high = 0] = extent(ats);
  // A change of a tenth of the scale is the smallest that fills the height: no cliffs from crumbs.
  const full = part.scale ? part.scale.max - part.scale.min : part.steps.length - 1;
  const pad = Math.max(0, (full / 10 - (high - low)) / 2);
  const upwards = scaleLinear([low - pad, high + pad || 1], [bottom, top]);
  const y = (at: number) => toHalf(upwards(at));
  const acrossYears = scaleLinear([first.year, last.year], [RADIUS + 1, width - RADIUS - 1]);
  const x = (year: number) => toHalf(acrossYears(year));
  const path = line<TrendPoint>(
    (p) => x(p.year),
    (p) => y(p.at as number),
  ).digits(1);
  const years: readonly Label[] = [
    { ...SMALL, x: 0, y: height - 4, text: String(first.year) },
    { ...SMALL, anchor: 'end', x: width, y: height - 4, text: String(last.year) },
  ];
  return frame(
    set,
    {
      kind: 'trend-small',
      height,
      title: titleOf(data, lang),
      description: describeSmall(data, points, lang),
    },
    [
      ...runsOf(points)
        .filter((run) => run.length > 1)
        .map((run) =>
          el('path', {
            ...paint(theme, { fill: 'none', stroke: 'region', strokeWidth: 2 }),
            d: path(run) ?? '',
          }),
        ),
      // Round dots; what they say stands in the list of years beside them.
      el('path', {
        ...paint(theme, { fill: 'none', stroke: 'region', strokeWidth: 6 }),
        'stroke-linecap': 'round',
        d: points
          .slice(0, -1)
          .map((point) => `M${round(x(point.year))} ${round(y(point.at as number))}h0`)
          .join(''),
      }),
      el('circle', {
        ...paint(theme, { fill: 'region', stroke: 'paper', strokeWidth: 1 }),
        cx: x(last.year),
        cy: y(last.at as number),
        r: RADIUS,
      }),
      ...years.map((label) => drawLabel(theme, label)),
    ],
  );
};
