import type { Area, IndicatorId } from '../dataset/tables/index.ts';
import { isAutonomous } from './coverage.ts';
import { knownYears, type SeriesYear } from './known.ts';
import type { Model } from './site-model.ts';

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
