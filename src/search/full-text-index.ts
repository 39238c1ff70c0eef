/** Builds the full-text index with Pagefind. */
import { readFile } from 'node:fs/promises';
import type { PagefindIndex } from 'pagefind';
import type { Lang } from '../i18n/lang.ts';
import { UserError } from '../user-error.ts';
import { byDate, byName, ranksBy, type SearchRecord } from './records.ts';
import { markSpellings } from './spellings.ts';

/** A file of the index. */
export interface IndexFile {
  /** Path inside the folder of the index. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** The texts of results are bundled into this many files at most: hosts cap the number of files. */
const MAX_TEXT_FILES = 400;

/** A worker that died without a word answers no more. */
const PATIENCE_MS = 60_000;

/**
 * Pagefind's own language decides about stemming. It has a stemmer for Indonesian that confuses
 * names (see spellings.ts): `und` is no language, and has none.
 */
const STEMMED_AS: Readonly<Record<Lang, string>> = { id: 'und', en: 'en' };

/**
 * What the search loads. Pagefind's ready-made interfaces and its worker are not used; its
 * program is the one with the language's stemmer, or the one without any.
 */
function isNeeded(path: string, lang: Lang): boolean {
  return (
    /^(pagefind\.js|pagefind-entry\.json|pagefind\..*\.pf_meta|fragment\/.*|index\/.*|filter\/.*)$/.test(
      path,
    ) || path === `wasm.${lang === 'id' ? 'unknown' : lang}.pagefind`
  );
}

type Answer = { readonly errors?: readonly string[] };

/**
 * The answer to a request, checked: Pagefind tells most errors in its answers, some by rejecting,
 * and none when its process is killed.
 */
export async function checkedAnswer<T extends Answer>(
  what: string,
  request: Promise<T>,
  patience = PATIENCE_MS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), patience);
  });
  const failed = (why: string) =>
    new UserError(`the full-text search could not be built: Pagefind, ${what}: ${why}`, 1);
  try {
    const answer = await Promise.race([request, tooLong]);
    if (answer.errors && answer.errors.length > 0) throw failed(answer.errors.join('; '));
    return answer;
  } catch (error) {
    throw error instanceof UserError
      ? error
      : failed(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Builds the index of one language: every file of it, the same for the same records. */
export async function fullTextIndex(
  records: readonly SearchRecord[],
  lang: Lang,
): Promise<readonly IndexFile[]> {
  const { close, createIndex } = await import('pagefind');
  try {
    const { index } = await checkedAnswer(
      'creating an index',
      createIndex({ maxFragments: MAX_TEXT_FILES }),
    );
    if (!index)
      throw new UserError('the full-text search could not be built: Pagefind gave no index', 1);
    await addRecords(index, records, lang);
    const { files } = await checkedAnswer('writing the index', index.getFiles());
    const licence = await readFile(new URL('../LICENSE/LICENSE', import.meta.resolve('pagefind')));
    return [
      ...files.filter(({ path }) => isNeeded(path, lang)),
      // Pagefind's licence asks to go where its program goes.
      { path: 'LICENSE.txt', content: licence },
    ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    // Ends its process; the next index starts another.
    await close();
  }
}

async function addRecords(index: PagefindIndex, records: readonly SearchRecord[], lang: Lang) {
  const names = ranksBy(records, byName);
  const dates = ranksBy(records, byDate);
  const mark = (text: string) => markSpellings(text, lang);
  for (const [i, record] of records.entries()) {
    const { path, title, where, isNamed, also, text, filters } = record;
    // One after the other: the order of records is that of the pages in the index.
    await checkedAnswer(
      `indexing ${path}`,
      index.addCustomRecord({
        url: path,
        language: STEMMED_AS[lang],
        content: mark(text.join(' · ')),
        meta: {
          title: mark(title),
          ...(isNamed ? { name: mark(title) } : {}),
          ...(where ? { where: mark(where) } : {}),
          ...(also.length > 0 ? { also: mark(also.join(' · ')) } : {}),
        },
        filters: Object.fromEntries(
          Object.entries(filters).map(([name, values]) => [name, [...values]]),
        ),
        sort: { nama: String(names[i]), terbaru: String(dates[i]) },
      }),
    );
  }
}
