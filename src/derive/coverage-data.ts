import type { CellState, NationCoverageData, RegionCoverageData } from '../charts/coverage.ts';
import type { Text } from '../dataset/table-schema.ts';
import { categoryLabel } from '../dataset/table-schema.ts';
import { type Area, type IndicatorId, TABLES } from '../dataset/tables/index.ts';
import { missingReason } from './missing.ts';
import type { IndicatorSeries } from './series.ts';
import type { Model } from './site-model.ts';

/** Every year from the first to the last, so that years without a figure are seen too. */
function span(years: readonly number[]): readonly number[] {
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
}

function nameOf({ indicator }: IndicatorSeries): Text {
  return {
    id: categoryLabel(TABLES.indicators, 'indicator', indicator, 'id'),
    en: categoryLabel(TABLES.indicators, 'indicator', indicator, 'en'),
  };
}

/** The newest year any area has a figure of, so that every region's matrix ends alike. */
function newestOf(model: Model): readonly number[] {
  const years = model.figures.all.flatMap(({ speaking, year }) => (speaking ? [year] : []));
  return years.length > 0 ? [years.reduce((a, b) => Math.max(a, b))] : [];
}

/** What is known of one area, from its first year with anything printed to the newest of all. */
export function regionCoverageData(model: Model, area: Area): RegionCoverageData {
  const { figures, indicators } = model;
  const own = indicators.flatMap(({ indicator }) =>
    figures.of(area.code, indicator).map(({ year }) => year),
  );
  const years = span(own.length > 0 ? [...own, ...newestOf(model)] : []);
  const state = (indicator: IndicatorId, year: number): CellState => {
    const figure = figures.at(area.code, indicator, year);
    if (figure?.speaking) return 'final';
    if (figure) return 'told';
    return missingReason(area, year) === 'not_yet_formed' ? 'not_yet_formed' : 'not_found';
  };
  return {
    area: area.name,
    years,
    rows: indicators.map((of) => ({
      indicator: nameOf(of),
      breaks: of.breaks.map(({ year }) => year),
      cells: years.map((year) => state(of.indicator, year)),
    })),
  };
}

/** How many of the autonomous regencies and cities have a final figure, by indicator and year. */
export function nationCoverageData(model: Model): NationCoverageData {
  const { figures, indicators, autonomousRegions } = model;
  const counts = new Map<string, number>();
  const found: number[] = [];
  const regions = new Set(autonomousRegions.map(({ code }) => code));
  for (const { area_code, indicator, year, speaking } of figures.all) {
    if (!speaking || !regions.has(area_code)) continue;
    const key = `${indicator}/${year}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    found.push(year);
  }
  const years = span([...new Set(found)]);
  return {
    areas: { id: 'kabupaten/kota', en: 'regencies and cities' },
    total: regions.size,
    years,
    rows: indicators.map((of) => ({
      indicator: nameOf(of),
      breaks: of.breaks.map(({ year }) => year),
      cells: years.map((year) => counts.get(`${of.indicator}/${year}`) ?? 0),
    })),
  };
}
