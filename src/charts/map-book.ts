/**
 * What the maps know, in a form that serves the build and the browser: places once, and for each
 * thing a map can show the group and the figure of every region. `encode…` and `decode…` are the
 * files between the two.
 */
import type { Decimal } from '../dataset/table-schema.ts';
import type { IndicatorId, Rung } from '../dataset/tables/index.ts';
import type { Text } from '../i18n/lang.ts';
import type { CartogramData } from './cartogram.ts';
import type { Land, MapData, MapLevel, MapPlace, Point } from './map.ts';
import type { NationData } from './nation.ts';

/** What a map can show. */
export type MapBy = IndicatorId | 'rung';

export interface BookRegion {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly level: 'regency' | 'city';
  readonly province: string;
  /** Place on the nation's map, moved apart from others that stand in the same place. */
  readonly at: Point;
  /** Column and row in the cartogram. */
  readonly cell: Point;
  /** Where it stands in the programme, and in which cohort. */
  readonly rung: Rung | null;
  readonly cohort: number | null;
}

export interface BookProvince {
  readonly code: string;
  readonly name: string;
  readonly short: string;
}

export interface BookIsland {
  readonly name: Text;
  readonly provinces: readonly string[];
  /** Where its name stands on the nation's map. */
  readonly at: Point | null;
}

export interface MapBook {
  readonly land: Land;
  readonly columns: number;
  readonly rows: number;
  readonly islands: readonly BookIsland[];
  readonly provinces: readonly BookProvince[];
  readonly regions: readonly BookRegion[];
  /** The words for the rungs. */
  readonly rungs: Readonly<Record<Rung, Text>>;
}

/** What a map shows of one region. */
export interface TopicEntry {
  readonly group: number;
  /** The newest figure: its digits, or its word where no number was printed. */
  readonly value: Decimal | Text | null;
  readonly year: number | null;
}

/** One thing a map can show, with an entry for each region of the book, in its order. */
export interface MapTopic extends Pick<MapData, 'subject' | 'kind' | 'years' | 'groups'> {
  readonly by: MapBy;
  readonly entries: readonly TopicEntry[];
}

function chosen(book: MapBook, topic: MapTopic, level: MapLevel, at: (r: BookRegion) => Point) {
  const { subject, kind, years, groups } = topic;
  const places = book.regions.flatMap((region, i): readonly MapPlace[] => {
    const entry = topic.entries[i];
    if (!entry || (level !== 'all' && region.level !== level)) return [];
    const { code, name, province } = region;
    return [
      {
        code,
        name,
        level: region.level,
        province,
        at: at(region),
        group: entry.group,
        isPilot: region.rung === 'designated',
      },
    ];
  });
  return { subject, kind, years, level, groups, places };
}

/** The data of the nation's map. */
export function nationData(book: MapBook, topic: MapTopic, level: MapLevel = 'all'): NationData {
  return {
    ...chosen(book, topic, level, ({ at }) => at),
    land: book.land,
    islands: book.islands.flatMap(({ name, at }) => (at ? [{ name, at }] : [])),
  };
}

/** The data of the cartogram. */
export function cartogramData(
  book: MapBook,
  topic: MapTopic,
  level: MapLevel = 'all',
): CartogramData {
  const { columns, rows, provinces, islands, regions } = book;
  return {
    ...chosen(book, topic, level, ({ cell }) => cell),
    columns,
    rows,
    provinces,
    islands,
    ground: regions
      .filter((region) => level !== 'all' && region.level !== level)
      .map(({ cell, province }) => ({ at: cell, province })),
  };
}

/** The slug that most names have: files need not repeat it. */
function plainSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

type RegionRow = [
  code: string,
  name: string,
  isCity: 0 | 1,
  x: number,
  y: number,
  column: number,
  row: number,
  rung?: number,
  cohort?: number,
  slug?: string,
];

/** The land's path is not in the file: the map on the page has it. */
interface BookFile extends Omit<MapBook, 'regions' | 'land'> {
  readonly land: Omit<Land, 'path'>;
  readonly regions: readonly RegionRow[];
}

const RUNGS: readonly Rung[] = [
  'proposed',
  'observed',
  'candidate',
  'designated',
  'not_selected',
  'passed_on',
];

/** The file of the places. */
export function encodeBook({ regions, land: { width, height }, ...rest }: MapBook): string {
  const rows = regions.map((region): RegionRow => {
    const { code, name, slug, level, at, cell, rung, cohort } = region;
    const row: RegionRow = [code, name, level === 'city' ? 1 : 0, ...at, ...cell];
    if (rung !== null) row.push(RUNGS.indexOf(rung), cohort ?? 0);
    else if (slug !== plainSlug(name)) row.push(-1, 0);
    if (slug !== plainSlug(name)) row.push(slug);
    return row;
  });
  return JSON.stringify({ ...rest, land: { width, height }, regions: rows } satisfies BookFile);
}

/** Reads the file of the places; `landPath` comes from the map that is already drawn. */
export function decodeBook(text: string, landPath: string): MapBook {
  const { regions, land, ...rest }: BookFile = JSON.parse(text);
  return {
    ...rest,
    land: { ...land, path: landPath },
    regions: regions.map(([code, name, isCity, x, y, column, row, rung, cohort, slug]) => ({
      code,
      name,
      slug: slug ?? plainSlug(name),
      level: isCity ? 'city' : 'regency',
      province: code.slice(0, 2),
      at: [x, y],
      cell: [column, row],
      rung: RUNGS[rung ?? -1] ?? null,
      cohort: cohort || null,
    })),
  };
}

type EntryRow = number | [group: number, value: string | number | null, year: number | null];

interface TopicFile extends Omit<MapTopic, 'entries'> {
  /** Words that stand in place of numbers. */
  readonly words: readonly Text[];
  readonly entries: readonly EntryRow[];
}

/** The file of one thing a map can show. */
export function encodeTopic({ entries, ...rest }: MapTopic): string {
  const words: Text[] = [];
  const wordIndex = (word: Text): number => {
    const found = words.findIndex(({ id, en }) => id === word.id && en === word.en);
    return found >= 0 ? found : words.push(word) - 1;
  };
  const rows = entries.map(({ group, value, year }): EntryRow => {
    if (value === null && year === null) return group;
    return [group, value === null || typeof value === 'string' ? value : wordIndex(value), year];
  });
  return JSON.stringify({ ...rest, words, entries: rows } satisfies TopicFile);
}

/** Reads such a file. */
export function decodeTopic(text: string): MapTopic {
  const { words, entries, ...rest }: TopicFile = JSON.parse(text);
  return {
    ...rest,
    entries: entries.map((row): TopicEntry => {
      if (typeof row === 'number') return { group: row, value: null, year: null };
      const [group, value, year] = row;
      return {
        group,
        value: typeof value === 'number' ? (words[value] ?? null) : (value as Decimal | null),
        year,
      };
    }),
  };
}

/** Where what is shown of a region was printed. */
export interface SourceEntry {
  /** Id of the source. */
  readonly source: string;
  /** Where the fact stands on the source's page. */
  readonly anchor: string;
  /** The band of the figure, in full. */
  readonly band: Text | null;
}

/** The sources of one thing a map can show, with an entry for each region, in the book's order. */
export interface MapSources {
  readonly by: MapBy;
  readonly entries: readonly (SourceEntry | null)[];
}

/** Regions without a source are 0; the anchor is there only where it is not the usual one. */
type SourceRow = 0 | [source: number, band: number, anchor?: string];

interface SourceFile {
  readonly by: MapBy;
  readonly sources: readonly string[];
  readonly bands: readonly Text[];
  readonly entries: readonly SourceRow[];
}

/** The anchor of a figure, as most sources' pages have it. */
function plainAnchor(code: string, by: MapBy, year: number | null): string {
  return `${code}-${by}-${year}`;
}

/** The file of the sources, fetched only when somebody asks for them. */
export function encodeSources({ by, entries }: MapSources, book: MapBook, topic: MapTopic): string {
  const sources: string[] = [];
  const bands: Text[] = [];
  const at = <T>(list: T[], item: T, isSame: (other: T) => boolean): number => {
    const found = list.findIndex(isSame);
    return found >= 0 ? found : list.push(item) - 1;
  };
  const rows = entries.map((entry, i): SourceRow => {
    if (!entry) return 0;
    const { source, anchor, band } = entry;
    const row: SourceRow = [
      at(sources, source, (other) => other === source),
      band ? at(bands, band, ({ id, en }) => id === band.id && en === band.en) : -1,
    ];
    const usual = plainAnchor(book.regions[i]?.code ?? '', by, topic.entries[i]?.year ?? null);
    if (anchor !== usual) row.push(anchor);
    return row;
  });
  return JSON.stringify({ by, sources, bands, entries: rows } satisfies SourceFile);
}

/** Reads such a file. */
export function decodeSources(text: string, book: MapBook, topic: MapTopic): MapSources {
  const { by, sources, bands, entries }: SourceFile = JSON.parse(text);
  return {
    by,
    entries: entries.map((row, i): SourceEntry | null => {
      if (row === 0) return null;
      const [source, band, anchor] = row;
      const usual = plainAnchor(book.regions[i]?.code ?? '', by, topic.entries[i]?.year ?? null);
      return { source: sources[source] ?? '', anchor: anchor ?? usual, band: bands[band] ?? null };
    }),
  };
}
