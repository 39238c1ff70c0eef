/**
 * What two printed figures of an indicator differ by, or why they cannot be set against each
 * other. Only like with like: one level, one series, one year; numbers against numbers, and
 * categories by their order among the bands of one scheme.
 */
import type { Decimal } from '../dataset/table-schema.ts';
import type { Area, Band, IndicatorId } from '../dataset/tables/index.ts';
import { isAutonomous } from './coverage.ts';
import { agree, minus } from './decimal.ts';
import { type Figure, type Figures, isRounded } from './figures.ts';

/** Which of two areas; `null` where neither. */
export type Side = 'a' | 'b';

/** Why no difference is told. */
export type NoDifference =
  /** Provinces, regencies and cities are compared among themselves only. */
  | { readonly why: 'other_level' }
  /** No government of its own, so no figure either. */
  | { readonly why: 'not_applicable'; readonly sides: readonly Side[] }
  | { readonly why: 'unknown'; readonly sides: readonly Side[] }
  | { readonly why: 'other_series'; readonly figures: readonly [Figure, Figure] }
  | { readonly why: 'other_year'; readonly figures: readonly [Figure, Figure] }
  /** One side has but a category, and the other's number stands in no band of its scheme. */
  | { readonly why: 'only_category'; readonly figures: readonly [Figure, Figure] };

interface Pair {
  readonly indicator: IndicatorId;
  readonly a: Area;
  readonly b: Area;
  /** The newest year of one series for which both have a figure, where it is not the one shown. */
  readonly commonYear: number | null;
}

export type Difference = Pair &
  (
    | {
        readonly kind: 'numbers';
        readonly figures: readonly [Figure, Figure];
        /** Exact: the greater printed number less the smaller, never negative. */
        readonly by: Decimal;
        /** `null` where they are equal, or too close. */
        readonly higher: Side | null;
        /**
         * Too close to tell apart as printed: the less precise could be the other one rounded or
         * cut, or they are equal and one was rounded.
         */
        readonly isClose: boolean;
        /** One of them was rounded, so that the difference is about what it was. */
        readonly isAbout: boolean;
      }
    | {
        readonly kind: 'bands';
        readonly figures: readonly [Figure, Figure];
        /** The band of each, of one scheme. */
        readonly bands: readonly [Band, Band];
        readonly higher: Side | null;
      }
    | ({ readonly kind: 'none' } & NoDifference)
  );

/** The speaking figure of a year, or the latest one where no year is asked for. */
export function figureOf(
  figures: Figures,
  area: Area,
  indicator: IndicatorId,
  year: number | null,
): Figure | null {
  if (year === null) return figures.latest(area.code, indicator);
  const figure = figures.at(area.code, indicator, year);
  return figure?.speaking ? figure : null;
}

/** The newest year in which both have a figure of the same series; `null` where there is none. */
export function commonYear(
  figures: Figures,
  a: Area,
  b: Area,
  indicator: IndicatorId,
): number | null {
  const own = new Set(
    figures
      .of(a.code, indicator)
      .flatMap(({ speaking, series, year }) => (speaking ? [`${series}/${year}`] : [])),
  );
  return (
    figures
      .of(b.code, indicator)
      .findLast(({ speaking, series, year }) => speaking && own.has(`${series}/${year}`))?.year ??
    null
  );
}

function higherOf(sign: number): Side | null {
  return sign > 0 ? 'a' : sign < 0 ? 'b' : null;
}

/** Bands of both figures that belong to one scheme of a span of years, best known scheme first. */
export function sharedBands(a: Figure, b: Figure): readonly [Band, Band] | null {
  for (const band of a.bands) {
    const other = b.bands.find(
      ({ scheme, year_from }) => scheme === band.scheme && year_from === band.year_from,
    );
    if (other) return [band, other];
  }
  return null;
}

/**
 * Sets two areas' figures of an indicator against each other: those of a year, or each one's
 * latest where `year` is `null`. Throws for an area and itself: a mistake in the code.
 */
export function differenceOf(
  figures: Figures,
  a: Area,
  b: Area,
  indicator: IndicatorId,
  year: number | null = null,
): Difference {
  if (a.code === b.code) throw new Error(`${a.code} does not differ from itself`);
  const pair = { indicator, a, b, commonYear: null };
  const none = (reason: NoDifference): Difference => ({ ...pair, kind: 'none', ...reason });
  if (a.level !== b.level) return none({ why: 'other_level' });
  const both = [
    { side: 'a', area: a },
    { side: 'b', area: b },
  ] as const;
  const sidesWhere = (test: (area: Area) => boolean): readonly Side[] =>
    both.filter(({ area }) => test(area)).map(({ side }) => side);
  const administrative = sidesWhere((area) => !isAutonomous(area));
  if (administrative.length > 0) return none({ why: 'not_applicable', sides: administrative });

  const [first, second] = [a, b].map((area) => figureOf(figures, area, indicator, year));
  const common = year === null ? commonYear(figures, a, b, indicator) : null;
  if (!first || !second) {
    const sides = sidesWhere((area) => figureOf(figures, area, indicator, year) === null);
    return none({ why: 'unknown', sides });
  }
  if (first.series !== second.series) {
    return { ...none({ why: 'other_series', figures: [first, second] }), commonYear: common };
  }
  if (first.year !== second.year) {
    return { ...none({ why: 'other_year', figures: [first, second] }), commonYear: common };
  }
  if (first.value !== null && second.value !== null) {
    const by = minus(first.value, second.value);
    const isEqual = Number(by) === 0;
    const isAbout = [first, second].some(({ speaking }) => speaking && isRounded(speaking));
    const isClose = isEqual ? isAbout : agree(first.value, second.value);
    return {
      ...pair,
      kind: 'numbers',
      figures: [first, second],
      by: by.replace('-', '') as Decimal,
      higher: isClose ? null : higherOf(Number(by)),
      isClose,
      isAbout,
    };
  }
  const bands = sharedBands(first, second);
  if (!bands) return none({ why: 'only_category', figures: [first, second] });
  return {
    ...pair,
    kind: 'bands',
    figures: [first, second],
    bands,
    higher: higherOf(bands[0].rank - bands[1].rank),
  };
}
