import type { Text } from '../dataset/table-schema.ts';
import { formatInteger, formatList } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Chart, frame, type Settings, settings } from './chart.ts';
import type { NamedFigure } from './distribution-base.ts';
import { tellRest } from './distribution-rest.ts';
import { LIMIT } from './distribution-threshold.ts';
import {
  countText,
  placeName,
  restText,
  thresholdLabel,
  withoutNumber,
} from './distribution-words.ts';
import { drawDots } from './dot-pile.ts';
import { HEAD, leading, lineWidth, SOFT, type Type, write, writeBlock } from './lines.ts';
import type { BandInk } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

/** One grade or opinion, and how many areas have it. */
export interface Grade {
  readonly label: Text;
  readonly ink: BandInk;
  readonly count: number;
  /** The pilots among them. */
  readonly pilots: readonly string[];
}

export interface GradesData {
  readonly indicator: Text;
  readonly year: number;
  /** The word for the areas in the plural: "kabupaten". */
  readonly areas: Text;
  /** How many areas could have a figure. */
  readonly total: number;
  /** Every grade of the scheme, from the worst to the best. */
  readonly grades: readonly Grade[];
  /** Pilots without a figure. */
  readonly missing: readonly string[];
  /** The entry threshold as printed ("≥ B"), and the lowest grade that meets it. */
  readonly threshold: { readonly text: Text; readonly grade: number } | null;
}

const DOT = 4.5;
const PITCH = 11;
const PILOT: Type = { ink: 'pilot' };

/** The same in the shape that the words of distributions take. */
function baseOf({ indicator, year, areas, total, missing }: GradesData) {
  const pilots = missing.map((name): NamedFigure => ({ name, value: null, category: null }));
  return { indicator, year, areas, total, categories: [], region: null, pilots, threshold: null };
}

/** Every area whose grade is known as one dot beside its grade, the pilots named under theirs. */
export const grades: Chart<GradesData> = (data, options) => {
  const set = settings(options);
  const { lang, width, theme } = set;
  const t = translator(lang);
  const base = baseOf(data);
  const known = data.grades.reduce((sum, { count }) => sum + count, 0);
  const indicator = data.indicator[lang];
  const counted = `${indicator} ${data.year}: ${countText(known, base, lang)}`;
  const head = writeBlock(theme, 0, 0, width, counted, HEAD);
  const note = writeBlock(theme, 0, head.height + 2, width, noteText(data, lang), SOFT);
  const rows = drawRows(set, data, head.height + note.height + 12);
  const tail = tellRest(set, base, known, rows.bottom + 2);
  const rest = restText(known, base, lang);
  const description = [
    `${counted}.`,
    known > 0 && `${formatList(gradeWords(data, lang), lang)}.`,
    data.threshold && `${capital(thresholdLabel(data.threshold, lang))}.`,
    ...data.grades.flatMap(({ label, pilots }) =>
      pilots.map((name) => `${t({ id: 'Percontohan', en: 'Pilot' })} ${name}: ${label[lang]}.`),
    ),
    ...withoutNumber(base.pilots, lang).map((words) => `${words}.`),
    rest && `${rest}.`,
    t({ id: 'Media memilih daerah yang diberitakannya.', en: 'The press picks whom it reports.' }),
  ]
    .filter(Boolean)
    .join(' ');
  const title = t({
    id: `Sebaran ${indicator} ${data.year}: ${data.areas.id}`,
    en: `Distribution of ${indicator} ${data.year}: ${data.areas.en}`,
  });
  const height = Math.ceil(rows.bottom + 2 + tail.height);
  return frame(set, { kind: 'grades', height, title, description }, [
    ...head.markup,
    ...note.markup,
    ...rows.markup,
    ...tail.markup,
  ]);
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function noteText({ grades: all }: GradesData, lang: Lang): string {
  const t = translator(lang);
  const dot = t({ id: 'Tiap titik satu daerah', en: 'Each dot is one region' });
  return all.some(({ pilots }) => pilots.length > 0)
    ? `${dot}; ${t({ id: 'yang bernama: percontohan antikorupsi', en: 'those named: anti-corruption pilots' })}`
    : dot;
}

/** "12 A", from the best; those nobody has are left out. */
function gradeWords({ grades: all }: GradesData, lang: Lang): readonly string[] {
  return all
    .filter(({ count }) => count > 0)
    .toReversed()
    .map(({ label, count }) => `${formatInteger(count, lang)} ${label[lang]}`);
}

/** One row for each grade, the best on top, as in a ranking. */
function drawRows({ lang, width, theme }: Settings, data: GradesData, top: number) {
  const parts: (Markup | null)[] = [];
  const labels = data.grades.map(({ label }) => lineWidth(label[lang], { bold: true }));
  const column = Math.min(width * 0.4, Math.max(0, ...labels));
  const left = Math.ceil(column) + 24;
  const most = Math.max(0, ...data.grades.map(({ count }) => count));
  const countWidth = lineWidth(formatInteger(most, lang), { bold: true }) + 8;
  const perLine = Math.max(1, Math.floor((width - left - countWidth) / PITCH));
  let y = top;
  for (const [i, grade] of [...data.grades.entries()].toReversed()) {
    const start = y;
    const name = writeBlock(theme, 14, y, column, grade.label[lang], { bold: true });
    parts.push(
      el('rect', { ...paint(theme, { fill: grade.ink }), x: 0, y: y + 3, width: 9, height: 9 }),
      ...name.markup,
    );
    const lines = Math.max(1, Math.ceil(grade.count / perLine));
    const points = Array.from({ length: grade.count }, (_, k): readonly [number, number] => [
      left + DOT + (k % perLine) * PITCH,
      start + 7.5 + Math.floor(k / perLine) * PITCH,
    ]);
    if (grade.count === 0) {
      parts.push(write(theme, left, y + 12, MISSING.not_found[lang], SOFT));
    } else {
      const [x, middle] = points.at(-1) ?? [left, y];
      parts.push(
        drawDots(theme, 'pilot', DOT, points.slice(0, grade.pilots.length)),
        drawDots(theme, 'ink-soft', DOT, points.slice(grade.pilots.length)),
        write(theme, x + DOT + 5, middle + 4.5, formatInteger(grade.count, lang), { bold: true }),
      );
    }
    y += lines * PITCH + 5;
    if (grade.pilots.length > 0) {
      const names = grade.pilots.map((each) => placeName(each, width)).join(', ');
      const block = writeBlock(theme, left, y, width - left, names, PILOT);
      parts.push(...block.markup);
      y += block.height + 2;
    }
    y = Math.max(y, start + name.height) + 5;
    if (data.threshold?.grade === i) {
      // It parts the grades that meet it from those below.
      const label = thresholdLabel(data.threshold, lang);
      parts.push(
        el('line', {
          ...paint(theme, { stroke: 'threshold', strokeWidth: 1.5 }),
          x1: 0,
          y1: y,
          x2: width,
          y2: y,
        }),
        write(theme, width, y + 13, label, { ...LIMIT, anchor: 'end' }),
      );
      y += leading(LIMIT) + 6;
    }
  }
  return { markup: parts, bottom: y };
}
