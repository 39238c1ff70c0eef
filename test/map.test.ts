import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readDataset } from '../src/dataset/read-dataset.ts';
import type { IndicatorId } from '../src/dataset/tables/index.ts';
import { deriveModel } from '../src/derive/site-model.ts';
import { filePaths, gzipped, readPage } from './lib/site.ts';
import { hold, useBrowser } from './lib/visit.ts';

/** The map for fingers and keys, as people use it: on the home page. */
const site = inject('site');

const { visit } = useBrowser();

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);

/** Regions of a level, in the order of their codes, each with its speaking figures, newest first. */
function shownFigures(by: IndicatorId, level: 'all' | 'regency' | 'city') {
  return model.regions
    .filter((area) => level === 'all' || area.level === level)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((area) => ({
      area,
      figures:
        area.autonomy === 'autonomous'
          ? model.figures
              .of(area.code, by)
              .filter(({ speaking }) => speaking)
              .toSorted((a, b) => b.year - a.year)
          : [],
    }));
}

const wantedCount = (shown: ReturnType<typeof shownFigures>) =>
  shown.filter(({ figures }) => figures.length > 0).length;

async function choose(page: Page, field: string, value: string): Promise<void> {
  const choices = page.locator('.map-choices').first();
  if ((await choices.getAttribute('open')) === null) await choices.locator('summary').click();
  const select = choices.locator(`select[name=${field}]`);
  if (await select.count()) await select.selectOption(value);
}

/** What the menu saves as CSV after a measure and a level were chosen, and the file's name. */
async function savedData(page: Page, by: string, level: string): Promise<[string, string]> {
  await choose(page, 'by', by);
  await choose(page, 'level', level);
  const figure = page.locator('#grafik-peta');
  await figure.locator('chart-menu summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: /^(Data CSV|CSV data)$/ }).click(),
  ]);
  return [readFileSync(await download.path(), 'utf8'), download.suggestedFilename()];
}

/** A busy machine draws late: what is asked is what it draws, not when. */
const PATIENCE = { timeout: 20_000 };

const stage = (page: Page) => page.locator('.map-stage').first();
const readout = (page: Page) => page.locator('.map-readout').first();
const name = (page: Page) => readout(page).locator('a').first().textContent();

describe('the map', () => {
  it('is one tab stop that answers to the arrow keys, and Enter opens the region', () =>
    visit('/', async (page) => {
      await stage(page).focus();
      await page.keyboard.press('Home');
      await readout(page).locator('a').first().waitFor();
      const west = await name(page);
      await page.keyboard.press('End');
      const east = await name(page);
      expect(west).not.toBe(east);
      await page.keyboard.press('ArrowLeft');
      expect(await name(page)).not.toBe(east);
      expect(await stage(page).locator('[tabindex]').count()).toBe(0);
      const address = await readout(page).locator('a').first().getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${address}`);
    }));

  it('tells what was chosen beside the map on a screen lower than the map', () =>
    visit(
      '/indikator/spi/',
      async (page) => {
        await stage(page).evaluate((element) =>
          element.scrollIntoView({ block: 'start', behavior: 'instant' }),
        );
        const box = await stage(page).boundingBox();
        expect(box?.height).toBeGreaterThan(600);
        await stage(page).evaluate((element: HTMLElement) =>
          element.focus({ preventScroll: true }),
        );
        await page.keyboard.press('ArrowRight');
        await readout(page).locator('a').first().waitFor();
        const told = await readout(page).boundingBox();
        expect((told?.y ?? Infinity) + (told?.height ?? 0)).toBeLessThanOrEqual(600);
        expect(told?.y).toBeGreaterThan(0);
      },
      { viewport: { width: 1280, height: 600 } },
    ));

  it.each([
    ['the dots', 1280],
    ['the cells, which are scaled to fit', 390],
  ] as const)('finds every region under the pointer: %s', (_, width) =>
    visit(
      '/',
      async (page) => {
        await stage(page).hover();
        await readout(page).locator('a').first().waitFor();
        const found = await page.evaluate(() => {
          const [root, names] = [document.querySelector('map-picker'), new Set<string>()];
          const svg = [...(root?.querySelectorAll('.map-stage svg') ?? [])].find((each) =>
            each.checkVisibility(),
          );
          const part = root?.querySelector('.map-stage');
          for (const mark of svg?.querySelectorAll('circle, rect') ?? []) {
            if (mark.closest('.map-ring')) continue;
            const { x, y, width, height } = mark.getBoundingClientRect();
            const middle = { clientX: x + width / 2, clientY: y + height / 2 };
            // As from a pointer: in the window, so that it has a place on the page.
            const event = { ...middle, bubbles: true, view: window };
            part?.dispatchEvent(new PointerEvent('pointermove', event));
            names.add(root?.querySelector('.map-readout a')?.textContent ?? '');
          }
          return [svg?.classList.contains('chart-nation'), names.size];
        });
        expect(found).toEqual([width > 700, 514]);
      },
      { viewport: { width, height: 900 } },
    ),
  );

  it.each([
    [280, 10],
    [320, 11],
    [390, 11],
    [699, 11],
    [768, 11],
    [1280, 11],
  ] as const)('can be read on a screen of %i px', (width, least) =>
    visit(
      '/',
      async (page) => {
        const sizes = await stage(page).evaluate((part) =>
          [...part.querySelectorAll('svg')].flatMap((svg) => {
            if (!svg.checkVisibility()) return [];
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            return [...svg.querySelectorAll('text')].map(
              (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
            );
          }),
        );
        expect(sizes.length).toBeGreaterThan(10);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least);
      },
      { viewport: { width, height: 900 } },
    ),
  );

  it('answers a finger with name, figure and the way to the page, in either language', () =>
    visit(
      '/en/',
      async (page) => {
        await stage(page).scrollIntoViewIfNeeded();
        await stage(page).tap();
        await readout(page).locator('a').first().waitFor();
        await page.locator('.map-choices summary').first().click();
        await page.locator('map-picker select[name=by]').first().selectOption('spi');
        await page
          .locator('map-picker')
          .first()
          .locator('.map-stage title', { hasText: 'SPI' })
          .waitFor({ state: 'attached' });
        expect(await readout(page).textContent()).toContain('SPI: ');
        expect(await readout(page).locator('a').first().getAttribute('href')).toMatch(
          /\/en\/daerah\/[\w-]+\/$/,
        );
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in use, %s', (colorScheme) =>
    visit(
      '/',
      async (page) => {
        await stage(page).focus();
        await readout(page).locator('a').first().waitFor();
        await page.addScriptTag({ content: axeCore.source });
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof axeCore };
          return (await axe.run('map-picker')).violations.map(({ id }) => id);
        });
        expect(violations).toEqual([]);
      },
      // The policy of the site would refuse the checker's own script.
      { colorScheme, bypassCSP: true },
    ),
  );

  it('draws what was chosen while it was still loading', () =>
    visit('/', async (page) => {
      const held = await hold(page, '**/peta/**');
      await stage(page).hover();
      await held.asked;
      await choose(page, 'by', 'sakip');
      await choose(page, 'level', 'city');
      await choose(page, 'view', 'cartogram');
      held.release();
      await expect
        .poll(() => stage(page).locator('title').allTextContents(), PATIENCE)
        .toEqual([expect.stringMatching(/^Peta kotak kota: .*SAKIP/)]);
    }));

  it.each([
    ['/', 'spi', 'all', 'id'],
    ['/en/', 'bpk', 'city', 'en'],
    ['/', 'sakip', 'regency', 'id'],
    ['/indikator/mcp/', 'mcp', 'all', 'id'],
  ] as const)('saves the data of what it shows: %s %s %s', (path, by, level, lang) =>
    visit(
      path,
      async (page) => {
        const [text, name] = await savedData(page, by, level);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
        expect(errors).toEqual([]);
        expect(name).toMatch(new RegExp(`^peta-${by}`));
        const [, ...rows] = data;
        const wanted = shownFigures(by, level);
        expect(rows.map(([code]) => code)).toEqual(wanted.map(({ area }) => area.code));
        const missing = lang === 'id' ? 'belum ditemukan' : 'not found yet';
        const notApplicable = lang === 'id' ? 'tidak berlaku' : 'not applicable';
        const key = new Set<string>();
        rows.forEach((row, i) => {
          const [, region, province, year, value = '', band, onMap = '', address = ''] = row;
          const { area, figures } = wanted[i] ?? {};
          expect([region, province]).toEqual([area?.name, area && model.provinceOf(area).name]);
          key.add(onMap);
          const [newest] = figures ?? [];
          if (!newest) {
            const isOwn = area?.autonomy === 'autonomous';
            expect([year, value, band, address]).toEqual([
              '',
              isOwn ? missing : notApplicable,
              '',
              '',
            ]);
            return;
          }
          // The newest under the bands the map shows, else the newest of all.
          const figure = figures?.find((each) => String(each.year) === year);
          expect(figure?.speaking, `${area?.code} ${year}`).toBeTruthy();
          if (figure !== newest) expect(figure?.series).not.toBe(newest.series);
          const { speaking, bands } = figure ?? newest;
          if (speaking?.value) expect(value).toBe(speaking.value);
          else expect(value).not.toBe('');
          const labels = bands.map((each) => (lang === 'id' ? each.label_id : each.label_en));
          expect(labels.length === 0 ? [''] : labels).toContain(band);
          const { pathname, hash } = new URL(address);
          const base = lang === 'id' ? '' : 'en/';
          expect(pathname).toBe(`/${base}sumber/${speaking?.source_id}/`);
          expect(hash).toBe(`#${area?.code}-${by}-${year}`);
          const source = readPage(site.dir, pathname);
          expect(source).toContain(`id="${hash.slice(1)}"`);
        });
        // Words of the key, and none of its own; the drawing may come after the file.
        await expect
          .poll(async () => {
            const drawn = await stage(page).locator('svg text').allTextContents();
            return [...key].filter((words) => !drawn.some((line) => line.startsWith(words)));
          }, PATIENCE)
          .toEqual([]);
      },
      { acceptDownloads: true },
    ),
  );

  it('saves the programme with what is not known of it, and the list follows the choice', () =>
    visit('/', async (page) => {
      const [text] = await savedData(page, 'rung', 'all');
      const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
      expect(data).toHaveLength(1 + 514);
      const designated = model.regions.filter(
        ({ code }) => model.headline(code)?.rung === 'designated',
      );
      const pilots = data.filter((row) => row[4] === 'percontohan antikorupsi');
      expect(pilots.map(([code]) => code)).toEqual(designated.map(({ code }) => code));
      for (const row of pilots) expect(row[5]).toMatch(/\/sumber\/[\w-]+\/#[\d.]+-percontohan-/);
      expect(data.filter((row) => row[4]?.startsWith('belum ditemukan'))).toHaveLength(
        model.autonomousRegions.filter(
          ({ code, level }) => level !== 'province' && !model.headline(code),
        ).length,
      );
      const table = page.locator('#grafik-peta details.chart-table');
      const first = await table.locator('summary').textContent();
      await choose(page, 'by', 'spi');
      await table.locator('summary', { hasText: 'SPI' }).click();
      await table.locator('table').waitFor();
      expect(await table.locator('tbody tr').count()).toBe(514);
      const known = wantedCount(shownFigures('spi', 'all'));
      expect(await table.locator('tbody a.figure[href*="/sumber/"]').count()).toBe(known);
      expect(await table.locator('tbody .missing').count()).toBe(514 - known);
      await choose(page, 'level', 'city');
      await page.waitForFunction(
        () => document.querySelectorAll('#grafik-peta .chart-table tbody tr').length === 98,
      );
      await choose(page, 'level', 'all');
      await choose(page, 'by', 'rung');
      await table.locator('summary', { hasText: first?.trim() ?? '' }).waitFor();
    }));

  it('leads from a figure to where it was printed', () =>
    visit('/indikator/spi/', async (page) => {
      await stage(page).focus();
      await readout(page).locator('a').first().waitFor();
      await page.keyboard.press('Home');
      for (let i = 0; i < 60; i += 1) {
        if (await readout(page).locator('data').count()) break;
        await page.keyboard.press('ArrowRight');
      }
      const way = readout(page).locator('a.figure');
      await way.waitFor();
      const address = new URL((await way.getAttribute('href')) ?? '', page.url());
      const source = readPage(site.dir, address.pathname);
      expect(source).toContain(`id="${address.hash.slice(1)}"`);
    }));

  it('is a picture without JavaScript', () =>
    visit(
      '/',
      async (page) => {
        expect(await page.locator('.map-stage svg').first().getAttribute('role')).toBe('img');
        expect(await page.locator('.map-choices').first().isVisible()).toBe(false);
        expect(await stage(page).getAttribute('tabindex')).toBeNull();
      },
      { javaScriptEnabled: false },
    ));

  it('fetches no more than 15 KB for its first answer', () => {
    const sizes = new Map<string, number>();
    for (const path of filePaths(site.dir).filter((each) => each.startsWith('/peta/'))) {
      sizes.set(path.split('/').at(-1) ?? '', gzipped(readFileSync(join(site.dir, path))));
    }
    const places = sizes.get('tempat.json') ?? 0;
    expect(places).toBeGreaterThan(0);
    const rung = sizes.get('rung.json') ?? 0;
    for (const [file, size] of sizes) {
      if (file.startsWith('sumber-') || file === 'tempat.json') continue;
      expect(places + rung + size).toBeLessThan(15 * 1024);
      // Where it was printed comes later, with the first region chosen or the data saved.
      expect(sizes.get(`sumber-${file}`)).toBeLessThan(8 * 1024);
    }
  });
});
