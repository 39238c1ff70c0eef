/** Which names look alike: for suggestions, and to find duplicates that differ only to a machine. */
import { distance } from 'fastest-levenshtein';

/** Letters of other scripts that look like Latin ones; the rest is left to Unicode (NFKD). */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['авсԁеһіјкӏмнорԛѕтѵԝхуѡ', 'abcdehijklmhopqstvwxyw'],
    ['αβεικνορτυχ', 'abeiknoptux'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, index) => [letter, to[index] ?? ''])),
);

/** The name of an area in an address: lower case, no diacritics, hyphens for the rest. */
export function slugify(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A text without case, diacritics and the differences between look-alike letters. */
export function plainLetters(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // ASCII is the rule; the slow way is for the rest
  return /^[\0-\x7f]*$/.test(plain)
    ? plain
    : [...plain].map((letter) => LOOKALIKES[letter] ?? letter).join('');
}

/** The same without spaces and punctuation. */
export function skeleton(text: string): string {
  return plainLetters(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How many changes still count as a slip: none in the shortest names, a third in the longest. */
function tolerance(text: string): number {
  return Math.min(4, Math.floor(text.length / 3));
}

/** How many slips of the hand lie between two texts; two letters swapped are one slip. */
function slips(a: string, b: string): number {
  const changes = distance(a, b);
  const swapped = changes === 2 && [...a].sort().join('') === [...b].sort().join('');
  return swapped ? 1 : changes;
}

/** Whether two texts differ by a slip at most. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const limit = Math.min(2, tolerance(a));
  return Math.abs(a.length - b.length) <= limit && distance(a, b) <= limit;
}

/** The candidate most like `text`, ignoring what {@link skeleton} ignores; `null` if none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const bare = skeleton(text);
  let best: string | null = null;
  let least = Math.max(1, tolerance(bare)) + 0.5;
  for (const candidate of candidates) {
    const other = skeleton(candidate);
    if (Math.abs(other.length - bare.length) > least) continue;
    // of equals the one that is also spelled alike is nearer
    const far = slips(bare, other) + (candidate[0] === text[0] ? 0 : 0.25);
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

/** An address without what does not change the page: scheme, `www.`, case of the host, last slash. */
export function bareAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${url.search}`;
}
