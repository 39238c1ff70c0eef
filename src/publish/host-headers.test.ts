import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaderRules } from '../../scripts/lib/headers.ts';
import { hostHeaders, type TopEntry } from './host-headers.ts';

const folders = [
  ...['daerah', 'data', 'api', 'embed', 'cari', '_astro'],
  ...['en/daerah', 'en/data', 'en/embed', 'en/cari'],
];
const files = ['index.html', '404.html', 'favicon.svg', 'en/index.html', 'en/404.html'];
const entries: readonly TopEntry[] = [
  ...folders.map((path) => ({ path, isFolder: true })),
  ...files.map((path) => ({ path, isFolder: false })),
];
const rules = (base: string) => parseHeaderRules(hostHeaders(base, entries));

const PATHS = [
  '',
  'en/',
  '404.html',
  'en/404.html',
  'favicon.svg',
  'daerah/kota-blitar/',
  'en/daerah/',
  'data/',
  'data/scores.csv',
  'en/data/',
  'embed/daerah/kota-blitar/cermin/',
  'en/embed/x/',
  'cari/',
  'cari/indeks/pagefind.js',
  'en/cari/',
  '_astro/a.css',
];

describe.each(['/', '/any/base/'])('hostHeaders at %s', (base) => {
  const of = (path: string) => headersFor(rules(base), base + path);

  /** Every policy for a path: hosts enforce all of them, or the last alone. */
  const policies = (path: string) =>
    rules(base)
      .filter(({ pattern }) => pattern.test(base + path))
      .flatMap(({ headers }) => headers)
      .flatMap(([name, value]) => (name === 'Content-Security-Policy' ? [value] : []));

  it.each([...PATHS, 'no/such/page'])('gives /%s a strict policy', (path) => {
    expect(policies(path)).not.toEqual([]);
    for (const policy of policies(path)) {
      expect(policy).toContain("default-src 'self'");
      expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
    }
    expect(of(path).get('X-Content-Type-Options')).toBe('nosniff');
    expect(of(path).get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
  });

  it('lets the search compile WebAssembly, and nothing else, on either kind of host', () => {
    for (const path of PATHS) {
      const allows = policies(path).map((policy) => policy.includes("'wasm-unsafe-eval'"));
      // All policies are enforced, or the last one.
      const isSearch = /^(en\/)?cari\//.test(path);
      expect([path, allows.every(Boolean)]).toEqual([path, isSearch]);
      expect([path, allows.at(-1)]).toEqual([path, isSearch]);
    }
  });

  it('lets other sites frame what is made for it, and nothing else', () => {
    for (const path of PATHS) {
      const forbids = policies(path).map((policy) => policy.includes("frame-ancestors 'none'"));
      if (path.includes('embed/')) expect(forbids).toEqual([false, false]);
      else expect(forbids.at(-1)).toBe(true);
    }
  });

  it('opens the data and the charts to other sites, and nothing else', () => {
    const open = (path: string) => of(path).get('Access-Control-Allow-Origin');
    expect(open('data/scores.csv')).toBe('*');
    expect(open('data/daerah/kota-blitar.csv')).toBe('*');
    expect(open('api/v1/index.json')).toBe('*');
    expect(open('embed/daerah/kota-blitar/cermin/')).toBe('*');
    expect(open('en/embed/x/')).toBe('*');
    expect(open('daerah/')).toBeUndefined();
    expect(open('en/data/')).toBeUndefined();
  });

  it('lets bundled files be kept for good, and nothing else', () => {
    expect(of('_astro/a.css').get('Cache-Control')).toContain('immutable');
    expect(of('data/scores.csv').get('Cache-Control')).toBeUndefined();
  });
});
