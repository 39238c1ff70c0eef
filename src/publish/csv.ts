/** Writes the rows of a table as the CSV that is published. The reader of `src/dataset` reads it. */
import { type Field, fieldOf, type TableDefinition } from '../dataset/table-schema.ts';

/** A row as the dataset holds it, whatever its table. */
type AnyRow = Readonly<Record<string, unknown>>;

/** Compares texts by code point, so that every machine and language sorts alike. */
export function compareCodePoints(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done || y.done) return Number(y.done ?? false) - Number(x.done ?? false);
    if (x.value !== y.value) return (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
  }
}

/** A number without an exponent, which not every reader of CSV knows. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

/** A value as the tables write it: `yes`/`no`, lists with spaces, nothing for what is unknown. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'number' ? plainNumber(value) : String(value);
}

const isNumeric = (field: Field) =>
  field.type === 'integer' || field.type === 'number' || field.type === 'year';

/** The rows in the order in which they are published: by primary key, numbers as numbers. */
export function sortedRows<R extends object>(table: TableDefinition, rows: readonly R[]): R[] {
  const key = table.primaryKey.map((name) => fieldOf(table, name));
  const compare = (a: AnyRow, b: AnyRow): number => {
    for (const field of key) {
      const [x, y] = [cellText(a[field.name]), cellText(b[field.name])];
      const order =
        (isNumeric(field) && x !== '' && y !== '' ? Number(x) - Number(y) : 0) ||
        compareCodePoints(x, y);
      if (order !== 0) return order;
    }
    return 0;
  };
  return rows.toSorted((a, b) => compare(a as AnyRow, b as AnyRow));
}

/**
 * Lines of cells as CSV: RFC 4180 with CRLF, quotes only where a cell holds the separator, a quote
 * or a line end. Encode it as UTF-8 without a BOM.
 */
export function csvText(lines: readonly (readonly string[])[], separator: ',' | ';' = ','): string {
  const isSpecial = separator === ',' ? /[",\r\n]/ : /[";\r\n]/;
  const quoted = (text: string) =>
    isSpecial.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return lines.map((cells) => `${cells.map(quoted).join(separator)}\r\n`).join('');
}

/**
 * A table as CSV: RFC 4180 with CRLF, header first, columns in the order of the schema, rows by
 * primary key. The digits of a Decimal stay as they are. Encode it as UTF-8 without a BOM.
 */
export function tableCsv(table: TableDefinition, rows: readonly object[]): string {
  const names = table.fields.map((field) => field.name);
  return csvText([
    names,
    ...sortedRows(table, rows).map((row) => names.map((name) => cellText((row as AnyRow)[name]))),
  ]);
}
