import type { Decimal } from '../dataset/table-schema.ts';
import type { IndicatorId } from '../dataset/tables/index.ts';
import { decimals } from './decimal.ts';
import type { Figure, Figures } from './figures.ts';
import type { Pilot } from './site-model.ts';

/** Fewer figures than this make no median. */
export const MEDIAN_MIN_FIGURES = 3;

/** Whoever a region is set against: pilots, or any other areas. */
export type Counterpart = Pick<Pilot, 'area'>;

export interface PilotFigure<P extends Counterpart = Pilot> {
  readonly pilot: P;
  /** The pilot's newest figure of the series asked for. */
  readonly figure: Figure;
}

export interface PilotMedian {
  readonly series: string;
  readonly year: number;
  /** Exact: half-way between the middle two where the count is even. */
  readonly value: Decimal;
  /** How many pilots it rests on. */
  readonly count: number;
}

/**
 * The pilots a region is mirrored in: designated regions of all cohorts, each once, and never the
 * region itself.
 */
export function pilotsFor(pilots: readonly Pilot[], areaCode: string): readonly Pilot[] {
  const seen = new Set([areaCode]);
  return pilots.filter(({ area }) => {
    if (seen.has(area.code)) return false;
    seen.add(area.code);
    return true;
  });
}

/**
 * Each pilot's newest figure of a series, with its own year, or its figure of the one year asked
 * for; pilots without one are left out.
 */
export function pilotFigures<P extends Counterpart>(
  figures: Figures,
  pilots: readonly P[],
  indicator: IndicatorId,
  series: string,
  onlyYear: number | null = null,
): readonly PilotFigure<P>[] {
  return pilots.flatMap((pilot) => {
    const figure = figures
      .of(pilot.area.code, indicator)
      .findLast(
        (candidate) =>
          candidate.speaking &&
          candidate.series === series &&
          (onlyYear === null || candidate.year === onlyYear),
      );
    return figure ? [{ pilot, figure }] : [];
  });
}

/** The middle of a list of decimals, exact to the last digit; `null` for an empty list. */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  // Scaled to whole numbers, with one more digit for the half between the middle two.
  const places = Math.max(0, ...values.map(decimals)) + 1;
  const sorted = values
    .map((value) => {
      const [whole = '', fraction = ''] = value.split('.');
      return { value, scaled: BigInt(whole + fraction.padEnd(places, '0')) };
    })
    .sort((a, b) => (a.scaled < b.scaled ? -1 : a.scaled > b.scaled ? 1 : 0));
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (!upper || !lower) return null;
  if (upper.scaled === lower.scaled) return lower.value;
  const middle = (lower.scaled + upper.scaled) / 2n;
  const digits = String(middle < 0n ? -middle : middle).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return `${middle < 0n ? '-' : ''}${text}` as Decimal;
}

/**
 * The medians of a series, newest first: of every year of which at least
 * {@link MEDIAN_MIN_FIGURES} of the areas have a number.
 */
export function mediansOf(
  figures: Figures,
  areas: readonly Counterpart[],
  indicator: IndicatorId,
  series: string,
): readonly PilotMedian[] {
  const found = areas.flatMap(({ area }) =>
    figures
      .of(area.code, indicator)
      .flatMap(({ series: own, year, value }) =>
        own === series && value !== null ? [{ year, value }] : [],
      ),
  );
  return [...Map.groupBy(found, ({ year }) => year)]
    .flatMap(([year, same]): readonly PilotMedian[] => {
      const value =
        same.length >= MEDIAN_MIN_FIGURES ? medianOf(same.map((entry) => entry.value)) : null;
      return value === null ? [] : [{ series, year, value, count: same.length }];
    })
    .toSorted((a, b) => b.year - a.year);
}

/**
 * The pilots' median of a series, only where at least {@link MEDIAN_MIN_FIGURES} of them have a
 * number of one and the same year: `preferredYear` (the region's own) if it allows one, else the
 * newest year that does.
 */
export function pilotMedian(
  figures: Figures,
  pilots: readonly Counterpart[],
  indicator: IndicatorId,
  series: string,
  preferredYear: number | null = null,
): PilotMedian | null {
  const medians = mediansOf(figures, pilots, indicator, series);
  return medians.find(({ year }) => year === preferredYear) ?? medians[0] ?? null;
}
