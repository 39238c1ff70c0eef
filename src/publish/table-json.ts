/**
 * Writes the rows of a table as JSON: an array of objects, one row a line, so that what changed
 * can be read line by line and nothing has to be unwrapped.
 */
import type { Field, TableDefinition } from '../dataset/table-schema.ts';
import { sortedRows } from './csv.ts';

/**
 * A value as JSON: `null` where it is unknown, lists as arrays. The digits of an exact number
 * are written as they are: `68.80` is a JSON number of its own, though most readers shorten it.
 */
function jsonValue(field: Field, value: unknown): string {
  return field.exact && typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A table as a JSON array of its rows, in their published order. */
export function tableJson(table: TableDefinition, rows: readonly object[]): string {
  const lines = sortedRows(table, rows).map((row) => {
    const members = table.fields.map(
      (field) =>
        `${JSON.stringify(field.name)}:${jsonValue(field, (row as Record<string, unknown>)[field.name])}`,
    );
    return `{${members.join(',')}}`;
  });
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
