/** What the next edition is: its difference to the last one, its number, and its change table. */
import type { Dataset } from '../dataset/dataset.ts';
import { readTables } from '../dataset/read-dataset.ts';
import type { Row, Tables } from '../dataset/tables/index.ts';
import { keyColumns, rowKeyText } from '../derive/changes.ts';
import { buildFigures } from '../derive/figures.ts';
import { archiveFiles, archiveTables, parseTable, textTables } from './archive.ts';
import {
  type ChangeRow,
  changeRows,
  NOT_COMPARED,
  type Reason,
  reasonNeeded,
  type Speaking,
  withReasons,
  withSpeaking,
} from './change-rows.ts';
import { type Difference, diffTables, isSame, type TextTables } from './diff.ts';
import { compareVersions, nextVersion, type VersionPart, versionPart } from './version.ts';

/** An edition that is not made yet. */
export interface Plan {
  readonly version: string;
  readonly part: VersionPart;
  readonly difference: Difference;
  /** Rows of `changes`, with the reasons that were given. */
  readonly rows: readonly ChangeRow[];
  /** Changes that need a reason and have none. */
  readonly unreasoned: readonly ChangeRow[];
  /** Reasons for what did not change. */
  readonly unused: readonly Reason[];
}

/** The tables without the rows that are not compared; their columns stay. */
function compared(tables: TextTables): TextTables {
  const left: readonly string[] = NOT_COMPARED;
  return new Map(
    [...tables].map(([name, table]) => [
      name,
      left.includes(name) ? { ...table, rows: [] } : table,
    ]),
  );
}

/**
 * The tables of an archive in today's columns: what did not exist then is empty, what no longer
 * exists is left out. The input of `readTables`.
 */
export function inTodaysColumns(archive: Uint8Array, today: TextTables): Map<string, string> {
  const files = archiveFiles(archive);
  return new Map(
    [...today].map(([name, { columns }]) => {
      const { rows } = parseTable(files.get(`${name}.csv`) ?? '');
      // Published rows stand in the order of their texts; the newest edition must come last.
      const inOrder =
        name === 'editions'
          ? rows.toSorted((a, b) => compareVersions(a.version ?? '', b.version ?? ''))
          : rows;
      const lines = inOrder.map((row) => columns.map((column) => row[column] ?? ''));
      return [`${name}.csv`, csv([columns, ...lines])];
    }),
  );
}

/** Lines of cells as the tables in the dataset's folder have them. */
export function csv(lines: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return lines.map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

/** Which figure is used in a dataset; nothing is known of one that cannot be read. */
function speakingIn(dataset: Dataset | null): Speaking {
  if (!dataset) return () => null;
  const figures = new Map(
    buildFigures(dataset).all.map((figure) => [
      rowKeyText('decisions', { ...figure }),
      figure.speaking,
    ]),
  );
  return (key) => {
    const row = figures.get(key);
    if (!row) return null;
    const printed = row.value === null ? (row.category ?? '') : String(Number(row.value));
    return { source: row.source_id, printed };
  };
}

/** What differs between the tables and those in an archive. */
export function differenceTo(archive: Uint8Array, tables: Tables): Difference {
  return diffTables(compared(archiveTables(archive)), compared(textTables(tables)), keyColumns);
}

/**
 * Plans the edition that follows `last`. @returns `null` if nothing differs
 *
 * @param archive the archive of `last`
 */
export function planEdition(
  dataset: Dataset,
  last: Row<'editions'>,
  archive: Uint8Array,
  reasons: readonly Reason[],
): Plan | null {
  const today = textTables(dataset.tables);
  const difference = differenceTo(archive, dataset.tables);
  const part = versionPart(difference);
  if (part === null || isSame(difference)) return null;
  const version = nextVersion(last.version, part);
  const before = speakingIn(readTables(inTodaysColumns(archive, today)).dataset);
  const now = speakingIn(dataset);
  const told = withSpeaking(changeRows(difference, version), before, now);
  const { rows, unused } = withReasons(told, reasons);
  const needsReason = reasonNeeded(rows, before, now);
  return {
    version,
    part,
    difference,
    rows,
    unreasoned: rows.filter(
      (row) => (row.reason_id === '' || row.reason_en === '') && needsReason(row),
    ),
    unused,
  };
}

/**
 * The editions in which the wrong cell stood, oldest first: from the one that brought it up to the
 * last before the correction.
 */
export function editionsShowing(
  change: Pick<ChangeRow, 'table_name' | 'row_key' | 'column_name'>,
  editions: readonly Row<'editions'>[],
  changes: readonly Row<'changes'>[],
): readonly string[] {
  const versions = editions.map((row) => row.version);
  const touching = changes.filter(
    (row) =>
      row.table_name === change.table_name &&
      row.row_key === change.row_key &&
      (row.column_name === null || row.column_name === change.column_name),
  );
  const since = Math.max(0, ...touching.map((row) => versions.indexOf(row.version)));
  return versions.slice(since);
}
