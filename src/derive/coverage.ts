import type { Area, IndicatorId } from '../dataset/tables/index.ts';
import type { Figures } from './figures.ts';

/** How many of the areas that could have a figure do have one. */
export interface Coverage {
  readonly known: number;
  readonly total: number;
}

/** Whether an area has a government of its own, and so can be counted and ranked. */
export function isAutonomous(area: Area): boolean {
  return area.autonomy === 'autonomous';
}

/** Coverage among the autonomous areas of a list, by any test of "known". */
export function coverageOf(areas: readonly Area[], isKnown: (area: Area) => boolean): Coverage {
  const counted = areas.filter(isAutonomous);
  return { known: counted.filter(isKnown).length, total: counted.length };
}

/** Coverage of an indicator in a year and series: areas with a figure that speaks. */
export function coverageAt(
  figures: Figures,
  areas: readonly Area[],
  indicator: IndicatorId,
  series: string,
  year: number,
): Coverage {
  return coverageOf(areas, (area) => {
    const figure = figures.at(area.code, indicator, year);
    return figure?.speaking != null && figure.series === series;
  });
}

/** The share known, 0 to 1; 0 where there is nothing to count. */
export function share({ known, total }: Coverage): number {
  return total === 0 ? 0 : known / total;
}
