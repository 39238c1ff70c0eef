import type { Text } from '../i18n/lang.ts';
import { type Box, drawLabel, type Label, labelBox, overlaps, touches } from './boxes.ts';
import { type Chart, type ChartOptions, frame, type Settings, settings } from './chart.ts';
import { lineWidth, type Type } from './lines.ts';
import {
  describe,
  drawHead,
  drawLand,
  drawMarks,
  drawNote,
  headingText,
  type Land,
  levelText,
  type MapData,
  markRadius,
  type Part,
  type Point,
  shape,
  shapesNote,
} from './map.ts';
import type { Theme } from './palette.ts';
import {
  drawLeaders,
  drawNames,
  isClear,
  lowered,
  namesNote,
  PILOT,
  PILOT_HEIGHT,
  type PilotName,
  type PilotNames,
  pilotsOf,
  pilotText,
} from './pilot-names.ts';
import { placeLabels } from './place-labels.ts';
import { el, type Markup, paint } from './svg.ts';

/** The country, with a dot for every regency and city at its place. */
export interface NationData extends MapData {
  readonly land: Land;
  /** Names of the large islands, where the sea has room for them. */
  readonly islands: readonly { readonly name: Text; readonly at: Point }[];
}

const ISLAND: Type = { size: 11, ink: 'ink-soft', anchor: 'middle' };
/** Narrower charts have no room for the names of islands. */
const ISLANDS_FROM = 560;
/** So that dots at the edge are whole. */
const INSET = 7;

const NOTE: Text = {
  id: 'Peta skematis: tanda berdiri di titik tengah tiap daerah; yang berimpit digeser sedikit.',
  en: 'Schematic map: marks stand at the centre of each region; those in one place are moved apart a little.',
};

/** The measures of a map of dots: what everything on it is placed by. */
interface Layout {
  readonly head: Part;
  readonly scale: number;
  /** Where the land begins and where the drawing above the note ends. */
  readonly top: number;
  readonly bottom: number;
  /** Radius of an ordinary mark. */
  readonly radius: number;
  readonly spots: readonly Point[];
  readonly dots: readonly Box[];
  readonly names: PilotNames;
}

function measure(data: NationData, options: Settings): Layout {
  const { width } = options;
  const head = drawHead(options, data, 'dots');
  const scale = (width - 2 * INSET) / data.land.width;
  const height = data.land.height * scale;
  const radius = Math.min(4.4, Math.max(1.7, 0.6 + width * 0.0036));
  const ground = data.places.map(({ at: [x, y] }): Point => [INSET + x * scale, y * scale]);
  const dots = data.places.map((place, i): Box => {
    const [x, y] = ground[i] ?? [0, 0];
    const r = markRadius(data.groups[place.group]?.state ?? 'unknown', radius);
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  const { names, left } = placePilots(data, { width, height, ground, dots });
  const highest = Math.min(0, ...names.map(({ box }) => box.top));
  const lowest = Math.max(height, ...names.map(({ box }) => box.bottom));
  const top = head.height + INSET - highest;
  return {
    head,
    scale,
    top,
    bottom: Math.ceil(top + lowest + INSET),
    radius,
    spots: ground.map(([x, y]) => [x, y + top]),
    dots: dots.map((box) => ({ ...box, top: box.top + top, bottom: box.bottom + top })),
    names: { names: lowered(names, top), left },
  };
}

/** The land and the marks on it, from the top of the land. */
interface Ground {
  readonly width: number;
  readonly height: number;
  readonly ground: readonly Point[];
  readonly dots: readonly Box[];
}

interface PilotDot {
  readonly text: string;
  readonly at: Point;
  readonly dot: Box;
  readonly radius: number;
  /** Width of its name. */
  readonly width: number;
}

/**
 * Names beside their dots; around Jawa there is no room between these. Where one name of a half
 * finds none, all names of that half stand in steps beside the land: lines would meet names
 * otherwise.
 */
function placePilots(data: NationData, on: Ground): PilotNames {
  const pilots = pilotsOf(data).flatMap((i): readonly PilotDot[] => {
    const [place, at, dot] = [data.places[i], on.ground[i], on.dots[i]];
    if (!place || !at || !dot) return [];
    const text = pilotText(place.name, on.width);
    return [{ text, at, dot, radius: (dot.right - dot.left) / 2, width: lineWidth(text, PILOT) }];
  });
  const near = namesNear(pilots, on);
  const halves = [true, false].map((isAbove) => {
    const indices = pilots.flatMap(({ at }, i) =>
      at[1] < on.height * 0.45 === isAbove ? [i] : [],
    );
    return { isAbove, indices, hasRoom: indices.every((i) => near[i]) };
  });
  const beside = halves
    .filter(({ hasRoom }) => hasRoom)
    .flatMap(({ indices }) => indices.flatMap((i) => near[i] ?? []));
  const steps = halves
    .filter(({ hasRoom }) => !hasRoom)
    .map(({ isAbove, indices }) =>
      inSteps(
        indices.flatMap((i) => stepOf(pilots[i], isAbove)),
        {
          from: isAbove ? -INSET : on.height + INSET,
          isAbove,
          width: on.width,
          obstacles: beside,
        },
      ),
    );
  return {
    names: [...beside, ...steps.flatMap(({ names }) => names)],
    left: steps.flatMap(({ left }) => left),
  };
}

/** Each name right by its dot, or at the end of a short line; `null` where it has no room. */
function namesNear(
  pilots: readonly PilotDot[],
  { width, height, dots }: Ground,
): readonly (PilotName | null)[] {
  const placements = placeLabels(
    pilots.map(({ at, width: own, radius }) => ({
      anchors: [at],
      radius,
      width: own,
      height: PILOT_HEIGHT,
    })),
    {
      bounds: { left: 0, right: width, top: -PILOT_HEIGHT, bottom: height + PILOT_HEIGHT },
      obstacles: dots,
      // A fine line over small dots hides none of them.
      crossed: pilots.map(({ dot }) => dot),
      reach: width < ISLANDS_FROM ? 0 : 26,
    },
  );
  return pilots.map(({ text }, i) => {
    const placement = placements[i];
    return placement ? { ...placement, text } : null;
  });
}

function stepOf(pilot: PilotDot | undefined, isAbove: boolean): readonly Step[] {
  if (!pilot) return [];
  const { text, at, radius, width } = pilot;
  return [{ text, x: at[0], y: isAbove ? at[1] - radius : at[1] + radius, width }];
}

interface Step {
  readonly text: string;
  readonly x: number;
  /** The edge of the mark. */
  readonly y: number;
  readonly width: number;
}

/** More rows than this would be taller than the map on a phone. */
const MAX_ROWS = 7;

/**
 * Names in rows above or below the land, each at the end of an upright line from its mark. From
 * right to left and to the right of the line, in the nearest row that is free: lines then end
 * before they meet a name.
 */
function inSteps(
  wanted: readonly Step[],
  {
    from,
    isAbove,
    width,
    obstacles,
  }: { from: number; isAbove: boolean; width: number; obstacles: readonly PilotName[] },
): PilotNames {
  const names: PilotName[] = [];
  const left: string[] = [];
  const isFree = (name: PilotName) => isClear(name, [...obstacles, ...names]);
  for (const { text, x, y, width: own } of wanted.toSorted((a, b) => b.x - a.x)) {
    const rows = Array.from({ length: MAX_ROWS }, (_, row) => row);
    const found = [x - 3, x - own / 2, x - own + 3]
      .flatMap((at) => rows.map((row) => [row, at] as const))
      .map(([row, wish]): PilotName => {
        const at = Math.min(width - own, Math.max(0, wish));
        const edge = isAbove ? from - (row + 1) * PILOT_HEIGHT : from + row * PILOT_HEIGHT;
        const box = { left: at, right: at + own, top: edge, bottom: edge + PILOT_HEIGHT - 1 };
        const end = isAbove ? box.bottom : box.top;
        return { text, box, leader: { x1: x, y1: y, x2: x, y2: end } };
      })
      .find(isFree);
    if (found) names.push(found);
    else left.push(text);
  }
  return { names, left };
}

/** Where each place of the data is drawn: for pointers and keys. */
export function nationSpots(data: NationData, options: ChartOptions): readonly Point[] {
  return measure(data, settings(options)).spots;
}

/** On maps of figures the pilots' marks are ringed: colour says something else there. */
function drawRings(theme: Theme, data: NationData, { spots, dots }: Layout): readonly Markup[] {
  if (data.kind !== 'figures') return [];
  const look = paint(theme, { fill: 'none', stroke: 'pilot', strokeWidth: 1.2 });
  return pilotsOf(data).flatMap((i): readonly Markup[] => {
    const [place, spot, box] = [data.places[i], spots[i], dots[i]];
    if (!place || !spot || !box) return [];
    return [el('g', look, [shape(place.level, spot, (box.right - box.left) / 2 + 1.6)])];
  });
}

/** The names of the islands that meet neither a mark nor a pilot's name. */
function drawIslands(
  data: NationData,
  { theme, lang, width }: Settings,
  { scale, top, dots, names: { names } }: Layout,
): readonly Markup[] {
  if (width < ISLANDS_FROM) return [];
  const occupied = [...dots, ...names.map(({ box }) => box)];
  return data.islands.flatMap(({ name, at: [x, y] }): readonly Markup[] => {
    const label: Label = { ...ISLAND, x: INSET + x * scale, y: top + y * scale, text: name[lang] };
    const box = labelBox(label);
    const isFree =
      box.left >= 0 &&
      box.right <= width &&
      !occupied.some((other) => overlaps(other, box, 2)) &&
      !names.some(({ leader }) => leader && touches(leader, box));
    return isFree ? [drawLabel(theme, label)] : [];
  });
}

/** The country with a mark at the place of each regency and city. */
export const nation: Chart<NationData> = (data, options) => {
  const set = settings(options);
  const { theme, lang } = set;
  const measures = measure(data, set);
  const { head, scale, top, bottom, radius, spots, names } = measures;
  const about = namesNote(data, names, lang);
  const note = drawNote(set, bottom, `${about}${shapesNote(data, lang)}${NOTE[lang]}`);
  return frame(
    set,
    {
      kind: 'nation',
      height: bottom + note.height,
      title:
        lang === 'id'
          ? `Peta ${levelText(data.level, lang)}: ${headingText(data, lang)}`
          : `Map of ${levelText(data.level, lang)}: ${headingText(data, lang)}`,
      description: `${describe(data, lang)} ${NOTE[lang]}`,
    },
    [
      ...head.markup,
      drawLand(theme, data.land, scale, INSET, top),
      ...drawIslands(data, set, measures),
      ...drawLeaders(theme, names.names),
      ...drawMarks(theme, data, spots, radius),
      ...drawRings(theme, data, measures),
      ...drawNames(theme, names.names),
      ...note.markup,
    ],
  );
};
