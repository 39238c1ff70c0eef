import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOutput, MARKER, openOutput } from './output.ts';
import { temporaryFolder } from './testing.ts';

const pageOf = (out: string) => readFileSync(join(out, 'index.html'), 'utf8');

function folderWithBuild(): { dir: string; out: string } {
  const dir = temporaryFolder();
  const out = join(dir, 'dist');
  mkdirSync(out);
  writeFileSync(join(out, MARKER), '{}');
  writeFileSync(join(out, 'index.html'), 'old');
  return { dir, out };
}

describe('openOutput', () => {
  it('replaces the previous build and leaves nothing beside it', () => {
    const { dir, out } = folderWithBuild();
    const output = openOutput(out);
    writeFileSync(join(output.siteDir, 'index.html'), 'new');
    expect(pageOf(out)).toBe('old');
    output.commit();
    output.close();
    expect(readdirSync(out)).toEqual(['index.html']);
    expect(pageOf(out)).toBe('new');
    expect(readdirSync(dir)).toEqual(['dist']);
  });

  it('makes the first build, and the folders above it', () => {
    const out = join(temporaryFolder(), 'a/b/dist');
    const output = openOutput(out);
    writeFileSync(join(output.siteDir, 'index.html'), 'new');
    output.commit();
    output.close();
    expect(pageOf(out)).toBe('new');
  });

  it('leaves the previous build when the new one is given up', () => {
    const { dir, out } = folderWithBuild();
    const output = openOutput(out);
    writeFileSync(join(output.siteDir, 'index.html'), 'half');
    output.close();
    output.close();
    expect(pageOf(out)).toBe('old');
    expect(readdirSync(dir)).toEqual(['dist']);
  });

  it.each([1, 2])('brings the previous build back when rename %i fails', (failing) => {
    const { dir, out } = folderWithBuild();
    let renames = 0;
    const output = openOutput(out, {
      rename: (from, to) => {
        renames += 1;
        if (renames === failing) throw new Error('no space left on device');
        renameSync(from, to);
      },
    });
    expect(() => output.commit()).toThrow('no space left');
    output.close();
    expect(readdirSync(out).sort()).toEqual([MARKER, 'index.html']);
    expect(readdirSync(dir)).toEqual(['dist']);
  });

  it('brings back what a build killed between its two renames had put aside', () => {
    const { dir, out } = folderWithBuild();
    const work = join(dir, '.cermin-build-dist');
    mkdirSync(work);
    renameSync(out, join(work, 'previous'));
    openOutput(out).close();
    expect(pageOf(out)).toBe('old');
    expect(existsSync(work)).toBe(false);
  });

  it('lets only one build at a time write an output', () => {
    const { out } = folderWithBuild();
    const first = openOutput(out);
    expect(() => openOutput(out)).toThrow(/another build \(process \d+\) is writing/);
    first.close();
    openOutput(out).close();
  });

  it('takes over from a build whose process is gone', () => {
    const { dir, out } = folderWithBuild();
    writeFileSync(join(dir, '.cermin-build-dist.lock'), '999999999');
    openOutput(out).close();
    expect(readdirSync(dir)).toEqual(['dist']);
  });

  it('replaces what a symbolic link leads to, and keeps the link', () => {
    const { dir, out } = folderWithBuild();
    const link = join(dir, 'link');
    symlinkSync(out, link);
    const output = openOutput(link);
    writeFileSync(join(output.siteDir, 'index.html'), 'new');
    output.commit();
    output.close();
    expect(realpathSync(link)).toBe(out);
    expect(pageOf(link)).toBe('new');
  });
});

describe('checkOutput', () => {
  it('accepts an earlier build, an empty folder and one that is not there yet', () => {
    const { dir, out } = folderWithBuild();
    const data = join(dir, 'data');
    mkdirSync(join(dir, 'empty'));
    for (const path of [out, join(dir, 'empty'), join(dir, 'new/folder')]) {
      expect(() => checkOutput(path, data)).not.toThrow();
    }
  });

  it('refuses a folder with anything else in it', () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'thesis.txt'), 'years of work');
    expect(() => checkOutput(dir, 'data')).toThrow('holds something other than an earlier build');
    expect(() => checkOutput(join(dir, 'thesis.txt'), 'data')).toThrow('is a file');
  });

  it.each(['/', homedir(), '.', '..', 'data', 'data/dist', 'src'])('refuses %s', (path) => {
    expect(() => checkOutput(path, 'data')).toThrow(`CERMIN_OUT=${path}`);
  });

  it('sees the dataset folder through a symbolic link', () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'data'));
    symlinkSync(join(dir, 'data'), join(dir, 'link'));
    expect(() => checkOutput(join(dir, 'link'), join(dir, 'data'))).toThrow('the dataset folder');
  });
});
