import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { fictionalFiles, type TableOverrides } from '../src/dataset/testing.ts';
import { buildSite, type Render } from './build.ts';
import { recordedEffects, temporaryFolder } from './lib/testing.ts';

function setUp(overrides: TableOverrides = {}) {
  const dir = temporaryFolder();
  const data = join(dir, 'data');
  const out = join(dir, 'dist');
  mkdirSync(data);
  for (const [name, text] of fictionalFiles(overrides)) writeFileSync(join(data, name), text);
  const effects = recordedEffects();
  const config = readConfig({ CERMIN_DATA: data, CERMIN_OUT: out });
  return { dir, out, effects, build: (render: Render) => buildSite(config, effects, render) };
}

const page =
  (text: string): Render =>
  async ({ siteDir }) =>
    writeFileSync(join(siteDir, 'index.html'), text);

const neverRender: Render = async () => {
  throw new Error('rendered');
};

describe('buildSite', () => {
  it('builds anew over its own earlier build, and reports', async () => {
    const { dir, out, effects, build } = setUp();
    expect(await build(page('first'))).toBe(true);
    expect(await build(page('second'))).toBe(true);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('second');
    expect(readdirSync(dir).sort()).toEqual(['data', 'dist']);
    expect(effects.logged.at(-1)).toMatch(/: 1 pages, 2 files, 0\.0 MiB in .* s \(peak memory/);
  });

  it.each<[string, Render]>([
    ['throws', neverRender],
    ['writes no home page', async () => {}],
  ])('keeps the previous build when the next one %s', async (_what, render) => {
    const { dir, out, build } = setUp();
    await build(page('first'));
    await expect(build(render)).rejects.toThrow();
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('first');
    expect(readdirSync(dir).sort()).toEqual(['data', 'dist']);
  });

  it('does not render a dataset with problems', async () => {
    const { out, effects, build } = setUp({
      aliases: (text) => text.replace('98.71', '98.7'),
    });
    expect(await build(neverRender)).toBe(false);
    expect(effects.printed.join('\n')).toMatch(/aliases\.csv:\d+:1: .*98\.7/);
    expect(existsSync(out)).toBe(false);
  });
});
