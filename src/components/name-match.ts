export { wordsOf } from '../finder/text.ts';

/**
 * Whether every word of a query begins a word of the names: "kot bli" finds Kota Blitar. Words
 * are also tried without the spaces between them, so that "pangkal pinang" finds Pangkalpinang
 * and "baubau" finds Bau-Bau.
 */
export function matchesWords(query: readonly string[], names: readonly string[]): boolean {
  if (query.every((word) => names.some((name) => name.startsWith(word)))) return true;
  const joined = query.join('');
  return names.some((_, from) => {
    const run = names.slice(from).join('');
    // A run of names counts only where the query spans a gap between words.
    return (
      run.startsWith(joined) && (query.length > 1 || joined.length > (names[from] ?? '').length)
    );
  });
}
