/** Finds the columns of a table in the header of its file. */
import type { CsvDocument, CsvField, CsvRecord } from './csv-reader.ts';
import { nearest, skeleton } from './likeness.ts';
import type { Place, Report } from './reading.ts';
import type { TableDefinition } from './table-schema.ts';
import { alternatives, quoted } from './wording.ts';

/** The index in a record of each column that the file has. */
export type Columns = ReadonlyMap<string, number>;

const OTHER_SEPARATORS: readonly (readonly [string, string])[] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
];

/** Tells a table that is separated by something else than commas. */
function separatorProblem(header: CsvRecord, known: ReadonlySet<string>): string | null {
  const whole = header.fields.map((field) => field.value).join(',');
  const [line = ''] = whole.split('\n');
  const declared = /^"?sep=(.)/i.exec(line);
  const way =
    'save it as "CSV UTF-8 (comma delimited)" with English (United States) regional settings, or from LibreOffice with a comma as field delimiter';
  if (declared) {
    return `the file begins with ${quoted(line)}: delete this line and separate with commas; the table was not checked further`;
  }
  const hits = (cells: readonly string[]) =>
    cells.filter((cell) => known.has(cell.trim().replace(/^"|"$/g, ''))).length;
  const byComma = hits(header.fields.map((field) => field.value));
  for (const [separator, name] of OTHER_SEPARATORS) {
    if (hits(line.split(separator)) > Math.max(1, byComma)) {
      return `the columns are separated by ${name}, as a spreadsheet with Indonesian settings saves them (it also writes \`92,15\` for \`92.15\`): ${way}; the table was not checked further`;
    }
  }
  if (header.fields.length === 1 && hits(line.split(',')) > 1) {
    return 'the whole line stands in one pair of quotes: remove them from every line; the table was not checked further';
  }
  return null;
}

/** Pairs unknown columns with missing ones they probably mean: by likeness, then by position. */
function findRenamed(
  unknown: readonly { readonly field: CsvField; readonly index: number }[],
  missing: readonly string[],
  definition: TableDefinition,
): Map<string, string> {
  const renamed = new Map<string, string>();
  const left = new Set(missing);
  const take = (from: string, to: string | null | undefined) => {
    if (!to || renamed.has(from) || !left.delete(to)) return;
    renamed.set(from, to);
  };
  for (const { field } of unknown) {
    take(
      field.value,
      [...left].find((name) => skeleton(name) === skeleton(field.value)),
    );
  }
  for (const { field } of unknown) take(field.value, nearest(field.value, left));
  // of a file without any known column, the position says nothing
  if (missing.length === definition.fields.length) return renamed;
  for (const { field, index } of unknown) {
    const expected = definition.fields[index]?.name;
    if (expected && left.has(expected)) take(field.value, expected);
  }
  return renamed;
}

/**
 * Checks the header of `document` against the definition.
 *
 * @returns the columns found, or `null` if nothing can be said about the rows.
 */
export function checkHeader(
  definition: TableDefinition,
  document: CsvDocument,
  file: string,
  report: Report,
): Columns | null {
  const names = definition.fields.map((field) => field.name);
  const known = new Set(names);
  const start: Place = { line: 1, column: 1 };
  const { header } = document;
  if (!header) {
    report.problem(
      file,
      start,
      `the file is empty: write its header at least, ${quoted(names.join(','), 400)}`,
    );
    return null;
  }
  const separator = separatorProblem(header, known);
  if (separator) {
    report.problem(file, start, separator);
    return null;
  }
  const [damage] = document.findings;
  if (header.broken && damage) {
    report.problem(file, damage, `${damage.message}; the table was not checked further`);
    return null;
  }
  const columns = new Map<string, number>();
  const unknown: { field: CsvField; index: number }[] = [];
  for (const [index, field] of header.fields.entries()) {
    if (columns.has(field.value)) {
      report.problem(
        file,
        field,
        `column ${quoted(field.value)} stands twice: remove one (the first is read)`,
      );
    } else if (known.has(field.value)) columns.set(field.value, index);
    else unknown.push({ field, index });
  }
  const missing = names.filter((name) => !columns.has(name));
  const renamed = findRenamed(unknown, missing, definition);
  if (columns.size === 0 && renamed.size < names.length / 2) {
    report.problem(
      file,
      start,
      `the first line holds no column of this table: it must be the header, ${quoted(names.join(','), 400)}; the table was not checked further`,
    );
    return null;
  }
  for (const { field } of unknown) {
    const meant = renamed.get(field.value);
    report.problem(
      file,
      field,
      meant
        ? `column ${quoted(field.value)} is not known: did you mean ${quoted(meant)}?`
        : field.value.trim() === ''
          ? 'a column without a name: remove it, or a comma too many in the header'
          : `column ${quoted(field.value)} is not known: remove it, or define it in src/dataset/tables (the table has ${alternatives(names)})`,
    );
  }
  const meant = new Set(renamed.values());
  for (const name of missing) {
    if (meant.has(name)) continue;
    report.problem(
      file,
      start,
      `column ${quoted(name)} is missing: add it, with empty cells where nothing is known`,
    );
  }
  return columns;
}
