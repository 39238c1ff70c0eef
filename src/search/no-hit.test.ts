import { describe, expect, it } from 'vitest';
import { missingWords, type Searcher } from './no-hit.ts';

/** An index that looks for beginnings of words, and for ever shorter ones, as Pagefind does. */
function indexOf(pages: readonly { text: string; title: string }[]): Searcher {
  const wordsOf = (page: { text: string; title: string }) =>
    `${page.text} ${page.title}`.toLowerCase().split(/\s+/);
  return {
    async search(term) {
      const quoted = /^"(.*)"$/.exec(term)?.[1];
      if (quoted !== undefined) {
        const count = pages.filter((page) => wordsOf(page).includes(quoted)).length;
        return { results: [], unfilteredResultCount: count };
      }
      for (let beginning = term; beginning !== ''; beginning = beginning.slice(0, -1)) {
        const found = pages.filter((page) =>
          wordsOf(page).some((word) =>
            beginning === term ? word.startsWith(term) : word === beginning,
          ),
        );
        if (found.length === 0) continue;
        const results = found.map(({ text, title }) => ({
          data: async () => ({
            excerpt: text.replace(new RegExp(`\\b${beginning}\\w*`, 'gi'), '<mark>$&</mark>'),
            meta: { title },
          }),
        }));
        return { results, unfilteredResultCount: results.length };
      }
      return { results: [], unfilteredResultCount: 0 };
    },
  };
}

describe('missingWords', () => {
  const index = indexOf([
    { title: 'Kota Contoh', text: 'pengaduan warga z' },
    { title: 'Kabupaten Andai', text: 'layanan' },
  ]);

  it.each([
    [['kota', 'warga'], []],
    [['pengad', 'andai'], []],
    // In a title alone.
    [['conto'], []],
    // Pagefind would find "z" and "kota" for them.
    [['zzkota'], ['zzkota']],
    [['kotamadya', 'warga'], ['kotamadya']],
    [['xyz'], ['xyz']],
    [[], []],
  ])('of %j are %j', async (words, missing) => {
    expect(await missingWords(words, index)).toEqual(missing);
  });
});
