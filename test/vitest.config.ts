import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Two projects: `unit` needs nothing but the code, `site` a built site and a browser. */
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
          globalSetup: ['test/lib/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file has a browser of its own; more of them than cores only slow one another.
          maxWorkers: 2,
        },
      },
    ],
  },
});
