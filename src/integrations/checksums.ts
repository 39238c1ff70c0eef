import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CHECKSUMS, checksums, isListed } from '../publish/checksums.ts';

/** Lists what was written to `/data/` with its checksums, whoever wrote it. */
export function dataChecksums(): AstroIntegration {
  return {
    name: 'cermin-checksums',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'data');
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const files = new Map<string, Uint8Array>();
        for (const entry of entries) {
          if (!entry.isFile()) continue;
          const file = join(entry.parentPath, entry.name);
          const path = relative(folder, file).replaceAll(sep, '/');
          if (isListed(path)) files.set(path, await readFile(file));
        }
        await writeFile(join(folder, CHECKSUMS), checksums(files));
      },
    },
  };
}
