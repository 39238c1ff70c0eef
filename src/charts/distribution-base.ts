import type { Decimal, Text } from '../dataset/table-schema.ts';
import type { BandInk } from './palette.ts';

/** A region that is named in the picture, with its figure of the year shown. */
export interface NamedFigure {
  readonly name: string;
  readonly value: Decimal | null;
  /** Its category where only that was printed; `null` with a value or where nothing was found. */
  readonly category: Text | null;
}

/** A band whose both ends are known. The end of the scale closes the highest. */
export interface DistributionBand {
  readonly label: Text;
  readonly min: number;
  readonly max: number;
  readonly ink: BandInk;
}

/** The entry threshold on the scale, and as printed ("≥ 75", "≥ B"). */
export interface DistributionThreshold {
  readonly at: number;
  readonly text: Text;
  /** Whether the figure has to lie above it, not only on it. */
  readonly strict: boolean;
}

/** What is counted: the figures of one series and year among areas that may be compared. */
export interface DistributionBase {
  readonly indicator: Text;
  readonly year: number;
  /** The word for the areas in the plural: "kabupaten/kota". */
  readonly areas: Text;
  /** How many areas could have a figure. */
  readonly total: number;
  /** Areas of which only a category was printed, by category, the best first. */
  readonly categories: readonly { readonly label: Text; readonly count: number }[];
  /** The region whose page it is, if any. */
  readonly region: NamedFigure | null;
  readonly pilots: readonly NamedFigure[];
  readonly threshold: DistributionThreshold | null;
}

/** How many areas have a figure: a number or only a category. */
export function knownCount(numbers: number, { categories }: Pick<DistributionBase, 'categories'>) {
  return numbers + categories.reduce((sum, { count }) => sum + count, 0);
}

/** How many values lie in each band; the highest holds its upper end too. */
export function bandCounts(
  values: readonly Decimal[],
  bands: readonly Pick<DistributionBand, 'min' | 'max'>[],
): readonly number[] {
  return bands.map(({ min, max }, i) => {
    const isTop = i === bands.length - 1;
    return values.filter((value) => {
      const x = Number(value);
      return min <= x && (isTop ? x <= max : x < max);
    }).length;
  });
}

/** How many values reach a threshold. */
export function metCount(
  values: readonly Decimal[],
  { at, strict }: Pick<DistributionThreshold, 'at' | 'strict'>,
): number {
  return values.filter((value) => (strict ? Number(value) > at : Number(value) >= at)).length;
}
