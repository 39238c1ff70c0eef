import { cumsum } from 'd3';
import type { Lang, Text } from '../dataset/table-schema.ts';
import { formatInteger, formatList } from '../i18n/format.ts';
import { translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import { breakLines, leading, lineWidth, type Type, write, writeBlock } from './lines.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint, round } from './svg.ts';

/**
 * What is known of one indicator in one year: a final figure; only a figure that is told but not
 * computed with (interim, doubtful, of a stated run); nothing, for one of two reasons.
 */
export type CellState = 'final' | 'told' | 'not_found' | 'not_yet_formed';

interface CoverageRow<Cell> {
  readonly indicator: Text;
  /** First years of new series: nothing is compared across them. */
  readonly breaks: readonly number[];
  /** One for every year. */
  readonly cells: readonly Cell[];
}

/** What the site knows of one region, by indicator and year. */
export interface RegionCoverageData {
  readonly area: string;
  /** Consecutive years, oldest first. */
  readonly years: readonly number[];
  readonly rows: readonly CoverageRow<CellState>[];
}

/** Of how many areas the site knows a final figure, by indicator and year. */
export interface NationCoverageData {
  readonly areas: Text;
  readonly total: number;
  readonly years: readonly number[];
  readonly rows: readonly CoverageRow<number>[];
}

const LABEL: Type = { size: 12 };
const SOFT: Type = { ink: 'ink-soft', size: 12 };
const YEAR: Type = { ink: 'ink-soft', size: 11.5 };
const MARK = 4;

const WORDS: Readonly<Record<CellState, Text>> = {
  final: { id: 'angka akhir', en: 'final figure' },
  told: {
    id: 'hanya sementara, diragukan, atau disebut tanpa angka tahunan',
    en: 'only interim, doubtful or told without yearly figures',
  },
  not_found: MISSING.not_found,
  not_yet_formed: MISSING.not_yet_formed,
};

const STATES: readonly CellState[] = ['final', 'told', 'not_found', 'not_yet_formed'];

function mark(theme: Theme, state: CellState, cx: number, cy: number): Markup {
  switch (state) {
    case 'final':
      return el('circle', { ...paint(theme, { fill: 'region' }), cx, cy, r: MARK });
    case 'told':
      return el('circle', {
        ...paint(theme, { fill: 'paper', stroke: 'region', strokeWidth: 1.5 }),
        cx,
        cy,
        r: MARK - 0.75,
      });
    case 'not_found':
      return el('circle', { ...paint(theme, { fill: 'line-strong' }), cx, cy, r: 1 });
    default:
      return el('path', {
        ...paint(theme, { fill: 'none', stroke: 'line-strong' }),
        d: `M${round(cx - 3)} ${round(cy)}h6`,
      });
  }
}

/** How the two states that are most frequent by far are dotted: the ink and how wide. */
const DOTS = {
  final: { ink: 'region', size: 2 * MARK },
  not_found: { ink: 'line-strong', size: 2 },
} as const;

/**
 * The marks of one state in all rows as a single path of round dots, `step` apart where they are
 * neighbours: a region with everything known has more than a hundred of them.
 */
function dots(
  theme: Theme,
  state: keyof typeof DOTS,
  rows: readonly (readonly CellState[])[],
  { left, step, middles }: { left: number; step: number; middles: readonly number[] },
): Markup | null {
  const d = rows.flatMap((cells, row) => {
    let last: number | null = null;
    return cells.flatMap((cell, i) => {
      if (cell !== state) return [];
      const move =
        last === null
          ? `M${round(left + (i + 0.5) * step)} ${round(middles[row] ?? 0)}`
          : `m${round((i - last) * step)} 0`;
      last = i;
      return [`${move}h0`];
    });
  });
  const { ink, size } = DOTS[state];
  return d.length === 0
    ? null
    : el('path', {
        ...paint(theme, { fill: 'none', stroke: ink, strokeWidth: size }),
        'stroke-linecap': 'round',
        d: d.join(''),
      });
}

/** A word or two beside the mark they explain. */
interface KeyItem {
  readonly words: string;
  /** The width of the mark, and its height where that is more than a line's. */
  readonly size: number;
  readonly height?: number;
  draw(x: number, middle: number): Markup;
}

/** Sets the key out on as many lines as it takes, each as high as its highest mark. */
function drawKey({ theme, width }: Settings, items: readonly KeyItem[], top: number) {
  const set: { item: KeyItem; x: number; line: number; texts: readonly string[] }[] = [];
  const heights: number[] = [];
  let [x, line] = [0, 0];
  for (const item of items) {
    const indent = item.size + 6;
    const texts = breakLines(item.words, width - indent, SOFT);
    const needed = indent + Math.max(0, ...texts.map((words) => lineWidth(words, SOFT)));
    if (x > 0 && x + needed > width) {
      x = 0;
      line += 1;
    }
    set.push({ item, x, line, texts });
    const height = Math.max(texts.length * leading(SOFT) + 3, (item.height ?? 0) + 5);
    heights[line] = Math.max(heights[line] ?? 0, height);
    x += needed + 14;
  }
  const tops = [0, ...cumsum(heights)];
  const markup = set.flatMap(({ item, x: left, line: of, texts }) => {
    const middle = top + (tops[of] ?? 0) + (heights[of] ?? 0) / 2;
    const first = middle + 4 - ((texts.length - 1) * leading(SOFT)) / 2;
    return [
      item.draw(left + item.size / 2, middle),
      ...texts.map((words, i) =>
        write(theme, left + item.size + 6, first + i * leading(SOFT), words, SOFT),
      ),
    ];
  });
  return { markup, bottom: top + (tops.at(-1) ?? 0) + 2 };
}

function breakKey(theme: Theme, lang: Lang, upright: boolean): KeyItem {
  const d = (x: number, y: number) =>
    upright ? `M${round(x)} ${round(y - 6)}v12` : `M${round(x - 6)} ${round(y)}h12`;
  return {
    words: translator(lang)({
      id: 'ganti deret: tidak dibandingkan',
      en: 'new series: not compared across',
    }),
    size: upright ? 4 : 12,
    draw: (x, y) =>
      el('path', {
        ...paint(theme, { fill: 'none', stroke: 'ink-soft', strokeWidth: 1.5 }),
        d: d(x, y),
      }),
  };
}

/** Years that can be written over their columns without touching, the newest first of all. */
function labelledYears(years: readonly number[], cell: number): ReadonlySet<number> {
  const label = lineWidth('2000', YEAR);
  // The last label moves left of its column where that is narrower than the label.
  const moved = Math.max(0, (label - cell) / 2);
  const step = Math.max(1, Math.ceil((label + 4 + moved) / cell));
  const last = years.at(-1) ?? 0;
  return new Set(years.filter((year) => (last - year) % step === 0));
}

/** Breaks that fall between two of the columns. */
function innerBreaks(breaks: readonly number[], years: readonly number[]): readonly number[] {
  return breaks.flatMap((year) => {
    const i = years.indexOf(year);
    return i > 0 ? [i] : [];
  });
}

/** Which years and indicators the site knows of a region. */
export const coverageRegion: Chart<RegionCoverageData> = (data, options) => {
  const set = settings(options);
  const { lang, width, theme } = set;
  const t = translator(lang);
  const { years, rows } = data;
  const cells = rows.flatMap((row) => row.cells);
  const count = (state: CellState) => cells.filter((cell) => cell === state).length;
  const parts: (Markup | null)[] = [];
  let y = 0;

  if (years.length > 0) {
    const labels = Math.min(
      width * 0.4,
      Math.max(0, ...rows.map(({ indicator }) => lineWidth(indicator[lang], LABEL))),
    );
    const left = Math.ceil(labels) + 8;
    // To tenths, so that steps from dot to dot add up.
    const cell = Math.min(44, Math.floor((10 * (width - left)) / years.length) / 10);
    const centre = (i: number) => left + (i + 0.5) * cell;
    const shown = labelledYears(years, cell);
    const half = lineWidth('2000', YEAR) / 2;
    years.forEach((year, i) => {
      if (!shown.has(year)) return;
      const x = Math.min(centre(i), width - half);
      parts.push(write(theme, x, 11, String(year), { ...YEAR, anchor: 'middle' }));
    });
    y = 18;
    const middles: number[] = [];
    for (const row of rows) {
      const name = writeBlock(theme, 0, y + 3, labels, row.indicator[lang], LABEL);
      const height = Math.max(22, name.height + 6);
      const middle = y + height / 2;
      parts.push(
        ...name.markup,
        el('line', {
          ...paint(theme, { stroke: 'line' }),
          x1: 0,
          y1: y + height,
          x2: left + cell * years.length,
          y2: y + height,
        }),
        ...row.cells.flatMap((state, i) =>
          state in DOTS ? [] : [mark(theme, state, centre(i), middle)],
        ),
        ...innerBreaks(row.breaks, years).map((i) =>
          el('path', {
            ...paint(theme, { fill: 'none', stroke: 'ink-soft', strokeWidth: 1.5 }),
            d: `M${round(left + i * cell)} ${round(y + 3)}v${round(height - 6)}`,
          }),
        ),
      );
      middles.push(middle);
      y += height;
    }
    for (const state of ['final', 'not_found'] as const) {
      parts.push(
        dots(
          theme,
          state,
          rows.map(({ cells: own }) => own),
          { left, step: cell, middles },
        ),
      );
    }
    y += 6;
    const items = STATES.filter((state) => count(state) > 0).map(
      (state): KeyItem => ({
        words: `${WORDS[state][lang]}: ${formatInteger(count(state), lang)}`,
        size: 9,
        draw: (x, middle) => mark(theme, state, x, middle),
      }),
    );
    const broken = rows.some(({ breaks }) => innerBreaks(breaks, years).length > 0);
    const key = drawKey(set, broken ? [...items, breakKey(theme, lang, true)] : items, y);
    parts.push(...key.markup);
    y = key.bottom;
  } else {
    const words = t({
      id: `Angka ${data.area}: ${MISSING.not_found.id}`,
      en: `Figures of ${data.area}: ${MISSING.not_found.en}`,
    });
    const block = writeBlock(theme, 10, 8, width - 20, words, { ...SOFT, size: 12 });
    parts.push(
      el('rect', {
        ...paint(theme, { fill: 'none', stroke: 'line-strong', dash: '3 3' }),
        x: 0.5,
        y: 0.5,
        width: width - 1,
        height: block.height + 15,
      }),
      ...block.markup,
    );
    y = block.height + 18;
  }

  const known = rows
    .flatMap(({ indicator, cells: own }) => {
      const finals = own.filter((state) => state === 'final').length;
      return finals > 0 ? [`${indicator[lang]} ${formatInteger(finals, lang)}`] : [];
    })
    .join('; ');
  const none = rows
    .filter(({ cells: own }) => !own.includes('final'))
    .map(({ indicator }) => indicator[lang]);
  const [first, last] = [years[0], years.at(-1)];
  const n = (state: CellState) => formatInteger(count(state), lang);
  const description =
    first === undefined
      ? t({
          id: `Belum ditemukan angka ${data.area} untuk ukuran mana pun.`,
          en: `No figure of ${data.area} has been found yet for any measure.`,
        })
      : [
          t({
            id: `${data.area}, ${first}–${last}: angka akhir untuk ${n('final')} dari ${cells.length} pasangan ukuran dan tahun; ${n('told')} hanya disebut; ${n('not_found')} belum ditemukan.`,
            en: `${data.area}, ${first}–${last}: final figures for ${n('final')} of ${cells.length} pairs of measure and year; ${n('told')} only told; ${n('not_found')} not found yet.`,
          }),
          known && t({ id: `Jumlah tahun: ${known}.`, en: `Years known: ${known}.` }),
          none.length > 0 &&
            t({
              id: `Angka akhir ${formatList(none, 'id')} belum ditemukan.`,
              en: `No final figure of ${formatList(none, 'en')} has been found yet.`,
            }),
        ]
          .filter(Boolean)
          .join(' ');
  return frame(
    set,
    {
      kind: 'coverage',
      height: Math.ceil(y),
      title: t({
        id: `Tahun dan ukuran yang kami temukan untuk ${data.area}`,
        en: `Years and measures found for ${data.area}`,
      }),
      description,
    },
    parts,
  );
};

/** The narrowest cell in which a number of three digits can stand under its square. */
const NUMBER_CELL = 26;
const NUMBER: Type = { size: 11.5 };

/** A square whose area is a share of the full one; nothing found is a tiny dot. */
function square(theme: Theme, share: number, full: number, cx: number, cy: number): Markup {
  if (share === 0) return mark(theme, 'not_found', cx, cy);
  const side = Math.max(1.5, full * Math.sqrt(share));
  return el('rect', {
    ...paint(theme, { fill: 'region' }),
    x: cx - side / 2,
    y: cy - side / 2,
    width: side,
    height: side,
  });
}

/** Of how many areas the site knows a figure: the area of a square, and the number under it. */
export const coverageNation: Chart<NationCoverageData> = (data, options) => {
  const set = settings(options);
  const { lang, width, theme } = set;
  const t = translator(lang);
  const { years, rows, total } = data;
  const labels = Math.max(0, ...rows.map(({ indicator }) => lineWidth(indicator[lang], LABEL)));
  const left = Math.ceil(labels) + 10;
  const across = (width - left) / Math.max(1, years.length) >= NUMBER_CELL;
  const drawn = (across ? nationAcross : nationDown)(set, data, left);
  const parts = [...drawn.markup];
  const n = (value: number) => formatInteger(value, lang);
  const full = drawn.full;
  const isBroken = rows.some(({ breaks }) => innerBreaks(breaks, years).length > 0);
  const items: KeyItem[] = [
    {
      words: t({
        id: `kotak penuh: ${n(total)} ${data.areas.id}`,
        en: `full square: ${n(total)} ${data.areas.en}`,
      }),
      size: full,
      height: full,
      draw: (x, y) =>
        el('rect', {
          ...paint(theme, { fill: 'none', stroke: 'region' }),
          x: x - full / 2 + 0.5,
          y: y - full / 2 + 0.5,
          width: full - 1,
          height: full - 1,
        }),
    },
    {
      words: MISSING.not_found[lang],
      size: 6,
      draw: (x, y) => mark(theme, 'not_found', x, y),
    },
  ];
  const key = drawKey(
    set,
    isBroken ? [...items, breakKey(theme, lang, across)] : items,
    drawn.bottom + 6,
  );
  parts.push(...key.markup);

  const sentences = rows.map(({ indicator, cells }) => {
    const best = Math.max(0, ...cells);
    const at = years[cells.lastIndexOf(best)];
    const found = cells.filter((count) => count > 0).length;
    return best === 0
      ? `${indicator[lang]}: ${MISSING.not_found[lang]}.`
      : t({
          id: `${indicator.id}: ${n(found)} tahun, terbanyak ${n(best)} dari ${n(total)} (${at}).`,
          en: `${indicator.en}: ${n(found)} year${found === 1 ? '' : 's'}, at most ${n(best)} of ${n(total)} (${at}).`,
        });
  });
  return frame(
    set,
    {
      kind: 'coverage',
      height: Math.ceil(key.bottom),
      title: t({
        id: `Berapa dari ${n(total)} ${data.areas.id} yang angkanya kami temukan, menurut ukuran dan tahun`,
        en: `Of how many of ${n(total)} ${data.areas.en} we found a figure, by measure and year`,
      }),
      description: sentences.join(' '),
    },
    parts,
  );
};

type Placed = { markup: readonly Markup[]; bottom: number; full: number };

/** Years from left to right, an indicator a row. */
function nationAcross(
  { lang, width, theme }: Settings,
  { years, rows, total }: NationCoverageData,
  left: number,
): Placed {
  const cell = Math.min(56, (width - left) / Math.max(1, years.length));
  const full = Math.min(40, cell - 3);
  const centre = (i: number) => left + (i + 0.5) * cell;
  const shown = labelledYears(years, cell);
  const half = lineWidth('2000', YEAR) / 2;
  const markup = years.flatMap((year, i) =>
    shown.has(year)
      ? [
          write(theme, Math.min(centre(i), width - half), 11, String(year), {
            ...YEAR,
            anchor: 'middle',
          }),
        ]
      : [],
  );
  let y = 18;
  for (const { indicator, breaks, cells } of rows) {
    // A row is as high as its largest square, so that thin rows do not waste the page.
    const side = full * Math.sqrt(Math.max(0, ...cells) / total);
    const room = Math.max(14, side + 4);
    const height = room + 16;
    const middle = y + 2 + room / 2;
    markup.push(
      write(theme, 0, middle + 4, indicator[lang], LABEL),
      el('line', {
        ...paint(theme, { stroke: 'line' }),
        x1: 0,
        y1: y + height,
        x2: left + cell * years.length,
        y2: y + height,
      }),
      ...cells.flatMap((count, i) => [
        square(theme, count / total, full, centre(i), middle),
        ...(count > 0
          ? [
              write(theme, centre(i), y + room + 12, formatInteger(count, lang), {
                ...NUMBER,
                anchor: 'middle',
              }),
            ]
          : []),
      ]),
      ...innerBreaks(breaks, years).map((i) =>
        el('path', {
          ...paint(theme, { fill: 'none', stroke: 'ink-soft', strokeWidth: 1.5 }),
          d: `M${round(left + i * cell)} ${round(y + 3)}v${round(height - 6)}`,
        }),
      ),
    );
    y += height;
  }
  return { markup, bottom: y, full };
}

/** Years from the newest downwards, an indicator a column: where the chart is narrow. */
function nationDown(
  { lang, width, theme }: Settings,
  { years, rows, total }: NationCoverageData,
): Placed {
  const left = Math.ceil(lineWidth('2000', YEAR)) + 6;
  const cell = (width - left) / Math.max(1, rows.length);
  const full = Math.min(28, cell - 8);
  const centre = (i: number) => left + (i + 0.5) * cell;
  const markup: Markup[] = [];
  // Names wider than their column take turns on two lines, or as many as it takes.
  const names = rows.map(({ indicator }) => indicator[lang]);
  const ends: number[] = [];
  const lines = names.map((name, i) => {
    const half = lineWidth(name, YEAR) / 2;
    const at = Math.min(Math.max(centre(i), half), width - half);
    let line = 0;
    while ((ends[line] ?? 0) > at - half) line += 1;
    ends[line] = at + half + 4;
    return { name, at, line };
  });
  const depth = Math.max(1, ends.length);
  for (const { name, at, line } of lines) {
    markup.push(write(theme, at, 11 + line * 14, name, { ...YEAR, ink: 'ink', anchor: 'middle' }));
  }
  lines.forEach(({ line }, i) => {
    if (depth === 1) return;
    markup.push(
      el('path', {
        ...paint(theme, { fill: 'none', stroke: 'line-strong' }),
        d: `M${round(centre(i))} ${depth * 14 + 2}v${line === depth - 1 ? 3 : 4}`,
      }),
    );
  });
  const top = depth * 14 + 8;
  let y = top;
  const offsets: number[] = [];
  [...years.keys()].reverse().forEach((i) => {
    const most = Math.max(0, ...rows.map(({ cells }) => cells[i] ?? 0));
    const room = Math.max(8, full * Math.sqrt(most / total) + 3);
    const height = room + (most > 0 ? 16 : 8);
    const middle = y + 2 + room / 2;
    offsets[i] = y + height;
    markup.push(
      write(theme, 0, middle + 4, String(years[i]), YEAR),
      el('line', {
        ...paint(theme, { stroke: 'line' }),
        x1: 0,
        y1: y + height,
        x2: width,
        y2: y + height,
      }),
    );
    rows.forEach(({ cells }, column) => {
      const count = cells[i] ?? 0;
      markup.push(square(theme, count / total, full, centre(column), middle));
      if (count > 0) {
        markup.push(
          write(theme, centre(column), y + room + 12, formatInteger(count, lang), {
            ...NUMBER,
            anchor: 'middle',
          }),
        );
      }
    });
    y += height;
  });
  rows.forEach(({ breaks }, column) => {
    for (const i of innerBreaks(breaks, years)) {
      markup.push(
        el('path', {
          ...paint(theme, { fill: 'none', stroke: 'ink-soft', strokeWidth: 1.5 }),
          d: `M${round(centre(column) - cell / 2 + 3)} ${round(offsets[i] ?? top)}h${round(cell - 6)}`,
        }),
      );
    }
  });
  return { markup, bottom: y, full };
}
