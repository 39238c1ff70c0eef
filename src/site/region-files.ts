/** The files with the facts of one area. */
import type { Area } from '../dataset/tables/index.ts';
import { type RegionFact, regionFacts, regionFactsCsv } from '../publish/region-facts.ts';
import { citations, model } from './data.ts';
import { absolute, fileHref } from './paths.ts';

const facts = regionFacts(model, citations, (path) => absolute(fileHref(path)));

/** What is known of an area, a fact a row. */
export function factsOfArea(area: Area): readonly RegionFact[] {
  return facts.get(area.code) ?? [];
}

/** An area's facts as a file. */
export function regionFactsFile(area: Area): string {
  return regionFactsCsv(factsOfArea(area));
}
