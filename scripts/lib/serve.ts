import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { UserError } from '../../src/user-error.ts';
import { type HeaderRule, headersFor, parseHeaderRules } from './headers.ts';

export interface ServeOptions {
  /** Folder of a built site. */
  readonly dir: string;
  /** Base path with a slash at both ends. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** Address of the home page, with the base path. */
  readonly url: string;
  close(): Promise<void>;
}

/** Types that sirv does not know, and texts, whose encoding it does not say. */
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  json: 'application/json;charset=utf-8',
  jsonld: 'application/ld+json;charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  svg: 'image/svg+xml;charset=utf-8',
  ttl: 'text/turtle;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  webmanifest: 'application/manifest+json;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml;charset=utf-8',
};

/**
 * Serves a built site on 127.0.0.1 as a static host would: only files, directories with their
 * slash, the site's own 404 pages, and the headers that its `_headers` file asks for.
 */
export async function serve({ dir, base, port }: ServeOptions): Promise<RunningServer> {
  const root = resolve(dir);
  const rules = readHeaderRules(root);
  // `dev`: looks at the disk for each request, so a rebuilt site needs no new server.
  const files = sirv(root, { dev: true, etag: true, extensions: [], setHeaders: setType });
  const server = createServer((request, response) => {
    respond(request, response, { root, base, rules, files });
  });
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Site {
  readonly root: string;
  readonly base: string;
  readonly rules: readonly HeaderRule[];
  readonly files: ReturnType<typeof sirv>;
}

type Answer =
  | { readonly kind: 'text'; readonly status: number; readonly text: string }
  | { readonly kind: 'redirect'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'missing'; readonly lang: 'id' | 'en' };

/** What a request gets; `path` is null where it is malformed. */
function answerTo(method: string, path: string | null, { root, base }: Site): Answer {
  if (method !== 'GET' && method !== 'HEAD') {
    return { kind: 'text', status: 405, text: 'Only GET and HEAD are answered here.' };
  }
  if (path === null) return { kind: 'text', status: 400, text: 'This address is malformed.' };
  if (path === '/' || `${path}/` === base) {
    if (path !== base) return { kind: 'redirect', path: base };
  }
  if (!path.startsWith(base)) return { kind: 'text', status: 404, text: `The site is at ${base}` };

  const inside = path.slice(base.length - 1);
  const own = join(root, inside);
  const file = inside.endsWith('/') ? `${inside}index.html` : inside;
  // Host configuration, not a page: static hosts do not publish it either.
  if (file !== '/_headers' && isFile(join(root, file))) return { kind: 'file', path: file };
  if (isFile(join(own, 'index.html'))) return { kind: 'redirect', path: `${path}/` };
  return { kind: 'missing', lang: inside.startsWith('/en/') ? 'en' : 'id' };
}

function respond(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const [rawPath = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  const path = decodePath(rawPath);
  const answer = answerTo(request.method ?? 'GET', path, site);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  for (const [name, value] of headersFor(site.rules, path ?? '')) response.setHeader(name, value);
  switch (answer.kind) {
    case 'text':
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, answer.status, answer.text);
      break;
    case 'redirect': {
      const to = encodePath(answer.path);
      response.writeHead(301, { Location: query === undefined ? to : `${to}?${query}` }).end();
      break;
    }
    case 'file':
      request.url = encodePath(answer.path);
      site.files(request, response, () => sendMissing(response, site.root, 'id'));
      break;
    case 'missing':
      sendMissing(response, site.root, answer.lang);
  }
}

function isFile(path: string): boolean {
  // Unlike statSync, existsSync does not throw for a name too long to be one.
  return existsSync(path) && statSync(path).isFile();
}

function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** The path with its escapes read; null if it is malformed or climbs out of its folder. */
function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    const climbs = decoded.split(/[/\\]/).some((segment) => segment === '..' || segment === '.');
    return climbs || decoded.includes('\0') || decoded.startsWith('//') ? null : decoded;
  } catch {
    return null;
  }
}

/** The site's own page for what is not there, in the language of the address. */
function sendMissing(response: ServerResponse, root: string, lang: 'id' | 'en'): void {
  const page = [join(root, lang === 'en' ? 'en' : '.', '404.html'), join(root, '404.html')].find(
    isFile,
  );
  if (page === undefined) {
    sendText(response, 404, 'There is no such page.');
    return;
  }
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
  response.end(readFileSync(page));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' });
  response.end(`${text}\n`);
}

function setType(response: ServerResponse, path: string): void {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // Names without an extension are lists for machines, such as SHA256SUMS.
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : 'txt';
  const type = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
  if (type) response.setHeader('Content-Type', type);
}

function readHeaderRules(root: string): readonly HeaderRule[] {
  const file = join(root, '_headers');
  return isFile(file) ? parseHeaderRules(readFileSync(file, 'utf8')) : [];
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        fail(new UserError(`port ${port} is in use; set PORT to another, e.g. PORT=4322`, 1));
      } else if (error.code === 'EACCES') {
        fail(new UserError(`port ${port} is reserved; set PORT to one above 1023`, 1));
      } else fail(error);
    });
    server.listen(port, '127.0.0.1', done);
  });
}
