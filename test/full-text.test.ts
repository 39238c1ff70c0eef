import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { addressOf, useBrowser } from './lib/visit.ts';

/** The full-text search on the built site, in a browser, under the policy of its headers. */
const site = inject('site');
const small = inject('small');

const { browse } = useBrowser();

const at = (path: string, of = site) => addressOf(path, of);
const status = (page: Page) => page.locator('full-text-search [role=status]');
const hits = (page: Page) => page.locator('.hits > li');
const titles = (page: Page) => hits(page).locator('h3').allTextContents();
const params = (page: Page) => new URL(page.url()).searchParams;

/** Waits until the search has said what it found, and returns that. */
async function answer(page: Page, expected = /memuat|cocok|has|have|match/): Promise<string> {
  await page.waitForFunction((pattern) => {
    const text = document.querySelector('full-text-search [role=status]')?.textContent ?? '';
    return new RegExp(pattern).test(text);
  }, expected.source);
  return (await status(page).textContent()) ?? '';
}

async function search(page: Page, query: string, lang: 'id' | 'en' = 'id', of = site) {
  const root = lang === 'en' ? '/en' : '';
  await page.goto(at(`${root}/cari/?${new URLSearchParams({ q: query })}`, of));
  return answer(page);
}

const countIn = (text: string) => Number(/^([\d.,]+) /.exec(text)?.[1]?.replace(/[.,]/g, ''));

describe('words', () => {
  it.each(['id', 'en'] as const)('SAPA MAS WALI leads to Kota Blitar (%s)', (lang) =>
    browse(async (page) => {
      await search(page, 'SAPA MAS WALI', lang);
      const [first] = await titles(page);
      expect(first).toBe('Kota Blitar');
      const link = hits(page).first().locator('a');
      const path = `${lang === 'en' ? '/en' : ''}/daerah/kota-blitar/`;
      expect(await link.getAttribute('href')).toBe(path);
      expect(await hits(page).first().locator('mark').allTextContents()).toContain('SAPA');
      await link.click();
      await page.waitForURL((url) => url.pathname === path);
      expect(await page.locator('main').textContent()).toContain('SAPA MAS WALI');
    }),
  );

  it.each([
    ['anti korupsi', 'antikorupsi'],
    ['antikorupsi', 'anti korupsi'],
    ['anti-korupsi', 'antikorupsi'],
  ])('%s also finds "%s"', (query, other) =>
    browse(async (page) => {
      expect(countIn(await search(page, query))).toBeGreaterThan(100);
      const marked = await page.locator('.hits mark').allTextContents();
      expect(marked.map((text) => text.toLowerCase())).toContain(other);
    }),
  );

  it.each([
    ['whistle blowing', /whistleblowing/i],
    ['whistleblowing', /whistle blowing/i],
    ['mengadu', /pengaduan/i],
    ['ZI', /zona integritas/i],
  ])('%s finds other forms and spellings', (query, other) =>
    browse(async (page) => {
      await search(page, query);
      while (await page.locator('[data-part=more]').isVisible()) {
        await page.locator('[data-part=more]').click();
        if (other.test((await hits(page).allTextContents()).join('\n'))) break;
      }
      expect((await hits(page).allTextContents()).join('\n')).toMatch(other);
    }),
  );

  it.each([
    ['Blitar', ['Kota Blitar', 'Kabupaten Blitar']],
    ['bali', ['Bali']],
    ['tangsel', ['Kota Tangerang Selatan']],
    ['35.72', ['Kota Blitar']],
    ['SPI', ['SPI']],
    // No stemmer takes it for "au" and finds what begins so.
    ['berau', ['Kabupaten Berau']],
  ])('%s has the pages of that name first', (query, names) =>
    browse(async (page) => {
      await search(page, query);
      const first = (await titles(page)).slice(0, names.length);
      expect(new Set(first)).toEqual(new Set(names));
    }),
  );

  it('a number leads to where it is printed', () =>
    browse(async (page) => {
      await search(page, '97,98');
      expect(await titles(page)).toContain('Kota Blitar');
      expect(await page.locator('.hits mark').allTextContents()).toContain('97,98');
    }));

  it('sections of long pages are found by themselves', () =>
    browse(async (page) => {
      await search(page, 'peringkat');
      const link = hits(page).locator('a', { hasText: /^Peringkat$/ });
      await link.click();
      await page.waitForURL((url) => url.pathname === '/metodologi/' && url.hash === '#peringkat');
      expect(await page.locator(':target').textContent()).toContain('Peringkat');
    }));
});

describe('words that stand on no page', () => {
  it.each([
    ['id', 'zzkota', 'Tidak ada halaman yang memuat “zzkota”.'],
    ['id', 'xqw', 'Tidak ada halaman yang memuat “xqw”.'],
    ['en', 'zzkota', 'No page has “zzkota”.'],
    // The index has "blitar", a beginning of it.
    ['id', 'Blitaraya', 'Tidak ada halaman yang memuat “Blitaraya”.'],
  ] as const)('are said to (%s, %s)', (lang, query, said) =>
    browse(async (page) => {
      expect(await search(page, query, lang)).toBe(said);
      expect(await hits(page).count()).toBe(0);
      const finder = page.locator('[data-part=help] a').first();
      expect(await finder.getAttribute('href')).toBe(
        `${lang === 'en' ? '/en' : ''}/daerah/?q=${query}`,
      );
    }),
  );

  it('are told from those that do, which can be looked for alone', () =>
    browse(async (page) => {
      expect(await search(page, 'blitar zzkota')).toBe('Tidak ada halaman yang memuat “zzkota”.');
      await page.getByRole('link', { name: 'Cari tanpa kata itu: “blitar”' }).click();
      await page.waitForURL((url) => url.searchParams.get('q') === 'blitar');
      expect(await answer(page)).toContain('memuat “blitar”');
      expect(await hits(page).count()).toBeGreaterThan(0);
    }));

  it('show as text what is markup', () =>
    browse(async (page) => {
      const markup = '<img src=x onerror="document.title=1"><mark>zz</mark>';
      expect(await search(page, markup)).toContain('Tidak ada halaman');
      expect(await page.locator('full-text-search img').count()).toBe(0);
      expect(await page.locator('[data-part=help]').textContent()).toContain(markup);
      expect(await page.title()).toContain('Cari di situs ini');
      expect(await page.locator('#cari-q').inputValue()).toBe(markup);
    }));
});

describe('each language has an index of its own', () => {
  it('English words find English pages, on English pages only', () =>
    browse(async (page) => {
      expect(countIn(await search(page, 'threshold', 'en'))).toBeGreaterThan(3);
      const hrefs = await hits(page)
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(hrefs.filter((href) => !href.startsWith('/en/'))).toEqual([]);
      expect(await search(page, 'threshold')).toContain('Tidak ada halaman');
      expect(await search(page, 'ambang')).not.toContain('Tidak ada');
    }));

  it('the link to the other language keeps the search', () =>
    browse(async (page) => {
      await search(page, 'ombudsman');
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL((url) => url.pathname === '/en/cari/');
      expect(params(page).get('q')).toBe('ombudsman');
      expect(await answer(page)).toContain('have “ombudsman”');
    }));
});

describe('filters and order', () => {
  it('a province narrows the results to what is about it', () =>
    browse(async (page) => {
      const all = countIn(await search(page, 'pengaduan'));
      await page.selectOption('#cari-provinsi', 'jawa-timur');
      await page.waitForURL((url) => url.searchParams.get('provinsi') === 'jawa-timur');
      const few = countIn(await answer(page, new RegExp(`^(?!${all} )\\d+ halaman`)));
      expect(few).toBeGreaterThan(0);
      expect(few).toBeLessThan(all);
      const option = page.locator('#cari-provinsi option:checked');
      expect(await option.textContent()).toBe(`Jawa Timur (${few})`);
      expect(await titles(page)).not.toEqual([]);
    }));

  it('boxes narrow further, counts tell by how much, and one button clears them', () =>
    browse(async (page) => {
      await page.goto(at('/cari/?provinsi=jawa-timur'));
      const all = countIn(await answer(page));
      // The filters are open where there is room for them.
      await page.getByRole('checkbox', { name: /^Kota/ }).check();
      await page.waitForURL((url) => url.searchParams.get('tingkat') === 'city');
      const cities = countIn(await answer(page, new RegExp(`^(?!${all} )\\d+ halaman`)));
      await page.getByRole('checkbox', { name: /^Daerah/ }).check();
      const own = await answer(page, /^9 halaman/);
      expect(own).toContain('cocok dengan saringan');
      expect(cities).toBeGreaterThan(9);
      // The count of another choice of a group is what choosing it too would add.
      const sources = page.locator('[data-count="jenis sumber"]');
      expect(Number(await sources.textContent())).toBe(cities - 9);
      await page.getByRole('checkbox', { name: /^SPI \d/ }).check();
      await page.waitForURL((url) => url.searchParams.get('ukuran') === 'spi');
      await page.getByRole('button', { name: 'Hapus saringan' }).click();
      await page.waitForURL((url) => url.search === '');
      expect(await hits(page).count()).toBe(0);
    }));

  it('the standing in the programme finds the pilots', () =>
    browse(async (page) => {
      await page.goto(at('/cari/?tangga=designated&urut=nama'));
      expect(countIn(await answer(page))).toBe(7);
      expect(await titles(page)).toEqual([
        'Kabupaten Badung',
        'Kabupaten Kulon Progo',
        'Kabupaten Minahasa Tenggara',
        'Kota Blitar',
        'Kota Mataram',
        'Kota Payakumbuh',
        'Kota Surakarta',
      ]);
      await page.selectOption('#cari-urut', 'terbaru');
      await page.waitForFunction(
        () => !document.querySelector('.hits h3')?.textContent?.includes('Badung'),
      );
      const [newest] = await titles(page);
      expect(['Kota Blitar', 'Kota Mataram', 'Kabupaten Minahasa Tenggara']).toContain(newest);
    }));

  it('a filter that leaves nothing says so', () =>
    browse(async (page) => {
      await page.goto(at('/cari/?q=SAPA+MAS+WALI&provinsi=aceh'));
      expect(await answer(page)).toMatch(/^\d halaman memuat .* tidak ada yang cocok/);
    }));

  it('values in the address that do not exist are left aside', () =>
    browse(async (page) => {
      await page.goto(at('/cari/?q=blitar&provinsi=atlantis&tingkat=x&urut=y&z=1'));
      expect(await answer(page)).toContain('memuat “blitar”');
      expect(await page.locator('#cari-provinsi').inputValue()).toBe('');
    }));
});

describe('by hand', () => {
  it('works by keyboard alone, and tells the address', () =>
    browse(async (page) => {
      await page.goto(at('/cari/'));
      await page.locator('#cari-q').focus();
      await page.keyboard.type('zona integritas');
      await page.keyboard.press('Enter');
      await answer(page, /“zona integritas”/);
      expect(params(page).get('q')).toBe('zona integritas');
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.closest('.hits') !== null)) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname !== '/cari/');
    }));

  it('finds while one types', () =>
    browse(async (page) => {
      await page.goto(at('/cari/'));
      await page.locator('#cari-q').pressSequentially('surakarta');
      await answer(page, /memuat “surakarta”/);
      expect((await titles(page))[0]).toBe('Kota Surakarta');
    }));

  it('shows more, and goes on from there', () =>
    browse(async (page) => {
      await search(page, 'pengaduan');
      expect(await hits(page).count()).toBe(10);
      await page.locator('[data-part=more]').click();
      await page.waitForFunction(() => document.querySelectorAll('.hits > li').length === 20);
      expect(await status(page).textContent()).toContain('20 ditampilkan');
      const place = await page.evaluate(() =>
        [...document.querySelectorAll('.hits a')].indexOf(document.activeElement as Element),
      );
      expect(place).toBe(10);
    }));

  it('the back button gives back each search, its filters, and as many results', () =>
    browse(async (page) => {
      await page.goto(at('/cari/'));
      await page.locator('#cari-q').fill('adu');
      await page.waitForURL((url) => url.searchParams.get('q') === 'adu');
      await page.locator('#cari-q').fill('pengaduan');
      await page.keyboard.press('Enter');
      await answer(page, /“pengaduan”/);
      await page.getByRole('checkbox', { name: /^Sumber/ }).check();
      await page.waitForURL((url) => url.searchParams.get('jenis') === 'sumber');
      await page.locator('[data-part=more]').click();
      await page.waitForFunction(() => document.querySelectorAll('.hits > li').length === 20);
      const shown = await titles(page);
      await hits(page).locator('a').nth(14).click();
      await page.waitForURL((url) => url.pathname !== '/cari/');

      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('.hits > li').length === 20);
      expect(await titles(page)).toEqual(shown);
      expect(await page.getByRole('checkbox', { name: /^Sumber/ }).isChecked()).toBe(true);

      await page.goBack();
      await page.waitForURL((url) => url.searchParams.get('jenis') === null);
      expect(await page.getByRole('checkbox', { name: /^Sumber/ }).isChecked()).toBe(false);
      expect(await page.locator('#cari-q').inputValue()).toBe('pengaduan');

      // What was typed in one go is one step.
      await page.goBack();
      await page.waitForURL((url) => url.search === '');
      expect(await page.locator('#cari-q').inputValue()).toBe('');
      await page.waitForFunction(() => document.querySelectorAll('.hits > li').length === 0);
    }));

  it('loads the index only when somebody wants to search', () =>
    browse(async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(at('/cari/'));
      await page.waitForLoadState('networkidle');
      expect(requests.filter((url) => url.includes('/indeks/'))).toEqual([]);
      const asked = page.waitForRequest('**/indeks/**');
      await page.locator('#cari-q').focus();
      await asked;
    }));
});

describe('when it cannot search', () => {
  it('says that the index could not be loaded, and tries again', () =>
    browse(
      async (page) => {
        await page.route('**/indeks/**', (route) => route.abort());
        await page.goto(at('/cari/?q=blitar'));
        expect(await answer(page, /tidak dapat dimuat/)).toContain('Periksa sambungan');
        await page.unroute('**/indeks/**');
        await page.getByRole('button', { name: 'Coba lagi' }).click();
        expect(await answer(page)).toContain('memuat “blitar”');
      },
      { allows: 'complaints' },
    ));

  it.each(['/cari/?q=blitar', '/en/cari/'])(
    'without JavaScript it lists the sections: %s',
    (path) =>
      browse(
        async (page) => {
          await page.goto(at(path));
          expect(await page.locator('#cari-q').isVisible()).toBe(false);
          const root = path.startsWith('/en/') ? '/en' : '';
          for (const own of ['/daerah/', '/sumber/', '/indikator/']) {
            expect(await page.locator(`main a[href="${root}${own}"]`).isVisible()).toBe(true);
          }
        },
        { javaScriptEnabled: false },
      ),
  );
});

describe('under a base path', () => {
  it('finds pages, and leads to them', () => {
    if (!small) throw new Error('the small site was not built; run "npm test"');
    return browse(
      async (page) => {
        await search(page, 'Antrean rekaan', 'id', small);
        expect((await titles(page))[0]).toBe('Kota Contoh');
        await hits(page).first().locator('a').click();
        await page.waitForURL((url) => url.pathname === `${small.base}daerah/kota-contoh/`);
        await search(page, 'fictional queue', 'en', small);
        await hits(page).first().locator('a').click();
        await page.waitForURL((url) => url.pathname === `${small.base}en/daerah/kota-contoh/`);
        await search(page, 'zzz', 'id', small);
        const finder = page.locator('[data-part=help] a').first();
        expect(await finder.getAttribute('href')).toBe(`${small.base}daerah/?q=zzz`);
      },
      { of: small },
    );
  });
});

describe('accessibility', () => {
  const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

  it.each([
    ['/cari/?q=pengaduan&provinsi=jawa-timur', 'light', 1280],
    ['/cari/?q=pengaduan&provinsi=jawa-timur', 'dark', 390],
    ['/en/cari/?q=zzkota', 'dark', 1280],
    ['/en/cari/', 'light', 390],
  ] as const)('axe finds nothing amiss: %s, %s, %i px', (path, colorScheme, width) =>
    browse(
      async (page) => {
        await page.goto(at(path));
        if (path.includes('?')) await answer(page);
        await page.locator('full-text-search details').evaluate((details) => {
          details.setAttribute('open', '');
        });
        await page.evaluate(readFileSync(axePath, 'utf8'));
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const result = await axe.run();
          return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(violations).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      },
      { colorScheme, viewport: { width, height: 900 } },
    ),
  );
});

describe('the index', () => {
  it.each(['', 'en/'])('stays small: %scari/indeks/', (root) => {
    const folder = `${site.dir}/${root}cari/indeks/`;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = files.reduce(
      (sum, { parentPath, name }) => sum + readFileSync(`${parentPath}/${name}`).length,
      0,
    );
    expect(files.length).toBeLessThanOrEqual(500);
    expect(bytes).toBeLessThanOrEqual(1.5e6);
  });

  it('costs little to ask: what is loaded once, and what a query adds', () =>
    browse(async (page) => {
      const sizes = new Map<string, number>();
      page.on('response', async (response) => {
        const { pathname } = new URL(response.url());
        if (pathname.includes('/indeks/')) sizes.set(pathname, (await response.body()).length);
      });
      await page.goto(at('/cari/?q=pengaduan'));
      await answer(page);
      await page.waitForLoadState('networkidle');
      const sum = (pattern: RegExp) =>
        [...sizes].reduce((total, [path, size]) => total + (pattern.test(path) ? size : 0), 0);
      expect(sum(/\.(js|json|pagefind|pf_meta|pf_filter)$/)).toBeLessThanOrEqual(180_000);
      expect(sum(/\.(pf_index|pf_fragment)$/)).toBeLessThanOrEqual(120_000);
    }));
});
