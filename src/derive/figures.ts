import type { Dataset } from '../dataset/dataset.ts';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Band, IndicatorId, Row, Score, Source } from '../dataset/tables/index.ts';
import { type BandBook, bandBook } from './bands.ts';
import { allAgree, decimals } from './decimal.ts';

/** All that was printed about one area, indicator and year, and which row of it speaks. */
export interface Figure {
  readonly area_code: string;
  readonly indicator: IndicatorId;
  readonly series: string;
  readonly year: number;
  /** The row used in every computation; `null` where no final figure was printed. */
  readonly speaking: Score | null;
  /** The speaking row's number; `null` where only a category was printed. */
  readonly value: Decimal | null;
  /**
   * Bands of the speaking row, best known scheme first: of its value where the ranges are known,
   * else of its printed category.
   */
  readonly bands: readonly Band[];
  /** Every printed row, the speaking one first, then final rows, then the rest. */
  readonly rows: readonly Score[];
  /** Rows that are only told, never computed with: interim, doubtful, stated run. */
  readonly notes: readonly Score[];
  /** The editors' decision for this figure, if there is one. */
  readonly decision: Row<'decisions'> | null;
  /** Whether final rows really differ (in number, or in category of one scheme). */
  readonly differs: boolean;
}

/** The figures of a dataset, looked up by area and indicator. */
export interface Figures {
  readonly all: readonly Figure[];
  /** Figures of an area and indicator, oldest first. */
  of(areaCode: string, indicator: IndicatorId): readonly Figure[];
  /** The figure of a year, or `null` if nothing was printed about it. */
  at(areaCode: string, indicator: IndicatorId, year: number): Figure | null;
  /** The newest figure that speaks, or `null`. */
  latest(areaCode: string, indicator: IndicatorId): Figure | null;
  /** The bands of any printed row: of its value where the ranges are known, else its category's. */
  bandsOf(row: Score): readonly Band[];
  readonly bands: BandBook;
}

/**
 * Names under which an indicator's own publisher appears in `sources.publisher`; only sources of
 * a national body can be the publisher itself.
 */
const OWN_PUBLISHER: Readonly<Record<string, RegExp>> = {
  kpk: /\b(KPK|Komisi Pemberantasan Korupsi)\b/i,
  kemenpanrb: /\b(Kemen(terian)? ?PAN-?RB|Kementerian Pendayagunaan Aparatur Negara)\b/i,
  ombudsman: /\bOmbudsman\b/i,
  bpkp: /\b(BPKP|Badan Pengawasan Keuangan dan Pembangunan)\b/i,
  bpk: /\b(BPK|Badan Pemeriksa Keuangan)\b/i,
};

/**
 * Whether a source is the body that publishes the indicator itself. A copy of a press report on
 * its site ("Ombudsman RI (RRI)") is not.
 */
export function isOwnPublisher(source: Source, publisherId: string): boolean {
  return (
    (source.kind === 'commission' || source.kind === 'national-government') &&
    !source.publisher.includes('(') &&
    (OWN_PUBLISHER[publisherId]?.test(source.publisher) ?? false)
  );
}

/** Whether its source says, or shows, that a printed number was rounded. */
export function isRounded({ flags }: Pick<Score, 'flags'>): boolean {
  return flags.includes('rounded');
}

/** What a row prints, for counting how many publishers print the same. */
function printed(row: Score): string {
  return row.value === null ? `category:${row.category ?? ''}` : `value:${Number(row.value)}`;
}

/** Keeps the rows for which a measure is greatest. */
function best<T>(rows: readonly T[], measure: (row: T) => number): readonly T[] {
  const top = Math.max(...rows.map(measure));
  return rows.filter((row) => measure(row) === top);
}

/**
 * Which final row speaks where no decision names one, by design: a row with a value; the
 * indicator's own publisher; the more precise; the value most independent publishers print; the
 * later publication; the smaller source id. Rows that print nothing cannot speak.
 */
export function speakingByRule(
  finals: readonly Score[],
  sourceOf: (id: string) => Source,
  publisherId: string,
): Score | null {
  let rows = finals.filter((row) => row.value !== null);
  if (rows.length === 0) rows = finals.filter((row) => row.category !== null);
  if (rows.length === 0) return null;
  const publishers = new Map<string, Set<string>>();
  for (const row of rows) {
    const names = publishers.get(printed(row)) ?? new Set();
    names.add(sourceOf(row.source_id).publisher);
    publishers.set(printed(row), names);
  }
  let left: readonly Score[] = rows;
  left = best(left, (row) => (isOwnPublisher(sourceOf(row.source_id), publisherId) ? 1 : 0));
  left = best(left, (row) => (row.value === null ? 0 : decimals(row.value)));
  left = best(left, (row) => publishers.get(printed(row))?.size ?? 0);
  return (
    left.toSorted((a, b) => {
      const newer = sourceOf(b.source_id).published ?? '';
      const older = sourceOf(a.source_id).published ?? '';
      return (newer < older ? -1 : newer > older ? 1 : 0) || (a.source_id < b.source_id ? -1 : 1);
    })[0] ?? null
  );
}

const STATUS_ORDER: Readonly<Record<Score['status'], number>> = {
  final: 0,
  interim: 1,
  stated_run: 2,
  doubtful: 3,
};

/** Groups the scores of a dataset into figures and lets one row of each speak. */
export function buildFigures(dataset: Dataset): Figures {
  const book = bandBook(dataset);
  const sources = new Map(dataset.tables.sources.map((source) => [source.id, source]));
  const sourceOf = (id: string): Source => {
    const source = sources.get(id);
    if (!source) throw new Error(`unknown source ${id}`);
    return source;
  };
  const keyOf = (area: string, indicator: string, year: number) => `${area}/${indicator}/${year}`;
  const decisions = new Map(
    dataset.tables.decisions.map((row) => [keyOf(row.area_code, row.indicator, row.year), row]),
  );
  const groups = Map.groupBy(dataset.tables.scores, (row) =>
    keyOf(row.area_code, row.indicator, row.year),
  );

  const bandsOf = (row: Score): readonly Band[] => {
    if (row.value !== null) {
      const byValue = book.bandsOfValue(row.indicator, row.series, row.year, row.value);
      if (byValue.length > 0) return byValue;
    }
    if (row.category === null) return [];
    const band = book.bandOfCategory(row.indicator, row.series, row.year, row.category);
    return band ? [band] : [];
  };

  const differ = (finals: readonly Score[]): boolean => {
    const values = finals.flatMap((row) => (row.value === null ? [] : [row.value]));
    if (!allAgree(values)) return true;
    const perScheme = new Map<string, Set<string>>();
    for (const row of finals) {
      if (row.category === null) continue;
      const band = book.bandOfCategory(row.indicator, row.series, row.year, row.category);
      if (!band) continue;
      const seen = perScheme.get(band.scheme) ?? new Set();
      perScheme.set(band.scheme, seen.add(band.category_id));
    }
    return [...perScheme.values()].some((categories) => categories.size > 1);
  };

  const all = [...groups.values()].map((group): Figure => {
    const [first] = group;
    if (!first) throw new Error('a group of scores is never empty');
    const { area_code, indicator, series, year } = first;
    const finals = group.filter((row) => row.status === 'final');
    const decision = decisions.get(keyOf(area_code, indicator, year)) ?? null;
    const decided = decision && finals.find((row) => row.source_id === decision.source_id);
    const speaking =
      decided ?? speakingByRule(finals, sourceOf, book.series(indicator, series).publisher_id);
    const rows = group.toSorted(
      (a, b) =>
        Number(b === speaking) - Number(a === speaking) ||
        STATUS_ORDER[a.status] - STATUS_ORDER[b.status] ||
        (a.source_id < b.source_id ? -1 : 1),
    );
    return {
      area_code,
      indicator,
      series: speaking?.series ?? series,
      year,
      speaking,
      value: speaking?.value ?? null,
      bands: speaking ? bandsOf(speaking) : [],
      rows,
      notes: rows.filter((row) => row.status !== 'final'),
      decision,
      differs: differ(finals),
    };
  });

  const byAreaIndicator = Map.groupBy(all, (f) => `${f.area_code}/${f.indicator}`);
  for (const list of byAreaIndicator.values()) list.sort((a, b) => a.year - b.year);
  const of = (area: string, indicator: IndicatorId) =>
    byAreaIndicator.get(`${area}/${indicator}`) ?? [];

  return {
    all,
    bands: book,
    of,
    at: (area, indicator, year) => of(area, indicator).find((f) => f.year === year) ?? null,
    latest: (area, indicator) => of(area, indicator).findLast((f) => f.speaking) ?? null,
    bandsOf,
  };
}
