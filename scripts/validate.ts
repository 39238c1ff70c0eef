import { statSync } from 'node:fs';
import { type Config, readConfig } from '../src/config.ts';
import { compareProblems, formatProblem } from '../src/dataset/problems.ts';
import { readDataset } from '../src/dataset/read-dataset.ts';
import { reviewDataset } from '../src/derive/review.ts';
import { findUnreleased, unreleasedLines } from '../src/releases/unreleased.ts';
import { UserError } from '../src/user-error.ts';
import { refuseArguments } from './lib/arguments.ts';
import type { Effects, Verb } from './lib/effects.ts';

/** `npm run validate`: checks the dataset; one line per problem, all of them in one run. */
const validate: Verb = async (args, effects) => {
  refuseArguments('validate', args);
  return (await checkDataset(readConfig(effects.env), effects)) ? 0 : 1;
};

export default validate;

/**
 * Checks the dataset and prints every problem and warning, then a summary, and whether the data
 * differs from its newest edition.
 * @returns whether there is no problem; warnings are allowed
 */
export async function checkDataset(
  { dataDir }: Config,
  effects: Effects,
  { warnings: showWarnings = true, edition: showEdition = true } = {},
): Promise<boolean> {
  if (!statSync(dataDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError(`there is no dataset folder ${dataDir}; set CERMIN_DATA to one`);
  }
  effects.progress(`checking ${dataDir}`);
  const { dataset, problems, warnings } = await readDataset(dataDir);
  // The review derives from the dataset, so it needs one without problems.
  const review = dataset && problems.length === 0 ? reviewDataset(dataset) : [];
  const shown = [...problems, ...(showWarnings ? [...warnings, ...review] : [])];
  for (const problem of shown.sort(compareProblems)) effects.out(formatProblem(problem));
  const told = `${count(problems.length, 'problem')}, ${count(warnings.length + review.length, 'warning')}`;
  effects.out(dataset ? `${told} in ${sizeOf(dataset.tables)}` : told);
  if (dataset && problems.length === 0 && showEdition) {
    const unreleased = findUnreleased(dataset.tables, dataDir);
    for (const line of unreleased ? unreleasedLines(unreleased, dataDir) : []) effects.out(line);
  }
  return problems.length === 0;
}

function sizeOf(tables: Readonly<Record<string, readonly unknown[]>>): string {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.length, 0);
  return `${count(rows, 'row')} of ${count(Object.keys(tables).length, 'table')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
