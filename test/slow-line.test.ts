import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { addressOf, hold, openBefore, useBrowser } from './lib/visit.ts';

/**
 * What people do before scripts and files have come, and after some did not come. Files are held
 * back until it is done: nothing here depends on how fast anything is.
 */
const site = inject('site');
const at = (path: string) => addressOf(path, site);
const { browse, visit } = useBrowser();
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe('what was typed or chosen before the script of the page', () => {
  it('filters the list of all regions, with what its address asks', () =>
    browse(
      async (page) => {
        const held = await openBefore(page, at('/daerah/?tingkat=city'), 'RegionExplorer');
        await page.locator('.explorer-choices summary').click();
        await page.locator('[name=prov]').selectOption({ label: 'Jawa Timur' });
        await page.locator('.explorer-columns input[value=bpk]').uncheck();
        await page.locator('#saring').fill('blitar');
        held.release();
        const rows = page.locator('.latest tr[data-c]');
        await expect.poll(() => rows.locator('th a').first().textContent()).toBe('Kota Blitar');
        expect(await rows.count()).toBe(1);
        expect(query(page)).toBe(
          '?tingkat=city&q=blitar&prov=35&kolom=mcp,spi,sakip,ombudsman,spip,spbe',
        );
        expect(await page.locator('#saring').inputValue()).toBe('blitar');
        // What was opened stays open on a narrow screen, too.
        expect(await page.locator('.explorer-choices').getAttribute('open')).not.toBeNull();
      },
      { viewport: { width: 390, height: 844 } },
    ));

  it('takes a category for its measure in the list of all regions', () =>
    browse(
      async (page) => {
        const held = await openBefore(page, at('/daerah/'), 'RegionExplorer');
        await page.locator('.explorer-choices summary').click();
        const option = page.locator('optgroup[data-i=bpk] option').first();
        const value = await option.getAttribute('value');
        await page.locator('[name=band]').selectOption(value);
        held.release();
        await expect.poll(() => query(page)).toBe(`?i=bpk&band=${value}`);
        expect(await page.locator('[name=i]').inputValue()).toBe('bpk');
      },
      { viewport: { width: 390, height: 844 } },
    ));

  it('filters the places to complain', () =>
    browse(async (page) => {
      const held = await openBefore(page, at('/saluran/'), 'RegionFilter');
      await page.locator('#saring').fill('surabaya');
      held.release();
      const shown = page.locator('region-filter [data-names]:visible h4');
      await expect.poll(() => shown.allTextContents()).toEqual(['Kota Surabaya']);
      expect(await page.locator('#saring').inputValue()).toBe('surabaya');
    }));

  it('is searched for in all pages, with what its address asks', () =>
    browse(async (page) => {
      const held = await openBefore(page, at('/cari/?provinsi=jawa-timur'), 'FullTextSearch');
      // Without its script the form is not shown; the field is there before the script runs.
      await page.locator('#cari-q').fill('pengaduan');
      held.release();
      await page.locator('.hits > li').first().waitFor();
      expect(await page.locator('#cari-q').inputValue()).toBe('pengaduan');
      expect(await page.locator('#cari-provinsi').inputValue()).toBe('jawa-timur');
      expect(query(page)).toBe('?q=pengaduan&provinsi=jawa-timur');
    }));

  it('stays in the form that checks a figure, while its address is answered', () =>
    browse(async (page) => {
      const held = await openBefore(page, at('/cek/?d=35.72&i=spi&y=2024'), 'ClaimForm');
      await page.locator('#cek-daerah').fill('Kota Kediri');
      await page.locator('#cek-angka').fill('74,5');
      held.release();
      await page.locator('[data-part=answer]', { hasText: 'Kota Blitar' }).waitFor();
      expect(await page.locator('#cek-daerah').inputValue()).toBe('Kota Kediri');
      expect(await page.locator('#cek-angka').inputValue()).toBe('74,5');
      expect(await page.locator('#cek-ukuran').inputValue()).toBe('spi');
      await page.getByRole('button', { name: 'Cek', exact: true }).click();
      await page.locator('[data-part=answer]', { hasText: 'Kota Kediri' }).waitFor();
      expect(query(page)).toBe('?d=35.71&i=spi&y=2024&v=74,5');
    }));

  it('is drawn by the map', () =>
    browse(async (page) => {
      const held = await openBefore(page, at('/'), 'MapPicker');
      await page.locator('.map-choices summary').first().click();
      await page.locator('select[name=by]').selectOption('spi');
      held.release();
      await page.locator('.map-stage title', { hasText: 'SPI' }).first().waitFor({
        state: 'attached',
      });
    }));
});

describe('a comparison whose files have not come', () => {
  it('keeps its regions when measures, a year and a group are chosen', () =>
    browse(async (page) => {
      const held = await hold(page, '**/api/v1/regions.json');
      await page.goto(at('/banding/?d=35.72,35.71'));
      await held.asked;
      await page.locator('input[name=i][value=bpk]').uncheck();
      await page.locator('select[name=y]').selectOption('2023');
      await page.getByRole('button', { name: '+ Percontohan' }).click();
      held.release();
      await page.locator('#hasil', { hasText: 'Percontohan' }).waitFor();
      expect(query(page)).toBe('?d=35.72,35.71,pilots&i=mcp,spi,sakip,ombudsman,spip,spbe&y=2023');
    }));

  it('keeps what was chosen, sent and pressed before its script', () =>
    browse(async (page) => {
      const held = await hold(page, '**/compare-regions.*.js');
      await page.goto(at('/banding/?d=35.72'));
      await held.asked;
      await page.locator('input[name=i][value=bpk]').uncheck();
      await page.getByRole('button', { name: '+ Percontohan' }).click();
      await page.locator('#banding-daerah').fill('Kota Kediri');
      await page.locator('#banding-daerah').press('Enter');
      held.release();
      await page.locator('#hasil', { hasText: 'Kota Kediri' }).waitFor();
      expect(query(page)).toBe('?d=35.72,pilots,35.71&i=mcp,spi,sakip,ombudsman,spip,spbe');
    }));

  it('keeps what was chosen when they come only at the second try', () =>
    browse(
      async (page) => {
        await page.route('**/api/v1/regions.json', (route) => route.abort(), { times: 1 });
        const held = await hold(page, '**/compare-regions.*.js');
        await page.goto(at('/banding/?d=35.72'));
        await held.asked;
        await page.locator('select[name=y]').selectOption('2023');
        held.release();
        await page.locator('.compare-failure').getByRole('button').click();
        await page.locator('.compare-table caption', { hasText: '2023' }).waitFor();
        expect(query(page)).toBe('?d=35.72&y=2023');
      },
      { allows: 'complaints' },
    ));
});

describe('a map whose files have not come', () => {
  it('answers the press that followed the pointer, even if the page was scrolled since', () =>
    visit('/', async (page) => {
      const held = await hold(page, '**/peta/**');
      const stage = page.locator('.map-stage').first();
      await stage.hover({ position: { x: 20, y: 20 } });
      await held.asked;
      const marks = stage.locator('svg:visible g > circle:visible');
      const mark = marks.nth(Math.floor((await marks.count()) / 2));
      await mark.scrollIntoViewIfNeeded();
      const box = await mark.boundingBox();
      if (!box) throw new Error('the map shows no regions');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const before = await page.evaluate(() => scrollY);
      await page.mouse.click(x, y);
      await page.evaluate(() => scrollBy({ top: 100, behavior: 'instant' }));
      const moved = await page.evaluate(() => scrollY);
      held.release();
      const name = page.locator('.map-readout a').first();
      await name.waitFor();
      const early = await name.textContent();
      await page.keyboard.press('Home');
      await expect.poll(() => name.textContent()).not.toBe(early);
      await page.mouse.click(x, y + before - moved);
      expect(await name.textContent()).toBe(early);
    }));

  it('answers the keys that were pressed', () =>
    visit('/', async (page) => {
      const stage = page.locator('.map-stage').first();
      const name = page.locator('.map-readout a').first();
      const held = await hold(page, '**/peta/**');
      await stage.focus();
      await held.asked;
      await page.keyboard.press('End');
      held.release();
      await name.waitFor();
      const early = await name.textContent();
      await page.keyboard.press('Home');
      await expect.poll(() => name.textContent()).not.toBe(early);
      await page.keyboard.press('End');
      await expect.poll(() => name.textContent()).toBe(early);
    }));

  it('says what could not be loaded, and no longer once it has come', () =>
    browse(
      async (page) => {
        await page.goto(at('/'));
        const readout = page.locator('.map-readout').first();
        const prompt = await readout.textContent();
        await page.route('**/peta/**', (route) => route.abort());
        await page.locator('.map-choices summary').first().click();
        await readout.filter({ hasText: 'tidak dapat dimuat' }).waitFor();
        expect(await readout.getByRole('link').getAttribute('href')).toBe('/');
        await page.unroute('**/peta/**');
        await page.locator('select[name=by]').selectOption('spi');
        await expect.poll(() => readout.textContent()).toBe(prompt);

        // A choice that fails later than another succeeds says nothing any more.
        const late = Promise.withResolvers<void>();
        await page.route('**/peta/**/bpk.json', async (route) => {
          await late.promise;
          await route.abort();
        });
        const asked = page.waitForRequest('**/peta/**/bpk.json');
        await page.locator('select[name=by]').selectOption('bpk');
        await asked;
        const failed = page.waitForEvent('requestfailed');
        await page.locator('select[name=by]').selectOption('mcp');
        await page.locator('.map-stage title', { hasText: 'MCP' }).waitFor({ state: 'attached' });
        late.resolve();
        await failed;
        expect(await readout.textContent()).toBe(prompt);
      },
      { allows: 'complaints' },
    ));
});

describe('the region finder', () => {
  it('suggests places once their names have come at the second try', () =>
    browse(
      async (page) => {
        await page.route('**/finder/*.json', (route) => route.abort(), { times: 1 });
        await page.goto(at('/'));
        const failed = page.waitForEvent('requestfailed');
        await page.getByRole('combobox').focus();
        await failed;
        await page.getByRole('combobox').pressSequentially('tangsel');
        await page.getByRole('option', { name: 'Kota Tangerang Selatan' }).waitFor();
      },
      { allows: 'complaints' },
    ));

  it('leaves what was typed on a page that is not there', () =>
    browse(
      async (page) => {
        const held = await hold(page, '**/finder/*.json');
        await page.goto(at('/daerah/kota-blitarr/'));
        await held.asked;
        await page.getByRole('combobox').fill('kediri');
        held.release();
        await page.locator('.finder-guess a').first().waitFor();
        expect(await page.getByRole('combobox').inputValue()).toBe('kediri');
      },
      { allows: 'complaints' },
    ));
});

describe('the check of a figure', () => {
  it('leaves the place that was typed while an older question was answered', () =>
    browse(async (page) => {
      const held = await hold(page, '**/api/v1/**');
      await page.goto(at('/cek/?d=35.72&i=spi&y=2024&v=74,5'));
      await held.asked;
      await page.locator('#cek-daerah').fill('Kota Kediri');
      held.release();
      await page.locator('[data-part=status] h2').waitFor();
      expect(await page.locator('#cek-daerah').inputValue()).toBe('Kota Kediri');
    }));

  it('keeps what was typed through a jump within the page', () =>
    visit('/cek/?d=35.72&i=spi&y=2024&v=74,5', async (page) => {
      await page.locator('[data-part=status] h2').waitFor();
      await page.locator('#cek-angka').fill('80');
      await page.evaluate(() => {
        location.hash = '#isi';
      });
      await page.goBack();
      expect(await page.locator('#cek-angka').inputValue()).toBe('80');
    }));
});

it('more results of the search leave the focus with somebody who has gone on', () =>
  visit('/cari/?q=blitar', async (page) => {
    await page.locator('.hits > li').first().waitFor();
    const held = await hold(page, '**/indeks/fragment/**');
    await page.locator('[data-part=more]').click();
    await held.asked;
    await page.locator('#cari-q').focus();
    held.release();
    await page.locator('.hits > li').nth(10).waitFor();
    await page.locator('ol.hits[aria-busy=false]').waitFor();
    expect(await page.locator('#cari-q').evaluate((field) => field.matches(':focus'))).toBe(true);
  }));

it('impatient presses open one panel', () =>
  visit('/daerah/kota-blitar/', async (page) => {
    const held = await hold(page, '**/embed-panel.*.js');
    const menu = page.locator('#grafik-cermin chart-menu');
    await menu.locator('summary').click();
    const button = menu.getByRole('button', { name: 'Sematkan…' });
    await button.click();
    await held.asked;
    await button.click();
    await button.click();
    held.release();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
  }));
