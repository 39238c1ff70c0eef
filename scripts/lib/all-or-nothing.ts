/** Writes several files so that all of them change or none, whenever the process is killed. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Files that are all written, and only have to be moved to their places. */
const READY = '.cermin-ready';
/** Files still being written. */
const UNFINISHED = '.cermin-unfinished';

/** Syncs a file, so that it is on the disk before what follows. */
function write(path: string, content: Uint8Array | string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Ends what a killed process has begun in `dir`: moves files that were all written to their
 * places, and removes those that were not. @returns whether there was something to move
 */
export function finishFiles(dir: string): boolean {
  rmSync(join(dir, UNFINISHED), { recursive: true, force: true });
  const ready = join(dir, READY);
  if (!existsSync(ready)) return false;
  for (const entry of readdirSync(ready, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(dir, from.slice(ready.length).split(sep).join('/'));
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  rmSync(ready, { recursive: true, force: true });
  return true;
}

/**
 * Writes files into `dir`, all or none. The rename of the folder that holds them is the moment
 * from which they count: what is left to move then is moved by {@link finishFiles} of the next run.
 *
 * @param files contents by path within `dir`
 */
export function writeFiles(dir: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  finishFiles(dir);
  const unfinished = join(dir, UNFINISHED);
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(unfinished, path)), { recursive: true });
      write(join(unfinished, path), content);
    }
    renameSync(unfinished, join(dir, READY));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  finishFiles(dir);
}
