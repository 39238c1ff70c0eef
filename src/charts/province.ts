import { compareNames } from '../i18n/format.ts';
import type { Lang, Text } from '../i18n/lang.ts';
import { movedApart } from './apart.ts';
import { type Box, drawLabel } from './boxes.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import { breakLines, leading, lineWidth, type Type, write } from './lines.ts';
import {
  describe,
  drawHead,
  drawLand,
  drawMarks,
  drawNote,
  headingText,
  isInland,
  type Land,
  type MapData,
  type MapPlace,
  mapName,
  markRadius,
  type Point,
  shapesNote,
} from './map.ts';
import { placeLabels } from './place-labels.ts';
import { el, type Markup, paint } from './svg.ts';

export interface ProvincePlace extends MapPlace {
  /** Year of what is shown of it. */
  readonly year: number | null;
}

/** One province: its regencies and cities at their places, each by name. */
export interface ProvinceData extends MapData {
  readonly places: readonly ProvincePlace[];
  readonly province: string;
  readonly land: Land;
}

const RADIUS = 5;
const INSET = 8;
/** A map is no higher than this, nor, for its width, than this share of it. */
const MAX_HEIGHT = 620;
const MAX_SHARE = 1.15;
/** How near to each other two dots may come before one of them hides the other. */
const APART = 1.6 * RADIUS;

const LABEL_HEIGHT = 14;
/** How far from its mark a label may stand: further away the eye loses the line. */
const REACH = 46;
const SWATCH = 16;
const KEY: Type = { size: 12, ink: 'ink-soft' };

const NOTE: Text = {
  id: 'Peta skematis: tanda berdiri di titik tengah tiap daerah, batasnya tidak digambar.',
  en: 'Schematic map: marks stand at the centre of each region; borders are not drawn.',
};

const INLAND: Text = {
  id: 'Provinsi ini tidak berpantai: seluruh bidang adalah daratan.',
  en: 'This province has no coast: all of the area is land.',
};

function typeOf({ isPilot }: MapPlace): Type {
  return isPilot ? { size: 12, bold: true, ink: 'pilot' } : { size: 12 };
}

/** Whether a result is of another year than the newest shown: its name then says so. */
function isOfOtherYear({ kind, years }: ProvinceData, { year }: ProvincePlace): boolean {
  return kind === 'figures' && year !== null && year !== years?.[1];
}

/** A region's name as it is written here, with the year of its result where that differs. */
function placeText(data: ProvinceData, place: ProvincePlace): string {
  const name = mapName(place.name);
  return isOfOtherYear(data, place) ? `${name} (${place.year})` : name;
}

/** What names without a year mean, where others have one. */
function yearNote(data: ProvinceData, lang: Lang): string {
  const newest = data.years?.[1];
  const isMixed =
    data.places.some((place) => isOfOtherYear(data, place)) &&
    data.places.some(({ year }) => year === newest);
  if (newest === undefined || !isMixed) return '';
  return lang === 'id' ? `Hasil tanpa tahun: ${newest}. ` : `Results without a year: ${newest}. `;
}

interface Drawing {
  readonly markup: readonly Markup[];
  readonly height: number;
}

/** The map of a province: names at the marks, or in a list below by number where it is crowded. */
export const province: Chart<ProvinceData> = (data, options) => {
  const set = settings(options);
  const { lang } = set;
  const head = drawHead(set, data, 'dots');
  const drawing = withNames(data, set, head.height) ?? withNumbers(data, set, head.height);
  const bottom = head.height + drawing.height;
  const words = isInland(data.land.path) ? `${INLAND[lang]} ${NOTE[lang]}` : NOTE[lang];
  const note = drawNote(set, bottom, `${yearNote(data, lang)}${shapesNote(data, lang)}${words}`);
  return frame(
    set,
    {
      kind: 'province',
      height: bottom + note.height,
      title:
        lang === 'id'
          ? `Peta ${data.province}: ${headingText(data, lang)}`
          : `Map of ${data.province}: ${headingText(data, lang)}`,
      description: `${describe(data, lang)} ${words}`,
    },
    [...head.markup, ...drawing.markup, ...note.markup],
  );
};

/** The land scaled into a box, with the spots of the places moved apart where they would hide. */
function fitted({ land, places }: ProvinceData, left: number, top: number, width: number) {
  const scale = Math.min(
    width / land.width,
    MAX_HEIGHT / land.height,
    (MAX_SHARE * width) / land.height,
  );
  const x = left + (width - land.width * scale) / 2;
  const height = land.height * scale;
  const spots = movedApart(
    places.map(({ at }): Point => [x + at[0] * scale, top + at[1] * scale]),
    APART,
    {
      left: x + RADIUS,
      right: x + land.width * scale - RADIUS,
      top: top + RADIUS,
      bottom: top + height - RADIUS,
    },
  );
  return { scale, x, spots, height };
}

/** Room left at either side of the land, as a share of the width, and above and below it. */
const MARGINS: readonly (readonly [number, number])[] = [
  [0.04, 0],
  [0.1, 0],
  [0.16, 0],
  [0.22, 0],
  [0.28, 0],
  [0.1, 40],
  [0.16, 40],
  [0.22, 40],
];

/** A province whose places stand where they are labelled. */
interface Labelled {
  readonly markup: readonly Markup[];
  /** Labels that found no room. */
  readonly missing: number;
  readonly height: number;
}

/** The map with a text at each mark, which it stands beside or not far away from. */
function labelled(
  data: ProvinceData,
  { theme, width }: Settings,
  top: number,
  texts: readonly string[],
  [margin, room]: readonly [number, number],
): Labelled {
  const side = Math.max(INSET, margin * width);
  const landTop = top + INSET + room;
  const { scale, x, spots, height } = fitted(data, side, landTop, width - 2 * side);
  const bottom = Math.ceil(landTop + height + INSET + room);
  const radii = data.places.map(({ group }) =>
    markRadius(data.groups[group]?.state ?? 'unknown', RADIUS),
  );
  const placements = placeLabels(
    data.places.map((place, i) => ({
      anchors: [spots[i] ?? [0, 0]],
      radius: radii[i] ?? RADIUS,
      width: lineWidth(texts[i] ?? '', typeOf(place)),
      height: LABEL_HEIGHT,
    })),
    {
      bounds: { left: 0, right: width, top, bottom },
      obstacles: spots.map(([cx, cy], i): Box => {
        const r = radii[i] ?? RADIUS;
        return { left: cx - r, right: cx + r, top: cy - r, bottom: cy + r };
      }),
      reach: REACH + room,
    },
  );
  const labels = placements.flatMap((placement, i): readonly Markup[] => {
    const place = data.places[i];
    if (!placement || !place) return [];
    const { box, leader } = placement;
    const line = paint(theme, { stroke: 'line-strong', strokeWidth: 0.8 });
    return [
      ...(leader ? [el('line', { ...line, ...leader })] : []),
      drawLabel(theme, {
        ...typeOf(place),
        x: box.left,
        y: box.bottom - 3.5,
        text: texts[i] ?? '',
      }),
    ];
  });
  return {
    markup: [
      clipped(theme, data.land, scale, { x, y: landTop, width }),
      ...drawMarks(theme, data, spots, RADIUS),
      ...labels,
    ],
    missing: placements.filter((placement) => placement === null).length,
    height: bottom - top,
  };
}

/** Every name beside its mark or not far away; `null` where they have no room for that. */
function withNames(data: ProvinceData, set: Settings, top: number): Drawing | null {
  const names = data.places.map((place) => placeText(data, place));
  for (const margins of MARGINS) {
    const drawing = labelled(data, set, top, names, margins);
    if (drawing.missing === 0) return drawing;
  }
  return null;
}

/** Crowded maps have numbers instead, and the names below: sorted, as in an index. */
function withNumbers(data: ProvinceData, set: Settings, top: number): Drawing {
  const { theme, width } = set;
  const order = data.places
    .map((_, i) => i)
    .sort((a, b) => {
      const [one, other] = [data.places[a], data.places[b]];
      return one && other
        ? compareNames(mapName(one.name), mapName(other.name)) || (one.code < other.code ? -1 : 1)
        : 0;
    });
  const numbers = data.places.map((_, i) => String(order.indexOf(i) + 1));
  const tries = MARGINS.map((margins) => () => labelled(data, set, top, numbers, margins));
  let map = labelled(data, set, top, numbers, [0.04, 0]);
  for (const draw of tries) {
    if (map.missing === 0) break;
    const next = draw();
    if (next.missing < map.missing) map = next;
  }

  const numberWidth = lineWidth('88', KEY) + 6;
  const widest = Math.max(...data.places.map((p) => lineWidth(placeText(data, p), typeOf(p))));
  const gap = 14;
  const fit = Math.floor((width + gap) / (SWATCH + numberWidth + widest + gap));
  // A long list in one column would be longer than a screen.
  const columns = Math.max(order.length > 20 ? 2 : 1, Math.min(fit, 5));
  const columnWidth = (width + gap) / columns - gap;
  const room = columnWidth - SWATCH - numberWidth;
  const perColumn = Math.ceil(order.length / columns);
  const keyTop = top + map.height + 6;
  let lowest = keyTop;
  const key = Array.from({ length: columns }, (_, column) => {
    let y = keyTop;
    return order.slice(column * perColumn, (column + 1) * perColumn).flatMap((i) => {
      const place = data.places[i];
      if (!place) return [];
      const x = column * (columnWidth + gap);
      const type = typeOf(place);
      const own = { ...data, places: [place] };
      const lines = breakLines(placeText(data, place), room, type);
      const markup = [
        ...drawMarks(theme, own, [[x + 6, y + 9]], 4),
        write(theme, x + SWATCH + numberWidth - 6, y + 13, numbers[i] ?? '', {
          ...KEY,
          anchor: 'end',
        }),
        ...lines.map((line, n) =>
          write(theme, x + SWATCH + numberWidth, y + 13 + n * leading(type), line, type),
        ),
      ];
      y += lines.length * leading(type) + 2;
      lowest = Math.max(lowest, y);
      return markup;
    });
  });
  return { markup: [...map.markup, ...key.flat()], height: Math.ceil(lowest + 4 - top) };
}

/** The land from edge to edge of the chart, cut straight above and below. */
function clipped(
  theme: Settings['theme'],
  land: Land,
  scale: number,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): Markup {
  return el(
    'svg',
    { y, width, height: land.height * scale, overflow: 'hidden', 'aria-hidden': 'true' },
    [drawLand(theme, land, scale, x, 0)],
  );
}
