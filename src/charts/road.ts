import type { Decimal, Lang, PartialDate, Text } from '../dataset/table-schema.ts';
import {
  capitalised,
  formatDate,
  formatDecimal,
  formatInteger,
  formatList,
} from '../i18n/format.ts';
import { translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Chart, frame, settings } from './chart.ts';
import { breakLines, lineWidth, type Type, writeBlock } from './lines.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

/** When something was reported to have happened, to the precision known. */
export interface RoadDate {
  readonly date: PartialDate;
  /** Whether it is the date of the report, the date of the event being unknown. */
  readonly ofReport: boolean;
}

/** A stage of the programme and what is known of the region there. */
export interface RoadStop {
  readonly name: Text;
  /** Oldest first; none where no source tells of the stage. */
  readonly dates: readonly RoadDate[];
  /** The assessment score announced there. */
  readonly score: Decimal | null;
  readonly category: Text | null;
}

export interface RoadData {
  readonly area: string;
  readonly cohort: number;
  /** Where the region stands: "percontohan antikorupsi". */
  readonly rung: Text;
  readonly since: RoadDate;
  /** The stages of the programme in their order. */
  readonly stops: readonly RoadStop[];
  /** How the road ended short of, or after, a designation: "tidak terpilih"; else `null`. */
  readonly end: { readonly name: Text; readonly dates: readonly RoadDate[] } | null;
  /** Events outside of the stages. */
  readonly others: readonly { readonly name: Text; readonly dates: readonly RoadDate[] }[];
  /** The printed pass mark of the assessment. */
  readonly passMark: Decimal | null;
}

const HEAD: Type = { size: 13, bold: true };
const SOFT: Type = { ink: 'ink-soft', size: 12 };
const SMALL: Type = { ink: 'ink-soft', size: 12 };
const DOT = 6;
/** From this width on the road may run from left to right. */
const WIDE = 720;

/** "26 Agustus 2024 dan 27 Agustus 2024", "12 Februari 2025 (tanggal berita)". */
export function datesText(dates: readonly RoadDate[], lang: Lang): string {
  const t = translator(lang);
  const reported = dates.length > 0 && dates.every(({ ofReport }) => ofReport);
  // A date is never broken over two lines.
  const shown = dates
    .slice(0, 2)
    .map(({ date }) => formatDate(date, lang).replaceAll(' ', '\u00a0'));
  const more = dates.length - shown.length;
  if (more > 0) {
    const n = formatInteger(more, lang);
    shown.push(t({ id: `${n} tanggal lain`, en: `${n} other date${more > 1 ? 's' : ''}` }));
  }
  const suffix = t({ id: ' (tanggal berita)', en: ' (date of the report)' });
  return `${formatList(shown, lang)}${reported ? suffix : ''}`;
}

/** One place on the road, ready to be drawn. */
interface Place {
  readonly name: string;
  readonly known: boolean;
  readonly isPresent: boolean;
  /** What stands under the name, line by line. */
  readonly notes: readonly { readonly words: string; readonly type: Type }[];
}

function placesOf(data: RoadData, lang: Lang): readonly Place[] {
  const t = translator(lang);
  const lastKnown = data.stops.findLastIndex(({ dates }) => dates.length > 0);
  const present = data.end ? data.stops.length : lastKnown;
  const stops = data.stops.map(({ name, dates, score, category }, i): Place => {
    // A score that is printed again at a later stage is told once.
    const isNew = data.stops.findIndex((stop) => stop.score === score) === i;
    const known = dates.length > 0;
    const notes: { words: string; type: Type }[] = [];
    if (i === present) notes.push({ words: data.rung[lang], type: { ink: 'region', bold: true } });
    if (score !== null && isNew) {
      const number = formatDecimal(score, lang);
      const words = [category ? `${number}, ${category[lang]}` : number];
      if (data.passMark !== null) {
        const mark = formatDecimal(data.passMark, lang);
        words.push(t({ id: `nilai lulus ${mark}`, en: `pass mark ${mark}` }));
      }
      notes.push({ words: words.join('; '), type: { bold: true } });
    }
    notes.push({ words: known ? datesText(dates, lang) : MISSING.not_found[lang], type: SOFT });
    return { name: name[lang], known, isPresent: i === present, notes };
  });
  if (!data.end) return stops;
  // Nothing is expected of the stages after the last one told, once the road has ended.
  const { name, dates } = data.end;
  return [
    ...stops.slice(0, lastKnown + 1),
    {
      name: capitalised(name[lang]),
      known: true,
      isPresent: true,
      notes: [{ words: datesText(dates, lang), type: SOFT }],
    },
  ];
}

function markOf(theme: Theme, x: number, y: number, { known, isPresent }: Place): Markup[] {
  const halo = isPresent
    ? [
        el('circle', {
          ...paint(theme, { fill: 'region-soft', stroke: 'region', strokeWidth: 1.5 }),
          cx: x,
          cy: y,
          r: DOT + 4,
        }),
      ]
    : [];
  const dot = known
    ? el('circle', { ...paint(theme, { fill: 'region' }), cx: x, cy: y, r: DOT })
    : el('circle', {
        ...paint(theme, {
          fill: 'paper',
          stroke: 'line-strong',
          strokeWidth: 1.5,
          dash: '2.5 2.5',
        }),
        cx: x,
        cy: y,
        r: DOT,
      });
  return [...halo, dot];
}

function segment(theme: Theme, from: Place, to: Place, at: readonly number[]): Markup {
  const [x1, y1, x2, y2] = at;
  const told = from.known && to.known;
  return el('line', {
    ...paint(theme, {
      stroke: told ? 'region' : 'line-strong',
      strokeWidth: told ? 2 : 1.5,
      ...(told ? {} : { dash: '2 4' }),
    }),
    x1,
    y1,
    x2,
    y2,
  });
}

/** Room left of the words on a road that runs downwards. */
const GUTTER = 32;
const CENTRE = DOT + 5;

function nameType({ known, isPresent }: Place): Type {
  return { size: 13, bold: isPresent, ink: known ? 'ink' : 'ink-soft' };
}

function drawDown(theme: Theme, places: readonly Place[], width: number, top: number) {
  const markup: Markup[] = [];
  const centres: number[] = [];
  let y = top;
  for (const place of places) {
    centres.push(y + 10);
    const name = writeBlock(theme, GUTTER, y + 1, width - GUTTER, place.name, nameType(place));
    markup.push(...name.markup);
    y += name.height + 1;
    for (const { words, type } of place.notes) {
      const block = writeBlock(theme, GUTTER, y, width - GUTTER, words, type);
      markup.push(...block.markup);
      y += block.height;
    }
    y += 10;
  }
  const lines = places.slice(1).flatMap((place, i) => {
    const before = places[i];
    const [from = 0, to = 0] = centres.slice(i, i + 2);
    return before ? [segment(theme, before, place, [CENTRE, from, CENTRE, to])] : [];
  });
  const marks = places.flatMap((place, i) => markOf(theme, CENTRE, centres[i] ?? 0, place));
  return { markup: [...lines, ...marks, ...markup], bottom: y };
}

/** A short road does not stretch over a wide page. */
function columnOf(places: readonly Place[], width: number): number {
  return Math.min(200, width / places.length);
}

function drawAcross(theme: Theme, places: readonly Place[], width: number, top: number) {
  const column = columnOf(places, width);
  const room = column - 12;
  const y = top + CENTRE;
  const markup: Markup[] = [];
  let bottom = y;
  places.forEach((place, i) => {
    const x = i * column;
    const name = writeBlock(theme, x, y + CENTRE + 4, room, place.name, nameType(place));
    markup.push(...name.markup);
    let foot = y + CENTRE + 4 + name.height + 1;
    for (const { words, type } of place.notes) {
      const block = writeBlock(theme, x, foot, room, words, type);
      markup.push(...block.markup);
      foot += block.height + 1;
    }
    bottom = Math.max(bottom, foot);
  });
  const at = (i: number) => i * column + CENTRE;
  const lines = places.slice(1).flatMap((place, i) => {
    const before = places[i];
    return before ? [segment(theme, before, place, [at(i), y, at(i + 1), y])] : [];
  });
  const marks = places.flatMap((place, i) => markOf(theme, at(i), y, place));
  return { markup: [...lines, ...marks, ...markup], bottom: bottom + 6 };
}

/** Whether every word of every place fits into a column of its own. */
function fitsAcross(places: readonly Place[], width: number): boolean {
  const room = columnOf(places, width) - 12;
  const fits = (words: string, type: Type) =>
    words.split(' ').every((word) => lineWidth(word, type) <= room);
  return places.every(
    (place) =>
      fits(place.name, nameType(place)) &&
      place.notes.every(
        ({ words, type }) => fits(words, type) && breakLines(words, room, type).length <= 4,
      ),
  );
}

/**
 * A region's way through the stages of one cohort: every stage with the dates that sources tell,
 * the place it stands at now, and a hollow place where nothing was found.
 */
export const road: Chart<RoadData> = (data, options) => {
  const set = settings(options);
  const { lang, width, theme } = set;
  const t = translator(lang);
  const places = placesOf(data, lang);
  const since = datesText([data.since], lang);
  const standing = t({
    id: `Angkatan ${data.cohort}: ${data.rung.id}, ${since}`,
    en: `Cohort of ${data.cohort}: ${data.rung.en}, ${since}`,
  });
  const head = writeBlock(theme, 0, 0, width, standing, HEAD);
  const across = width >= WIDE && fitsAcross(places, width);
  const drawn = (across ? drawAcross : drawDown)(theme, places, width, head.height + 12);
  let y = drawn.bottom;
  const parts = [...head.markup, ...drawn.markup];
  const others = data.others.map(({ name, dates }) => `${name[lang]}, ${datesText(dates, lang)}`);
  if (others.length > 0) {
    const words = `${t({ id: 'Juga diberitakan', en: 'Also reported' })}: ${others.join('; ')}.`;
    const block = writeBlock(theme, 0, y, width, words, SMALL);
    parts.push(...block.markup);
    y += block.height + 2;
  }

  const told = data.stops.filter(({ dates }) => dates.length > 0);
  const missing = data.stops
    .slice(0, places.length)
    .filter(({ dates }, i) => dates.length === 0 && places[i]?.known === false);
  const description = [
    `${data.area}. ${standing}.`,
    told.length > 0 &&
      `${told
        .map(({ name, dates, score }) =>
          [name[lang], score && formatDecimal(score, lang), datesText(dates, lang)]
            .filter(Boolean)
            .join(', '),
        )
        .join('; ')}.`,
    missing.length > 0 &&
      `${formatList(
        missing.map(({ name }) => name[lang]),
        lang,
      )}: ${MISSING.not_found[lang]}.`,
    data.end && `${capitalised(data.end.name[lang])}, ${datesText(data.end.dates, lang)}.`,
    others.length > 0 && `${others.join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
  return frame(
    set,
    {
      kind: 'road',
      height: Math.ceil(y),
      title: t({
        id: `Jalan ${data.area} dalam angkatan ${data.cohort} percontohan antikorupsi`,
        en: `The road of ${data.area} in the ${data.cohort} cohort of anti-corruption pilots`,
      }),
      description,
    },
    parts,
  );
};
