import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fictionalFiles, type TableOverrides } from '../src/dataset/testing.ts';
import { recordedEffects, temporaryFolder } from './lib/testing.ts';
import { makeRelease } from './release.ts';
import validate from './validate.ts';

const CHANGED: TableOverrides = { aliases: (text) => `${text}98.01,Kaco,abbreviation\n` };

it('warns of data that differs from its edition, and lets it pass', async () => {
  const data = join(temporaryFolder(), 'data');
  mkdirSync(data);
  const write = (overrides: TableOverrides = {}) => {
    for (const [name, text] of fictionalFiles(overrides)) writeFileSync(join(data, name), text);
  };
  const run = async () => {
    const effects = recordedEffects({ CERMIN_DATA: data });
    expect(await validate([], effects)).toBe(0);
    return effects.printed.join('\n');
  };
  write(CHANGED);
  expect(await run()).not.toContain('differs');
  write();
  const effects = recordedEffects({ CERMIN_DATA: data });
  expect(await makeRelease([], effects)).toBe(0);
  expect(await run()).not.toContain('differs');
  write(CHANGED);
  expect(await run()).toMatch(
    /differs from edition 0\.1\.0, so .* 0\.1\.0\+unreleased; `npm run release`.*\n {2}aliases: 1 added$/,
  );
});
