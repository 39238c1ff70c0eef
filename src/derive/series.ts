import type { Dataset } from '../dataset/dataset.ts';
import type { Indicator, IndicatorId } from '../dataset/tables/index.ts';
import type { Figures } from './figures.ts';

/** The seam between two series of an indicator: nothing is compared across it. */
export interface Break {
  readonly before: Indicator;
  readonly after: Indicator;
  /** First year measured by the new series. */
  readonly year: number;
}

/** A year from which a series sorts its figures into other bands. The series itself goes on. */
export interface BandChange {
  readonly series: string;
  readonly year: number;
}

/** An indicator with its series from the oldest to the newest. */
export interface IndicatorSeries {
  readonly indicator: IndicatorId;
  readonly series: readonly Indicator[];
  /** The series in use today, whose names the indicator is known by. */
  readonly current: Indicator;
  readonly breaks: readonly Break[];
  readonly bandChanges: readonly BandChange[];
}

function yearOrder(row: Indicator): number {
  return row.first_year ?? (row.last_year ?? Number.POSITIVE_INFINITY) - 0.5;
}

/** Groups the series of every indicator, in the order in which the table lists the indicators. */
export function buildIndicators(dataset: Dataset): readonly IndicatorSeries[] {
  const groups = Map.groupBy(dataset.tables.indicators, (row) => row.indicator);
  return [...groups].map(([indicator, rows]) => {
    const series = rows.toSorted((a, b) => yearOrder(a) - yearOrder(b));
    const current = series.at(-1);
    if (!current) throw new Error('an indicator has at least one series');
    const breaks = series.slice(1).flatMap((after, i): readonly Break[] => {
      const before = series[i];
      const year = after.first_year ?? (before?.last_year != null ? before.last_year + 1 : null);
      return before && year !== null ? [{ before, after, year }] : [];
    });
    const bandChanges = series.flatMap(({ series: id }) => {
      const starts = new Set(
        dataset.tables.bands
          .filter((band) => band.indicator === indicator && band.series === id)
          .map((band) => band.year_from),
      );
      return [...starts]
        .sort((a, b) => a - b)
        .slice(1)
        .map((year) => ({ series: id, year }));
    });
    return { indicator, series, current, breaks, bandChanges };
  });
}

/**
 * The first year of which sources speak of an indicator: one in which a series began, or of which
 * any figure was printed. `null` where none does.
 */
export function firstYearOf({ tables }: Dataset, indicator: IndicatorId): number | null {
  const began = tables.indicators.flatMap((row) =>
    row.indicator === indicator && row.first_year !== null ? [row.first_year] : [],
  );
  const printed = tables.scores.flatMap((row) => (row.indicator === indicator ? [row.year] : []));
  return [...began, ...printed].reduce<number | null>(
    (first, year) => (first === null ? year : Math.min(first, year)),
    null,
  );
}

const newestYears = new WeakMap<Figures, ReadonlyMap<string, number>>();

/** The newest year of every series of a dataset. */
function readNewestYears(figures: Figures): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { indicator, series, speaking, year } of figures.all) {
    const key = `${indicator}/${series}`;
    if (speaking) found.set(key, Math.max(year, found.get(key) ?? year));
  }
  return found;
}

/** The newest year for which any area has a figure of the series that speaks, or `null`. */
export function newestYear(figures: Figures, indicator: IndicatorId, series: string) {
  const years = newestYears.get(figures) ?? readNewestYears(figures);
  newestYears.set(figures, years);
  return years.get(`${indicator}/${series}`) ?? null;
}
