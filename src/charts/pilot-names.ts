/** How maps name the pilots: one look on all of them. */
import { formatList } from '../i18n/format.ts';
import type { Lang, Text } from '../i18n/lang.ts';
import { type Box, drawLabel, overlaps, type Stroke, touches } from './boxes.ts';
import type { Type } from './lines.ts';
import { type MapData, mapName } from './map.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

export const PILOT: Type = { size: 12, bold: true, ink: 'pilot' };
export const PILOT_HEIGHT = 14;
/** Narrower charts leave out "Kabupaten": the mark says it, or the list. */
const SHORT_NAMES_BELOW = 560;

/** A name with its place, and the line to its mark where it stands away from it. */
export interface PilotName {
  readonly text: string;
  readonly box: Box;
  readonly leader: Stroke | null;
}

/** The names that found room, and those that did not. */
export interface PilotNames {
  readonly names: readonly PilotName[];
  readonly left: readonly string[];
}

/** The places of the pilots among those shown. */
export function pilotsOf({ places }: MapData): readonly number[] {
  return places.flatMap(({ isPilot }, i) => (isPilot ? [i] : []));
}

/** A pilot's name as a map of this width writes it. */
export function pilotText(name: string, width: number): string {
  return width < SHORT_NAMES_BELOW ? mapName(name) : name;
}

/** Words are drawn to half a pixel, lines are not. */
const SLACK = 0.5;

function widened({ left, right, top, bottom }: Box): Box {
  return { left: left - SLACK, right: right + SLACK, top, bottom };
}

/** Whether neither a name nor its line meets those that stand already. */
export function isClear(name: PilotName, others: readonly PilotName[]): boolean {
  return others.every(
    (other) =>
      !overlaps(other.box, name.box, 0.5) &&
      !(other.leader && touches(other.leader, widened(name.box))) &&
      !(name.leader && touches(name.leader, widened(other.box))),
  );
}

/** The same names further down. */
export function lowered(names: readonly PilotName[], by: number): readonly PilotName[] {
  return names.map(({ text, box, leader }) => ({
    text,
    box: { ...box, top: box.top + by, bottom: box.bottom + by },
    leader: leader && { ...leader, y1: leader.y1 + by, y2: leader.y2 + by },
  }));
}

/** The lines of the names: drawn before marks, which they must not cover. */
export function drawLeaders(theme: Theme, names: readonly PilotName[]): readonly Markup[] {
  const line = paint(theme, { stroke: 'pilot', strokeWidth: 0.9 });
  return names.flatMap(({ leader }) => (leader ? [el('line', { ...line, ...leader })] : []));
}

/** The names themselves. */
export function drawNames(theme: Theme, names: readonly PilotName[]): readonly Markup[] {
  return names.map(({ text, box }) =>
    drawLabel(theme, { ...PILOT, x: box.left, y: box.bottom - 3.5, text }),
  );
}

/** What the note says of names: who has one, where the marks do not say it, and who found no room. */
export function namesNote(data: MapData, { names, left }: PilotNames, lang: Lang): string {
  const words: Text = {
    id: 'Bernama dan berbingkai: percontohan antikorupsi. ',
    en: 'Named and framed: anti-corruption pilots. ',
  };
  const also = lang === 'id' ? 'Percontohan juga' : 'Pilots too';
  const who = data.kind === 'figures' && names.length > 0 ? words[lang] : '';
  return who + (left.length > 0 ? `${also}: ${formatList(left, lang)}. ` : '');
}
