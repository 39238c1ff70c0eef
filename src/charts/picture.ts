import type { Chart, ChartOptions } from './chart.ts';
import { leading, type Type, writeBlock } from './lines.ts';
import { el, type Markup, paint, ROOT_SIZE, text } from './svg.ts';

/** Paper around the drawing, in CSS pixels. */
export const MARGIN = 16;
const HEADING: Type = { size: 16, bold: true };
const NOTE: Type = { size: 11, ink: 'ink-soft' };
/** Room above each note. */
const GAP = 8;

/** What a chart needs to stand alone. */
export interface PictureWords {
  /** `null` where the drawing begins with one of its own. */
  readonly heading: string | null;
  /** What it is of, for readers who do not see it. */
  readonly title: string;
  /** What stands below it, a paragraph each: its caption, where it comes from. */
  readonly notes: readonly string[];
}

/** Size of a drawing, as its own root says it. Throws for what is no drawing. */
export function sizeOf(svg: string): readonly [width: number, height: number] {
  const [, width, height] = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (!width || !height) throw new Error('not the drawing of a chart');
  return [Number(width), Number(height)];
}

/** A chart as a file: on paper, with margins, a heading, and below it where it comes from. */
export const picture: Chart<{
  readonly draw: (options: ChartOptions) => string;
  readonly words: PictureWords;
}> = ({ draw, words }, { lang, id, width = 640, theme = 'light' }) => {
  const inner = width - 2 * MARGIN;
  const head = writeBlock(theme, MARGIN, MARGIN, inner, words.heading ?? '', HEADING);
  const top = MARGIN + (head.height > 0 ? head.height + leading() / 2 : 0);
  const drawing = draw({ lang, id, width: inner, theme });
  let bottom = top + sizeOf(drawing)[1];
  const notes = words.notes.flatMap((note) => {
    const block = writeBlock(theme, MARGIN, bottom + GAP, inner, note, NOTE);
    if (block.height > 0) bottom += GAP + block.height;
    return block.markup;
  });
  const height = bottom + MARGIN;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': `${id}-name`,
    'font-family': 'system-ui, Roboto, Helvetica, Arial, sans-serif',
    'font-size': ROOT_SIZE,
  };
  return el('svg', attributes, [
    el('title', { id: `${id}-name` }, [text(words.title)]),
    el('rect', { ...paint(theme, { fill: 'paper' }), width, height }),
    ...head.markup,
    drawing.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `) as Markup,
    ...notes,
  ]);
};
