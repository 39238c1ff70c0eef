/** Programs of the system that tests need: looks for them, and installs what is missing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../../src/config.ts';
import { UserError } from '../../src/user-error.ts';
import type { Effects } from './effects.ts';

interface Tool {
  readonly program: string;
  /** What people call it. */
  readonly title: string;
  /** The package of Debian and its kin that brings it. */
  readonly debian: string;
}

const TOOLS: readonly Tool[] = [
  { program: 'soffice', title: 'LibreOffice Calc', debian: 'libreoffice-calc' },
];

/** Where a program is, or `null` if it is not on the path. */
export function findProgram(program: string, env: Environment): string | null {
  const places = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.find(isProgram) ?? null;
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
export async function provideTools(effects: Effects): Promise<void> {
  for (const { program, title } of TOOLS) {
    const place = findProgram(program, effects.env);
    if (place) effects.log(`${title}: ${place}`);
  }
  const missing = TOOLS.filter(({ program }) => !findProgram(program, effects.env));
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
