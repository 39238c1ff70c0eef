import type { Area, IndicatorId } from '../dataset/tables/index.ts';
import { isAutonomous } from './coverage.ts';
import { knownYears, type SeriesYear } from './known.ts';
import { mirrorData } from './mirror-data.ts';
import type { Model } from './site-model.ts';
import { trendData } from './trend-data.ts';

/** Fewer numbers than this make no distribution. */
export const DISTRIBUTION_MIN_FIGURES = 8;

/** A series and year, and how many areas have a number in it. */
export interface CountedYear extends SeriesYear {
  readonly count: number;
}

function counted(
  { figures }: Model,
  areas: readonly Area[],
  indicator: IndicatorId,
): readonly CountedYear[] {
  return knownYears(figures, areas, indicator).map(({ series, year }) => ({
    series,
    year,
    count: areas.filter(({ code }) => {
      const figure = figures.at(code, indicator, year);
      return figure?.series === series && figure.speaking && figure.value !== null;
    }).length,
  }));
}

/**
 * The year whose figures tell most: the newest with at least half as many numbers as the fullest
 * year has. `null` where even that one has too few.
 */
export function tellingYear(
  model: Model,
  areas: readonly Area[],
  indicator: IndicatorId,
): CountedYear | null {
  const years = counted(model, areas, indicator);
  const most = Math.max(0, ...years.map(({ count }) => count));
  const year = years.find(({ count }) => 2 * count >= most);
  return year && year.count >= DISTRIBUTION_MIN_FIGURES ? year : null;
}

/** Measures a profile shows the distribution of; those with the most figures come first. */
const ON_PROFILES: readonly IndicatorId[] = ['spi', 'mcp', 'ombudsman'];

/** Where a region's latest numbers stand among those of its level: at most two, the fullest. */
export function profileDistributions(
  model: Model,
  area: Area,
): readonly (CountedYear & { readonly indicator: IndicatorId })[] {
  if (!isAutonomous(area)) return [];
  const same = model.autonomousRegions.filter(({ level }) => level === area.level);
  return ON_PROFILES.flatMap((indicator) => {
    const own = model.figures.latest(area.code, indicator);
    if (!own || own.value === null) return [];
    const year = counted(model, same, indicator).find(
      (each) => each.series === own.series && each.year === own.year,
    );
    return year && year.count >= DISTRIBUTION_MIN_FIGURES ? [{ indicator, ...year }] : [];
  })
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 2);
}

/**
 * A region opposite the pilots; `null` where nothing of it is known: a mirror of nothing but empty
 * places would say nothing that the words do not.
 */
export function profileMirror(model: Model, area: Area) {
  const isKnown = model.indicators.some(({ indicator }) =>
    model.figures.latest(area.code, indicator),
  );
  return isKnown ? mirrorData(model, area) : null;
}

/** Fewer figures of one series than this make no trend worth a large chart. */
export const TREND_MIN_FIGURES = 3;
/** More of them would push what follows too far down. */
export const TRENDS_SHOWN = 3;

/**
 * Measures whose years are drawn large: those with the most final figures in one series, at most
 * three, in the order of the measures. Series never mix, so figures of several are not added up.
 */
export function profileTrends(model: Model, area: Area): readonly IndicatorId[] {
  const longest = model.indicators.map(({ indicator }) => ({
    indicator,
    count: Math.max(
      0,
      ...trendData(model, area, indicator).parts.map(
        ({ points }) => points.filter(({ told, at }) => told === null && at !== null).length,
      ),
    ),
  }));
  const chosen = longest
    .filter(({ count }) => count >= TREND_MIN_FIGURES)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, TRENDS_SHOWN);
  return longest.filter((each) => chosen.includes(each)).map(({ indicator }) => indicator);
}
