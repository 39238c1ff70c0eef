import type { Dataset } from '../dataset/dataset.ts';
import { type Area, type IndicatorId, type Level, TABLE_NAMES } from '../dataset/tables/index.ts';
import { type Coverage, coverageAt } from './coverage.ts';
import type { Figures } from './figures.ts';
import { missingReason } from './missing.ts';
import { type Ranking, ranking } from './rank.ts';

/** One year of one series: what can be counted together. */
export interface SeriesYear {
  readonly series: string;
  readonly year: number;
}

/** Years of an indicator in which any of the areas has a figure that speaks, newest first. */
export function knownYears(
  figures: Figures,
  areas: readonly Area[],
  indicator: IndicatorId,
): readonly SeriesYear[] {
  const found = new Map<string, SeriesYear>();
  for (const area of areas) {
    for (const { speaking, series, year } of figures.of(area.code, indicator)) {
      if (speaking) found.set(`${year}/${series}`, { series, year });
    }
  }
  return [...found.values()].sort((a, b) => b.year - a.year || (a.series < b.series ? -1 : 1));
}

/** Whether any figure of any of the indicators speaks for an area. */
export function hasFigure(
  figures: Figures,
  indicators: readonly { readonly indicator: IndicatorId }[],
  areaCode: string,
): boolean {
  return indicators.some(({ indicator }) => figures.latest(areaCode, indicator) !== null);
}

/** Coverage of a year, counted among the areas that had been formed by then. */
export function coverageOfYear(
  figures: Figures,
  areas: readonly Area[],
  indicator: IndicatorId,
  { series, year }: SeriesYear,
): Coverage {
  const formed = areas.filter((area) => missingReason(area, year) !== 'not_yet_formed');
  return coverageAt(figures, formed, indicator, series, year);
}

export interface YearCoverage extends SeriesYear {
  readonly levels: Readonly<Record<Level, Coverage>>;
}

/** Coverage of every year with a figure, by level, newest first. */
export function coverageByYear(
  figures: Figures,
  areas: readonly Area[],
  indicator: IndicatorId,
): readonly YearCoverage[] {
  const of = (level: Level, at: SeriesYear) =>
    coverageOfYear(
      figures,
      areas.filter((area) => area.level === level),
      indicator,
      at,
    );
  return knownYears(figures, areas, indicator).map((at) => ({
    ...at,
    levels: {
      province: of('province', at),
      regency: of('regency', at),
      city: of('city', at),
    },
  }));
}

/**
 * The ranking of areas of one level in the newest year whose coverage allows one, or `null`
 * where no year does.
 */
export function newestRanking(
  figures: Figures,
  areas: readonly Area[],
  indicator: IndicatorId,
): (SeriesYear & Ranking) | null {
  for (const at of knownYears(figures, areas, indicator)) {
    const result = ranking(figures, areas, indicator, at.series, at.year);
    if (result.entries.length > 0) return { ...at, ...result };
  }
  return null;
}

/** The sources that any fact about one of the areas was taken from. */
export function sourcesAbout(dataset: Dataset, codes: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const table of TABLE_NAMES) {
    for (const row of dataset.tables[table]) {
      if (!('area_code' in row) || row.area_code === null || !codes.has(row.area_code)) continue;
      if ('source_id' in row) found.add(row.source_id);
    }
  }
  return found;
}
