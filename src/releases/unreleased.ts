/** Whether the data is that of its newest edition, or has been changed since. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables } from '../dataset/tables/index.ts';
import { UserError } from '../user-error.ts';
import { archiveName, RELEASES } from './archive.ts';
import type { Difference, TableChange } from './diff.ts';
import { isSame } from './diff.ts';
import { differenceTo } from './plan.ts';

/** Data that no edition has. */
export interface Unreleased {
  /** The newest edition, from which it differs. */
  readonly version: string;
  /** `null` where the edition has no archive to compare with. */
  readonly difference: Difference | null;
}

/**
 * What is under the version of data that was never released: build metadata of Semantic
 * Versioning, which says no number that a release might get.
 */
export function unreleasedVersion(version: string): string {
  return `${version}+unreleased`;
}

/**
 * Compares the data with the archive of its newest edition. @returns `null` where it is the same,
 * and of a dataset without any releases
 */
export function findUnreleased(tables: Tables, dataDir: string): Unreleased | null {
  const folder = join(dataDir, RELEASES);
  const version = tables.editions.at(-1)?.version;
  if (version === undefined || !existsSync(folder)) return null;
  const file = join(folder, archiveName(version));
  if (!existsSync(file)) return { version, difference: null };
  const difference = compare(file, tables);
  return isSame(difference) ? null : { version, difference };
}

function compare(file: string, tables: Tables): Difference {
  try {
    return differenceTo(readFileSync(file), tables);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be read (${why}): restore it from git`, 1);
  }
}

/** The tables that differ, by name. */
export function differingTables({ difference }: Unreleased): readonly string[] {
  if (!difference) return [];
  const { tables, tablesAdded, tablesRemoved } = difference;
  return [...tables, ...tablesAdded, ...tablesRemoved].map(({ table }) => table).toSorted();
}

function changeLine({ table, ...change }: TableChange): string {
  const counts = (['added', 'changed', 'removed'] as const)
    .filter((kind) => change[kind].length > 0)
    .map((kind) => `${change[kind].length} ${kind}`);
  const columns = [
    ...change.columnsAdded.map((name) => `column ${name} added`),
    ...change.columnsRemoved.map((name) => `column ${name} removed`),
  ];
  return `  ${table}: ${[...counts, ...columns].join(', ')}`;
}

/** The warning: that data differs from its edition, where, and what to do. */
export function unreleasedLines(unreleased: Unreleased, dataDir: string): string[] {
  const { version, difference } = unreleased;
  const published = `it is published as ${unreleasedVersion(version)}`;
  if (!difference) {
    const path = join(dataDir, RELEASES, archiveName(version));
    return [
      `warning: ${path} is missing, so nothing tells whether ${dataDir} is edition ${version}, and ${published}: restore it from git`,
    ];
  }
  return [
    `warning: ${dataDir} differs from edition ${version}, so ${published}; \`npm run release\` makes the next edition`,
    ...difference.tables.map(changeLine),
    ...difference.tablesAdded.map(({ table }) => `  ${table}: table added`),
    ...difference.tablesRemoved.map(({ table }) => `  ${table}: table removed`),
  ];
}
