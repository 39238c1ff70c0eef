import type { Grade, GradesData } from '../charts/grades.ts';
import type { Area, IndicatorId, Level, Score } from '../dataset/tables/index.ts';
import { bandInk } from '../wording/figure-text.ts';
import { thresholdText } from '../wording/threshold-text.ts';
import { DISTRIBUTION_MIN_FIGURES } from './chart-choice.ts';
import { isAutonomous } from './coverage.ts';
import { areasWord, bandLabel } from './distribution-data.ts';
import { knownYears, type SeriesYear } from './known.ts';
import { missingReason } from './missing.ts';
import type { Model } from './site-model.ts';

/** The grades of one series and year among the areas of a level. */
export interface GradesQuery extends SeriesYear {
  readonly indicator: IndicatorId;
  readonly level: Level;
}

function membersOf(model: Model, level: Level): readonly Area[] {
  return model.dataset.tables.areas.filter((area) => area.level === level && isAutonomous(area));
}

/** The band of an area's speaking figure in the first scheme of its series; `null` without one. */
function bandOf({ figures }: Model, code: string, { indicator, series, year }: GradesQuery) {
  const [scheme] = figures.bands.schemes(indicator, series, year);
  const figure = figures.at(code, indicator, year);
  if (!scheme || !figure?.speaking || figure.series !== series) return null;
  return figure.bands.find((band) => band.scheme === scheme.scheme) ?? null;
}

/**
 * The year whose grades tell most: the newest with at least half as many as the fullest year has.
 * `null` where even that one has too few.
 */
export function tellingGradeYear(
  model: Model,
  indicator: IndicatorId,
  level: Level,
): SeriesYear | null {
  const members = membersOf(model, level);
  const years = knownYears(model.figures, members, indicator).map((each) => ({
    ...each,
    count: members.filter(({ code }) => bandOf(model, code, { indicator, level, ...each })).length,
  }));
  const most = Math.max(0, ...years.map(({ count }) => count));
  const year = years.find(({ count }) => 2 * count >= most);
  return year && year.count >= DISTRIBUTION_MIN_FIGURES ? year : null;
}

/** Areas of the level that had been formed by then. */
function formedBy(model: Model, { level, year }: GradesQuery): readonly Area[] {
  return membersOf(model, level).filter((area) => missingReason(area, year) !== 'not_yet_formed');
}

/** The rows that {@link gradesData} draws: each is a dot beside its grade. */
export function gradeScores(model: Model, query: GradesQuery): readonly Score[] {
  const { indicator, year } = query;
  return formedBy(model, query)
    .filter(({ code }) => bandOf(model, code, query))
    .flatMap(({ code }) => model.figures.at(code, indicator, year)?.speaking ?? []);
}

/** How many areas have which grade, for the page of a measure that is told in grades. */
export function gradesData(model: Model, query: GradesQuery): GradesData {
  const { indicator, series, year, level } = query;
  const { figures, dataset, pilots } = model;
  const members = formedBy(model, query);
  const [scheme] = figures.bands.schemes(indicator, series, year);
  const bands = scheme?.bands ?? [];
  const isPilot = ({ code }: Area) => pilots.some((pilot) => pilot.area.code === code);
  const grades = bands.map((band): Grade => {
    const own = members.filter(({ code }) => bandOf(model, code, query) === band);
    return {
      label: bandLabel(band),
      ink: bandInk(band.rank, bands.length),
      count: own.length,
      pilots: own.filter(isPilot).map(({ name }) => name),
    };
  });
  const criterion = dataset.tables.criteria.find(
    (row) => row.used && row.indicator === indicator && row.series.includes(series),
  );
  const lowest =
    criterion?.rule === '>=' && criterion.threshold !== null
      ? figures.bands.bandOfCategory(indicator, series, year, criterion.threshold.toLowerCase())
      : null;
  const grade = lowest ? bands.indexOf(lowest) : -1;
  const { short_id, short_en } = figures.bands.series(indicator, series);
  return {
    indicator: { id: short_id, en: short_en },
    year,
    areas: areasWord([level]),
    total: members.length,
    grades,
    missing: members
      .filter((area) => isPilot(area) && !bandOf(model, area.code, query))
      .map(({ name }) => name),
    threshold:
      criterion && grade >= 0
        ? {
            text: { id: thresholdText(criterion, 'id'), en: thresholdText(criterion, 'en') },
            grade,
          }
        : null,
  };
}
