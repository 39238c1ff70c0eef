import type { Lang } from '../i18n/lang.ts';
import type { Theme } from './palette.ts';
import { el, type Markup, paint, ROOT_SIZE, text } from './svg.ts';
import { wrapText } from './text-width.ts';

/** Narrowest and widest a chart is drawn for, in CSS pixels. */
export const MIN_WIDTH = 280;
export const MAX_WIDTH = 1200;

/** What every chart takes beside its data. */
export interface ChartOptions {
  readonly lang: Lang;
  /** Width in CSS pixels, {@link MIN_WIDTH} to {@link MAX_WIDTH}. */
  readonly width?: number;
  readonly theme?: Theme;
  /** Unique on the page: the ids of title and description begin with it. */
  readonly id: string;
  /** The source line under the chart; files and frames need it, the page has its own. */
  readonly sourceLine?: string;
}

/** Options with every default filled in. */
export interface Settings {
  readonly lang: Lang;
  readonly width: number;
  readonly theme: Theme;
  readonly id: string;
  readonly sourceLine: string | null;
}

/** One shape for all charts: data and options in, SVG text out. Pure; knows no DOM. */
export type Chart<Data> = (data: Data, options: ChartOptions) => string;

/** Reads the options once, at the door. Throws for an id that is no id. */
export function settings({
  lang,
  width = 640,
  theme = 'page',
  id,
  sourceLine,
}: ChartOptions): Settings {
  if (!/^[A-Za-z][\w.-]*$/.test(id)) throw new Error(`not an id for a chart: ${id}`);
  return {
    lang,
    width: Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width))),
    theme,
    id,
    sourceLine: sourceLine ?? null,
  };
}

/** Space that a source line takes at the bottom of a chart that carries one. */
export const SOURCE_LINE_HEIGHT = 22;
const SOURCE_SIZE = 11;
/** More space for each further line, where the source is longer than the chart is wide. */
const SOURCE_LEADING = 14;

/**
 * The frame of every chart: size, role, title and a description that states what the chart shows.
 * `height` is that of the drawing; a source line is added below it.
 */
export function frame(
  { id, width, theme, sourceLine }: Settings,
  {
    kind,
    height,
    title,
    description,
  }: { kind: string; height: number; title: string; description: string },
  children: readonly (Markup | null | undefined | false)[],
): string {
  const source = wrapText(sourceLine ?? '', SOURCE_SIZE, width);
  const total =
    height + (source.length === 0 ? 0 : SOURCE_LINE_HEIGHT + (source.length - 1) * SOURCE_LEADING);
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${total}`,
      width,
      height: total,
      class: `chart chart-${kind}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      // Pages set the type in their stylesheet; a file that stands alone has to say it itself.
      'font-family':
        theme === 'page' ? undefined : 'system-ui, Roboto, Helvetica, Arial, sans-serif',
      'font-size': ROOT_SIZE,
    },
    [
      el('title', { id: `${id}-title` }, [text(title)]),
      el('desc', { id: `${id}-desc` }, [text(description)]),
      theme !== 'page' && el('rect', { ...paint(theme, { fill: 'paper' }), width, height: total }),
      ...children,
      ...source.map((line, i) =>
        el(
          'text',
          {
            ...paint(theme, { fill: 'ink-soft' }),
            x: 0,
            y: height + 15 + i * SOURCE_LEADING,
            'font-size': SOURCE_SIZE,
          },
          [text(line)],
        ),
      ),
    ],
  );
}
