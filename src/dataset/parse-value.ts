/**
 * Reads one cell by the type of its field. Nothing is guessed: a value either has the one form
 * allowed, or it is refused with the form it should have.
 */

import { nearest, slugify } from './likeness.ts';
import type { Field } from './table-schema.ts';
import { alternatives, quoted } from './wording.ts';

export type Parsed = { readonly value: unknown } | { readonly message: string };

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const UNKNOWN =
  /^(?:-+|–|—|\?|n\/?a|null|nil|none|nan|nihil|tidak ada|tidak diketahui|kosong|unknown)$/i;
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|#+)$/i;

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^[fp]eb/,
  /^mar/,
  /^apr/,
  /^me[i]$|^may$/,
  /^jun/,
  /^jul/,
  /^a(?:gu|ug|gt|gs)/,
  /^sep/,
  /^o[kc]t/,
  /^nov|^nop/,
  /^de[sc]/,
];

const two = (number: number) => String(number).padStart(2, '0');

/** The month (1 to 12) that an Indonesian or English name or abbreviation means. */
function monthOf(name: string): number | null {
  const index = MONTHS.findIndex((month) => month.test(name.toLowerCase()));
  return index === -1 ? null : index + 1;
}

/** Whether a spreadsheet has made a date of something ("11-Okt"). */
export function looksLikeSpreadsheetDate(text: string): boolean {
  const parts = /^(\d{1,4})[-/ ]([A-Za-z]{3,})$|^([A-Za-z]{3,})[-/ ](\d{1,4})$/.exec(text);
  return parts !== null && monthOf(parts[2] ?? parts[3] ?? '') !== null;
}

/** The number that a person meant by `text`, written as the tables write it; `null` if unclear. */
function numberMeant(text: string, integer: boolean): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/^[\u2212\u2013\u2014]/, '-')
    .replace(/^\+/, '')
    .replace(/\s*(?:%|persen|percent|poin|points?)$/i, '')
    .replace(/^(-?\d[\d.,]*)\.-$/, '$1')
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '')
    .trim();
  const strip = (digits: string) => digits.replace(/^(-?)0+(?=\d)/, '$1');
  const candidates = [
    // 1.234.567,8 and 1,234,567.8: groups of three and another mark for decimals
    /^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(plain) && plain.replaceAll('.', '').replace(',', '.'),
    /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(plain) && plain.replaceAll(',', ''),
    /^-?\d{1,3}(?:[.,]\d{3}){2,}$/.test(plain) && plain.replaceAll(/[.,]/g, ''),
    integer && /^-?\d{1,3}[.,]\d{3}$/.test(plain) && plain.replaceAll(/[.,]/g, ''),
    integer && /^-?\d+[.,]0+$/.test(plain) && plain.replace(/[.,]0+$/, ''),
    !integer && /^-?\d+,\d+$/.test(plain) && plain.replace(',', '.'),
    !integer && /^-?[.,]\d+$/.test(plain) && plain.replace(/[.,]/, '0.'),
    /^-?\d+[.,]$/.test(plain) && plain.slice(0, -1),
    /[Ool]/.test(plain) && plain.replaceAll(/[Oo]/g, '0').replaceAll('l', '1'),
    plain,
  ];
  for (const candidate of candidates) {
    if (candidate && (integer ? INTEGER : DECIMAL).test(strip(candidate))) return strip(candidate);
  }
  return null;
}

function parseNumber(text: string, field: Field): Parsed {
  const integer = field.type !== 'number';
  if ((integer ? INTEGER : DECIMAL).test(text)) {
    return { value: field.exact ? text : Number(text) };
  }
  const kind = integer ? 'a whole number' : 'a number';
  if (!integer && /^-?[1-9]\d{0,2},\d{3}$/.test(text)) {
    return {
      message: `${quoted(text)} could be two numbers: write ${quoted(text.replace(',', '.'))} if the comma is a decimal comma, ${quoted(text.replace(',', ''))} if it separates thousands`,
    };
  }
  if (looksLikeSpreadsheetDate(text)) {
    return {
      message: `${quoted(text)} is not ${kind}: a spreadsheet has turned it into a date; write the number as printed, with a decimal point`,
    };
  }
  const meant = numberMeant(text, integer);
  if (meant !== null) {
    const why = /^-?\d+,\d+$/.test(text) && !integer ? ' has a decimal comma' : ` is not ${kind}`;
    return { message: `${quoted(text)}${why}: write ${quoted(meant)}` };
  }
  return {
    message: integer
      ? `${quoted(text)} is not a whole number: write digits only, without separators`
      : `${quoted(text)} is not a number: write digits with a decimal point, such as \`92.15\``,
  };
}

function parseYear(text: string): Parsed {
  if (/^[12]\d{3}$/.test(text)) return { value: Number(text) };
  const year = /^([12])[.,](\d{3})$/.exec(text) ?? /^([12]\d{3})[.,]0+$/.exec(text);
  if (year) {
    return { message: `${quoted(text)} is not a year: write ${quoted(year.slice(1).join(''))}` };
  }
  return { message: `${quoted(text)} is not a year: write four digits, such as \`2024\`` };
}

const FORM = '`2024`, `2024-08` or `2024-08-14`, as precisely as it is known';

/** Days of a month; `month` from 1. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** What a date in another form should be written as; `null` if it cannot be told. */
function dateMeant(text: string): string | null {
  const parts = text
    .replace(/^(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu)[,\s]+/i, '')
    .replace(/[T ]\d{1,2}[:.]\d{2}.*$/, '')
    .split(/[\s/.,-]+/)
    .filter((part) => part !== '');
  if (parts.length === 1 && /^[345]\d{4}$/.test(text)) {
    // days since 30 December 1899: how a spreadsheet stores a date
    return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10);
  }
  const yearFirst = /^\d{4}$/.test(parts[0] ?? '');
  const [year, month, day] = (yearFirst ? parts : parts.toReversed()).map((part, index) =>
    /^\d+$/.test(part) ? Number(part) : index === 1 ? (monthOf(part) ?? Number.NaN) : Number.NaN,
  );
  if (parts.length > 3 || !year || year < 1900 || year > 2100) return null;
  if (parts.length === 2 && month && isDate(year, month, 1)) return `${year}-${two(month)}`;
  if (parts.length === 3 && month && day) {
    if (isDate(year, month, day)) return `${year}-${two(month)}-${two(day)}`;
    if (isDate(year, day, month)) return `${year}-${two(day)}-${two(month)}`;
  }
  return null;
}

/** A date to a stated precision: `2024`, `2024-08` or `2024-08-14`, and on the calendar. */
function parsePartialDate(text: string): Parsed {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) {
    const meant = dateMeant(text);
    return {
      message: meant
        ? `${quoted(text)} is not a date in this form: write ${quoted(meant)}`
        : `${quoted(text)} is not a date: write ${FORM}`,
    };
  }
  const [year, month, day] = match.slice(1).map(Number);
  if (!year || year < 1900 || year > 2100) {
    return { message: `${quoted(text)} has an impossible year: write ${FORM}` };
  }
  if (match[2] !== undefined && !isDate(year, month ?? 0, 1)) {
    return { message: `${quoted(text)} has no such month: months run from \`01\` to \`12\`` };
  }
  if (match[3] !== undefined && !isDate(year, month ?? 0, day ?? 0)) {
    const last = daysIn(year, month ?? 0);
    return {
      message: `${quoted(text)} is not on the calendar: ${match[1]}-${match[2]} has ${last} days; write the right day, or only the month`,
    };
  }
  return { value: text };
}

const YES = /^(?:y|yes|ya|iya|true|benar|betul|1|v|x|✓)$/i;
const NO = /^(?:n|no|tidak|tdk|bukan|false|salah|0)$/i;

function parseBoolean(text: string): Parsed {
  if (text === 'yes') return { value: true };
  if (text === 'no') return { value: false };
  const meant = YES.test(text) ? 'yes' : NO.test(text) ? 'no' : null;
  return {
    message: meant
      ? `${quoted(text)} is neither \`yes\` nor \`no\`: write ${quoted(meant)}`
      : `${quoted(text)} is neither \`yes\` nor \`no\`: write one of them`,
  };
}

/** What is wrong with an http(s) address, or `null`. */
function addressProblem(text: string): string | null {
  if (/\s/.test(text))
    return `${quoted(text)} is not one web address: write a single one, without spaces`;
  if (/^https?:\/\//.test(text)) {
    if (URL.canParse(text)) {
      const url = new URL(text);
      if (url.username || url.password) return `${quoted(text)} holds a user name: remove it`;
      if (/^[^.]+(?:\.[^.]+)+\.?$/.test(url.hostname)) return null;
    }
    return `${quoted(text)} is not a web address: copy it again from the browser`;
  }
  const repaired = text.replace(/^(?:h?t?tps?|https?)?:?\/*(?=[^/:]+\.[^/:]+)/i, 'https://');
  const hint =
    URL.canParse(repaired) && /^https:\/\/[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(repaired)
      ? `write ${quoted(repaired)}`
      : 'write one that begins with `https://` or `http://`, or leave the cell empty';
  return `${quoted(text)} is not a web address: ${hint}`;
}

/** The values a categorical field allows, and the one most like `text`. */
function categoryProblem(text: string, field: Field): string | null {
  const categories = field.categories ?? [];
  const values = categories.map((category) => category.value);
  if (values.includes(text)) return null;
  const byLabel = categories.find(({ label }) =>
    [label.id, label.en].some((known) => known.toLowerCase() === text.toLowerCase()),
  );
  const meant = byLabel?.value ?? nearest(text, values);
  const remedy = meant ? `did you mean ${quoted(meant)}?` : `use ${alternatives(values)}`;
  return `${quoted(text)} is not a value of \`${field.name}\`: ${remedy}`;
}

const patterns = new Map<string, RegExp>();

function matchesPattern(text: string, pattern: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u');
  patterns.set(pattern, known);
  return known.test(text);
}

/** What is wrong with a text by the pattern of its field, or `null`. */
function patternProblem(text: string, field: Field): string | null {
  const pattern = field.constraints?.pattern;
  if (!pattern || matchesPattern(text, pattern)) return null;
  const meant = [
    text.toLowerCase(),
    slugify(text),
    slugify(text).replaceAll('-', '_'),
    text.replaceAll(/[,\s]+/g, '.'),
  ].find((candidate) => matchesPattern(candidate, pattern));
  if (meant)
    return `${quoted(text)} does not have the form of \`${field.name}\`: write ${quoted(meant)}`;
  const form = field.example
    ? `write it like ${quoted(field.example)}`
    : `it must match ${quoted(pattern)}`;
  return `${quoted(text)} does not have the form of \`${field.name}\`: ${form}`;
}

function parseList(text: string, field: Field): Parsed {
  if (/[,;|]/.test(text)) {
    const meant = text.split(/[\s,;|]+/).filter((item) => item !== '');
    return {
      message: `${quoted(text)} is not a list of this form: separate with one space, ${quoted(meant.join(' '))}`,
    };
  }
  const items = text.split(' ').filter((item) => item !== '');
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  if (twice) return { message: `${quoted(twice)} stands twice in the list: remove one` };
  if (field.categories) {
    for (const item of items) {
      const message = categoryProblem(item, field);
      if (message) return { message };
    }
  }
  return { value: Object.freeze(items) };
}

function rangeProblem(value: number, text: string, field: Field): string | null {
  const { minimum, maximum } = field.constraints ?? {};
  if (minimum !== undefined && value < minimum) {
    return `${quoted(text)} is below ${minimum}, the least that \`${field.name}\` can be: check the digits and the sign`;
  }
  if (maximum !== undefined && value > maximum) {
    return `${quoted(text)} is above ${maximum}, the most that \`${field.name}\` can be: check the digits and the decimal point`;
  }
  return null;
}

/** Reads by type and format; constraints come after. */
function parseByType(text: string, field: Field): Parsed {
  switch (field.type) {
    case 'integer':
    case 'number':
      return parseNumber(text, field);
    case 'year':
      return parseYear(text);
    case 'boolean':
      return parseBoolean(text);
    case 'list':
      return parseList(text, field);
    case 'string': {
      if (field.format === 'partial-date') return parsePartialDate(text);
      const message =
        (field.format === 'uri' && addressProblem(text)) ||
        (field.categories && categoryProblem(text, field)) ||
        patternProblem(text, field);
      return message ? { message } : { value: text };
    }
  }
}

/**
 * Reads a cell that is not empty and has no stray spaces.
 *
 * @returns the typed value (`list`: a frozen array; `exact`: the digits; `boolean`: true or false),
 *   or what is wrong and what to write instead.
 */
export function parseValue(text: string, field: Field): Parsed {
  const optional = field.constraints?.required ? '' : ': leave the cell empty if it is not known';
  if (SPREADSHEET_ERROR.test(text)) {
    return {
      message: `${quoted(text)} is an error of a spreadsheet: write the value itself`,
    };
  }
  const parsed = parseByType(text, field);
  if ('message' in parsed) {
    return optional && UNKNOWN.test(text)
      ? { message: `${quoted(text)} stands for nothing${optional}` }
      : parsed;
  }
  if (field.type !== 'string' && field.type !== 'list' && field.type !== 'boolean') {
    const message = rangeProblem(Number(parsed.value), text, field);
    if (message) return { message };
  }
  return parsed;
}
