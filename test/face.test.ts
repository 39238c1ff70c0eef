import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { attribute, elements, parseHtml } from './lib/html.ts';
import { addressOf, useBrowser } from './lib/visit.ts';

/** How the site looks: its two themes and who chooses, its icons, and how it is on paper. */
const site = inject('site');
const at = (path: string) => addressOf(path, site);
const file = (path: string) => readFileSync(join(site.dir, path));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KEY = 'cermin-tema';

const { browse } = useBrowser();

/** What is painted: the paper, the browser's own parts, and the bar of a phone's browser. */
const painted = (page: Page) =>
  page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    bar: [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
      ({ media }) => matchMedia(media).matches,
    )?.content,
    canvas: document.querySelector<HTMLMetaElement>('meta[name=color-scheme]')?.content,
  }));
const LIGHT = { paper: 'rgb(251, 250, 246)', bar: '#ffffff' };
const DARK = { paper: 'rgb(20, 25, 28)', bar: '#1b2226' };
const either = 'light dark';

describe('the theme', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('is what the device says: %s', (colorScheme, colours) =>
    browse(
      async (page) => {
        await page.goto(at('/'));
        expect(await painted(page)).toEqual({ ...colours, canvas: either });
        expect(await page.getByRole('radio', { name: 'Ikut perangkat' }).isChecked()).toBe(true);
      },
      { colorScheme },
    ),
  );

  it.each([
    ['light', 'Gelap', 'dark', DARK],
    ['dark', 'Terang', 'light', LIGHT],
  ] as const)(
    'on a %s device can be switched to "%s", on every page, and back',
    (colorScheme, name, theme, colours) =>
      browse(
        async (page) => {
          await page.goto(at('/daerah/kota-blitar/'));
          const group = page.getByRole('group', { name: 'Tampilan' });
          const system = await painted(page);
          await group.getByRole('radio', { name }).check();
          expect(await painted(page)).toEqual({ ...colours, canvas: theme });

          await page.goto(at('/en/tentang/'));
          expect(await painted(page)).toEqual({ ...colours, canvas: theme });
          const english = page.getByRole('group', { name: 'Appearance' });
          const chosen = english.getByRole('radio', { name: theme === 'dark' ? 'Dark' : 'Light' });
          expect(await chosen.isChecked()).toBe(true);

          await english.getByRole('radio', { name: 'As on the device' }).check();
          expect(await painted(page)).toEqual(system);
          await page.goto(at('/'));
          expect(await painted(page)).toEqual(system);
          expect(await page.evaluate(() => localStorage.length)).toBe(0);
        },
        { colorScheme },
      ),
  );

  it('is switched by the arrow keys, and in other tabs at once', () =>
    browse(async (page) => {
      await page.goto(at('/'));
      const other = await page.context().newPage();
      await other.goto(at('/tentang/'));
      await page.getByRole('radio', { name: 'Ikut perangkat' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await painted(page)).toMatchObject(DARK);
      await expect.poll(() => painted(other)).toMatchObject(DARK);
      expect(await other.getByRole('radio', { name: 'Gelap' }).isChecked()).toBe(true);
    }));

  it('is switched in the head of a page too, and the switch in its foot agrees', () =>
    browse(async (page) => {
      await page.goto(at('/daerah/kota-blitar/'));
      const button = page.getByRole('button', { name: 'Tampilan gelap' });
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await button.click();
      expect(await painted(page)).toMatchObject(DARK);
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      expect(await page.getByRole('radio', { name: 'Gelap' }).isChecked()).toBe(true);
      await page.getByRole('radio', { name: 'Terang' }).check();
      expect(await button.getAttribute('aria-pressed')).toBe('false');
    }));

  it('stands before anything is painted', () =>
    browse(async (page) => {
      await page.goto(at('/'));
      await page.evaluate((key) => localStorage.setItem(key, 'dark'), KEY);
      // Set when the body begins: at that time no stylesheet need have come.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          observer.disconnect();
          const { theme } = document.documentElement.dataset;
          Reflect.set(window, 'themeAtBody', `${theme} ${document.readyState}`);
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(at('/daerah/kota-blitar/'));
      expect(await page.evaluate(() => Reflect.get(window, 'themeAtBody'))).toBe('dark loading');
    }));

  it('is set by one small script in the head, before the stylesheets, which waits for nothing', () => {
    expect(file('tema.js').byteLength).toBeLessThan(512);
    for (const path of ['index.html', 'en/daerah/kota-blitar/index.html', '404.html']) {
      const loads = elements(parseHtml(file(path).toString())).filter(
        (each) =>
          (each.tagName === 'script' && attribute(each, 'src') !== null) ||
          attribute(each, 'rel') === 'stylesheet',
      );
      const [script, ...others] = loads;
      if (!script) throw new Error(`${path} loads nothing`);
      expect(attribute(script, 'src')).toBe(`${site.base}tema.js`);
      for (const name of ['async', 'defer', 'type']) expect(attribute(script, name)).toBe(null);
      expect(others.some(({ tagName }) => tagName === 'link')).toBe(true);
    }
  });

  it('is the device’s where nothing can be kept, or something else is', () =>
    browse(
      async (page) => {
        await page.goto(at('/'));
        await page.evaluate((key) => localStorage.setItem(key, '"><b>'), KEY);
        await page.reload();
        expect(await painted(page)).toEqual({ ...DARK, canvas: either });
        await page.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get() {
              throw new DOMException('no', 'SecurityError');
            },
          });
        });
        await page.reload();
        expect(await painted(page)).toEqual({ ...DARK, canvas: either });
        expect(await page.locator('theme-switch').isVisible()).toBe(false);
        expect(await page.locator('theme-button').isVisible()).toBe(false);
      },
      { colorScheme: 'dark' },
    ));

  it('without JavaScript is the device’s, and no switch is shown', () =>
    browse(
      async (page) => {
        await page.goto(at('/'));
        expect((await painted(page)).paper).toBe(DARK.paper);
        expect(await page.locator('theme-switch').isVisible()).toBe(false);
        expect(await page.locator('theme-button').isVisible()).toBe(false);
      },
      { colorScheme: 'dark', javaScriptEnabled: false },
    ));

  it.each(['light', 'dark'] as const)('axe finds nothing when it is forced: %s', async (theme) => {
    // axe is injected where the policy would forbid that; the device says the opposite.
    await browse(
      async (page) => {
        await page.goto(at('/'));
        await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
          KEY,
          theme,
        ] as const);
        for (const path of ['/', '/daerah/kota-blitar/', '/en/indikator/spi/', '/tentang/']) {
          await page.goto(at(path));
          expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
          await page.evaluate(AXE);
          const found = await page.evaluate(async () => {
            const { axe } = window as unknown as { axe: typeof axeCore };
            // A theme changes colours and nothing else.
            const runOnly = ['color-contrast', 'link-in-text-block'];
            const { violations } = await axe.run(document, { runOnly });
            return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          });
          expect(found, path).toEqual([]);
        }
      },
      {
        bypassCSP: true,
        colorScheme: theme === 'dark' ? 'light' : 'dark',
        viewport: { width: 390, height: 844 },
      },
    );
  });

  it('the switch is reached by a thumb, and the header stays low', () =>
    browse(
      async (page) => {
        for (const path of ['/daerah/kota-blitar/', '/en/daerah/kota-blitar/']) {
          await page.goto(at(path));
          const header = await page.locator('.site-head').boundingBox();
          expect(header?.height).toBeLessThanOrEqual(125);
          const button = await page.locator('theme-button button').boundingBox();
          expect(Math.min(button?.width ?? 0, button?.height ?? 0)).toBeGreaterThanOrEqual(32);
          for (const label of await page.locator('theme-switch label').all()) {
            expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(32);
          }
        }
      },
      { viewport: { width: 390, height: 844 } },
    ));
});

describe('colours of the reader’s own', () => {
  it('leave what is drawn in sight', () =>
    browse(
      async (page) => {
        await page.goto(at('/daerah/kota-blitar/'));
        const adjust = (selector: string, pseudo?: string) =>
          page
            .locator(selector)
            .first()
            .evaluate((element, of) => getComputedStyle(element, of).forcedColorAdjust, pseudo);
        expect(await adjust('.band', '::before')).toBe('none');
        expect(await adjust('.wordmark svg')).toBe('none');
        expect(await adjust('.chart')).toBe('none');
      },
      { forcedColors: 'active' },
    ));
});

describe('the icons', () => {
  /** Width and height of a PNG. */
  const size = (png: Buffer) => {
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };

  it('are small files of the sizes they say', () => {
    const ico = file('favicon.ico');
    // One picture, 32 pixels wide, to the end of the file.
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 1]);
    expect([ico[6], ico[7]]).toEqual([32, 32]);
    const [bytes, offset] = [ico.readUInt32LE(14), ico.readUInt32LE(18)];
    expect(offset + bytes).toBe(ico.length);
    expect(size(ico.subarray(offset))).toEqual([32, 32]);

    expect(size(file('apple-touch-icon.png'))).toEqual([180, 180]);
    for (const name of ['favicon.ico', 'favicon.svg', 'apple-touch-icon.png', 'ikon-512.png']) {
      expect(statSync(join(site.dir, name)).size, name).toBeLessThan(5000);
    }
  });

  it('and the manifest are what pages name', () => {
    const head = elements(parseHtml(file('en/daerah/index.html').toString()), 'link');
    const named = (rel: string) =>
      head.filter((link) => attribute(link, 'rel') === rel).map((link) => attribute(link, 'href'));
    const { base } = site;
    expect(named('icon')).toEqual([`${base}favicon.ico`, `${base}favicon.svg`]);
    expect(named('apple-touch-icon')).toEqual([`${base}apple-touch-icon.png`]);
    expect(named('manifest')).toEqual([`${base}manifest.webmanifest`]);

    const manifest = JSON.parse(file('manifest.webmanifest').toString());
    expect(manifest).toMatchObject({ name: 'Cermin Daerah', lang: 'id', start_url: './' });
    for (const { src, sizes } of manifest.icons) {
      // Relative to the manifest: right under any base path.
      expect(size(file(src)).join('x')).toBe(sizes);
    }
    const purposes = manifest.icons.map((icon: Record<string, string>) => icon.purpose);
    expect(new Set(purposes)).toEqual(new Set(['any', 'maskable']));
  });
});

describe('on paper', () => {
  it.each([
    '/daerah/kota-blitar/',
    '/en/daerah/kota-blitar/',
    '/daerah/kabupaten-belitung/',
    '/daerah/kota-mataram/',
    '/daerah/kota-makassar/',
    '/daerah/kabupaten-nduga/',
    '/daerah/kota-administrasi-jakarta-pusat/',
  ])('a profile takes two sheets of A4 at most: %s', (path) =>
    browse(async (page) => {
      await page.goto(at(path));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
      expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
    }),
  );

  it('tells what counts, legibly, and where the rest is', () =>
    browse(
      async (page) => {
        await page.goto(at('/daerah/kota-blitar/'));
        // Chosen on the screen; paper stays white.
        await page.getByRole('radio', { name: 'Gelap' }).check();
        await page.emulateMedia({ media: 'print' });
        const told = await page.locator('body').allInnerTexts();
        for (const text of ['92,15', '97,98', 'Telepon 198', '9 Desember 2025']) {
          expect(told.join()).toContain(text);
        }
        for (const id of ['cermin', 'ukuran', 'artinya', 'jalan', 'kesiapan', 'mengadu']) {
          expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
        }
        for (const gone of ['.site-nav', 'region-finder', '.jumps', '.share', 'theme-switch']) {
          expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
        }
        const news = page.locator('section[aria-labelledby=komponen] .facts > li:visible');
        expect(await news.count()).toBe(3);
        const address = await page.locator('link[rel=canonical]').getAttribute('href');
        expect(await page.locator('.on-paper').textContent()).toContain(address);
        expect((await painted(page)).paper).toBe('rgb(255, 255, 255)');

        const small = await page.evaluate(() => {
          const found: string[] = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (!node.nodeValue?.trim() || !element?.checkVisibility()) continue;
            if (element.closest('title, desc, .visually-hidden')) continue;
            // What is drawn is scaled.
            const chart = element.closest<SVGSVGElement>('svg.chart');
            const scale = chart
              ? chart.getBoundingClientRect().width / chart.viewBox.baseVal.width
              : 1;
            const points = Number.parseFloat(getComputedStyle(element).fontSize) * 0.75 * scale;
            if (points < (chart ? 7.99 : 8.49))
              found.push(`${points.toFixed(1)}pt: ${node.nodeValue.trim()}`);
          }
          return found;
        });
        expect(small).toEqual([]);
      },
      { viewport: { width: 695, height: 1000 } },
    ));
});
