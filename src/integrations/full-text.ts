import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { LANGS, type Lang } from '../i18n/lang.ts';
import { fullTextIndex } from '../search/full-text-index.ts';
import { pageSections } from '../search/page-sections.ts';
import { type BuiltPage, searchRecords } from '../search/records.ts';
import { SEARCH_INDEX } from '../site/page-paths.ts';

/** Pages that are read as they were built: not those made of lists of regions or sources. */
const NOT_READ =
  /^(|404|cari|daerah|daerah\/.*|embed\/.*|provinsi|provinsi\/.*|sumber|sumber\/.*)$/;

/** Paths of the pages to read in a language, without it. */
function ownPaths(pathnames: readonly string[], lang: Lang): readonly string[] {
  return pathnames
    .map((path) => path.replace(/\/?$/, ''))
    .filter((path) => (path === 'en' || path.startsWith('en/')) === (lang === 'en'))
    .map((path) => (lang === 'en' ? path.slice('en/'.length) : path))
    .filter((path) => !NOT_READ.test(path))
    .sort();
}

/** Builds the full-text index of each language once the pages are written. */
export function fullTextSearch(): AstroIntegration {
  return {
    name: 'cermin-full-text',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        // Only in a build: it reads the dataset.
        const { citations, model } = await import('../site/data.ts');
        for (const lang of LANGS) {
          const root = lang === 'en' ? 'en/' : '';
          const built: BuiltPage[] = [];
          for (const path of ownPaths(
            pages.map(({ pathname }) => pathname),
            lang,
          )) {
            const html = await readFile(new URL(`${root}${path}/index.html`, dir), 'utf8');
            built.push({ path: `/${path}/`, sections: pageSections(html) });
          }
          const records = searchRecords(model, citations, built, lang);
          const folder = new URL(root + SEARCH_INDEX, dir);
          for (const { path, content } of await fullTextIndex(records, lang)) {
            const file = new URL(path, folder);
            await mkdir(new URL('.', file), { recursive: true });
            await writeFile(file, content);
          }
        }
      },
    },
  };
}
