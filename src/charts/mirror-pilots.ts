import { translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import type { Label } from './boxes.ts';
import { type Labelled, labelDots } from './label-dots.ts';
import { breakLines, lineWidth } from './lines.ts';
import type { MirrorPilot, MirrorRow } from './mirror.ts';
import {
  BAR,
  type Geometry,
  LABEL_STEP,
  LANE,
  type Part,
  SMALL,
  share,
  showsSteps,
  thresholdStrokes,
} from './mirror-geometry.ts';
import { missingGround, missingLabels } from './mirror-region.ts';
import { noteWords, printed } from './mirror-words.ts';
import { el, type Markup, paint, round, toHalf } from './svg.ts';

interface Dot {
  readonly pilot: MirrorPilot;
  readonly x: number;
  readonly y: number;
}

/** Distance between the middles of dots that lie side by side. */
const PITCH = 10;
/** Of smaller dots, on steps too short for two of the others. */
const SMALL_PITCH = 7.5;

/** Distance and radius of the dots on steps. */
function dotsOnSteps(row: MirrorRow, g: Geometry): { pitch: number; radius: number } {
  const cell = row.scale.kind === 'steps' ? g.plot / row.scale.steps.length : 0;
  return cell >= 2 * PITCH + 2
    ? { pitch: PITCH, radius: 4.25 }
    : { pitch: SMALL_PITCH, radius: 3.25 };
}

/** Dots of a row from the lowest, each at its figure; near ones a little above and below. */
function dotsOf(row: MirrorRow, g: Geometry): readonly Dot[] {
  const sorted = row.pilots.toSorted(
    (a, b) => a.at - b.at || a.year - b.year || (a.code < b.code ? -1 : 1),
  );
  if (row.scale.kind === 'steps') {
    const cell = g.plot / row.scale.steps.length;
    const { pitch } = dotsOnSteps(row, g);
    const perLine = Math.max(1, Math.floor((cell - 2) / pitch));
    return [...Map.groupBy(sorted, (pilot) => pilot.at).values()].flatMap((same) => {
      const lines = Math.ceil(same.length / perLine);
      // As few lines as hold them all, the lines closer where there are many.
      const leap = Math.min(pitch, (2 * LANE) / Math.max(1, lines));
      return same.map((pilot, i): Dot => {
        const line = Math.floor(i / perLine);
        const inLine = Math.min(perLine, same.length - line * perLine);
        return {
          pilot,
          x:
            g.centre +
            share(row, pilot.at, 'dot') * g.plot +
            ((i % perLine) - (inLine - 1) / 2) * Math.min(pitch, cell / perLine),
          y: (line - (lines - 1) / 2) * leap,
        };
      });
    });
  }
  const xs = sorted.map((pilot) => g.centre + toHalf(share(row, pilot.at, 'dot') * g.plot));
  return sorted.map((pilot, i): Dot => {
    const x = xs[i] ?? 0;
    const crowded = xs.some((other, j) => j !== i && Math.abs(other - x) < PITCH);
    return { pilot, x, y: crowded ? (i % 2 === 0 ? -5 : 5) : 0 };
  });
}

/** Two labels at most: the lowest below the lane, the highest above, in lines as they fit. */
function labelExtremes(
  dots: readonly Dot[],
  named: (dot: Dot) => string,
  inTwo: (dot: Dot) => readonly [string, string],
  g: Geometry,
  edge: number,
): Labelled {
  const [low] = dots;
  const high = dots.at(-1);
  const chosen = dots.length > 1 && low ? [{ dot: low, side: 1 as const }] : [];
  const all = high ? [{ dot: high, side: -1 as const }, ...chosen] : chosen;
  const room = g.width - g.centre - 5;
  const labels = all.flatMap(({ dot, side }) => {
    const whole = named(dot);
    const [name, rest] = inTwo(dot);
    const lines =
      lineWidth(whole, SMALL) <= room
        ? [whole]
        : [...breakLines(name, room, SMALL), ...breakLines(rest, room, SMALL)];
    return lines.map((line, i): Label => {
      const w = lineWidth(line, SMALL);
      const left = Math.max(g.centre + 5, Math.min(dot.x - w / 2, g.width - w));
      const y =
        side === -1
          ? -edge - 5 - (lines.length - 1 - i) * LABEL_STEP
          : edge + 12.5 + i * LABEL_STEP;
      return { ...SMALL, x: left, y, text: line };
    });
  });
  const leaders = all.map(({ dot, side }) => [
    [dot.x, dot.y] as const,
    [dot.x, side * (edge + 1)] as const,
  ]);
  return { labels, leaders };
}

/** A leader from its dot to its label, in the fewest signs. */
function leaderPath(points: readonly (readonly [number, number])[], dy: number): string {
  return points
    .map(([x, y], i) => {
      const [toX, toY] = [round(toHalf(x)), round(toHalf(y + dy))];
      const before = points[i - 1];
      if (!before) return `M${toX} ${toY}`;
      if (toHalf(before[0]) === toX) return `V${toY}`;
      return toHalf(before[1] + dy) === toY ? `H${toX}` : `L${toX} ${toY}`;
    })
    .join('');
}

export function pilotSide(row: MirrorRow, g: Geometry): Part {
  const { theme, lang, wide } = g;
  const t = translator(lang);
  const dots = dotsOf(row, g);
  if (dots.length === 0) {
    const labels = missingLabels(MISSING.not_found[lang], 1, g, thresholdStrokes(row, g));
    return { labels, draw: (dy) => missingGround(g, labels, dy) };
  }
  const steps = row.scale.kind === 'steps';
  const ticks = showsSteps(row, g);
  const rest = ({ pilot }: Dot) =>
    steps && ticks ? `(${pilot.year})` : `${printed(pilot, row, lang)} (${pilot.year})`;
  const named = (dot: Dot) => `${dot.pilot.short} ${rest(dot)}`;
  const radius = steps ? dotsOnSteps(row, g).radius : 5;
  const all = wide
    ? labelDots(
        dots.map((dot) => ({ x: dot.x, y: dot.y, words: named(dot) })),
        { left: g.centre + 4, right: g.width, edge: LANE, below: !(steps && ticks), type: SMALL },
      )
    : null;
  const { labels, leaders } =
    all ??
    (steps
      ? { labels: [], leaders: [] }
      : labelExtremes(dots, named, (dot) => [dot.pilot.short, rest(dot)], g, LANE));
  const notes: Label[] = [];
  if (steps && !all) {
    const years = dots.map(({ pilot }) => pilot.year);
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const words = ticks
      ? t({ id: 'angka', en: 'figures of' })
      : [...Map.groupBy(dots, ({ pilot }) => printed(pilot, row, lang))]
          .map(([category, same]) => `${category}: ${same.length}`)
          .join('; ');
    const span = first === last ? `${first}` : `${first}–${last}`;
    const note = ticks ? `${words} ${span}` : `${words} (${span})`;
    const top = LANE + (ticks ? 25 : 12.5);
    notes.push(
      ...breakLines(note, g.width - g.centre - 6, SMALL).map(
        (line, i): Label => ({ ...SMALL, x: g.centre + 6, y: top + i * LABEL_STEP, text: line }),
      ),
    );
  }
  return {
    labels: [...labels, ...notes],
    draw: (dy) => [
      leaders.length > 0 &&
        el('path', {
          ...paint(theme, { fill: 'none', stroke: 'line-strong', strokeWidth: 1 }),
          d: leaders.map((points) => leaderPath(points, dy)).join(''),
        }),
      ...dots.map(({ pilot, x, y }) =>
        el('circle', {
          ...paint(
            theme,
            pilot.sameLevel
              ? { fill: 'pilot', stroke: 'paper', strokeWidth: 1.25 }
              : { fill: 'paper', stroke: 'pilot', strokeWidth: 1.75 },
          ),
          cx: x,
          cy: y + dy,
          r: pilot.sameLevel ? radius + 0.5 : radius - 0.5,
        }),
      ),
    ],
  };
}

/** The pilots' median: a tick under the dots, told in words in the notes. */
export function medianTick(row: MirrorRow, g: Geometry, dy: number): Markup | null {
  if (!row.median) return null;
  const x = g.centre + toHalf(share(row, row.median.at, 'dot') * g.plot);
  return el('line', {
    ...paint(g.theme, { stroke: 'pilot', strokeWidth: 3 }),
    x1: x,
    x2: x,
    y1: dy + BAR - 5,
    y2: dy + LANE + 2,
  });
}

export function notes(row: MirrorRow, g: Geometry, below: number): Part {
  const words = noteWords(row, g.lang, g.wide);
  let y = Math.ceil(below) + 13;
  const labels: Label[] = [];
  let tick: number | null = null;
  for (const word of words) {
    const isMedian = word.startsWith('▏');
    const indent = isMedian ? 14 : 6;
    if (isMedian) tick = y;
    const lines = breakLines(word.replace('▏', ''), g.width - g.centre - indent, SMALL);
    for (const line of lines) {
      labels.push({ ...SMALL, x: g.centre + indent, y, text: line });
      y += LABEL_STEP;
    }
  }
  const at = tick;
  return {
    labels,
    draw: (dy) => [
      at !== null &&
        el('line', {
          ...paint(g.theme, { stroke: 'pilot', strokeWidth: 3 }),
          x1: g.centre + 8.5,
          x2: g.centre + 8.5,
          y1: dy + at - 9,
          y2: dy + at + 1,
        }),
    ],
  };
}
