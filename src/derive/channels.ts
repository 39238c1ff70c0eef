import type { Dataset } from '../dataset/dataset.ts';
import type { Row } from '../dataset/tables/index.ts';

type ChannelRow = Row<'channels'>;
type NationalRow = Row<'national_channels'>;

/** What one or more sources say of a channel in the same words. */
export interface ChannelMention {
  readonly detail_id: string | null;
  readonly detail_en: string | null;
  readonly rows: readonly ChannelRow[];
}

/** A place to complain of one area: every row about it, whatever spelling its source uses. */
export interface LocalChannel {
  readonly area_code: string;
  /** The spelling that most sources print. */
  readonly name: string;
  readonly kinds: readonly ChannelRow['kind'][];
  /** Where it is reached, if a source prints that. */
  readonly url: string | null;
  /** The number to dial, where the name of a hotline is one: "Call Center 112". */
  readonly phone: string | null;
  /** The channel open to everyone that leads to it, where it is the area's part of that one. */
  readonly national: NationalRow | null;
  /** Since when it exists, to the precision known. */
  readonly launched: string | null;
  /** Date of the newest source that names it; `null` where none of them prints its date. */
  readonly lastSeen: string | null;
  /** Newest first, those without a date last. */
  readonly rows: readonly ChannelRow[];
  readonly mentions: readonly ChannelMention[];
}

/** The body that runs national channels, and all of its channels. */
export interface NationalOperator {
  readonly operator: string;
  readonly rows: readonly NationalRow[];
}

export interface Channels {
  of(areaCode: string): readonly LocalChannel[];
  /** Codes of the areas with a channel of their own, in the order of the table. */
  readonly areaCodes: readonly string[];
  /** By the body that runs them, in the order of the table. */
  readonly national: readonly NationalOperator[];
  /** Those to offer at once: the first of each body, and every phone. */
  readonly quick: readonly NationalRow[];
  /** Date of the source of a national channel. */
  lastSeen(row: NationalRow): string | null;
}

/**
 * What two spellings of one channel have in common: "Whistle Blowing System (WBS)" and
 * "Whistleblowing System" are both `wbs`, "LAPOR SP4N" is "SP4N-LAPOR!". Only meant for names
 * within one area: every second inspectorate calls its channel WBS.
 */
export function channelKey(name: string): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/whistle[\s-]*blow(?:ing|er)(?:\s+system)?/g, 'wbs');
  const outside = bare.replace(/\([^)]*\)/g, ' ');
  const words = (text: string) => text.match(/[a-z0-9]+/g) ?? [];
  const own = words(outside);
  return [...new Set(own.length > 0 ? own : words(bare))].sort().join(' ');
}

/** Sorts by date, newest first; what has no date comes last. */
function newestFirst<T>(items: readonly T[], dateOf: (item: T) => string | null): readonly T[] {
  return items.toSorted((a, b) => {
    const [x, y] = [dateOf(a) ?? '', dateOf(b) ?? ''];
    return x < y ? 1 : x > y ? -1 : 0;
  });
}

/** The earliest of some dates; of "2017" and "2017-04" the one that tells more. */
function earliest(dates: readonly (string | null)[]): string | null {
  const [first, ...rest] = dates.filter((date) => date !== null).sort();
  if (first === undefined) return null;
  return rest.find((date) => date.startsWith(`${first}-`)) ?? first;
}

/** The spelling that most rows have; of equals the longest, which tells most. */
function commonName(rows: readonly ChannelRow[]): string {
  const counts = Map.groupBy(rows, (row) => row.channel);
  const [name = ''] = [...counts.keys()].sort(
    (a, b) =>
      (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0) ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  );
  return name;
}

function phoneIn(rows: readonly ChannelRow[]): string | null {
  const names = rows.filter((row) => row.kind === 'hotline').map((row) => row.channel);
  return (
    names.map((name) => name.match(/(?<!\d)\d{3,}(?!\d)/)?.[0]).find((number) => number) ?? null
  );
}

/** Groups the rows about complaint channels. Pure. */
export function buildChannels({ tables }: Pick<Dataset, 'tables'>): Channels {
  const published = new Map(tables.sources.map((source) => [source.id, source.published]));
  const dateOf = (row: { readonly source_id: string }) => published.get(row.source_id) ?? null;
  const nationalByKey = new Map(tables.national_channels.map((row) => [channelKey(row.name), row]));
  const sp4n = nationalByKey.get(channelKey('SP4N-LAPOR!')) ?? null;

  const group = (area_code: string, unsorted: readonly ChannelRow[]): LocalChannel => {
    const rows = newestFirst(unsorted, dateOf);
    const [newest] = rows;
    const kinds = [...new Set(rows.map((row) => row.kind))];
    const url = rows.find((row) => row.url !== null)?.url ?? null;
    return {
      area_code,
      name: commonName(rows),
      kinds,
      url,
      phone: phoneIn(rows),
      national: url === null && kinds.every((kind) => kind === 'sp4n') ? sp4n : null,
      launched: earliest(rows.map((row) => row.launched)),
      lastSeen: newest ? dateOf(newest) : null,
      rows,
      mentions: [...Map.groupBy(rows, (row) => row.detail_id ?? '')].map(([, same]) => ({
        detail_id: same[0]?.detail_id ?? null,
        detail_en: same[0]?.detail_en ?? null,
        rows: same,
      })),
    };
  };

  /** What can be reached stands before what cannot; otherwise as in the table. */
  const reach = (channel: LocalChannel) =>
    channel.url !== null || channel.phone !== null ? 0 : channel.national !== null ? 1 : 2;
  const byArea = new Map(
    [...Map.groupBy(tables.channels, (row) => row.area_code)].map(([code, rows]) => [
      code,
      [...Map.groupBy(rows, (row) => channelKey(row.channel)).values()]
        .map((same) => group(code, same))
        .toSorted((a, b) => reach(a) - reach(b)),
    ]),
  );
  const { national_channels: national } = tables;
  return {
    of: (code) => byArea.get(code) ?? [],
    areaCodes: [...byArea.keys()],
    national: [...Map.groupBy(national, (row) => row.operator)].map(([operator, rows]) => ({
      operator,
      rows,
    })),
    quick: national.filter(
      (row) =>
        row.kind === 'phone' || row === national.find((each) => each.operator === row.operator),
    ),
    lastSeen: dateOf,
  };
}
