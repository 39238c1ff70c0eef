/** What charts over the years draw of a scale and of time: one rule for one area and for several. */

/** Of a scale, in its own unit, the tenths that are drawn: at least this many, never a sliver. */
const FEWEST_TENTHS = 3;

/** The part of a scale that is drawn: around the figures and thresholds `at`; all of it without. */
export function shownRange(
  { min, max }: { readonly min: number; readonly max: number },
  at: readonly number[],
): readonly [number, number] {
  const [low, high] = at.length > 0 ? [Math.min(...at), Math.max(...at)] : [min, max];
  const unit = (max - min) / 10;
  const from = Math.max(0, Math.floor((low - min - 0.3 * unit) / unit));
  const to = Math.min(10, Math.ceil((high - min + 0.3 * unit) / unit));
  const [a, b] =
    to - from >= FEWEST_TENTHS
      ? [from, to]
      : to >= FEWEST_TENTHS
        ? [to - FEWEST_TENTHS, to]
        : [0, FEWEST_TENTHS];
  return [min + a * unit, min + b * unit];
}

/** Years between the first and the last of those known about which nothing is known. */
export function yearsBetween(known: Iterable<number>): readonly number[] {
  const years = new Set(known);
  if (years.size === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (year) => !years.has(year),
  );
}
