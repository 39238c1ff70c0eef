import type { Verb } from './lib/effects.ts';
import { provideTools } from './lib/system-tools.ts';
import { ONE_PASSED } from './lib/test-counts.ts';
import { buildReal, realSite, runTests, runVitest, type Stage } from './test.ts';

const STAGES: Readonly<Record<string, Stage>> = {
  tools: async ({ effects }) => {
    await provideTools(effects);
    return ONE_PASSED;
  },
  build: buildReal,
  system: (run) => runVitest('system', run, { CERMIN_TEST_SITE: realSite(run) }),
};

/** `npm run test:system`: what needs programs that npm does not bring. */
const testSystem: Verb = (args, effects) =>
  runTests(STAGES, { system: ['tools', 'build'] }, args, effects);

export default testSystem;
