/** Questions to try on the page that checks claims, found in the data itself. */
import { type ClaimVerdict, checkClaim } from './claim.ts';
import { decimals, roundedTo } from './decimal.ts';
import type { Figure } from './figures.ts';
import type { Model } from './site-model.ts';

/** A claim whose answer is known to be of a kind. */
export interface ClaimExample {
  readonly figure: Figure;
  /** A number with a decimal point, or a category as it is printed. */
  readonly claim: string;
  readonly verdict: ClaimVerdict;
}

/** The claims about a figure that could have the verdict, most fitting first. */
const CANDIDATES: readonly (readonly [
  ClaimVerdict,
  (figure: Figure, model: Model) => readonly (string | null | undefined)[],
])[] = [
  ['agrees', ({ value }) => [value]],
  [
    'agrees_rounded',
    ({ value }) =>
      value !== null && decimals(value) === 2 && Number(value) > 10 ? [roundedTo(value, 0)] : [],
  ],
  [
    'agrees_other_source',
    ({ differs, decision, rows, speaking }) =>
      differs && decision
        ? rows.filter((row) => row !== speaking && row.status === 'final').map(({ value }) => value)
        : [],
  ],
  [
    'other_year',
    (figure, { figures }) => [
      figures
        .of(figure.area_code, figure.indicator)
        .find(({ year, series }) => year === figure.year - 1 && series === figure.series)?.value,
    ],
  ],
  ['not_final', ({ notes }) => notes.map(({ value }) => value)],
  [
    'category_agrees',
    ({ value, speaking }) => (value === null ? [speaking?.category_printed] : []),
  ],
];

/**
 * One example of each kind that the data has one of: regencies and cities before provinces, the
 * newest years first, each of another area than those before, and of another indicator where
 * there is one.
 */
export function claimExamples(model: Model): readonly ClaimExample[] {
  const isProvince = (figure: Figure) => Number(model.area(figure.area_code).level === 'province');
  const figures = model.figures.all.toSorted(
    (a, b) =>
      isProvince(a) - isProvince(b) ||
      b.year - a.year ||
      (a.area_code < b.area_code ? -1 : a.area_code > b.area_code ? 1 : 0) ||
      (a.indicator < b.indicator ? -1 : 1),
  );
  const found: ClaimExample[] = [];
  for (const [verdict, claimsOf] of CANDIDATES) {
    const areas = new Set(found.map(({ figure }) => figure.area_code));
    const indicators = new Set(found.map(({ figure }) => figure.indicator));
    const fresh = figures.filter(({ area_code }) => !areas.has(area_code));
    const varied = fresh.filter(({ indicator }) => !indicators.has(indicator));
    const example =
      firstExample(model, varied, verdict, claimsOf) ??
      firstExample(model, fresh, verdict, claimsOf);
    if (example) found.push(example);
  }
  return found;
}

function firstExample(
  model: Model,
  figures: readonly Figure[],
  verdict: ClaimVerdict,
  claimsOf: (typeof CANDIDATES)[number][1],
): ClaimExample | null {
  for (const figure of figures) {
    const area = model.area(figure.area_code);
    if (area.autonomy !== 'autonomous') continue;
    for (const claim of claimsOf(figure, model)) {
      if (!claim) continue;
      const { indicator, year } = figure;
      const check = checkClaim(model, { area, indicator, year, claim });
      if (check.verdict === verdict) return { figure, claim, verdict };
    }
  }
  return null;
}
