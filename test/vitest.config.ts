import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The files that take longest, longest first: begun late, they would run on alone. */
const LONGEST = ['templates', 'charts', 'full-text', 'embed', 'explorer', 'claim-check', 'compare'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 20_000,
          // Nothing here keeps a state, and loading the modules anew for each file takes half the time.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'site',
          include: ['test/**/*.test.ts'],
          exclude: ['test/system/**', ...(process.env.CERMIN_STANDARDS ? [] : [OFFICIAL])],
          globalSetup: ['test/lib/global-setup.ts'],
          // A busy machine is no failure: these end only what would never end.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 30_000 } },
          // Each file has a browser of its own, and waits for it half of the time.
          maxWorkers: 3,
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
