import { ticks as ticksOf } from 'd3';
import type { Text } from '../dataset/table-schema.ts';
import { formatDecimal } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Box, drawLabel, fits, type Label, labelBox, type Stroke } from './boxes.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import { breakLines, HEAD, lineWidth, SOFT, type Type, writeBlock } from './lines.ts';
import { type Ink, type Theme, TRACES } from './palette.ts';
import { el, type Markup, paint, round, text } from './svg.ts';
import { spread } from './text-width.ts';
import type { TrendPart } from './trend.ts';
import {
  isFinal,
  inFull as pointInFull,
  printed,
  runsOf,
  spans,
  type TrendPoint,
} from './trend-figures.ts';
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

/** A figure of a line; a median tells how many figures it rests on. */
export interface TrendsPoint extends TrendPoint {
  readonly count?: number;
}

/** Who a line is of. */
export interface TrendsLine {
  readonly name: Text;
  /** The name as it stands at the line. */
  readonly short: Text;
  readonly kind: 'area' | 'median';
}

/** One series, and the points of each line that has any in it. */
export interface TrendsPart
  extends Pick<TrendPart, 'series' | 'name' | 'scale' | 'steps' | 'threshold'> {
  readonly lines: readonly {
    /** Index among {@link TrendsData.lines}. */
    readonly line: number;
    /** Oldest first. */
    readonly points: readonly TrendsPoint[];
  }[];
}

/** An indicator over the years for up to six areas or groups. */
export interface TrendsData {
  readonly indicator: Text;
  readonly lines: readonly TrendsLine[];
  /** Series in which any line has a figure, oldest first. */
  readonly parts: readonly TrendsPart[];
}

/** More lines than this are no longer told apart. */
export const MAX_LINES = TRACES.length;

const INK: Type = { size: 12 };
/** Room between two series, with the rule in its middle. */
const SEAM = 26;
/** Half the size of a mark. */
const RADIUS = 4.5;
/** From this width on the names stand beside the ends of the lines. */
const WIDE = 600;
/** The piece of line that goes with a name. */
const SAMPLE = 26;
const LEADING = 15;
/** Marks nearer to each other than this are moved apart. */
const NEAR = 7;
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 2', '1 4'] as const;

type Corner = readonly [number, number];
const CROSS: readonly Corner[] = [
  [-0.4, -1.1],
  [0.4, -1.1],
  [0.4, -0.4],
  [1.1, -0.4],
  [1.1, 0.4],
  [0.4, 0.4],
  [0.4, 1.1],
  [-0.4, 1.1],
  [-0.4, 0.4],
  [-1.1, 0.4],
  [-1.1, -0.4],
  [-0.4, -0.4],
];
/** The marks of the lines, each of another shape; `null` is round. */
const SHAPES: readonly (readonly Corner[] | null)[] = [
  null,
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  [
    [0, -1.15],
    [1.15, 0.9],
    [-1.15, 0.9],
  ],
  [
    [-1.15, -0.9],
    [1.15, -0.9],
    [0, 1.15],
  ],
  CROSS,
];

const inkOf = (line: number): Ink => TRACES[line % TRACES.length] ?? 'region';
const dashOf = (line: number) => DASHES[line % DASHES.length];

/** A figure with all that is told of it, and of a median how many figures it rests on. */
function inFull(point: TrendsPoint, lang: Lang): string {
  return `${pointInFull(point, lang)}${countWords(point, lang)}`;
}

function countWords({ count }: TrendsPoint, lang: Lang): string {
  return count === undefined
    ? ''
    : translator(lang)({ id: ` (${count} daerah)`, en: ` (${count} areas)` });
}

function yearsOf(part: TrendsPart): readonly [number, number] {
  const years = part.lines.flatMap(({ points }) => points.map(({ year }) => year));
  return [Math.min(...years), Math.max(...years)];
}

/** Years between the first and the last figure about which nothing was found of anybody. */
function gaps({ parts }: TrendsData): readonly number[] {
  return yearsBetween(
    parts.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ year }) => year))),
  );
}

function domain(parts: readonly TrendsPart[]): readonly [number, number] {
  return shownRange(
    parts[0]?.scale ?? { min: 0, max: 1 },
    parts.flatMap(({ lines, threshold }) => [
      ...lines.flatMap(({ points }) => points.flatMap(({ at }) => at ?? [])),
      ...(threshold ? [threshold.at] : []),
    ]),
  );
}

/** Places the series side by side on one axis of years; years missing between keep their place. */
function plotOf(
  data: TrendsData,
  left: number,
  right: number,
  top: number,
  height: number,
): Plot<TrendsPart> {
  const bottom = top + height;
  const spansOf = data.parts.map(yearsOf);
  const counts = spansOf.map(([first, last]) => last - first + 1);
  const between = spansOf
    .slice(1)
    .map(([first], i) => Math.max(0, first - (spansOf[i]?.[1] ?? first) - 1));
  const total = [...counts, ...between].reduce((sum, n) => sum + n, 0);
  const seams = Math.min(SEAM, (right - left) / (4 * data.parts.length)) * between.length;
  const step = (right - left - seams) / Math.max(1, total);
  const numeric = data.parts.filter((part) => part.scale);
  const [low, high] = domain(numeric);
  const y = (at: number) => bottom - Math.min(1, Math.max(0, (at - low) / (high - low))) * height;
  let x = left;
  const panels = data.parts.map((part, i): Panel<TrendsPart> => {
    if (i > 0) x += (between[i - 1] ?? 0) * step + seams / Math.max(1, between.length);
    const start = x;
    x += (counts[i] ?? 0) * step;
    const first = spansOf[i]?.[0] ?? 0;
    const cell = height / Math.max(1, part.steps.length);
    return {
      part,
      left: start,
      right: x,
      x: (year) => start + (year - first + 0.5) * step,
      y: part.scale ? (at) => y(at) : (at) => bottom - (at + 0.5) * cell,
    };
  });
  const ticks =
    numeric.length === 0
      ? []
      : ticksOf(low, high, height > 120 ? 4 : 3).map((value) => ({ value, y: y(value) }));
  return { panels, top, bottom, step, ticks };
}

/** A figure with its place on the drawing; a range where only a band with bounds was printed. */
interface Spot {
  readonly line: number;
  readonly point: TrendsPoint;
  readonly panel: Panel<TrendsPart>;
  readonly x: number;
  readonly y: number;
  readonly range: readonly [number, number] | null;
}

/** Every figure that has a place; those at one place stand beside each other. */
function spotsOf({ panels, step }: Plot<TrendsPart>): readonly Spot[] {
  return panels.flatMap((panel) => {
    const all = panel.part.lines.flatMap(({ line, points }) =>
      points.flatMap((point): readonly Spot[] => {
        const { at } = point;
        if (at === null) return [];
        const range = typeof at === 'number' ? null : ([panel.y(at[0]), panel.y(at[1])] as const);
        const y = range ? (range[0] + range[1]) / 2 : panel.y(at as number);
        return [{ line, point, panel, x: panel.x(point.year), y, range }];
      }),
    );
    return [...Map.groupBy(all, ({ point }) => point.year).values()].flatMap((same) => {
      const sorted = same.toSorted((a, b) => a.y - b.y || a.line - b.line);
      const clusters: Spot[][] = [];
      for (const spot of sorted) {
        const last = clusters.at(-1);
        const before = last?.at(-1);
        const isNear = before && (spot.y - before.y < NEAR || spot.range || before.range);
        if (last && isNear) last.push(spot);
        else clusters.push([spot]);
      }
      return clusters.flatMap((cluster) => {
        const pitch = Math.min(2 * RADIUS + 1.5, (step - 2) / cluster.length);
        return cluster
          .toSorted((a, b) => a.line - b.line)
          .map((spot, i) => ({ ...spot, x: spot.x + (i - (cluster.length - 1) / 2) * pitch }));
      });
    });
  });
}

/** The stretches of a line that are joined. */
function strokesOf(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const groups = Map.groupBy(spots, ({ line, panel }) => `${line}/${panel.part.series}`);
  return [...groups.values()].flatMap((own) => {
    const placed = new Map(own.map((spot) => [spot.point, spot]));
    const points = [...placed.keys()].toSorted((a, b) => a.year - b.year);
    return runsOf(points)
      .filter(({ length }) => length > 1)
      .map((run) => run.flatMap((point) => placed.get(point) ?? []));
  });
}

function polyline(points: readonly Corner[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

function shape(
  theme: Theme,
  line: number,
  [x, y]: Corner,
  isFull: boolean,
  children: readonly Markup[] = [],
): Markup {
  const ink = inkOf(line);
  const look = paint(
    theme,
    isFull
      ? { fill: ink, stroke: 'paper', strokeWidth: 1 }
      : { fill: 'paper', stroke: ink, strokeWidth: 1.75 },
  );
  const corners = SHAPES[line % SHAPES.length];
  return corners
    ? el(
        'path',
        {
          ...look,
          d: `${polyline(corners.map(([dx, dy]) => [x + dx * RADIUS, y + dy * RADIUS]))}Z`,
        },
        children,
      )
    : el('circle', { ...look, cx: x, cy: y, r: RADIUS }, children);
}

function mark(theme: Theme, spot: Spot, name: string, lang: Lang): Markup {
  const title = el('title', {}, [text(`${name} ${inFull(spot.point, lang)}`)]);
  if (!spot.range) return shape(theme, spot.line, [spot.x, spot.y], isFinal(spot.point), [title]);
  const [low, high] = spot.range;
  return el(
    'rect',
    {
      ...paint(theme, {
        fill: isFinal(spot.point) ? inkOf(spot.line) : 'paper',
        stroke: inkOf(spot.line),
        strokeWidth: 1.75,
        dash: isFinal(spot.point) ? undefined : '3 2',
      }),
      x: spot.x - 3.5,
      y: high + 1.5,
      width: 7,
      height: Math.max(3, low - high - 3),
      rx: 2,
    },
    [title],
  );
}

function boxOf({ x, y, range }: Spot): Box {
  const [low, high] = range ?? [y + RADIUS, y - RADIUS];
  return { left: x - RADIUS - 1, right: x + RADIUS + 1, top: high - 1, bottom: low + 1 };
}

/** A line by name, with its last figure. */
interface Entry {
  readonly line: number;
  readonly words: string;
  readonly last: TrendsPoint;
}

/** What stands at the lines that have a figure: name, newest figure, year. */
function entriesOf(data: TrendsData, lang: Lang): readonly Entry[] {
  const t = translator(lang);
  return data.lines.flatMap(({ short, kind }, line): readonly Entry[] => {
    const points = data.parts.flatMap(
      (part) => part.lines.find((own) => own.line === line)?.points ?? [],
    );
    const last = points.findLast(isFinal) ?? points.at(-1);
    if (!last) return [];
    const told = last.told ? `, ${last.told[lang]}` : '';
    const figure = `${printed(last, lang)} (${last.year}${told})`;
    const words =
      kind === 'median'
        ? t({
            id: `${short.id}: median ${figure}, ${last.count} daerah`,
            en: `${short.en}: median ${figure}, ${last.count} areas`,
          })
        : `${short[lang]} ${figure}`;
    return [{ line, words, last }];
  });
}

/** What is not drawn, in words. */
function notesOf(data: TrendsData, spots: readonly Spot[], lang: Lang): readonly string[] {
  const t = translator(lang);
  const drawn = new Set(data.parts.flatMap(({ lines }) => lines.map(({ line }) => line)));
  const absent = data.lines.filter((_, line) => !drawn.has(line));
  const areas = absent.filter(({ kind }) => kind === 'area').map(({ short }) => short[lang]);
  const groups = absent.filter(({ kind }) => kind === 'median').map(({ short }) => short[lang]);
  const missing = gaps(data);
  const placed = new Set(spots.map(({ point }) => point));
  const unplaced = data.parts.flatMap(({ lines }) =>
    lines.flatMap(({ line, points }) =>
      points
        .filter((point) => !placed.has(point))
        .map((point) => `${data.lines[line]?.short[lang] ?? ''} ${inFull(point, lang)}`),
    ),
  );
  const isTold = spots.some(({ point }) => !isFinal(point));
  return [
    ...(areas.length > 0 ? [`${MISSING.not_found[lang]}: ${areas.join(', ')}`] : []),
    ...(groups.length > 0
      ? [
          t({
            id: `tanpa median (perlu tiga angka satu deret dan satu tahun): ${groups.join(', ')}`,
            en: `no median (it takes three figures of one series and year): ${groups.join(', ')}`,
          }),
        ]
      : []),
    ...(missing.length > 0 ? [`${spans(missing)}: ${MISSING.not_found[lang]}`] : []),
    ...(unplaced.length > 0
      ? [
          t({
            id: `hanya kategori, tanpa tempat pada skala: ${unplaced.join('; ')}`,
            en: `category only, with no place on the scale: ${unplaced.join('; ')}`,
          }),
        ]
      : []),
    ...(isTold
      ? [
          t({
            id: 'tanda kosong: hanya disebut, tidak dihitung',
            en: 'hollow marks: told only, not computed with',
          }),
        ]
      : []),
  ];
}

function yearLabels(plot: Plot<TrendsPart>, from: number, to: number): readonly Label[] {
  const y = plot.bottom + 16;
  const known = plot.panels.flatMap((panel) =>
    [...new Set(panel.part.lines.flatMap(({ points }) => points.map(({ year }) => year)))]
      .sort((a, b) => a - b)
      .map((year) => ({ year, x: panel.x(year) })),
  );
  const isLong = plot.step >= lineWidth('2000', INK) + 3;
  const write = (year: number, x: number, whole: boolean): Label => {
    const words = whole ? String(year) : `’${String(year % 100).padStart(2, '0')}`;
    const w = lineWidth(words, INK);
    return { ...INK, x: Math.max(from, Math.min(x - w / 2, to - w)), y, text: words };
  };
  const [first, last] = [known.at(0), known.at(-1)];
  const placed: Label[] = [];
  const place = (label: Label) => {
    const box = labelBox(label);
    const isFree = placed.every((other) => {
      const o = labelBox(other);
      return box.right + 4 <= o.left || o.right + 4 <= box.left;
    });
    if (isFree) placed.push(label);
  };
  // The ends in full; between them what fits.
  if (last) place(write(last.year, last.x, true));
  if (first && first !== last) place(write(first.year, first.x, true));
  for (const { year, x } of known.slice(1, -1).toReversed()) place(write(year, x, isLong));
  return placed;
}

/** A sample of a line with the words for it. */
function keyEntry(theme: Theme, { line }: Entry, lines: readonly string[], x: number, y: number) {
  const middle = y + LEADING / 2;
  return [
    el('path', {
      ...paint(theme, {
        fill: 'none',
        stroke: inkOf(line),
        strokeWidth: 2.25,
        dash: dashOf(line),
      }),
      d: `M${round(x)} ${round(middle)}H${round(x + SAMPLE)}`,
    }),
    shape(theme, line, [x + SAMPLE / 2, middle], true),
    ...lines.map((words, i) =>
      drawLabel(theme, { ...INK, x: x + SAMPLE + 6, y: y + 11.5 + i * LEADING, text: words }),
    ),
  ];
}

function drawTrends(data: TrendsData, { lang, theme, width }: Settings): Drawing {
  const t = translator(lang);
  const several = data.parts.length > 1;
  const wide = width >= WIDE;
  const head = writeBlock(theme, 0, 0, width, data.indicator[lang], HEAD);

  const probe = plotOf(data, 0, width, 0, 100);
  const entries = entriesOf(data, lang);
  const room = wide ? Math.min(250, width * 0.34) : width;
  const textRoom = room - SAMPLE - 6;
  const keyLines = entries.map(({ words }) => breakLines(words, textRoom, INK));
  const keySizes = keyLines.map((lines) => lines.length * LEADING);
  const keyHeight = keySizes.reduce((sum, size) => sum + size + 3, 0);
  const keyTop = head.height + 6;
  const belowKey = wide ? head.height : keyTop + keyHeight;
  const height = Math.max(width < 480 ? 160 : 200, wide ? keyHeight : 0);

  const stepNames = !several && data.parts[0] && !data.parts[0].scale ? data.parts[0].steps : [];
  const stepWidth = Math.max(0, ...stepNames.map((step) => lineWidth(step[lang], SOFT)));
  const stepColumn = stepWidth > 0 && stepWidth <= width * 0.3 ? stepWidth + 8 : 0;
  const tickWidth = Math.max(
    0,
    ...probe.ticks.map(({ value }) => lineWidth(formatDecimal(String(value), lang), SOFT)),
  );
  const left = stepColumn || (tickWidth > 0 ? tickWidth + 8 : 2);
  const right = wide ? width - room - 16 : width - 2;
  const names = several ? seriesLabels(plotOf(data, left, right, 0, height), lang, right, INK) : [];
  const nameLines = several ? Math.max(...names.map(({ line }) => line)) + 1 : 0;
  const top = belowKey + nameLines * LEADING + 14;
  const plot = plotOf(data, left, right, top, height);
  const spots = spotsOf(plot);
  const runs = strokesOf(spots);

  const rules = names.flatMap(({ rule, line, isShifted }): readonly Stroke[] =>
    rule === null
      ? []
      : [
          {
            x1: rule,
            x2: rule,
            y1: belowKey + 8 + (line + (isShifted ? 1 : 0)) * LEADING,
            y2: plot.bottom,
          },
        ],
  );
  const thresholds = thresholdLines(plot);
  const cells = plot.panels.flatMap((panel) => {
    if (panel.part.scale) return [];
    return panel.part.steps.slice(1).map((_, i): Stroke => {
      const y = (panel.y(i) + panel.y(i + 1)) / 2;
      return { x1: panel.left, x2: panel.right, y1: y, y2: y };
    });
  });

  const boxes = spots.map(boxOf);
  const strokes: Stroke[] = [
    ...rules,
    ...cells,
    ...thresholds.map(({ stroke }) => stroke),
    ...runs.flatMap((run) =>
      run.slice(1).map((b, i) => {
        const a = run[i] ?? b;
        return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
      }),
    ),
  ];
  const labels: Label[] = [];
  const place = (candidates: readonly Label[], bounds: Box): boolean => {
    const found = candidates.find((label) => fits([label], { bounds, boxes, strokes }, 1));
    if (!found) return false;
    labels.push(found);
    boxes.push(labelBox(found));
    return true;
  };
  const inPlot: Box = { left, right, top: plot.top - 6, bottom: plot.bottom };
  const notes: { readonly ink: Ink; readonly words: string }[] = notesOf(data, spots, lang).map(
    (words) => ({ ink: 'ink-soft', words }),
  );
  for (const { threshold, stroke } of thresholds) {
    const words = `${t({ id: 'ambang', en: 'threshold' })} ${threshold.label[lang]}`;
    const type: Type = { ...INK, ink: 'threshold' };
    const w = lineWidth(words, type);
    const isPlaced = place(
      [stroke.x2 - w - 3, stroke.x1 + 4, (stroke.x1 + stroke.x2 - w) / 2].flatMap((x) =>
        [stroke.y1 - 4, stroke.y1 + 12].map((y): Label => ({ ...type, x, y, text: words })),
      ),
      inPlot,
    );
    if (!isPlaced && !notes.some((note) => note.words === words)) {
      notes.push({ ink: 'threshold', words });
    }
  }
  for (const panel of plot.panels) {
    const { part } = panel;
    if (part.scale) continue;
    if (stepColumn > 0) {
      labels.push(
        ...part.steps.map(
          (step, i): Label => ({
            ...SOFT,
            anchor: 'end',
            x: left - 6,
            y: panel.y(i) + 4,
            text: step[lang],
          }),
        ),
      );
      continue;
    }
    const kept = labels.length;
    const arePlaced = part.steps.every((step, i) => {
      const w = lineWidth(step[lang], SOFT);
      const half = (plot.bottom - plot.top) / part.steps.length / 2;
      const y = panel.y(i);
      return place(
        [panel.left + 3, panel.right - w - 3].flatMap((x) =>
          [y + half - 4, y - half + 12, y + 4].map(
            (at): Label => ({ ...SOFT, x, y: at, text: step[lang] }),
          ),
        ),
        { left: panel.left, right: panel.right, top: y - half, bottom: y + half },
      );
    });
    if (arePlaced) continue;
    // All of them or none: a few would look like all.
    labels.splice(kept);
    const order = t({ id: 'dari bawah', en: 'from the bottom' });
    notes.push({
      ink: 'ink-soft',
      words: `${spans([...new Set(yearsOf(part))])}, ${order}: ${part.steps.map((step) => step[lang]).join(', ')}`,
    });
  }

  const noteLabels = notes
    .flatMap(({ ink, words }) =>
      breakLines(words, width, SOFT).map((line) => ({ ...SOFT, ink, text: line })),
    )
    .map((label, i): Label => ({ ...label, x: 0, y: plot.bottom + 36 + i * LEADING }));

  /** Where the last figure of each line stands. */
  const ends = entries.map(({ last }) => spots.find(({ point }) => point === last) ?? null);
  const centres = wide
    ? spread(
        entries.map((_, i) => ({
          at: ends[i]?.y ?? (plot.top + plot.bottom) / 2,
          size: keySizes[i] ?? LEADING,
        })),
        3,
        [plot.top - 4, plot.bottom + 4],
      )
    : [];
  const keyX = wide ? right + 16 : 0;
  let rowY = keyTop;
  const lastYear = Math.max(...data.parts.map((part) => yearsOf(part)[1]));
  const key = entries.flatMap((entry, i) => {
    const lines = keyLines[i] ?? [];
    const size = keySizes[i] ?? LEADING;
    const y = wide ? (centres[i] ?? 0) - size / 2 : rowY;
    rowY += size + 3;
    const spot = ends[i];
    // From the end of a line that reaches the newest year to its name.
    const leader =
      wide && spot && spot.point.year === lastYear
        ? el('path', {
            ...paint(theme, { fill: 'none', stroke: 'line-strong', strokeWidth: 1 }),
            d: polyline([
              [spot.x + RADIUS + 2, spot.y],
              [keyX - 2, y + LEADING / 2],
            ]),
          })
        : null;
    return [leader, ...keyEntry(theme, entry, lines, keyX, y)];
  });

  return {
    height: plot.bottom + 22 + (noteLabels.length > 0 ? 4 + noteLabels.length * LEADING : 0),
    children: [
      ...head.markup,
      ...drawTicks(theme, plot, lang, left, SOFT),
      ...cells.map((cell) =>
        el('line', { ...paint(theme, { stroke: 'line', strokeWidth: 1 }), ...cell }),
      ),
      ...drawLines(theme, plot, rules, thresholds),
      ...runs.map((run) => {
        const line = run[0]?.line ?? 0;
        return el('path', {
          ...paint(theme, {
            fill: 'none',
            stroke: inkOf(line),
            strokeWidth: 2.25,
            dash: dashOf(line),
          }),
          d: polyline(run.map(({ x, y }) => [x, y])),
        });
      }),
      // The first line last: it is the one that is asked about.
      ...spots
        .toSorted((a, b) => b.line - a.line)
        .map((spot) => mark(theme, spot, data.lines[spot.line]?.name[lang] ?? '', lang)),
      ...key,
      ...[
        ...names.map(
          ({ words, x, line }): Label => ({
            ...INK,
            x,
            y: belowKey + 18 + line * LEADING,
            text: words,
          }),
        ),
        ...labels,
        ...yearLabels(plot, left, wide ? right : width),
        ...noteLabels,
      ].map((label) => drawLabel(theme, label)),
    ],
  };
}

/** What the chart shows, in sentences: line by line, then what is missing. */
function describe(data: TrendsData, lang: Lang): string {
  const t = translator(lang);
  const several = data.parts.length > 1;
  const sentences = data.lines.map(({ name, kind }, line) => {
    const parts = data.parts.flatMap((part) => {
      const points = part.lines.find((own) => own.line === line)?.points ?? [];
      if (points.length === 0) return [];
      const years = points.map((point) => inFull(point, lang)).join('; ');
      return [several ? `${part.name[lang]}, ${years}` : years];
    });
    const median = kind === 'median' ? 'median ' : '';
    if (parts.length > 0) return `${name[lang]}: ${median}${parts.join('; ')}.`;
    return kind === 'median'
      ? t({
          id: `${name.id}: tanpa median, karena kurang dari tiga angka satu deret dan satu tahun.`,
          en: `${name.en}: no median, for want of three figures of one series and year.`,
        })
      : `${name[lang]}: ${MISSING.not_found[lang]}.`;
  });
  const thresholds = data.parts.flatMap(({ name, threshold }) =>
    threshold
      ? [
          `${t({ id: 'Ambang', en: 'Threshold' })} ${threshold.label[lang]}${several ? ` (${name[lang]})` : ''}.`,
        ]
      : [],
  );
  return [
    `${data.indicator[lang]}.`,
    ...sentences,
    ...thresholds,
    several &&
      t({ id: 'Deret yang berbeda tidak dibandingkan.', en: 'Different series are not compared.' }),
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * An indicator over the years for several areas or groups: each with its own colour, dash and mark,
 * and its name at the end of its line or, on a phone, above the chart. Figures are joined only from
 * one year to the next within a series. Throws for more than {@link MAX_LINES} lines.
 */
export const trends: Chart<TrendsData> = (data, options) => {
  if (data.lines.length > MAX_LINES) throw new Error(`${data.lines.length} lines are too many`);
  const set = settings(options);
  const { height, children } =
    data.parts.length === 0 ? drawEmpty(set, SOFT) : drawTrends(data, set);
  const names = data.lines.map(({ name }) => name[set.lang]).join(', ');
  return frame(
    set,
    {
      kind: 'trends',
      height: Math.ceil(height),
      title: translator(set.lang)({
        id: `${data.indicator.id} dari tahun ke tahun: ${names}`,
        en: `${data.indicator.en} over the years: ${names}`,
      }),
      description: describe(data, set.lang),
    },
    children,
  );
};
