/** The pilots' names on the cartogram: in free room, at the end of a line between two columns. */
import { type Box, overlaps, type Stroke, within } from './boxes.ts';
import { lineWidth } from './lines.ts';
import type { Point } from './map.ts';
import { isClear, PILOT, PILOT_HEIGHT, type PilotName, type PilotNames } from './pilot-names.ts';

/** More rows of names than these above and below the cells would be taller than the map. */
const MAX_ROWS = 8;
const CLOSE = 3;
/** How much longer the next line tried is. */
const STRIDE = 4;

interface Room {
  readonly pitch: number;
  readonly width: number;
  /** Height of all rows of cells. */
  readonly height: number;
  /** What no name may cover: every cell. */
  readonly cells: readonly Box[];
}

type Pilot = { readonly text: string; readonly spot: Point };

/**
 * Places names so that none covers a cell, another name or a line. Lines run in the gaps between
 * columns, where they hide nothing, to steps above and below the cells; where those have no room
 * for all, each name takes the shortest line that is free.
 */
export function cartogramNames(pilots: readonly Pilot[], room: Room): PilotNames {
  const stepped = placed(pilots, room, choicesInSteps);
  if (stepped.left.length === 0) return stepped;
  const near = placed(pilots, room, choicesNear);
  return near.left.length < stepped.left.length ? near : stepped;
}

/** Each name in the first of its places that is free, from right to left. */
function placed(
  pilots: readonly Pilot[],
  room: Room,
  choicesOf: (pilot: Pilot, room: Room) => readonly PilotName[],
): PilotNames {
  const names: PilotName[] = [];
  const left: string[] = [];
  const bounds = {
    left: 0,
    right: room.width,
    top: -MAX_ROWS * PILOT_HEIGHT - CLOSE,
    bottom: room.height + MAX_ROWS * PILOT_HEIGHT + CLOSE,
  };
  const isFree = (name: PilotName) =>
    within(name.box, bounds) &&
    isClear(name, names) &&
    !sharesGap(name, names) &&
    !room.cells.some((cell) => overlaps(cell, name.box, 1));
  for (const pilot of pilots.toSorted((a, b) => b.spot[0] - a.spot[0])) {
    const found = choicesOf(pilot, room).find(isFree);
    if (found) names.push(found);
    else left.push(pilot.text);
  }
  return { names, left };
}

function nameAt(text: string, left: number, top: number, leader: Stroke | null): PilotName {
  const right = left + lineWidth(text, PILOT);
  return { text, box: { left, right, top, bottom: top + PILOT_HEIGHT - 1 }, leader };
}

/** A name whose line leaves the cell in a gap beside it: upwards or downwards to `edge`. */
function choicesAt({ text, spot: [, y] }: Pilot, gap: number, edge: number): readonly PilotName[] {
  const width = lineWidth(text, PILOT);
  const top = edge < y ? edge - PILOT_HEIGHT + 1 : edge;
  return [gap - 3, gap - width / 2, gap - width + 3].map((left) =>
    nameAt(text, left, top, { x1: gap, y1: y, x2: gap, y2: edge }),
  );
}

/** Right beside the cell, without a line. */
function choicesBeside({ text, spot: [x, y] }: Pilot, pitch: number): readonly PilotName[] {
  const away = pitch / 2 + CLOSE;
  return [x + away, x - away - lineWidth(text, PILOT)].map((left) =>
    nameAt(text, left, y - PILOT_HEIGHT / 2, null),
  );
}

/** Ever further up and down. */
function choicesNear(pilot: Pilot, { pitch, height }: Room): readonly PilotName[] {
  const [x, y] = pilot.spot;
  const half = pitch / 2;
  const count = Math.ceil((height + MAX_ROWS * PILOT_HEIGHT) / STRIDE);
  const away = Array.from({ length: count }, (_, i) => half + CLOSE + i * STRIDE);
  return [
    ...choicesBeside(pilot, pitch),
    ...away.flatMap((distance) =>
      [y - distance, y + distance].flatMap((edge) =>
        [x + half, x - half].flatMap((gap) => choicesAt(pilot, gap, edge)),
      ),
    ),
  ];
}

/** In rows above or below all cells: to the right of the line where that can be, as on steps. */
function choicesInSteps(pilot: Pilot, { pitch, height }: Room): readonly PilotName[] {
  const [x, y] = pilot.spot;
  const isAbove = y < height * 0.45;
  const rows = Array.from({ length: MAX_ROWS }, (_, row) => CLOSE + row * PILOT_HEIGHT);
  const edges = rows.map((row) => (isAbove ? -row : height + row));
  const gaps = [x + pitch / 2, x - pitch / 2];
  return [
    // To the left it would stand in the way of the lines that come.
    ...choicesBeside(pilot, pitch).slice(0, 1),
    ...[0, 1, 2].flatMap((side) =>
      gaps.flatMap((gap) => edges.flatMap((edge) => choicesAt(pilot, gap, edge)[side] ?? [])),
    ),
  ];
}

/** Whether a line would run into another in the same gap: nobody could follow them. */
function sharesGap({ leader }: PilotName, others: readonly PilotName[]): boolean {
  if (!leader) return false;
  const [from, to] = [Math.min(leader.y1, leader.y2), Math.max(leader.y1, leader.y2)];
  return others.some(
    ({ leader: other }) =>
      other &&
      Math.abs(other.x1 - leader.x1) < 1 &&
      Math.min(other.y1, other.y2) < to &&
      from < Math.max(other.y1, other.y2),
  );
}
