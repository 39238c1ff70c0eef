import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SecondThread } from './second-thread.ts';

/** A bundle as Astro makes them, with one template. */
const BUNDLE = `
let internals, options;
const routeData = { route: '/[slug]', component: 'src/pages/[slug].astro' };
export const app = {
  manifest: { routes: [{ routeData }] },
  setInternals(given) { internals = given; },
  setOptions(given) { options = given; },
  async render(request, given) {
    const { pathname } = new URL(request.url);
    if (given.routeData !== routeData) throw new Error('not the template');
    if (pathname === '/broken/') throw new TypeError('no figure for this page');
    if (pathname === '/nothing/') return new Response(null, { status: 404 });
    if (pathname === '/end/') process.exit(3);
    if (pathname === '/warns/') options.logger.options.destination.write({ message: 'mind this' });
    const { styles } = internals.pagesByKeys.get('a');
    return new Response(pathname + styles[0], { headers: { 'content-type': 'text/html' } });
  },
};
`;
const TEMPLATE = { route: '/[slug]', component: 'src/pages/[slug].astro' };

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cermin-thread-'));
  writeFileSync(join(dir, 'entry.mjs'), BUNDLE);
});
afterAll(() => rmSync(dir, { recursive: true }));

let thread: SecondThread | undefined;
afterEach(() => thread?.close());

const warned: string[] = [];
function open(entry = 'entry.mjs'): SecondThread {
  const pages = new Map([['a', { styles: ['.css'] }]]);
  const setting = { entry: pathToFileURL(join(dir, entry)).href, pages };
  thread = new SecondThread(setting, (message) => warned.push(message));
  return thread;
}

const draw = (of: SecondThread, path: string, template = TEMPLATE) =>
  of.render(`https://cermin.example${path}`, template);

describe('SecondThread', () => {
  it('draws the pages it is asked for with the bundle and the stylesheets given', async () => {
    const second = open();
    const [one, two] = await Promise.all([draw(second, '/one/'), draw(second, '/two/')]);
    expect(await one.text()).toBe('/one/.css');
    expect(await two.text()).toBe('/two/.css');
    expect(one.headers.get('content-type')).toBe('text/html');
  });

  it('tells a page without a body from an empty one', async () => {
    const response = await draw(open(), '/nothing/');
    expect([response.status, response.body]).toEqual([404, null]);
  });

  it('fails with what drawing the page threw, and draws the next', async () => {
    const second = open();
    await expect(draw(second, '/broken/')).rejects.toThrow('no figure for this page');
    expect((await draw(second, '/one/')).status).toBe(200);
  });

  it('fails for a template the bundle does not have', () =>
    expect(draw(open(), '/one/', { route: '/x', component: 'src/pages/x.astro' })).rejects.toThrow(
      'src/pages/x.astro',
    ));

  it('fails where the bundle cannot be read', () =>
    expect(draw(open('missing.mjs'), '/one/')).rejects.toThrow('missing.mjs'));

  it('fails for pages under way and for later ones once the thread has ended', async () => {
    const second = open();
    const ends = draw(second, '/end/');
    const waits = draw(second, '/one/');
    await expect(ends).rejects.toThrow('ended');
    await expect(waits).rejects.toThrow('ended');
    await expect(draw(second, '/two/')).rejects.toThrow('ended');
  });

  it('passes on what the bundle logs', async () => {
    await draw(open(), '/warns/');
    expect(warned).toEqual(['mind this']);
  });
});
