import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexedPng } from './indexed-png.ts';
import { PngCache } from './share-png.ts';

const PICTURE = indexedPng(Buffer.from([251, 250, 246]), 1, 1);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cermin-png-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the cache', () => {
  it('draws what it does not have, once', async () => {
    const render = vi.fn(async () => PICTURE);
    expect(await new PngCache(folder, render).png('<svg/>')).toEqual(PICTURE);
    const again = new PngCache(folder, render);
    expect(await again.png('<svg/>')).toEqual(PICTURE);
    expect(again.drawn).toBe(0);
    expect(render).toHaveBeenCalledTimes(1);
    await again.png('<svg id="other"/>');
    expect(again.drawn).toBe(1);
    expect(readdirSync(folder).every((name) => /^[\da-f]{64}\.png$/.test(name))).toBe(true);
  });

  it('draws again what is damaged', async () => {
    const cache = new PngCache(folder, async () => PICTURE);
    await cache.png('<svg/>');
    const [name = ''] = readdirSync(folder);
    for (const damaged of [PICTURE.subarray(0, 20), Buffer.alloc(0), Buffer.alloc(70)]) {
      writeFileSync(join(folder, name), damaged);
      expect(await cache.png('<svg/>')).toEqual(PICTURE);
    }
    expect(cache.drawn).toBe(4);
  });

  it('forgets what no build has used for a month, and keeps what one has', async () => {
    const cache = new PngCache(folder, async () => PICTURE);
    await cache.png('<svg id="old"/>');
    const [old = ''] = readdirSync(folder);
    await cache.png('<svg id="used"/>');
    const past = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), past, past);
    await cache.png('<svg id="used"/>');
    await cache.prune();
    const left = readdirSync(folder);
    expect(left).toHaveLength(1);
    expect(left).not.toContain(old);
    expect(statSync(join(folder, left[0] ?? '')).isFile()).toBe(true);
  });

  it('has nothing to forget before the first build', async () => {
    await expect(new PngCache(join(folder, 'none')).prune()).resolves.toBeUndefined();
  });
});
