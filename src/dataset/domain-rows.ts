/** Typed access to half-checked rows, for checks that know what the tables mean. */
import { type Place, placeOf, type ReadRow, type ReadTables } from './reading.ts';
import type { Row, TableName } from './tables/index.ts';

/** A row of a table of which any cell may be missing because it was wrong. */
export type Partly<N extends TableName> = { readonly [C in keyof Row<N>]?: Row<N>[C] };

export interface DomainRow<N extends TableName> {
  readonly values: Partly<N>;
  readonly file: string;
  readonly line: number;
  at(column: keyof Row<N> & string): Place;
  /** The cell as written. */
  text(column: keyof Row<N> & string): string;
}

/** The rows of a table, none where it could not be read. */
export function domainRows<N extends TableName>(tables: ReadTables, name: N): DomainRow<N>[] {
  const table = tables[name];
  return (table?.rows ?? []).map((row: ReadRow) => ({
    values: row.values as Partly<N>,
    file: table?.file ?? '',
    line: row.place.line,
    at: (column) => placeOf(row, column),
    text: (column) => row.cells[column]?.value ?? '',
  }));
}

/** Whether all of a table could be read, so that what is not there is truly not there. */
export function isWhole(tables: ReadTables, name: TableName): boolean {
  const table = tables[name];
  return (
    table?.readable === true &&
    table.damaged.length === 0 &&
    table.definition.fields.every((field) => table.columns.has(field.name))
  );
}
