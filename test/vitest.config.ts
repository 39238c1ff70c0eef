import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Needs copies of what others publish, which are not part of this repository. */
const OFFICIAL = 'test/standards-official.test.ts';

/**
 * Three projects: `unit` needs nothing but the code, `site` a built site and a browser, `system` a
 * built site and programs that npm does not bring.
 */
export default defineConfig({
  root,
  cacheDir: '.cache/vitest',
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          name: 'site',
          include: ['test/**/*.test.ts'],
          exclude: ['test/system/**', ...(process.env.CERMIN_STANDARDS ? [] : [OFFICIAL])],
          globalSetup: ['test/lib/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file has a browser of its own; more of them than cores only slow one another.
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          name: 'system',
          include: ['test/system/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Programs of the system take their turns: some start only once.
          maxWorkers: 1,
        },
      },
    ],
  },
});
