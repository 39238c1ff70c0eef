/** How far every region of a level is from one, as a file. */
import type { Area } from '../dataset/tables/index.ts';
import { densityOf, distanceTable, type Peer } from '../derive/peers.ts';
import { csvText } from './csv.ts';

/** Digits behind the point of what is computed here: more would be no knowledge. */
const PLACES = 4;

/** A computed number with {@link PLACES} digits; never a minus before nothing but zeros. */
function derived(value: number): string {
  const text = value.toFixed(PLACES);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

type Column = readonly [
  name: string,
  cell: (peer: Peer, provinceOf: (area: Area) => Area) => string,
];

/**
 * First what the table of areas says, then what follows from it: columns that begin with
 * `derived_` are computed, rounded to {@link PLACES} digits. Differences are the other region's
 * common logarithm less this one's, in standard deviations of the level.
 */
const COLUMNS: readonly Column[] = [
  ['code', ({ area }) => area.code],
  ['name', ({ area }) => area.name],
  ['province', ({ area }, provinceOf) => provinceOf(area).name],
  ['population', ({ area }) => String(area.population)],
  ['population_source_id', ({ area }) => area.population_source_id],
  ['area_km2', ({ area }) => area.area_km2],
  ['area_source_id', ({ area }) => area.area_source_id],
  ['island_group', ({ area }) => area.island_group],
  ['derived_density_per_km2', ({ area }) => derived(densityOf(area))],
  ['derived_population_ratio', ({ population }) => derived(population.ratio)],
  ['derived_density_ratio', ({ density }) => derived(density.ratio)],
  ['derived_population_difference', ({ population }) => derived(population.difference)],
  ['derived_density_difference', ({ density }) => derived(density.difference)],
  ['derived_island_difference', ({ island }) => derived(island.difference)],
  ['derived_distance', ({ distance }) => derived(distance)],
];

/** Every other autonomous region of a region's level, nearest first (RFC 4180, CRLF). */
export function peersCsv(
  area: Area,
  areas: readonly Area[],
  provinceOf: (area: Area) => Area,
): string {
  return csvText([
    COLUMNS.map(([name]) => name),
    ...distanceTable(area, areas).map((peer) => COLUMNS.map(([, cell]) => cell(peer, provinceOf))),
  ]);
}
