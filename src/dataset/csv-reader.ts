/**
 * Splits CSV (RFC 4180, commas) and keeps account of where every field stands in the file.
 *
 * papaparse splits; its own row numbers count records, not lines, and differ with quoted newlines.
 * So every split is walked along the text it came from, which gives physical lines and character
 * columns, and shows at once where quotes and text disagree.
 */
import Papa from 'papaparse';

/** A field and the place of its first character (its opening quote, if it has one), from 1. */
export interface CsvField {
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

export interface CsvRecord {
  readonly fields: readonly CsvField[];
  /** The place just after the last character. */
  readonly end: { readonly line: number; readonly column: number };
  /** The record could not be split reliably; a finding says why. */
  readonly broken: boolean;
}

/** Something wrong with the text itself, apart from what it means. */
export interface CsvFinding {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface CsvDocument {
  /** The first record; `null` if there is no text. */
  readonly header: CsvRecord | null;
  readonly records: readonly CsvRecord[];
  readonly findings: readonly CsvFinding[];
}

/** Each damaged quote costs one more pass over the rest of the text. */
const MAX_DAMAGED_QUOTES = 50;

const SURROGATE = /[\ud800-\udfff]/;

/** The number of characters an editor counts: code points, not UTF-16 units. */
function countCharacters(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * One kind of line end (an editor counts CRLF, CR and LF alike as one) and no byte order mark.
 * Neither changes the line or column of anything else.
 */
function normalise(text: string): string {
  return text.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n');
}

function split(text: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', quoteChar: '"' }).data;
}

/** Where the field that begins at `start` ends, or -1 if the text there is not this value. */
function fieldEnd(text: string, start: number, value: string): number {
  let end: number;
  if (text[start] === '"') {
    const raw = `"${value.replaceAll('"', '""')}"`;
    if (!text.startsWith(raw, start)) return -1;
    end = start + raw.length;
    // papaparse drops blanks between a closing quote and the comma
    while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
      if (text[end]?.trim() !== '') return -1;
      end++;
    }
  } else {
    if (!text.startsWith(value, start)) return -1;
    end = start + value.length;
  }
  return end === text.length || text[end] === ',' || text[end] === '\n' ? end : -1;
}

/** Turns offsets, asked for in rising order, into lines and columns. */
function createAccount(text: string) {
  let line = 1;
  let lineStart = 0;
  return (offset: number): { line: number; column: number } => {
    for (
      let next = text.indexOf('\n', lineStart);
      next !== -1 && next < offset;
      next = text.indexOf('\n', lineStart)
    ) {
      line++;
      lineStart = next + 1;
    }
    return { line, column: countCharacters(text.slice(lineStart, offset)) + 1 };
  };
}

/** Where reading can go on after a damaged quote: the next line that is a whole record by itself. */
function resumeAfter(text: string, offset: number, width: number): number {
  let start = text.indexOf('\n', offset) + 1;
  while (start > 0 && start < text.length) {
    const next = text.indexOf('\n', start);
    const line = text.slice(start, next === -1 ? text.length : next);
    const rows = split(line);
    if (rows.length === 1 && rows[0]?.length === width && walkable(line, rows[0])) return start;
    start = next + 1;
  }
  return text.length;
}

function walkable(line: string, row: readonly string[]): boolean {
  let offset = 0;
  for (const value of row) {
    const end = fieldEnd(line, offset, value);
    if (end === -1) return false;
    offset = end + 1;
  }
  return true;
}

/** Says what is wrong with the quote that opens at `start`. */
function damagedQuote(text: string, start: number): string {
  const lineEnd = text.indexOf('\n', start);
  const rest = text.slice(start + 1, lineEnd === -1 ? text.length : lineEnd);
  return rest.replaceAll('""', '').includes('"')
    ? 'a quote inside a quoted field: write it twice (`""`), or remove it'
    : 'the quote that opens here is never closed and would swallow the rows below: close it with `"`';
}

/**
 * Reads CSV text. Accepts LF, CRLF and CR line ends, a byte order mark, quoted newlines (which
 * become LF) and blank lines at the end. Findings are about quotes and blank lines; whether the
 * fields make sense is not its business.
 */
export function readCsv(input: string): CsvDocument {
  const text = normalise(input);
  const place = createAccount(text);
  const records: CsvRecord[] = [];
  const findings: CsvFinding[] = [];
  const blanks: { line: number; column: number }[] = [];
  let offset = 0;
  let damaged = 0;

  /** Walks one record; returns where the next begins, or -1 if a quote is damaged. */
  const walk = (row: readonly string[]): number => {
    const fields: CsvField[] = [];
    let broken = false;
    for (const value of row) {
      const at = place(offset);
      fields.push({ value, ...at });
      const end = fieldEnd(text, offset, value);
      if (end === -1) {
        const resume = resumeAfter(text, offset, (records[0]?.fields ?? fields).length);
        findings.push({ ...at, message: damagedQuote(text, offset) });
        // the swallowed text stays with the record: what it held is damaged, not missing
        fields[fields.length - 1] = { value: text.slice(offset, resume), ...at };
        records.push({ fields, end: at, broken: true });
        offset = resume;
        return -1;
      }
      if (text[offset] !== '"' && value.includes('"') && !broken) {
        broken = true;
        findings.push({
          ...at,
          message: value.trimStart().startsWith('"')
            ? 'a space before the opening quote: remove it'
            : 'a quote inside a field that does not begin with one: put the field in quotes and write inner quotes twice (`""`)',
        });
      }
      if (text[offset] === '"' && text[end - 1] !== '"') {
        findings.push({ ...at, message: 'a space after the closing quote: remove it' });
      }
      offset = end + 1;
    }
    records.push({ fields, end: place(offset - 1), broken });
    return offset;
  };

  while (offset < text.length) {
    const from = offset;
    for (const row of split(from === 0 ? text : text.slice(from))) {
      if (offset >= text.length) break;
      if (row.length === 1 && row[0]?.trim() === '' && text[offset] !== '"') {
        blanks.push(place(offset));
        offset += row[0].length + 1;
        continue;
      }
      // blank lines at the end are nobody's problem; those before a record are
      for (const blank of blanks.splice(0)) {
        findings.push({ ...blank, message: 'a blank line between rows: delete it' });
      }
      if (walk(row) === -1) {
        damaged++;
        break;
      }
    }
    if (damaged > MAX_DAMAGED_QUOTES) {
      findings.push({
        ...place(offset),
        message: `more than ${MAX_DAMAGED_QUOTES} damaged quotes: the rest of the file was not read`,
      });
      break;
    }
  }
  const [header = null, ...rest] = records;
  return { header, records: rest, findings };
}
