/**
 * Writes a table as CSV that a spreadsheet in an Indonesian locale opens with a double click:
 * semicolons, decimal commas, a byte order mark so that Excel reads UTF-8.
 *
 * Opened like that, Excel makes a time of `11.10`, a date of `2024-08` and a number of `77,10`,
 * and no quoting stops it. The one form that it, LibreOffice and Google Sheets all take for text
 * is a formula that is nothing but a text: `="11.10"`. An apostrophe or a tab in front would
 * become part of the value. Only texts that would be changed are written so.
 */
import type { Field, TableDefinition } from '../dataset/table-schema.ts';
import { cellText, csvText, sortedRows } from './csv.ts';

/** Excel refuses longer texts inside a formula. */
const LONGEST_LITERAL = 255;

/** What starts a formula, also in full width and after what a spreadsheet skips. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r]/u;

/** Words that a number, a date or a time may hold: currencies, and months in both languages. */
const WORD_IN_VALUE = new RegExp(
  `^(?:${[
    'e|am|pm|rp|idr|usd',
    'jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?',
    'a(?:gu|gs|gt|ug)(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?',
  ].join('|')})$`,
  'iu',
);

/** Whether a spreadsheet would take a text for a number, a date, a time or a truth value. */
function isMistakable(text: string): boolean {
  if (!/\p{Nd}/u.test(text)) return /^(?:true|false|benar|salah)$/i.test(text);
  return (text.match(/\p{L}+/gu) ?? []).every((word) => WORD_IN_VALUE.test(word));
}

/** A text as a cell that stays that text. */
export function textCell(text: string): string {
  if (!FORMULA.test(text) && !isMistakable(text)) return text;
  return text.length <= LONGEST_LITERAL && !/[\r\n]/.test(text)
    ? `="${text.replaceAll('"', '""')}"`
    : // Too long for that form. No spreadsheet makes a number of so much text, but it may be run.
      FORMULA.test(text)
      ? `'${text}`
      : text;
}

function cell(field: Field, value: unknown): string {
  const text = cellText(value);
  switch (field.type) {
    case 'integer':
    case 'year':
      return text;
    case 'number':
      return text.replace('.', ',');
    default:
      return text === '' ? '' : textCell(text);
  }
}

/** A table as CSV for a spreadsheet in an Indonesian locale, with its byte order mark. */
export function excelCsv(table: TableDefinition, rows: readonly object[]): string {
  const lines = sortedRows(table, rows).map((row) =>
    table.fields.map((field) => cell(field, (row as Record<string, unknown>)[field.name])),
  );
  return `\uFEFF${csvText([table.fields.map(({ name }) => name), ...lines], ';')}`;
}
