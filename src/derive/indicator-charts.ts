import type { IndicatorId, Level } from '../dataset/tables/index.ts';
import { tellingYear } from './chart-choice.ts';
import { type GradesQuery, tellingGradeYear } from './grades-data.ts';
import type { SeriesYear } from './known.ts';
import type { Model } from './site-model.ts';

const LEVELS = ['regency', 'city'] as const;

/** A series and year in which the regions of a level are told apart. */
export interface LevelYear extends SeriesYear {
  readonly level: Level;
}

/** What an indicator's page shows of its distribution. */
export interface IndicatorDistributions {
  /** Levels with numbers enough; their charts share an axis. */
  readonly numbers: readonly LevelYear[];
  /** Levels with too few numbers for that, but enough grades or opinions. */
  readonly grades: readonly (GradesQuery & LevelYear)[];
}

/** The distributions of an indicator: regencies among regencies, cities among cities. */
export function indicatorDistributions(
  model: Model,
  indicator: IndicatorId,
): IndicatorDistributions {
  const numbers = LEVELS.flatMap((level) => {
    const areas = model.autonomousRegions.filter((area) => area.level === level);
    const year = tellingYear(model, areas, indicator);
    return year ? [{ level, ...year }] : [];
  });
  const grades = LEVELS.filter((level) => !numbers.some((each) => each.level === level)).flatMap(
    (level) => {
      const year = tellingGradeYear(model, indicator, level);
      return year ? [{ indicator, level, series: year.series, year: year.year }] : [];
    },
  );
  return { numbers, grades };
}
