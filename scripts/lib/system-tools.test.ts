import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram, provideTools, type Tool } from './system-tools.ts';

const CALC: Tool = { program: 'soffice', title: 'LibreOffice Calc', debian: 'libreoffice-calc' };

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cermin-tools-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const effects = (env: Readonly<Record<string, string>>) => {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  return { lines, env, out: log, log, progress: log };
};

describe.skipIf(process.platform === 'win32')('tools of the system', () => {
  it('are looked for on the path, and must be programs', () => {
    const file = join(dir, 'soffice');
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    const PATH = ['/no/such/folder', dir].join(delimiter);
    if (process.getuid?.() !== 0) expect(findProgram('soffice', { PATH })).toBeNull();
    chmodSync(file, 0o755);
    expect(findProgram('soffice', { PATH })).toBe(file);
    expect(findProgram('soffice', {})).toBeNull();
  });

  it('are named where they are found, and nothing is installed', async () => {
    const own = effects({ PATH: dir });
    await provideTools(own, [CALC]);
    expect(own.lines).toEqual([`LibreOffice Calc: ${join(dir, 'soffice')}`]);
  });

  it('are asked for where they cannot be installed', async () => {
    const own = effects({ PATH: '/no/such/folder' });
    await expect(provideTools(own, [CALC])).rejects.toThrow(
      'LibreOffice Calc is not installed; install it',
    );
  });

  it('must have the modules that are asked of them', async () => {
    const python = join(dir, 'python3');
    const tool: Tool = { program: python, module: 'pandas', title: 'Python', debian: 'none' };
    const own = effects({ PATH: '/no/such/folder' });
    for (const [status, found] of [
      [0, true],
      [1, false],
    ] as const) {
      writeFileSync(python, `#!/bin/sh\nexit ${status}\n`, { mode: 0o755 });
      const asked = provideTools(own, [tool]);
      if (found) await asked;
      else await expect(asked).rejects.toThrow('Python is not installed');
    }
    expect(own.lines).toEqual([`Python: ${python}`]);
  });
});
