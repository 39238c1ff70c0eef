import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { PALETTE } from '../src/charts/palette.ts';
import { attribute, byId, type Element, elements, hasClass, parseHtml } from './lib/html.ts';
import { gzipped, pagePaths, readPage } from './lib/site.ts';
import { addressOf, useBrowser } from './lib/visit.ts';

/** Charts as they stand on pages: what they say, the tables behind them, and their menus. */
const site = inject('site');
const at = (path: string) => addressOf(path, site);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KB = 1000;

/** Pages with charts, and for each chart what its description has to tell. */
const PAGES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  '/daerah/kota-blitar/': {
    'grafik-cermin': /97,98.*ambang 75/s,
    'grafik-cakupan': /angka akhir/i,
    'grafik-tren-sakip': /2018: BB.*ambang B/,
    'grafik-tren-ombudsman': /2024: 98,19.*Deret yang berbeda tidak dibandingkan/,
    'grafik-tren-bpk': /2024: WTP.*Belum ditemukan: 2019–2021/,
    'grafik-sebaran-spi': /Kota Blitar 77,1 \(2024\)/,
    'grafik-sebaran-mcp': /Kota Blitar 97,98 \(2024\)/,
    'grafik-jalan-2025': /9\sDesember\s2025/,
    'grafik-kesiapan': /terpenuhi/,
  },
  '/daerah/kabupaten-asmat/': {
    'grafik-cermin': /belum ditemukan/,
    'grafik-cakupan': /angka akhir/i,
    'grafik-sebaran-spi': /Kabupaten Asmat/,
  },
  '/indikator/spi/': {
    'grafik-sebaran-regency': /kabupaten/,
    'grafik-sebaran-city': /kota/,
    'grafik-cakupan': /SPI/,
    'grafik-peta': /SPI/,
  },
  '/program/2025/': { 'grafik-tahap': /36/ },
  '/provinsi/jawa-timur/': {
    'grafik-tren-sakip': /Jawa Timur, SAKIP/,
    'grafik-tren-ombudsman': /Jawa Timur, Ombudsman/,
    'grafik-tren-spbe': /Jawa Timur, SPBE/,
    'grafik-peta': /hasil terbaru tiap daerah/,
  },
  '/': { 'grafik-peta': /percontohan/, 'grafik-cakupan': /508/ },
};
const paths = Object.keys(PAGES);

const { browse } = useBrowser();

const BLITAR = '/daerah/kota-blitar/';
const figureOf = (page: Page, id: string) => page.locator(`#${id}`);

/** The part of the table of every figure that a trend's figures stand in; other charts have none. */
const partOf = (id: string) =>
  id.startsWith('grafik-tren-') ? id.replace('grafik-tren', '#angka') : null;

/** Opens the menu of a chart, presses one of its buttons, and gives what is saved. */
async function saved(page: Page, id: string, button: string) {
  const menu = figureOf(page, id).locator('chart-menu');
  if (!(await menu.locator('details').evaluate((details: HTMLDetailsElement) => details.open))) {
    await menu.locator('summary').click();
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

describe.each(paths)('the charts of %s', (path) => {
  it.each([390, 1280])('say what they show, once, and have their table: %i px', (width) =>
    browse(
      async (page) => {
        await page.goto(at(path));
        const figures = await page
          .locator('.chart-figure')
          .evaluateAll((all) => all.map(({ id }) => id));
        expect(figures.toSorted()).toEqual(Object.keys(PAGES[path] ?? {}).toSorted());
        for (const [id, finding] of Object.entries(PAGES[path] ?? {})) {
          const figure = figureOf(page, id);
          // Of two widths, one is shown, to the eye and to a screen reader alike.
          const shown = figure.locator('svg.chart:visible');
          expect(await shown.count(), id).toBe(1);
          const { role, title, description } = await shown.evaluate((svg) => {
            const [first, second] = (svg.getAttribute('aria-labelledby') ?? '')
              .split(' ')
              .map((each) => document.getElementById(each)?.textContent ?? '');
            return { role: svg.getAttribute('role'), title: first, description: second };
          });
          expect(role).toBe('img');
          expect(title?.length, id).toBeGreaterThan(5);
          expect(description, id).toMatch(finding);
          expect(description).not.toMatch(/undefined|null|NaN/);

          expect(await figure.locator('figcaption').textContent(), id).toMatch(/20\d\d/);
          const part = partOf(id);
          const details = part
            ? page.locator('details', { has: page.locator(part) })
            : figure.locator('.chart-tools > details');
          expect(await details.count(), id).toBe(1);
          expect(await details.locator('caption').count(), id).toBe(1);
          // Counts of our own lead to the pages where the figures are.
          const links = part
            ? page.locator(`${part} a[href*="/sumber/"]`)
            : figure.locator('table a[href*="/sumber/"], figcaption a[href*="/indikator/"]');
          expect(await links.count(), id).toBeGreaterThan(0);
        }
        const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
        expect(ids.length).toBe(new Set(ids).size);
      },
      { viewport: { width, height: 844 } },
    ),
  );

  it('are accessible with everything open, and never wider than the page', () =>
    browse(
      async (page) => {
        await page.goto(at(path));
        await page.evaluate(AXE);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        for (const width of [280, 320, 360, 390]) {
          await page.setViewportSize({ width, height: 844 });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
            `${width} px`,
          ).toBeLessThanOrEqual(width);
          const cut = await page.locator('svg.chart:visible').evaluateAll((svgs) =>
            svgs.flatMap((svg) => {
              const { left, right } = svg.getBoundingClientRect();
              return left < 0 || right > innerWidth + 0.5 ? [svg.outerHTML.slice(0, 80)] : [];
            }),
          );
          expect(cut, `${width} px`).toEqual([]);
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const width of [390, 1280]) {
            await page.setViewportSize({ width, height: 844 });
            const found = await page.evaluate(async (scheme) => {
              const { axe: runner } = window as unknown as { axe: typeof axe };
              const results = await runner.run(document, {
                resultTypes: ['violations'],
                // The scheme changes colours and nothing else.
                ...(scheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
              });
              return results.violations.map(
                ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 300)}`,
              );
            }, colorScheme);
            expect(found, `${width} ${colorScheme}`).toEqual([]);
          }
        }
      },
      { bypassCSP: true },
    ));
});

describe('the menu of a chart', () => {
  it.each(['light', 'dark'] as const)(
    'gives a picture that needs no page: colours, paper, source (%s)',
    (colorScheme) =>
      browse(
        async (page) => {
          await page.goto(at(BLITAR));
          const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
          for (const id of Object.keys(PAGES[BLITAR] ?? {})) {
            const { name, content } = await saved(page, id, 'Gambar SVG');
            expect(name).toMatch(/^[a-z0-9-]+\.svg$/);
            const svg = content.toString('utf8');
            expect(svg).not.toContain('class=');
            expect(svg).not.toContain('var(');
            expect(svg).not.toContain('style=');
            const lines = svg.replace(/<(title|desc)\b.*?<\/\1>/gs, '').split(/<[^>]+>/);
            expect(lines.join('')).toContain(`${canonical}#${id}`);
            expect(lines.join(' '), id).toContain('Kota Blitar');
            expect(lines.join(' '), id).toMatch(/20\d\d/);
            expect(lines.join(' '), id).toContain('Bukan situs KPK');
            const faults = await page.evaluate((text) => {
              const xml = new DOMParser().parseFromString(text, 'image/svg+xml');
              if (xml.querySelector('parsererror')) return ['not well formed'];
              // Whatever has no colour of its own would be black on any paper.
              return [...xml.querySelectorAll('text, circle, rect, path, line')]
                .filter((each) => !each.closest('[fill]') && !each.hasAttribute('stroke'))
                .map((each) => each.outerHTML.slice(0, 120));
            }, svg);
            expect(faults, id).toEqual([]);
            // Light paper, whatever the reader's scheme: articles are.
            expect(svg).toContain(`fill="${PALETTE.paper.light}"`);
          }
        },
        { colorScheme, viewport: { width: 1280, height: 900 } },
      ),
  );

  it('gives a PNG at twice the size', () =>
    browse(
      async (page) => {
        await page.goto(at(BLITAR));
        const { name, content } = await saved(page, 'grafik-cermin', 'Gambar PNG');
        expect(name).toBe('cermin-kota-blitar.png');
        expect([...content.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
        // The wide drawing, which a phone does not show, and the margins, twice.
        expect(content.readUInt32BE(16)).toBe(2 * (860 + 32));
        expect(content.length).toBeGreaterThan(5 * KB);
      },
      { viewport: { width: 390, height: 844 } },
    ));

  it.each([
    [BLITAR, 'grafik-cermin'],
    [BLITAR, 'grafik-cakupan'],
    [BLITAR, 'grafik-kesiapan'],
    [BLITAR, 'grafik-jalan-2025'],
    [BLITAR, 'grafik-tren-bpk'],
    ['/indikator/spi/', 'grafik-sebaran-regency'],
    ['/program/2025/', 'grafik-tahap'],
    ['/provinsi/jawa-timur/', 'grafik-peta'],
    ['/', 'grafik-cakupan'],
  ])('gives the table as CSV, with the addresses of the sources: %s %s', (path, id) =>
    browse(async (page) => {
      await page.goto(at(path));
      const { content } = await saved(page, id, 'Data CSV');
      const text = content.toString('utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: 'greedy' });
      expect(errors).toEqual([]);
      const part = partOf(id);
      const table = await (part
        ? page.locator(part)
        : figureOf(page, id).locator('table')
      ).evaluate((element: HTMLTableElement | HTMLTableSectionElement) => {
        const head = element.closest('table')?.tHead?.rows ?? [];
        return [...new Set([...head, ...element.rows])].map((row) =>
          [...row.cells].map((cell) => (cell.textContent ?? '').trim().replace(/\s+/g, ' ')),
        );
      });
      expect(data).toHaveLength(table.length);
      expect(data.map((row) => row.length)).toEqual(table.map((row) => row.length + 1));
      // Numbers as machines read them are those the page shows.
      table.forEach((row, r) => {
        row.forEach((cell, c) => {
          const value = data[r]?.[c] ?? '';
          expect([value, value.replace('.', ',')], `${r} ${c}`).toContain(cell);
        });
      });
      if (path !== '/') {
        const sources = data.slice(1).flatMap((row) => row.at(-1)?.split(' ') ?? []);
        expect(sources.some((each) => /^http.*\/sumber\/.+#/.test(each))).toBe(true);
      }
    }),
  );

  it('copies the address of the chart', () =>
    browse(
      async (page) => {
        await page.goto(at('/en/daerah/kota-blitar/'));
        const figure = figureOf(page, 'grafik-cermin');
        await figure.locator('chart-menu summary').click();
        await figure.getByRole('button', { name: 'Copy link' }).click();
        await figure.getByText('The link has been copied.').waitFor();
        const address = await page.evaluate(() => navigator.clipboard.readText());
        expect(address).toMatch(/\/en\/daerah\/kota-blitar\/#grafik-cermin$/);
        await page.goto(at('/en/daerah/kota-blitar/#grafik-cermin'));
        expect(await page.locator(':target').getAttribute('id')).toBe('grafik-cermin');
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('is all that is missing without JavaScript', () =>
    browse(
      async (page) => {
        for (const path of paths) {
          await page.goto(at(path));
          for (const id of Object.keys(PAGES[path] ?? {})) {
            const figure = figureOf(page, id);
            expect(await figure.locator('svg.chart:visible').count()).toBe(1);
            const part = partOf(id);
            if (part) await figure.locator('.chart-tools > a').click();
            else await figure.locator('.chart-tools > details > summary').click();
            const table = part ? page.locator(part) : figure.locator('table');
            expect(await table.isVisible(), id).toBe(true);
            expect(await figure.locator('chart-menu').textContent()).toBe('');
          }
        }
      },
      { javaScriptEnabled: false },
    ));
});

describe('a small trend', () => {
  it('shows no figure that the list of years beside it, or the table it leads to, has not', () => {
    let seen = 0;
    for (const path of pagePaths(site.dir)) {
      if (!/^\/(daerah|provinsi)\/[^/]+\/$/.test(path)) continue;
      const page = parseHtml(readPage(site.dir, path));
      for (const tile of elements(page, 'li').filter((each) => hasClass(each, 'tile'))) {
        const [svg] = elements(tile, 'svg');
        if (!svg) continue;
        seen += 1;
        const id = attribute(tile, 'id');
        const [dots] = elements(svg, 'path').filter(
          (each) => attribute(each, 'stroke-linecap') === 'round',
        );
        const drawn = (attribute(dots as Element, 'd')?.match(/h0/g) ?? []).length;
        const [list] = elements(tile, 'ul');
        const inList = list ? elements(list, 'data').length : 0;
        const more = elements(tile, 'a').some((a) => attribute(a, 'href') === '#semua-angka');
        const inTable = elements(byId(page, `angka-${id}`), 'strong').length - 1;
        // The latest stands above them, in large.
        expect(more ? inTable : inList, `${path} ${id}`).toBeGreaterThanOrEqual(drawn);
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});

describe('what has little data', () => {
  const profiles = pagePaths(site.dir)
    .filter((path) => /^(\/en)?\/daerah\/[^/]+\/$/.test(path))
    .map((path) => ({ path, html: readPage(site.dir, path) }));

  it('gets no empty chart, but words', () => {
    const empty = profiles.filter(({ html }) => html.split('tile-missing').length - 1 === 7);
    expect(empty.length).toBeGreaterThan(0);
    for (const { path, html } of empty) {
      expect(html, path).not.toMatch(/id="grafik-(cermin|sebaran|kesiapan)/);
      expect(html.replace(/<[^>]+>/g, ''), path).toMatch(
        /Belum ada angka akhir yang ditemukan|No final figure has been found/,
      );
    }
  });

  it('gets a mirror wherever a figure of its own can be set against others', () => {
    const mirrored = profiles.filter(({ html }) => html.includes('id="grafik-cermin"'));
    expect(mirrored.length).toBeGreaterThan(900);
    // One alone is no trend: fewer charts in tiles than tiles.
    for (const { path, html } of profiles) {
      expect(html.split('chart-trend-small').length - 1, path).toBeLessThanOrEqual(7);
    }
  });
});

describe('sizes', () => {
  it('the menu: 2.5 KB at most', () => {
    const [, entry = ''] =
      /<script[^>]+src="\/([^"]*ChartMenu[^"]*)"/.exec(readPage(site.dir, BLITAR)) ?? [];
    const read = (name: string) => readFileSync(`${site.dir}/${name}`, 'utf8');
    // Where pages with more scripts use it too, the bundler gives it a file of its own.
    const [shared] = [...read(entry).matchAll(/["']\.\/(chart-menu[^"']+)["']/g)];
    const scripts = [entry, ...(shared?.[1] ? [`_astro/${shared[1]}`] : [])].map(read);
    expect(scripts.join('')).toContain('chart-menu');
    // Making files comes with the first wish for one.
    expect(scripts.join('')).not.toContain('toBlob');
    const bytes = scripts.reduce((sum, script) => sum + gzipped(script), 0);
    expect(bytes).toBeLessThanOrEqual(2.5 * KB);
  });
});
