import type { Dataset } from '../dataset/dataset.ts';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Band, Indicator, IndicatorId } from '../dataset/tables/index.ts';

/** Band schemes of one series in one year, each from the worst band to the best. */
export interface BandScheme {
  readonly scheme: Band['scheme'];
  readonly bands: readonly Band[];
}

/** Answers questions about series and their bands. */
export interface BandBook {
  /** The indicator row of a series. Throws if there is none: the dataset has been checked. */
  series(indicator: IndicatorId, series: string): Indicator;
  /** The schemes that hold for a series in a year; none where no bands were found. */
  schemes(indicator: IndicatorId, series: string, year: number): readonly BandScheme[];
  /**
   * The bands a value falls into, one per scheme at most. A band counts only where both of its
   * bounds are known: printed, or the end of the scale for the lowest and the highest band.
   * Ranges nobody printed therefore give no band, rather than a guess.
   */
  bandsOfValue(
    indicator: IndicatorId,
    series: string,
    year: number,
    value: Decimal,
  ): readonly Band[];
  /** The band a printed category names, or `null`. */
  bandOfCategory(
    indicator: IndicatorId,
    series: string,
    year: number,
    category: string,
  ): Band | null;
}

const SCHEME_ORDER: readonly Band['scheme'][] = ['main', 'grade', 'zone'];

/** Builds the band book of a dataset. */
export function bandBook(dataset: Dataset): BandBook {
  const seriesRows = new Map<string, Indicator>(
    dataset.tables.indicators.map((row) => [`${row.indicator}/${row.series}`, row]),
  );
  const cache = new Map<string, readonly BandScheme[]>();

  function series(indicator: IndicatorId, id: string): Indicator {
    const row = seriesRows.get(`${indicator}/${id}`);
    if (!row) throw new Error(`unknown series ${indicator}/${id}`);
    return row;
  }

  function schemes(indicator: IndicatorId, id: string, year: number): readonly BandScheme[] {
    const key = `${indicator}/${id}/${year}`;
    const known = cache.get(key);
    if (known) return known;
    const valid = dataset.tables.bands.filter(
      (band) =>
        band.indicator === indicator &&
        band.series === id &&
        band.year_from <= year &&
        (band.year_to === null || year <= band.year_to),
    );
    const found = SCHEME_ORDER.flatMap((scheme) => {
      const bands = valid.filter((band) => band.scheme === scheme);
      return bands.length ? [{ scheme, bands: bands.toSorted((a, b) => a.rank - b.rank) }] : [];
    });
    cache.set(key, found);
    return found;
  }

  function bandsOfValue(
    indicator: IndicatorId,
    id: string,
    year: number,
    value: Decimal,
  ): readonly Band[] {
    const { scale_min, scale_max } = series(indicator, id);
    const x = Number(value);
    return schemes(indicator, id, year).flatMap(({ bands }) =>
      bands.filter((band, i) => {
        const isTop = i === bands.length - 1;
        const min = band.min ?? (i === 0 ? scale_min : null);
        const max = band.max ?? (isTop ? scale_max : null);
        if (min === null || max === null) return false;
        return min <= x && (isTop ? x <= max : x < max);
      }),
    );
  }

  function bandOfCategory(
    indicator: IndicatorId,
    id: string,
    year: number,
    category: string,
  ): Band | null {
    return (
      schemes(indicator, id, year)
        .flatMap(({ bands }) => bands)
        .find((band) => band.category_id === category) ?? null
    );
  }

  return { series, schemes, bandsOfValue, bandOfCategory };
}
