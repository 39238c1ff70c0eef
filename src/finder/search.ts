/**
 * Which region is meant. A radix tree of the names' words (MiniSearch's) finds who may be meant,
 * tolerant to typing errors; the ranking compares each candidate with the whole query.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { type IndexRow, slugOf } from './index-data.ts';
import { slipsBetween, soundOf, wordsOf } from './text.ts';

export type Level = 'province' | 'regency' | 'city';

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly level: Level;
  /** Name of its province; null for a province. */
  readonly province: string | null;
}

export interface Hit extends Place {
  /** The other name that was meant; null where it is the area's own. */
  readonly alias: string | null;
  /** How far the query is from the name: 0 the same, below 1 no letter wrong. */
  readonly cost: number;
}

export type Finder = (query: string, limit?: number) => readonly Hit[];

/** A text to compare, prepared once. */
interface Spelled {
  readonly words: readonly string[];
  readonly sounds: readonly string[];
  /** Without the spaces: "tulung agung" and "tulungagung" are one. */
  readonly joined: string;
  readonly sound: string;
}

interface Entry {
  readonly place: Place;
  /** The name without its level: twins share it. */
  readonly bare: string;
  readonly residents: number;
  /** Words people write behind a name, by sound: its province's names and its own other ones. */
  readonly context: ReadonlySet<string>;
}

interface Name extends Spelled {
  readonly entry: Entry;
  readonly text: string | null;
  /** What it costs to be called so. */
  readonly offset: number;
}

/** One way to read a query. */
interface Reading extends Spelled {
  readonly level: Level | null;
  /** Whether the words are kept as typed: then only a whole name counts. */
  readonly isVerbatim: boolean;
  readonly offset: number;
}

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  regency: 'kabupaten kab kabup pemkab bupati regency',
  city: 'kota pemkot walikota kotamadya kodya city',
  province: 'provinsi prov propinsi prop pemprov gubernur province',
};
const LEVEL_OF = new Map(
  Object.entries(LEVEL_WORDS).flatMap(([level, words]) =>
    words.split(' ').map((word) => [word, level as Level] as const),
  ),
);
/** Words that say nothing of which area is meant. */
const IDLE = new Set('pemerintah pem pemda daerah administrasi adm wali of the'.split(' '));
const GLUED = /^(kota|kabupaten|kab|pemkot|pemkab|provinsi|prov|pemprov)(.{4,})$/;

/** English and abbreviated parts of names. */
const PARTS = new Map(
  'north=utara south=selatan east=timur west=barat central=tengah southeast=tenggara southwest=barat+daya islands=kepulauan island=pulau java=jawa kep=kepulauan peg=pegunungan tg=tanjung tj=tanjung tjg=tanjung brt=barat tmr=timur utr=utara slt=selatan tgh=tengah sei=sungai'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

const OFFSETS = [0.05, 0.15, 0.25];
/** Asking for the city where there is a regency of the name, or the other way round. */
const OTHER_LEVEL = 0.5;
/** What nobody can make sense of. */
const STRAY_WORD = 1.5;
/** Letters that are read of a query: more than any name has. */
const LONGEST = 100;
/** What is further off than this, or this much further than the best, is not offered. */
const WORST = 3;
const SPREAD = 0.9;
/** From here on no name was met well, and all of them are compared. */
const POOR = 1.4;

function spell(words: readonly string[]): Spelled {
  const joined = words.join('');
  return { words, sounds: words.map(soundOf), joined, sound: soundOf(joined) };
}

/** How many slips are forgiven: short names are too near to each other. */
function forgiven(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 13 ? 2 : 3;
}

/** What the first letter adds: people rarely get it wrong. */
const firstLetter = (typed: string, name: string) => (typed[0] === name[0] ? 0 : 0.3);

/** The whole query against the whole name, spaces apart. */
function wholeCost(query: Spelled, name: Spelled): number {
  if (query.joined === name.joined) return 0;
  if (query.sound === name.sound) return 0.2;
  const rest = Math.min(20, Math.max(0, name.joined.length - query.joined.length)) / 100;
  if (name.joined.startsWith(query.joined)) return 0.4 + rest;
  if (name.sound.startsWith(query.sound)) return 0.55 + rest;
  const limit = forgiven(query.sound.length);
  if (limit === 0 || query.sound.length - name.sound.length > limit) return Infinity;
  const { whole, beginning } = slipsBetween(query.sound, name.sound);
  const first = firstLetter(query.sound, name.sound);
  return Math.min(
    whole <= limit ? whole + 0.1 + first : Infinity,
    query.sound.length >= 5 && beginning < limit ? beginning + 0.6 + rest + first : Infinity,
  );
}

function wordCost(query: Spelled, i: number, name: Spelled, j: number): number {
  const [word = '', sound = ''] = [query.words[i], query.sounds[i]];
  const [own = '', ownSound = ''] = [name.words[j], name.sounds[j]];
  if (word === own) return 0;
  if (sound === ownSound) return 0.1;
  if (own.startsWith(word)) return 0.2;
  if (ownSound.startsWith(sound)) return 0.3;
  const limit = forgiven(sound.length);
  if (limit === 0 || Math.abs(sound.length - ownSound.length) > limit) return Infinity;
  const { whole } = slipsBetween(sound, ownSound);
  return whole <= limit ? whole + 0.1 + firstLetter(sound, ownSound) : Infinity;
}

/** Word by word, in any order; what is left over may be the context. */
function wordsCost(query: Spelled, name: Name): number {
  const used = new Set<number>();
  let cost = 0.1;
  let strays = 0;
  let furthest = -1;
  for (const [i, sound] of query.sounds.entries()) {
    let least = Infinity;
    let at = -1;
    for (let j = 0; j < name.words.length; j += 1) {
      if (used.has(j)) continue;
      const each = wordCost(query, i, name, j);
      if (each < least) [least, at] = [each, j];
    }
    if (least < Infinity) {
      used.add(at);
      cost += least + (at < furthest ? 0.1 : 0);
      furthest = at;
    } else if (name.entry.context.has(sound)) cost += 0.3;
    else strays += 1;
  }
  if (strays > used.size || used.size === 0) return Infinity;
  return cost + strays * STRAY_WORD + 0.2 * (name.words.length - used.size);
}

function isNearly(word: string, known: string): boolean {
  return word.length > 5 && word[0] === known[0] && slipsBetween(word, known).whole <= 2;
}

function levelOf(word: string): Level | undefined {
  const level = LEVEL_OF.get(word);
  if (level) return level;
  return isNearly(word, 'kabupaten')
    ? 'regency'
    : isNearly(word, 'provinsi')
      ? 'province'
      : undefined;
}

/** The ways to read a query: as typed, without its level, and with its parts written out. */
function readingsOf(words: readonly string[]): readonly Reading[] {
  let level: Level | null = null;
  const rest = words.filter((word) => {
    const own = levelOf(word);
    level ??= own ?? null;
    return !own && !IDLE.has(word);
  });
  const readings: Reading[] = [];
  const add = (own: readonly string[], of: Level | null, isVerbatim: boolean, offset: number) => {
    if (own.length > 0) readings.push({ ...spell(own), level: of, isVerbatim, offset });
  };
  add(words, null, true, 0);
  add(rest, level, false, 0);
  const full = rest.flatMap((word) => PARTS.get(word)?.split('+') ?? [word]);
  if (full.some((word, i) => word !== rest[i])) add(full, level, false, 0.05);
  const [, prefix, own] = GLUED.exec(words[0] ?? '') ?? [];
  if (prefix && own) add([own, ...words.slice(1)], levelOf(prefix) ?? null, false, 0.1);
  return readings;
}

function costOf(readings: readonly Reading[], name: Name): number {
  let least = Infinity;
  for (const reading of readings) {
    let cost = wholeCost(reading, name);
    if (!reading.isVerbatim && (reading.words.length > 1 || name.words.length > 1)) {
      cost = Math.min(cost, wordsCost(reading, name));
    }
    if (reading.level && reading.level !== name.entry.place.level) cost += OTHER_LEVEL;
    least = Math.min(least, cost + reading.offset);
  }
  return least + name.offset;
}

const soundsOf = (text: string) => wordsOf(text).map(soundOf);

function entriesOf(rows: readonly IndexRow[]): { entries: Entry[]; names: Name[] } {
  const provinces = new Map(rows.filter(([code]) => code.length === 2).map((row) => [row[0], row]));
  const contexts = new Map(
    [...provinces].map(([code, [, name, , others = '']]) => [code, soundsOf(`${name} ${others}`)]),
  );
  const names: Name[] = [];
  const entries = rows.map((row) => {
    const [code, name, residents, ...rest] = row;
    const province = provinces.get(code.slice(0, 2));
    const isProvince = code.length === 2;
    const [first = '', ...words] = wordsOf(name);
    const own = isProvince
      ? [first, ...words]
      : words[0] === 'administrasi'
        ? words.slice(1)
        : words;
    const entry: Entry = {
      place: {
        code,
        name,
        slug: rest[3] ?? slugOf(name),
        level: isProvince ? 'province' : first === 'kota' ? 'city' : 'regency',
        province: isProvince ? null : (province?.[1] ?? null),
      },
      bare: own.join(' '),
      residents,
      context: new Set([
        ...(isProvince ? [] : (contexts.get(code.slice(0, 2)) ?? [])),
        ...soundsOf(`${own.join(' ')} ${rest.slice(0, OFFSETS.length).join(' ')}`),
      ]),
    };
    names.push({ ...spell(own), entry, text: null, offset: 0 });
    for (const [kind, offset] of OFFSETS.entries()) {
      for (const text of (rest[kind] ?? '').split('|')) {
        if (text) names.push({ ...spell(wordsOf(text)), entry, text, offset });
      }
    }
    return entry;
  });
  return { entries, names };
}

/** Prepares the search once; it answers in a few milliseconds. */
export function createFinder(rows: readonly IndexRow[]): Finder {
  const { entries, names } = entriesOf(rows);
  const tree = new SearchableMap<Set<Name>>();
  for (const name of names) {
    for (const key of new Set([...name.sounds, name.sound])) {
      tree.fetch(key, () => new Set()).add(name);
    }
  }

  const candidates = (readings: readonly Reading[]): Set<Name> => {
    const found = new Set<Name>();
    const take = (some: Iterable<Name>) => {
      for (const name of some) found.add(name);
    };
    for (const key of new Set(readings.flatMap(({ sounds, sound }) => [...sounds, sound]))) {
      for (const [, some] of tree.atPrefix(key)) take(some);
      const limit = forgiven(key.length);
      // Two letters swapped are one slip to us, and two to the tree.
      if (limit > 0) for (const [some] of tree.fuzzyGet(key, limit + 1).values()) take(some);
    }
    return found;
  };

  const ranked = (readings: readonly Reading[], among: Iterable<Name>): Found[] => {
    const best = new Map<Entry, Found>();
    for (const name of among) {
      const cost = costOf(readings, name);
      if (cost < (best.get(name.entry)?.cost ?? Infinity)) {
        best.set(name.entry, { entry: name.entry, alias: name.text, cost });
      }
    }
    return [...best.values()].sort(
      (a, b) =>
        Math.round(100 * a.cost) - Math.round(100 * b.cost) ||
        Number(a.entry.place.level === 'province') - Number(b.entry.place.level === 'province') ||
        b.entry.residents - a.entry.residents,
    );
  };

  const byCode = (digits: string): Found[] =>
    entries
      .map((entry) => ({ entry, own: entry.place.code.replace('.', '') }))
      .filter(({ own }) => own.startsWith(digits))
      .map(({ entry, own }) => ({ entry, alias: null, cost: own === digits ? 0 : 0.5 }))
      .sort((a, b) => a.cost - b.cost || a.entry.place.code.length - b.entry.place.code.length);

  return (query, limit = 8) => {
    const words = wordsOf(query.slice(0, LONGEST));
    if (words.length === 0) return [];
    let found: Found[];
    if (words.every((word) => /^\d+$/.test(word))) found = byCode(words.join(''));
    else {
      const readings = readingsOf(words);
      found = ranked(readings, candidates(readings));
      if ((found[0]?.cost ?? Infinity) > POOR) found = ranked(readings, names);
    }
    const most = Math.min(WORST, (found[0]?.cost ?? 0) + SPREAD);
    return twinsTogether(found.filter(({ cost }) => cost <= most))
      .slice(0, limit)
      .map(({ entry, alias, cost }) => ({ ...entry.place, alias, cost }));
  };
}

interface Found {
  readonly entry: Entry;
  readonly alias: string | null;
  readonly cost: number;
}

/** A city and a regency of one name stand next to each other. */
function twinsTogether(found: readonly Found[]): readonly Found[] {
  return [...Map.groupBy(found, ({ entry }) => entry.bare).values()].flat();
}

/** The one answer to go to without asking; null where another is as likely, or none is good. */
export function clearAnswer(hits: readonly Hit[]): Hit | null {
  const [first, second] = hits;
  if (!first || first.cost > POOR) return null;
  return second && second.cost - first.cost < 0.3 ? null : first;
}
