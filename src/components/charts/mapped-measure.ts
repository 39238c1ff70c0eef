import type { IndicatorId } from '../../dataset/tables/index.ts';
import { model } from '../../site/data.ts';
import { topicOf } from '../../site/maps.ts';

/** Measures whose newest figures are older than this, against the newest of all, say little now. */
const RECENT_YEARS = 2;

/** The measure that says most on a map of a province: recent, with most regions' figures shown. */
export function mappedMeasure(provinceCode: string): IndicatorId | null {
  const lastYear = (indicator: IndicatorId) => topicOf(indicator).years?.[1] ?? 0;
  const newest = Math.max(...model.indicators.map(({ indicator }) => lastYear(indicator)));
  const [best] = model.indicators
    .filter(({ indicator }) => lastYear(indicator) >= newest - RECENT_YEARS)
    .map(({ indicator }) => {
      const { entries, groups } = topicOf(indicator);
      const shown = model.regions.filter(({ parent_code }, i) => {
        const state = groups[entries[i]?.group ?? -1]?.state ?? 'unknown';
        return parent_code === provinceCode && (state.startsWith('band') || state === 'no-band');
      });
      return { indicator, count: shown.length };
    })
    .toSorted((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.indicator : null;
}
