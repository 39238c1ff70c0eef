/** What differs between two versions of the tables, row by row, as texts of cells. Pure. */
import { compareCodePoints } from '../publish/csv.ts';

/** A row by column; a cell that is empty is an empty text. */
export type TextRow = Readonly<Record<string, string>>;

/** A table as text. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly TextRow[];
}

/** The tables of a version by name. */
export type TextTables = ReadonlyMap<string, TextTable>;

/** The columns that tell the rows of a table apart. */
export type KeyOf = (table: string) => readonly string[];

/** A cell that reads otherwise. */
export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A row whose key is in both versions. */
export interface RowChange {
  readonly before: TextRow;
  readonly after: TextRow;
  /** In the order of the columns, new columns included, lost ones not. */
  readonly cells: readonly CellChange[];
}

/** What differs in a table that is in both versions. Rows are in the order of their keys. */
export interface TableChange {
  readonly table: string;
  /** Columns of the new version, in their order. */
  readonly columns: readonly string[];
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
  readonly added: readonly TextRow[];
  readonly removed: readonly TextRow[];
  readonly changed: readonly RowChange[];
}

/** What differs between two versions, tables by name. */
export interface Difference {
  readonly tablesAdded: readonly { readonly table: string; readonly content: TextTable }[];
  readonly tablesRemoved: readonly { readonly table: string; readonly content: TextTable }[];
  /** Only tables in which something differs. */
  readonly tables: readonly TableChange[];
}

/** Stands between the parts of a key; no cell can hold it. */
const JOINT = '\u0000';

const keyText = (row: TextRow, key: readonly string[]) =>
  key.map((column) => row[column] ?? '').join(JOINT);

/** The rows by key; `null` where the key does not tell them apart. */
function indexRows({ columns, rows }: TextTable, key: readonly string[]) {
  if (!key.every((column) => columns.includes(column))) return null;
  const byKey = new Map(rows.map((row) => [keyText(row, key), row]));
  return byKey.size === rows.length ? byKey : null;
}

const inOrder = <T>(entries: Iterable<readonly [string, T]>): T[] =>
  [...entries].toSorted(([a], [b]) => compareCodePoints(a, b)).map(([, value]) => value);

function diffTable(
  table: string,
  before: TextTable,
  after: TextTable,
  key: readonly string[],
): TableChange | null {
  const old = indexRows(before, key);
  const now = indexRows(after, key);
  // a key that one of the versions does not know makes it another table
  if (!old || !now) return null;
  const changed = [...now].flatMap(([id, row]): (readonly [string, RowChange])[] => {
    const was = old.get(id);
    if (!was) return [];
    const cells = after.columns
      .map((column) => ({ column, before: was[column] ?? '', after: row[column] ?? '' }))
      .filter((cell) => cell.before !== cell.after);
    return cells.length > 0 ? [[id, { before: was, after: row, cells }]] : [];
  });
  return {
    table,
    columns: after.columns,
    columnsAdded: after.columns.filter((column) => !before.columns.includes(column)),
    columnsRemoved: before.columns.filter((column) => !after.columns.includes(column)),
    added: inOrder([...now].filter(([id]) => !old.has(id))),
    removed: inOrder([...old].filter(([id]) => !now.has(id))),
    changed: inOrder(changed),
  };
}

const isEmpty = (change: TableChange) =>
  change.columnsAdded.length +
    change.columnsRemoved.length +
    change.added.length +
    change.removed.length +
    change.changed.length ===
  0;

/**
 * Compares two versions. Rows are matched by the key of their table; the order of rows, columns
 * and tables is no difference. A table whose key changed counts as removed and added.
 */
export function diffTables(before: TextTables, after: TextTables, keyOf: KeyOf): Difference {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted(compareCodePoints);
  const tables: TableChange[] = [];
  const tablesAdded: Difference['tablesAdded'][number][] = [];
  const tablesRemoved: Difference['tablesRemoved'][number][] = [];
  for (const table of names) {
    const [old, now] = [before.get(table), after.get(table)];
    const change = old && now && diffTable(table, old, now, keyOf(table));
    if (change) {
      if (!isEmpty(change)) tables.push(change);
      continue;
    }
    if (old) tablesRemoved.push({ table, content: old });
    if (now) tablesAdded.push({ table, content: now });
  }
  return { tablesAdded, tablesRemoved, tables };
}

/** Whether two versions hold the same. */
export function isSame({ tables, tablesAdded, tablesRemoved }: Difference): boolean {
  return tables.length + tablesAdded.length + tablesRemoved.length === 0;
}

/** Applies a difference to the version it starts from. The rows come in the order of their keys. */
export function applyDifference(
  before: TextTables,
  difference: Difference,
  keyOf: KeyOf,
): TextTables {
  const result = new Map(before);
  for (const { table } of difference.tablesRemoved) result.delete(table);
  for (const { table, content } of difference.tablesAdded) result.set(table, content);
  for (const { table, columns, added, removed, changed } of difference.tables) {
    const key = keyOf(table);
    const rows = new Map((before.get(table)?.rows ?? []).map((row) => [keyText(row, key), row]));
    for (const row of removed) rows.delete(keyText(row, key));
    for (const row of added) rows.set(keyText(row, key), row);
    for (const { before: was, cells } of changed) {
      rows.set(keyText(was, key), {
        ...was,
        ...Object.fromEntries(cells.map(({ column, after }) => [column, after])),
      });
    }
    const kept = [...rows].map(
      ([id, row]) =>
        [id, Object.fromEntries(columns.map((column) => [column, row[column] ?? '']))] as const,
    );
    result.set(table, { columns, rows: inOrder(kept) });
  }
  return result;
}
