import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { describe, expect, inject, it } from 'vitest';
import { readDataset } from '../src/dataset/read-dataset.ts';
import { unexplainedIn } from '../src/glossary/abbreviations.ts';
import { mapProse } from '../src/glossary/link-terms.ts';
import {
  ancestor,
  attribute,
  byId,
  type Element,
  elements,
  hasClass,
  only,
  parseHtml,
  textOf,
} from './lib/html.ts';
import { gzipped, inLanguage, isFrame, langOfPath, pagePaths, readPage } from './lib/site.ts';
import { addressOf, useBrowser } from './lib/visit.ts';

/** What a first-time visitor gets: the glossary, plain words, and ways to pass a page on. */
const site = inject('site');
const LANGS = ['id', 'en'] as const;
const pageAt = (path: string) => parseHtml(readPage(site.dir, path));
const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const { terms } = dataset.tables;
const termLinks = (path: string) =>
  elements(pageAt(path), 'a').filter((link) => hasClass(link, 'term'));

describe('the glossary', () => {
  it.each(LANGS)('has every term with its meaning, in order (%s)', (lang) => {
    const page = pageAt(inLanguage('/istilah/', lang));
    const names = elements(page, 'dt').map(textOf);
    expect(names).toHaveLength(terms.length);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'id')));
    for (const term of terms) {
      const entry = textOf(byId(page, term.slug));
      for (const text of [
        term[`term_${lang}`],
        term[`expansion_${lang}`],
        term[`meaning_${lang}`],
      ]) {
        if (text) expect(entry).toContain(text);
      }
    }
    // It explains, and does not lead to itself.
    expect(elements(page, 'a').filter((link) => hasClass(link, 'term'))).toEqual([]);
  });

  it('explains every abbreviation in the prose of the site', () => {
    const unexplained = unexplainedIn(dataset.tables);
    const missing = new Map<string, string>();
    // Pages of sources hold their publishers' names.
    for (const path of pagePaths(site.dir).filter((each) => !/\/(sumber|cari)\//.test(each))) {
      mapProse(readPage(site.dir, path), langOfPath(path), (text) => {
        for (const word of unexplained(text)) missing.set(word, `${path}: ${text.trim()}`);
        return text;
      });
    }
    expect(Object.fromEntries(missing)).toEqual({});
  });
});

describe('terms on a page', () => {
  it.each(LANGS)(
    'are linked once each, where they first stand, to what explains them (%s)',
    (lang) => {
      const glossary = pageAt(inLanguage('/istilah/', lang));
      const links = termLinks(inLanguage('/daerah/kota-blitar/', lang));
      const targets = links.map((link) => attribute(link, 'href') ?? '');
      expect(new Set(targets).size).toBe(targets.length);
      expect(targets.length).toBeGreaterThan(25);
      for (const target of targets) {
        const [path, slug = ''] = target.split('#');
        expect(path).toBe(`${site.base}${inLanguage('/istilah/', lang).slice(1)}`);
        expect(byId(glossary, slug)).toBeTruthy();
      }
      for (const slug of ['kpk', 'spi', 'bpkp', 'percontohan', 'wbs', 'sp4n-lapor']) {
        expect(
          targets.some((target) => target.endsWith(`#${slug}`)),
          slug,
        ).toBe(true);
      }
      const kpk = links.find((link) => attribute(link, 'href')?.endsWith('#kpk')) as Element;
      expect(attribute(only(kpk, 'abbr'), 'title')).toBe(
        terms.find(({ slug }) => slug === 'kpk')?.[`expansion_${lang}`],
      );
      for (const link of links) {
        for (const tag of ['h1', 'h2', 'h3', 'a', 'button', 'summary', 'data', 'nav']) {
          expect(ancestor(link, tag), `${textOf(link)} in <${tag}>`).toBeNull();
        }
        expect(ancestor(link, 'main')).not.toBeNull();
      }
    },
  );

  it('are linked on every page of an area, an indicator or a year of the programme', () => {
    const without = pagePaths(site.dir).filter(
      (path) =>
        /\/(daerah|provinsi|indikator|program)\/.+/.test(path) &&
        !isFrame(path) &&
        !readPage(site.dir, path).includes('class="term"'),
    );
    expect(without).toEqual([]);
  });

  it('cost little', () => {
    const sizes = pagePaths(site.dir)
      .filter((path) => /\/daerah\/.+/.test(path) && !isFrame(path))
      .map((path) => gzipped(readPage(site.dir, path)))
      .sort((a, b) => a - b);
    expect(sizes[sizes.length >> 1]).toBeLessThan(20 * 1024);
    expect(sizes.at(-1)).toBeLessThan(30 * 1024);
  });
});

const PROFILES = {
  'a pilot': '/daerah/kota-blitar/',
  'a region without a figure': '/daerah/kabupaten-nduga/',
  'an area without a government': '/daerah/kota-administrasi-jakarta-pusat/',
};

describe.each(Object.entries(PROFILES))('%s', (name, path) => {
  it.each(LANGS)('is told in plain words, each measure where it stands (%s)', (lang) => {
    const page = pageAt(inLanguage(path, lang));
    const section = byId(page, 'artinya').parentNode as Element;
    const sentences = elements(section, 'li').map(textOf);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(6);
    expect(elements(section, 'a').some((a) => attribute(a, 'href') === '#mengadu')).toBe(true);
    expect(sentences.join(' ')).not.toMatch(/gagal|failed/i);
    const guarantee = { id: 'bukan jaminan', en: 'does not guarantee' }[lang];
    expect(sentences.some((text) => text.includes(guarantee))).toBe(name === 'a pilot');

    for (const { indicator } of dataset.tables.indicators) {
      const [details, ...rest] = elements(byId(page, indicator), 'details');
      expect(rest).toEqual([]);
      const rows = dataset.tables.indicators.filter((row) => row.indicator === indicator);
      const explained = textOf(details as Element);
      expect(rows.some((row) => explained.includes(row[`what_it_measures_${lang}`]))).toBe(true);
    }
  });
});

describe('sharing', () => {
  const SHARED = ['/daerah/kota-blitar/', '/provinsi/bali/', '/indikator/spi/', '/program/'];
  const paths = [...SHARED, '/program/2025/', '/perbedaan/', '/sumber/blitarraya-2025-02-03/'];
  it.each(paths.flatMap((path) => LANGS.map((lang) => inLanguage(path, lang))))(
    'offers %s by WhatsApp, with nothing but its title and address',
    (path) => {
      const page = pageAt(path);
      const link = elements(page, 'a').find((a) => attribute(a, 'href')?.includes('wa.me'));
      const url = new URL(attribute(link as Element, 'href') ?? '');
      const canonical = elements(page, 'link', { rel: 'canonical' })[0] as Element;
      expect([...url.searchParams.keys()]).toEqual(['text']);
      const [title = '', address] = url.searchParams.get('text')?.split('\n') ?? [];
      expect(address).toBe(attribute(canonical, 'href'));
      expect(title).toBe(elements(page, 'title').map(textOf)[0]);
    },
  );
});

describe('in a browser', () => {
  const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const at = (path: string) => addressOf(path, site);
  const { browse } = useBrowser({ viewport: { width: 390, height: 844 } });

  it('copies the address, with the fact one has come to, and says so', () =>
    browse(
      async (page) => {
        await page.goto(at('/sumber/blitarraya-2025-02-03/#fakta'));
        const button = page.getByRole('button', { name: 'Salin tautan' });
        await button.focus();
        await page.keyboard.press('Enter');
        const status = page.locator('share-page [role=status]');
        await status.getByText('Tautan sudah disalin.').waitFor();
        const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          `${canonical}#fakta`,
        );
        for (const target of await page.locator('share-page :is(a, button):visible').all()) {
          expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        }
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('says politely where copying does not work', () =>
    browse(async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: () => Promise.reject(new Error('no')) },
        });
      });
      await page.goto(at('/en/daerah/kota-blitar/'));
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByText('Please copy it from the address bar').waitFor();
    }));

  it("opens the device's own sharing where there is one", () =>
    browse(async (page) => {
      await page.addInitScript(() => {
        Object.assign(navigator, {
          share: (data: ShareData) => {
            document.title = `${data.title} ${data.url}`;
            return Promise.reject(new DOMException('closed', 'AbortError'));
          },
        });
      });
      await page.goto(at('/daerah/kota-blitar/'));
      const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
      await page.getByRole('button', { name: 'Cara lain' }).click();
      expect(await page.title()).toBe(`Kota Blitar · Cermin Daerah ${canonical}`);
    }));

  it('offers no button that could not work without JavaScript', () =>
    browse(
      async (page) => {
        await page.goto(at('/daerah/kota-blitar/'));
        expect(await page.getByRole('link', { name: 'Lewat WhatsApp' }).isVisible()).toBe(true);
        expect(await page.locator('share-page button:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    ));

  it('leads from a term to its meaning', () =>
    browse(async (page) => {
      await page.goto(at('/en/daerah/kota-blitar/'));
      await page.locator('main a.term', { hasText: /^KPK$/ }).click();
      await page.waitForURL((url) => url.pathname === '/en/istilah/');
      expect(await page.locator(':target').textContent()).toContain('Corruption Eradication');
      expect(await page.locator(':target').isVisible()).toBe(true);
    }));

  it('a linked term never takes a sentence apart', () =>
    browse(async (page) => {
      const samples = [
        ...Object.values(PROFILES),
        '/',
        '/program/',
        '/indikator/',
        '/indikator/bpk/',
      ];
      const more = [
        '/perbedaan/',
        '/metodologi/',
        '/saluran/',
        '/zona-integritas/',
        '/provinsi/bali/',
      ];
      for (const path of [...samples, ...more, '/data/', '/sumber/blitarraya-2025-02-03/']) {
        await page.goto(at(path));
        const apart = await page.locator('a.term').evaluateAll((links) =>
          links.flatMap(({ parentElement }) => {
            if (!parentElement) return [];
            const isBox = /flex|grid/.test(getComputedStyle(parentElement).display);
            const hasText = [...parentElement.childNodes].some(
              (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
            );
            return isBox && hasText ? [parentElement.outerHTML.slice(0, 200)] : [];
          }),
        );
        expect(apart, path).toEqual([]);
      }
    }));

  it.each(LANGS)('the glossary is accessible, in the light and in the dark (%s)', (lang) =>
    browse(
      async (page) => {
        await page.goto(at(inLanguage('/istilah/', lang)));
        await page.evaluate(AXE);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const width of [390, 1280]) {
            await page.setViewportSize({ width, height: 844 });
            const found = await page.evaluate(async () => {
              const { axe: runner } = window as unknown as { axe: typeof axe };
              const results = await runner.run(document, { resultTypes: ['violations'] });
              const wide = document.documentElement.scrollWidth > innerWidth ? ['scrolls'] : [];
              return [
                ...wide,
                ...results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
              ];
            });
            expect(found, `${width} ${colorScheme}`).toEqual([]);
          }
        }
      },
      { bypassCSP: true },
    ),
  );
});
