import type { ReadinessData, ReadinessRow } from '../charts/readiness.ts';
import type { Area } from '../dataset/tables/index.ts';
import { thresholdText } from '../wording/threshold-text.ts';
import type { Figure } from './figures.ts';
import { bandText, bothLanguages, stepOfThreshold } from './mirror-data.ts';
import { type CriterionResult, readinessOf } from './readiness.ts';
import type { Model } from './site-model.ts';

/** The scale a criterion is shown on: of numbers where its threshold and figure are ones. */
function scaleOf(model: Model, { criterion, figures }: CriterionResult) {
  const { indicator, threshold } = criterion;
  const [series] = figures[0] ? [figures[0].series] : (criterion.series ?? []);
  if (indicator === null || series === undefined) return { scale: null, bands: [], kind: null };
  const row = model.figures.bands.series(indicator, series);
  const numeric =
    threshold !== null &&
    Number.isFinite(Number(threshold)) &&
    row.scale_min !== null &&
    row.scale_max !== null &&
    figures.every(({ value }) => value !== null);
  if (numeric) {
    return {
      scale: { kind: 'numbers' as const, min: row.scale_min ?? 0, max: row.scale_max ?? 0 },
      bands: [],
      kind: row.kind,
    };
  }
  const own = figures[0]?.bands[0];
  const year = figures[0]?.year ?? row.last_year ?? Number.POSITIVE_INFINITY;
  const schemes = model.figures.bands.schemes(indicator, series, year);
  const bands =
    schemes.find(({ scheme }) => own === undefined || scheme === own.scheme)?.bands ?? [];
  return bands.length > 0
    ? { scale: { kind: 'steps' as const, steps: bands.map(bandText) }, bands, kind: row.kind }
    : { scale: null, bands: [], kind: row.kind };
}

function rowOf(model: Model, result: CriterionResult): ReadinessRow {
  const { criterion, verdict, figures, otherThresholds } = result;
  const { scale, bands, kind } = scaleOf(model, result);
  const place = ({ value, bands: own }: Figure) => {
    if (scale?.kind === 'numbers') return value === null ? null : Number(value);
    const index = bands.findIndex((step) => own.some((b) => b.category_id === step.category_id));
    return index === -1 ? null : index;
  };
  return {
    code: criterion.code,
    name: { id: criterion.name_id, en: criterion.name_en },
    verdict,
    scale,
    threshold:
      criterion.threshold === null
        ? null
        : {
            at:
              scale?.kind === 'numbers'
                ? Number(criterion.threshold)
                : scale && kind
                  ? stepOfThreshold(criterion, bands, kind)
                  : null,
            label: bothLanguages((lang) => thresholdText(criterion, lang)),
          },
    figures: figures.map((figure) => ({
      at: place(figure),
      value: figure.value,
      category: figure.bands[0] ? bandText(figure.bands[0]) : null,
      year: figure.year,
    })),
    // The opinion is asked for in each of two years: one alone decides nothing.
    absent:
      criterion.rule === 'all_of_last_two' && verdict === 'unknown' && figures.length === 1
        ? figures.map(({ year }) => year - 1)
        : [],
    alsoPrinted: otherThresholds.map((other) =>
      bothLanguages((lang) => thresholdText(other, lang)),
    ),
  };
}

/** A region against the criteria, to be drawn; `null` where {@link readinessOf} has nothing to say. */
export function readinessData(model: Model, area: Area): ReadinessData | null {
  const found = readinessOf(area, model.dataset.tables.criteria, model.figures);
  return found && { area: area.name, rows: found.results.map((result) => rowOf(model, result)) };
}
