import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../src/user-error.ts';
import { tryLock } from './lock.mjs';

/** A file every finished build holds: it marks a folder that a build may replace. */
export const MARKER = 'cermin.json';

/** What {@link openOutput} does to the disk once a build is ready; tests let it fail. */
export interface SwapEffects {
  rename(from: string, to: string): void;
}

/** A build under way beside the output it will replace. */
export interface Output {
  /** Where the new site is built: empty, on the same filesystem as its destination. */
  readonly siteDir: string;
  /** Scratch space of this build alone, so that no build depends on an earlier one. */
  readonly cacheDir: string;
  /** Puts the new site in the old one's place. The old one is untouched if that fails. */
  commit(): void;
  /** Gives up what has not been committed. Harmless when repeated. */
  close(): void;
}

/**
 * Refuses to build where that would destroy something else.
 * @param outDir - the folder that a build would replace
 * @param dataDir - the dataset it is built from
 */
export function checkOutput(outDir: string, dataDir: string): void {
  const out = real(outDir);
  const precious = {
    'the root of the file system': resolve('/'),
    'your home folder': homedir(),
    'the project folder': process.cwd(),
    'the dataset folder': dataDir,
  };
  for (const [what, path] of Object.entries(precious)) {
    if (contains(out, real(path))) {
      throw new UserError(
        `CERMIN_OUT=${outDir} is or contains ${what}; choose a folder of its own`,
      );
    }
  }
  if (contains(real(dataDir), out)) {
    throw new UserError(`CERMIN_OUT=${outDir} is inside the dataset folder; choose another folder`);
  }
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) {
    throw new UserError(`CERMIN_OUT=${outDir} is a file; choose a folder`);
  }
  if (readdirSync(out).length > 0 && !existsSync(join(out, MARKER))) {
    throw new UserError(
      `CERMIN_OUT=${outDir} holds something other than an earlier build (it has no ${MARKER}); choose another folder, or empty it yourself`,
    );
  }
}

/** Starts a build towards `outDir`. Only one at a time may. */
export function openOutput(outDir: string, effects: SwapEffects = { rename: renameSync }): Output {
  // Through a symbolic link, so that the link stays and its target is replaced.
  const out = real(outDir);
  const work = join(dirname(out), `.cermin-build-${basename(out)}`);
  mkdirSync(dirname(out), { recursive: true });
  const lock = tryLock(`${work}.lock`);
  if (typeof lock === 'number') {
    throw new UserError(
      `another build (process ${lock}) is writing ${outDir}; wait for it to end (or remove ${work}.lock if there is no such process)`,
      1,
    );
  }
  const previous = join(work, 'previous');
  const siteDir = join(work, 'site');
  const cacheDir = join(work, 'cache');
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    lock.release();
  };
  try {
    // A build that was killed between the two renames of a commit: its output comes back.
    if (existsSync(previous) && !existsSync(out)) effects.rename(previous, out);
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    mkdirSync(siteDir, { recursive: true });
    mkdirSync(cacheDir);
  } catch (error) {
    close();
    throw error;
  }
  const commit = () => {
    const replaces = existsSync(out);
    if (replaces) effects.rename(out, previous);
    try {
      effects.rename(siteDir, out);
    } catch (error) {
      if (replaces) effects.rename(previous, out);
      throw error;
    }
  };
  return { siteDir, cacheDir, commit, close };
}

/** The path itself, or what a symbolic link on the way leads to, whether or not it exists. */
function real(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(real(parent), basename(absolute));
  }
}

function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}
