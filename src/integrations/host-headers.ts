import { readdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { hostHeaders, type TopEntry } from '../publish/host-headers.ts';

async function entriesOf(dir: URL, prefix: string): Promise<readonly TopEntry[]> {
  const entries = await readdir(new URL(prefix, dir), { withFileTypes: true });
  return entries.map((entry) => ({ path: prefix + entry.name, isFolder: entry.isDirectory() }));
}

/** Writes `_headers` for what was built: a new folder is never left without its policy. */
export function hostHeadersFile(base: string): AstroIntegration {
  return {
    name: 'cermin-host-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const top = await entriesOf(dir, '');
        const english = top.some(({ path }) => path === 'en') ? await entriesOf(dir, 'en/') : [];
        const entries = [...top, ...english].filter(
          ({ path }) => path !== 'en' && path !== '_headers',
        );
        await writeFile(new URL('_headers', dir), hostHeaders(base, entries));
      },
    },
  };
}
