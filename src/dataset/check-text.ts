/** What no text of the dataset may hold: stray and invisible characters, and formulas. */
import type { Field } from './table-schema.ts';
import { quoted } from './wording.ts';

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\t]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
/** UTF-8 that was once read as Windows-1252: "PÃ©rez", "â€“". */
const MOJIBAKE = /Ã[\u0080-\u00bf]|â€[\u0080-\u2122]|Â[\u00a0-\u00bf]/u;

/** `text` with ordinary spaces only, single ones, and none at the ends. */
export function tidy(text: string): string {
  return text
    .replace(new RegExp(INVISIBLE, 'gu'), '')
    .replace(new RegExp(ODD_SPACE, 'gu'), ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^\s+|\s+$/g, '');
}

/** Whether a spreadsheet would run this text as a formula. */
function isFormula(text: string): boolean {
  return /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^-?\d+(?:[.,]\d+)?$/.test(text);
}

/** What is wrong with the characters of a cell (stray spaces above all), or `null`. */
export function strayProblem(text: string): string | null {
  const remedy = () => `write ${quoted(tidy(text))}`;
  if (text.trim() === '') return `${quoted(text)} holds only spaces: leave the cell empty`;
  if (text.includes('\ufffd')) {
    return `${quoted(text)} holds a character that was lost in saving (<U+FFFD>): write it again`;
  }
  if (MOJIBAKE.test(text)) {
    return `${quoted(text)} looks like UTF-8 that was opened in another encoding: write the characters again`;
  }
  if (INVISIBLE.test(text)) return `${quoted(text)} holds an invisible character: ${remedy()}`;
  if (text !== text.trim()) {
    return `${quoted(text)} has a stray space at the ${text === text.trimEnd() ? 'start' : 'end'}: ${remedy()}`;
  }
  if (ODD_SPACE.test(text)) return `${quoted(text)} holds a space of another kind: ${remedy()}`;
  if (/ {2,}/.test(text)) return `${quoted(text)} has two spaces in a row: ${remedy()}`;
  if (CONTROL.test(text)) return `${quoted(text)} holds a control character: remove it`;
  return null;
}

/** What is wrong with a text a person wrote: that a spreadsheet would run it. `null` if nothing. */
export function formulaProblem(text: string, field: Field): string | null {
  if (field.type !== 'string' && field.type !== 'list') return null;
  if (field.categories || field.format === 'partial-date') return null;
  if (/^[-–—]+$/.test(text)) return `${quoted(text)} stands for nothing: leave the cell empty`;
  if (!isFormula(text)) return null;
  return `${quoted(text)} begins with ${quoted([...text][0] ?? '')}, which a spreadsheet would run as a formula: begin with a word`;
}
