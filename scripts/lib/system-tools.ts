/** Programs of the system that tests need: looks for them, and installs what is missing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Environment } from '../../src/config.ts';
import { UserError } from '../../src/user-error.ts';
import type { Effects } from './effects.ts';

export interface Tool {
  /** Its name on the path, or its place. */
  readonly program: string;
  /** A module that its Python must have. */
  readonly module?: string;
  /** What people call it. */
  readonly title: string;
  /** The package of Debian and its kin that brings it. */
  readonly debian: string;
}

const TOOLS: readonly Tool[] = [
  { program: 'soffice', title: 'LibreOffice Calc', debian: 'libreoffice-calc' },
  { program: 'Rscript', title: 'R', debian: 'r-base-core' },
  // The system's own Python: others on the path do not see its packages.
  {
    program: '/usr/bin/python3',
    module: 'pandas',
    title: 'Python with pandas',
    debian: 'python3-pandas',
  },
];

/** Where a program is, or `null` if it is not on the path. */
export function findProgram(program: string, env: Environment): string | null {
  const places = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.find(isProgram) ?? null;
}

/** Where a tool is, or `null` if it, or the module it must have, is not there. */
function findTool({ program, module }: Tool, env: Environment): string | null {
  const place = isAbsolute(program)
    ? isProgram(program)
      ? program
      : null
    : findProgram(program, env);
  if (!place || !module) return place;
  return spawnSync(place, ['-c', `import ${module}`]).status === 0 ? place : null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sees to it that every tool is there, and says what it installs. Throws a {@link UserError} with
 * the remedy where it cannot.
 */
export async function provideTools(
  effects: Effects,
  tools: readonly Tool[] = TOOLS,
): Promise<void> {
  const places = tools.map((tool) => ({ tool, place: findTool(tool, effects.env) }));
  for (const { tool, place } of places) if (place) effects.log(`${tool.title}: ${place}`);
  const missing = places.filter(({ place }) => !place).map(({ tool }) => tool);
  if (missing.length === 0) return;
  const titles = missing.map(({ title }) => title).join(', ');
  const packages = missing.map(({ debian }) => debian);
  if (!findProgram('apt-get', effects.env)) {
    throw new UserError(`${titles} is not installed; install it and run this again`, 1);
  }
  effects.log(
    `${titles}: not here; apt-get installs ${packages.join(', ')} from the system's packages`,
  );
  aptGet(['update', '-q'], effects);
  aptGet(['install', '-q', '-y', '--no-install-recommends', ...packages], effects);
}

/** Runs apt-get as root without asking anything; shows what it says only where it fails. */
function aptGet(args: readonly string[], effects: Effects): void {
  const isRoot = process.getuid?.() === 0;
  const [command = '', ...rest] = isRoot
    ? ['apt-get', ...args]
    : ['sudo', '-n', 'apt-get', ...args];
  const { status, stdout, stderr } = spawnSync(command, rest, {
    encoding: 'utf8',
    env: { ...effects.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return;
  effects.log(`${stdout ?? ''}${stderr ?? ''}`.trimEnd());
  throw new UserError(`\`apt-get ${args.join(' ')}\` failed; run it as root, then this again`, 1);
}
