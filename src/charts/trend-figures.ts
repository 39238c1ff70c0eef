/** What charts over the years say and join of figures: one rule for one area and for several. */
import type { Decimal, Text } from '../dataset/table-schema.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';

/** One year's figure. */
export interface TrendPoint {
  readonly year: number;
  /** As printed; `null` where only a category was. */
  readonly value: Decimal | null;
  /**
   * Where it stands: a number on a scale or the index of a step; from the lower to the upper
   * bound where only a category with known bounds was printed; `null` where it has no place.
   */
  readonly at: number | readonly [number, number] | null;
  readonly category: Text | null;
  /** What it is, if it is not a final figure: such a figure is told, never computed with. */
  readonly told: Text | null;
}

/** Whether it is a final figure. Others are drawn hollow, and nothing is joined to them. */
export function isFinal(point: TrendPoint): boolean {
  return point.told === null;
}

/** A figure as printed: its number, or its category where only that was. */
export function printed(point: TrendPoint, lang: Lang): string {
  return point.value === null ? (point.category?.[lang] ?? '') : formatDecimal(point.value, lang);
}

/** A figure with all that is told of it: "2024: 97,98, Terjaga". */
export function inFull(point: TrendPoint, lang: Lang): string {
  const number = point.value === null ? null : formatDecimal(point.value, lang);
  const category = point.category?.[lang] ?? null;
  const words = [number, category].filter((part) => part !== null).join(', ');
  return `${point.year}: ${words}${point.told ? ` (${point.told[lang]})` : ''}`;
}

/**
 * Runs of final figures with one place each, from year to year, of figures oldest first; a missing
 * year, or one only told, ends a run.
 */
export function runsOf<P extends Pick<TrendPoint, 'year' | 'at' | 'told'>>(
  points: readonly P[],
): readonly (readonly P[])[] {
  const found: P[][] = [];
  for (const point of points) {
    if (point.told !== null || typeof point.at !== 'number') continue;
    const run = found.at(-1);
    if (run?.at(-1)?.year === point.year - 1) run.push(point);
    else found.push([point]);
  }
  return found;
}

/** Years in short: "2016–2017, 2019". */
export function spans(years: readonly number[]): string {
  const found: number[][] = [];
  for (const year of years) {
    const run = found.at(-1);
    if (run?.at(-1) === year - 1) run.push(year);
    else found.push([year]);
  }
  return found
    .map((run) => (run.length === 1 ? `${run[0]}` : `${run[0]}–${run.at(-1)}`))
    .join(', ');
}
