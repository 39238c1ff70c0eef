/**
 * Writes tables as one XLSX workbook, a sheet each: typed cells, codes as text, a header that
 * stays in view, filters, and columns as wide as what they hold.
 */
import { type Cell, type CellValue, type ColumnDef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Decimal, Field, TableDefinition, Text } from '../dataset/table-schema.ts';
import { decimals } from '../derive/decimal.ts';
import { cellText, sortedRows } from './csv.ts';
import { typeText } from './dictionary.ts';
import type { PublishedTable } from './documentation.ts';

/** What a program shows of a workbook without opening it. */
export interface WorkbookProperties {
  readonly title: string;
  readonly creator: string;
  readonly description: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
}

/** Digits that a cell's number keeps; longer ones are written as text. */
const NUMBER_DIGITS = 15;
/** The most that a cell takes. */
const LONGEST_TEXT = 32_767;
const WIDEST = 60;
const NARROWEST = 8;

const HEADER = { font: { bold: true }, alignment: { vertical: 'top' } } as const;

function isNumber(text: string): boolean {
  return text.replace(/^-?0*|\./g, '').length <= NUMBER_DIGITS;
}

/** A value as a cell holds it. Lists stand in one cell as they do in CSV. */
function cellValue(field: Field, value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'integer':
    case 'year':
    case 'number': {
      const text = cellText(value);
      return isNumber(text) ? Number(text) : text;
    }
    case 'boolean':
      return value === true;
    case 'string':
    case 'list': {
      const text = cellText(value);
      if (text.length > LONGEST_TEXT) {
        throw new RangeError(`no cell of a workbook holds ${text.length} characters`);
      }
      return text === '' ? null : text;
    }
  }
}

/** The format that shows a number with the digits its table holds: `0.00` for 68.80. */
function digitsFormat(text: string): string {
  const places = decimals(text as Decimal);
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`;
}

/** What a column of the workbook holds, in words. */
export function workbookTypeText(field: Field): Text {
  if (field.exact) {
    return {
      id: 'angka, ditampilkan dengan digit seperti tercetak',
      en: 'number, shown with its digits as printed',
    };
  }
  return field.type === 'boolean'
    ? { id: 'TRUE atau FALSE', en: 'TRUE or FALSE' }
    : typeText(field);
}

const isText = (field: Field) => field.type === 'string' || field.type === 'list';

function columnFormat(field: Field): string {
  if (isText(field)) return '@';
  // LibreOffice takes a truth without this for the number 1 or 0; Excel needs none.
  return field.type === 'boolean' ? '"TRUE";"TRUE";"FALSE"' : '0';
}

/** Where a cell's format differs from that of its column: numbers show the digits they have. */
function formats(field: Field, value: CellValue, printed: unknown): Partial<Cell> | null {
  if (field.type !== 'number' || value === null) return null;
  return typeof value === 'number'
    ? { style: { numFmt: digitsFormat(cellText(printed)) } }
    : { style: { numFmt: '@' } };
}

function widthOf(header: string, values: readonly CellValue[]): number {
  const longest = values.reduce<number>(
    (most, value) => Math.max(most, String(value ?? '').search(/\n|$/)),
    header.length + 3,
  );
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** The letters of a column: 0 is A, 26 is AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function sheetOf(table: TableDefinition, rows: readonly object[], wrapText: boolean): WriteSheet {
  const sorted = sortedRows(table, rows) as readonly Readonly<Record<string, unknown>>[];
  const { fields } = table;
  const values = sorted.map((row) => fields.map((field) => cellValue(field, row[field.name])));
  const cells = new Map<string, Partial<Cell>>(
    fields.map((_, column) => [`0,${column}`, { style: HEADER }]),
  );
  sorted.forEach((row, i) => {
    fields.forEach((field, column) => {
      const format = formats(field, values[i]?.[column] ?? null, row[field.name]);
      if (format) cells.set(`${i + 1},${column}`, format);
    });
  });
  const columns = fields.map(
    (field, column): ColumnDef => ({
      width: widthOf(
        field.name,
        values.map((row) => row[column] ?? null),
      ),
      style: {
        alignment: { vertical: 'top', wrapText: wrapText && isText(field) },
        numFmt: columnFormat(field),
      },
    }),
  );
  return {
    name: table.name,
    columns,
    rows: [fields.map((field) => field.name), ...values],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letters(fields.length - 1)}${values.length + 1}` },
  };
}

/**
 * Documentation and data as the bytes of a workbook, each table a sheet of its name. Rows are in
 * their published order.
 */
export async function workbookBytes(
  documentation: readonly PublishedTable[],
  data: readonly PublishedTable[],
  properties: WorkbookProperties,
): Promise<Uint8Array<ArrayBuffer>> {
  const date = new Date(properties.date);
  const bytes = await writeXlsx({
    sheets: [
      ...documentation.map(({ table, rows }) => sheetOf(table, rows, true)),
      ...data.map(({ table, rows }) => sheetOf(table, rows, false)),
    ],
    properties: { ...properties, created: date, modified: date },
  });
  return new Uint8Array(bytes);
}
