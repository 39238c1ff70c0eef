/** Writes `SHA256SUMS`, as `sha256sum -c` reads it. */
import { createHash } from 'node:crypto';
import { compareCodePoints } from './csv.ts';

/** Name of the list, in the folder of the files it lists. */
export const CHECKSUMS = 'SHA256SUMS';

/** Whether a file of the data folder is listed: all that is data, of every edition; not pages. */
export function isListed(path: string): boolean {
  return path !== CHECKSUMS && !path.endsWith('.html');
}

/** The list of files by their paths in the data folder, sorted by path. */
export function checksums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files]
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .join('');
}
