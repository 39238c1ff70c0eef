import { readConfig } from '../config.ts';
import { formatProblem } from '../dataset/problems.ts';
import { readDataset } from '../dataset/read-dataset.ts';
import { buildChannels, type Channels } from '../derive/channels.ts';
import { buildCitations, type Citations } from '../derive/citations.ts';
import { buildIntegrity, type Integrity } from '../derive/integrity.ts';
import { plainWordsOf } from '../derive/plain-words.ts';
import { deriveModel, type Model } from '../derive/site-model.ts';
import { findUnreleased, unreleasedVersion } from '../releases/unreleased.ts';

/** The configuration of this build. */
export const config = readConfig(process.env);

async function load(): Promise<Model> {
  const { dataset, problems } = await readDataset(config.dataDir);
  if (!dataset) throw new Error(problems.map(formatProblem).join('\n'));
  return deriveModel(dataset);
}

/** The dataset and everything derived from it, read once per build. */
export const model: Model = await load();

/** Which facts each source carries. */
export const citations: Citations = buildCitations(model.dataset);

/** How many sources print the figures of the measures; others print other facts. */
export const sourcesOfScores: number = new Set(
  model.dataset.tables.scores.map(({ source_id }) => source_id),
).size;

/** Where to complain. */
export const channels: Channels = buildChannels(model.dataset);

/** Units with, or on the road to, the predicates WBK and WBBM. */
export const integrity: Integrity = buildIntegrity(model.dataset);

/** What a region's page means for a resident, in plain sentences. */
export const plainWords = plainWordsOf(model);

/** What the data has that its newest edition has not; `null` where it is that edition. */
export const unreleased = findUnreleased(model.dataset.tables, config.dataDir);

/**
 * The edition being published: the newest row of `editions`. Data that was changed since says so
 * in its version, wherever that is shown or written.
 */
export const edition = newestEdition();

function newestEdition() {
  const newest = model.dataset.tables.editions.at(-1);
  if (!newest) throw new Error('the dataset has no edition');
  return unreleased ? { ...newest, version: unreleasedVersion(newest.version) } : newest;
}
