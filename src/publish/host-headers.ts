/**
 * The `_headers` file that static hosts (Cloudflare Pages, Netlify and others) read.
 *
 * Some hosts join the values of all rules that match a path (then every policy is enforced, and a
 * looser one cannot undo a stricter one), others let the last rule win. The file means the same to
 * both: the rule for everything forbids no frames, and every folder and file but those made for
 * frames has a rule of its own that repeats the policy and forbids them.
 */

/** Everything from here, nothing from elsewhere, no inline script or style. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const NO_FRAMES = `${POLICY}; frame-ancestors 'none'`;

const EVERYWHERE = [
  `Content-Security-Policy: ${POLICY}`,
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: strict-origin-when-cross-origin',
  'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
];

/** Other sites may read the data. */
const OPEN = ['Access-Control-Allow-Origin: *'];
/** Names of bundled files change with their content. */
const FOREVER = ['Cache-Control: public, max-age=31536000, immutable'];

const EXTRA: Readonly<Record<string, readonly string[]>> = {
  data: OPEN,
  api: OPEN,
  _astro: FOREVER,
};

/** Folder of the pages made to stand in frames of other sites. */
const FRAMES = 'embed';

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
    .filter(({ path }) => path !== FRAMES && path !== `en/${FRAMES}`)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, isFolder }) => {
      const pattern = isFolder ? `${path}/*` : path.replace(/(^|\/)index\.html$/, '$1');
      const extra = isFolder ? (EXTRA[path] ?? []) : [];
      return rule(base + pattern, [`Content-Security-Policy: ${NO_FRAMES}`, ...extra]);
    });
  return [rule('/*', EVERYWHERE), ...rules].join('\n');
}
