import type { Page, Response } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { addressOf, useBrowser } from './lib/visit.ts';

/** What people do on the site, in a browser. */
const site = inject('site');
const small = smallSite();
const at = (path: string, of = site) => addressOf(path, of);

function smallSite() {
  const built = inject('small');
  if (built) return built;
  throw new Error('the small site was not built; run "npm test" (or: npm test -- site)');
}

const { browse } = useBrowser();

const path = (page: Page) => new URL(page.url()).pathname;
const heading = (page: Page) => page.locator('h1').textContent();
const rows = (page: Page) => page.locator('table.latest tbody tr:not(.group):visible');

/** Presses Tab until the element has the focus; fails if it never gets it. */
async function tabTo(page: Page, selector: string, atMost = 40): Promise<void> {
  for (let presses = 0; presses < atMost; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab did not reach ${selector} in ${atMost} presses`);
}

describe('finding a region', () => {
  it('works from the home page to the profile by keyboard alone', () =>
    browse(async (page) => {
      await page.goto(at('/'));
      await tabTo(page, '[role=combobox]');
      await page.keyboard.type('blitar');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/daerah/');
      expect(new URL(page.url()).searchParams.get('q')).toBe('blitar');
      expect(await page.getByRole('searchbox').inputValue()).toBe('blitar');
      expect(await rows(page).count()).toBe(2);
      expect(await page.getByRole('status').textContent()).toContain('2 dari 514');

      await tabTo(page, 'a[href="/daerah/kota-blitar/"]', 60);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/daerah/kota-blitar/');
      expect(await heading(page)).toBe('Kota Blitar');
    }));

  it.each([
    ['tangsel', 'Kota Tangerang Selatan'],
    ['jogja', 'Kota Yogyakarta'],
    ['pangkalpinang', 'Kota Pangkal Pinang'],
    ['baubau', 'Kota Bau Bau'],
  ])('finds "%s"', (query, name) =>
    browse(async (page) => {
      await page.goto(at(`/daerah/?q=${encodeURIComponent(query)}`));
      expect(await rows(page).locator('th > a').allTextContents()).toContain(name);
      expect(await rows(page).count()).toBeLessThan(40);
    }),
  );

  it('filters while one types, tells how many match, and gives all of them back', () =>
    browse(async (page) => {
      await page.goto(at('/en/daerah/'));
      expect(await rows(page).count()).toBe(514);
      const input = page.getByRole('searchbox');
      await input.fill('zzz');
      expect(await rows(page).count()).toBe(0);
      expect(await page.getByRole('status').textContent()).toContain('No regency or city');
      await input.fill('jawa timur');
      expect(await rows(page).count()).toBe(38);
      expect(await page.getByRole('status').textContent()).toContain('38 of 514');
      await input.fill('');
      expect(await rows(page).count()).toBe(514);
      expect(new URL(page.url()).search).toBe('');
    }));

  it('works without JavaScript: the whole list, and a form that leads to it', () =>
    browse(
      async (page) => {
        await page.goto(at('/'));
        await page.getByRole('combobox').fill('Blitar');
        await page.getByRole('combobox').press('Enter');
        await page.waitForURL((url) => url.pathname === '/daerah/');
        expect(await rows(page).count()).toBe(514);
        await page.getByRole('link', { name: 'Kota Blitar', exact: true }).click();
        await page.waitForURL((url) => url.pathname === '/daerah/kota-blitar/');
      },
      { javaScriptEnabled: false },
    ));
});

describe('a profile', () => {
  it('is complete without JavaScript', async () => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      await browse(
        async (page) => {
          await page.goto(at('/daerah/kota-blitar/'));
          await page.locator('#semua-angka summary').click();
          // As rendered: what a script would hide or show counts.
          // Menus of charts come with JavaScript, and are all that does.
          await page.evaluate(() => {
            for (const menu of document.querySelectorAll('chart-menu')) menu.remove();
          });
          const [text = ''] = await page.locator('main').allInnerTexts();
          expect(text).toContain('92,15');
          texts.push(text);
          expect(await page.getByText('Semua angka tercetak').isVisible()).toBe(true);
          expect(await page.locator('#semua-angka table').isVisible()).toBe(true);
        },
        { javaScriptEnabled },
      );
    }
    expect(texts[1]).toBe(texts[0]);
  });

  it("leads from a figure to the very fact on its source's page", () =>
    browse(async (page) => {
      await page.goto(at('/daerah/kota-blitar/'));
      const figure = page.locator('#mcp .big a');
      const [target = '', fragment = ''] = (await figure.getAttribute('href'))?.split('#') ?? [];
      await figure.click();
      await page.waitForURL((url) => url.pathname === target);
      expect(fragment).toBe('35.72-mcp-2024');
      expect(await page.locator(':target').textContent()).toContain('97,98');
      expect(await page.locator(':target').isVisible()).toBe(true);
    }));

  it('prints on a few sheets of A4, without what is of no use on paper', () =>
    browse(async (page) => {
      await page.goto(at('/daerah/kota-blitar/'));
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.slice(0, 5)).toBe('%PDF-');
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets).toBeGreaterThanOrEqual(1);
      expect(sheets).toBeLessThanOrEqual(8);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav.site-nav').isVisible()).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.getByText('92,15').first().isVisible()).toBe(true);
    }));
});

describe('the languages', () => {
  it.each(['/', '/daerah/', '/daerah/kota-blitar/', '/indikator/spi/', '/program/2025/'])(
    'are switched without leaving the page: %s',
    (own) =>
      browse(async (page) => {
        await page.goto(at(own));
        const first = await heading(page);
        await page.getByRole('link', { name: 'English' }).click();
        await page.waitForURL((url) => url.pathname === `/en${own}`);
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        await page
          .getByRole('banner')
          .getByRole('link', { name: 'Indonesia', exact: true })
          .click();
        await page.waitForURL((url) => url.pathname === own);
        expect(await page.locator('html').getAttribute('lang')).toBe('id');
        expect(await heading(page)).toBe(first);
      }),
  );
});

describe('getting around', () => {
  it('the skip link is the first stop, becomes visible and leads to the content', () =>
    browse(async (page) => {
      await page.goto(at('/daerah/kota-blitar/'));
      await page.keyboard.press('Tab');
      const skip = page.locator('a.skip');
      expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
      const box = await skip.boundingBox();
      expect(box && box.y >= 0 && box.x >= 0).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('isi');
      // The next stop is inside the content, past the navigation.
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(
        true,
      );
    }));

  it('every stop of the keyboard can be seen', () =>
    browse(async (page) => {
      await page.goto(at('/'));
      for (let stop = 0; stop < 12; stop += 1) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(() => {
          const style = getComputedStyle(document.activeElement as Element);
          return { style: style.outlineStyle, width: Number.parseFloat(style.outlineWidth) };
        });
        expect(outline.style).not.toBe('none');
        expect(outline.width).toBeGreaterThanOrEqual(2);
      }
    }));

  it.each([
    ['/tidak/ada/', 'id', 'Halaman tidak ditemukan'],
    ['/en/daerah/not-there/', 'en', 'Page not found'],
  ])('what is not there is answered as such, with help: %s', (missing, lang, title) =>
    browse(
      async (page) => {
        const response = (await page.goto(at(missing))) as Response;
        expect(response.status()).toBe(404);
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        expect(await heading(page)).toBe(title);
        await page.getByRole('combobox').fill('Surabaya');
        await page.getByRole('combobox').press('Enter');
        await page.waitForURL((url) => url.pathname.endsWith('/daerah/kota-surabaya/'));
        expect(await heading(page)).toBe('Kota Surabaya');
      },
      { allows: 'complaints' },
    ),
  );
});

describe('under a base path', () => {
  it('pages have their style and their links stay inside', () =>
    browse(
      async (page) => {
        await page.goto(small.url);
        expect(path(page)).toBe(small.base);
        const font = await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontFamily);
        expect(font).toContain('Source Serif');
        await page.getByRole('combobox').fill('Contoh');
        // The index has come by then: leaving while it is under way would abort its request.
        await page.getByRole('option').first().waitFor();
        await page.getByRole('combobox').press('Enter');
        await page.waitForURL((url) => url.pathname === `${small.base}daerah/`);
        await page.getByRole('link', { name: 'Kota Contoh', exact: true }).click();
        await page.waitForURL((url) => url.pathname === `${small.base}daerah/kota-contoh/`);
        await page.getByRole('link', { name: 'English' }).click();
        await page.waitForURL((url) => url.pathname === `${small.base}en/daerah/kota-contoh/`);
        await page.locator('#mcp .big a').click();
        await page.waitForURL((url) => url.hash === '#98.71-mcp-2023');
        expect(await page.locator(':target').textContent()).toContain('92.15');
      },
      { of: small },
    ));

  it.each([
    ['tidak-ada/', 'Halaman tidak ditemukan'],
    ['en/tidak-ada/', 'Page not found'],
  ])('what is not there is answered in its language: %s', (missing, title) =>
    browse(
      async (page) => {
        const response = (await page.goto(at(missing, small))) as Response;
        expect(response.status()).toBe(404);
        expect(await heading(page)).toBe(title);
        const font = await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontFamily);
        expect(font).toContain('Source Serif');
        await page.locator('a.wordmark').click();
        await page.waitForURL(
          (url) => url.pathname === small.base || url.pathname === `${small.base}en/`,
        );
      },
      { allows: 'complaints' },
    ),
  );
});
