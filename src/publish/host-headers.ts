/**
 * The `_headers` file that static hosts (Cloudflare Pages, Netlify and others) read.
 *
 * Some hosts join the values of all rules that match a path (then every policy is enforced, and a
 * looser one cannot undo a stricter one), others let the last rule win. The file means the same to
 * both: the rule for everything allows whatever some part of the site needs (frames, WebAssembly),
 * and every folder and file has a rule of its own that allows no more than that one needs. What
 * is left with the rule for everything is the page for addresses that do not exist.
 */

/** Everything from here, nothing from elsewhere, no inline script or style. */
function policy(allowed: { readonly wasm?: boolean; readonly frames?: boolean }): string {
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    // Compiling WebAssembly evaluates no text as script.
    `script-src 'self'${allowed.wasm ? " 'wasm-unsafe-eval'" : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(allowed.frames ? [] : ["frame-ancestors 'none'"]),
  ].join('; ');
}

const EVERYWHERE = [
  `Content-Security-Policy: ${policy({ wasm: true, frames: true })}`,
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: strict-origin-when-cross-origin',
  'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
];

/** Other sites may read the data, and what is made to be shown by them. */
const OPEN = ['Access-Control-Allow-Origin: *'];
/** Names of bundled files change with their content. */
const FOREVER = ['Cache-Control: public, max-age=31536000, immutable'];

const EXTRA: Readonly<Record<string, readonly string[]>> = {
  data: OPEN,
  api: OPEN,
  embed: OPEN,
  'en/embed': OPEN,
  _astro: FOREVER,
  finder: FOREVER,
  peta: FOREVER,
};

/** Folder of the pages made to stand in frames of other sites. */
const FRAMES = 'embed';
/** Folder of the full-text search, which is WebAssembly. */
const SEARCH = 'cari';

/** A file or folder at the top of the built site, or of its English half. */
export interface TopEntry {
  /** Path below the base: `data`, `en/data`, `index.html`. */
  readonly path: string;
  readonly isFolder: boolean;
}

function rule(pattern: string, headers: readonly string[]): string {
  return `${pattern}\n${headers.map((header) => `  ${header}\n`).join('')}`;
}

/**
 * The file for a site at `base` (a slash at both ends) with these entries at its top. Entries of
 * `en/` are given in place of `en` itself.
 */
export function hostHeaders(base: string, entries: readonly TopEntry[]): string {
  const rules = entries
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, isFolder }) => {
      const pattern = isFolder ? `${path}/*` : path.replace(/(^|\/)index\.html$/, '$1');
      const extra = isFolder ? (EXTRA[path] ?? []) : [];
      const name = path.replace(/^en\//, '');
      const own = policy({ wasm: name === SEARCH, frames: name === FRAMES });
      return rule(base + pattern, [`Content-Security-Policy: ${own}`, ...extra]);
    });
  return [rule('/*', EVERYWHERE), ...rules].join('\n');
}
