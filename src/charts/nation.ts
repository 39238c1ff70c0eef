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
import {
  drawLeaders,
  drawNames,
  isClear,
  lowered,
  namesNote,
  PILOT,
  PILOT_HEIGHT,
  type PilotName,
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
  readonly names: readonly PilotName[];
  /** Pilots whose name found no room. */
  readonly unnamed: readonly string[];
}

function layout(data: NationData, options: Settings): Layout {
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

  const pilots = pilotsOf(data).map((i) => {
    const { name = '', group = -1 } = data.places[i] ?? {};
    const text = pilotText(name, width);
    return {
      text,
      at: ground[i] ?? ([0, 0] as const),
      radius: markRadius(data.groups[group]?.state ?? 'unknown', radius),
      dot: dots[i],
      width: lineWidth(text, PILOT),
    };
  });
  const near = placeLabels(
    pilots.map(({ at, width: own, radius: size }) => ({
      anchors: [at],
      radius: size,
      width: own,
      height: PILOT_HEIGHT,
    })),
    {
      bounds: { left: 0, right: width, top: -PILOT_HEIGHT, bottom: height + PILOT_HEIGHT },
      obstacles: dots,
      // A fine line over small dots hides none of them.
      crossed: pilots.flatMap(({ dot }) => dot ?? []),
      reach: width < ISLANDS_FROM ? 0 : 26,
    },
  );
  // Around Jawa there is no room between the dots. Where one name of a half finds none, all names
  // of that half stand in steps beside the land: lines would meet names otherwise.
  const halves = [true, false].map((isAbove) => {
    const own = pilots.flatMap((pilot, i) =>
      pilot.at[1] < height * 0.45 === isAbove ? [{ ...pilot, placement: near[i] ?? null }] : [],
    );
    return { isAbove, own, hasRoom: own.every(({ placement }) => placement !== null) };
  });
  const beside = halves
    .filter(({ hasRoom }) => hasRoom)
    .flatMap(({ own }) =>
      own.flatMap(({ text, placement }): readonly PilotName[] =>
        placement ? [{ ...placement, text }] : [],
      ),
    );
  const steps = halves
    .filter(({ hasRoom }) => !hasRoom)
    .map(({ isAbove, own }) =>
      inSteps(
        own.map(({ text, at: [x, y], width: length, radius: size }) => ({
          text,
          x,
          y: isAbove ? y - size : y + size,
          width: length,
        })),
        { from: isAbove ? -INSET : height + INSET, isAbove, width, obstacles: beside },
      ),
    );
  const names = [...beside, ...steps.flatMap(({ names: own }) => own)];
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
    names: lowered(names, top),
    unnamed: steps.flatMap(({ left }) => left),
  };
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
): { readonly names: readonly PilotName[]; readonly left: readonly string[] } {
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
  return layout(data, settings(options)).spots;
}

export const nation: Chart<NationData> = (data, options) => {
  const set = settings(options);
  const { theme, lang, width } = set;
  const { head, scale, top, bottom, radius, spots, dots, names, unnamed } = layout(data, set);
  // On maps of figures the pilots' marks are ringed: colour says something else there.
  const rings = data.places.flatMap(({ isPilot, level }, i): readonly Markup[] => {
    const [spot, box] = [spots[i], dots[i]];
    if (data.kind !== 'figures' || !isPilot || !spot || !box) return [];
    const look = paint(theme, { fill: 'none', stroke: 'pilot', strokeWidth: 1.2 });
    return [el('g', look, [shape(level, spot, (box.right - box.left) / 2 + 1.6)])];
  });
  const occupied = [...dots, ...names.map(({ box }) => box)];
  const islands =
    width < ISLANDS_FROM
      ? []
      : data.islands.flatMap(({ name, at: [x, y] }): readonly Markup[] => {
          const label: Label = {
            ...ISLAND,
            x: INSET + x * scale,
            y: top + y * scale,
            text: name[lang],
          };
          const box = labelBox(label);
          const isFree =
            box.left >= 0 &&
            box.right <= width &&
            !occupied.some((other) => overlaps(other, box, 2)) &&
            !names.some(({ leader }) => leader && touches(leader, box));
          return isFree ? [drawLabel(theme, label)] : [];
        });

  const about = namesNote(data, { names, left: unnamed }, lang);
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
      ...islands,
      ...drawLeaders(theme, names),
      ...drawMarks(theme, data, spots, radius),
      ...rings,
      ...drawNames(theme, names),
      ...note.markup,
    ],
  );
};
