/** What a readiness report tells beyond the verdicts: what lacks, what pilots had, where to look. */
import type { Decimal, PartialDate } from '../dataset/table-schema.ts';
import type { Area, Band, Criterion, Row, Score, Source } from '../dataset/tables/index.ts';
import { agree, minus } from './decimal.ts';
import { type Figure, type Figures, isRounded } from './figures.ts';
import { surelyAfter } from './ladder.ts';
import { pilotsFor } from './pilots.ts';
import { type CriterionResult, judge, oldestYear } from './readiness.ts';
import type { Model, Pilot } from './site-model.ts';

/** How a region's figure lies to a threshold, or what keeps it from being compared. */
export type Distance =
  /** Not judged by this site. */
  | { readonly kind: 'not_judged' }
  /**
   * No final figure of the series. `told` is what was printed in it but is not computed with,
   * `other` the newest figure of another series, to which the threshold does not apply.
   */
  | { readonly kind: 'no_figure'; readonly told: Figure | null; readonly other: Figure | null }
  /** The newest figure is of before `from`, the first year that would count. */
  | { readonly kind: 'too_old'; readonly figure: Figure; readonly from: number }
  /**
   * Something is printed, but it does not decide: a band that holds the threshold, or a rounded
   * number too near to it.
   */
  | { readonly kind: 'undecided'; readonly figure: Figure }
  /** The opinion of one of the two years was not found. */
  | { readonly kind: 'year_missing'; readonly year: number }
  /** Opinions of the last two years that are not the one asked for, newest first. */
  | { readonly kind: 'opinions'; readonly figures: readonly Figure[] }
  /**
   * `by` is exact and not negative; 0 only where the threshold itself is not enough. `isAbout`: of
   * a number that its source rounded.
   */
  | { readonly kind: 'below' | 'above'; readonly by: Decimal; readonly isAbout: boolean }
  /** Grades or levels between the figure's and the one asked for; at least 1. */
  | { readonly kind: 'steps_below'; readonly by: number }
  | { readonly kind: 'steps_above'; readonly by: number }
  /** Only a band is printed, and all of it lies below the threshold. */
  | { readonly kind: 'band_below'; readonly band: Band }
  /** Met, and there is nothing to count. */
  | { readonly kind: 'reached' };

/** The band of a figure and the one a threshold names, in the same scheme. */
function grades({ threshold }: Criterion, figure: Figure, figures: Figures) {
  if (threshold === null) return null;
  const { indicator, series, year, bands } = figure;
  const wanted = figures.bands.bandOfCategory(indicator, series, year, threshold.toLowerCase());
  const own = bands.find(({ scheme }) => scheme === wanted?.scheme);
  return wanted && own ? { own, wanted } : null;
}

/**
 * The grade of a figure that is printed as a bare number, where the threshold names a grade: only
 * with it can the two be compared. `null` where the figure is no number or has no such grade.
 */
export function gradeBeside(criterion: Criterion, figure: Figure, figures: Figures): Band | null {
  if (criterion.threshold === null || !Number.isNaN(Number(criterion.threshold))) return null;
  return figure.value === null ? null : (grades(criterion, figure, figures)?.own ?? null);
}

function steps(own: number, wanted: number): Distance {
  if (own === wanted) return { kind: 'reached' };
  return own < wanted
    ? { kind: 'steps_below', by: wanted - own }
    : { kind: 'steps_above', by: own - wanted };
}

function distanceOfFigure(criterion: Criterion, figure: Figure, figures: Figures): Distance {
  const { threshold, rule } = criterion;
  const verdict = judge(criterion, figure, figures);
  if (threshold === null || verdict === 'unknown') return { kind: 'undecided', figure };
  if (Number.isNaN(Number(threshold))) {
    const found = grades(criterion, figure, figures);
    return found ? steps(found.own.rank, found.wanted.rank) : { kind: 'undecided', figure };
  }
  if (figure.value !== null) {
    const by = minus(figure.value, threshold as Decimal);
    const isAbout = figure.speaking !== null && isRounded(figure.speaking);
    if (verdict === 'not_met')
      return { kind: 'below', by: minus(threshold as Decimal, figure.value), isAbout };
    return Number(by) === 0 ? { kind: 'reached' } : { kind: 'above', by, isAbout };
  }
  const [band] = figure.bands;
  if (band && figures.bands.series(figure.indicator, figure.series).kind === 'level') {
    // A threshold between two levels asks for the next whole one.
    const wanted = rule === '>' ? Math.floor(Number(threshold)) + 1 : Math.ceil(Number(threshold));
    return steps(band.rank, wanted);
  }
  return band && verdict === 'not_met' ? { kind: 'band_below', band } : { kind: 'reached' };
}

/** How far a result is from its threshold; exact, and never without a figure that speaks. */
export function distanceTo(result: CriterionResult, areaCode: string, figures: Figures): Distance {
  const { criterion, verdict, figures: own } = result;
  const { indicator, series: applied } = criterion;
  if (verdict === 'to_check' || indicator === null) return { kind: 'not_judged' };
  const [latest, before] = own;
  if (!latest) {
    const all = figures.of(areaCode, indicator);
    return {
      kind: 'no_figure',
      told: all.findLast((f) => !f.speaking && applied.includes(f.series)) ?? null,
      other: all.findLast((f) => f.speaking && !applied.includes(f.series)) ?? null,
    };
  }
  if (verdict === 'too_old') {
    return { kind: 'too_old', figure: latest, from: oldestYear(criterion, figures, latest) };
  }
  if (criterion.rule !== 'all_of_last_two') return distanceOfFigure(criterion, latest, figures);
  const lacking = own.filter(
    (figure) => judge({ ...criterion, rule: '>=' }, figure, figures) === 'not_met',
  );
  if (lacking.length > 0) return { kind: 'opinions', figures: lacking };
  if (!before) return { kind: 'year_missing', year: latest.year - 1 };
  return verdict === 'met' ? { kind: 'reached' } : { kind: 'undecided', figure: latest };
}

/** What a pilot had when it was designated. */
export interface PilotThen {
  readonly pilot: Pilot;
  /** Year of the designation. */
  readonly designated: number;
  /**
   * Its newest figure of the criterion's series that was known by then, and for opinions that of
   * the year before too; none where none was found.
   */
  readonly figures: readonly Figure[];
  /** Whether the newest was older by then than the criterion allows. */
  readonly old: boolean;
  /** Why a figure of the year of the designation is left out; `null` where none is. */
  readonly leftOut: 'later' | 'undated' | null;
}

/** Whether a row prints the figure that speaks. */
function prints(row: Score, { speaking, value }: Figure): boolean {
  if (row.status !== 'final') return false;
  if (value === null) return row.category === speaking?.category;
  return row.value !== null && agree(row.value, value);
}

/** Whether a date is surely no later than another. */
function surelyBy(date: PartialDate, day: PartialDate): boolean {
  return surelyAfter(day, date) || (date === day && day.length === 'YYYY-MM-DD'.length);
}

/** When a figure came into print, seen from a day: by then, later, or nobody knows. */
function inPrint(
  figure: Figure,
  day: PartialDate,
  sourceOf: (id: string) => Source,
): 'by_then' | 'later' | 'undated' {
  const dates = figure.rows
    .filter((row) => prints(row, figure))
    .map((row) => sourceOf(row.source_id).published);
  if (dates.some((date) => date !== null && surelyBy(date, day))) return 'by_then';
  return dates.every((date) => date !== null && surelyAfter(date, day)) ? 'later' : 'undated';
}

/**
 * What each pilot but the region itself had at its time: the newest figure that speaks of the
 * criterion's series and was known by then. A figure of an earlier year counts as known; one of the
 * year of the designation only where a source that prints it is dated no later than the day of the
 * designation. Whatever is measured later is not told.
 */
export function pilotsThen(
  model: Model,
  criterion: Criterion,
  areaCode: string,
): readonly PilotThen[] {
  const { indicator } = criterion;
  if (indicator === null) return [];
  return pilotsFor(model.pilots, areaCode).map((pilot) => {
    const { since } = pilot.standing;
    const designated = Number(since.slice(0, 4));
    const measured = model.figures
      .of(pilot.area.code, indicator)
      .filter((f) => f.speaking && criterion.series.includes(f.series) && f.year <= designated);
    const ofTheYear = measured.find((f) => f.year === designated);
    const printed = ofTheYear ? inPrint(ofTheYear, since, model.source) : 'by_then';
    const leftOut = printed === 'by_then' ? null : printed;
    const known = leftOut === null ? measured : measured.filter((f) => f !== ofTheYear);
    const latest = known.at(-1);
    if (!latest) return { pilot, designated, figures: [], old: false, leftOut };
    const pair =
      criterion.rule === 'all_of_last_two' ? known.filter((f) => f.year === latest.year - 1) : [];
    return {
      pilot,
      designated,
      figures: [latest, ...pair],
      old: designated - latest.year > criterion.max_age_years,
      leftOut,
    };
  });
}

/** The source that prints what a criterion asks for, for the most other regions of a province. */
export interface NearbySource {
  readonly source: Source;
  readonly regions: number;
}

/**
 * Where to look first for a region's missing figure: the source that prints final figures of the
 * criterion's series for the most other regions of its province; of equals the newest, then the
 * smaller id. `null` where none does.
 */
export function nearbySource(model: Model, criterion: Criterion, area: Area): NearbySource | null {
  const near = new Set(
    model
      .regionsOf(area.parent_code ?? '')
      .flatMap(({ code }) => (code === area.code ? [] : [code])),
  );
  const bySource = new Map<string, Set<string>>();
  for (const row of askedRows(model, criterion)) {
    if (!near.has(row.area_code)) continue;
    bySource.set(row.source_id, (bySource.get(row.source_id) ?? new Set()).add(row.area_code));
  }
  const [first] = [...bySource]
    .map(([id, codes]) => ({ source: model.source(id), regions: codes.size }))
    .toSorted((a, b) => {
      const [x, y] = [a.source.published ?? '', b.source.published ?? ''];
      return (
        b.regions - a.regions ||
        (x < y ? 1 : x > y ? -1 : 0) ||
        (a.source.id < b.source.id ? -1 : 1)
      );
    });
  return first ?? null;
}

/** Makes once for each dataset and criterion what every region's page asks for. */
function keptOf<T>(make: (model: Model, criterion: Criterion) => T) {
  const kept = new WeakMap<readonly Row<'scores'>[], Map<Criterion, T>>();
  return (model: Model, criterion: Criterion): T => {
    const { scores } = model.dataset.tables;
    const own = kept.get(scores) ?? new Map<Criterion, T>();
    kept.set(scores, own);
    const made = own.get(criterion) ?? make(model, criterion);
    own.set(criterion, made);
    return made;
  };
}

/** Printed figures that are final and of the series that a criterion was printed for. */
const askedRows = keptOf(({ dataset }, criterion) =>
  dataset.tables.scores.filter(
    (row) =>
      row.indicator === criterion.indicator &&
      criterion.series.includes(row.series) &&
      row.status === 'final',
  ),
);

/** For how many regions a kind of source prints the figures that a criterion asks for. */
export interface FoundIn {
  readonly kind: Source['kind'];
  readonly regions: number;
}

/** Where the figures of a criterion were found for other regions: kinds of sources, most first. */
export const foundIn = keptOf((model, criterion): readonly FoundIn[] => {
  const regions = new Set(model.autonomousRegions.map(({ code }) => code));
  const byKind = new Map<Source['kind'], Set<string>>();
  for (const row of askedRows(model, criterion)) {
    if (!regions.has(row.area_code)) continue;
    const { kind } = model.source(row.source_id);
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(row.area_code));
  }
  return [...byKind]
    .map(([kind, codes]) => ({ kind, regions: codes.size }))
    .toSorted((a, b) => b.regions - a.regions || (a.kind < b.kind ? -1 : 1));
});
