import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { differingFiles } from './differing-files.ts';

describe('differingFiles', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cermin-differing-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  const folder = (name: string, files: Readonly<Record<string, string>>): string => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(dir, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return join(dir, name);
  };

  it('names what is other, and what only one of them has', () => {
    const one = folder('one', { 'a/same': 'x', 'a/other': 'x', only: 'x' });
    const other = folder('other', { 'a/same': 'x', 'a/other': 'y', 'b/only': 'x' });
    expect(differingFiles(one, other)).toEqual([join('a', 'other'), join('b', 'only'), 'only']);
  });

  it('finds nothing where all is the same', () => {
    expect(differingFiles(folder('p', { 'a/b': 'x' }), folder('q', { 'a/b': 'x' }))).toEqual([]);
  });
});
