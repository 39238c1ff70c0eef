/**
 * Regions like another: which areas of its level are nearest to it in population, density and
 * place. Reads nothing but the table of areas, so that builds and browsers find the same ones.
 * Nothing that is measured of a government enters: peers are alike in size and place, no more.
 */
import type { Area, Level } from '../dataset/tables/index.ts';
import { isAutonomous } from './coverage.ts';

/** How many peers a region has. */
export const PEER_COUNT = 10;

/** How far two areas of unlike island groups lie apart, in standard deviations. */
export const ISLAND_STEP = 1;

/** One amount of two areas, set against each other. */
export interface AmountDifference {
  /** The other area's amount; people, or people per square kilometre. */
  readonly amount: number;
  /** The other area's amount as a multiple of this one's: 2 is twice as much. */
  readonly ratio: number;
  /** The other's common logarithm less this one's, in standard deviations of the level. */
  readonly difference: number;
}

/** An area of the same level, with how far it is from the one asked for. */
export interface Peer {
  readonly area: Area;
  /** Root of the sum of the squared differences of the three dimensions; 0 is alike in all. */
  readonly distance: number;
  readonly population: AmountDifference;
  readonly density: AmountDifference;
  readonly island: {
    readonly same: boolean;
    /** 0 in the same island group, {@link ISLAND_STEP} in another. */
    readonly difference: number;
  };
}

/** People per square kilometre of land, unrounded. */
export function densityOf(area: Pick<Area, 'population' | 'area_km2'>): number {
  return area.population / Number(area.area_km2);
}

/** Logarithms need people and land: an area without either can be like no other. */
function isPlaced(area: Area): boolean {
  return isAutonomous(area) && area.population > 0 && Number(area.area_km2) > 0;
}

/** The areas that those of a level are compared among, by code: sums do not hang on row order. */
function fieldOf(level: Level, areas: readonly Area[]): readonly Area[] {
  return areas
    .filter((area) => area.level === level && isPlaced(area))
    .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The standard deviation of a whole (not of a sample); 0 where all are equal. */
function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / values.length);
}

/** Below this two logarithms are equal but for the rounding of machines. */
const TINY = 1e-9;

/**
 * How one area compares with others in one amount. Where a level is all alike, nothing sets its
 * areas apart and every difference is 0.
 */
function amountScale(field: readonly Area[], amountOf: (area: Area) => number) {
  const deviation = deviationOf(field.map((area) => Math.log10(amountOf(area))));
  return (from: Area, to: Area): AmountDifference => {
    const [own, amount] = [amountOf(from), amountOf(to)];
    const apart = Math.log10(amount) - Math.log10(own);
    const difference = deviation < TINY || apart === 0 ? 0 : apart / deviation;
    return { amount, ratio: amount / own, difference };
  };
}

/** Logarithms may differ in their last digits between machines: these must change no order. */
function rounded(distance: number): number {
  return Math.round(distance / TINY);
}

/**
 * Every other area of the same level with its distance, nearest first, equals by code. Three
 * dimensions of equal weight: the common logarithms of population and of density, each divided by
 * its standard deviation among the autonomous areas of the level, and the island group (0 where it
 * is the same, {@link ISLAND_STEP} where it is another). Empty for areas without a government of
 * their own, for areas without people or land, and for areas the list does not hold.
 */
export function distanceTable(area: Area, areas: readonly Area[]): readonly Peer[] {
  const field = fieldOf(area.level, areas);
  const self = field.find(({ code }) => code === area.code);
  if (!self) return [];
  const population = amountScale(field, (one) => one.population);
  const density = amountScale(field, densityOf);
  return field
    .filter((other) => other !== self)
    .map((other): Peer => {
      const same = other.island_group === self.island_group;
      const island = { same, difference: same ? 0 : ISLAND_STEP };
      const people = population(self, other);
      const crowd = density(self, other);
      const distance = Math.hypot(people.difference, crowd.difference, island.difference);
      return { area: other, distance, population: people, density: crowd, island };
    })
    .sort(
      (a, b) => rounded(a.distance) - rounded(b.distance) || (a.area.code < b.area.code ? -1 : 1),
    );
}

/** The areas most like one, nearest first: the head of its {@link distanceTable}. */
export function peersOf(
  area: Area,
  areas: readonly Area[],
  count: number = PEER_COUNT,
): readonly Peer[] {
  return distanceTable(area, areas).slice(0, count);
}
