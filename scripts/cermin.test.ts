import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fictionalFiles, type TableOverrides } from '../src/dataset/testing.ts';
import { temporaryFolder } from './lib/testing.ts';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project as a person would. */
function cermin(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<Outcome>((done, fail) => {
    const child = spawn(process.execPath, ['scripts/cermin.mjs', ...args], {
      env: { ...process.env, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

function dataset(overrides: TableOverrides = {}): { CERMIN_DATA: string } {
  const dir = temporaryFolder();
  for (const [name, text] of fictionalFiles(overrides)) writeFileSync(join(dir, name), text);
  return { CERMIN_DATA: dir };
}

describe('cermin', () => {
  it.each([[[]], [['--help']], [['tidy']], [['toString']]])(
    'explains its use for %j',
    async (args) => {
      const { code, stderr } = await cermin(args);
      expect(code).toBe(2);
      expect(stderr).toContain('usage: npm run COMMAND');
    },
  );
});

describe('cermin validate', () => {
  it('exits with 0 and a summary when the dataset is clean', async () => {
    const { code, stdout } = await cermin(['validate'], dataset());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 problems, \d+ warnings? in \d+ rows of \d+ tables\n$/m);
  });

  it('exits with 1 and tells every problem in one run', async () => {
    const env = dataset({
      aliases: (text) => text.replace('98.71', '98.7'),
      scores: (text) => text.replace(/98\.01/, 'x'),
    });
    const { code, stdout } = await cermin(['validate'], env);
    expect(code).toBe(1);
    expect(stdout).toMatch(/aliases\.csv:\d+:1: /);
    expect(stdout).toMatch(/scores\.csv:\d+:1: /);
    expect(stdout).toMatch(/\n[1-9]\d* problems, .*\n$/);
  });

  it.each<[string, string[], Record<string, string>]>([
    ['an unknown argument', ['--fix'], {}],
    ['a folder that is not there', [], { CERMIN_DATA: 'no-such-folder' }],
    ['a bad variable', [], { CERMIN_BASE: 'a b' }],
  ])('exits with 2 for %s, without a stack', async (_what, args, env) => {
    const { code, stderr } = await cermin(['validate', ...args], env);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^cermin validate: .*\n$/);
  });
});

describe('cermin build', () => {
  it('refuses to replace a folder that is no build', async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'thesis'));
    const { code, stderr } = await cermin(['build'], { ...dataset(), CERMIN_OUT: dir });
    expect(code).toBe(2);
    expect(stderr).toContain('holds something other than an earlier build');
  });
});
