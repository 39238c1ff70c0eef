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
    /** The dataset in which nothing is missing, under a base path. Null where it was not built. */
    full: BuiltSite | null;
    /** The edition after `small`, with corrections. Null where it was not built. */
    corrected: BuiltSite | null;
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
  const small = await openNamed('CERMIN_TEST_SMALL');
  const full = await openNamed('CERMIN_TEST_FULL');
  const corrected = await openNamed('CERMIN_TEST_CORRECTED');
  project.provide('site', site.built);
  project.provide('small', small?.built ?? null);
  project.provide('full', full?.built ?? null);
  project.provide('corrected', corrected?.built ?? null);
  return async () => {
    await Promise.all([site.close(), small?.close(), full?.close(), corrected?.close()]);
  };
}

/** The site that the environment names, if it names one. */
async function openNamed(name: string) {
  const dir = process.env[name];
  return dir ? await open(dir, process.env[`${name}_BASE`] ?? '/') : null;
}

async function open(dir: string, base: string) {
  const { url, close } = await serve({ dir, base, port: 0 });
  return { built: { dir, url, base } satisfies BuiltSite, close };
}
