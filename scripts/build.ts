import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { type Config, readConfig } from '../src/config.ts';
import { UserError } from '../src/user-error.ts';
import { refuseArguments } from './lib/arguments.ts';
import type { Effects, Verb } from './lib/effects.ts';
import { checkOutput, MARKER, openOutput } from './lib/output.ts';
import { checkDataset } from './validate.ts';

/** `npm run build`: checks the dataset, builds the site, and only then replaces the old one. */
const build: Verb = async (args, effects) => {
  refuseArguments('build', args);
  return (await buildSite(readConfig(effects.env), effects)) ? 0 : 1;
};

export default build;

/** Renders the site into a folder; {@link buildSite} takes another in tests. */
export type Render = (
  folders: { readonly siteDir: string; readonly cacheDir: string },
  effects: Effects,
) => Promise<void>;

/**
 * Builds the site into `config.outDir`. Whatever fails, the previous build stays as it was.
 * @returns false if the dataset has problems, which are then printed
 */
export async function buildSite(
  config: Config,
  effects: Effects,
  render: Render = renderWithAstro,
): Promise<boolean> {
  const begun = performance.now();
  checkOutput(config.outDir, config.dataDir);
  if (!(await checkDataset(config, effects, { warnings: false }))) return false;

  const output = openOutput(config.outDir);
  const stopClosing = closeOnExit(output.close);
  try {
    await render(output, effects);
    if (!existsSync(join(output.siteDir, 'index.html'))) {
      throw new Error('the build wrote no index.html');
    }
    writeFileSync(join(output.siteDir, MARKER), marker());
    const { pages, files, bytes } = measure(output.siteDir);
    output.commit();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    // In KiB, on every platform.
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    effects.log(
      `built ${config.outDir}: ${pages} pages, ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MiB in ${seconds} s (peak memory ${peak} MiB)`,
    );
    return true;
  } finally {
    output.close();
    stopClosing();
  }
}

async function renderWithAstro(
  { siteDir, cacheDir }: { readonly siteDir: string; readonly cacheDir: string },
  effects: Effects,
): Promise<void> {
  // Loaded here: checking a dataset with problems should not wait for Astro.
  const astro = await import('astro');
  effects.progress('bundling');
  await astro.build({
    root: process.cwd(),
    outDir: resolve(siteDir),
    cacheDir: resolve(cacheDir),
    logLevel: 'warn',
    integrations: [
      {
        name: 'cermin-progress',
        hooks: {
          'astro:build:setup': () => effects.progress('writing pages'),
          'astro:build:generated': () => effects.progress('finishing'),
        },
      },
    ],
  });
}

/** The marker's content: the same for every build of one version. */
function marker(): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return `${JSON.stringify({ generator: name, version })}\n`;
}

function measure(dir: string): { pages: number; files: number; bytes: number } {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    pages: paths.filter((path) => path.endsWith('.html')).length,
    files: paths.length,
    bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0),
  };
}

/**
 * Runs `close` if the process ends before the work does, by a signal or by a library's
 * `process.exit`. @returns a function that stops that
 */
function closeOnExit(close: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = (signal: (typeof signals)[number]) => process.exit(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, end);
  process.on('exit', close);
  return () => {
    for (const signal of signals) process.off(signal, end);
    process.off('exit', close);
  };
}

/** For verbs that cannot go on without a built site. */
export async function buildOrStop(config: Config, effects: Effects): Promise<void> {
  if (!(await buildSite(config, effects))) {
    throw new UserError('the dataset has problems (above); nothing was built', 1);
  }
}
