/** What the three maps share: states of a region, their marks, the key, and the words. */
import { formatInteger, formatList } from '../i18n/format.ts';
import type { Lang, Text } from '../i18n/lang.ts';
import type { Settings } from './chart.ts';
import { breakLines, leading, lineWidth, type Type, writeBlock } from './lines.ts';
import { type BandInk, type Ink, PALETTE, type Theme } from './palette.ts';
import { el, type Markup, type Paint, paint, round, text } from './svg.ts';

export type Point = readonly [x: number, y: number];

/** A land outline in a coordinate system of its own, scaled by whoever draws it. */
export interface Land {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** Whether no coast is in sight: the land is then one ring of four corners, the map's own. */
export function isInland(path: string): boolean {
  return path.match(/\d+/g)?.length === 8;
}

/** Which regions are shown: like with like, or all of them. */
export type MapLevel = 'all' | 'regency' | 'city';

/** How a region is drawn. */
export type MapState =
  | BandInk
  | 'designated'
  | 'candidate'
  | 'observed'
  | 'proposed'
  | 'not_selected'
  | 'passed_on'
  /** A figure of the years shown, but no source prints which band it is in. */
  | 'no-band'
  /** Only figures of other years, which were sorted into other bands. */
  | 'other-years'
  | 'unknown'
  | 'not-applicable';

/** Regions that are drawn alike and counted together. */
export interface MapGroup {
  readonly state: MapState;
  readonly label: Text;
}

export interface MapPlace {
  readonly code: string;
  readonly name: string;
  readonly level: 'regency' | 'city';
  /** Code of its province. */
  readonly province: string;
  /** Where it stands, in the units of its map. */
  readonly at: Point;
  /** Index of its group. */
  readonly group: number;
  /** Whether it is a designated pilot, whatever the map shows. */
  readonly isPilot: boolean;
}

export interface MapData {
  /** What the map shows, by its short name: "SPI", "percontohan antikorupsi". */
  readonly subject: Text;
  /** `figures`: each region's newest figure. `rungs`: where it stands in the programme. */
  readonly kind: 'figures' | 'rungs';
  /** First and last year of what is shown; `null` where nothing is. */
  readonly years: readonly [number, number] | null;
  readonly level: MapLevel;
  /** From the worst band to the best, then what has no band. */
  readonly groups: readonly MapGroup[];
  readonly places: readonly MapPlace[];
}

/**
 * What tells marks apart besides their colour: some eyes see two colours as one.
 * `slashed`: a hollow mark with a line across. `half`: one half of it is full.
 */
export type MarkForm = 'full' | 'hollow' | 'slashed' | 'half' | 'point';

export interface MapMark extends Paint {
  readonly form: MarkForm;
  /** Its radius, as a share of an ordinary one's. */
  readonly size: number;
}

const BAND_INKS = (Object.keys(PALETTE) as Ink[]).filter((ink): ink is BandInk =>
  ink.startsWith('band'),
);

const BAND_MARKS = Object.fromEntries(
  BAND_INKS.map((ink) => [
    ink,
    { form: 'full', fill: ink, stroke: 'surface', strokeWidth: 0.6, size: 1 },
  ]),
) as Readonly<Record<BandInk, MapMark>>;

const MARKS: Readonly<Record<MapState, MapMark>> = {
  ...BAND_MARKS,
  designated: { form: 'full', fill: 'pilot', stroke: 'surface', strokeWidth: 0.8, size: 1.45 },
  candidate: { form: 'hollow', fill: 'pilot-soft', stroke: 'pilot', strokeWidth: 1.6, size: 1.15 },
  observed: { form: 'full', fill: 'region', stroke: 'surface', strokeWidth: 0.6, size: 1 },
  // On its way to being observed.
  proposed: { form: 'half', fill: 'surface', stroke: 'region', strokeWidth: 1.2, size: 1 },
  not_selected: { form: 'slashed', fill: 'surface', stroke: 'ink-soft', strokeWidth: 1, size: 1.1 },
  passed_on: { form: 'hollow', fill: 'line', stroke: 'ink-soft', strokeWidth: 1.2, size: 1 },
  'no-band': { form: 'slashed', fill: 'surface', stroke: 'ink-soft', strokeWidth: 1, size: 1 },
  'other-years': {
    form: 'hollow',
    fill: 'surface',
    stroke: 'ink-soft',
    strokeWidth: 1,
    size: 0.85,
  },
  unknown: { form: 'hollow', fill: 'surface', stroke: 'line-strong', strokeWidth: 0.7, size: 0.58 },
  'not-applicable': { form: 'point', fill: 'line-strong', size: 0.32 },
};

/** How cells differ from dots: all are of one size, so an older result is a shaded frame. */
const CELLS: Readonly<Partial<Record<MapState, Partial<MapMark>>>> = {
  'other-years': { fill: 'line', strokeWidth: 0.8 },
  unknown: { strokeWidth: 0.6 },
};

/** How a state is drawn, as a dot at its place or as a cell of the cartogram. */
export function markLook(state: MapState, as: 'dots' | 'cells'): MapMark {
  if (as === 'dots') return MARKS[state];
  const { stroke, strokeWidth, ...flat } = MARKS[state];
  // Cells do not touch: full ones need no line between them.
  return flat.form === 'full' ? flat : { ...MARKS[state], ...CELLS[state] };
}

/** What is drawn over what: the named ones over the known, those over the unknown. */
const DEPTH: readonly MapState[] = [
  'not-applicable',
  'unknown',
  'other-years',
  'passed_on',
  'not_selected',
  'no-band',
  'proposed',
  'observed',
  ...BAND_INKS,
  'candidate',
  'designated',
];

/** The size of a state's mark where an ordinary one has radius `radius`. */
export function markRadius(state: MapState, radius: number): number {
  return Math.max(0.8, radius * MARKS[state].size);
}

/** Half the side of the square that has the area of a circle. */
function halfSide(radius: number): number {
  return Math.round(radius * Math.sqrt(Math.PI) * 5) / 10;
}

/** One mark without its colours: a circle for a regency, a square for a city, of equal area. */
export function shape(level: MapPlace['level'], [x, y]: Point, radius: number): Markup {
  if (level === 'regency') return el('circle', { cx: x, cy: y, r: radius });
  const half = halfSide(radius);
  return el('rect', { x: x - half, y: y - half, width: 2 * half, height: 2 * half });
}

/** What a form adds to a mark whose corners, or ends of its slanting line, are `reach` away. */
function inside(
  theme: Theme,
  { form, stroke }: MapMark,
  [x, y]: Point,
  reach: number,
  isRound: boolean,
): Markup {
  const ends = 2 * round(reach);
  if (form === 'slashed') {
    return el('path', { d: `M${round(x - reach)} ${round(y + reach)}l${ends}-${ends}` });
  }
  if (form !== 'half' || !stroke) return '' as Markup;
  const from = `M${round(x - reach)} ${round(y - reach)}`;
  const radius = round(reach * Math.SQRT2);
  const along = isRound ? `a${radius} ${radius} 0 0 0 ${ends} ${ends}` : `v${ends}h${ends}`;
  return el('path', { ...paint(theme, { fill: stroke }), d: `${from}${along}z` });
}

/** A mark in its form, to stand in a group that has its colours. */
function dot(
  theme: Theme,
  look: MapMark,
  level: MapPlace['level'],
  at: Point,
  radius: number,
): readonly Markup[] {
  const isRound = level === 'regency';
  const reach = isRound ? radius * Math.SQRT1_2 : halfSide(radius);
  return [shape(level, at, radius), inside(theme, look, at, reach, isRound)];
}

/** The marks of a map, those of one look together, so that the colours are written once. */
export function drawMarks(
  theme: Theme,
  data: MapData,
  spots: readonly Point[],
  radius: number,
): readonly Markup[] {
  const near = (value: number) => Math.round(value * 10) / 10;
  return DEPTH.map((state) => {
    const look = markLook(state, 'dots');
    const marks = data.places.flatMap((place, i) => {
      const spot = spots[i];
      return spot && data.groups[place.group]?.state === state
        ? dot(
            theme,
            look,
            place.level,
            [near(spot[0]), near(spot[1])],
            near(markRadius(state, radius)),
          )
        : [];
    });
    return marks.length > 0 ? el('g', paint(theme, look), marks) : ('' as Markup);
  });
}

/** How many of the places are in each group. */
export function countsOf({ groups, places }: MapData): readonly number[] {
  const counts = groups.map(() => 0);
  for (const { group } of places) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

/** The word for the regions a map shows. */
export function levelText(level: MapLevel, lang: Lang): string {
  const words = {
    all: { id: 'kabupaten dan kota', en: 'regencies and cities' },
    regency: { id: 'kabupaten', en: 'regencies' },
    city: { id: 'kota', en: 'cities' },
  };
  return words[level][lang];
}

/** A name as the map writes it: the mark already says "Kabupaten". */
export function mapName(name: string): string {
  return name.replace(/^Kabupaten (Administrasi )?/, '').replace(/^Kota Administrasi /, '');
}

function yearsText(years: readonly [number, number] | null): string {
  if (!years) return '';
  return years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`;
}

/** "SPI, hasil terbaru tiap daerah (2024–2025)", "Percontohan antikorupsi, angkatan 2024–2026". */
export function headingText({ subject, kind, years }: MapData, lang: Lang): string {
  const span = yearsText(years);
  if (kind === 'rungs') {
    const cohorts = lang === 'id' ? `, angkatan ${span}` : `, cohorts ${span}`;
    return `${subject[lang]}${span && cohorts}`;
  }
  const newest = lang === 'id' ? 'hasil terbaru tiap daerah' : "each region's newest result";
  return `${subject[lang]}, ${newest}${span && ` (${span})`}`;
}

/** What the map shows, in numbers and with the pilots by name: for those who do not see it. */
export function describe(data: MapData, lang: Lang): string {
  const counts = countsOf(data);
  const n = (value: number) => formatInteger(value, lang);
  const pilots = data.places.filter(({ isPilot }) => isPilot);
  const namesIn = (group: number) =>
    pilots.filter((place) => place.group === group).map(({ name }) => name);
  const groups = data.groups.flatMap(({ label }, i) =>
    counts[i] ? [`${label[lang]}: ${n(counts[i])}`] : [],
  );
  const of = `${n(data.places.length)} ${levelText(data.level, lang)}`;
  const sentences = [`${headingText(data, lang)}; ${of}. ${groups.join('; ')}.`];
  if (pilots.length > 0) {
    const named = data.groups.flatMap(({ label, state }, i) => {
      const names = namesIn(i);
      if (names.length === 0) return [];
      const list = formatList(names, lang);
      return [state === 'designated' ? list : `${list} (${label[lang]})`];
    });
    sentences.push(`${lang === 'id' ? 'Percontohan' : 'Pilots'}: ${named.join('; ')}.`);
  }
  return sentences.join(' ');
}

const HEAD: Type = { size: 13, bold: true };
const KEY: Type = { size: 12 };
const COUNT: Type = { size: 12, bold: true };
const SOFT: Type = { size: 11, ink: 'ink-soft' };
const SWATCH = 16;
const KEY_GAP = 16;
const KEY_LEADING = 19;

export interface Part {
  readonly markup: readonly Markup[];
  readonly height: number;
}

/** The heading and, right below it, the key: every mark in use with its word and its count. */
export function drawHead(
  { theme, lang, width }: Settings,
  data: MapData,
  look: 'dots' | 'cells',
): Part {
  const head = writeBlock(theme, 0, 0, width, headingText(data, lang), HEAD);
  const counts = countsOf(data);
  const markup = [...head.markup];
  let [x, y] = [0, head.height + 5];
  const place = (drawn: (x: number, y: number) => Markup, label: string, count?: string) => {
    const whole = count === undefined ? label : `${label} ${count}`;
    const total = SWATCH + lineWidth(whole, { ...KEY, bold: count !== undefined });
    if (x > 0 && x + total > width) {
      x = 0;
      y += KEY_LEADING;
    }
    markup.push(drawn(x + 6, y + 9));
    const lines = breakLines(label, width - SWATCH - lineWidth(` ${count ?? ''}`, COUNT), KEY);
    lines.forEach((line, i) => {
      const isLast = i === lines.length - 1;
      markup.push(
        el(
          'text',
          { ...paint(theme, { fill: 'ink' }), x: x + SWATCH, y: y + 13, 'font-size': 12 },
          [
            text(isLast && count !== undefined ? `${line} ` : line),
            isLast && count !== undefined && el('tspan', { 'font-weight': 700 }, [text(count)]),
          ],
        ),
      );
      if (!isLast) y += leading(KEY);
    });
    x = lines.length > 1 ? width : x + total + KEY_GAP;
  };
  data.groups.forEach(({ state, label }, i) => {
    if (!counts[i]) return;
    const own = markLook(state, 'dots');
    place(
      (cx, cy) =>
        look === 'cells'
          ? cell(theme, state, cx - 6, cy - 5, 10)
          : el('g', paint(theme, own), dot(theme, own, 'regency', [cx, cy], markRadius(state, 4))),
      label[lang],
      formatInteger(counts[i], lang),
    );
  });
  return { markup, height: Math.ceil(y + (x > 0 ? KEY_LEADING : 0) + 6) };
}

/** One cell of the cartogram, with its line inside. Where nothing applies, a point in its middle. */
export function cell(theme: Theme, state: MapState, x: number, y: number, size: number): Markup {
  const look = markLook(state, 'cells');
  const middle: Point = [x + size / 2, y + size / 2];
  if (look.form === 'point') {
    return el('circle', { ...paint(theme, look), cx: middle[0], cy: middle[1], r: size * 0.14 });
  }
  const line = look.strokeWidth ?? 0;
  const side = size - line;
  const square = { x: x + line / 2, y: y + line / 2, width: side, height: side };
  const added = inside(theme, look, middle, side / 2, false);
  if (added === '') return el('rect', { ...paint(theme, look), ...square });
  return el('g', paint(theme, look), [el('rect', square), added]);
}

/** Which shape is which level, where the dots are of both. */
export function shapesNote({ places }: MapData, lang: Lang): string {
  if (new Set(places.map(({ level }) => level)).size < 2) return '';
  return lang === 'id' ? 'Bulat: kabupaten; persegi: kota. ' : 'Round: regencies; square: cities. ';
}

/** The note that the map is a schematic one. */
export function drawNote({ theme, width }: Settings, top: number, note: string): Part {
  const block = writeBlock(theme, 0, top + 4, width, note, SOFT);
  return { markup: block.markup, height: Math.ceil(block.height + 8) };
}

/** The land under the dots. */
export function drawLand(theme: Theme, land: Land, scale: number, x: number, y: number): Markup {
  return el('path', {
    ...paint(theme, { fill: 'tint', stroke: 'line', strokeWidth: 1 / scale }),
    // More decimals than coordinates have: they multiply.
    transform: `translate(${x} ${y}) scale(${scale.toFixed(5)})`,
    'stroke-linejoin': 'round',
    'stroke-width': `${(1 / scale).toFixed(2)}`,
    d: land.path,
  });
}
