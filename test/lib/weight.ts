/** What a visit to a page of a built site weighs, as the budgets measure it. */
import { readFileSync } from 'node:fs';
import type { Load, Scan } from './scan.ts';
import { fileOf, gzipped, readPage } from './site.ts';

/** The unit of the budgets. */
export const KB = 1000;

export interface Weights {
  /** Bytes sent for a file: packed, but for fonts and images, which are packed already. */
  sent(path: string): number;
  /** Every file a first visit to a page loads beside its HTML, with what those load in turn. */
  loadsOf(path: string, kinds?: readonly Load['kind'][]): ReadonlySet<string>;
  sum(paths: Iterable<string>): number;
}

/** Weighs the pages of a build that was scanned; `base` is the path it was built for. */
export function weigh(scan: Scan, dir: string, base = '/'): Weights {
  const own = (url: string) => (url.startsWith(base) ? `/${url.slice(base.length)}` : url);

  function withReferences(path: string, seen: Set<string>): void {
    if (seen.has(path)) return;
    seen.add(path);
    const pattern = path.endsWith('.css')
      ? /url\(["']?([^"')]+)["']?\)/g
      : path.endsWith('.js')
        ? /\b(?:import|from)\s*["']([^"']+)["']/g
        : null;
    if (!pattern) return;
    for (const [, url = ''] of readPage(dir, path).matchAll(pattern)) {
      if (url.startsWith('data:')) continue;
      const whole = new URL(url, `http://site.example${base}${path.slice(1)}`).pathname;
      withReferences(own(whole), seen);
    }
  }

  const sent = (path: string): number => {
    const content = readFileSync(fileOf(dir, path));
    return /\.(woff2?|png|jpe?g|webp|avif)$/.test(path) ? content.length : gzipped(content);
  };
  return {
    sent,
    loadsOf: (path, kinds) => {
      const all = new Set<string>();
      for (const { kind, url } of scan.pages.get(path)?.loads ?? []) {
        if (!kinds || kinds.includes(kind)) withReferences(own(url), all);
      }
      return all;
    },
    sum: (paths) => [...paths].reduce((total, path) => total + sent(path), 0),
  };
}
