import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Effects } from './effects.ts';

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'cermin-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Effects that only remember what was printed. */
export function recordedEffects(env: Effects['env'] = {}): Effects & {
  readonly printed: string[];
  readonly logged: string[];
} {
  const printed: string[] = [];
  const logged: string[] = [];
  return {
    env,
    printed,
    logged,
    out: (line) => void printed.push(line),
    log: (line) => void logged.push(line),
    progress: () => {},
  };
}
