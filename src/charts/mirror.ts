import type { Decimal, Text } from '../dataset/table-schema.ts';
import { formatDecimal } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import type { MISSING } from '../i18n/terms.ts';
import { drawLabel, type Label, labelWidth, type Stroke } from './boxes.ts';
import { type Chart, frame, settings } from './chart.ts';
import { breakLines, leading, lineWidth, type Type } from './lines.ts';
import {
  BAR,
  extent,
  type Geometry,
  LABEL_STEP,
  LANE,
  layout,
  NAME,
  NAME_COLUMN,
  type Part,
  SMALL,
  share,
  showsSteps,
  stepStrokes,
  thresholdStrokes,
} from './mirror-geometry.ts';
import { medianTick, notes, pilotSide } from './mirror-pilots.ts';
import { regionSide } from './mirror-region.ts';
import { sentence, thresholdWords } from './mirror-words.ts';
import type { Ink, Theme } from './palette.ts';
import { el, type Markup, paint, round, toHalf } from './svg.ts';

/** A figure on the scale of its row. */
export interface MirrorFigure {
  /** The number on a scale; the step's index, from the worst, on ordered categories. */
  readonly at: number;
  /** As printed; `null` where only a category was. */
  readonly value: Decimal | null;
  readonly category: Text | null;
  readonly year: number;
}

export interface MirrorPilot extends MirrorFigure {
  readonly code: string;
  readonly name: string;
  /** The name without its level, where no other region shares it. */
  readonly short: string;
  /** Whether the pilot is a city mirrored in a city, or a regency in a regency. */
  readonly sameLevel: boolean;
}

/** A pilot that has a figure, but none that can stand on the row's scale. */
export interface MirrorAside {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly why: 'other_series' | 'other_kind';
  readonly series: Text;
  readonly value: Decimal | null;
  readonly category: Text | null;
  readonly year: number;
}

export interface MirrorRow {
  readonly indicator: string;
  /** Short name of the series the row compares in. */
  readonly name: Text;
  readonly scale:
    | { readonly kind: 'numbers'; readonly min: number; readonly max: number }
    /** Ordered categories from the worst to the best, in short. */
    | { readonly kind: 'steps'; readonly steps: readonly Text[] };
  /** `at` as in {@link MirrorFigure}: the first step that meets it; `null` where it has no place. */
  readonly threshold: { readonly at: number | null; readonly label: Text } | null;
  /** Whether a threshold was printed for another series of the indicator only. */
  readonly thresholdElsewhere: boolean;
  /** `null`: no figure of the region has been found. */
  readonly figure: MirrorFigure | null;
  readonly missing: keyof typeof MISSING;
  readonly pilots: readonly MirrorPilot[];
  readonly median: {
    readonly at: number;
    readonly value: Decimal;
    readonly year: number;
    readonly count: number;
  } | null;
  readonly asides: readonly MirrorAside[];
  /** Names of the pilots of whom no figure was found. */
  readonly without: readonly string[];
}

/** A region opposite the pilots, one row per indicator. */
export interface MirrorData {
  readonly area: string;
  /** The level of the area; pilots of the same are drawn stronger. */
  readonly level: 'province' | 'regency' | 'city';
  /** Who stands on the right, where that is not the pilots: the heading of their side. */
  readonly others?: { readonly heading: Text };
  readonly rows: readonly MirrorRow[];
}

const ROW_GAP = 10;

/** The empty scales of both sides, and the steps on them where the row has steps. */
function tracks(row: MirrorRow, g: Geometry): Part {
  const { theme, centre, plot, lang } = g;
  const steps = row.scale.kind === 'steps' ? row.scale.steps : [];
  const cell = plot / Math.max(1, steps.length);
  const type: Type = { ...SMALL, anchor: 'middle' };
  const labels = showsSteps(row, g)
    ? steps.flatMap((step, i) =>
        [-1, 1].map(
          (side): Label => ({
            ...type,
            x: centre + side * (i + 0.5) * cell,
            y: LANE + 11,
            text: step[lang],
          }),
        ),
      )
    : [];
  return {
    labels,
    draw: (dy) =>
      [-1, 1].map((side) => {
        const known = side === -1 ? row.figure !== null : row.pilots.length > 0;
        return known
          ? el('rect', {
              ...paint(theme, { fill: 'tint' }),
              x: side === -1 ? centre - plot : centre,
              y: dy - BAR,
              width: plot,
              height: 2 * BAR,
            })
          : el('rect', {
              ...paint(theme, { fill: 'none', stroke: 'line-strong', dash: '3 3' }),
              x: side === -1 ? centre - plot : centre,
              y: dy - BAR,
              width: plot,
              height: 2 * BAR,
            });
      }),
  };
}

/** The steps within the bar, and of a side with dots; an empty place is left empty. */
function stepLines(row: MirrorRow, g: Geometry, dy: number) {
  const end = row.figure ? g.centre - share(row, row.figure.at, 'bar') * g.plot : g.centre;
  const strokes = [
    ...stepStrokes(row, -1, g).filter(({ x1 }) => x1 > end + 1),
    ...(row.pilots.length > 0 ? stepStrokes(row, 1, g) : []),
  ];
  return (
    strokes.length > 0 &&
    el('path', {
      ...paint(g.theme, { fill: 'none', stroke: 'paper', strokeWidth: 1.5 }),
      d: uprights(strokes, dy),
    })
  );
}

/** Upright strokes as one path, which takes far fewer signs than so many lines. */
function uprights(strokes: readonly Stroke[], dy: number): string {
  return strokes
    .map(({ x1, y1, y2 }) => `M${toHalf(x1)} ${round(dy + y1)}v${round(y2 - y1)}`)
    .join('');
}

/** The name of a row with its threshold and scale: beside it, or in the corner above it. */
function rowName(row: MirrorRow, g: Geometry, top: number): readonly Label[] {
  const { lang, wide, centre } = g;
  const t = translator(lang);
  const { scale } = row;
  const words = thresholdWords(row, lang);
  const range =
    scale.kind === 'numbers'
      ? t({
          id: `skala ${formatDecimal(String(scale.min), 'id')}–${formatDecimal(String(scale.max), 'id')}`,
          en: `scale ${formatDecimal(String(scale.min), 'en')}–${formatDecimal(String(scale.max), 'en')}`,
        })
      : t({ id: `${scale.steps.length} tingkat`, en: `${scale.steps.length} steps` });
  const thresholdType: Type = { ...SMALL, ink: row.threshold ? 'threshold' : 'ink-soft' };
  if (wide) {
    const names = breakLines(row.name[lang], NAME_COLUMN - 8, NAME);
    const first = -6 - (names.length - 1) * leading(NAME);
    return [
      ...names.map(
        (line, i): Label => ({ ...NAME, x: 0, y: first + i * leading(NAME), text: line }),
      ),
      ...breakLines(words, NAME_COLUMN - 8, thresholdType).map(
        (line, i): Label => ({ ...thresholdType, x: 0, y: 9 + i * LABEL_STEP, text: line }),
      ),
      {
        ...SMALL,
        x: 0,
        y: 9 + LABEL_STEP * breakLines(words, NAME_COLUMN - 8, thresholdType).length,
        text: range,
      },
    ];
  }
  const room = centre - 6;
  const tail = { ...SMALL, text: `· ${range}` };
  const words2 = breakLines(words, room, thresholdType);
  const fitting = labelWidth({ ...thresholdType, text: words2.at(-1) ?? '', tail }) <= room;
  const lines: Omit<Label, 'y'>[] = [
    ...breakLines(row.name[lang], room, NAME).map((line) => ({ ...NAME, x: 0, text: line })),
    ...words2.map((line, i) => ({
      ...thresholdType,
      x: 0,
      text: line,
      tail: fitting && i === words2.length - 1 ? tail : undefined,
    })),
    ...(fitting ? [] : [{ ...SMALL, x: 0, text: range }]),
  ];
  return lines.map((label, i) => ({ ...label, y: top - (lines.length - 1 - i) * 14 - 6 }));
}

interface DrawnRow {
  readonly height: number;
  readonly draw: (top: number) => readonly (Markup | null | undefined | false)[];
}

function drawRow(row: MirrorRow, g: Geometry): DrawnRow {
  const track = tracks(row, g);
  const region = regionSide(row, g);
  const pilots = pilotSide(row, g);
  const note = notes(row, g, extent([...track.labels, ...pilots.labels]).bottom);
  const leftTop = extent(region.labels).top;
  const name = rowName(row, g, leftTop);
  const labels = [...track.labels, ...region.labels, ...pilots.labels, ...note.labels, ...name];
  const { top, bottom } = extent(labels);
  const above = Math.floor(top);
  const thresholds = thresholdStrokes(row, g);
  const { theme } = g;
  return {
    // In whole pixels, so that the numbers of one row are those of the next.
    height: Math.ceil(bottom) - above,
    draw: (y) => {
      const dy = y - above;
      return [
        ...track.draw(dy),
        ...region.draw(dy),
        stepLines(row, g, dy),
        ...(thresholds.length > 0 ? (['paper', 'threshold'] as const) : []).map((ink) =>
          el('path', {
            ...paint(theme, {
              fill: 'none',
              stroke: ink,
              strokeWidth: ink === 'paper' ? 4 : 1.5,
            }),
            d: uprights(thresholds, dy),
          }),
        ),
        medianTick(row, g, dy),
        ...pilots.draw(dy),
        ...note.draw(dy),
        ...labels.map((label) => drawLabel(theme, label, dy)),
      ];
    },
  };
}

/** Room of an arrow beside a name. */
const ARROW = 18;

/** An arrow away from the centre line; drawn, because not every font has one. */
function arrow(theme: Theme, ink: Ink, x: number, side: -1 | 1, y: number): Markup {
  const tip = x + side * 12;
  return el('path', {
    ...paint(theme, { fill: 'none', stroke: ink, strokeWidth: 2 }),
    d: `M${x} ${y}H${tip}M${tip - side * 4.5} ${y - 4.5}L${tip} ${y}L${tip - side * 4.5} ${y + 4.5}`,
  });
}

/** The two sides by name, and what filled and hollow dots are. */
function header(data: MirrorData, g: Geometry): DrawnRow {
  const { lang, theme, centre, width } = g;
  const type: Type = { ...NAME, size: g.wide ? 13 : 12 };
  const t = translator(lang);
  const left = breakLines(data.area, centre - 8 - ARROW, type);
  const right = breakLines(
    t(data.others?.heading ?? { id: 'Percontohan', en: 'Pilots' }),
    width - centre - 8 - ARROW,
    type,
  );
  const both = new Set(data.rows.flatMap((row) => row.pilots.map((pilot) => pilot.sameLevel)));
  const levels = data.level === 'city' ? ['kota', 'kabupaten'] : ['kabupaten', 'kota'];
  const english = data.level === 'city' ? ['cities', 'regencies'] : ['regencies', 'cities'];
  // Provinces are mirrored in provinces alone: there is nothing to tell apart.
  const keys =
    data.level === 'province'
      ? []
      : [true, false].flatMap((same, i) =>
          both.has(same) ? [{ same, text: (lang === 'id' ? levels : english)[i] ?? '' }] : [],
        );
  const keyWidths = keys.map((key) => 14 + lineWidth(key.text, SMALL) + 8);
  const inOne = keyWidths.reduce((sum, w) => sum + w, 0) <= width - centre - 4;
  const top = 2 + right.length * leading(type);
  let x = centre + 8;
  const placed = keys.map((key, i) => {
    const at = { ...key, x: inOne ? x : centre + 8, y: top + 10 + (inOne ? 0 : i * 14) };
    x += keyWidths[i] ?? 0;
    return at;
  });
  const keyHeight = keys.length === 0 ? 0 : inOne ? 16 : 14 * keys.length + 2;
  const height = Math.max(2 + left.length * leading(type), top + keyHeight);
  return {
    height,
    draw: (y) => [
      arrow(theme, 'region', centre - 8, -1, y + 9.5),
      arrow(theme, 'pilot', centre + 8, 1, y + 9.5),
      ...left.map((line, i) =>
        drawLabel(theme, {
          ...type,
          ink: 'region',
          anchor: 'end',
          x: centre - 8 - (i === 0 ? ARROW : 0),
          y: y + 14 + i * leading(type),
          text: line,
        }),
      ),
      ...right.map((line, i) =>
        drawLabel(theme, {
          ...type,
          ink: 'pilot',
          x: centre + 8 + (i === 0 ? ARROW : 0),
          y: y + 14 + i * leading(type),
          text: line,
        }),
      ),
      ...placed.flatMap((key) => [
        el('circle', {
          ...paint(
            theme,
            key.same ? { fill: 'pilot' } : { fill: 'paper', stroke: 'pilot', strokeWidth: 1.75 },
          ),
          cx: key.x + 5,
          cy: y + key.y,
          r: key.same ? 5 : 4.25,
        }),
        drawLabel(theme, { ...SMALL, x: key.x + 14, y: y + key.y + 4, text: key.text }),
      ]),
    ],
  };
}

function titleOf({ area, others }: MirrorData, lang: Lang): string {
  return translator(lang)(
    others
      ? {
          id: `Cermin: ${area} dan ${others.heading.id}`,
          en: `Mirror: ${area} and ${others.heading.en}`,
        }
      : {
          id: `Cermin: ${area} dan daerah percontohan`,
          en: `Mirror: ${area} and the pilot regions`,
        },
  );
}

/**
 * The mirror: a region's figures as bars to the left of a centre line, the pilots' as dots to the
 * right, on one scale per row. Bars have to begin at the foot of their scale, because their length
 * is what the eye compares; so do the dots opposite, or the mirror would be crooked. Dots that lie
 * close for it are told apart by their labels.
 */
export const mirror: Chart<MirrorData> = ({ rows: given, ...sides }, options) => {
  // A median belongs to dots: without any it would stand in an empty place.
  const data: MirrorData = {
    ...sides,
    rows: given.map((row) => (row.pilots.length > 0 ? row : { ...row, median: null })),
  };
  const set = settings(options);
  const { lang, theme, width } = set;
  const g = layout(data, lang, theme, width);
  const head = header(data, g);
  const rows = data.rows.map((row) => drawRow(row, g));
  let y = head.height + 10;
  const body = rows.flatMap((row, i) => {
    const rule =
      i > 0 &&
      el('line', {
        ...paint(theme, { stroke: 'line', strokeWidth: 1 }),
        x1: 0,
        x2: width,
        y1: y - ROW_GAP / 2,
        y2: y - ROW_GAP / 2,
      });
    const drawn = row.draw(y);
    y += row.height + ROW_GAP;
    return [rule, ...drawn];
  });
  const height = Math.ceil(y - ROW_GAP + 4);
  const axis = el('line', {
    ...paint(theme, { stroke: 'ink', strokeWidth: 1.5 }),
    x1: g.centre,
    x2: g.centre,
    y1: 0,
    y2: height,
  });
  return frame(
    set,
    {
      kind: 'mirror',
      height,
      title: titleOf(data, lang),
      description: data.rows
        .map((row) => sentence(row, data.area, lang, data.others === undefined))
        .join(' '),
    },
    [...head.draw(0), ...body, axis],
  );
};
