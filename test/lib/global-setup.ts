import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { MARKER } from '../../scripts/lib/output.ts';
import { serve } from '../../scripts/lib/serve.ts';
import { unpackBrowser } from './browser.ts';

/** A built site that browser tests visit. */
export interface BuiltSite {
  /** Folder of the build. */
  readonly dir: string;
  /** Address of its home page. */
  readonly url: string;
  readonly base: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The real data at `/`. */
    site: BuiltSite;
    /** The small fictional dataset, under a base path. Null where only `dist/` was built. */
    small: BuiltSite | null;
  }
}

/**
 * Serves what `npm test` built (or, when vitest was started by hand, `dist/`) and unpacks the
 * browser once, before several test files want it at the same time.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const real = process.env.CERMIN_TEST_SITE ?? 'dist';
  if (!existsSync(join(real, MARKER))) {
    throw new Error(`there is no built site in ${real}; run "npm run build" first`);
  }
  await unpackBrowser();
  const site = await open(real, '/');
  const smallDir = process.env.CERMIN_TEST_SMALL;
  const small = smallDir ? await open(smallDir, process.env.CERMIN_TEST_SMALL_BASE ?? '/') : null;
  project.provide('site', site.built);
  project.provide('small', small?.built ?? null);
  return async () => {
    await Promise.all([site.close(), small?.close()]);
  };
}

async function open(dir: string, base: string) {
  const { url, close } = await serve({ dir, base, port: 0 });
  return { built: { dir, url, base } satisfies BuiltSite, close };
}
