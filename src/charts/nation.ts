import { formatList } from '../i18n/format.ts';
import type { Text } from '../i18n/lang.ts';
import {
  type Box,
  drawLabel,
  type Label,
  labelBox,
  overlaps,
  type Stroke,
  touches,
} from './boxes.ts';
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
  mapName,
  markRadius,
  type Part,
  type Point,
} from './map.ts';
import { placeLabels } from './place-labels.ts';
import { el, type Markup, paint } from './svg.ts';

/** The country, with a dot for every regency and city at its place. */
export interface NationData extends MapData {
  readonly land: Land;
  /** Names of the large islands, where the sea has room for them. */
  readonly islands: readonly { readonly name: Text; readonly at: Point }[];
}

const PILOT: Type = { size: 12, bold: true, ink: 'pilot' };
const ISLAND: Type = { size: 11, ink: 'ink-soft', anchor: 'middle' };
/** Narrower charts have no room for the names of islands. */
const ISLANDS_FROM = 560;
/** Narrower charts leave out "Kabupaten": the mark says it. */
const SHORT_NAMES_BELOW = 560;
/** So that dots at the edge are whole. */
const INSET = 7;
const LABEL_HEIGHT = 14;

const NOTE: Text = {
  id: 'Peta skematis: tanda berdiri di titik tengah tiap daerah; yang berimpit digeser sedikit.',
  en: 'Schematic map: marks stand at the centre of each region; those in one place are moved apart a little.',
};

interface Name {
  readonly text: string;
  readonly box: Box;
  readonly leader: Stroke | null;
}

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
  readonly names: readonly Name[];
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

  const pilots = namedPilots(data).map((i) => {
    const { name = '' } = data.places[i] ?? {};
    const text = width < SHORT_NAMES_BELOW ? mapName(name) : name;
    return {
      text,
      at: ground[i] ?? ([0, 0] as const),
      dot: dots[i],
      width: lineWidth(text, PILOT),
    };
  });
  const markSize = markRadius('designated', radius);
  const near = placeLabels(
    pilots.map(({ at, width: own }) => ({
      anchors: [at],
      radius: markSize,
      width: own,
      height: LABEL_HEIGHT,
    })),
    {
      bounds: { left: 0, right: width, top: -LABEL_HEIGHT, bottom: height + LABEL_HEIGHT },
      obstacles: dots,
      // A fine line over small dots hides none of them.
      crossed: pilots.flatMap(({ dot }) => dot ?? []),
      reach: width < SHORT_NAMES_BELOW ? 0 : 26,
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
      own.flatMap(({ text, placement }): readonly Name[] =>
        placement ? [{ ...placement, text }] : [],
      ),
    );
  const steps = halves
    .filter(({ hasRoom }) => !hasRoom)
    .map(({ isAbove, own }) =>
      inSteps(
        own.map(({ text, at: [x, y], width: length }) => ({
          text,
          x,
          y: isAbove ? y - markSize : y + markSize,
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
    dots: dots.map((box) => lowered(box, top)),
    names: names.map(({ text, box, leader }) => ({
      text,
      box: lowered(box, top),
      leader: leader && { ...leader, y1: leader.y1 + top, y2: leader.y2 + top },
    })),
    unnamed: steps.flatMap(({ left }) => left),
  };
}

function lowered({ left, top, right, bottom }: Box, by: number): Box {
  return { left, right, top: top + by, bottom: bottom + by };
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
  }: { from: number; isAbove: boolean; width: number; obstacles: readonly Name[] },
): { readonly names: readonly Name[]; readonly left: readonly string[] } {
  const names: Name[] = [];
  const left: string[] = [];
  const isFree = (name: Name) =>
    [...obstacles, ...names].every(
      (other) =>
        !overlaps(other.box, name.box, 0.5) &&
        !(other.leader && touches(other.leader, name.box)) &&
        !(name.leader && touches(name.leader, other.box)),
    );
  for (const { text, x, y, width: own } of wanted.toSorted((a, b) => b.x - a.x)) {
    const rows = Array.from({ length: MAX_ROWS }, (_, row) => row);
    const found = [x - 3, x - own / 2, x - own + 3]
      .flatMap((at) => rows.map((row) => [row, at] as const))
      .map(([row, wish]): Name => {
        const at = Math.min(width - own, Math.max(0, wish));
        const edge = isAbove ? from - (row + 1) * LABEL_HEIGHT : from + row * LABEL_HEIGHT;
        const box = { left: at, right: at + own, top: edge, bottom: edge + LABEL_HEIGHT - 1 };
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

/** In the map of the programme the pilots are named; elsewhere their colour is what counts. */
function namedPilots({ kind, places }: NationData): readonly number[] {
  return kind === 'rungs' ? places.flatMap(({ isPilot }, i) => (isPilot ? [i] : [])) : [];
}

export const nation: Chart<NationData> = (data, options) => {
  const set = settings(options);
  const { theme, lang, width } = set;
  const { head, scale, top, bottom, radius, spots, dots, names, unnamed } = layout(data, set);
  const line = paint(theme, { stroke: 'pilot', strokeWidth: 0.9 });
  const leaders = names.flatMap(({ leader }) =>
    leader ? [el('line', { ...line, ...leader })] : [],
  );
  const labels = names.map(({ text, box }) =>
    drawLabel(theme, { ...PILOT, x: box.left, y: box.bottom - 3.5, text }),
  );
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

  const also = lang === 'id' ? 'Percontohan juga' : 'Pilots too';
  const others = unnamed.length > 0 ? `${also}: ${formatList(unnamed, lang)}. ` : '';
  const note = drawNote(set, bottom, `${others}${NOTE[lang]}`);
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
      ...leaders,
      ...drawMarks(theme, data, spots, radius),
      ...labels,
      ...note.markup,
    ],
  );
};
