/**
 * Whether a word really stands on some page. Where it stands on none, Pagefind looks for shorter
 * and shorter beginnings of it ("zzkota" would find whatever begins with "z"), and says nothing.
 */
import { holdsWord } from './query.ts';

/** What is needed of a Pagefind index. */
export interface Searcher {
  search(term: string): Promise<{
    readonly results: readonly { data(): Promise<FoundText> }[];
    readonly unfilteredResultCount: number;
  }>;
}

interface FoundText {
  /** With `<mark>` around hits. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** The words of a query that stand on no page, neither whole nor as the beginning of a word. */
export async function missingWords(
  words: readonly string[],
  index: Searcher,
): Promise<readonly string[]> {
  const found = await Promise.all(words.map((word) => standsSomewhere(word, index)));
  return words.filter((_, i) => !found[i]);
}

async function standsSomewhere(word: string, index: Searcher): Promise<boolean> {
  // In quotes Pagefind takes the word as it is (or its root, in languages it knows roots of).
  const whole = await index.search(`"${word}"`);
  if (whole.unfilteredResultCount > 0) return true;
  const { results } = await index.search(word);
  // Shorter beginnings are tried only where nothing begins with the word: one result tells.
  const [first] = results;
  if (!first) return false;
  const { excerpt, meta } = await first.data();
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, text = '']) => text);
  return [...marked, ...Object.values(meta)].some((text) => holdsWord(text, word));
}
