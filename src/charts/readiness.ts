import type { Decimal, Text } from '../dataset/table-schema.ts';
import type { Verdict } from '../derive/readiness.ts';
import { formatDecimal } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING, VERDICT } from '../i18n/terms.ts';
import { drawLabel, type Label, labelWidth } from './boxes.ts';
import { type Chart, frame, settings } from './chart.ts';
import { breakLines, leading, lineWidth, type Type } from './lines.ts';
import type { Ink, Theme } from './palette.ts';
import { el, type Markup, paint, text } from './svg.ts';

export interface ReadinessFigure {
  /** The number on the scale, or the index of the step; `null` where it has no place on it. */
  readonly at: number | null;
  readonly value: Decimal | null;
  readonly category: Text | null;
  readonly year: number;
}

export interface ReadinessRow {
  readonly code: string;
  readonly name: Text;
  readonly verdict: Verdict;
  /** `null`: a criterion without a scale, such as one that everyone checks for themselves. */
  readonly scale:
    | { readonly kind: 'numbers'; readonly min: number; readonly max: number }
    | { readonly kind: 'steps'; readonly steps: readonly Text[] }
    | null;
  /** `at`: the number, or the first step that meets it. `label`: "≥ 75", "WTP pada dua tahun …". */
  readonly threshold: { readonly at: number | null; readonly label: Text } | null;
  /** What the verdict rests on, newest first. */
  readonly figures: readonly ReadinessFigure[];
  /** Years the verdict would need too, of which no figure was found. */
  readonly absent: readonly number[];
  /** Other thresholds in print, as text. */
  readonly alsoPrinted: readonly Text[];
}

/** A region against the criteria of the programme. */
export interface ReadinessData {
  readonly area: string;
  readonly rows: readonly ReadinessRow[];
}

const WIDE = 560;
const NAME: Type = { size: 13, bold: true };
const VALUE: Type = { size: 12, bold: true };
const THRESHOLD: Type = { size: 12, ink: 'threshold' };
const MARK = 24;
/** Half the height of a scale, and how far a threshold stands out of it. */
const TRACK = 5;
const TICK = 5;
const ROW_GAP = 14;

/** Marks that differ in shape, not in colour alone: they have to survive a copying machine. */
function markOf(theme: Theme, verdict: Verdict, x: number, y: number): Markup {
  const r = 7;
  const circle = (look: Parameters<typeof paint>[1], radius = r) =>
    el('circle', { ...paint(theme, look), cx: x, cy: y, r: radius });
  if (verdict === 'met') return circle({ fill: 'region', stroke: 'region', strokeWidth: 1.5 });
  if (verdict === 'not_met') {
    return el('g', {}, [
      circle({ fill: 'paper', stroke: 'ink', strokeWidth: 1.75 }),
      el('line', {
        ...paint(theme, { stroke: 'ink', strokeWidth: 2.25 }),
        x1: x - r,
        x2: x + r,
        y1: y,
        y2: y,
      }),
    ]);
  }
  if (verdict === 'unknown') {
    return circle({ fill: 'none', stroke: 'ink-soft', strokeWidth: 1.5, dash: '2.5 3' });
  }
  if (verdict === 'too_old')
    return circle({ fill: 'none', stroke: 'line-strong', strokeWidth: 1.75 });
  return el('g', {}, [
    drawLabel(theme, { size: 16, bold: true, anchor: 'middle', x, y: y + 5.5, text: '?' }),
  ]);
}

function printed({ value, category }: ReadinessFigure, row: ReadinessRow, lang: Lang): string {
  const number = value === null ? null : formatDecimal(value, lang);
  return row.scale?.kind === 'steps'
    ? (category?.[lang] ?? number ?? '')
    : (number ?? category?.[lang] ?? '');
}

function figureWords(row: ReadinessRow, lang: Lang): string {
  return [
    ...row.figures.map((figure) => `${printed(figure, row, lang)} (${figure.year})`),
    ...row.absent.map((year) => `${year} ${MISSING.not_found[lang]}`),
  ].join(', ');
}

/** Share of the scale at which something stands: the end of a bar, or the foot of a step. */
function shareOf(row: ReadinessRow, at: number, end: boolean): number {
  const { scale } = row;
  if (!scale) return 0;
  if (scale.kind === 'steps') return (at + (end ? 1 : 0)) / Math.max(1, scale.steps.length);
  const share = (at - scale.min) / (scale.max - scale.min);
  return Math.max(0, Math.min(1, share));
}

interface Drawn {
  readonly height: number;
  readonly draw: (top: number) => readonly (Markup | null | undefined | false)[];
}

/** A text kept within a column, as near to a place as can be. */
function near(x: number, from: number, to: number, label: Omit<Label, 'x' | 'y'>) {
  const w = labelWidth(label);
  return Math.max(from, Math.min(x - w / 2, to - w));
}

/**
 * The scale of a row: the figure above it, the threshold below it, so that no line meets a number.
 */
function track(row: ReadinessRow, from: number, to: number, lang: Lang, theme: Theme): Drawn {
  const t = translator(lang);
  const { scale, threshold } = row;
  const width = to - from;
  const placed = row.figures.filter((figure) => figure.at !== null);
  const [latest] = placed;
  const old = row.verdict === 'too_old';
  const lines: Label[] = [];
  const words = figureWords(row, lang);
  const figureType: Type = { ...VALUE, ink: old ? 'ink-soft' : 'ink' };
  const end = latest?.at == null ? 0 : Math.max(1.5, shareOf(row, latest.at, true) * width);
  let y = 0;
  if (words !== '') {
    for (const line of breakLines(words, width, figureType)) {
      y += leading(figureType);
      const label = { ...figureType, text: line };
      lines.push({ ...label, x: near(from + end, from, to, label), y: y - 4 });
    }
  }
  if (!scale)
    return { height: y, draw: (top) => lines.map((label) => drawLabel(theme, label, top)) };
  const middle = y + TICK + TRACK;
  let bottom = middle + TRACK + TICK;
  const at = threshold?.at == null ? null : from + shareOf(row, threshold.at, false) * width;
  if (threshold) {
    const limit = `${t({ id: 'ambang', en: 'threshold' })} ${threshold.label[lang]}`;
    for (const line of breakLines(limit, width, THRESHOLD)) {
      const label = { ...THRESHOLD, text: line };
      lines.push({ ...label, x: near(at ?? from, from, to, label), y: bottom + 10 });
      bottom += leading(THRESHOLD);
    }
  }
  const cells = scale.kind === 'steps' ? scale.steps.length : 0;
  return {
    height: bottom,
    draw: (top) => {
      const cy = top + middle;
      return [
        el('rect', {
          ...paint(
            theme,
            latest
              ? { fill: 'tint', stroke: 'line-strong', strokeWidth: 0.75 }
              : { fill: 'none', stroke: 'line-strong', dash: '3 3' },
          ),
          x: from,
          y: cy - TRACK,
          width,
          height: 2 * TRACK,
        }),
        latest &&
          el(
            'rect',
            {
              ...paint(
                theme,
                old
                  ? { fill: 'paper', stroke: 'line-strong', strokeWidth: 1.25 }
                  : { fill: 'region' },
              ),
              x: from,
              y: cy - TRACK,
              width: end,
              height: 2 * TRACK,
            },
            [el('title', {}, [text(words)])],
          ),
        ...Array.from({ length: Math.max(0, cells - 1) }, (_, i) =>
          el('line', {
            ...paint(theme, { stroke: latest && !old ? 'paper' : 'line-strong', strokeWidth: 1 }),
            x1: from + ((i + 1) / cells) * width,
            x2: from + ((i + 1) / cells) * width,
            y1: cy - TRACK,
            y2: cy + TRACK,
          }),
        ),
        ...(at === null
          ? []
          : (['paper', 'threshold'] as const).map((ink) =>
              el('line', {
                ...paint(theme, { stroke: ink, strokeWidth: ink === 'paper' ? 4.5 : 2 }),
                x1: at,
                x2: at,
                y1: cy - TRACK - TICK + 1,
                y2: cy + TRACK + TICK - 1,
              }),
            )),
        ...lines.map((label) => drawLabel(theme, label, top)),
      ];
    },
  };
}

function block(
  lines: readonly string[],
  x: number,
  type: Type,
): { labels: Label[]; height: number } {
  const step = leading(type);
  return {
    labels: lines.map((line, i) => ({ ...type, x, y: 13 + i * step, text: line })),
    height: lines.length * step,
  };
}

const VERDICT_INK: Readonly<Record<Verdict, Ink>> = {
  met: 'region',
  not_met: 'ink',
  unknown: 'ink-soft',
  too_old: 'ink-soft',
  to_check: 'ink',
};

function drawRow(row: ReadinessRow, lang: Lang, theme: Theme, width: number): Drawn {
  const word = VERDICT[row.verdict][lang];
  const verdictType: Type = {
    size: 12,
    bold: row.verdict === 'met' || row.verdict === 'not_met',
    ink: VERDICT_INK[row.verdict],
  };
  if (width >= WIDE) {
    const verdictWidth = Math.max(
      ...Object.values(VERDICT).map((each) =>
        lineWidth(each[lang], { ...verdictType, bold: true }),
      ),
    );
    const nameTo = Math.round(width * 0.36);
    const name = block(breakLines(row.name[lang], nameTo - MARK - 12, NAME), MARK, NAME);
    const verdictFrom = width - verdictWidth - 2;
    const scale = track(row, nameTo, verdictFrom - 20, lang, theme);
    const height = Math.max(name.height, scale.height, 2 * 9);
    // Name, mark and verdict stand level with the scale.
    const lift = Math.max(0, (scale.height - name.height) / 2);
    return {
      height,
      draw: (top) => [
        markOf(theme, row.verdict, 9, top + lift + 9),
        ...name.labels.map((label) => drawLabel(theme, label, top + lift)),
        ...scale.draw(top + Math.max(0, (height - scale.height) / 2)),
        drawLabel(theme, {
          ...verdictType,
          x: verdictFrom,
          y: top + lift + 13,
          text: word,
        }),
      ],
    };
  }
  const wordWidth = lineWidth(word, verdictType);
  const beside = lineWidth(row.name[lang], NAME) <= width - MARK - wordWidth - 10;
  const name = block(
    breakLines(row.name[lang], beside ? width - MARK : width - MARK - 4, NAME),
    MARK,
    NAME,
  );
  const under = beside ? 0 : leading(verdictType);
  const scaleTop = name.height + under + 2;
  const scale = track(row, MARK, width - 2, lang, theme);
  return {
    height: scale.height > 0 ? scaleTop + scale.height : name.height + under,
    draw: (top) => [
      markOf(theme, row.verdict, 9, top + 9),
      ...name.labels.map((label) => drawLabel(theme, label, top)),
      drawLabel(
        theme,
        beside
          ? { ...verdictType, anchor: 'end', x: width - 1, y: top + 13, text: word }
          : { ...verdictType, x: MARK, y: top + name.height + 12, text: word },
      ),
      ...scale.draw(top + scaleTop),
    ],
  };
}

function sentence(row: ReadinessRow, lang: Lang): string {
  const t = translator(lang);
  const limit = row.threshold
    ? ` (${t({ id: 'ambang', en: 'threshold' })} ${row.threshold.label[lang]}${
        row.alsoPrinted.length > 0
          ? `; ${t({ id: 'juga tercetak', en: 'also in print' })} ${row.alsoPrinted.map((also) => also[lang]).join('; ')}`
          : ''
      })`
    : '';
  const words = figureWords(row, lang);
  return `${row.name[lang]}${limit}: ${VERDICT[row.verdict][lang]}${words === '' ? '' : `, ${words}`}.`;
}

/** How many criteria have each verdict, in words. There is no total: unknown cannot be weighed. */
function countWords(rows: readonly ReadinessRow[], lang: Lang): string {
  return (Object.keys(VERDICT) as Verdict[])
    .flatMap((verdict) => {
      const count = rows.filter((row) => row.verdict === verdict).length;
      return count > 0 ? [`${VERDICT[verdict][lang]}: ${count}`] : [];
    })
    .join('; ');
}

/** A region against each entry criterion: its figure on a scale with the threshold, and the verdict. */
export const readiness: Chart<ReadinessData> = (data, options) => {
  const set = settings(options);
  const { lang, theme, width } = set;
  const t = translator(lang);
  const rows = data.rows.map((row) => drawRow(row, lang, theme, width));
  let y = 2;
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
  return frame(
    set,
    {
      kind: 'readiness',
      height: Math.ceil(y - ROW_GAP + 6),
      title: t({ id: `${data.area} menurut kriteria`, en: `${data.area} against the criteria` }),
      description: [
        `${data.area}. ${countWords(data.rows, lang)}.`,
        ...data.rows.map((row) => sentence(row, lang)),
      ].join(' '),
    },
    body,
  );
};
