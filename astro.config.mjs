// @ts-check
import { existsSync } from 'node:fs';
import { rename, rmdir } from 'node:fs/promises';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readConfig } from './src/config.ts';
import { dataChecksums } from './src/integrations/checksums.ts';
import { fullTextSearch } from './src/integrations/full-text.ts';
import { hostHeadersFile } from './src/integrations/host-headers.ts';
import { parallelPages } from './src/integrations/parallel-pages.ts';
import { shareImages } from './src/integrations/share-images.ts';

const { site, base } = readConfig(process.env);

/**
 * Static hosts look for `404.html` in a folder; Astro writes a page of any language but the
 * first to `404/index.html`.
 * @type {import('astro').AstroIntegration}
 */
const notFoundPages = {
  name: 'cermin-not-found-pages',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      for (const lang of ['', 'en/']) {
        const folder = new URL(`${lang}404/`, dir);
        if (!existsSync(new URL('index.html', folder))) continue;
        await rename(new URL('index.html', folder), new URL(`${lang}404.html`, dir));
        await rmdir(folder);
      }
    },
  },
};

// `scripts/build.ts` gives outDir and cacheDir: a folder of their own for every build.
export default defineConfig({
  site,
  base,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: 'jsx',
  cacheDir: './.cache/astro',
  // The pages' policy allows no inline script and no inline style: everything is a file.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    parallelPages(),
    notFoundPages,
    sitemap({
      i18n: { defaultLocale: 'id', locales: { id: 'id', en: 'en' } },
      // Frames are parts of other sites' pages, and an error page is no page.
      filter: (page) => !/\/(404|embed)(\/|$)/.test(new URL(page).pathname),
    }),
    fullTextSearch(),
    shareImages(),
    // Last: they list what the others wrote.
    dataChecksums(),
    hostHeadersFile(base),
  ],
});
