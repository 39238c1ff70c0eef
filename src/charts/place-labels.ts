/** Names beside their marks: close where there is room, else a little away at the end of a line. */
import { type Box, overlaps, type Stroke, touches, within } from './boxes.ts';
import type { Point } from './map.ts';

export interface Wanted {
  /** The marks the label belongs to: it is set beside whichever has room nearest. */
  readonly anchors: readonly Point[];
  /** Radius of those marks. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly box: Box;
  /** From the mark to the label, where the label stands too far away to be understood without. */
  readonly leader: Stroke | null;
}

export interface LabelRoom {
  readonly bounds: Box;
  /** What no label may cover. */
  readonly obstacles: readonly Box[];
  /** What no leader may cross, beside labels; the marks themselves if not said. */
  readonly crossed?: readonly Box[];
  /** How far from its mark a label may stand. */
  readonly reach: number;
}

/** Right first, then left, then above and below, then between. */
const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  ...[0.8, 0.6, 0.9, 0.45, 0.98, 0.25].flatMap((x): readonly Point[] => {
    const y = Math.sqrt(1 - x * x);
    return [
      [x, -y],
      [x, y],
      [-x, -y],
      [-x, y],
    ];
  }),
];

/** Labels at most this far from the edge of their mark need no leader. */
const CLOSE = 4;

/** So many places are considered for a label, nearest first. */
const MAX_CHOICES = 60;
/** So often labels are placed anew, with those first that found no room. */
const ATTEMPTS = 12;

/**
 * Places labels so that none covers another, an obstacle or a leader; `null` where there is no
 * room. Those with the fewest choices choose first; where one is left without any, it comes first
 * the next time.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  room: LabelRoom,
): readonly (Placement | null)[] {
  const choices = wanted.map((label) => choicesOf(label, room));
  const isPossible = choices.filter((list) => list.length > 0).length;
  let order = wanted
    .map((_, i) => i)
    .sort((a, b) => (choices[a]?.length ?? 0) - (choices[b]?.length ?? 0) || a - b);
  let best: readonly (Placement | null)[] = wanted.map(() => null);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = placedInOrder(order, choices);
    const count = (list: typeof found) => list.filter((placement) => placement !== null).length;
    if (count(found) > count(best)) best = found;
    if (count(best) === isPossible) break;
    const hasFailed = (i: number) => !found[i] && choices[i]?.length;
    order = [...order.filter(hasFailed), ...order.filter((i) => !hasFailed(i))];
  }
  return best;
}

/** Where a label could stand if it were the only one, the best place first. */
function choicesOf(
  label: Wanted,
  { bounds, obstacles, crossed = obstacles, reach }: LabelRoom,
): readonly Placement[] {
  const found: Placement[] = [];
  for (const distance of distances(reach)) {
    for (const direction of DIRECTIONS) {
      for (const anchor of label.anchors) {
        const placement = beside(label, anchor, direction, distance);
        const { box, leader } = placement;
        const isFree =
          within(box, bounds) &&
          !obstacles.some((other) => overlaps(box, other, 1)) &&
          (leader === null ||
            !crossed.some((other) => !holds(other, anchor) && touches(leader, other)));
        if (isFree) found.push(placement);
        if (found.length === MAX_CHOICES) return found;
      }
    }
  }
  return found;
}

function placedInOrder(
  order: readonly number[],
  choices: readonly (readonly Placement[])[],
): readonly (Placement | null)[] {
  const taken: Placement[] = [];
  const found: (Placement | null)[] = choices.map(() => null);
  const isFree = ({ box, leader }: Placement): boolean =>
    taken.every(
      (other) =>
        !overlaps(box, other.box, 2) &&
        !(other.leader && touches(other.leader, grown(box, 1))) &&
        !(leader && touches(leader, grown(other.box, 1))) &&
        !(leader && other.leader && crosses(leader, other.leader)),
    );
  for (const i of order) {
    const placement = choices[i]?.find(isFree);
    if (!placement) continue;
    found[i] = placement;
    taken.push(placement);
  }
  return found;
}

/** From beside the mark outwards, in wider and wider steps. */
function distances(reach: number): readonly number[] {
  const steps = [2, CLOSE].filter((d) => d <= reach);
  for (let d = 9; d <= reach; d *= 1.25) steps.push(d);
  return steps;
}

function beside(
  { radius, width, height }: Wanted,
  [x, y]: Point,
  [dx, dy]: Point,
  distance: number,
): Placement {
  const [atX, atY] = [x + dx * (radius + distance), y + dy * (radius + distance)];
  const left = dx > 0.3 ? atX : dx < -0.3 ? atX - width : atX - width / 2;
  const top = Math.abs(dy) < 0.3 ? atY - height / 2 : dy > 0 ? atY : atY - height;
  return {
    box: { left, top, right: left + width, bottom: top + height },
    leader:
      distance <= CLOSE
        ? null
        : { x1: x + dx * radius, y1: y + dy * radius, x2: atX - dx, y2: atY - dy },
  };
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function holds({ left, top, right, bottom }: Box, [x, y]: Point): boolean {
  return x >= left - 0.01 && x <= right + 0.01 && y >= top - 0.01 && y <= bottom + 0.01;
}

/** Whether two straight lines cross. */
export function crosses(a: Stroke, b: Stroke): boolean {
  const side = (s: Stroke, x: number, y: number) =>
    Math.sign((s.x2 - s.x1) * (y - s.y1) - (s.y2 - s.y1) * (x - s.x1));
  return side(a, b.x1, b.y1) !== side(a, b.x2, b.y2) && side(b, a.x1, a.y1) !== side(b, a.x2, a.y2);
}
