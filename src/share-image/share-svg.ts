/**
 * A share image as SVG: 1200 by 630, light, nothing but paths. What it says comes from
 * `share-data.ts`; this file only places it. Sizes suit a phone, where the picture is a third as
 * wide as it is drawn.
 */
import type { Ink } from '../charts/palette.ts';
import { el, join, type Markup, paint } from '../charts/svg.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import type { Typeface, Typefaces } from './outlines.ts';
import type { ShareData, ShareFigure } from './share-data.ts';

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const MARGIN = 64;
const INNER = SHARE_WIDTH - 2 * MARGIN;
const FOOT = 'Setiap angka bersama sumbernya · bukan situs KPK atau pemerintah';
const SMALL = 25;
const RAMP: readonly Ink[] = ['band-0', 'band-1', 'band-2', 'band-3', 'band-4'];

/** Baselines from the top. */
const Y = { wordmark: 86, kind: 150, name: 248, standing: 346, figures: 388, foot: 600 } as const;

function fill(ink: Ink) {
  return { ...paint('light', { fill: ink }), class: undefined };
}

function box(x: number, y: number, width: number, height: number, ink: Ink, rx = 0): Markup {
  return el('rect', { ...fill(ink), x, y, width, height, rx: rx || undefined });
}

/** A text broken between words into the lines that make the widest of them narrowest. */
export function balance(face: Typeface, text: string, size: number, lines: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  if (lines <= 1 || words.length <= 1) return [words.join(' ')];
  const widest = (parts: readonly string[]) => Math.max(...parts.map((p) => face.width(p, size)));
  const splits = words.slice(1).map((_, i) => {
    const rest = balance(face, words.slice(i + 1).join(' '), size, lines - 1);
    return [words.slice(0, i + 1).join(' '), ...rest];
  });
  return splits.reduce((best, split) => (widest(split) < widest(best) ? split : best));
}

/** The largest type in which a text fits a width, on as few lines as possible. */
export function fitLines(
  face: Typeface,
  text: string,
  width: number,
  sizes: readonly { readonly lines: number; readonly largest: number; readonly smallest: number }[],
): { readonly lines: readonly string[]; readonly size: number } {
  let last = { lines: [text], size: 1 };
  for (const { lines: count, largest, smallest } of sizes) {
    const lines = balance(face, text, 100, count);
    const widest = Math.max(...lines.map((line) => face.width(line, 100)));
    const size = Math.floor(Math.min(largest, (width / Math.max(widest, 1)) * 100));
    last = { lines, size };
    if (size >= smallest) return last;
  }
  return last;
}

/** A line of text, made smaller where it would be wider than its place. */
function line(
  face: Typeface,
  text: string,
  x: number,
  y: number,
  size: number,
  ink: Ink,
  width: number,
) {
  const own = Math.max(face.width(text, size), 1);
  return face.draw(text, x, y, own > width ? (size * width) / own : size, ink);
}

function wordmark({ serif }: Typefaces): Markup {
  const glass = (d: string, ink: Ink) => el('path', { ...fill(ink), d });
  return join([
    el('g', { transform: `translate(${MARGIN - 4} ${Y.wordmark - 34}) scale(1.75)` }, [
      glass('M11 4v16H2z', 'region'),
      glass('M13 4v16h9z', 'pilot'),
    ]),
    serif.draw(SITE_NAME, MARGIN + 50, Y.wordmark, 36, 'ink'),
  ]);
}

function name({ serif }: Typefaces, text: string): Markup {
  const { lines, size } = fitLines(serif, text, INNER, [
    { lines: 1, largest: 92, smallest: 66 },
    { lines: 2, largest: 60, smallest: 24 },
    { lines: 3, largest: 40, smallest: 1 },
  ]);
  const leading = size * 1.08;
  const first = lines.length === 1 ? Y.name + 8 : Y.name + 36 - leading * (lines.length - 1);
  return join(lines.map((each, i) => serif.draw(each, MARGIN, first + i * leading, size, 'ink')));
}

function standing({ sans, sansBold }: Typefaces, { text, isPilot }: ShareData['standing']): Markup {
  if (!isPilot) {
    const { lines, size } = fitLines(sans, text, INNER, [
      { lines: 1, largest: 31, smallest: 29 },
      { lines: 2, largest: 29, smallest: 1 },
    ]);
    const leading = size * 1.22;
    const first = Y.standing - leading * (lines.length - 1);
    return join(lines.map((each, i) => sans.draw(each, MARGIN, first + i * leading, size, 'ink')));
  }
  const pad = 18;
  const room = INNER - 2 * pad;
  const size = Math.min(29, (29 * room) / Math.max(sansBold.width(text, 29), 1));
  const width = sansBold.width(text, size);
  return join([
    box(MARGIN, Y.standing - 37, width + 2 * pad, 52, 'pilot-soft', 8),
    sansBold.draw(text, MARGIN + pad, Y.standing - 1, size, 'pilot'),
  ]);
}

const STRIP = 14;

function strip({ sans }: Typefaces, figure: ShareFigure, x: number, y: number, width: number) {
  const { scale } = figure;
  if (!scale) return null;
  if (figure.value === null) {
    return el('rect', {
      ...paint('light', { fill: 'none', stroke: 'line-strong', strokeWidth: 2, dash: '8 7' }),
      class: undefined,
      x: x + 1,
      y: y + 1,
      width: width - 2,
      height: STRIP - 2,
    });
  }
  const { segments, at, threshold, isShare } = scale;
  const gap = 3;
  const label = threshold && `ambang ${threshold.label}`;
  const labelWidth = label ? sans.width(label, SMALL) : 0;
  const tick = threshold ? x + threshold.at * width : 0;
  return join([
    box(x, y, width, STRIP, 'line'),
    ...segments.flatMap(({ from, to, ramp, here }) => [
      from > 0 && box(x + from * width - gap / 2, y, gap, STRIP, 'paper'),
      here &&
        box(
          x + from * width + (from > 0 ? gap / 2 : 0),
          y,
          (to - from) * width - (from > 0 ? gap / 2 : 0) - (to < 1 ? gap / 2 : 0),
          STRIP,
          RAMP[ramp] ?? 'region',
        ),
    ]),
    isShare && at !== null && at > 0 && box(x, y, Math.max(3, at * width), STRIP, 'region'),
    threshold && box(tick - 1.5, y - 5, 3, STRIP + 10, 'threshold'),
    label !== null &&
      sans.draw(
        label,
        Math.min(Math.max(x, tick - labelWidth / 2), x + width - labelWidth),
        y + STRIP + 28,
        SMALL,
        'threshold',
      ),
    !isShare &&
      at !== null &&
      join([
        box(x + at * width - 6, y - 8, 12, STRIP + 16, 'paper', 6),
        box(x + at * width - 4, y - 6, 8, STRIP + 12, 'ink', 4),
      ]),
  ]);
}

const COLUMN_GAP = 48;

/** What stands beside a value, on two lines where one would be too small. */
function beside(face: Typeface, words: string, x: number, y: number, width: number): Markup {
  const { lines, size } = fitLines(face, words, width, [
    { lines: 1, largest: 28, smallest: 24 },
    { lines: 2, largest: 24, smallest: 1 },
  ]);
  const leading = size * 1.15;
  return join(
    lines.map((each, i) => face.draw(each, x, y - (lines.length - 1 - i) * leading, size, 'ink')),
  );
}

function figures(faces: Typefaces, data: ShareData): Markup {
  const { serif, sans, sansBold } = faces;
  const width = (INNER - 2 * COLUMN_GAP) / 3;
  return join(
    data.figures.map((figure, i) => {
      const x = MARGIN + i * (width + COLUMN_GAP);
      const value = figure.value ?? '';
      const size = Math.min(62, (62 * width) / Math.max(serif.width(value, 62), 1));
      const used = value === '' ? 0 : serif.width(value, size) + 16;
      return join([
        line(sansBold, figure.label, x, Y.figures + 34, 27, 'ink-soft', width),
        value !== '' && serif.draw(value, x, Y.figures + 96, size, 'ink'),
        figure.value === null
          ? line(sans, figure.words, x, Y.figures + 90, 32, 'ink-soft', width)
          : beside(sans, figure.words, x + used, Y.figures + 96, width - used),
        strip(faces, figure, x, Y.figures + 120, width),
      ]);
    }),
  );
}

function instead({ serif, sans }: Typefaces, [fact, meaning]: readonly [string, string]): Markup {
  return join([
    line(serif, fact, MARGIN, Y.figures + 72, 44, 'ink', INNER),
    line(sans, meaning, MARGIN, Y.figures + 122, 29, 'ink-soft', INNER),
  ]);
}

/** The share image of a region, a province or an indicator. */
export function shareSvg(data: ShareData, faces: Typefaces): string {
  const { sans } = faces;
  const footWidth = sans.width(FOOT, SMALL);
  const coverage = data.coverage ?? '';
  const room = INNER - footWidth - 32;
  const coverageSize = Math.min(SMALL, (SMALL * room) / Math.max(sans.width(coverage, SMALL), 1));
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: SHARE_WIDTH,
      height: SHARE_HEIGHT,
      viewBox: `0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}`,
    },
    [
      box(0, 0, SHARE_WIDTH, SHARE_HEIGHT, 'paper'),
      box(0, 0, SHARE_WIDTH / 2, 10, 'region'),
      box(SHARE_WIDTH / 2, 0, SHARE_WIDTH / 2, 10, 'pilot'),
      wordmark(faces),
      line(sans, data.kind, MARGIN, Y.kind, 31, 'ink-soft', INNER),
      name(faces, data.name),
      standing(faces, data.standing),
      box(MARGIN, Y.figures - 10, INNER, 2, 'line'),
      data.instead ? instead(faces, data.instead) : figures(faces, data),
      sans.draw(FOOT, MARGIN, Y.foot, SMALL, 'ink-soft'),
      coverage !== '' &&
        sans.draw(
          coverage,
          SHARE_WIDTH - MARGIN - sans.width(coverage, coverageSize),
          Y.foot,
          coverageSize,
          'ink-soft',
        ),
    ],
  );
}
