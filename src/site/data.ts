import { readConfig } from '../config.ts';
import { formatProblem } from '../dataset/problems.ts';
import { readDataset } from '../dataset/read-dataset.ts';
import { buildCitations, type Citations } from '../derive/citations.ts';
import { deriveModel, type Model } from '../derive/site-model.ts';

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

/** The edition being published: the newest row of `editions`. */
export const edition = newestEdition();

function newestEdition() {
  const newest = model.dataset.tables.editions.at(-1);
  if (!newest) throw new Error('the dataset has no edition');
  return newest;
}
