/** What people type, what of it is looked for, and what is shown of a result. */
import type { Lang } from '../i18n/lang.ts';
import { plainText } from './marks.ts';

/** Words too common to tell pages apart; every word of a query must stand on a page. */
const COMMON: Readonly<Record<Lang, ReadonlySet<string>>> = {
  id: new Set('atau dan dari dengan di ke oleh pada untuk yang'.split(' ')),
  en: new Set('a an and at by for from in of on or the to with'.split(' ')),
};

/** A text as the index compares it: lower case, without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * The words to look for. Signs inside a word or number are left out as in the index ("77,4" is
 * 774 there, "e-money" emoney), those between words part them.
 */
export function queryWords(query: string, lang: Lang): readonly string[] {
  const words = fold(query)
    .split(/[^\p{L}\p{N}.,'’-]+|(?<!\d)[.,]|[.,](?!\d)/u)
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((word) => word !== '');
  const telling = words.filter((word) => !COMMON[lang].has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** Whether a text holds a word that begins like this one. */
export function holdsWord(text: string, word: string): boolean {
  const folded = fold(text);
  return [...folded.split(/[^\p{L}\p{N}]+/u), ...folded.split(/\s+/).map(lettersOf)].some((own) =>
    own.startsWith(word),
  );
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** A piece of an excerpt: words looked for, or what stands between them. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/**
 * Pagefind's excerpt as text for readers. It puts hits into `<mark>`, and writes `<` and `>` of
 * the text as entities; signs around a word are not part of the hit.
 */
export function excerptParts(excerpt: string): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const push = (text: string, isHit: boolean) => {
    if (text === '') return;
    const last = parts.at(-1);
    if (last?.isHit === isHit) parts.splice(-1, 1, { text: last.text + text, isHit });
    else parts.push({ text, isHit });
  };
  for (const [i, piece] of excerpt.split(/<\/?mark>/).entries()) {
    const text = plainText(piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
    const word = i % 2 === 1 ? /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) : null;
    if (!word) {
      push(text, false);
      continue;
    }
    push(word[1] ?? '', false);
    push(word[2] ?? '', true);
    push(word[3] ?? '', false);
  }
  return parts;
}

/** A marked title as text for readers, with the words looked for told apart. */
export function titleParts(title: string, words: readonly string[]): readonly ExcerptPart[] {
  return title.split(/(\s+)/).map((token) => ({
    text: plainText(token),
    isHit: words.some((word) => holdsWord(token, word)),
  }));
}
