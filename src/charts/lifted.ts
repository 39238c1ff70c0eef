import type { ChartOptions } from './chart.ts';
import { type Ink, PALETTE } from './palette.ts';
import { MARGIN, type PictureWords, picture, sizeOf } from './picture.ts';

/** Charts whose drawing begins with a heading that says what it is of. */
const TITLED = /\bchart-(?:trends?|nation|cartogram|distribution)(?!-)/;

/**
 * A chart as it stands on a page (`svg`, coloured by classes alone) as a file that stands alone: in
 * the literal colours of light paper, whatever the reader's scheme, with its title above it unless
 * it says that itself, and notes below. It is as wide as its drawing and the margins.
 */
export function liftedPicture(
  svg: string,
  { title, notes }: Omit<PictureWords, 'heading'>,
  options: Pick<ChartOptions, 'lang' | 'id'>,
): string {
  const [, kinds = ''] = /^<svg [^>]*class="([^"]*)"/.exec(svg) ?? [];
  const heading = TITLED.test(kinds) ? null : title;
  const whole = picture(
    { draw: () => inLiterals(svg), words: { heading, title, notes } },
    { ...options, width: sizeOf(svg)[0] + 2 * MARGIN, theme: 'light' },
  );
  // Names that mean nothing there, and something else in the page it is put into.
  return whole.replace(/ class="[^"]*"/g, '');
}

/** Writes the colours that classes stand for as attributes, in place of every class. */
function inLiterals(svg: string): string {
  const literal = (name: string) => {
    const [, part, ink = ''] = /^([fs])-(.+)$/.exec(name) ?? [];
    const colour = ink === 'none' ? ink : PALETTE[ink as Ink]?.light;
    return part && colour ? ` ${part === 'f' ? 'fill' : 'stroke'}="${colour}"` : '';
  };
  return svg.replace(/ class="([^"]*)"/g, (_, classes: string) =>
    classes.split(/\s+/).map(literal).join(''),
  );
}
