/** Share images as files: drawn once, then kept by what they show. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { indexedPng } from './indexed-png.ts';

/**
 * All that turns the same SVG into other bytes: the drawing library, the compressor, and the
 * version of `indexed-png.ts`, to be raised when its output changes.
 */
const RENDERER = JSON.stringify([sharp.versions, process.versions.zlib, 1]);

/** Kept for this long after a build last used it. */
const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Draws an SVG (paths only: no font of the machine is asked for). */
export async function renderPng(svg: string): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return indexedPng(data, info.width, info.height);
}

/** A whole PNG begins with its signature and ends with its last chunk. */
function isWhole(png: Buffer): boolean {
  return (
    png.toString('latin1', 1, 4) === 'PNG' &&
    png.toString('latin1', png.length - 8, png.length - 4) === 'IEND'
  );
}

/** Finished pictures on disk, by the hash of what they are drawn from. */
export class PngCache {
  readonly #folder: string;
  readonly #render: typeof renderPng;
  /** How many pictures had to be drawn. */
  drawn = 0;

  constructor(folder: string, render: typeof renderPng = renderPng) {
    this.#folder = folder;
    this.#render = render;
  }

  async png(svg: string): Promise<Buffer> {
    const key = createHash('sha256').update(RENDERER).update('\0').update(svg).digest('hex');
    const path = join(this.#folder, `${key}.png`);
    const kept = await readFile(path).catch(() => null);
    if (kept && isWhole(kept)) {
      const now = new Date();
      await utimes(path, now, now).catch(() => {});
      return kept;
    }
    const png = await this.#render(svg);
    this.drawn += 1;
    await mkdir(this.#folder, { recursive: true });
    // Another build may write the same picture at the same time.
    const unfinished = `${path}.${process.pid}.tmp`;
    await writeFile(unfinished, png);
    await rename(unfinished, path);
    return png;
  }

  /** Removes what no build has used for a while. */
  async prune(now = Date.now()): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      const path = join(this.#folder, name);
      const used = await stat(path).catch(() => null);
      if (used && now - used.mtimeMs > KEPT_DAYS * DAY) await rm(path, { force: true });
    }
  }
}
