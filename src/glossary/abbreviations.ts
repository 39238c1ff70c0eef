import type { Tables } from '../dataset/tables/index.ts';

/**
 * What looks like an abbreviation and needs no entry: numerals and units, names that are names
 * (of apps, channels and media), and part of a letter's number.
 */
const NO_ENTRY = new Set([
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'KB', 'MB', 'PDF', 'SMS', 'GPS', 'UTC', 'ID', 'IP', 'KTP'],
  ...['BESTY', 'CRM', 'JAKI', 'JARI', 'MAS', 'PRO', 'SAPA', 'SIDUMAS', 'ULAS', 'WALI', 'LAPOR'],
  ...['A4', 'API', 'JSON', 'DCAT-AP'],
  ...['ANTARA', 'SJ', 'DPM', 'PSH'],
]);

/** Two capitals or more, digits and hyphens between them; and the shortened names of ministries. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}_./-])(?:\p{Lu}[\p{Lu}\p{N}]+(?:-[\p{Lu}\p{N}]+)*!?|(?:Kemen|Permen|Per(?=wali|bup))\p{L}+)(?![\p{L}\p{N}_])/gu;

/**
 * Makes a function that lists the abbreviations of a text which neither the glossary nor the
 * table of other names explains.
 */
export function unexplainedIn(
  tables: Pick<Tables, 'terms' | 'aliases'>,
): (text: string) => readonly string[] {
  const explained = new Set([
    ...tables.terms.flatMap(({ term_id, also, also_english }) =>
      `${term_id}; ${also ?? ''}; ${also_english ?? ''}`.split(/;? /),
    ),
    ...tables.aliases.flatMap(({ alias }) => alias.split(' ')),
  ]);
  return (text) =>
    (text.match(ABBREVIATION) ?? []).filter(
      (word) => !explained.has(word) && !NO_ENTRY.has(word) && word !== 'Kementerian',
    );
}
