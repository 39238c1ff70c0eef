import { readFileSync } from 'node:fs';
import axeCore from 'axe-core';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { datasetOf } from '../src/api/dataset.ts';
import type { DefinitionsFile, RegionFile, RegionsFile } from '../src/api/files.ts';
import { readDataset } from '../src/dataset/read-dataset.ts';
import type { IndicatorId, Score } from '../src/dataset/tables/index.ts';
import { scoreAnchor } from '../src/derive/citations.ts';
import { peersOf } from '../src/derive/peers.ts';
import { deriveModel } from '../src/derive/site-model.ts';
import { attribute, byId, elements, hasClass, parseHtml, textOf } from './lib/html.ts';
import { fileOf, gzipped, readPage } from './lib/site.ts';
import { addressOf, useBrowser } from './lib/visit.ts';
import { KB } from './lib/weight.ts';

/** The comparison, as people use it: by hand, by address, by keyboard, and without JavaScript. */
const site = inject('site');
const at = (path: string) => addressOf(path, site);

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);
const areas = model.dataset.tables.areas;
const blitarPeers = peersOf(model.area('35.72'), areas).map((peer) => peer.area);

const { browse, visit } = useBrowser();

const chips = (page: Page) => page.locator('.chips li > span').allTextContents();
const heading = (page: Page) => page.locator('#hasil');
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const picker = (page: Page) => page.locator('#banding-daerah');
const problems = (page: Page) => page.locator('.compare-problems p').allTextContents();

/** Waits until the comparison of these members is shown. */
async function shows(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await heading(page).filter({ hasText: name }).waitFor();
  }
  await page
    .locator('.compare-result svg.chart, .compare-result #cermin ~ .note')
    .first()
    .waitFor();
}

/** Types a name into the picker and chooses the first place that is offered. */
async function add(page: Page, typed: string, name: string): Promise<void> {
  await picker(page).fill('');
  await picker(page).pressSequentially(typed);
  const option = page.getByRole('option', { name }).first();
  await option.waitFor();
  await option.click();
}

/** The table of measures as text, with the address of each figure. */
function tableLines(page: Page): Promise<readonly (readonly string[])[]> {
  return page.locator('.compare-table').evaluate((table: HTMLTableElement) =>
    [...table.rows]
      .filter((row) => row.cells.length > 1 && row.parentElement?.tagName === 'TBODY')
      .map((row) => {
        const name =
          row.cells[0]?.querySelector('a')?.textContent ?? row.cells[0]?.firstChild?.textContent;
        const cells = [...row.cells].slice(1).map((cell) => (cell.textContent ?? '').trim());
        const links = [...row.querySelectorAll<HTMLAnchorElement>('a.figure')].map((a) => a.href);
        return [(name ?? '').trim(), ...cells, links.join(' ')];
      }),
  );
}

async function saved(page: Page, button: Locator) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return {
    name: download.suggestedFilename(),
    content: readFileSync(await download.path()),
  };
}

describe('a comparison', () => {
  it('is made by hand: two regions, the pilots, regions alike, measures, a year', () =>
    visit('/banding/', async (page) => {
      await add(page, 'tangsel', 'Kota Tangerang Selatan');
      await shows(page, 'Kota Tangerang Selatan');
      expect(query(page)).toBe('?d=36.74');
      expect(await page.locator('#awal').isVisible()).toBe(false);
      await add(page, 'blitar', 'Kota Blitar');
      await shows(page, 'Kota Tangerang Selatan', 'Kota Blitar');
      expect(query(page)).toBe('?d=36.74,35.72');
      await page.getByRole('button', { name: '+ Percontohan' }).click();
      await shows(page, 'Percontohan');
      await page.getByRole('button', { name: '+ Daerah sebanding Kota Tangerang Selatan' }).click();
      await shows(page, 'Daerah sebanding Kota Tangerang Selatan');
      expect(query(page)).toBe('?d=36.74,35.72,pilots,peers:36.74');
      for (const id of ['sakip', 'ombudsman', 'spip', 'spbe', 'bpk']) {
        await page.locator(`input[name=i][value=${id}]`).uncheck();
      }
      await page.locator('select[name=y]').selectOption('2024');
      await page.locator('.compare-table caption', { hasText: '2024' }).waitFor();
      expect(query(page)).toBe('?d=36.74,35.72,pilots,peers:36.74&i=mcp,spi&y=2024');
      expect(await page.locator('.compare-measure').allTextContents()).toEqual(['MCP', 'SPI']);
      const years = new Set((await tableLines(page)).map((line) => line[2]));
      expect([...years].every((year) => year === '' || year === '2024')).toBe(true);
      expect(await page.title()).toContain('Kota Tangerang Selatan');
    }));

  it('keeps what was chosen before its code had come', () =>
    visit('/banding/', async (page) => {
      await page.route('**/compare-regions.*.js', async (route) => {
        await page.locator('input[name=i][value=bpk]:not(:checked)').waitFor();
        await route.continue();
      });
      await page.locator('input[name=i][value=bpk]').uncheck();
      await expect.poll(() => query(page)).toBe('?i=mcp,spi,sakip,ombudsman,spip,spbe');
      await add(page, 'blitar', 'Kota Blitar');
      await shows(page, 'Kota Blitar');
      expect(query(page)).toBe('?d=35.72&i=mcp,spi,sakip,ombudsman,spip,spbe');
      expect(await page.locator('input[name=i][value=bpk]').isChecked()).toBe(false);
    }));

  it('is restored by back and forward, and members are removed', () =>
    visit('/banding/?d=35.72', async (page) => {
      await shows(page, 'Kota Blitar');
      await add(page, 'kediri', 'Kota Kediri');
      await shows(page, 'Kota Kediri');
      await page.getByRole('button', { name: '+ Percontohan' }).click();
      await shows(page, 'Percontohan');
      await page.getByRole('button', { name: 'Hapus Kota Kediri' }).click();
      await expect.poll(() => chips(page)).toEqual(['Kota Blitar', 'Percontohan']);
      expect(query(page)).toBe('?d=35.72,pilots');

      await page.goBack();
      await expect.poll(() => chips(page)).toEqual(['Kota Blitar', 'Kota Kediri', 'Percontohan']);
      await shows(page, 'Kota Kediri');
      await page.goBack();
      await page.goBack();
      await expect.poll(() => chips(page)).toEqual(['Kota Blitar']);
      await expect.poll(() => heading(page).textContent()).toBe('Kota Blitar');
      await page.goForward();
      await expect.poll(() => chips(page)).toEqual(['Kota Blitar', 'Kota Kediri']);
      await expect.poll(() => heading(page).textContent()).toBe('Kota Blitar dan Kota Kediri');
    }));

  it('is what its address says, in either language', () =>
    visit('/en/banding/?d=35.72,71.07,pilots,peers:35.72&i=mcp,bpk&y=2023', async (page) => {
      await shows(page, 'Kota Blitar', 'Kabupaten Minahasa Tenggara', 'Pilots');
      expect(await page.locator('select[name=y]').inputValue()).toBe('2023');
      expect(
        await page
          .locator('input[name=i]')
          .evaluateAll((all: HTMLInputElement[]) =>
            all.filter(({ checked }) => checked).map(({ value }) => value),
          ),
      ).toEqual(['mcp', 'bpk']);
      for (const peer of blitarPeers) {
        expect(await page.locator('.compare-table th a', { hasText: peer.name }).count()).toBe(2);
      }
      const rows = await tableLines(page);
      expect(rows.flat().join(' ')).toContain('not found yet');
      expect(rows.flat().join(' ')).not.toContain('belum ditemukan');
      // Regencies are not compared with cities, in words.
      expect(await page.locator('#selisih ~ div').first().textContent()).toContain(
        'compared only among themselves',
      );
      // The other language has the same question.
      const other = await page.locator('.site-head a.lang').getAttribute('href');
      expect(other).toMatch(/\/banding\/\?d=35\.72,71\.07,pilots,peers:35\.72&i=mcp,bpk&y=2023$/);
    }));

  it('tells differences in words, and leads to a year that has one', () =>
    visit('/banding/?d=35.72,35.71&i=mcp', async (page) => {
      await shows(page, 'Kota Kediri');
      const [a, b] = ['35.72', '35.71'].map((code) => model.figures.latest(code, 'mcp'));
      expect(a?.year).not.toBe(b?.year);
      const sentence = page.locator('.compare-differences li').first();
      expect(await sentence.textContent()).toContain('Tahunnya berbeda, jadi tidak dibandingkan.');
      await sentence.getByRole('link', { name: /^Bandingkan angka/ }).click();
      await page.locator('.compare-differences li', { hasText: 'Selisih' }).waitFor();
      const year = Number(new URL(page.url()).searchParams.get('y'));
      const [x, y] = ['35.72', '35.71'].map((code) => model.figures.at(code, 'mcp', year)?.value);
      const text = (await page.locator('.compare-differences li').first().textContent()) ?? '';
      const [, by = ''] = /Selisih ([\d.,]+) poin/.exec(text) ?? [];
      expect(Number(by.replace(',', '.'))).toBeCloseTo(Math.abs(Number(x) - Number(y)), 6);
      await page.goBack();
      await page.locator('.compare-differences li', { hasText: 'Tahunnya berbeda' }).waitFor();
    }));

  it('can be made with the keyboard alone', () =>
    visit('/banding/', async (page) => {
      await picker(page).focus();
      await page.keyboard.type('jogja');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await shows(page, 'Kota Yogyakarta');
      await page.keyboard.type('kota surakarta');
      await page.getByRole('option', { name: 'Kota Surakarta' }).waitFor();
      // Enter without choosing takes what is clearly meant.
      await page.keyboard.press('Enter');
      await shows(page, 'Kota Surakarta');
      const tabTo = async (target: Locator) => {
        for (let i = 0; i < 40; i++) {
          if (await target.evaluate((element) => element === document.activeElement)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error('no way there by Tab');
      };
      await tabTo(page.locator('button[data-add=pilots]'));
      await page.keyboard.press('Enter');
      await shows(page, 'Percontohan');
      await tabTo(page.locator('input[name=i][value=spi]'));
      await page.keyboard.press('Space');
      await expect.poll(() => query(page)).toContain('i=mcp,sakip');
      await shows(page, 'Percontohan');
      // A group is unfolded where it stands.
      const unfold = page.locator('.compare-unfold').first();
      await unfold.focus();
      await page.keyboard.press('Enter');
      expect(await unfold.getAttribute('aria-expanded')).toBe('true');
      expect(await page.locator('.compare-of-group:visible').count()).toBeGreaterThan(2);
      // Removing one leaves the focus at the next.
      await page.locator('.chips button').first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => chips(page)).toEqual(['Kota Surakarta', 'Percontohan']);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('Hapus Kota Surakarta');
    }));

  it('says what in its address cannot be followed, and does the rest', () =>
    visit('/banding/?d=35.72,99.99,kota-blitar,35.71&i=mcp,ipm&y=1066', async (page) => {
      await shows(page, 'Kota Blitar dan Kota Kediri');
      const told = await problems(page);
      expect(told).toHaveLength(4);
      expect(told[0]).toContain('“99.99” bukan kode atau nama daerah');
      expect(told[1]).toContain('“kota-blitar” sudah ada');
      expect(told.join(' ')).toContain('“ipm”');
      expect(told.join(' ')).toContain('“1066”');
      expect(await page.locator('.compare-measure').allTextContents()).toEqual(['MCP']);
    }));

  it('takes slugs for codes, and as many members as can be compared', () =>
    visit('/banding/?d=kota-blitar,kabupaten-belitung', async (page) => {
      await shows(page, 'Kota Blitar dan Kabupaten Belitung');
      expect(query(page)).toBe('?d=35.72,19.02');
      expect(await problems(page)).toEqual([]);
      const codes = model.regions.slice(0, 8).map(({ code }) => code);
      await page.goto(at(`/banding/?d=${codes.join()}`));
      await shows(page, model.area(codes[5] ?? '').name);
      expect(await chips(page)).toHaveLength(6);
      expect((await problems(page))[0]).toContain('Paling banyak 6');
    }));

  it('shows markup in its address as text', () =>
    visit(
      `/banding/?${new URLSearchParams({
        d: '<img src=x onerror=alert(1)>,35.72,<script>alert(2)</script>',
        i: '<b>mcp</b>',
        y: '"><svg onload=alert(3)>',
      })}#%E0%A4%A`,
      async (page) => {
        page.on('dialog', () => expect.unreachable('a dialog'));
        await shows(page, 'Kota Blitar');
        const told = (await problems(page)).join(' ');
        expect(told).toContain('<img src=x onerror=alert(1)>');
        expect(told).toContain('<script>alert(2)</script>');
        expect(told).toContain('"><svg onload=alert(3)>');
        expect(await page.locator('.compare img, .compare script, .compare b').count()).toBe(0);
        expect(await page.locator('.compare [onload], .compare [onerror]').count()).toBe(0);
        // A mangled name of a part of the page is no failure either.
        expect(await page.locator('.compare-status').textContent()).toContain('Ditampilkan');
        expect(await page.locator('.compare-failure').textContent()).toBe('');
      },
    ));

  it('needs no more than the files of its areas', () =>
    visit('/banding/', async (page) => {
      const fetched: string[] = [];
      page.on('request', (request) => {
        const [, file] = /\/api\/v1\/(.*)$/.exec(request.url()) ?? [];
        if (file) fetched.push(file);
      });
      await page.goto(at('/banding/?d=35.72,35.71'));
      await shows(page, 'Kota Kediri');
      expect(fetched.toSorted()).toEqual([
        'definitions.json',
        'regions.json',
        'regions/35.71.json',
        'regions/35.72.json',
      ]);
      await add(page, 'madiun', 'Kota Madiun');
      await shows(page, 'Kota Madiun');
      expect(fetched).toHaveLength(5);
    }));

  it('says that figures could not be loaded, shows nothing in their place, and tries again', () =>
    browse(
      async (page) => {
        await page.route('**/regions/35.71.json', (route) => route.abort());
        await page.goto(at('/banding/?d=35.72,35.71,19.02'));
        const failure = page.locator('.compare-failure');
        await failure.filter({ hasText: 'Kota Kediri' }).waitFor();
        await heading(page).filter({ hasText: 'Kota Blitar dan Kabupaten Belitung' }).waitFor();
        // Not loaded is not unknown: nothing is said of it.
        expect(await page.locator('.compare-table').textContent()).not.toContain('Kota Kediri');
        await page.unroute('**/regions/35.71.json');
        await failure.getByRole('button', { name: 'Coba lagi' }).click();
        await shows(page, 'Kota Kediri');
        expect(await failure.textContent()).toBe('');

        await page.route('**/api/v1/**', (route) => route.abort());
        await page.goto(at('/banding/?d=35.72'));
        await failure.filter({ hasText: 'tidak dapat dimuat' }).waitFor();
        await page.unroute('**/api/v1/**');
        await failure.getByRole('button', { name: 'Coba lagi' }).click();
        await shows(page, 'Kota Blitar');
      },
      { allows: 'complaints' },
    ));
});

describe('what a comparison offers to take along', () => {
  const question = '/banding/?d=35.72,19.02,pilots,peers:35.72&i=mcp,sakip,bpk';

  it('is the table as it stands, groups and sources included', () =>
    visit(
      question,
      async (page) => {
        await shows(page, 'Kota Blitar');
        const { name, content } = await saved(
          page,
          page.getByRole('button', { name: 'Unduh tabel (CSV)' }),
        );
        expect(name).toMatch(/^banding-kota-blitar-kabupaten-belitung-[a-z0-9-]+\.csv$/);
        const text = content.toString('utf8');
        expect(text.startsWith('\uFEFF')).toBe(true);
        const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
        expect(errors).toEqual([]);
        const [, ...lines] = data;
        const rows = await tableLines(page);
        expect(lines.length).toBeGreaterThan(3 * (2 + blitarPeers.length));
        expect(lines).toHaveLength(rows.length);
        lines.forEach((line, i) => {
          const [, measure, , code, area, year, figure = '', , , , address = ''] = line;
          const [shownName, shownMeasure, shownYear, shownFigure = '', , , link] = rows[i] ?? [];
          expect([area, measure, year]).toEqual([shownName, shownMeasure, shownYear]);
          expect([figure, figure.replace('.', ',')]).toContain(shownFigure);
          expect(address).toBe(link);
          for (const each of address.split(' ').filter(Boolean)) {
            const { pathname, hash } = new URL(each);
            expect(hash.startsWith(`#${code}-`)).toBe(true);
            expect(readPage(site.dir, pathname)).toContain(`id="${hash.slice(1)}"`);
          }
        });
      },
      { acceptDownloads: true },
    ));

  it('is each chart: as SVG, as PNG, and its table', () =>
    visit(
      question,
      async (page) => {
        await shows(page, 'Kota Blitar');
        for (const id of ['grafik-cermin', 'grafik-tren-mcp']) {
          const figure = page.locator(`#${id}`);
          await figure.locator('chart-menu summary').click();
          const svg = (
            await saved(page, figure.getByRole('button', { name: 'Gambar SVG' }))
          ).content.toString('utf8');
          expect(svg).toContain('Kota Blitar');
          // It tells where the very comparison is.
          expect(svg.replace(/<[^>]+>/g, '')).toContain('/banding/?d=35.72,19.02,pilots');
          expect(svg).not.toContain('class=');
          const png = (await saved(page, figure.getByRole('button', { name: 'Gambar PNG' })))
            .content;
          expect([...png.subarray(0, 4)]).toEqual([137, 80, 78, 71]);
          const { data, errors } = Papa.parse<string[]>(
            (await saved(page, figure.getByRole('button', { name: 'Data CSV' }))).content
              .toString('utf8')
              .slice(1),
            { skipEmptyLines: true },
          );
          expect(errors).toEqual([]);
          const shown = await figure
            .locator('table')
            .evaluate((table: HTMLTableElement) =>
              [...table.rows].map((row) =>
                [...row.cells].map((cell) => (cell.textContent ?? '').trim()),
              ),
            );
          expect(data).toHaveLength(shown.length);
          shown.forEach((cells, r) => {
            cells.forEach((cell, c) => {
              const value = data[r]?.[c] ?? '';
              expect([value, value.replace('.', ',')]).toContain(cell);
            });
          });
        }
      },
      { acceptDownloads: true },
    ));
});

describe('the page', () => {
  it.each([
    ['/banding/?d=35.72,71.07,pilots,peers:35.72', 'Kota Blitar'],
    ['/en/banding/?d=32,35,pilots&y=2024', 'Jawa Barat'],
    ['/banding/?d=31.71,35.72', 'Jakarta Pusat'],
  ])('fits a phone and is accessible, everything open: %s', (path, name) =>
    visit(
      path,
      async (page) => {
        await shows(page, name);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        for (const button of await page.locator('.compare-unfold').all()) await button.click();
        await page.addScriptTag({ content: axeCore.source });
        for (const width of [320, 390]) {
          await page.setViewportSize({ width, height: 844 });
          await expect
            .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
              message: `${width} px`,
            })
            .toBeLessThanOrEqual(width);
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const found = await page.evaluate(async (scheme) => {
            const { axe } = window as unknown as { axe: typeof axeCore };
            const { violations } = await axe.run(document, {
              resultTypes: ['violations'],
              // The scheme changes colours and nothing else.
              ...(scheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
            });
            return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
          }, colorScheme);
          expect(found, colorScheme).toEqual([]);
        }
        const words = await page.locator('main').textContent();
        expect(words).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\[object |Infinity/);
      },
      // The policy of the site would refuse the checker's own script.
      { viewport: { width: 390, height: 844 }, bypassCSP: true },
    ),
  );

  it('leads to a chart of the comparison by its address', () =>
    visit('/banding/?d=35.72,35.71#grafik-tren-mcp', async (page) => {
      await shows(page, 'Kota Kediri');
      const top = () =>
        page.locator('#grafik-tren-mcp').evaluate((figure) => figure.getBoundingClientRect().top);
      await expect.poll(top).toBeLessThan(200);
      expect(await top()).toBeGreaterThan(-200);
    }));

  it('lists ready-made comparisons that work', () =>
    visit('/banding/', async (page) => {
      const links = page.locator('.compare-ready h3 a');
      expect(await links.count()).toBeGreaterThan(8);
      for (const link of [links.first(), links.last()]) {
        const name = await link.textContent();
        const address = (await link.getAttribute('href')) ?? '';
        const other = await page.context().newPage();
        await other.goto(new URL(address, site.url).href);
        await other.locator('.compare-shown').waitFor();
        expect(await other.locator('.compare-problems p').count(), name ?? '').toBe(0);
        await other.close();
      }
      const queries = await links.evaluateAll((all: HTMLAnchorElement[]) =>
        all.map(({ search }) => decodeURIComponent(search)),
      );
      for (const own of queries) {
        for (const [code] of own.matchAll(/\b\d{2}(?:\.\d{2})?\b/g)) model.area(code);
      }
    }));

  it('has its ready-made comparisons in tables without JavaScript, and says why', () =>
    visit(
      '/banding/?d=35.72,35.71',
      async (page) => {
        expect(await page.getByText('memerlukan JavaScript').isVisible()).toBe(true);
        expect(await page.locator('.compare-form').isVisible()).toBe(false);
        const ready = page.locator('.compare-ready > li');
        expect(await ready.count()).toBeGreaterThan(8);
        await ready.first().locator('summary').click();
        const table = ready.first().locator('table');
        expect(await table.isVisible()).toBe(true);
        expect(await table.locator('a.figure').count()).toBeGreaterThan(0);
      },
      { javaScriptEnabled: false },
    ));

  it('is linked from profiles', () =>
    visit('/daerah/kota-blitar/', async (page) => {
      await page.getByRole('link', { name: 'Bandingkan Kota Blitar dengan percontohan' }).click();
      await shows(page, 'Kota Blitar dan Percontohan');
      // The very mirror of the profile.
      const words = await page.locator('#grafik-cermin svg desc').first().textContent();
      const profile = await (await fetch(at('/daerah/kota-blitar/'))).text();
      const [, wanted] = /<desc id="grafik-cermin-l-desc">([^<]*)<\/desc>/.exec(profile) ?? [];
      expect(words).toBe(wanted?.replaceAll('&amp;', '&'));
    }));

  it('loads 60 KB of scripts in all, and next to nothing before it is asked', () =>
    visit('/banding/', async (page) => {
      const scripts = new Set<string>();
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
      });
      const bytes = () =>
        [...scripts].reduce(
          (total, path) => total + gzipped(readPage(site.dir, path.slice(site.base.length - 1))),
          0,
        );
      await page.reload({ waitUntil: 'networkidle' });
      expect(scripts.size).toBeGreaterThan(1);
      expect(bytes()).toBeLessThanOrEqual(10 * KB);
      await page.goto(at('/banding/?d=35.72,pilots,peers:35.72'));
      await shows(page, 'Kota Blitar');
      await add(page, 'kediri', 'Kota Kediri');
      await shows(page, 'Kota Kediri');
      await page.waitForLoadState('networkidle');
      expect(bytes()).toBeGreaterThan(20 * KB);
      expect(bytes()).toBeLessThanOrEqual(60 * KB);
    }));
});

describe('figures', () => {
  const json = <T>(path: string) => JSON.parse(readFileSync(fileOf(site.dir, path), 'utf8')) as T;

  it('agree on the profile, in the API and in what the comparison derives from it, for every pair', () => {
    const definitions = json<DefinitionsFile>('/api/v1/definitions.json');
    const regions = json<RegionsFile>('/api/v1/regions.json');
    const differing: string[] = [];
    let compared = 0;
    let known = 0;
    for (const area of areas) {
      const file = json<RegionFile>(`/api/v1/regions/${area.code}.json`);
      const derived = deriveModel(datasetOf({ definitions, regions, members: [file] }));
      const folder = area.level === 'province' ? 'provinsi' : 'daerah';
      const tiles = elements(
        parseHtml(readPage(site.dir, `/${folder}/${area.slug}/`)),
        'li',
      ).filter((element) => hasClass(element, 'tile'));
      for (const { indicator } of model.indicators) {
        compared += 1;
        const spoken = file.scores
          .filter((score) => score.indicator === indicator && score.speaks)
          .toSorted((a, b) => b.year - a.year)[0];
        const figure = derived.figures.latest(area.code, indicator);
        const tile = tiles.find((element) => attribute(element, 'id') === indicator);
        const [link] = tile
          ? elements(tile, 'div')
              .filter((element) => hasClass(element, 'big'))
              .flatMap((element) => elements(element, 'a'))
          : [];
        const shown = link
          ? {
              address: (attribute(link, 'href') ?? '').replace(/^.*(?=\/sumber\/)/, ''),
              value: attribute(elements(link, 'data')[0] ?? link, 'value'),
            }
          : null;
        const told = (score: Pick<Score, 'source_id'> & Parameters<typeof scoreAnchor>[0]) =>
          `/sumber/${score.source_id}/#${scoreAnchor(score)}`;
        const answers = [
          shown && `${shown.address} ${shown.value}`,
          spoken && `${told(spoken)} ${spoken.value ?? spoken.category ?? spoken.category_printed}`,
          figure?.speaking &&
            `${told(figure.speaking)} ${figure.value ?? figure.speaking.category ?? figure.speaking.category_printed}`,
        ].map((each) => each ?? 'none');
        if (spoken) known += 1;
        if (!tile) differing.push(`${area.code} ${indicator}: no tile`);
        if (new Set(answers).size > 1) {
          differing.push(`${area.code} ${indicator}: ${answers.join(' | ')}`);
        }
      }
    }
    expect(differing.slice(0, 10)).toEqual([]);
    expect(compared).toBe(areas.length * model.indicators.length);
    expect(known).toBeGreaterThan(1000);
  });

  it.each([
    ['35.72', ['mcp', 'spi', 'bpk']],
    ['31', ['mcp', 'spi', 'sakip']],
    ['91.71', ['mcp', 'spi', 'spbe']],
  ] as const)('are on the page what they are on the profile: %s', (code, indicators) =>
    visit(`/banding/?d=${code}&i=${indicators.join()}`, async (page) => {
      const area = model.area(code);
      await shows(page, area.name);
      const rows = await tableLines(page);
      const folder = area.level === 'province' ? 'provinsi' : 'daerah';
      const profile = parseHtml(readPage(site.dir, `/${folder}/${area.slug}/`));
      indicators.forEach((indicator: IndicatorId, i) => {
        const tile = byId(profile, indicator);
        const big = elements(tile, 'div').find((element) => hasClass(element, 'big'));
        expect(rows[i]?.[3], indicator).toBe(big && textOf(big));
      });
    }),
  );
});
