import { type Box, type Label, labelBox, overlaps, type Stroke, touches, within } from './boxes.ts';
import { lineWidth, type Type } from './lines.ts';
import { spread } from './text-width.ts';

/** A mark on a lane with the words to set above or below the lane. */
export interface NamedDot {
  readonly x: number;
  /** Relative to the middle of the lane. */
  readonly y: number;
  readonly words: string;
}

export interface Labelled {
  /** Baselines relative to the middle of the lane. */
  readonly labels: readonly Label[];
  /** Points of a line from each dot to its label. */
  readonly leaders: readonly (readonly (readonly [number, number])[])[];
}

export interface DotRoom {
  readonly left: number;
  readonly right: number;
  /** Half the height of the lane, which labels keep out of. */
  readonly edge: number;
  /** Whether labels may stand below the lane too. */
  readonly below: boolean;
  readonly type: Type;
}

/** Distance between lines of labels, and between leaders side by side. */
const STEP = 14;
const LEADER_GAP = 6;
/** Lines on either side, at most. */
const MAX_LINES = 8;
/** Places tried before giving up; a row seldom needs a tenth. */
const MAX_TRIES = 3000;

/** A box with the room that drawing on half pixels may take. */
function near({ left, right, top, bottom }: Box): Box {
  return { left: left - 0.5, right: right + 0.5, top, bottom };
}

interface Place {
  readonly label: Label;
  readonly box: Box;
  readonly stroke: Stroke;
  readonly leader: readonly (readonly [number, number])[];
}

/**
 * Sets a label for every dot so that no label and no leader crosses another: in turn above and
 * below where both are allowed, as near as can be, taking back a choice that leaves a later dot
 * without a place. `null` where that fails: then fewer dots have to be labelled.
 */
export function labelDots(dots: readonly NamedDot[], room: DotRoom): Labelled | null {
  const { left, right, edge, below, type } = room;
  const sorted = dots.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const bounds: Box = { left, right, top: -1e4, bottom: 1e4 };
  const preferred = (i: number): -1 | 1 => (below && i % 2 === 1 ? 1 : -1);
  const anchors = sorted.map(() => 0);
  for (const side of [-1, 1]) {
    const own = sorted.flatMap((_, i) => (preferred(i) === side ? [i] : []));
    const places = spread(
      own.map((i) => ({ at: sorted[i]?.x ?? 0, size: LEADER_GAP })),
      0,
      [left + 2, right - 2],
    );
    own.forEach((i, k) => {
      anchors[i] = places[k] ?? 0;
    });
  }

  function* placesOf({ x, y: dotY, words }: NamedDot, i: number): Generator<Place> {
    const ax = anchors[i] ?? x;
    const width = lineWidth(words, type);
    // Measured once: every place has the same size.
    const at0 = labelBox({ ...type, x: 0, y: 0, text: words });
    const over = Math.max(left + 1, Math.min(ax - width / 2, right - width));
    const sides: readonly (-1 | 1)[] = below ? [preferred(i), preferred(i) === -1 ? 1 : -1] : [-1];
    for (const side of sides) {
      for (const [way, at] of [
        ['end', ax - 4],
        ['start', ax + 4],
        ['over', over],
      ] as const) {
        for (let line = 0; line < MAX_LINES; line++) {
          const y = side * (edge + 6 + line * STEP) + (side === -1 ? 0 : 7);
          const label: Label = {
            ...type,
            anchor: way === 'end' ? 'end' : 'start',
            x: at,
            y,
            text: words,
          };
          const left_ = way === 'end' ? at - width : at;
          const box = {
            ...at0,
            left: left_,
            right: left_ + width,
            top: at0.top + y,
            bottom: at0.bottom + y,
          };
          const y1 = side * (edge + 1);
          const y2 = way === 'over' ? (side === -1 ? box.bottom + 1.5 : box.top - 1.5) : y - 4;
          yield {
            label,
            box,
            stroke: { x1: ax, x2: ax, y1, y2 },
            leader: [
              [x, dotY],
              [ax, y1],
              [ax, y2],
            ],
          };
        }
      }
    }
  }

  const choices = sorted.map((dot, i) =>
    [...placesOf(dot, i)].filter(({ box }) => within(box, bounds)),
  );
  const agree = (a: Place, b: Place): boolean =>
    !overlaps(a.box, b.box, 1) &&
    !touches(a.stroke, near(b.box)) &&
    !touches(b.stroke, near(a.box));
  let tries = 0;
  function place(i: number, taken: readonly Place[]): readonly Place[] | null {
    const own = choices[i];
    if (!own) return taken;
    for (const choice of own) {
      if (++tries > MAX_TRIES) return null;
      if (!taken.every((other) => agree(choice, other))) continue;
      const rest = place(i + 1, [...taken, choice]);
      if (rest) return rest;
    }
    return null;
  }

  const placed = place(0, []);
  return (
    placed && {
      labels: placed.map(({ label }) => label),
      leaders: placed.map(({ leader }) => leader),
    }
  );
}
