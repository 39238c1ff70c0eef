/** The years of several areas and groups in one chart: the lines of `src/charts/trends.ts`. */
import type { TrendPoint } from '../charts/trend-figures.ts';
import type { TrendsData, TrendsLine, TrendsPart, TrendsPoint } from '../charts/trends.ts';
import { categoryLabel, type Text } from '../dataset/table-schema.ts';
import type { Area, Indicator, IndicatorId } from '../dataset/tables/index.ts';
import { indicators } from '../dataset/tables/measures.ts';
import { bothLanguages } from './mirror-data.ts';
import { mediansOf } from './pilots.ts';
import type { Model } from './site-model.ts';
import { entriesOf, partName, partOf, type TrendEntry } from './trend-data.ts';

/** A line asked for: an area's own figures, or the medians of a group. */
export type TrendsSubject =
  | { readonly name: Text; readonly short: Text; readonly area: Area }
  | { readonly name: Text; readonly short: Text; readonly group: readonly Area[] };

/** Figures of an area, each with the series it belongs to. */
function ownEntries(model: Model, area: Area, indicator: IndicatorId): readonly TrendEntry[] {
  return model.figures.of(area.code, indicator).flatMap((figure) => entriesOf(model, figure));
}

/** A group's medians of a series, oldest first: from three figures of one year on. */
function medianPoints(
  model: Model,
  group: readonly Area[],
  { indicator, series }: Indicator,
): readonly TrendsPoint[] {
  return mediansOf(
    model.figures,
    group.map((area) => ({ area })),
    indicator,
    series,
  )
    .toReversed()
    .map(({ year, value, count }) => ({
      year,
      value,
      at: Number(value),
      category: null,
      told: null,
      count,
    }));
}

/**
 * Several areas and groups over the years of an indicator, series by series. An area's line has
 * its printed figures; a group's has its median in each year that allows one, and is left out of
 * series without a numeric scale.
 */
export function trendsData(
  model: Model,
  indicator: IndicatorId,
  subjects: readonly TrendsSubject[],
): TrendsData {
  const { series } = model.indicator(indicator);
  const parts = series.flatMap((row): readonly TrendsPart[] => {
    const medians = subjects.map((subject) =>
      'group' in subject && row.scale_min !== null && row.scale_max !== null
        ? medianPoints(model, subject.group, row)
        : [],
    );
    // The figures under a median are not drawn, but they make the scale numeric as it is.
    const entries = subjects.map((subject, i) => {
      const areas = 'area' in subject ? [subject.area] : medians[i]?.length ? subject.group : [];
      return areas
        .flatMap((area) => ownEntries(model, area, indicator))
        .filter((entry) => entry.row.series === row.series);
    });
    const { points, ...part } = partOf(model, row, partName(row, series), entries.flat());
    const { scale } = part;
    let next = 0;
    const lines = subjects.flatMap((subject, line): readonly TrendsPart['lines'][number][] => {
      const count = entries[line]?.length ?? 0;
      const areaPoints: readonly TrendPoint[] = points.slice(next, next + count);
      next += count;
      const all = 'group' in subject ? (medians[line] ?? []) : areaPoints;
      return all.length > 0 ? [{ line, points: all }] : [];
    });
    if (lines.length === 0) return [];
    return [
      {
        series: row.series,
        name: part.name,
        scale,
        steps: part.steps,
        threshold: part.threshold,
        lines,
      },
    ];
  });
  const lines = subjects.map(
    (subject): TrendsLine => ({
      name: subject.name,
      short: subject.short,
      kind: 'area' in subject ? 'area' : 'median',
    }),
  );
  const [only] = parts;
  const alone =
    parts.length === 1 && only ? series.find((row) => row.series === only.series) : undefined;
  return {
    indicator: alone
      ? bothLanguages((lang) => alone[`short_${lang}`])
      : bothLanguages((lang) => categoryLabel(indicators, 'indicator', indicator, lang)),
    lines,
    parts,
  };
}
