/**
 * Text as outlines. A share image is drawn without the fonts of the machine that builds it, so
 * HarfBuzz shapes every text (with its kerning) and the picture holds nothing but paths.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join as joinPath } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Blob, Face, Font, shape, Buffer as TextBuffer } from 'harfbuzzjs';
import type { Ink } from '../charts/palette.ts';
import { el, join, type Markup, paint } from '../charts/svg.ts';

/** A text shaped once, in units of the font. */
interface Run {
  readonly width: number;
  readonly glyphs: readonly { readonly x: number; readonly path: string }[];
}

/** A font that measures and draws. */
export interface Typeface {
  /** Width of a text at a size, as drawn. */
  width(text: string, size: number): number;
  /** A text whose baseline begins at x, y. */
  draw(text: string, x: number, y: number, size: number, ink: Ink): Markup;
}

/** The three fonts of a share image. */
export interface Typefaces {
  readonly serif: Typeface;
  readonly sans: Typeface;
  readonly sansBold: Typeface;
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;

/** The OpenType font that a WOFF file wraps: its tables, each compressed by itself. */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const font = Buffer.alloc(woff.readUInt32BE(16));
  const power = Math.floor(Math.log2(count));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(2 ** power * 16, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE((count - 2 ** power) * 16, 10);
  let at = 12 + count * 16;
  for (let i = 0; i < count; i += 1) {
    const entry = WOFF_HEADER + i * WOFF_ENTRY;
    const [start, packed, length] = [4, 8, 12].map((of) => woff.readUInt32BE(entry + of)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(start, start + packed);
    const table = 12 + i * 16;
    woff.copy(font, table, entry, entry + 4);
    woff.copy(font, table + 4, entry + 16, entry + 20);
    font.writeUInt32BE(at, table + 8);
    font.writeUInt32BE(length, table + 12);
    (packed < length ? inflateSync(bytes) : bytes).copy(font, at);
    at += (length + 3) & ~3;
  }
  return font;
}

function typeface(woff: Buffer): Typeface {
  const face = new Face(new Blob(unwrapWoff(woff)));
  const font = new Font(face);
  const paths = new Map<number, string>();
  const runs = new Map<string, Run>();

  const pathOf = (glyph: number): string => {
    const path = paths.get(glyph) ?? font.glyphToPath(glyph);
    paths.set(glyph, path);
    return path;
  };
  const shaped = (text: string): Run => {
    const known = runs.get(text);
    if (known) return known;
    const buffer = new TextBuffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(font, buffer);
    let width = 0;
    const glyphs = buffer.getGlyphInfosAndPositions().flatMap((glyph) => {
      const x = width + (glyph.xOffset ?? 0);
      width += glyph.xAdvance ?? 0;
      const path = pathOf(glyph.codepoint);
      return path === '' ? [] : [{ x, path }];
    });
    const run = { width, glyphs };
    runs.set(text, run);
    return run;
  };

  return {
    width: (text, size) => (shaped(text).width / face.upem) * size,
    draw: (text, x, y, size, ink) =>
      el(
        'g',
        {
          ...paint('light', { fill: ink }),
          class: undefined,
          // Glyphs keep the units of the font, whose y points up.
          transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${(size / face.upem).toFixed(5)} -${(size / face.upem).toFixed(5)})`,
        },
        [
          join(
            shaped(text).glyphs.map((glyph) =>
              el('path', { transform: `translate(${glyph.x})`, d: glyph.path }),
            ),
          ),
        ],
      ),
  };
}

/** Reads the fonts from the project's packages; they go into pictures, never to a reader. */
export function readTypefaces(): Typefaces {
  const { resolve } = createRequire(joinPath(process.cwd(), 'package.json'));
  const read = (name: string, weight: number) =>
    typeface(
      readFileSync(resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`)),
    );
  return {
    serif: read('source-serif-4', 600),
    sans: read('source-sans-3', 400),
    sansBold: read('source-sans-3', 600),
  };
}
