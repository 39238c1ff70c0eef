import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fictionalFiles } from '../src/dataset/testing.ts';
import { UserError } from '../src/user-error.ts';
import { correctedFiles, correctionReasons } from '../test/lib/corrected-dataset.ts';
import { fullFiles } from '../test/lib/full-dataset.ts';
import { runTool, runVerb } from './lib/child.ts';
import { differingFiles } from './lib/differing-files.ts';
import type { Effects, Verb } from './lib/effects.ts';
import {
  add,
  type Counts,
  formatCounts,
  NONE,
  ONE_FAILED,
  ONE_PASSED,
  readReport,
} from './lib/test-counts.ts';

/** What a stage has to work with. */
export interface Run {
  readonly effects: Effects;
  /** A folder of this run alone, removed at its end. */
  readonly dir: string;
}

/** A stage of a test run. Stages do not stop one another: one run tells everything that is wrong. */
export type Stage = (run: Run) => Promise<Counts>;

const STAGES: Readonly<Record<string, Stage>> = {
  types: async ({ effects }) =>
    asCounts(await runTool('astro', ['check', '--minimumFailingSeverity', 'warning'], effects.env)),
  lint: async ({ effects }) => asCounts(await runTool('biome', ['check', '.'], effects.env)),
  unit: (run) => runVitest('unit', run, {}),
  validate: async ({ effects }) =>
    asCounts(await runVerb('validate', [], { ...effects.env, ...REAL })),
  small: (run) => buildFrom('small', fictionalFiles(), run),
  again: buildAgain,
  full: (run) => buildFrom('full', fullFiles(), run),
  corrected: buildCorrected,
  build: buildReal,
  site: (run) =>
    runVitest('site', run, {
      CERMIN_TEST_SITE: realSite(run),
      CERMIN_TEST_SMALL: madeUpSite('small', run),
      CERMIN_TEST_SMALL_BASE: MADE_UP.CERMIN_BASE,
      CERMIN_TEST_FULL: madeUpSite('full', run),
      CERMIN_TEST_FULL_BASE: MADE_UP.CERMIN_BASE,
      CERMIN_TEST_CORRECTED: madeUpSite('corrected', run),
      CERMIN_TEST_CORRECTED_BASE: MADE_UP.CERMIN_BASE,
    }),
};

/** The stages that others need before them. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  again: ['small'],
  corrected: ['small'],
  site: ['small', 'full', 'corrected', 'build'],
};

const UNSET = {
  CERMIN_SITE: undefined,
  CERMIN_BASE: undefined,
  CERMIN_OPERATOR: undefined,
  CERMIN_CONTACT: undefined,
  CERMIN_REPO: undefined,
};

/** The tested build of the real data is the one a fresh clone makes, whatever the environment. */
const REAL = { ...UNSET, CERMIN_DATA: undefined };

/** The builds of made-up datasets differ from the real one in all that may differ. */
const MADE_UP = {
  ...UNSET,
  CERMIN_SITE: 'https://cermin.example',
  CERMIN_BASE: '/any/base/',
  CERMIN_OPERATOR: 'Lembaga Rekaan',
  CERMIN_CONTACT: 'redaksi@cermin.example',
  CERMIN_REPO: 'https://kode.example/cermin',
};

/** Builds the real data. */
export async function buildReal(run: Run): Promise<Counts> {
  return asCounts(
    await runVerb('build', [], { ...run.effects.env, ...REAL, CERMIN_OUT: realSite(run) }),
  );
}

/** Where the build of the real data is. */
export const realSite = ({ dir }: Run) => join(dir, 'site');
const madeUpSite = (name: string, { dir }: Run) => join(dir, `${name}-site`);

/** `npm test`: every stage, or those named (`npm test -- types lint`), then the counts. */
const test: Verb = (args, effects) => runTests(STAGES, NEEDS, args, effects);

export default test;

/** Runs stages, all of them or those named with what they need, and prints the counts. */
export async function runTests(
  stages: Readonly<Record<string, Stage>>,
  needs: Readonly<Record<string, readonly string[]>>,
  args: readonly string[],
  effects: Effects,
): Promise<number> {
  const unknown = args.find((arg) => !Object.hasOwn(stages, arg));
  if (unknown !== undefined) {
    throw new UserError(
      `there is no stage "${unknown}"; the stages are ${Object.keys(stages).join(', ')}`,
    );
  }
  const wanted = new Set(args.flatMap((arg) => [...(needs[arg] ?? []), arg]));
  const names = Object.keys(stages).filter((name) => args.length === 0 || wanted.has(name));
  // Inside the project, so that builds and their caches are on one filesystem with the code.
  mkdirSync('.cache', { recursive: true });
  const dir = mkdtempSync(resolve('.cache', 'test-'));
  const removeDir = () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  process.on('exit', removeDir);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

  const { total, failed } = await runStages(stages, names, { effects, dir });
  if (failed.length > 0) effects.out(`\nfailed: ${failed.join(', ')}`);
  effects.out(formatCounts(total));
  return total.failed > 0 ? 1 : 0;
}

async function buildFrom(
  name: string,
  files: ReadonlyMap<string, string>,
  run: Run,
  other: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const data = join(run.dir, `${name}-data`);
  mkdirSync(data);
  for (const [file, text] of files) writeFileSync(join(data, file), text);
  const env = { ...MADE_UP, ...other, CERMIN_DATA: data, CERMIN_OUT: madeUpSite(name, run) };
  return asCounts(await runVerb('build', [], { ...run.effects.env, ...env }));
}

/** Builds the small dataset anew, elsewhere and at another hour of the day: the same to the byte. */
async function buildAgain(run: Run): Promise<Counts> {
  const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const built = await buildFrom('again', fictionalFiles(), run, elsewhere);
  if (built.failed > 0) return built;
  const differing = differingFiles(madeUpSite('small', run), madeUpSite('again', run));
  for (const path of differing) run.effects.out(`  other in a second build: ${path}`);
  return add(built, differing.length > 0 ? ONE_FAILED : ONE_PASSED);
}

/** The edition after the small one: released with corrections, then built. */
async function buildCorrected(run: Run): Promise<Counts> {
  const data = join(run.dir, 'corrected-data');
  const reasons = join(run.dir, 'reasons.csv');
  const env = { ...MADE_UP, CERMIN_DATA: data, CERMIN_OUT: madeUpSite('corrected', run) };
  const write = (files: ReadonlyMap<string, string>) => {
    for (const [file, text] of files) writeFileSync(join(data, file), text);
  };
  const release = (...args: string[]) =>
    runVerb('release', ['--date', '2025-04-01', ...args], { ...run.effects.env, ...env });
  mkdirSync(data);
  write(fictionalFiles());
  if ((await release()) !== 0) return ONE_FAILED;
  write(correctedFiles());
  writeFileSync(reasons, correctionReasons());
  const code = await release('--reasons', reasons, '--built', madeUpSite('small', run));
  return asCounts(code === 0 ? await runVerb('build', [], { ...run.effects.env, ...env }) : code);
}

async function runStages(
  stages: Readonly<Record<string, Stage>>,
  names: readonly string[],
  run: Run,
): Promise<{ total: Counts; failed: readonly string[] }> {
  let total = NONE;
  const failed: string[] = [];
  for (const name of names) {
    run.effects.out(`\n— ${name}`);
    const begun = performance.now();
    const counts = await runStage(stages[name], run);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    run.effects.out(`  ${name}: ${counts.failed > 0 ? 'FAILED' : 'passed'} in ${seconds} s`);
    if (counts.failed > 0) failed.push(name);
    total = add(total, counts);
  }
  return { total, failed };
}

async function runStage(stage: Stage | undefined, run: Run): Promise<Counts> {
  try {
    return (await stage?.(run)) ?? NONE;
  } catch (error) {
    // A stage that cannot even run is a failure of the project, not a reason to hide the rest.
    run.effects.log(String(error instanceof Error ? error.stack : error));
    return ONE_FAILED;
  }
}

function asCounts(exitCode: number): Counts {
  return exitCode === 0 ? ONE_PASSED : ONE_FAILED;
}

/** Runs a project of vitest and counts its tests. */
export async function runVitest(
  project: string,
  { effects, dir }: Run,
  env: Readonly<Record<string, string>>,
): Promise<Counts> {
  const report = join(dir, `${project}.json`);
  const exitCode = await runTool(
    'vitest',
    [
      'run',
      '--config=test/vitest.config.ts',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { ...effects.env, ...env },
  );
  return readReport(readFileSync(report, 'utf8'), exitCode);
}
