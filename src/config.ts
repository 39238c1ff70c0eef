import { UserError } from './user-error.ts';

/** Everything that may differ between two installations of the site. */
export interface Config {
  /** Dataset folder, as given: problems name files by it. */
  readonly dataDir: string;
  /** Folder the finished site goes to, as given. */
  readonly outDir: string;
  /** Public origin without a trailing slash, e.g. `https://cermin.example`. */
  readonly site: string;
  /** Base path with a slash at both ends: `/` or `/any/base/`. */
  readonly base: string;
  /** Who runs the site, in words. */
  readonly operator: string | null;
  /** How to reach them: a `mailto:` or `https:` address. */
  readonly contact: string | null;
  /** Where corrections go: the address of the public repository. */
  readonly repo: string | null;
  /** Port for `start` and `dev`. */
  readonly port: number;
}

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration. The only place that knows the names and defaults of the variables. */
export function readConfig(env: Environment): Config {
  const port = maybePort(env.PORT) ?? 4321;
  return {
    dataDir: maybeText(env.CERMIN_DATA) ?? 'data',
    outDir: maybeText(env.CERMIN_OUT) ?? 'dist',
    site: maybeOrigin(env.CERMIN_SITE) ?? 'http://127.0.0.1:4321',
    base: maybeBase(env.CERMIN_BASE) ?? '/',
    operator: maybeLine('CERMIN_OPERATOR', env.CERMIN_OPERATOR),
    contact: maybeContact(env.CERMIN_CONTACT),
    repo: maybeAddress('CERMIN_REPO', env.CERMIN_REPO),
    port,
  };
}

/** An unset variable and an empty one mean the same: CI systems set empty ones. */
function maybeText(value: string | undefined): string | null {
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}

function maybeLine(name: string, value: string | undefined): string | null {
  const text = maybeText(value);
  if (text && /\p{Cc}/u.test(text)) {
    throw new UserError(`${name} must be a single line of text, not ${JSON.stringify(text)}`);
  }
  return text;
}

function maybePort(value: string | undefined): number | null {
  const text = maybeText(value);
  if (text === null) return null;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UserError(`PORT must be a number from 0 to 65535, not "${text}"`);
  }
  return port;
}

function maybeOrigin(value: string | undefined): string | null {
  const text = maybeText(value);
  if (text === null) return null;
  const url = parseHttp(text);
  if (!url || url.username || url.search || url.hash) {
    throw new UserError(
      `CERMIN_SITE must be an origin such as https://cermin.example, not "${text}"`,
    );
  }
  if (url.pathname !== '/') {
    throw new UserError(
      `CERMIN_SITE must be an origin without a path, not "${text}"; set CERMIN_BASE=${url.pathname} for the path`,
    );
  }
  return url.origin;
}

function maybeBase(value: string | undefined): string | null {
  const text = maybeText(value);
  if (text === null) return null;
  const segments = text.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => !/^[\w~-][\w.~-]*$/.test(segment))) {
    throw new UserError(
      `CERMIN_BASE must be a path such as /cermin/ made of letters, digits, "-", "_", "." and "~", not "${text}"`,
    );
  }
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

function maybeContact(value: string | undefined): string | null {
  const text = maybeText(value);
  if (text === null) return null;
  const email = text.replace(/^mailto:/i, '');
  if (/^[^\s@<>"?&]+@[^\s@<>"?&]+\.[^\s@<>"?&]+$/.test(email)) return `mailto:${email}`;
  const url = parseHttp(text);
  if (!url) {
    throw new UserError(`CERMIN_CONTACT must be an e-mail address or a web address, not "${text}"`);
  }
  return url.href;
}

function maybeAddress(name: string, value: string | undefined): string | null {
  const text = maybeText(value);
  if (text === null) return null;
  const url = parseHttp(text);
  if (!url) throw new UserError(`${name} must be a web address (https://…), not "${text}"`);
  return url.href;
}

function parseHttp(text: string): URL | null {
  const url = URL.parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}
