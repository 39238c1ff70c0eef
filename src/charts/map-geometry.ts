/**
 * The geometry under the maps, worked out once per build from Natural Earth: d3-geo and topojson
 * stay here, so that the charts themselves draw ready numbers and the browser needs neither.
 */
import { type GeoContext, type GeoProjection, geoConicEqualArea, geoPath } from 'd3';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { isInland, type Land, type Point } from './map.ts';

/** Where something lies, in degrees. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** A map: its land, and where a place lies on it. */
export interface MapGeometry extends Land {
  at(place: Place): Point;
}

/** Indonesia's number in ISO 3166-1, by which the atlas knows it. */
const INDONESIA = '360';

/** Coordinates of maps are whole numbers of this many units from side to side. */
export const MAP_WIDTH = 2000;

/** Indonesia as a feature of `world-atlas`. Throws if the atlas has no such country. */
export function countryOf(topology: Topology): GeoJSON.Feature {
  const { countries } = topology.objects;
  if (countries?.type !== 'GeometryCollection') throw new Error('not an atlas of countries');
  const found = countries.geometries.find(({ id }) => id === INDONESIA);
  if (!found) throw new Error(`the atlas has no country ${INDONESIA}`);
  return feature(topology, found) as GeoJSON.Feature;
}

/** The whole country in an equal-area projection, simplified to what a page's width can show. */
export function nationGeometry(country: GeoJSON.Feature): MapGeometry {
  const projection = equalArea().fitWidth(MAP_WIDTH, country);
  const height = Math.ceil(geoPath(projection).bounds(country)[1][1]);
  return {
    path: pathOf(ringsOf(country, projection), { tolerance: 6, smallest: 8 }),
    width: MAP_WIDTH,
    height,
    at: placer(projection),
  };
}

/** A map is at least this many degrees wide and high: a city state is not a world. */
const SMALLEST_SPAN = 0.35;
/** Land shown around the outermost places, as a share of the span. */
const MARGIN = 0.08;
/** How far beyond the frame land is cut. */
const CUT = 20;
/** Land known beyond either side of a map, at least, as a share of its width. */
const SIDE = 0.65;

/** The land around some places, with all of them in view. */
export function localGeometry(country: GeoJSON.Feature, places: readonly Place[]): MapGeometry {
  const span = (values: readonly number[]): readonly [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const pad = Math.max((SMALLEST_SPAN - (high - low)) / 2, 0);
    return [low - pad, high + pad];
  };
  const [west, east] = span(places.map(({ lon }) => lon));
  const [south, north] = span(places.map(({ lat }) => lat));
  const margin = MARGIN * Math.max(east - west, north - south);
  const corners: GeoJSON.MultiPoint = {
    type: 'MultiPoint',
    coordinates: [
      [west - margin, south - margin],
      [east + margin, north + margin],
      [west - margin, north + margin],
      [east + margin, south - margin],
    ],
  };
  const projection = equalArea().fitWidth(MAP_WIDTH, corners);
  const height = Math.ceil(geoPath(projection).bounds(corners)[1][1]);
  /** A little beyond the frame, so that the cut does not show as a coast. */
  const landWithin = (side: number) => {
    projection.clipExtent([
      [-side, -CUT],
      [MAP_WIDTH + side, height + CUT],
    ]);
    return pathOf(ringsOf(country, projection), { tolerance: 30, smallest: 60 });
  };
  const framed = landWithin(CUT);
  return {
    // Without a coast in sight nothing to its sides would tell where it is.
    path: isInland(framed)
      ? framed
      : landWithin(Math.max(SIDE * MAP_WIDTH, height - MAP_WIDTH / 2)),
    width: MAP_WIDTH,
    height,
    at: placer(projection),
  };
}

/** Parallels on both sides of the equator: areas true, shapes nearly so, from Sabang to Merauke. */
function equalArea(): GeoProjection {
  return geoConicEqualArea().parallels([-7.5, 2.5]).rotate([-118, 0]);
}

function placer(projection: GeoProjection) {
  return ({ lon, lat }: Place): Point => {
    const point = projection([lon, lat]);
    if (!point) throw new Error(`no place on the map for ${lon}, ${lat}`);
    return [Math.round(point[0]), Math.round(point[1])];
  };
}

/** The rings of a feature after projection and clipping. */
function ringsOf(country: GeoJSON.Feature, projection: GeoProjection): Point[][] {
  const rings: Point[][] = [];
  const context: GeoContext = {
    beginPath() {},
    arc() {},
    moveTo: (x, y) => void rings.push([[x, y]]),
    lineTo: (x, y) => void rings.at(-1)?.push([x, y]),
    closePath() {},
  };
  geoPath(projection, context)(country);
  return rings;
}

/**
 * Rings as a path of whole numbers, without the points whose triangle with their neighbours is
 * smaller than `tolerance` (Visvalingam and Whyatt) and the islands smaller than `smallest`.
 */
function pathOf(
  rings: readonly (readonly Point[])[],
  { tolerance, smallest }: { readonly tolerance: number; readonly smallest: number },
): string {
  return rings
    .filter((ring) => Math.abs(areaOf(ring)) >= smallest)
    .map((ring) => relativePath(simplified(ring, tolerance)))
    .join('');
}

function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  });
  return sum / 2;
}

/** Drops the least telling point again and again, but never below a triangle. */
function simplified(ring: readonly Point[], tolerance: number): readonly Point[] {
  const points = thinned(ring, Math.sqrt(tolerance) / 2);
  const areas = points.map((_, i) => triangle(points, i));
  while (points.length > 3) {
    let at = 0;
    areas.forEach((area, i) => {
      if (area < (areas[at] ?? 0)) at = i;
    });
    if ((areas[at] ?? 0) >= tolerance) break;
    points.splice(at, 1);
    areas.splice(at, 1);
    for (const i of [at - 1, at]) {
      const neighbour = (i + points.length) % points.length;
      areas[neighbour] = triangle(points, neighbour);
    }
  }
  return points;
}

/** The area between a point and its two neighbours. */
function triangle(points: readonly Point[], i: number): number {
  const [own, before, after] = [points[i], points.at(i - 1), points[(i + 1) % points.length]];
  if (!own || !before || !after) return 0;
  const [ax, ay] = [own[0] - before[0], own[1] - before[1]];
  const [bx, by] = [after[0] - before[0], after[1] - before[1]];
  return Math.abs(ax * by - ay * bx) / 2;
}

/** Points that lie closer to the one before than a distance tell nothing at this size. */
function thinned(ring: readonly Point[], distance: number): Point[] {
  const kept: Point[] = [];
  for (const [x, y] of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(x - last[0], y - last[1]) >= distance) kept.push([x, y]);
  }
  return kept.length >= 3 ? kept : [...ring];
}

/** `M12 5l3-4 2 1z`: steps instead of places, because they are shorter. */
function relativePath(ring: readonly Point[]): string {
  const whole = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [first] = whole;
  if (!first) return '';
  let [x, y] = first;
  let steps = '';
  for (const [nextX, nextY] of whole.slice(1)) {
    if (nextX === x && nextY === y) continue;
    steps += number(nextX - x, steps !== '') + number(nextY - y, true);
    [x, y] = [nextX, nextY];
  }
  return `M${first[0]}${number(first[1], true)}l${steps}z`;
}

/** A number after another one: the minus sign parts them as well as a space does. */
function number(value: number, follows: boolean): string {
  return follows && value >= 0 ? ` ${value}` : `${value}`;
}
