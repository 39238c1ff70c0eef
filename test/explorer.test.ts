import { readFileSync } from 'node:fs';
import axeCore from 'axe-core';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readDataset } from '../src/dataset/read-dataset.ts';
import type { Area, IndicatorId } from '../src/dataset/tables/index.ts';
import type { Figure } from '../src/derive/figures.ts';
import { deriveModel } from '../src/derive/site-model.ts';
import { filePaths, gzipped, inLanguage, readPage } from './lib/site.ts';
import { useBrowser } from './lib/visit.ts';
import { KB } from './lib/weight.ts';

/** The list of all regions, as people use it. */
const site = inject('site');

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);
const { regions } = model;
const codes = regions.map(({ code }) => code);
const INDICATORS = model.indicators.map(({ indicator }) => indicator);
const latest = (code: string, indicator: IndicatorId) => model.figures.latest(code, indicator);
const rungOf = ({ code }: Area) => model.headline(code)?.rung;

const { visit } = useBrowser({ viewport: { width: 1280, height: 900 } });

/** The rows in their order: code, name, and of each measure the value for machines, or `null`. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLTableRowElement>('.latest tr[data-c]')].map((row) => ({
      code: row.dataset.c ?? '',
      name: row.querySelector('th a')?.textContent ?? '',
      province: row.cells[1]?.textContent ?? '',
      values: Object.fromEntries(
        [...document.querySelectorAll<HTMLTableCellElement>('.latest th[data-k]')]
          .slice(2)
          .map((head) => [
            head.dataset.k ?? '',
            row.cells[head.cellIndex]?.querySelector('data')?.value ?? null,
          ]),
      ),
    })),
  );
const shownCodes = async (page: Page) => (await shown(page)).map(({ code }) => code);
const status = (page: Page) => page.locator('region-explorer [role=status]').textContent();
const query = (page: Page) => new URL(page.url()).search;
const head = (page: Page, key: string) => page.locator(`.latest th[data-k="${key}"]`);

/** Chooses in the filters, which a narrow screen folds away. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const choices = page.locator('.explorer-choices');
  if ((await choices.getAttribute('open')) === null) await choices.locator('summary').click();
  await choices.locator(`select[name=${name}]`).selectOption(value);
}

const machineValue = (figure: Figure | null) =>
  figure === null ? null : (figure.value ?? figure.speaking?.category ?? null);

describe('sorting', () => {
  it('by name and by province goes by the alphabet, either way, and back', () =>
    visit('/daerah/', async (page) => {
      for (const [key, of] of [
        ['nama', 'name'],
        ['prov', 'province'],
      ] as const) {
        for (const [direction, sign] of [
          ['ascending', 1],
          ['descending', -1],
        ] as const) {
          await head(page, key).locator('button').click();
          expect(await head(page, key).getAttribute('aria-sort')).toBe(direction);
          const rows = await shown(page);
          const words = rows.map((row) => row[of]);
          expect(words).toEqual(words.toSorted((a, b) => sign * a.localeCompare(b, 'id')));
          expect(rows.map(({ code }) => code).sort()).toEqual(codes.toSorted());
          expect(await page.locator('.latest .group').count()).toBe(0);
        }
        await head(page, key).locator('button').click();
        expect(await head(page, key).getAttribute('aria-sort')).toBeNull();
        expect(await shownCodes(page)).toEqual(codes);
        expect(await page.locator('.latest .group').count()).toBe(model.provinces.length);
      }
    }));

  it.each(INDICATORS)('by %s goes by value and by band, what is not known last', (indicator) =>
    visit('/daerah/', async (page) => {
      for (const [direction, sign] of [
        ['descending', -1],
        ['ascending', 1],
      ] as const) {
        await head(page, indicator).locator('button').click();
        expect(await head(page, indicator).getAttribute('aria-sort')).toBe(direction);
        const rows = await shown(page);
        expect(rows.map(({ code }) => code).sort()).toEqual(codes.toSorted());
        for (const { code, values } of rows) {
          expect(values[indicator], code).toBe(machineValue(latest(code, indicator)));
        }
        const figures = rows.map(({ code }) => latest(code, indicator));
        const known = figures.filter((figure) => figure !== null);
        expect(known.length).toBeGreaterThan(0);
        expect(figures.slice(known.length).every((figure) => figure === null)).toBe(true);
        const numbers = known.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
        const isByBand = numbers.length * 2 < known.length;
        if (isByBand) {
          // One scheme: its ranks order all, numbers among them.
          const ranks = known.map(({ bands }) => bands[0]?.rank ?? 0);
          expect(ranks).toEqual(ranks.toSorted((a, b) => sign * (a - b)));
        } else {
          expect(known.slice(0, numbers.length).every(({ value }) => value !== null)).toBe(true);
          expect(numbers).toEqual(numbers.toSorted((a, b) => sign * (a - b)));
          const bare = known.slice(numbers.length);
          for (const [series, of] of Map.groupBy(bare, (figure) => figure.series)) {
            const ranks = of.map(({ bands }) => bands[0]?.rank ?? 0);
            expect(ranks, series).toEqual(ranks.toSorted((a, b) => sign * (a - b)));
          }
        }
        const note = await page.locator('.explorer-note').textContent();
        expect(note).toContain('bukan peringkat');
        const series = new Set(known.map((figure) => figure.series));
        expect(note?.includes('mencampur deret')).toBe(series.size > 1);
      }
      await head(page, indicator).locator('button').click();
      expect(await shownCodes(page)).toEqual(codes);
    }),
  );

  it('keeps the year beside every figure', () =>
    visit('/daerah/?urut=-mcp', async (page) => {
      const years = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLTableRowElement>('.latest tr[data-c]')].flatMap((row) =>
          [...row.querySelectorAll('data')].map((data) => [
            data.closest('a')?.hash.split('-').at(-1) ?? '',
            data.closest('td')?.querySelector('.year')?.textContent ?? '',
          ]),
        ),
      );
      expect(years.length).toBeGreaterThan(1000);
      expect(years.filter(([year = '', text = '']) => !text.startsWith(year))).toEqual([]);
    }));
});

describe('filters', () => {
  const isKnown = ({ code }: Area) => INDICATORS.some((indicator) => latest(code, indicator));
  const hasBand = ({ code }: Area, indicator: IndicatorId, band: string) =>
    latest(code, indicator)?.bands.some((each) => each.category_id === band) ?? false;
  const isOwn = ({ autonomy }: Area) => autonomy === 'autonomous';

  it.each<[string, readonly (readonly [string, string])[], (area: Area) => boolean]>([
    ['province', [['prov', '35']], (area) => area.parent_code === '35'],
    ['level', [['tingkat', 'city']], (area) => area.level === 'city'],
    ['rung', [['rung', 'designated']], (area) => rungOf(area) === 'designated'],
    ['no rung', [['rung', 'none']], (area) => isOwn(area) && rungOf(area) === undefined],
    ['any figure', [['data', 'ada']], isKnown],
    ['no figure', [['data', 'belum']], (area) => isOwn(area) && !isKnown(area)],
    [
      'a figure of a measure',
      [
        ['i', 'spi'],
        ['data', 'ada'],
      ],
      ({ code }) => latest(code, 'spi') !== null,
    ],
    [
      'none of a measure',
      [
        ['i', 'spi'],
        ['data', 'belum'],
      ],
      (area) => isOwn(area) && latest(area.code, 'spi') === null,
    ],
    [
      'band',
      [
        ['i', 'spi'],
        ['band', 'terjaga'],
      ],
      (area) => hasBand(area, 'spi', 'terjaga'),
    ],
    [
      'one of two bands',
      [
        ['i', 'ombudsman'],
        ['band', 'hijau'],
      ],
      (area) => hasBand(area, 'ombudsman', 'hijau'),
    ],
    [
      'category',
      [
        ['i', 'bpk'],
        ['band', 'wdp'],
      ],
      (area) => hasBand(area, 'bpk', 'wdp'),
    ],
    [
      'all of them',
      [
        ['prov', '35'],
        ['tingkat', 'regency'],
        ['rung', 'none'],
        ['i', 'sakip'],
        ['data', 'ada'],
        ['band', 'bb'],
      ],
      (area) =>
        area.parent_code === '35' &&
        area.level === 'regency' &&
        rungOf(area) === undefined &&
        hasBand(area, 'sakip', 'bb'),
    ],
  ])('by %s', (_, choices, fits) =>
    visit('/daerah/', async (page) => {
      for (const [name, value] of choices) await choose(page, name, value);
      const wanted = regions.filter(fits).map(({ code }) => code);
      expect(wanted.length).toBeGreaterThan(0);
      expect(wanted.length).toBeLessThan(codes.length);
      expect(await shownCodes(page)).toEqual(wanted);
      expect(await status(page)).toContain(`${wanted.length} dari 514`);
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(
        Object.fromEntries(choices),
      );
      // The same from its address alone.
      await page.reload();
      expect(await shownCodes(page)).toEqual(wanted);
      await page.getByRole('button', { name: 'Hapus saringan' }).click();
      expect(await shownCodes(page)).toEqual(codes);
      expect(query(page)).toBe('');
    }),
  );

  it('go together with a search by name or alias, an order and a choice of columns', () =>
    visit('/en/daerah/', async (page) => {
      await page.getByRole('searchbox').fill('blitar');
      expect((await shown(page)).map(({ name }) => name)).toEqual([
        'Kabupaten Blitar',
        'Kota Blitar',
      ]);
      await choose(page, 'tingkat', 'city');
      expect((await shown(page)).map(({ name }) => name)).toEqual(['Kota Blitar']);
      await page.getByRole('searchbox').fill('jawa timur');
      await choose(page, 'urut', '-spi');
      for (const label of ['MCP', 'SAKIP']) await page.getByLabel(label, { exact: true }).uncheck();
      const cities = regions.filter((area) => area.parent_code === '35' && area.level === 'city');
      const rows = await shown(page);
      expect(rows.map(({ code }) => code).sort()).toEqual(cities.map(({ code }) => code).sort());
      const values = rows.flatMap(({ values: { spi } }) =>
        spi && /\d/.test(spi) ? [Number(spi)] : [],
      );
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      expect(await head(page, 'mcp').isVisible()).toBe(false);
      expect(await head(page, 'spi').isVisible()).toBe(true);
      expect(await page.locator('.latest td[data-label=MCP]').first().isVisible()).toBe(false);
      expect(query(page)).toBe(
        '?q=jawa+timur&tingkat=city&urut=-spi&kolom=spi,ombudsman,spip,spbe,bpk',
      );
    }));

  it('that nothing passes leave a sentence, and the way back', () =>
    visit('/daerah/?prov=31&rung=designated', async (page) => {
      expect(await shownCodes(page)).toEqual([]);
      expect(await status(page)).toContain('Tidak ada kabupaten atau kota yang cocok');
      await page.getByRole('button', { name: 'Hapus saringan' }).click();
      expect(await shownCodes(page)).toEqual(codes);
    }));
});

describe('the file', () => {
  async function saved(page: Page): Promise<Record<string, string>[]> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-act=save]').click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    return data;
  }

  it.each([
    ['/daerah/', INDICATORS],
    ['/daerah/?urut=-ombudsman&tingkat=regency&kolom=ombudsman,bpk', ['ombudsman', 'bpk']],
    ['/en/daerah/?prov=35&i=sakip&data=ada&urut=sakip&kolom=sakip,mcp', ['mcp', 'sakip']],
    ['/en/daerah/?kolom=&rung=designated', []],
  ] as const)('holds the rows, columns and order of what is shown: %s', (path, measures) =>
    visit(
      path,
      async (page) => {
        const lang = path.startsWith('/en/') ? 'en' : 'id';
        const rows = await saved(page);
        expect(rows.map((row) => row[lang === 'id' ? 'kode' : 'code'])).toEqual(
          await shownCodes(page),
        );
        const labels = new Map<string, string>();
        for (const indicator of INDICATORS) {
          labels.set(indicator, (await head(page, indicator).textContent()) ?? '');
        }
        const t = (id: string, en: string) => (lang === 'id' ? id : en);
        const figureColumns = [
          '',
          t(': tahun', ': year'),
          t(': deret', ': series'),
          t(': pita', ': band'),
          t(': sumber', ': source'),
        ];
        expect(Object.keys(rows[0] ?? {}).slice(6)).toEqual(
          measures.flatMap((indicator) =>
            figureColumns.map((part) => `${labels.get(indicator)}${part}`),
          ),
        );
        let figures = 0;
        for (const row of rows) {
          const area = model.area(row[t('kode', 'code')] ?? '');
          expect(row[t('wilayah', 'area')]).toBe(area.name);
          expect(row[t('provinsi', 'province')]).toBe(model.provinceOf(area).name);
          const standing = model.headline(area.code);
          const event = row[t('program percontohan: sumber', 'pilot programme: source')];
          expect(event !== '').toBe(standing !== null);
          for (const indicator of measures) {
            const label = labels.get(indicator);
            const [value, year, , band, source = ''] = figureColumns.map(
              (part) => row[`${label}${part}`],
            );
            const figure = latest(area.code, indicator);
            if (!figure?.speaking) {
              const own = area.autonomy === 'autonomous';
              expect([value, year, band, source]).toEqual([
                own ? t('belum ditemukan', 'not found yet') : t('tidak berlaku', 'not applicable'),
                '',
                '',
                '',
              ]);
              continue;
            }
            figures += 1;
            if (figure.value !== null) expect(value).toBe(figure.value);
            else expect(value).not.toBe('');
            expect(year).toBe(String(figure.year));
            if (figure.bands.length === 0)
              expect(band).toBe(t('tanpa pita tercetak', 'no band in print'));
            else
              for (const each of figure.bands) {
                const name =
                  (lang === 'id' ? each.label_id : each.label_en).split(/ \(|: /)[0] ?? '';
                expect(band, `${area.code} ${indicator}`).toContain(name);
              }
            const { pathname, hash } = new URL(source);
            expect(pathname).toBe(inLanguage(`/sumber/${figure.speaking.source_id}/`, lang));
            expect(hash).toBe(`#${area.code}-${indicator}-${figure.year}`);
          }
        }
        const all = rows.flatMap((row) =>
          measures.filter((indicator) => latest(row[t('kode', 'code')] ?? '', indicator)),
        );
        expect(figures).toBe(all.length);
      },
      { acceptDownloads: true },
    ),
  );
});

describe('the address', () => {
  it('brings everything back: by itself, by back and by forward', () =>
    visit('/daerah/', async (page) => {
      await choose(page, 'prov', '35');
      const province = await shownCodes(page);
      await head(page, 'spi').locator('button').click();
      const sorted = await shownCodes(page);
      expect(sorted).not.toEqual(province);
      await page.getByLabel('MCP', { exact: true }).uncheck();
      const last = query(page);
      expect(last).toBe('?prov=35&urut=-spi&kolom=spi,sakip,ombudsman,spip,spbe,bpk');

      await page.goBack();
      expect(await head(page, 'mcp').isVisible()).toBe(true);
      expect(await shownCodes(page)).toEqual(sorted);
      await page.goBack();
      expect(await shownCodes(page)).toEqual(province);
      expect(await head(page, 'spi').getAttribute('aria-sort')).toBeNull();
      await page.goBack();
      expect(await shownCodes(page)).toEqual(codes);
      expect(await page.locator('select[name=prov]').inputValue()).toBe('');
      for (let steps = 0; steps < 3; steps += 1) await page.goForward();
      expect(query(page)).toBe(last);
      expect(await shownCodes(page)).toEqual(sorted);
      expect(await head(page, 'mcp').isVisible()).toBe(false);
      await page.reload();
      expect(await shownCodes(page)).toEqual(sorted);
      expect(await head(page, 'mcp').isVisible()).toBe(false);
    }));

  it('takes typing as one step', () =>
    visit('/daerah/?tingkat=city', async (page) => {
      const cities = await shownCodes(page);
      await page.getByRole('searchbox').pressSequentially('blitar');
      expect(await shownCodes(page)).toHaveLength(1);
      await page.goBack();
      expect(await shownCodes(page)).toEqual(cities);
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
    }));

  it.each([
    ['prov', '99'],
    ['tingkat', 'desa'],
    ['rung', '<img src=x onerror=alert(1)>'],
    ['i', '<script>alert(1)</script>'],
    ['band', 'terjaga'],
    ['data', '"><b>x</b>'],
    ['urut', '__proto__'],
    ['kolom', 'spi,<i>x</i>'],
    ['tampil', 'x'.repeat(5000)],
  ])('with a value of %s that is not known says so as text, and does the rest', (name, value) =>
    visit(`/daerah/?tingkat=city&${new URLSearchParams({ [name]: value })}`, async (page) => {
      const cities = regions.filter(({ level }) => level === 'city').map(({ code }) => code);
      // The first of two is read.
      expect(await shownCodes(page)).toEqual(cities);
      if (name === 'tingkat') return;
      const told = (await status(page)) ?? '';
      expect(told).toContain('98 dari 514');
      const part = (name === 'kolom' ? '<i>x</i>' : value).slice(0, 40);
      expect(told).toContain(`diabaikan: ${name}=“${part}`);
      expect(told.length).toBeLessThan(200);
      expect(await page.locator('region-explorer [role=status] *').count()).toBe(0);
      expect(await head(page, 'mcp').isVisible()).toBe(name !== 'kolom');
    }),
  );

  it('with markup in the search shows it as text', () =>
    visit('/en/daerah/?q=%3Cb%20id%3Dhostile%3Ex', async (page) => {
      expect(await page.getByRole('searchbox').inputValue()).toBe('<b id=hostile>x');
      expect(await page.locator('#hostile').count()).toBe(0);
      expect(await status(page)).toContain('No regency or city has that name');
    }));
});

describe('comparing', () => {
  it('leads up to six ticked regions to their comparison', () =>
    visit('/daerah/?q=kota', async (page) => {
      const boxes = page.locator('.latest [name=pick]');
      const wanted = (await shownCodes(page)).slice(0, 6);
      for (let i = 0; i < 6; i += 1) await boxes.nth(i).check();
      const link = page.getByRole('link', { name: 'Bandingkan (6)' });
      expect(await link.getAttribute('href')).toBe(`/banding/?d=${wanted.join()}`);
      await boxes.nth(6).click();
      expect(await boxes.nth(6).isChecked()).toBe(false);
      expect(await page.locator('.compare-bar').textContent()).toContain('Paling banyak 6');
      // They stay ticked when they are sorted elsewhere.
      await head(page, 'nama').locator('button').click();
      expect(await page.locator('.latest [name=pick]:checked').count()).toBe(6);
      await page.getByRole('button', { name: 'Kosongkan pilihan' }).click();
      expect(await page.locator('.latest [name=pick]:checked').count()).toBe(0);
      expect(await link.isVisible()).toBe(false);
    }));
});

describe('for everybody', () => {
  it('works by keyboard alone', () =>
    visit('/daerah/', async (page) => {
      async function tabTo(selector: string, key = 'Tab') {
        for (let presses = 0; presses < 60; presses += 1) {
          await page.keyboard.press(key);
          if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
        }
        throw new Error(`${key} did not reach ${selector}`);
      }
      await page.locator('#saring').focus();
      await tabTo('select[name=prov]');
      await page.keyboard.type('Bali');
      expect(await page.locator('select[name=prov]').inputValue()).toBe('51');
      expect(await shownCodes(page)).toHaveLength(9);
      await tabTo('.explorer-columns [value=mcp]');
      await page.keyboard.press('Space');
      expect(await head(page, 'mcp').isVisible()).toBe(false);
      await tabTo('th[data-k=spi] button');
      await page.keyboard.press('Enter');
      expect(await head(page, 'spi').getAttribute('aria-sort')).toBe('descending');
      // The focus stays, so that a second press turns the order round.
      await page.keyboard.press('Enter');
      expect(await head(page, 'spi').getAttribute('aria-sort')).toBe('ascending');
      expect(await status(page)).toContain('SPI, terendah dahulu');
      await tabTo('[name=pick]');
      await page.keyboard.press('Space');
      await tabTo('.compare-bar a');
      expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).search)).toBe(
        `?d=${(await shownCodes(page))[0]}`,
      );
    }));

  it('is told to screen readers as a table whose cells have heads', () =>
    visit('/daerah/?prov=51', async (page) => {
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const count = (role: string) =>
        nodes.filter((node) => !node.ignored && node.role?.value === role).length;
      expect(count('table')).toBe(1);
      expect(count('columnheader')).toBe(9);
      expect(count('rowheader')).toBeGreaterThanOrEqual(9);
      expect(count('row')).toBe(1 + 1 + 9);
      expect(count('cell')).toBeGreaterThanOrEqual(9 * 2);
    }));

  it.each([
    ['/daerah/?prov=51', 1280],
    ['/daerah/?prov=51&urut=-mcp&rung=x', 390],
    ['/en/daerah/?prov=51&tampil=tabel', 390],
  ] as const)('has no fault that axe finds: %s at %i', (path, width) =>
    visit(
      path,
      async (page) => {
        await page.locator('.latest [name=pick]').first().check();
        await page.evaluate(() => {
          const choices = document.querySelector<HTMLDetailsElement>('.explorer-choices');
          if (choices) choices.open = true;
        });
        await page.addScriptTag({ content: axeCore.source });
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof axeCore };
          return (await axe.run('region-explorer')).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
          );
        });
        expect(violations).toEqual([]);
      },
      // The policy of the site would refuse the checker's own script.
      { viewport: { width, height: 844 }, bypassCSP: true },
    ),
  );

  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

  it('fits a phone as cards, what they are sorted by first', () =>
    visit(
      '/daerah/',
      async (page) => {
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(await overflow()).toBeLessThanOrEqual(0);
        expect(await page.locator('select[name=urut]').isVisible()).toBe(false);
        await choose(page, 'urut', '-spbe');
        expect(await overflow()).toBeLessThanOrEqual(0);
        const [first] = await shown(page);
        const card = page.locator(`.latest tr[data-c="${first?.code}"]`);
        const top = async (selector: string) =>
          (await card.locator(selector).first().boundingBox())?.y ?? Number.NaN;
        const name = await top('th a');
        const province = await top('.prov');
        const sorted = await top('td[data-label=SPBE]');
        const others = await card
          .locator('td[data-label]:not([data-label=SPBE])')
          .evaluateAll((cells) =>
            cells.map((cell) => [
              cell.getBoundingClientRect().top,
              cell.getBoundingClientRect().left,
            ]),
          );
        const left = (await card.locator('td[data-label=SPBE]').boundingBox())?.x ?? 0;
        expect(name).toBeLessThan(province);
        expect(province).toBeLessThan(sorted);
        for (const [y = 0, x = 0] of others) expect(y > sorted + 4 || x > left).toBe(true);
        // The head is not seen, until it has the focus.
        await page.locator('[data-act=save]').focus();
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        expect(await focused.textContent()).toBe('Wilayah');
        expect((await focused.boundingBox())?.height).toBeGreaterThan(20);
        expect(
          await focused.evaluate(
            (each) => getComputedStyle(each.closest('thead') as Element).clipPath,
          ),
        ).toBe('none');
        expect(await overflow()).toBeLessThanOrEqual(0);
      },
      phone,
    ));

  it('fits a phone as a table too, whose first column and head stay', () =>
    visit(
      '/daerah/?tampil=tabel',
      async (page) => {
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
        const frame = page.locator('.explorer-frame');
        await frame.scrollIntoViewIfNeeded();
        const places = () =>
          frame.evaluate((element) => {
            const box = element.getBoundingClientRect();
            const of = (selector: string) => {
              const { left, top } = element.querySelector(selector)?.getBoundingClientRect() ?? box;
              return [left - box.left, top - box.top];
            };
            return {
              name: of('tr[data-c] th')[0],
              head: of('thead'),
              spi: of('th[data-k=spi]')[0],
            };
          });
        const before = await places();
        await frame.evaluate((element) => element.scrollTo(300, 1500));
        const after = await places();
        expect(after.name).toBeCloseTo(before.name ?? Number.NaN, 0);
        expect(after.head[1]).toBeCloseTo(0, 0);
        expect(after.spi).toBeLessThan((before.spi ?? 0) - 200);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      },
      phone,
    ));

  it.each([390, 1280])('is complete without JavaScript at %i', (width) =>
    visit(
      '/daerah/?q=blitar&urut=-spi',
      async (page) => {
        const rows = await page.locator('.latest tbody tr:not(.group)').all();
        expect(rows).toHaveLength(514);
        expect(await page.locator('.latest tbody:has(> .group:first-child)').count()).toBe(38);
        const figures = regions.flatMap(({ code }) =>
          INDICATORS.filter((each) => latest(code, each)),
        );
        expect(await page.locator('.latest tbody td a.figure data').count()).toBe(figures.length);
        expect(
          await page.locator('region-explorer :is(select, [type=checkbox])').count(),
        ).toBeGreaterThan(0);
        for (const control of await page
          .locator('region-explorer :is(select, [type=checkbox], [data-act])')
          .all()) {
          expect(await control.isVisible()).toBe(false);
        }
        expect(await page.locator('.latest [name=pick]').count()).toBe(0);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      },
      { javaScriptEnabled: false, viewport: { width, height: 844 } },
    ),
  );

  it.each([390, 1280])('a province is found by its link, at %i', (width) =>
    visit(
      '/daerah/#papua-selatan',
      async (page) => {
        const place = async (id: string) =>
          (await page.locator(`#${id} > .group`).boundingBox())?.y ?? Number.NaN;
        const isInSight = (y: number) => y >= 0 && y < 300;
        await expect.poll(async () => isInSight(await place('papua-selatan'))).toBe(true);
        await page.locator('[data-whole] summary').click();
        await page.locator('a[href="#maluku"]').click();
        await expect.poll(async () => isInSight(await place('maluku'))).toBe(true);
      },
      { viewport: { width, height: 844 } },
    ),
  );

  it('the tables of a province can be sorted too', () =>
    visit('/provinsi/jawa-timur/', async (page) => {
      const table = page.locator('section[aria-labelledby=city] .latest');
      const values = () =>
        table
          .locator('tbody tr')
          .evaluateAll((rows) =>
            rows.map(
              (row) => row.querySelector('td[data-label=SPI] data')?.getAttribute('value') ?? null,
            ),
          );
      const first = await values();
      await table.locator('th[data-k=spi] button').click();
      const sorted = await values();
      const known = sorted.flatMap((value) => (value === null ? [] : [Number(value)]));
      expect(known.length).toBeGreaterThan(2);
      expect(sorted.slice(0, known.length).every((value) => value !== null)).toBe(true);
      expect(known).toEqual(known.toSorted((a, b) => b - a));
      await table.locator('th[data-k=spi] button').click();
      await table.locator('th[data-k=spi] button').click();
      expect(await values()).toEqual(first);
    }));
});

describe('what it weighs', () => {
  it.each(['id', 'en'] as const)('50 KB of HTML at most (%s)', (lang) => {
    expect(gzipped(readPage(site.dir, inLanguage('/daerah/', lang)))).toBeLessThanOrEqual(50 * KB);
  });

  it('10 KB of JavaScript at most, whatever one does with the table', () =>
    visit(
      '/daerah/',
      async (page) => {
        await choose(page, 'i', 'spi');
        await choose(page, 'band', 'terjaga');
        await page.locator('[name=pick]').first().check();
        await head(page, 'nama').locator('button').click();
        await page.getByLabel('MCP', { exact: true }).uncheck();
        await page.locator('[data-act=save]').click();
        const loaded = await page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => new URL(name).pathname)
            .filter((path) => path.endsWith('.js')),
        );
        const files = new Set(filePaths(site.dir));
        expect(loaded.every((path) => files.has(path))).toBe(true);
        expect(loaded.some((path) => path.includes('RegionExplorer'))).toBe(true);
        const bytes = loaded.map((path) => gzipped(readPage(site.dir, path)));
        expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10 * KB);
      },
      { acceptDownloads: true },
    ));
});
