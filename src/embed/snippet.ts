/** What people paste into their own pages. Small: it is loaded by browsers too. */

/** The narrowest place a frame is made for, in CSS pixels; its height there gives its ratio. */
export const FRAME_NARROWEST = 320;
/** The width that a snippet gives a frame, in CSS pixels: a column of text, or most of a phone. */
export const FRAME_WIDTH = 480;
/** The width of pictures, in CSS pixels, with their margins. */
export const PICTURE_WIDTH = 640;

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeAttribute(String(value))}"`)
    .join(' ');
}

/** A chart in another site's page. Addresses are whole ones, sizes in CSS pixels. */
export interface Snippet {
  readonly src: string;
  /** What it shows, for readers who do not see it. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The frame, which needs no script. The style keeps its ratio where the place is narrower than
 * it; where a host drops styles, width and height still hold, and nothing in it is cut off.
 */
export function frameSnippet({ src, title, width, height }: Snippet): string {
  const style = `border:0;max-width:100%;height:auto;aspect-ratio:${width}/${height}`;
  return `<iframe ${attributes({ src, title, width, height, loading: 'lazy', style })}></iframe>`;
}

/** The picture, which leads to the page it belongs to. */
export function pictureSnippet({
  src,
  title,
  width,
  height,
  page,
}: Snippet & { readonly page: string }): string {
  const style = 'max-width:100%;height:auto';
  const image = attributes({ src, alt: title, width, height, loading: 'lazy', style });
  return `<a ${attributes({ href: page })}><img ${image}></a>`;
}
