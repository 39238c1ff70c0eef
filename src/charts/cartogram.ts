import type { Text } from '../i18n/lang.ts';
import { type Box, drawLabel } from './boxes.ts';
import { cartogramNames } from './cartogram-names.ts';
import { type Chart, type ChartOptions, frame, type Settings, settings } from './chart.ts';
import { lineWidth, type Type } from './lines.ts';
import {
  cell,
  describe,
  drawHead,
  drawNote,
  headingText,
  levelText,
  type MapData,
  type MapMark,
  type MapState,
  markLook,
  type Part,
  type Point,
} from './map.ts';
import type { Theme } from './palette.ts';
import {
  drawLeaders,
  drawNames,
  lowered,
  namesNote,
  type PilotNames,
  pilotsOf,
  pilotText,
} from './pilot-names.ts';
import { type Placement, placeLabels } from './place-labels.ts';
import { el, join, type Markup, type Paint, paint, round } from './svg.ts';

/** The country as cells of one size: no city hides behind its regency, Papua drowns no one. */
export interface CartogramData extends MapData {
  readonly columns: number;
  readonly rows: number;
  /** Cells of regions that are left out, drawn faintly: the country keeps its shape. */
  readonly ground: readonly { readonly at: Point; readonly province: string }[];
  /** Provinces by code, with the short names people use: "Jatim". */
  readonly provinces: readonly { readonly code: string; readonly short: string }[];
  /** Names of the large islands, with the cell around which there is room: for narrow charts. */
  readonly islands: readonly { readonly name: Text; readonly provinces: readonly string[] }[];
}

/** From this width on the provinces are named, below it the islands. */
const PROVINCES_FROM = 760;
/** From this size of a cell on, cities are told from regencies by a point. */
const POINTS_FROM = 9;
const NAME: Type = { size: 11, ink: 'ink-soft' };
const NAME_HEIGHT = 12;

const NOTE: Text = {
  id: 'Peta skematis: satu kotak satu daerah, semua sama besar, sedekat mungkin dengan tempatnya.',
  en: 'Schematic map: one square for each region, all of one size, as near to its place as can be.',
};
const POINT_NOTE: Text = { id: 'Kotak bertitik: kota.', en: 'Squares with a point: cities.' };

/** The measures of a cartogram: what everything on it is placed by. */
interface Layout {
  readonly head: Part;
  readonly pitch: number;
  readonly left: number;
  readonly top: number;
  /** Where the drawing above the note ends. */
  readonly bottom: number;
  /** The middle of each place's cell, and of each that is left out. */
  readonly spots: readonly Point[];
  readonly ground: readonly Point[];
  readonly pilots: PilotNames;
}

function measure(data: CartogramData, options: Settings): Layout {
  const head = drawHead(options, data, 'cells');
  const pitch = Math.floor((options.width / data.columns) * 10) / 10;
  const left = (options.width - pitch * data.columns) / 2;
  const height = data.rows * pitch;
  const spotOf = ({ at: [column, row] }: { readonly at: Point }): Point => [
    left + (column + 0.5) * pitch,
    (row + 0.5) * pitch,
  ];
  const spots = data.places.map(spotOf);
  const ground = data.ground.map(spotOf);
  const pilots = cartogramNames(
    pilotsOf(data).map((i) => ({
      text: pilotText(data.places[i]?.name ?? '', options.width),
      spot: spots[i] ?? ([0, 0] as const),
    })),
    {
      pitch,
      width: options.width,
      height,
      cells: [...spots, ...ground].map((spot) => cellBox(spot, pitch)),
    },
  );
  const highest = Math.min(...pilots.names.map(({ box }) => box.top));
  const lowest = Math.max(...pilots.names.map(({ box }) => box.bottom));
  // Names of the northernmost stand above the cells.
  const top = Math.ceil(head.height + 4 + Math.max(NAME_HEIGHT, -highest));
  return {
    head,
    pitch,
    left,
    top,
    bottom: Math.ceil(top + Math.max(height + NAME_HEIGHT, lowest) + 6),
    spots: spots.map(([x, y]) => [x, y + top]),
    ground: ground.map(([x, y]) => [x, y + top]),
    pilots: { ...pilots, names: lowered(pilots.names, top) },
  };
}

function cellBox([x, y]: Point, pitch: number): Box {
  const half = pitch / 2;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

/** Where the middle of each place's cell is drawn: for pointers and keys. */
export function cartogramSpots(data: CartogramData, options: ChartOptions): readonly Point[] {
  return measure(data, settings(options)).spots;
}

/** A cell's side: the pitch without the gaps around it. */
function cellSize(pitch: number): number {
  return pitch - 2 * (pitch < 10 ? 0.5 : pitch < 16 ? 0.8 : 1);
}

/** The cells, those of one group together; where points tell cities, these after them. */
function drawCells(theme: Theme, data: CartogramData, { pitch, spots }: Layout): Markup[] {
  const size = cellSize(pitch);
  const cells = data.groups.map(({ state }, group) =>
    join(
      data.places.map((place, i) => {
        const [x, y] = spots[i] ?? [0, 0];
        const isOwn = place.group === group && !isFramed(data, i);
        return isOwn && cell(theme, state, x - size / 2, y - size / 2, size);
      }),
    ),
  );
  const frames = data.places.flatMap(({ group }, i): readonly Markup[] => {
    const state = data.groups[group]?.state;
    const spot = spots[i];
    return state && spot && isFramed(data, i) ? framedCell(theme, state, spot, size) : [];
  });
  return [...cells, ...frames, ...drawPoints(theme, data, { pitch, spots })];
}

/** A pilot's cell on a map of figures: a frame, and in it the cell as others are. */
function framedCell(theme: Theme, state: MapState, [x, y]: Point, size: number): readonly Markup[] {
  const line = Math.max(1, size * 0.16);
  const inner = Math.max(2, size - 4 * line);
  const frame = el('rect', {
    ...paint(theme, { fill: 'surface', stroke: 'pilot', strokeWidth: line }),
    x: x - size / 2 + line / 2,
    y: y - size / 2 + line / 2,
    width: size - line,
    height: size - line,
  });
  if (state === 'unknown') return [frame];
  return [frame, cell(theme, state, x - inner / 2, y - inner / 2, inner)];
}

/** Whether cities have a point: where cells are large enough, and of both levels. */
function hasPoints({ level }: CartogramData, pitch: number): boolean {
  return pitch >= POINTS_FROM && level === 'all';
}

function drawPoints(
  theme: Theme,
  data: CartogramData,
  { pitch, spots }: Pick<Layout, 'pitch' | 'spots'>,
): readonly Markup[] {
  if (!hasPoints(data, pitch)) return [];
  return data.places.flatMap(({ level, group }, i) => {
    const [x, y] = spots[i] ?? [0, 0];
    const state = data.groups[group]?.state;
    const look = state && markLook(state, 'cells');
    return level === 'city' && !isFramed(data, i) && look && look.form !== 'point'
      ? [el('circle', { ...paint(theme, pointLook(look)), cx: x, cy: y, r: pitch * 0.13 })]
      : [];
  });
}

/** The room the pilots' names and their lines take: no other name may stand there. */
function roomOfPilots({ names }: PilotNames): readonly Box[] {
  return names.flatMap(({ box, leader }): readonly Box[] => {
    if (!leader) return [box];
    const { x1, y1, y2 } = leader;
    const line = { left: x1 - 1, right: x1 + 1, top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
    return [box, line];
  });
}

/** A name of a province or an island, where it found room. */
interface PlacedName {
  readonly text: string;
  readonly placement: Placement;
}

/** Finds room for the names: of provinces where it is wide, of islands where it is narrow. */
function placeNames(
  data: CartogramData,
  { lang, width }: Settings,
  { head, pitch, bottom, spots, ground, pilots }: Layout,
): readonly PlacedName[] {
  const all = [...data.places, ...data.ground].map(({ province }, i) => ({
    province,
    spot: [...spots, ...ground][i] ?? ([0, 0] as const),
  }));
  const obstacles = all.map(({ spot }) => cellBox(spot, pitch));
  const taken = roomOfPilots(pilots);
  const groups =
    width >= PROVINCES_FROM
      ? data.provinces.map(({ code, short }) => ({ text: short, provinces: [code] }))
      : data.islands.map(({ name, provinces }) => ({ text: name[lang], provinces }));
  const named = groups.flatMap(({ text, provinces }) => {
    const own = all.flatMap(({ province, spot }) => (provinces.includes(province) ? [spot] : []));
    return own.length > 0 ? [{ text, anchors: anchorsOf(own, obstacles, pitch) }] : [];
  });
  const placements = placeLabels(
    named.map(({ text, anchors }) => ({
      anchors,
      radius: pitch / 2,
      width: lineWidth(text, NAME),
      height: NAME_HEIGHT,
    })),
    {
      bounds: { left: 0, right: width, top: head.height, bottom: bottom - 2 },
      obstacles: [...obstacles, ...taken],
      // A province between others has no coast: the line to its name runs over them.
      crossed: taken,
      reach: Math.max(60, pitch * 4),
    },
  );
  return named.flatMap(({ text }, i) => {
    const placement = placements[i];
    return placement ? [{ text, placement }] : [];
  });
}

function drawName(theme: Theme, { text, placement: { box, leader } }: PlacedName): Markup {
  const line = paint(theme, { stroke: 'line-strong', strokeWidth: 0.8 });
  return join([
    leader && el('line', { ...line, ...leader }),
    drawLabel(theme, { ...NAME, x: box.left, y: box.bottom - 3, text }),
  ]);
}

/** The cells of regions that are left out: faint, so that the country keeps its shape. */
function drawGround(theme: Theme, { pitch, ground }: Layout): Markup | false {
  const size = cellSize(pitch);
  return (
    ground.length > 0 &&
    el(
      'g',
      paint(theme, { fill: 'tint' }),
      ground.map(([x, y]) =>
        el('rect', { x: x - size / 2, y: y - size / 2, width: size, height: size }),
      ),
    )
  );
}

/** The country in cells of one size, a cell for each regency and city. */
export const cartogram: Chart<CartogramData> = (data, options) => {
  const set = settings(options);
  const { theme, lang } = set;
  const measures = measure(data, set);
  const { head, pitch, left, top, bottom, pilots } = measures;
  const names = placeNames(data, set, measures);
  const own = hasPoints(data, pitch) ? `${NOTE[lang]} ${POINT_NOTE[lang]}` : NOTE[lang];
  const note = drawNote(set, bottom, `${namesNote(data, pilots, lang)}${own}`);
  return frame(
    set,
    {
      kind: 'cartogram',
      height: bottom + note.height,
      title:
        lang === 'id'
          ? `Peta kotak ${levelText(data.level, lang)}: ${headingText(data, lang)}`
          : `Tile map of ${levelText(data.level, lang)}: ${headingText(data, lang)}`,
      description: `${describe(data, lang)} ${NOTE[lang]}`,
    },
    [
      ...head.markup,
      drawGround(theme, measures),
      ...drawCells(theme, data, measures),
      el('path', {
        ...paint(theme, { fill: 'none', stroke: 'ink-soft', strokeWidth: pitch < 10 ? 0.9 : 1.3 }),
        'stroke-linecap': 'square',
        d: borders(data, left, top, pitch),
      }),
      ...drawLeaders(theme, pilots.names),
      ...names.map((name) => drawName(theme, name)),
      ...drawNames(theme, pilots.names),
      ...note.markup,
    ],
  );
};

/** On maps of figures the pilots' cells are framed: colour says something else there. */
function isFramed({ kind, places }: CartogramData, index: number): boolean {
  return kind === 'figures' && places[index]?.isPilot === true;
}

/** The point of a city: seen on what is full, on what is empty, and on a line across. */
function pointLook({ form, stroke }: MapMark): Paint {
  if (form === 'full') return { fill: 'surface' };
  if (form === 'hollow' || !stroke) return { fill: 'line-strong' };
  return { fill: 'surface', stroke, strokeWidth: 0.8 };
}

/** More cells than this are not asked whether a name could stand beside them. */
const MAX_ANCHORS = 12;

/**
 * The cells a name may stand beside: those with free room next to them, from the middle of the
 * group outwards, without the outermost quarter: a name does not stand by an outlying island.
 */
function anchorsOf(
  points: readonly Point[],
  cells: readonly Box[],
  pitch: number,
): readonly Point[] {
  const middle = (axis: 0 | 1) => points.reduce((sum, p) => sum + p[axis], 0) / points.length;
  const [x, y] = [middle(0), middle(1)];
  const inner = points
    .toSorted((a, b) => Math.hypot(a[0] - x, a[1] - y) - Math.hypot(b[0] - x, b[1] - y))
    .slice(0, Math.max(6, Math.ceil(points.length * 0.75)));
  const coastal = inner.filter(([u, v]) => {
    const around = cells.filter(
      ({ left, right, top, bottom }) =>
        Math.abs((left + right) / 2 - u) < pitch * 1.5 &&
        Math.abs((top + bottom) / 2 - v) < pitch * 1.5,
    );
    return around.length < 9;
  });
  return (coastal.length > 0 ? coastal : inner).slice(0, MAX_ANCHORS);
}

/** Lines where cells of two provinces touch. */
function borders(data: CartogramData, left: number, top: number, pitch: number): string {
  const all = [...data.places, ...data.ground];
  const owner = new Map(all.map(({ at: [c, r], province }) => [`${c},${r}`, province]));
  const differs = (province: string, column: number, row: number) => {
    const other = owner.get(`${column},${row}`);
    return other !== undefined && other !== province;
  };
  return all
    .map(({ at: [c, r], province }) => {
      const [x, y] = [round(left + (c + 1) * pitch), round(top + (r + 1) * pitch)];
      const right = differs(province, c + 1, r) ? `M${x} ${round(y - pitch)}V${y}` : '';
      return right + (differs(province, c, r + 1) ? `M${round(x - pitch)} ${y}H${x}` : '');
    })
    .join('');
}
