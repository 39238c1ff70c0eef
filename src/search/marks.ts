/**
 * Marks in the text that Pagefind indexes. They are ASCII signs, because Pagefind takes a word
 * with such a sign in it as the whole word and as its parts, all at one place: "anti~korupsi" is
 * found by "antikorupsi", "anti korupsi" and "anti-korupsi". Readers never see one.
 */

/** Nothing stands here: "anti~korupsi" is "antikorupsi". */
export const JOINED = '~';
/** A space stands here: "anti^korupsi" is "anti korupsi". */
export const SPACE = '^';
/** What follows is another form of the word before, and invisible: "aduan`pengaduan". */
export const ALSO = '`';

/** A text without the signs that are marks. */
export function withoutMarks(text: string): string {
  return text.replace(/[~^`]/g, ' ');
}

/** A marked text as it was. */
export function plainText(marked: string): string {
  return marked
    .replace(/`[\p{L}\p{N}]+/gu, '')
    .replaceAll(JOINED, '')
    .replaceAll(SPACE, ' ');
}
