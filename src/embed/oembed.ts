/** The answer of oEmbed 1.0 (https://oembed.com), as a file: nothing has to be asked for. */
import { frameSnippet, type Snippet } from './snippet.ts';

export interface OEmbed {
  readonly type: 'rich';
  readonly version: '1.0';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** How long it may be kept, in seconds. */
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

/** Data changes by editions, not by the hour. */
const CACHE_AGE = 86_400;

/** Describes a frame. All addresses are whole ones; the picture is the page's share image. */
export function oEmbed(
  frame: Snippet,
  provider: { readonly name: string; readonly url: string },
  image: string,
): OEmbed {
  return {
    type: 'rich',
    version: '1.0',
    title: frame.title,
    provider_name: provider.name,
    provider_url: provider.url,
    cache_age: CACHE_AGE,
    html: frameSnippet(frame),
    width: frame.width,
    height: frame.height,
    thumbnail_url: image,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}
