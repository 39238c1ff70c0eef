import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram, provideTools } from './system-tools.ts';

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
    await provideTools(own);
    expect(own.lines).toEqual([`LibreOffice Calc: ${join(dir, 'soffice')}`]);
  });

  it('are asked for where they cannot be installed', async () => {
    const own = effects({ PATH: '/no/such/folder' });
    await expect(provideTools(own)).rejects.toThrow(
      'LibreOffice Calc is not installed; install it',
    );
  });
});
