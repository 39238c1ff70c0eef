// `node scripts/cermin.mjs VERB`: sets up what is missing, then runs the verb on the pinned Node.
// Plain JavaScript without dependencies, because it runs before there are any, on Node 20.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdLock } from './lib/lock.mjs';
import { NODE_FLAGS } from './lib/node-flags.mjs';

/** Every verb with what it does. A verb is a file of its name in `scripts/`. */
const VERBS = {
  start: 'build the site and serve it at http://127.0.0.1:4321 (PORT to change)',
  build: 'check the dataset and build the site into dist/',
  validate: 'check the dataset only',
  dev: 'live preview while writing',
  release: 'make an edition of the data: its number, what changed, its archive',
  test: 'types, lint, unit tests, builds, browser tests',
  'test-system': 'tests with programs that npm does not bring; says what it installs',
  format: 'format the code',
};

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');

const say = (/** @type {string} */ line) => process.stderr.write(`cermin: ${line}\n`);

class SetUpError extends Error {}

/** @returns {Promise<number>} */
async function main() {
  const [verb, ...args] = process.argv.slice(2);
  if (!verb || !Object.hasOwn(VERBS, verb)) {
    const asked = verb === undefined || verb === '--help' || verb === '-h';
    const list = Object.entries(VERBS).map(([name, does]) => `  ${name.padEnd(13)}${does}`);
    if (!asked) say(`there is no command "${verb}"`);
    process.stderr.write(`usage: npm run COMMAND\n${list.join('\n')}\n`);
    return 2;
  }
  if (olderThan([20, 0]))
    throw new SetUpError(`needs Node 20 or later; this is ${process.version}`);
  if (staleness()) await setUp();
  // The channel carries no messages: its end tells the verb that this process is gone, even when
  // it was killed, so that no server is left behind.
  return run(findNode(), [...NODE_FLAGS, 'scripts/run.ts', verb, ...args], {
    stdio: [0, 1, 2, 'ipc'],
  });
}

/**
 * Why the installed packages are not those of package-lock.json, or null if they are. Compares
 * with npm's own record of what it installed, so that a plain `npm install` counts as set up.
 * @returns {string | null}
 */
function staleness() {
  const installed = readPackages(join(MODULES, '.package-lock.json'));
  if (!installed) return 'nothing is installed yet';
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  if (!wanted) throw new SetUpError('package-lock.json is missing or broken; restore it from git');
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const present = installed[path];
    if (!present && !entry.optional) return `${path} is missing`;
    if (present && present.version !== entry.version) return `${path} is out of date`;
    if (present && !runsHere(present)) return `${path} was installed on another kind of machine`;
  }
  return existsSync(PINNED_NODE) ? null : 'the pinned Node is missing';
}

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], bin?: Record<string, string> }} LockEntry
 * @param {string} file
 * @returns {Record<string, LockEntry> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** @param {LockEntry} entry */
function runsHere({ os, cpu }) {
  const allows = (/** @type {string | string[] | undefined} */ list, /** @type {string} */ own) =>
    list === undefined ||
    list === 'any' ||
    [list].flat().some((one) => one === own || one === 'any');
  return allows(os, process.platform) && allows(cpu, process.arch);
}

/** The Node that the dev dependency `node` brings, once its install script has run. */
const PINNED_NODE = join(
  MODULES,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

function findNode() {
  if (existsSync(PINNED_NODE)) return PINNED_NODE;
  throw new SetUpError(
    'npm did not bring the Node this project runs on; check the network and run the command again',
  );
}

/** @param {number[]} version */
function olderThan([major = 0, minor = 0]) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

async function setUp() {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const lock = await holdLock(join(ROOT, '.cache', 'setup.lock'), (pid) =>
    say(`waiting for another set-up (process ${pid})`),
  );
  try {
    // Another process may have finished the set-up while this one waited.
    const reason = staleness();
    if (!reason) return;
    say(`setting up (${reason}): npm installs the pinned packages into node_modules/`);
    // Packages without npm's record are what an interrupted set-up left: not to be built upon.
    // So are packages of another kind of machine, which npm would keep.
    if (
      lock.abandoned ||
      !existsSync(join(MODULES, '.package-lock.json')) ||
      /another kind/.test(reason)
    ) {
      rmSync(MODULES, { recursive: true, force: true });
    }
    const begun = Date.now();
    await install();
    say(`set up in ${Math.round((Date.now() - begun) / 1000)} s`);
  } finally {
    lock.release();
  }
}

/**
 * `npm install --no-save` rather than `npm ci`: it takes versions and checksums from the lockfile
 * alike, and does not insist that a registry offers the native packages of every platform.
 * Install scripts are off but for the one that is needed: `node`'s, which fetches its binary.
 */
async function install() {
  await npm('install', '--no-save', '--ignore-scripts');
  await npm('rebuild', 'node', '--ignore-scripts=false');
  const reason = staleness();
  if (reason) throw new SetUpError(`set-up is not complete: ${reason}`);
}

/** @param {string[]} args */
async function npm(...args) {
  const path = process.env.npm_execpath;
  const [command, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  // A production environment would leave out development packages; this project has no others.
  const env = { ...process.env, NODE_ENV: undefined, npm_config_omit: undefined };
  const code = await run(
    command,
    [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32' && command === 'npm',
    },
  ).catch(() => {
    throw new SetUpError('could not run npm; install it (it comes with Node) and try again');
  });
  if (code !== 0) {
    throw new SetUpError(
      'npm could not install the packages (its message is above). Set-up needs the network once; check it, and run the command again',
    );
  }
}

/**
 * Runs a program to its end, with this process's terminal and signals.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit code
 */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, ...options });
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    const watch = whenNpmEnds(() => child.kill());
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const one of signals) process.off(one, pass);
      clearInterval(watch);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Under `npm run`, a shell stands between npm and this process and passes no signals on: stopping
 * npm would leave a server behind. So this watches whether the two are still there.
 * @param {() => void} stop
 * @returns {NodeJS.Timeout | undefined}
 */
function whenNpmEnds(stop) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const before = forebears();
  return setInterval(() => {
    if (forebears() !== before) stop();
  }, 300).unref();
}

/** The parent, and where the system tells it, its parent: an orphan gets other ones. */
function forebears() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
