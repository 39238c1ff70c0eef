import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './lib/browser.ts';
import type { BuiltSite } from './lib/global-setup.ts';

const sites = { real: inject('site'), small: inject('small') };

function pagesOf({ dir }: BuiltSite): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
}

/** The pages for which a test of their text finds something, with what it found. */
function findings(site: BuiltSite, find: (html: string) => readonly string[]): readonly string[] {
  return pagesOf(site).flatMap((path) =>
    [...new Set(find(readFileSync(join(site.dir, path), 'utf8')))].map((one) => `${path}: ${one}`),
  );
}

const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([all]) => all);

// Only a run of `npm test` builds the small dataset.
const built = Object.entries(sites).flatMap(([name, site]) => (site ? [{ name, site }] : []));

describe.each(built)('the $name build', ({ site }) => {
  it('has both languages of the home and 404 pages', () => {
    expect(pagesOf(site)).toEqual(
      expect.arrayContaining(['index.html', 'en/index.html', '404.html', 'en/404.html']),
    );
  });

  it('has one h1 and a language on every page', () => {
    const wrong = findings(site, (html) => [
      ...(matches(html, /<h1[\s>]/g).length === 1 ? [] : ['not one h1']),
      ...(/<html[^>]* lang="(id|en)"/.test(html) ? [] : ['no language']),
    ]);
    expect(wrong).toEqual([]);
  });

  it('has no inline script or style, which its policy forbids', () => {
    const inline =
      /<style[\s>]|\sstyle="|\son\w+="|<script(?![^>]*(\ssrc=|application\/ld\+json))/g;
    expect(findings(site, (html) => matches(html, inline))).toEqual([]);
  });

  it('links only to pages and files of its own base path that exist', () => {
    const broken = findings(site, (html) =>
      [...html.matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)]
        .map(([, path = '']) => decodeURI(path))
        .filter((path) => {
          if (!path.startsWith(site.base)) return true;
          const file = join(site.dir, path.slice(site.base.length));
          return !existsSync(path.endsWith('/') ? join(file, 'index.html') : file);
        }),
    );
    expect(broken).toEqual([]);
  });
});

it('tells who runs the small build, from the environment', () => {
  const { small } = sites;
  if (!small) return;
  const home = readFileSync(join(small.dir, 'index.html'), 'utf8');
  expect(home).toContain('Lembaga Rekaan');
  expect(home).toContain('mailto:redaksi@cermin.example');
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(['', 'en/'])('opens the home page "%s" without errors or third parties', async (path) => {
    const { url } = sites.real;
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL('/', url).href)) troubles.push(request.url());
    });
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(troubles).toEqual([]);
    await page.close();
  });
});
