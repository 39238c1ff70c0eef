// Plain JavaScript without dependencies: set-up needs it before anything is installed.
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} Lock
 * @property {boolean} abandoned whether a process that died held it before
 * @property {() => void} release gives it back; harmless when repeated
 */

/**
 * Takes a lock that other processes respect: a file that holds this process's id.
 * A lock whose process is gone is taken over.
 * @param {string} path
 * @returns {Lock | number} the lock, or the process that holds it
 */
export function tryLock(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${process.pid}\n`);
  try {
    // A hard link appears with its content, so no one ever reads a half-written lock.
    if (link(own, path)) return held(path, false);
    const holder = holderOf(path);
    if (holder !== null && isAlive(holder)) return holder;
    return takeOver(own, path) ? held(path, true) : (holder ?? 0);
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Waits until the lock is free and takes it.
 * @param {string} path
 * @param {(pid: number) => void} [onWait] called once, if there is a wait
 * @returns {Promise<Lock>}
 */
export async function holdLock(path, onWait = () => {}) {
  for (let waits = 0; ; waits++) {
    const lock = tryLock(path);
    if (typeof lock !== 'number') return lock;
    if (waits === 0) onWait(lock);
    await sleep(200);
  }
}

/**
 * @param {string} path
 * @param {boolean} abandoned
 * @returns {Lock}
 */
function held(path, abandoned) {
  return {
    abandoned,
    release: () => {
      if (holderOf(path) === process.pid) rmSync(path, { force: true });
    },
  };
}

/**
 * Replaces a dead process's lock. Only one process may at a time, or a second would remove the
 * lock that the first has just taken.
 * @param {string} own
 * @param {string} path
 */
function takeOver(own, path) {
  const guard = `${path}.takeover`;
  try {
    mkdirSync(guard);
  } catch {
    return false;
  }
  try {
    const holder = holderOf(path);
    if (holder !== null && isAlive(holder)) return false;
    rmSync(path, { force: true });
    return link(own, path);
  } finally {
    rmdirSync(guard);
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {number | null}
 */
function holderOf(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
