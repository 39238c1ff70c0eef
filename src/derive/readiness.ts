import type { Decimal } from '../dataset/table-schema.ts';
import type { Area, Criterion } from '../dataset/tables/index.ts';
import { isAutonomous } from './coverage.ts';
import { isNear } from './decimal.ts';
import { type Figure, type Figures, isRounded } from './figures.ts';
import { newestYear } from './series.ts';

/**
 * What can be said of a region and a criterion. `unknown` is never a fail; `to_check` is the
 * criterion about legal processes, which this site does not judge.
 */
export type Verdict = 'met' | 'not_met' | 'unknown' | 'too_old' | 'to_check';

export interface CriterionResult {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  /** The figures the verdict rests on, newest first; too old ones are shown too. */
  readonly figures: readonly Figure[];
  /** Other thresholds in print for the same indicator. */
  readonly otherThresholds: readonly Criterion[];
}

export interface Readiness {
  readonly results: readonly CriterionResult[];
  /** How many criteria have each verdict. There is no total: unknown cannot be weighed. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Criteria about which a figure says something (met or not met). */
  readonly known: number;
}

/** Fewer known criteria than this make a list of gaps, not a report. */
export const READINESS_MIN_KNOWN = 4;

function compareNumber(rule: Criterion['rule'], x: number, threshold: number): Verdict {
  return (rule === '>' ? x > threshold : x >= threshold) ? 'met' : 'not_met';
}

/**
 * Whether one figure meets a threshold. A number is compared with a number, and stays unknown where
 * it was rounded and could have been on either side. A figure that is
 * only a category is judged by the bounds of its band, and stays unknown where the threshold
 * lies inside the band or the bounds were never printed; a maturity level is its band's order.
 * A threshold that names a grade is compared by the order of grades.
 */
export function judge(
  criterion: Pick<Criterion, 'threshold' | 'rule'>,
  figure: Figure,
  figures: Figures,
): Verdict {
  const { threshold, rule } = criterion;
  if (threshold === null) return 'unknown';
  const limit = Number(threshold);
  const [band] = figure.bands;
  if (Number.isNaN(limit)) {
    const wanted = figures.bands.bandOfCategory(
      figure.indicator,
      figure.series,
      figure.year,
      threshold.toLowerCase(),
    );
    const own = figure.bands.find((candidate) => candidate.scheme === wanted?.scheme);
    if (!wanted || !own) return 'unknown';
    return compareNumber(rule, own.rank, wanted.rank);
  }
  const { speaking, value } = figure;
  if (value !== null && speaking && isRounded(speaking) && isNear(value, threshold as Decimal)) {
    return 'unknown';
  }
  if (figure.value !== null) return compareNumber(rule, Number(figure.value), limit);
  if (!band) return 'unknown';
  if (figures.bands.series(figure.indicator, figure.series).kind === 'level') {
    return compareNumber(rule, band.rank, limit);
  }
  if (band.min !== null && compareNumber(rule, band.min, limit) === 'met') return 'met';
  if (band.max !== null && band.max <= limit) return 'not_met';
  return 'unknown';
}

/**
 * The first year whose figures still count under a criterion: it reckons from the newest year of
 * the figure's series.
 */
export function oldestYear(
  { max_age_years }: Pick<Criterion, 'max_age_years'>,
  figures: Figures,
  { indicator, series, year }: Pick<Figure, 'indicator' | 'series' | 'year'>,
): number {
  return (newestYear(figures, indicator, series) ?? year) - max_age_years;
}

function evaluate(
  criterion: Criterion,
  areaCode: string,
  figures: Figures,
): Pick<CriterionResult, 'verdict' | 'figures'> {
  const { indicator } = criterion;
  if (criterion.rule === 'manual' || indicator === null)
    return { verdict: 'to_check', figures: [] };
  const known = figures
    .of(areaCode, indicator)
    .filter((figure) => figure.speaking && criterion.series.includes(figure.series))
    .toReversed();
  const [latest] = known;
  if (!latest) return { verdict: 'unknown', figures: [] };
  if (latest.year < oldestYear(criterion, figures, latest)) {
    return { verdict: 'too_old', figures: [latest] };
  }
  if (criterion.rule !== 'all_of_last_two') {
    return { verdict: judge(criterion, latest, figures), figures: [latest] };
  }
  // Each of the last two years: one known failure decides, but two known successes are needed.
  const before = known.find((figure) => figure.year === latest.year - 1);
  const pair = before ? [latest, before] : [latest];
  const verdicts = pair.map((figure) => judge({ ...criterion, rule: '>=' }, figure, figures));
  if (verdicts.includes('not_met')) return { verdict: 'not_met', figures: pair };
  const met = verdicts.length === 2 && verdicts.every((verdict) => verdict === 'met');
  return { verdict: met ? 'met' : 'unknown', figures: pair };
}

/**
 * How a region stands against each criterion the site applies (`used`), by the newest figure of
 * the series the threshold was printed for. `null` for areas without a government of their own
 * and for provinces: the programme is for regencies and cities.
 */
export function readinessOf(
  area: Area,
  criteria: readonly Criterion[],
  figures: Figures,
): Readiness | null {
  if (!isAutonomous(area) || area.level === 'province') return null;
  const results = criteria
    .filter((criterion) => criterion.used)
    .map(
      (criterion): CriterionResult => ({
        criterion,
        ...evaluate(criterion, area.code, figures),
        otherThresholds: criteria.filter(
          (other) =>
            !other.used && other.indicator !== null && other.indicator === criterion.indicator,
        ),
      }),
    );
  const count = (verdict: Verdict) => results.filter((r) => r.verdict === verdict).length;
  const counts = {
    met: count('met'),
    not_met: count('not_met'),
    unknown: count('unknown'),
    too_old: count('too_old'),
    to_check: count('to_check'),
  };
  return { results, counts, known: counts.met + counts.not_met };
}
