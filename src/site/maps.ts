/** The maps' geometry, data and files, worked out once per build. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CartogramData } from '../charts/cartogram.ts';
import type { MapLevel } from '../charts/map.ts';
import {
  cartogramData,
  encodeBook,
  encodeSources,
  encodeTopic,
  type MapBy,
  type MapTopic,
  nationData,
} from '../charts/map-book.ts';
import { countryOf, localGeometry, nationGeometry } from '../charts/map-geometry.ts';
import type { NationData } from '../charts/nation.ts';
import type { ProvinceData } from '../charts/province.ts';
import { mapBook, mapSources, mapTopic, provinceData } from '../derive/map-data.ts';
import { model } from './data.ts';

/** Natural Earth at 1:10 million: the finest, so that small islands are there. */
const atlas = createRequire(join(process.cwd(), 'package.json')).resolve(
  'world-atlas/countries-10m.json',
);
const country = countryOf(JSON.parse(readFileSync(atlas, 'utf8')));

const book = mapBook(model, nationGeometry(country));

/** What maps can show, the programme first. */
export const MAP_CHOICES: readonly MapBy[] = [
  'rung',
  ...model.indicators.map(({ indicator }) => indicator),
];

const topics = new Map<MapBy, MapTopic>();

/** What a map shows, for every region. */
export function topicOf(by: MapBy): MapTopic {
  const known = topics.get(by) ?? mapTopic(model, by);
  topics.set(by, known);
  return known;
}

/** Data of the nation's map of dots. */
export function nationMap(by: MapBy, level: MapLevel = 'all'): NationData {
  return nationData(book, topicOf(by), level);
}

/** Data of the cartogram. */
export function cartogramMap(by: MapBy, level: MapLevel = 'all'): CartogramData {
  return cartogramData(book, topicOf(by), level);
}

/** Data of a province's own map. */
export function provinceMap(code: string, by: MapBy): ProvinceData {
  return provinceData(model, code, topicOf(by), localGeometry(country, model.regionsOf(code)));
}

/** The files that the map on a page fetches when somebody comes to use it. */
export const mapFiles: ReadonlyMap<string, string> = new Map([
  ['tempat', encodeBook(book)],
  ...MAP_CHOICES.flatMap((by) => {
    const topic = topicOf(by);
    const sources = encodeSources(mapSources(model, by), book, topic);
    return [
      [by, encodeTopic(topic)],
      [`sumber-${by}`, sources],
    ] as const;
  }),
]);

/** Their folder is named for their content, so they may be kept for good. */
export const mapVersion = createHash('sha256')
  .update([...mapFiles.values()].join('\n'))
  .digest('hex')
  .slice(0, 10);

/** Path of a map file, without base; `{part}` stands for its name. */
export const MAP_FILES_PATH = `/peta/${mapVersion}/{part}.json`;
