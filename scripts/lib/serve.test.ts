import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { serve } from './serve.ts';
import { temporaryFolder } from './testing.ts';

const FILES = {
  'site/index.html': '<h1>Beranda</h1>',
  'site/404.html': '<h1>Tidak ditemukan</h1>',
  'site/en/404.html': '<h1>Not found</h1>',
  'site/daerah/kota-contoh/index.html': '<h1>Kota Contoh</h1>',
  'site/data/scores.csv': 'a,b\n',
  'site/data/catalog.ttl': '',
  'site/data/SHA256SUMS': '',
  'site/logo.png': '',
  'site/_headers': "/*\n  Content-Security-Policy: default-src 'self'\n",
  // A sibling whose name begins alike: a careless prefix test would let it out.
  'site-secret/key.txt': 'secret',
};

let dir: string;

beforeEach(() => {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  dir = join(folder, 'site');
});

async function open(base = '/') {
  const server = await serve({ dir, base, port: 0 });
  onTestFinished(server.close);
  const { port } = new URL(server.url);
  /** Asks for a path exactly as written: `fetch` would resolve its dots. */
  const get = (path: string, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
      (done, fail) => {
        request({ host: '127.0.0.1', port, path, method }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () =>
            done({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        })
          .on('error', fail)
          .end();
      },
    );
  return { ...server, get };
}

describe('serve', () => {
  it('serves pages and tells its address', async () => {
    const { get, url } = await open();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await get('/')).toMatchObject({ status: 200, text: '<h1>Beranda</h1>' });
    expect(await get('/daerah/kota-contoh/?q=1')).toMatchObject({ status: 200 });
  });

  it('redirects a directory to its slash and keeps the query', async () => {
    const { get } = await open();
    const { status, headers } = await get('/daerah/kota-contoh?d=98.71&i=mcp');
    expect([status, headers.location]).toEqual([301, '/daerah/kota-contoh/?d=98.71&i=mcp']);
  });

  it.each([
    ['/nowhere/', 'Tidak ditemukan'],
    ['/en/nowhere/', 'Not found'],
    ['/daerah/', 'Tidak ditemukan'],
    ['/english', 'Tidak ditemukan'],
    ['/_headers', 'Tidak ditemukan'],
    [`/${'x'.repeat(5000)}`, 'Tidak ditemukan'],
  ])('answers %s with the 404 page of its language', async (path, heading) => {
    const { get } = await open();
    expect(await get(path)).toMatchObject({ status: 404, text: `<h1>${heading}</h1>` });
  });

  it('works under a base path and nowhere else', async () => {
    const { get, url } = await open('/any/base/');
    expect(url).toMatch(/\/any\/base\/$/);
    expect(await get('/any/base/')).toMatchObject({ status: 200 });
    expect(await get('/any/base/daerah/kota-contoh')).toMatchObject({
      status: 301,
      headers: { location: '/any/base/daerah/kota-contoh/' },
    });
    for (const path of ['/', '/any/base']) {
      expect(await get(path)).toMatchObject({ status: 301, headers: { location: '/any/base/' } });
    }
    expect(await get('/daerah/kota-contoh/')).toMatchObject({ status: 404 });
    expect(await get('/any/base/en/x')).toMatchObject({ status: 404, text: '<h1>Not found</h1>' });
  });

  it.each([
    '/../site-secret/key.txt',
    '/%2e%2e/site-secret/key.txt',
    '/..%2fsite-secret/key.txt',
    '/data/..%5c..%5csite-secret/key.txt',
    '//site-secret/key.txt',
    '/%00',
    '/%',
  ])('lets nothing out of its folder: %s', async (path) => {
    const { get } = await open();
    const { status, text } = await get(path);
    expect(status).toBe(400);
    expect(text).not.toContain('secret');
  });

  it.each([
    ['/', 'text/html;charset=utf-8'],
    ['/data/scores.csv', 'text/csv;charset=utf-8'],
    ['/data/catalog.ttl', 'text/turtle;charset=utf-8'],
    ['/data/SHA256SUMS', 'text/plain;charset=utf-8'],
    ['/logo.png', 'image/png'],
  ])('gives %s the type %s', async (path, type) => {
    const { get } = await open();
    expect((await get(path)).headers['content-type']).toBe(type);
  });

  it('sends the headers of _headers, also with a 404', async () => {
    const { get } = await open();
    for (const path of ['/', '/nowhere/']) {
      expect((await get(path)).headers['content-security-policy']).toBe("default-src 'self'");
    }
  });

  it('answers only GET and HEAD', async () => {
    const { get } = await open();
    expect(await get('/', 'POST')).toMatchObject({ status: 405 });
    expect(await get('/', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  it('says so when the port is taken', async () => {
    const { url } = await open();
    const port = Number(new URL(url).port);
    await expect(serve({ dir, base: '/', port })).rejects.toThrow(`port ${port} is in use`);
  });
});
