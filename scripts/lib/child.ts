import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Environment } from '../../src/config.ts';
import { NODE_FLAGS } from './node-flags.mjs';

/** The programs of node_modules that verbs run, by the file Node runs. */
const TOOLS = {
  astro: 'astro/bin/astro.mjs',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
} as const;

/** Runs a tool of node_modules on this Node to its end; resolves to its exit code. */
export function runTool(
  tool: keyof typeof TOOLS,
  args: readonly string[],
  env: Environment,
): Promise<number> {
  return runNode([join('node_modules', TOOLS[tool]), ...args], env);
}

/** Runs a verb in a process of its own to its end; resolves to its exit code. */
export function runVerb(verb: string, args: readonly string[], env: Environment): Promise<number> {
  return runNode([...NODE_FLAGS, 'scripts/run.ts', verb, ...args], env);
}

/** Runs this Node to its end; resolves to its exit code. */
function runNode(args: readonly string[], env: Environment): Promise<number> {
  // Tools that start `node` themselves must find this one, not the system's.
  const PATH = `${dirname(process.execPath)}${delimiter}${env.PATH ?? ''}`;
  const terminal = process.stdout.isTTY;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...env, PATH },
      stdio: terminal ? 'inherit' : ['inherit', 'pipe', 'pipe'],
    });
    // Some tools colour whatever they write to; a log stays plain.
    if (child.stdout) copyPlain(child.stdout, process.stdout);
    if (child.stderr) copyPlain(child.stderr, process.stderr);
    const stop = () => child.kill();
    process.on('exit', stop);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', stop);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

function copyPlain(from: Readable, to: Writable): void {
  createInterface({ input: from }).on('line', (line) => {
    to.write(`${stripVTControlCharacters(line)}\n`);
  });
}
