import type { Area, Band, IndicatorId } from '../dataset/tables/index.ts';
import type { Figure } from './figures.ts';
import type { Model } from './site-model.ts';

/** A category that stands in a column, with the rows of `bands` that define it, oldest first. */
export interface ColumnBand {
  readonly category: string;
  readonly bands: readonly Band[];
}

/** The latest figure of one indicator for many areas, and what a reader has to know to sort it. */
export interface LatestColumn {
  readonly indicator: IndicatorId;
  /** By area code: those that have one. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Categories that any of the figures falls into, in the order of their bands. */
  readonly bands: readonly ColumnBand[];
  /**
   * Whether the bands order the column: all figures fall into one scheme, and most were printed
   * as a category only. Else numbers go by their value, and bare categories follow them.
   */
  readonly byBand: boolean;
  /** Series in the column, oldest first. */
  readonly series: readonly string[];
  /** First and last year in the column; `null` where it is empty. */
  readonly years: readonly [number, number] | null;
}

const schemeOf = (band: Band) => `${band.series}/${band.year_from}/${band.scheme}`;

/** The column of an indicator over areas. */
export function latestColumn(
  model: Model,
  areas: readonly Area[],
  indicator: IndicatorId,
): LatestColumn {
  const figures = new Map(
    areas.flatMap(({ code }): (readonly [string, Figure])[] => {
      const figure = model.figures.latest(code, indicator);
      return figure ? [[code, figure]] : [];
    }),
  );
  const known = [...figures.values()];
  const present = new Set(known.flatMap(({ bands }) => bands.map((band) => band.category_id)));
  const order = model.indicator(indicator).series.map(({ series }) => series);
  const defined = model.dataset.tables.bands
    .filter((band) => band.indicator === indicator && present.has(band.category_id))
    .toSorted(
      (a, b) =>
        order.indexOf(a.series) - order.indexOf(b.series) ||
        a.year_from - b.year_from ||
        (a.scheme === b.scheme ? a.rank - b.rank : a.scheme < b.scheme ? -1 : 1),
    );
  const schemes = new Set(known.map(({ bands }) => bands.map(schemeOf).join()));
  const years = known.map(({ year }) => year);
  return {
    indicator,
    figures,
    bands: [...Map.groupBy(defined, (band) => band.category_id)].map(([category, bands]) => ({
      category,
      bands,
    })),
    byBand:
      schemes.size === 1 &&
      known.every(({ bands }) => bands.length === 1) &&
      known.filter(({ value }) => value === null).length * 2 > known.length,
    series: order.filter((series) => known.some((figure) => figure.series === series)),
    years: known.length === 0 ? null : [Math.min(...years), Math.max(...years)],
  };
}
