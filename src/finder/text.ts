/** How names are compared: by their letters, then by their sound, then by the slips between them. */

/** The words of a name or a query: lower case, without accents, apostrophes and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Spellings that sound alike, the colonial ones among them: soerabaja, djember, tjirebon. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/[tc]j|ch/g, 'c'],
  [/sj/g, 's'],
  [/kh/g, 'h'],
  [/([dtbgl])h/g, '$1'],
  [/eu/g, 'e'],
  [/y/g, 'i'],
  [/v/g, 'f'],
  [/q|ck/g, 'k'],
  [/x/g, 'ks'],
  [/(.)\1+/g, '$1'],
];

/** A word as it sounds: what is spelled differently but read alike becomes the same. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((text, [pattern, letters]) => text.replace(pattern, letters), word);
}

export interface Slips {
  /** Between the two whole texts. */
  readonly whole: number;
  /** Between the typed text and the best beginning of the other: it may still be being typed. */
  readonly beginning: number;
}

/**
 * Letters left out, put in, mistaken or swapped with their neighbour between what was typed and a
 * name (optimal string alignment).
 */
export function slipsBetween(typed: string, name: string): Slips {
  const width = name.length + 1;
  let before: number[] = [];
  let last = Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j < width; j += 1) {
      const a = typed[i - 1];
      const b = name[j - 1];
      let least = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (a === b ? 0 : 1),
      );
      if (i > 1 && j > 1 && a === name[j - 2] && typed[i - 2] === b) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return { whole: last[width - 1] as number, beginning: Math.min(...last) };
}
