import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishFiles, writeFiles } from './all-or-nothing.ts';
import { temporaryFolder } from './testing.ts';

const FILES = new Map([
  ['a.csv', 'new a'],
  ['releases/b.zip', 'new b'],
]);
const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8');

describe('several files', () => {
  it('are written, and nothing else is left', () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.csv'), 'old a');
    writeFiles(dir, FILES);
    expect([read(dir, 'a.csv'), read(dir, 'releases/b.zip')]).toEqual(['new a', 'new b']);
    expect(readdirSync(dir).sort()).toEqual(['a.csv', 'releases']);
  });

  it('stay as they were if one cannot be written', () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.csv'), 'old a');
    // a file and a folder of one name
    const files = new Map([...FILES, ['a.csv/c', 'never']]);
    expect(() => writeFiles(dir, files)).toThrow();
    expect(read(dir, 'a.csv')).toBe('old a');
    expect(readdirSync(dir)).toEqual(['a.csv']);
  });

  it('of a process killed while it wrote them are dropped', () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.csv'), 'old a');
    mkdirSync(join(dir, '.cermin-unfinished'));
    writeFileSync(join(dir, '.cermin-unfinished', 'a.csv'), 'half');
    expect(finishFiles(dir)).toBe(false);
    expect(read(dir, 'a.csv')).toBe('old a');
    expect(readdirSync(dir)).toEqual(['a.csv']);
  });

  it('of a process killed while it moved them are all moved by the next', () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.csv'), 'new a');
    mkdirSync(join(dir, '.cermin-ready', 'releases'), { recursive: true });
    writeFileSync(join(dir, '.cermin-ready', 'releases', 'b.zip'), 'new b');
    expect(finishFiles(dir)).toBe(true);
    expect([read(dir, 'a.csv'), read(dir, 'releases/b.zip')]).toEqual(['new a', 'new b']);
    expect(existsSync(join(dir, '.cermin-ready'))).toBe(false);
  });
});
