import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { filePaths, gzipped, readPage } from './lib/site.ts';
import { addressOf, hold, useBrowser } from './lib/visit.ts';

/** The region finder, as people use it. */
const site = inject('site');
const small = inject('small');
const at = (path: string, of = site) => addressOf(path, of);

const { browse, visit } = useBrowser();

const field = (page: Page) => page.getByRole('combobox').first();
const options = (page: Page) => page.locator('[role=option]');
const pathOf = (page: Page) => new URL(page.url()).pathname;
const status = (page: Page) => page.locator('region-finder [role=status]');

async function type(page: Page, query: string): Promise<void> {
  await field(page).click();
  await page.keyboard.type(query);
  await options(page).first().waitFor();
}

/** What assistive technology is told: the state of the field and the option reached. */
async function state(page: Page) {
  const input = field(page);
  const active = await input.getAttribute('aria-activedescendant');
  return {
    isOpen: (await input.getAttribute('aria-expanded')) === 'true',
    isShown: await page.getByRole('listbox').isVisible(),
    active: active ? await page.locator(`#${active} .finder-name`).textContent() : null,
    selected: await page.locator('[role=option][aria-selected=true]').count(),
  };
}

describe.each([
  ['id', '', 'Cari “tangsel” di seluruh isi', '1 daerah cocok. Yang pertama: Kota Tangerang'],
  ['en', 'en/', 'Search all pages for “tangsel”', '1 place matches. The first: Kota Tangerang'],
])('in %s', (_lang, root, all, told) => {
  it.each(['', 'daerah/kota-blitar/', 'tidak/ada/'])('finds from /%s', (path) =>
    browse(
      async (page) => {
        await page.goto(at(`${root}${path}`));
        expect(await page.getByRole('combobox').count()).toBe(1);
        await type(page, 'tangsel');
        const first = options(page).first();
        expect(await first.textContent()).toMatch(/^Kota Tangerang Selatan .*Tangsel.*Banten/);
        expect(await first.locator('a').getAttribute('href')).toBe(
          `/${root}daerah/kota-tangerang-selatan/`,
        );
        const last = options(page).last();
        expect(await last.textContent()).toBe(all);
        expect(await last.locator('a').getAttribute('href')).toBe(`/${root}cari/?q=tangsel`);
        await expect.poll(() => status(page).textContent()).toContain(told);
        await first.click();
        await page.waitForURL((url) => url.pathname === `/${root}daerah/kota-tangerang-selatan/`);
      },
      { allows: 'complaints' },
    ),
  );

  it('leads to provinces, too', () =>
    visit(`${root}daerah/`, async (page) => {
      await type(page, 'bali');
      await options(page).first().click();
      await page.waitForURL((url) => url.pathname === `/${root}provinsi/bali/`);
    }));
});

describe('by keyboard', () => {
  it('the arrows walk the list, and the field stands before the first and after the last', () =>
    visit('/daerah/kota-blitar/', async (page) => {
      await type(page, 'blitar');
      expect(await state(page)).toEqual({ isOpen: true, isShown: true, active: null, selected: 0 });
      const seen: (string | null)[] = [];
      for (let press = 0; press < 4; press += 1) {
        await page.keyboard.press('ArrowDown');
        const active = await field(page).getAttribute('aria-activedescendant');
        seen.push(active && (await page.locator(`#${active}`).textContent()));
      }
      expect(seen).toEqual([
        'Kabupaten Blitar Jawa Timur',
        'Kota Blitar Jawa Timur',
        'Cari “blitar” di seluruh isi',
        null,
      ]);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await state(page)).toMatchObject({ active: 'Kota Blitar', selected: 1 });
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/daerah/kota-blitar/');
    }));

  it('Home, End and typing return to the field', () =>
    visit('/', async (page) => {
      await type(page, 'solok');
      await page.keyboard.press('ArrowDown');
      expect((await state(page)).active).not.toBeNull();
      await page.keyboard.press('Home');
      expect((await state(page)).active).toBeNull();
      const caret = () => field(page).evaluate((input: HTMLInputElement) => input.selectionStart);
      expect(await caret()).toBe(0);
      await page.keyboard.press('End');
      expect(await caret()).toBe(5);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.type(' s');
      expect((await state(page)).active).toBeNull();
      expect(await options(page).first().textContent()).toContain('Kabupaten Solok Selatan');
    }));

  it('Escape closes the list, then empties the field; the arrow opens the list again', () =>
    visit('/', async (page) => {
      await type(page, 'solok');
      await page.keyboard.press('Escape');
      expect(await state(page)).toMatchObject({ isOpen: false, isShown: false });
      expect(await field(page).inputValue()).toBe('solok');
      await page.keyboard.press('ArrowDown');
      expect(await state(page)).toMatchObject({ isOpen: true, selected: 1 });
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      expect(await field(page).inputValue()).toBe('');
    }));

  it('Tab leaves: nothing in the list holds the focus', () =>
    visit('/daerah/kota-blitar/', async (page) => {
      await type(page, 'solok');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() => document.activeElement?.closest('region-finder')),
      ).toBeNull();
      expect(await state(page)).toMatchObject({ isOpen: false, isShown: false });
    }));

  it.each([
    ['tangsel', '/daerah/kota-tangerang-selatan/', ''],
    ['kota blitarr', '/daerah/kota-blitar/', ''],
    ['35.72', '/daerah/kota-blitar/', ''],
    ['jawa timur', '/provinsi/jawa-timur/', ''],
    ['blitar', '/daerah/', '?q=blitar'],
    ['zzz', '/daerah/', '?q=zzz'],
  ])('Enter on "%s" leads to %s%s', (query, path, search) =>
    visit('/', async (page) => {
      await type(page, query);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === path && url.search === search);
    }),
  );

  it('Enter that comes before the index is answered when it is there', () =>
    visit('/', async (page) => {
      const held = await hold(page, '**/finder/*.json');
      await field(page).focus();
      await held.asked;
      await page.keyboard.type('tangsel');
      await page.keyboard.press('Enter');
      held.release();
      await page.waitForURL((url) => url.pathname === '/daerah/kota-tangerang-selatan/');
    }));
});

describe('by touch', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  it('a tap leads to the place, in targets large enough', () =>
    visit(
      '/daerah/kota-surabaya/',
      async (page) => {
        await field(page).tap();
        await page.keyboard.type('blitar');
        await options(page).first().waitFor();
        for (const target of [field(page), ...(await options(page).all())]) {
          expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        }
        const size = await field(page).evaluate((input) => getComputedStyle(input).fontSize);
        expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
        await options(page).nth(1).tap();
        await page.waitForURL((url) => url.pathname === '/daerah/kota-blitar/');
      },
      phone,
    ));

  it('a tap elsewhere closes the list', () =>
    visit(
      '/',
      async (page) => {
        await field(page).tap();
        await page.keyboard.type('blitar');
        await options(page).first().waitFor();
        await page.touchscreen.tap(200, 800);
        await expect.poll(() => state(page)).toMatchObject({ isOpen: false, isShown: false });
      },
      phone,
    ));

  it('the head of a page stays low, and nothing is wider than the screen', () =>
    visit(
      '/daerah/kota-blitar/',
      async (page) => {
        const box = await page.locator('.site-head').boundingBox();
        expect(box?.height).toBeLessThanOrEqual(122);
        await type(page, 'kabupaten kepulauan');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBe(390);
      },
      phone,
    ));
});

describe('what is loaded', () => {
  it('is nothing of the search before the focus, and nothing after it', () =>
    visit('/', async (page, context) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.waitForLoadState('networkidle');
      expect(loaded).toEqual([]);
      await field(page).focus();
      await expect.poll(() => loaded.filter((path) => path.startsWith('/finder/'))).toHaveLength(1);
      await page.waitForLoadState('networkidle');
      await context.setOffline(true);
      await page.keyboard.type('kukar');
      await options(page).first().waitFor();
      expect(await options(page).first().textContent()).toContain('Kabupaten Kutai Kartanegara');
    }));

  it('is 30 KB at most, index and code together', async () => {
    const loaded = new Set<string>();
    await visit('/', async (page) => {
      page.on('request', (request) => loaded.add(new URL(request.url()).pathname));
      await page.reload();
      await type(page, 'a');
      await page.waitForLoadState('networkidle');
    });
    const files = [...loaded].filter((path) => /\.(?:js|json)$/.test(path));
    expect(files.some((path) => path.startsWith('/finder/'))).toBe(true);
    const bytes = files.reduce((sum, path) => sum + gzipped(readFileSync(join(site.dir, path))), 0);
    console.log(`region finder: ${bytes} bytes in ${files.length} files (gzip -9)`);
    expect(bytes).toBeLessThanOrEqual(30 * 1024);
  });

  it('is one index, named by its content', () => {
    const names = filePaths(site.dir).filter((path) => path.startsWith('/finder/'));
    expect(names).toEqual([expect.stringMatching(/^\/finder\/[0-9a-f]{10}\.json$/)]);
    expect(readPage(site.dir, '/_headers')).toMatch(
      /\/finder\/\*\n(?: {2}.*\n)*? {2}Cache-Control: .*immutable/,
    );
  });
});

describe('without JavaScript', () => {
  it.each(['', 'en/'])('is a form that leads to the list of all regions: /%s', (root) =>
    visit(
      `${root}daerah/kota-blitar/`,
      async (page) => {
        await page.locator('region-finder input[name=q]').fill('Surabaya');
        await page.locator('region-finder button').click();
        await page.waitForURL((url) => url.pathname === `/${root}daerah/`);
        expect(new URL(page.url()).searchParams.get('q')).toBe('Surabaya');
        expect(await page.locator('table.latest tbody tr:not(.group)').count()).toBe(514);
      },
      { javaScriptEnabled: false },
    ),
  );

  it('a finder whose code does not come stays that form', () =>
    browse(
      async (page) => {
        await page.route('**/combobox*.js', (route) => route.abort());
        await page.goto(at('/'));
        await field(page).fill('Kota Blitar');
        await field(page).press('Enter');
        await page.waitForURL(
          (url) => url.pathname === '/daerah/' && url.search === '?q=Kota+Blitar',
        );
      },
      { allows: 'complaints' },
    ));
});

describe('where a name is mistyped', () => {
  it.each([
    ['/daerah/kota-blitarr/', '/daerah/kota-blitar/', 'kota blitarr'],
    ['/en/daerah/tangsel/', '/en/daerah/kota-tangerang-selatan/', 'tangsel'],
    ['/provinsi/jawatimur/', '/provinsi/jawa-timur/', 'jawatimur'],
  ])('the page that is not there suggests what was meant: %s', (wrong, right, value) =>
    browse(
      async (page) => {
        await page.goto(at(wrong));
        const first = page.locator('.finder-guess a').first();
        await first.waitFor();
        expect(await first.getAttribute('href')).toBe(right);
        expect(await field(page).inputValue()).toBe(value);
      },
      { allows: 'complaints' },
    ),
  );

  it('the list of all regions shows what is called nearly so', () =>
    visit('/daerah/?q=banyuwnagi', async (page) => {
      const rows = page.locator('table.latest tbody tr:not(.group):visible');
      await expect.poll(() => rows.count()).toBe(1);
      expect(await rows.textContent()).toContain('Kabupaten Banyuwangi');
    }));
});

describe('for everybody', () => {
  /**
   * A link in an option is the contract's choice: it can be opened in a new tab, copied, held.
   * Nobody meets it as a second control: it is no stop of the keyboard, and what is inside an
   * option is not told apart from it. axe cannot see that; all else must be clean.
   */
  const ACCEPTED = 'nested-interactive';

  it.each([
    ['/', 'light'],
    ['/en/daerah/kota-blitar/', 'dark'],
  ] as const)('axe finds nothing amiss with the list open: %s, %s', (path, colorScheme) =>
    visit(
      path,
      async (page) => {
        await type(page, 'solo');
        await page.keyboard.press('ArrowDown');
        const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
        await page.evaluate(readFileSync(axe, 'utf8'));
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const result = await axe.run();
          return result.violations.map(({ id, nodes }) => ({ id, html: nodes.map((n) => n.html) }));
        });
        expect(violations.filter(({ id }) => id !== ACCEPTED)).toEqual([]);
        const accepted = violations.filter(({ id }) => id === ACCEPTED).flatMap(({ html }) => html);
        expect(accepted.filter((html) => !/^<div role="option"/.test(html))).toEqual([]);
        expect(await page.locator('[role=option] a:not([tabindex="-1"])').count()).toBe(0);
      },
      { colorScheme },
    ),
  );
});

describe.skipIf(!small)('under a base path', () => {
  it.each(['', 'en/'])('leads to pages of that path: %s', (root) =>
    visit(
      root,
      async (page) => {
        await type(page, 'koco');
        expect(await options(page).first().textContent()).toBe('Kota Contoh Koco · Contoh Utara');
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname === `${small?.base}${root}daerah/kota-contoh/`);
        expect(pathOf(page)).toContain(small?.base ?? '');
      },
      { of: small ?? site },
    ),
  );
});
