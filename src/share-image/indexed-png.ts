/**
 * A PNG of few, chosen colours. A general quantiser spends its colours on the edges of letters and
 * shifts small flat areas; here a band keeps its exact ink, and letters get a few steps of grey.
 */
import { crc32, deflateSync } from 'node:zlib';
import { type Ink, PALETTE } from '../charts/palette.ts';

type Rgb = readonly [number, number, number];

function rgb(ink: Ink): Rgb {
  const value = Number.parseInt(PALETTE[ink].light.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** An ink on a ground, and the steps between them that edges need. */
function steps(ink: Ink, ground: Ink, between: number): readonly Rgb[] {
  const [over, under] = [rgb(ink), rgb(ground)];
  return Array.from({ length: between + 1 }, (_, i) => {
    const share = 1 - i / (between + 1);
    return under.map((u, c) => Math.round(u + ((over[c] ?? 0) - u) * share)) as unknown as Rgb;
  });
}

const COLOURS: readonly Rgb[] = [
  rgb('paper'),
  ...steps('ink', 'paper', 4),
  ...steps('ink-soft', 'paper', 3),
  ...steps('pilot', 'pilot-soft', 3),
  rgb('pilot-soft'),
  ...steps('threshold', 'paper', 3),
  ...steps('region', 'paper', 1),
  ...steps('pilot', 'paper', 1).slice(1),
  rgb('line'),
  rgb('line-strong'),
  rgb('band-0'),
  rgb('band-1'),
  rgb('band-2'),
  rgb('band-3'),
  rgb('band-4'),
];

function nearest(red: number, green: number, blue: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  COLOURS.forEach(([r, g, b], i) => {
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

/** The nearest colour for each of 2 ** 18 cells of the colour space, filled as they are met. */
const cells = new Int16Array(2 ** 18).fill(-1);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The palette's index for a colour. */
function indexOf(red: number, green: number, blue: number): number {
  const cell = ((red >> 2) << 12) | ((green >> 2) << 6) | (blue >> 2);
  const known = cells[cell] ?? -1;
  if (known >= 0) return known;
  // The middle of the cell, so that the first pixel met decides nothing.
  const found = nearest((red & 252) + 2, (green & 252) + 2, (blue & 252) + 2);
  cells[cell] = found;
  return found;
}

/** Encodes pixels of three bytes each. */
export function indexedPng(pixels: Buffer, width: number, height: number): Buffer {
  // Every row begins with its filter: none, the best for indexes.
  const rows = Buffer.alloc((width + 1) * height);
  let [red, green, blue] = [-1, -1, -1];
  let index = 0;
  let from = 0;
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    to += 1;
    for (let x = 0; x < width; x += 1) {
      const r = pixels[from] ?? 0;
      const g = pixels[from + 1] ?? 0;
      const b = pixels[from + 2] ?? 0;
      from += 3;
      // Most pixels are like the one before.
      if (r !== red || g !== green || b !== blue) {
        red = r;
        green = g;
        blue = b;
        index = indexOf(r, g, b);
      }
      rows[to] = index;
      to += 1;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits per pixel, indexed.
  header.set([8, 3, 0, 0, 0], 8);
  // Levels 8 and 9 take three and eight times as long for 5 and 7 % less.
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(COLOURS.flat())),
    chunk('IDAT', deflateSync(rows, { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
