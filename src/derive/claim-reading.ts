/**
 * What somebody wrote as a figure to be checked, read as people write them: "74,5", "74.50 %",
 * "1.234,5", "WTP", "zona hijau", "A", "77,85 (waspada)", "sekitar 98", "lebih dari 95", "WTP ke-15".
 */
import type { Decimal } from '../dataset/table-schema.ts';
import type { Band, Score } from '../dataset/tables/index.ts';
import { wordsOf } from '../finder/text.ts';
import type { BandScheme } from './bands.ts';

/** Longer texts are no figure. */
export const LONGEST_CLAIM = 80;

/** A number out of a text. */
export interface NumberInText {
  readonly value: Decimal;
  /** The same signs in the other convention: "1.234" is also one thousand and more. */
  readonly other: Decimal | null;
  /** What stands around it. */
  readonly rest: string;
  /** The same for people, without the signs at its ends; empty where only signs are left. */
  readonly unread: string;
}

/** A limit: "more than" does not include the number itself, "at least" does. */
export interface Bound {
  readonly side: 'above' | 'below';
  readonly includes: boolean;
}

/** A text without the words that say how its figure is meant. */
export interface ClaimWords {
  readonly rest: string;
  readonly bound: Bound | null;
  /** Words that make a number less than exact, as they were written. */
  readonly hedge: string | null;
  /** How often, or for which time, as it was written. */
  readonly count: string | null;
}

/** Units and words that add nothing to a number. */
const BESIDE_NUMBERS = new Set(
  'persen percent pct poin points point nilai skor indeks index score angka value'.split(' '),
);

const SCALE_BEHIND =
  /(?<=\d)\s*(?:\/|\bdari\b|\bout of\b|\bof\b)\s*(?:100|5)(?:[.,]0+)?(?![\d.,])/giu;
const NUMBER = /(?<![\p{L}\d.,])-?\d+(?:[.,]\d+)*(?![\p{L}\d])/gu;

function canonical(sign: string, whole: string, fraction = ''): Decimal {
  const digits = whole.replace(/^0+(?=\d)/, '');
  return `${sign}${digits}${fraction && `.${fraction}`}` as Decimal;
}

/** Whether the parts between separators are thousands: one to three digits, then threes. */
function areGroups(parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => part.length === 3);
}

/** The ways to read a number's signs, the likelier first; none where they make no number. */
function readingsOf(text: string): readonly Decimal[] {
  const sign = text.startsWith('-') ? '-' : '';
  const plain = text.slice(sign.length);
  const marks = plain.match(/[.,]/g) ?? [];
  const parts = plain.split(/[.,]/);
  const last = parts.at(-1) ?? '';
  if (marks.length === 0) return [canonical(sign, plain)];
  if (marks.length === 1) {
    const decimal = canonical(sign, parts[0] ?? '', last);
    return areGroups(parts) ? [decimal, canonical(sign, parts.join(''))] : [decimal];
  }
  const isMixed = new Set(marks).size > 1;
  if (!isMixed) return areGroups(parts) ? [canonical(sign, parts.join(''))] : [];
  const groups = parts.slice(0, -1);
  const isOneMarkBefore = new Set(marks.slice(0, -1)).size === 1 && marks.at(-1) !== marks[0];
  return isOneMarkBefore && areGroups(groups) ? [canonical(sign, groups.join(''), last)] : [];
}

/** The one number of a text, in either language's notation; `null` where there is none, or more. */
export function numberIn(text: string): NumberInText | null {
  const tidy = text
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/(\d)\s*([.,])\s+(?=\d)/g, '$1$2')
    .replace(SCALE_BEHIND, '');
  const [found, ...more] = [...tidy.matchAll(NUMBER)];
  if (!found || more.length > 0) return null;
  const [value, other = null] = readingsOf(found[0]);
  if (value === undefined) return null;
  const rest = `${tidy.slice(0, found.index)} ${tidy.slice(found.index + found[0].length)}`;
  if (/\d/.test(rest)) return null;
  const unread = rest
    .split(/\s+/)
    .filter((word) => !BESIDE_NUMBERS.has(word.toLowerCase()))
    .join(' ')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return { value, other, rest, unread };
}

/** Whether nothing but units and signs stands around a number. */
export function isBareNumber({ rest }: NumberInText): boolean {
  return wordsOf(rest).every((word) => BESIDE_NUMBERS.has(word));
}

/** Words that turn what a number says, or its size: with them it is not the number that is claimed. */
const TURNING = new Set(
  'bukan tidak tak belum tanpa peringkat ranking rank urutan ribu juta miliar triliun not no never without thousand million billion'.split(
    ' ',
  ),
);

/**
 * Whether what stands around a number makes it say something else than itself ("bukan 97",
 * "rank 3"), or is no writing at all but markup or code.
 */
export function isTurned({ rest }: NumberInText): boolean {
  return /[<>={}[\]|\\^`]/.test(rest) || wordsOf(rest).some((word) => TURNING.has(word));
}

/** What may stand between such words and their number. */
const NUMBER_FOLLOWS = String.raw`\s*(?:\b(?:angka|nilai|skor|score|of)\s+)*(?=-?\d)`;
const ofNumber = (words: string) => new RegExp(`(?:${words})${NUMBER_FOLLOWS}`, 'iu');
/** What may be said of a number behind it. */
const behindNumber = (words: string) =>
  new RegExp(String.raw`(?<=\d\s*(?:%|persen|percent|poin|points)?)\s*\b(?:${words})\b`, 'iu');

const HEDGE = ofNumber(
  String.raw`\b(?:sekitar|kira-?\s?kira|kurang lebih|lebih kurang|hampir|nyaris|mendekati|kisaran|about|around|nearly|almost|approximately|approx\.?|roughly|close to)|[±~≈]`,
);
const LIMITS: readonly (readonly [RegExp, Bound])[] = [
  [
    ofNumber(
      String.raw`\b(?:(?:tidak|tak) kurang dari(?:pada)?|(?:not|no) less than|at least|minimal|minimum|setidaknya|sedikitnya|paling (?:sedikit|rendah))|>=|≥`,
    ),
    { side: 'above', includes: true },
  ],
  [
    ofNumber(
      String.raw`\b(?:(?:tidak|tak) lebih dari(?:pada)?|(?:not|no) more than|at most|up to|maksimal|maksimum|maximum|paling (?:banyak|tinggi))|<=|≤`,
    ),
    { side: 'below', includes: true },
  ],
  [
    ofNumber(
      String.raw`\b(?:lebih (?:(?:tinggi|besar) )?dari(?:pada)?|di ?atas|melebihi|melampaui|(?:more|higher|greater) than|above|over|exceed(?:s|ed|ing)?)|>`,
    ),
    { side: 'above', includes: false },
  ],
  [
    ofNumber(
      String.raw`\b(?:kurang dari(?:pada)?|lebih (?:rendah|kecil) dari(?:pada)?|di ?bawah|(?:less|lower) than|below|under)|<`,
    ),
    { side: 'below', includes: false },
  ],
  [behindNumber('atau lebih|ke atas|or more|or higher'), { side: 'above', includes: true }],
  [behindNumber('atau kurang|ke bawah|or less|or lower'), { side: 'below', includes: true }],
];
const IN_A_ROW = '(?:secara )?(?:ber)?turut[- ]turut|in a row|consecutive(?:ly)?';
/** "ke-15", "15 kali berturut-turut", "kelima kalinya", "for the 15th time". */
const COUNT = new RegExp(
  String.raw`(?:\b(?:(?:yang|untuk|for the|the)\s+)*(?:ke[- ]?(?:\d+|[ivxl]+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?:[ -]?(?:belas|puluh))?|\d+(?:st|nd|rd|th)|\d+\s*(?:kali|x|times|tahun|years)))\b(?:\s+(?:kali(?:nya)?|times?))?(?:\s+(?:${IN_A_ROW}))?`,
  'iu',
);

/**
 * Takes apart a text: what says how its figure is meant, and the rest. The year asked about adds
 * nothing and is left out.
 */
export function wordsBesideFigure(text: string, year: number): ClaimWords {
  let rest = text.normalize('NFKC').replace(/[−–]/g, '-').replace(/\s+/g, ' ');
  const take = (words: RegExp): string | null => {
    const [found] = words.exec(rest) ?? [];
    if (found !== undefined) rest = rest.replace(words, ' ').trim();
    return found?.trim() ?? null;
  };
  take(
    new RegExp(
      String.raw`(?:\b(?:pada|di|tahun|in|for|of|the|year) )*(?<![\d.,])${year}(?![\d.,]*\d)`,
      'iu',
    ),
  );
  const hedge = take(HEDGE);
  const bound = LIMITS.find(([words]) => take(words) !== null)?.[1] ?? null;
  const count = take(COUNT);
  return { rest, bound, hedge, count };
}

/** Words that categories are introduced by, and that tell none from another. */
const IDLE = new Set(
  'zona zone kategori category predikat predicate nilai skor score huruf grade opini opinion rapor kualitas quality kepatuhan compliance of dengan with'.split(
    ' ',
  ),
);
const NUMERALS: Readonly<Record<string, string>> = {
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
};
/** What may be added to an opinion without making it another one. */
const ADDED =
  /\b(?:(?:dengan|with)\s+)?(?:an?\s+)?(?:paragraf\s+|paragraph\s+)?(?:penekanan suatu hal|penjelas(?:an)?|emphasis of matter)\b.*$|\b(?:psh|dpp)\s*$|\btanpa maladministrasi\b|\bwithout maladministration\b/giu;

/** A category's name as it is compared: the words that tell it from the others. */
function keyOf(text: string): string {
  // "A-" is not "A".
  const signed = text.replace(/(\p{L})-(?=\s|$)/gu, '$1 minus').replace(/(\p{L})\+/gu, '$1 plus');
  const words = wordsOf(signed.replace(/[-_]/g, ' ').replace(ADDED, ' ')).map((word) =>
    word === 'tingkat' ? 'level' : word,
  );
  const levelled = words.map((word, i) =>
    words[i - 1] === 'level' ? (NUMERALS[word] ?? word) : word,
  );
  const telling = levelled.filter((word) => !IDLE.has(word));
  return (telling.length > 0 ? telling : levelled).join(' ');
}

/** The names of a band: its own, and those by which its label explains it. */
function namesOf(band: Band): {
  readonly own: readonly string[];
  readonly more: readonly string[];
} {
  const labels = [band.label_id, band.label_en];
  const inBrackets = labels.flatMap((label) =>
    [...label.matchAll(/\(([^)]+)\)/g)].map(([, text]) => text ?? ''),
  );
  const isAbbreviation = (text: string) => text.toLowerCase() === band.category_id;
  const heads = labels.map((label) => label.split(/[(:]/)[0] ?? '');
  const tails = labels.flatMap((label) => label.split(':').slice(1));
  return {
    own: [...labels, ...heads, band.category_id, ...inBrackets.filter(isAbbreviation)].map(keyOf),
    more: [
      ...inBrackets,
      ...tails.map((tail) => tail.replace(/\(.*\)/, '')),
      // "3" is level 3.
      ...(/^level-\d$/.test(band.category_id) ? [band.category_id.slice(-1)] : []),
    ].map(keyOf),
  };
}

/** The bands of the schemes that one name means; more than one of a scheme means none. */
function bandsNamed(schemes: readonly BandScheme[], key: string): readonly Band[] {
  for (const kind of ['own', 'more'] as const) {
    const found = schemes.flatMap(({ bands }) => {
      const named = bands.filter((band) => namesOf(band)[kind].includes(key));
      return named.length === 1 ? named : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The bands that a text names, one of each scheme at most; none where any part of it is not
 * understood. What a source printed for one of its figures names the band that figure has.
 *
 * @param printed rows whose printed words count as names too
 */
export function bandsIn(
  text: string,
  schemes: readonly BandScheme[],
  printed: readonly Pick<Score, 'category' | 'category_printed'>[] = [],
): readonly Band[] {
  const named = (part: string): readonly Band[] => {
    const key = keyOf(part);
    if (key === '') return [];
    const found = bandsNamed(schemes, key);
    if (found.length > 0) return found;
    const ids = new Set(
      printed.flatMap((row) =>
        row.category_printed !== null &&
        row.category !== null &&
        keyOf(row.category_printed) === key
          ? [row.category]
          : [],
      ),
    );
    const told = schemes.flatMap(({ bands }) => bands.filter((band) => ids.has(band.category_id)));
    return ids.size === 1 ? told : [];
  };
  const whole = named(text);
  if (whole.length > 0) return whole;
  const parts = text.split(/[,;:()/]| dan | and /).filter((part) => wordsOf(part).length > 0);
  if (parts.length < 2) return [];
  const all = parts.map(named);
  if (all.some((bands) => bands.length === 0)) return [];
  const unique = [...new Set(all.flat())];
  const isOnePerScheme = new Set(unique.map(({ scheme }) => scheme)).size === unique.length;
  return isOnePerScheme ? unique : [];
}
