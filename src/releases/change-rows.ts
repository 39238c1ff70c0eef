/** A difference as rows of the table `changes`, and which of them are corrections. */
import { fieldOf } from '../dataset/table-schema.ts';
import { type Row, TABLES, type TableName } from '../dataset/tables/index.ts';
import { rowKeyText } from '../derive/changes.ts';
import type { CellChange, Difference, TableChange, TextRow } from './diff.ts';

/** A row of `changes`, as text. */
export type ChangeRow = { readonly [C in keyof Row<'changes'>]: string };

/** Tables that tell of editions themselves: their rows are not compared. */
export const NOT_COMPARED: readonly TableName[] = ['editions', 'changes'];

/**
 * The columns that hold what a source prints, a decision of ours, or where to complain. If such a
 * cell changes, or its row is withdrawn, pages have shown something that does not hold: a
 * correction, which needs a reason. Words of ours, addresses of sources and notes may change
 * without. The first that is filled says what a withdrawn row was.
 */
export const FIGURE_COLUMNS = {
  areas: ['population', 'area_km2'],
  scores: ['value', 'category', 'series', 'status', 'value_printed', 'category_printed'],
  designations: ['score', 'category'],
  complaint_ratings: ['rating'],
  satisfaction: ['value', 'scale_max', 'category'],
  integrity_units: ['outcome'],
  service_malls: ['opened'],
  channels: ['channel', 'url'],
  national_channels: ['address'],
  national_figures: ['value', 'category', 'value_printed'],
  cohort_figures: ['value'],
  profile_facts: ['value', 'date'],
  criteria: ['threshold', 'rule', 'max_age_years'],
  bands: ['min', 'max', 'rank'],
  disputes: ['value', 'used'],
  decisions: ['source_id'],
} as const satisfies { readonly [N in TableName]?: readonly (keyof Row<N>)[] };

/** The columns of {@link FIGURE_COLUMNS} of any table. */
export function figureColumns(table: string): readonly string[] {
  return (FIGURE_COLUMNS as Readonly<Record<string, readonly string[]>>)[table] ?? [];
}

function areaOf(table: string, row: TextRow): string {
  if (row.area_code !== undefined) return row.area_code;
  return table === 'areas' || table === 'aliases' ? (row.code ?? '') : '';
}

/** What a withdrawn row said: the first of its figures. */
const figureOf = (table: string, row: TextRow) =>
  figureColumns(table)
    .map((column) => row[column] ?? '')
    .find((text) => text !== '') ?? '';

const NOTHING = {
  number: '',
  row_key: '',
  area_code: '',
  column_name: '',
  value_before: '',
  value_after: '',
  reason_id: '',
  reason_en: '',
};

function rowsOfTable(
  { table, columnsAdded, columnsRemoved, added, removed, changed }: TableChange,
  version: string,
): ChangeRow[] {
  const base = { ...NOTHING, version, table_name: table };
  const about = (row: TextRow) => ({
    ...base,
    row_key: rowKeyText(table, row),
    area_code: areaOf(table, row),
  });
  const cellRow = (row: TextRow, { column, before, after }: CellChange): ChangeRow => ({
    ...about(row),
    kind: 'changed',
    column_name: column,
    value_before: before,
    value_after: after,
  });
  return [
    ...columnsRemoved.map((name) => ({ ...base, kind: 'column_removed', column_name: name })),
    ...columnsAdded.map((name) => ({ ...base, kind: 'column_added', column_name: name })),
    ...removed.map((row) => ({
      ...about(row),
      kind: 'removed',
      value_before: figureOf(table, row),
    })),
    // that a column is new says all about its cells
    ...changed.flatMap(({ after, cells }) =>
      cells
        .filter(({ column }) => !columnsAdded.includes(column))
        .map((cell) => cellRow(after, cell)),
    ),
    ...added.map((row) => ({ ...about(row), kind: 'added' })),
  ];
}

/** The rows of `changes` for a difference, without reasons. */
export function changeRows(difference: Difference, version: string): ChangeRow[] {
  const whole = (kind: string, table: string, counts: Partial<ChangeRow>): ChangeRow => ({
    ...NOTHING,
    version,
    table_name: table,
    kind,
    ...counts,
  });
  const rows = [
    ...difference.tablesRemoved.map(({ table, content }) =>
      whole('table_removed', table, { value_before: String(content.rows.length) }),
    ),
    ...difference.tablesAdded.map(({ table, content }) =>
      whole('table_added', table, { value_after: String(content.rows.length) }),
    ),
    ...difference.tables.flatMap((table) => rowsOfTable(table, version)),
  ];
  return rows.map((row, i) => ({ ...row, number: String(i + 1) }));
}

/**
 * The source whose figure is used for the key of a decision, and what it prints; `null` where
 * none is.
 */
export type Speaking = (
  key: string,
) => { readonly source: string; readonly printed: string } | null;

/**
 * Writes into the rows of decisions which source spoke before and which speaks now. A row on
 * which nothing followed stays as it is.
 */
export function withSpeaking(
  rows: readonly ChangeRow[],
  before: Speaking,
  now: Speaking,
): ChangeRow[] {
  return rows.map((row) => {
    const isChoice = row.column_name === '' || row.column_name === 'source_id';
    if (row.table_name !== 'decisions' || row.row_key === '' || !isChoice) return row;
    const [was, is] = [before(row.row_key), now(row.row_key)];
    if (!was || !is || was.source === is.source) return row;
    return { ...row, column_name: 'source_id', value_before: was.source, value_after: is.source };
  });
}

/** Columns that tell a figure as it was printed, which is read into others. */
const AS_PRINTED: readonly string[] = ['value_printed', 'category_printed'];
const READ_FROM_PRINT: readonly string[] = ['value', 'category'];

const rowOf = ({ table_name, row_key }: ChangeRow) => JSON.stringify([table_name, row_key]);

/**
 * Tells of each of the rows whether it needs a reason: what pages have shown does not hold. A
 * figure that is corrected as read and as printed is one correction, not two.
 */
export function reasonNeeded(
  rows: readonly ChangeRow[],
  before: Speaking,
  now: Speaking,
): (row: ChangeRow) => boolean {
  const read = new Set(
    rows.filter(({ column_name: column }) => READ_FROM_PRINT.includes(column)).map(rowOf),
  );
  return (row) => {
    const { table_name: table, kind, column_name: column, row_key: key } = row;
    if (figureColumns(table).length === 0 || key === '') return false;
    if (table === 'decisions') {
      const [was, is] = [before(key), now(key)];
      return column === 'source_id' && was !== null && is !== null && was.printed !== is.printed;
    }
    if (AS_PRINTED.includes(column) && read.has(rowOf(row))) return false;
    return (kind === 'changed' && figureColumns(table).includes(column)) || kind === 'removed';
  };
}

/** A reason as the editors write it. An empty column means every column of the row. */
export type Reason = Pick<
  ChangeRow,
  'table_name' | 'row_key' | 'column_name' | 'reason_id' | 'reason_en'
>;

/** Puts reasons to their changes. @returns the rows, and the reasons that no change wants */
export function withReasons(
  rows: readonly ChangeRow[],
  reasons: readonly Reason[],
): { readonly rows: ChangeRow[]; readonly unused: readonly Reason[] } {
  const fits = (row: ChangeRow, reason: Reason) =>
    row.kind !== 'added' || row.table_name === 'decisions'
      ? row.table_name === reason.table_name &&
        row.row_key === reason.row_key &&
        (reason.column_name === '' || reason.column_name === row.column_name)
      : false;
  return {
    rows: rows.map((row) => {
      const reason = reasons.find((each) => fits(row, each));
      return reason ? { ...row, reason_id: reason.reason_id, reason_en: reason.reason_en } : row;
    }),
    unused: reasons.filter((reason) => !rows.some((row) => fits(row, reason))),
  };
}

/** The columns of `changes`, in order. */
export const CHANGE_COLUMNS = TABLES.changes.fields.map((field) => field.name);
/** The columns of a file of reasons, in order. */
export const REASON_COLUMNS = [
  'table_name',
  'row_key',
  'column_name',
  'value_before',
  'value_after',
  'reason_id',
  'reason_en',
].map((name) => fieldOf(TABLES.changes, name).name);
