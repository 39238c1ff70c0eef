import type { Dataset } from '../dataset/dataset.ts';
import type { Area, Designation, IndicatorId, Row, Source } from '../dataset/tables/index.ts';
import { type Disagreements, findDisagreements } from './disagreements.ts';
import { buildFigures, type Figures } from './figures.ts';
import { buildLadder, headlineStanding, type Standing } from './ladder.ts';
import { buildIndicators, type IndicatorSeries } from './series.ts';

/** A designated region, with the standing that says so. */
export interface Pilot {
  readonly area: Area;
  readonly standing: Standing;
}

/**
 * The pass mark of the assessment is a printed fact like any other: this is its row in
 * `profile_facts`, so that the number has one place and a source.
 */
const PASS_MARK_FACT = 'program-2025-11-ambang';

/** The dataset and all that follows from it: what pages, charts and published files read. */
export interface Model {
  readonly dataset: Dataset;
  readonly figures: Figures;
  readonly indicators: readonly IndicatorSeries[];
  readonly disagreements: Disagreements;
  /** Designated regions of all cohorts, newest designation first. */
  readonly pilots: readonly Pilot[];
  /** The fact that prints the pass mark, with its value; `null` in datasets without it. */
  readonly passMark: Row<'profile_facts'> | null;
  /** The 38 provinces. */
  readonly provinces: readonly Area[];
  /** The 514 regencies and cities. */
  readonly regions: readonly Area[];
  /** Those of the regions with a government of their own: 508. */
  readonly autonomousRegions: readonly Area[];
  area(code: string): Area;
  /** The province an area lies in; a province lies in itself. */
  provinceOf(area: Area): Area;
  regionsOf(provinceCode: string): readonly Area[];
  indicator(id: IndicatorId): IndicatorSeries;
  source(id: string): Source;
  standings(areaCode: string): readonly Standing[];
  headline(areaCode: string): Standing | null;
  /** Every event of a cohort, oldest first. */
  cohort(year: number): readonly Designation[];
}

function lookup<T>(kind: string, rows: readonly T[], keyOf: (row: T) => string) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return (key: string): T => {
    const row = byKey.get(key);
    if (row === undefined) throw new Error(`unknown ${kind} ${key}`);
    return row;
  };
}

/** Derives the whole model once. Pure: the same dataset gives the same model. */
export function deriveModel(dataset: Dataset): Model {
  const { tables } = dataset;
  const figures = buildFigures(dataset);
  const ladder = buildLadder(tables.designations, tables.stages);
  const indicators = buildIndicators(dataset);
  const area = lookup('area', tables.areas, (row) => row.code);
  const regions = tables.areas.filter((row) => row.level !== 'province');
  const byProvince = Map.groupBy(regions, (row) => row.parent_code);
  const pilots = [...ladder.values()]
    .flat()
    .filter((standing) => standing.rung === 'designated')
    .map((standing) => ({ area: area(standing.area_code), standing }))
    .toSorted(
      (a, b) => b.standing.cohort - a.standing.cohort || (a.area.name < b.area.name ? -1 : 1),
    );
  return {
    dataset,
    figures,
    indicators,
    disagreements: findDisagreements(dataset, figures),
    pilots,
    passMark: tables.profile_facts.find((row) => row.id === PASS_MARK_FACT) ?? null,
    provinces: tables.areas.filter((row) => row.level === 'province'),
    regions,
    autonomousRegions: regions.filter((row) => row.autonomy === 'autonomous'),
    area,
    provinceOf: (row) => (row.parent_code === null ? row : area(row.parent_code)),
    regionsOf: (code) => byProvince.get(code) ?? [],
    indicator: lookup('indicator', indicators, (row) => row.indicator),
    source: lookup('source', tables.sources, (row) => row.id),
    standings: (code) => ladder.get(code) ?? [],
    headline: (code) => headlineStanding(ladder.get(code)),
    cohort: (year) =>
      tables.designations
        .filter((row) => row.cohort === year)
        .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}
