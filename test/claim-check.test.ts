import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { datasetOf } from '../src/api/dataset.ts';
import type { DefinitionsFile, RegionFile, RegionsFile } from '../src/api/files.ts';
import { type ClaimVerdict, checkClaim } from '../src/derive/claim.ts';
import { decimals, roundedTo } from '../src/derive/decimal.ts';
import type { Figure } from '../src/derive/figures.ts';
import { deriveModel } from '../src/derive/site-model.ts';
import { formatDecimal } from '../src/i18n/format.ts';
import { claimQuery } from '../src/site/claim-address.ts';
import { byId, parseHtml } from './lib/html.ts';
import { fileOf, gzipped, readPage } from './lib/site.ts';
import { addressOf, useBrowser } from './lib/visit.ts';

/** Checking a claimed figure, as people do it. The cases are found in the published API. */
const site = inject('site');
const small = inject('small');
const at = (path: string, of = site) => addressOf(path, of);

const api = <T>(path: string): T =>
  JSON.parse(readFileSync(join(site.dir, 'api/v1', path), 'utf8')) as T;
const model = deriveModel(
  datasetOf({
    definitions: api<DefinitionsFile>('definitions.json'),
    regions: api<RegionsFile>('regions.json'),
    members: readdirSync(join(site.dir, 'api/v1/regions')).map((file) =>
      api<RegionFile>(`regions/${file}`),
    ),
  }),
);
const isRegion = ({ area_code }: Figure) => area_code.length === 5;

/** The first figure of a region for which a claim has a verdict, and that claim. */
function find(verdict: ClaimVerdict, claimOf: (figure: Figure) => string | null | undefined) {
  for (const figure of model.figures.all.filter(isRegion)) {
    const claim = claimOf(figure);
    if (!claim) continue;
    const area = model.area(figure.area_code);
    const { indicator, year } = figure;
    const check = checkClaim(model, { area, indicator, year, claim });
    if (check.verdict === verdict) return { figure, claim, area, check };
  }
  throw new Error(`the data have no figure for ${verdict}`);
}
const known = find('agrees', ({ value }) => (value && decimals(value) === 2 ? value : null));
const path = (
  { figure, claim }: { readonly figure: Figure; readonly claim: string },
  parts: Partial<Parameters<typeof claimQuery>[0]> = {},
) =>
  `/cek/${claimQuery({ region: figure.area_code, indicator: figure.indicator, year: String(figure.year), claim, ...parts })}`;

const { browse, visit } = useBrowser();

const verdict = (page: Page) => page.locator('[data-part=status] h2');
const answer = (page: Page) => page.locator('[data-part=answer]');
const heading = async (page: Page) => {
  await verdict(page).waitFor();
  return verdict(page).textContent();
};
const state = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement>('.claim-form [name]')].map(
        ({ name, value }) => [name, value],
      ),
    ),
  );
const search = (page: Page) => new URL(page.url()).search;

describe('a claim, asked by the form', () => {
  it('is answered, and its address is the permalink', () =>
    visit('/cek/', async (page) => {
      const { figure, area, claim } = known;
      await page.locator('#cek-daerah').click();
      await page.keyboard.type(area.name);
      await page.locator('#cek-daerah-pilihan [role=option]').first().click();
      expect(await page.locator('#cek-daerah').inputValue()).toBe(area.name);
      await page.locator('#cek-ukuran').selectOption(figure.indicator);
      await page.locator('#cek-tahun').fill(String(figure.year));
      await page.locator('#cek-angka').fill(formatDecimal(claim, 'id'));
      await page.getByRole('button', { name: 'Cek', exact: true }).click();
      expect(await heading(page)).toBe('Sama dengan angka kami');
      expect(search(page)).toBe(
        `?d=${figure.area_code}&i=${figure.indicator}&y=${figure.year}&v=${formatDecimal(claim, 'id')}`,
      );
      expect(await page.title()).toContain(area.name);
      await page.goBack();
      await verdict(page).waitFor({ state: 'detached' });
      expect(await state(page)).toEqual({ d: '', i: '', y: '', v: '' });
      expect(await page.title()).toMatch(/^Cek angka/);
    }));

  it('by keys alone, from the field to the links of the answer', () =>
    visit('/cek/', async (page) => {
      const { figure, area } = known;
      await page.locator('#cek-daerah').focus();
      await page.keyboard.type(area.name);
      await page.locator('#cek-daerah-pilihan [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      // Choosing a place fills in the field, and neither leaves nor sends the form.
      expect(new URL(page.url()).pathname).toBe('/cek/');
      expect(search(page)).toBe('');
      expect(await page.locator('#cek-daerah').inputValue()).toBe(area.name);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('cek-ukuran');
      await page.keyboard.type(figure.indicator.toUpperCase());
      await page.keyboard.press('Tab');
      await page.keyboard.type(String(figure.year));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('Yang kami catat');
      expect(search(page)).toBe(`?d=${figure.area_code}&i=${figure.indicator}&y=${figure.year}`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() => document.activeElement?.closest('[data-part=answer]') !== null),
      ).toBe(true);
    }));

  it('takes a name that was typed and not chosen', () =>
    visit('/cek/', async (page) => {
      const { figure, area } = known;
      await page.locator('#cek-daerah').fill(area.name.toLowerCase());
      await page.locator('#cek-ukuran').selectOption(figure.indicator);
      await page.locator('#cek-tahun').fill(String(figure.year));
      await page.locator('#cek-tahun').press('Enter');
      expect(await heading(page)).toBe('Yang kami catat');
      expect(search(page)).toMatch(`?d=${figure.area_code}&`);
      expect((await state(page)).d).toBe(area.name);
    }));

  it('goes back and forward with the browser', () =>
    visit(path(known), async (page) => {
      expect(await heading(page)).toBe('Sama dengan angka kami');
      const first = search(page);
      await page.locator('#cek-angka').fill('1');
      await page.locator('#cek-angka').press('Enter');
      await page.waitForURL((url) => url.search !== first);
      await verdict(page).filter({ hasNotText: 'Sama dengan angka kami' }).waitFor();
      await page.goBack();
      await verdict(page).filter({ hasText: 'Sama dengan angka kami' }).waitFor();
      expect(search(page)).toBe(first);
      expect((await state(page)).v).toBe(known.claim);
      expect((await state(page)).d).toBe(known.area.name);
      await page.goForward();
      await verdict(page).filter({ hasNotText: 'Sama dengan angka kami' }).waitFor();
      expect((await state(page)).v).toBe('1');
      expect(await page.title()).toContain('“1”');
    }));
});

describe('a claim, asked by the address', () => {
  it.each(['id', 'en'] as const)('reads commas and points alike: %s', (lang) =>
    visit(lang === 'en' ? '/en/cek/' : '/cek/', async (page) => {
      for (const claim of [formatDecimal(known.claim, 'id'), formatDecimal(known.claim, 'en')]) {
        await page.goto(at(`${lang === 'en' ? '/en' : ''}${path(known, { claim })}`));
        expect(await heading(page)).toBe(
          lang === 'en' ? 'The same as our figure' : 'Sama dengan angka kami',
        );
        expect(await answer(page).textContent()).toContain(formatDecimal(known.claim, lang));
      }
    }),
  );

  it('shows every printed version, and each figure has its permanent address', () => {
    const other = find('agrees_other_source', ({ differs, decision, rows, speaking }) =>
      differs && decision
        ? rows.find((row) => row !== speaking && row.status === 'final')?.value
        : null,
    );
    return visit(path(other), async (page) => {
      expect(await heading(page)).toBe('Sama dengan versi sumber lain');
      const text = (await answer(page).textContent()) ?? '';
      for (const row of other.figure.rows) {
        expect(text).toContain(model.source(row.source_id).publisher);
        if (row.value) expect(text).toContain(formatDecimal(row.value, 'id'));
      }
      expect(text).toContain(other.figure.decision?.reason_id);
      const anchor = `${other.figure.area_code}-${other.figure.indicator}-${other.figure.year}`;
      const differences = answer(page).locator(`a[href="/perbedaan/#${anchor}"]`).first();
      expect(await differences.isVisible()).toBe(true);
      expect(byId(parseHtml(readPage(site.dir, '/perbedaan/')), anchor)).toBeTruthy();
      const links = await answer(page)
        .locator('a:has(> data)')
        .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href)));
      expect(links.length).toBeGreaterThan(other.figure.rows.length);
      for (const { pathname, hash } of links) {
        const html = readFileSync(fileOf(site.dir, pathname), 'utf8');
        expect(html).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
      }
      // No number of the data stands alone.
      expect(await answer(page).locator('data:not(a > data)').count()).toBe(0);
    });
  });

  it('knows a figure that was rounded', () => {
    const rounded = find('agrees_rounded', ({ value }) =>
      value && decimals(value) === 2 && Number(value) > 10 ? roundedTo(value, 0) : null,
    );
    return visit(path(rounded), async (page) => {
      expect(await heading(page)).toBe('Sama setelah dibulatkan');
      expect(await answer(page).textContent()).toContain(
        formatDecimal(`${rounded.figure.value}`, 'id'),
      );
    });
  });

  it('knows a figure of another year', () => {
    const earlier = find(
      'other_year',
      ({ area_code, indicator, year, series }) =>
        model.figures
          .of(area_code, indicator)
          .find((each) => each.year < year && each.series === series)?.value,
    );
    return visit(path(earlier), async (page) => {
      expect(await heading(page)).toBe('Angka tahun lain');
      expect(await answer(page).textContent()).toContain('Angka yang sama bisa juga kebetulan.');
    });
  });

  it('knows the figure of the region of the same name', () => {
    const twins = model.figures.all.filter(isRegion).flatMap((figure) => {
      const area = model.area(figure.area_code);
      const bare = area.name.replace(/^(Kota|Kabupaten) /, '');
      const twin = model.regions.find((each) => each !== area && each.name.endsWith(` ${bare}`));
      const claim = twin && model.figures.at(twin.code, figure.indicator, figure.year)?.value;
      if (!claim) return [];
      const { indicator, year } = figure;
      const check = checkClaim(model, { area, indicator, year, claim });
      return check.verdict === 'other_area' && check.match.row.area_code === twin.code
        ? [{ figure, claim, twin }]
        : [];
    });
    const [first] = twins;
    if (!first) throw new Error('no two regions of one name have figures of one year');
    return visit(path(first), async (page) => {
      expect(await heading(page)).toBe('Angka wilayah lain');
      expect(await answer(page).textContent()).toContain(first.twin.name);
    });
  });

  it('knows categories, in words of either language', () => {
    const opinion = find('category_agrees', ({ indicator, speaking }) =>
      indicator === 'bpk' && speaking?.category === 'wtp' ? 'WTP' : null,
    );
    return visit(path(opinion), async (page) => {
      expect(await heading(page)).toBe('Sama dengan kategori kami');
      for (const claim of ['wajar tanpa pengecualian', 'Opini  wtp', 'unqualified opinion']) {
        await page.goto(at(path(opinion, { claim })));
        expect(await heading(page), claim).toBe('Sama dengan kategori kami');
      }
      await page.goto(at(path(opinion, { claim: 'WDP' })));
      expect(await heading(page)).toBe('Berbeda dari kategori kami');
    });
  });

  it('says by how much it differs', () => {
    const far = find('differs', ({ value }) =>
      value && Number(value) > 20 && decimals(value) === 2 ? '11,11' : null,
    );
    return visit(path(far), async (page) => {
      expect(await heading(page)).toBe('Berbeda dari angka kami');
      const difference = (Number(far.figure.value) - 11.11).toFixed(2);
      expect(await answer(page).textContent()).toContain(
        `${formatDecimal(difference, 'id')} lebih tinggi daripada 11,11`,
      );
    });
  });

  it('says what is unknown, and which years are known', () => {
    const { figure } = find('agrees', ({ area_code, indicator, value, year }) =>
      year > 2019 && !model.figures.at(area_code, indicator, year - 1) ? value : null,
    );
    const missing = String(figure.year - 1);
    return visit(path({ figure, claim: '0,01' }, { year: missing }), async (page) => {
      expect(await heading(page)).toBe('Belum ditemukan');
      const text = await answer(page).textContent();
      expect(text).toContain('belum ditemukan di sumber mana pun');
      expect(text).toContain(String(figure.year));
      const row = answer(page).locator('tr.claim-asked', { hasText: missing });
      expect(await row.textContent()).toContain('belum ditemukan');
    });
  });

  it('says that a measure is not known to have existed, rather than not found', () =>
    visit('/cek/?d=35.72&i=mcp&y=1990&v=12,34', async (page) => {
      expect(await heading(page)).toBe('Ukuran ini tidak tercatat ada pada tahun itu');
      expect(await answer(page).locator('tr', { hasText: '1990' }).count()).toBe(0);
    }));

  it('suggests the code of which a spreadsheet took the zero', () =>
    visit('/cek/?d=11.1&i=mcp&y=2023', async (page) => {
      await heading(page);
      await answer(page).locator('a[href^="?d=11.10&"]').click();
      await verdict(page)
        .filter({ hasText: /Yang kami catat/ })
        .waitFor();
      expect(search(page)).toBe('?d=11.10&i=mcp&y=2023');
    }));

  it('says that a number is outside the scale, and what can be entered', () =>
    visit(path(known, { claim: '9999' }), async (page) => {
      expect(await heading(page)).toBe('Di luar skala');
      await page.goto(at(path(known, { claim: 'sangat bagus sekali' })));
      expect(await heading(page)).toBe('Isian belum terbaca');
      expect(await answer(page).textContent()).toContain('“sangat bagus sekali”');
    }));

  it('makes of a name what it means, or asks which is meant', () =>
    visit(path(known, { region: known.area.name }), async (page) => {
      expect(await heading(page)).toBe('Sama dengan angka kami');
      expect(search(page)).toMatch(`?d=${known.figure.area_code}&`);
      await page.goto(at(path(known, { region: 'Blitar' })));
      await heading(page);
      const choices = await answer(page).locator('.claim-choices a').allTextContents();
      expect(choices).toEqual(expect.arrayContaining(['Kota Blitar', 'Kabupaten Blitar']));
      await answer(page).getByRole('link', { name: 'Kota Blitar' }).click();
      await page.waitForURL((url) => url.searchParams.get('d') === '35.72');
      await verdict(page).filter({ hasNotText: 'belum kami kenali' }).waitFor();
    }));
});

describe('what is not known to it', () => {
  it.each([
    ['region', { region: '77.77' }, '“77.77”', '/indikator/'],
    ['region of a wild name', { region: 'zzxxqqvv' }, '“zzxxqqvv”', '/indikator/'],
    ['indicator', { indicator: 'xyz' }, '“xyz”', '/daerah/'],
    ['year', { year: '20x4' }, '“20x4”', '/daerah/'],
    ['year out of reach', { year: '9999' }, '“9999”', '/daerah/'],
  ] as const)('is said plainly, and the rest works: %s', (_, parts, told, leads) =>
    visit(path(known, parts), async (page) => {
      expect(await heading(page)).toBe('Ada isian yang belum kami kenali');
      expect(await answer(page).textContent()).toContain(told);
      expect(await answer(page).locator(`a[href*="${leads}"]`).first().isVisible()).toBe(true);
      if ('year' in parts) {
        // Without the year, all years.
        expect(await answer(page).locator('table data').count()).toBeGreaterThan(0);
      }
      // The form still asks.
      const { figure, area } = known;
      await page.locator('#cek-daerah').fill(area.name);
      await page.locator('#cek-ukuran').selectOption(figure.indicator);
      await page.locator('#cek-tahun').fill(String(figure.year));
      await page.locator('#cek-tahun').press('Enter');
      await verdict(page).filter({ hasText: 'Sama dengan angka kami' }).waitFor();
    }),
  );

  const HOSTILE = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
  it.each(['region', 'indicator', 'year', 'claim'] as const)(
    'shows markup in the address as text: %s',
    (part) =>
      visit(path(known, { [part]: HOSTILE }), async (page) => {
        await heading(page);
        expect(await page.locator('claim-check').textContent()).toContain('<img src=x');
        expect(await page.locator('claim-check :is(img, script)').count()).toBe(0);
        expect(await page.title()).not.toBe('1');
      }),
  );

  it.each([
    '?d=%',
    '?v=%ED%A0%80&d=35.72&i=spi&y=2024',
    `?d=${'a'.repeat(3000)}`,
    '?d=&i=&y=&v=',
    '?d=35.72&d=35.73&i=spi&y=2024',
  ])('is not upset by %s', (query) =>
    visit(`/cek/${query}`, async (page) => {
      await page.locator('[data-part=answer]:not([aria-busy])').waitFor({ state: 'attached' });
      expect(await page.locator('#cek-daerah').isEditable()).toBe(true);
      expect(await page.locator('claim-check').textContent()).not.toMatch(/undefined|NaN|\bnull\b/);
    }),
  );
});

describe('the page', () => {
  it('offers examples that are answered as they say', () =>
    visit('/cek/', async (page) => {
      const examples = await page
        .locator('.claim-examples li')
        .evaluateAll((items) =>
          items.map((item) => [
            item.querySelector('a')?.href ?? '',
            item.querySelector('.note')?.textContent ?? '',
          ]),
        );
      expect(examples.length).toBeGreaterThanOrEqual(4);
      const HEADINGS: Record<string, string> = {
        sama: 'Sama dengan angka kami',
        dibulatkan: 'Sama setelah dibulatkan',
        'versi sumber lain': 'Sama dengan versi sumber lain',
        'angka tahun lain': 'Angka tahun lain',
        'angka sementara': 'Tercetak, tetapi bukan angka akhir',
        kategori: 'Sama dengan kategori kami',
      };
      for (const [href = '', kind = ''] of examples) {
        await page.goto(href);
        expect(await heading(page), href).toBe(HEADINGS[kind]);
      }
    }));

  it('copies the citation and the permalink', () =>
    visit(path(known), async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await heading(page);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await page.getByRole('button', { name: 'Salin kutipan' }).click();
      await page.getByText('Sudah disalin.').waitFor();
      const citation = await copied();
      expect(citation).toContain('Menurut Cermin Daerah (edisi');
      expect(citation).toContain(known.area.name);
      expect(citation).toContain(formatDecimal(known.claim, 'id'));
      await page.getByRole('button', { name: 'Salin tautan' }).click();
      await page.waitForFunction(async () =>
        (await navigator.clipboard.readText()).startsWith('http'),
      );
      const link = new URL(await copied());
      expect(`${link.pathname}${link.search}`).toBe(path(known));
    }));

  it('leads to the profile, the comparison, the report, and the other language', () =>
    visit(path(known), async (page) => {
      await heading(page);
      const hrefs = await answer(page)
        .locator('section li > a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(hrefs).toContain(`/daerah/${known.area.slug}/`);
      expect(hrefs.some((href) => href.startsWith(`/banding/?d=${known.area.code}`))).toBe(true);
      expect(hrefs.some((href) => href.includes('-CEK-'))).toBe(false);
      await page.locator('a.lang').click();
      await page.waitForURL((url) => url.pathname === '/en/cek/');
      expect(await heading(page)).toBe('The same as our figure');
    }));

  it('says that the data could not be loaded, and tries again', () =>
    browse(
      async (page) => {
        await page.route('**/api/v1/**', (route) => route.abort());
        await page.goto(at(path(known)));
        const again = page.getByRole('link', { name: 'Coba lagi' });
        await again.waitFor();
        expect(await page.locator('[data-part=status]').textContent()).toContain(
          'tidak dapat dimuat',
        );
        await page.unroute('**/api/v1/**');
        await again.click();
        expect(await heading(page)).toBe('Sama dengan angka kami');
      },
      { allows: 'complaints' },
    ));

  it.each([
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('with an answer has no fault that axe finds, at %s px, %s', (width, colorScheme) =>
    visit(
      path(known),
      async (page) => {
        await heading(page);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBe(0);
        await page.addScriptTag({ content: axeCore.source });
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof axeCore };
          return (await axe.run('main')).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`,
          );
        });
        expect(violations).toEqual([]);
      },
      { viewport: { width, height: 844 }, colorScheme, bypassCSP: true },
    ),
  );

  it.each(['/cek/', '/en/cek/?d=35.72&i=spi&y=2024&v=74,5'])(
    'without JavaScript says so and leads on: %s',
    (to) =>
      visit(
        to,
        async (page) => {
          expect(await page.locator('.claim-form').isVisible()).toBe(false);
          const root = to.startsWith('/en/') ? '/en' : '';
          for (const own of ['/daerah/', '/data/']) {
            expect(await page.locator(`main a[href="${root}${own}"]`).isVisible()).toBe(true);
          }
        },
        { javaScriptEnabled: false },
      ),
  );

  it('loads 10 KB of scripts at most before anybody asks, and no data', () =>
    visit('/cek/', async (page) => {
      const scripts = new Map<string, number>();
      const data: string[] = [];
      page.on('response', async (response) => {
        const { pathname } = new URL(response.url());
        if (/\.js$/.test(pathname)) {
          scripts.set(pathname, gzipped(readFileSync(fileOf(site.dir, pathname))));
        } else if (/\.json$/.test(pathname)) data.push(pathname);
      });
      await page.goto(at('/cek/?i=spi'));
      await page.waitForLoadState('networkidle');
      expect(scripts.size).toBeGreaterThan(0);
      expect([...scripts.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000);
      expect(data).toEqual([]);
      expect((await state(page)).i).toBe('spi');
    }));

  it('is in the footer, on the page of the data, and on every indicator', () => {
    for (const from of ['/', '/data/', '/indikator/spi/', '/en/indikator/bpk/']) {
      const root = from.startsWith('/en/') ? '/en' : '';
      expect(readPage(site.dir, from)).toContain(`href="${root}/cek/`);
    }
  });
});

describe('under a base path', () => {
  it('answers, and leads to pages of the site', () => {
    if (!small) throw new Error('the small site was not built; run "npm test"');
    return visit(
      '/cek/?d=98.71&i=mcp&y=2023&v=92.15',
      async (page) => {
        expect(await heading(page)).toBe('Sama dengan angka kami');
        const hrefs = await answer(page)
          .locator('a:not([rel*=external])')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        expect(
          hrefs.filter((href) => !/^(https?:|mailto:)/.test(href) && !href.startsWith(small.base)),
        ).toEqual([]);
      },
      { of: small },
    );
  });
});
