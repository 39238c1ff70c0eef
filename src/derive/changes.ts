/** What each edition changed, and which pages carry the notice of a correction. */
import type { Dataset } from '../dataset/dataset.ts';
import { type Row, TABLE_NAMES, TABLES, type TableName } from '../dataset/tables/index.ts';
import { type Place, placesOf } from './citations.ts';

export type Change = Row<'changes'>;
export type Edition = Row<'editions'>;

/** What an edition did to a table. */
export interface TableCounts {
  readonly table: string;
  readonly added: number;
  /** Rows in which a value changed, not cells. */
  readonly changed: number;
  readonly removed: number;
  /** Columns that came or went, or the table itself. */
  readonly structure: readonly Change[];
}

/** A fact that pages have shown otherwise. */
export interface Correction {
  /** Fragment of its address on the page of corrections: `k-0.1.1-1`. */
  readonly id: string;
  readonly edition: Edition;
  readonly change: Change;
  /** The row as it reads now, and its permanent addresses; nothing of what was withdrawn. */
  readonly fact: {
    readonly table: TableName;
    readonly row: object;
    readonly sources: readonly Place[];
  } | null;
  /** Pages that showed it before, without base and language. */
  readonly pages: readonly string[];
}

/** An edition and what it changed in the one before. */
export interface EditionChanges {
  readonly edition: Edition;
  readonly isFirst: boolean;
  readonly changes: readonly Change[];
  readonly tables: readonly TableCounts[];
  readonly corrections: readonly Correction[];
}

/** Whether a change is a correction: the editors gave a reason, which figures must have. */
export function isCorrection(change: { readonly reason_id: string | null }): boolean {
  return change.reason_id !== null && change.reason_id !== '';
}

const JOINT = ' | ';

/** Writes the parts of a row's key as `changes.row_key` has them. */
export function joinKey(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join(JOINT);
}

/** The parts of a key that {@link joinKey} wrote. */
export function splitKey(text: string): string[] {
  // The bar of a part has a backslash before it, that of the joint a space.
  return text.split(JOINT).map((part) => part.replace(/\\(.)/gsu, '$1'));
}

/** The key columns of a table of today's schema; none of a table that is gone. */
export function keyColumns(table: string): readonly string[] {
  return isTable(table) ? TABLES[table].primaryKey : [];
}

/** Whether a table of an earlier edition is one of today's. */
export function isTable(table: string): table is TableName {
  return Object.hasOwn(TABLES, table);
}

/** The key of a row as `changes.row_key` has it. */
export function rowKeyText(table: string, row: object): string {
  const cells = new Map<string, unknown>(Object.entries(row));
  return joinKey(keyColumns(table).map((column) => String(cells.get(column) ?? '')));
}

function countTables(changes: readonly Change[]): TableCounts[] {
  const byTable = Map.groupBy(changes, (change) => change.table_name);
  const order = new Map<string, number>(TABLE_NAMES.map((name, i) => [name, i]));
  const placeOf = (table: string) => order.get(table) ?? TABLE_NAMES.length;
  return [...byTable]
    .map(([table, own]) => {
      const rows = (kind: Change['kind']) =>
        new Set(own.filter((change) => change.kind === kind).map((change) => change.row_key)).size;
      return {
        table,
        added: rows('added'),
        changed: rows('changed'),
        removed: rows('removed'),
        structure: own.filter((change) => change.row_key === null),
      };
    })
    .toSorted((a, b) => placeOf(a.table) - placeOf(b.table));
}

/** The row that a change is about, if it is still there. Of a decision: the figure now used. */
function factOf(dataset: Dataset, change: Change): Correction['fact'] {
  if (change.row_key === null || !isTable(change.table_name)) return null;
  const isDecision = change.table_name === 'decisions';
  if (change.kind === 'removed' && !isDecision) return null;
  const table = isDecision ? 'scores' : change.table_name;
  const key = isDecision
    ? joinKey([...splitKey(change.row_key), change.value_after ?? ''])
    : change.row_key;
  const row = dataset.tables[table].find((each) => rowKeyText(table, each) === key);
  if (!row) return null;
  const places = placesOf(table, row);
  // Of an area the fact that changed, where the column is one.
  const own = places.filter(({ fact }) => fact === change.column_name);
  const sources = own.length > 0 ? own : places;
  return { table, row, sources: sources.map(({ id, anchor }) => ({ id, anchor })) };
}

/**
 * Every edition with its changes, the newest first.
 *
 * @param pagesOf the pages that showed the fact of a change before the edition corrected it
 */
export function editionChanges(
  dataset: Dataset,
  pagesOf: (change: Change) => readonly string[],
): readonly EditionChanges[] {
  const { editions, changes } = dataset.tables;
  const byVersion = Map.groupBy(changes, (change) => change.version);
  return editions
    .map((edition, i) => {
      const own = byVersion.get(edition.version) ?? [];
      return {
        edition,
        isFirst: i === 0,
        changes: own,
        tables: countTables(own),
        corrections: own.filter(isCorrection).map((change) => ({
          id: `k-${edition.version}-${change.number}`,
          edition,
          change,
          fact: factOf(dataset, change),
          pages: pagesOf(change),
        })),
      };
    })
    .toReversed();
}

/**
 * How many rows each table had in an edition, from those of the first: what was added and removed
 * since tells the rest.
 */
export function rowCounts(
  history: readonly EditionChanges[],
  first: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const result = new Map<string, ReadonlyMap<string, number>>();
  let counts = new Map(first);
  for (const { edition, tables } of history.toReversed()) {
    counts = new Map(counts);
    for (const { table, added, removed, structure } of tables) {
      if (structure.some(({ kind }) => kind === 'table_removed')) counts.delete(table);
      const whole = structure.find(({ kind }) => kind === 'table_added');
      if (whole) counts.set(table, Number(whole.value_after));
      else if (counts.has(table)) counts.set(table, (counts.get(table) ?? 0) + added - removed);
    }
    result.set(edition.version, counts);
  }
  return result;
}
