/** The editions of the data as the site tells them: changes, corrections, archives. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Change,
  type Correction,
  type EditionChanges,
  editionChanges,
  rowCounts,
} from '../derive/changes.ts';
import { archiveName, archiveTables, RELEASES } from '../releases/archive.ts';
import { pagesName, type ShownPages } from '../releases/pages-file.ts';
import { config, model } from './data.ts';

const FOLDER = join(config.dataDir, RELEASES);

/** Path of an edition's archive, without base. */
export function archivePath(version: string): string {
  return `/data/versi/${version}/${archiveName(version)}`;
}

/** The archive of an edition; `null` of one that was never released. */
export function archiveOf(version: string): Uint8Array<ArrayBuffer> | null {
  const file = join(FOLDER, archiveName(version));
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
}

/** The editions that have an archive, the newest first. */
export function archivedVersions(): readonly string[] {
  const names = new Set(existsSync(FOLDER) ? readdirSync(FOLDER) : []);
  return history
    .map(({ edition }) => edition.version)
    .filter((version) => names.has(archiveName(version)));
}

const keyOf = (change: Pick<Change, 'table_name' | 'row_key' | 'column_name'>) =>
  JSON.stringify([change.table_name, change.row_key ?? '', change.column_name ?? '']);

/** The pages that showed what an edition corrects, by change. */
function shownPages(version: string): ReadonlyMap<string, readonly string[]> {
  const file = join(FOLDER, pagesName(version));
  if (!existsSync(file)) return new Map();
  const shown: ShownPages = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(shown.map((each) => [keyOf(each), each.pages]));
}

const pages = new Map(
  model.dataset.tables.editions.map(({ version }) => [version, shownPages(version)]),
);

/** Every edition with its changes, the newest first. */
export const history: readonly EditionChanges[] = editionChanges(
  model.dataset,
  (change) => pages.get(change.version)?.get(keyOf(change)) ?? [],
);

/** What an edition changed. Throws if there is no such edition. */
export function changesOf(version: string): EditionChanges {
  const found = history.find(({ edition }) => edition.version === version);
  if (!found) throw new Error(`there is no edition ${version}`);
  return found;
}

/** Every correction, the newest edition first. */
export const corrections: readonly Correction[] = history.flatMap((each) => each.corrections);

const byPage = Map.groupBy(
  corrections.flatMap((correction) => correction.pages.map((page) => ({ page, correction }))),
  ({ page }) => page,
);

/** The corrections of facts that a page showed; its path without base and language. */
export function correctionsOn(path: string): readonly Correction[] {
  return byPage.get(path)?.map(({ correction }) => correction) ?? [];
}

/** What the newest editions changed about an area, the newest first. */
export function areaChanges(
  areaCode: string,
  editions = 3,
): readonly { readonly of: EditionChanges; readonly changes: readonly Change[] }[] {
  return history
    .map((of) => ({ of, changes: of.changes.filter((change) => change.area_code === areaCode) }))
    .filter(({ changes }) => changes.length > 0)
    .slice(0, editions);
}

/** Rows of each table in each edition; empty where the first edition has no archive. */
export const rowsPerEdition = (() => {
  const first = history.at(-1);
  const archive = first && archiveOf(first.edition.version);
  if (!archive) return new Map<string, ReadonlyMap<string, number>>();
  const counts = [...archiveTables(archive)].map(
    ([name, { rows }]) => [name, rows.length] as const,
  );
  return rowCounts(history, new Map(counts));
})();
