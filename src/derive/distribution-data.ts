import { tickStep } from 'd3';
import type { DistributionData } from '../charts/distribution.ts';
import { domainOf } from '../charts/distribution-axis.ts';
import {
  bandCounts,
  type DistributionBand,
  type DistributionBase,
  type NamedFigure,
} from '../charts/distribution-base.ts';
import type { Bin, BinnedData } from '../charts/distribution-binned.ts';
import type { Text } from '../dataset/table-schema.ts';
import type { Area, Band, IndicatorId, Level, Score } from '../dataset/tables/index.ts';
import { bandInk, compactLabel, shortBand } from '../wording/figure-text.ts';
import { levelWord } from '../wording/level-word.ts';
import { thresholdText } from '../wording/threshold-text.ts';
import { isAutonomous } from './coverage.ts';
import type { SeriesYear } from './known.ts';
import { missingReason } from './missing.ts';
import type { Model } from './site-model.ts';

/** Which figures are set side by side, and for whom. */
export interface DistributionQuery extends SeriesYear {
  readonly indicator: IndicatorId;
  /** Levels that are compared; regencies and cities if not said. */
  readonly levels?: readonly Level[];
  /** The region whose page it is. It may be of another level only by mistake: it is named anyway. */
  readonly area?: Area;
}

/** One word for the areas of some levels: "kabupaten/kota", "regencies and cities". */
export function areasWord(levels: readonly Level[]): Text {
  return {
    id: levels.map((level) => levelWord(level, 'id')).join('/'),
    en: levels.map((level) => levelWord(level, 'en', 2)).join(' and '),
  };
}

/** The short name of a band: "WTP", "Zona hijau", "A". */
export function bandLabel(band: Band): Text {
  return { id: compactLabel(shortBand(band, 'id')), en: compactLabel(shortBand(band, 'en')) };
}

const REGIONS: readonly Level[] = ['regency', 'city'];

/** Areas that could have a figure. */
function membersOf({ dataset }: Model, { levels = REGIONS, year }: DistributionQuery) {
  return dataset.tables.areas.filter(
    (each) =>
      levels.includes(each.level) &&
      isAutonomous(each) &&
      missingReason(each, year) !== 'not_yet_formed',
  );
}

/** The pilots that are named beside the area. */
function pilotsOf({ pilots }: Model, { area, levels = REGIONS }: DistributionQuery) {
  return pilots
    .map((pilot) => pilot.area)
    .filter(({ code, level }) => code !== area?.code && levels.includes(level));
}

/** The figure that speaks for an area, in the series and year. */
function speakingOf({ figures }: Model, { indicator, series, year }: DistributionQuery) {
  return (code: string) => {
    const figure = figures.at(code, indicator, year);
    return figure?.speaking && figure.series === series ? figure : null;
  };
}

/** The rows that {@link distributionData} draws: each is a dot, or counted with its category. */
export function distributionScores(model: Model, query: DistributionQuery): readonly Score[] {
  const speaking = speakingOf(model, query);
  return membersOf(model, query).flatMap(({ code }) => speaking(code)?.speaking ?? []);
}

/** The rows that {@link binnedData} names, beside those it only counts. */
export function namedScores(model: Model, query: DistributionQuery): readonly Score[] {
  const speaking = speakingOf(model, query);
  const named = [...(query.area ? [query.area] : []), ...pilotsOf(model, query)];
  return named.flatMap(({ code }) => speaking(code)?.speaking ?? []);
}

function collect(model: Model, query: DistributionQuery) {
  const { indicator, series, year, area, levels = REGIONS } = query;
  const { figures } = model;
  const members = membersOf(model, query);
  const speaking = speakingOf(model, query);
  const found = members.flatMap((each) => speaking(each.code) ?? []);
  const values = found.flatMap(({ value }) => value ?? []);

  const categoryOf = (figure: (typeof found)[number]): Text => {
    const [band] = figure.bands;
    if (band) return bandLabel(band);
    const printed = figure.speaking?.category_printed ?? figure.speaking?.category ?? '';
    return { id: printed, en: printed };
  };
  const named = ({ code, name }: Area): NamedFigure => {
    const figure = speaking(code);
    return {
      name,
      value: figure?.value ?? null,
      category: figure && figure.value === null ? categoryOf(figure) : null,
    };
  };
  const byCategory = Map.groupBy(
    found.filter(({ value }) => value === null),
    (figure) => categoryOf(figure).id,
  );
  const categories = [...byCategory.values()]
    .toSorted((a, b) => (b[0]?.bands[0]?.rank ?? 0) - (a[0]?.bands[0]?.rank ?? 0))
    .flatMap(([first, ...others]) =>
      first ? [{ label: categoryOf(first), count: others.length + 1 }] : [],
    );
  const base: DistributionBase = {
    indicator: shortName(model, query),
    year,
    areas: areasWord(levels),
    total: members.length,
    categories,
    region: area ? named(area) : null,
    pilots: pilotsOf(model, query).map(named),
    threshold: thresholdOf(model, query),
  };
  const { scale_min, scale_max } = figures.bands.series(indicator, series);
  const scale = scale_min !== null && scale_max !== null ? ([scale_min, scale_max] as const) : null;
  return { base, values, scale };
}

function shortName(model: Model, { indicator, series }: DistributionQuery): Text {
  const { short_id, short_en } = model.figures.bands.series(indicator, series);
  return { id: short_id, en: short_en };
}

/** The threshold the site applies, where it holds for the series and has a place on its scale. */
function thresholdOf(
  model: Model,
  { indicator, series, year }: DistributionQuery,
): DistributionBase['threshold'] {
  const criterion = model.dataset.tables.criteria.find(
    (row) =>
      row.used &&
      row.indicator === indicator &&
      row.series.includes(series) &&
      (row.rule === '>=' || row.rule === '>'),
  );
  if (!criterion || criterion.threshold === null) return null;
  const number = Number(criterion.threshold);
  const at = Number.isNaN(number)
    ? (model.figures.bands.bandOfCategory(
        indicator,
        series,
        year,
        criterion.threshold.toLowerCase(),
      )?.min ?? null)
    : number;
  return at === null
    ? null
    : {
        at,
        text: { id: thresholdText(criterion, 'id'), en: thresholdText(criterion, 'en') },
        strict: criterion.rule === '>',
      };
}

/** The bands of the first scheme that has ranges; only those with both ends known. */
function bandsOf(model: Model, { indicator, series, year }: DistributionQuery) {
  const { figures } = model;
  const { scale_min, scale_max } = figures.bands.series(indicator, series);
  const schemes = figures.bands.schemes(indicator, series, year).map(({ bands }) =>
    bands.flatMap((band, i): readonly DistributionBand[] => {
      const min = band.min ?? (i === 0 ? scale_min : null);
      const max = band.max ?? (i === bands.length - 1 ? scale_max : null);
      return min === null || max === null
        ? []
        : [
            {
              label: bandLabel(band),
              min,
              max,
              ink: bandInk(band.rank, bands.length),
            },
          ];
    }),
  );
  return schemes.find((bands) => bands.length > 0) ?? [];
}

/**
 * Every figure of a series and year, for the dot plot of an indicator's page. Plots that stand
 * `beside` it get one axis with it, where they are of the same series.
 */
export function distributionData(
  model: Model,
  query: DistributionQuery,
  beside: readonly DistributionQuery[] = [],
): DistributionData {
  const { base, values, scale } = collect(model, query);
  const others = beside
    .filter(({ series }) => series === query.series)
    .flatMap((other) => collect(model, other).values);
  return { ...base, values, bands: bandsOf(model, query), scale, beside: others };
}

/** The same in bins, for a profile. */
export function binnedData(model: Model, query: DistributionQuery): BinnedData {
  const { base, values, scale } = collect(model, query);
  const bands = bandsOf(model, query);
  const numbers = values.map(Number);
  const [first] = bands;
  const last = bands.at(-1);
  const covers =
    first !== undefined &&
    last !== undefined &&
    bands.every((band, i) => i === 0 || band.min === bands[i - 1]?.max) &&
    numbers.every((x) => first.min <= x && x <= last.max);
  const stretches = covers
    ? bands.map(({ label, min, max, ink }) => ({ label, from: min, to: max, ink }))
    : fixedStretches(numbers, scale);
  const counts = bandCounts(
    values,
    stretches.map(({ from, to }) => ({ min: from, max: to })),
  );
  return { ...base, bins: stretches.map((bin, i): Bin => ({ ...bin, count: counts[i] ?? 0 })) };
}

/** Stretches of one round width over all figures, where no bands cover them. */
function fixedStretches(numbers: readonly number[], scale: readonly [number, number] | null) {
  if (numbers.length === 0) return [];
  const [from, to] = domainOf(numbers, scale);
  const step = tickStep(from, to, 6);
  const count = Math.max(1, Math.ceil((to - from) / step - 1e-9));
  const tidy = (x: number) => Number(x.toFixed(6));
  return Array.from({ length: count }, (_, i) => ({
    label: null,
    from: tidy(from + i * step),
    to: tidy(Math.min(to, from + (i + 1) * step)),
    ink: null,
  }));
}
