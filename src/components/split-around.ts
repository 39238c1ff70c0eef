/** A text cut in three at the first place where a word or number stands in it. */
export interface Split {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/**
 * Cuts a text around a number, so that the number can be marked up where it stands.
 * `null` where the text does not print it, or only as a part of a longer number.
 */
export function splitAround(text: string, number: string): Split | null {
  const at = text.search(new RegExp(`(?<![\\d.,])${RegExp.escape(number)}(?![.,]?\\d)`));
  return at === -1
    ? null
    : { before: text.slice(0, at), match: number, after: text.slice(at + number.length) };
}
