import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { TABLES } from '../src/dataset/tables/index.ts';
import {
  attribute,
  byId,
  type Document,
  type Element,
  elements,
  hasClass,
  only,
  parseHtml,
  textOf,
} from './lib/html.ts';
import { csvRows, gzipped, inLanguage, isServed, type Lang, readPage } from './lib/site.ts';
import { addressOf, useBrowser } from './lib/visit.ts';

/** From a page to a place where a complaint, or an error, is heard. */
const LANGS = ['id', 'en'] as const;
const PATHS = ['/saluran/', '/zona-integritas/', '/koreksi/', '/tentang/'];
const site = inject('site');
const { dir } = site;

const table = (name: string) => csvRows(readFileSync(`data/${name}.csv`, 'utf8'));
const areas = table('areas');
const channels = table('channels');
const units = table('integrity_units');
const sources = new Map(table('sources').map((row) => [row.id ?? '', row]));

const documents = new Map<string, Document>();
/** A page of the real build, read once. */
function document(path: string): Document {
  const known = documents.get(path) ?? parseHtml(readPage(dir, path));
  documents.set(path, known);
  return known;
}
const hrefs = (root: Document | Element) =>
  elements(root, 'a').map((link) => attribute(link, 'href') ?? '');
const areaOf = (code: string | undefined) => {
  const area = areas.find((each) => each.code === code);
  if (!area) throw new Error(`no area ${code}`);
  return area;
};
/** The section of an area on a page that lists many: its slug is its address. */
const sectionOf = (path: string, code: string | undefined) =>
  byId(document(path), areaOf(code).slug ?? '');
const some = (problems: readonly string[]) => problems.slice(0, 20);

describe('the pages', () => {
  it.each(LANGS)('exist, and every page leads to them from its footer (%s)', (lang) => {
    for (const path of PATHS) expect(isServed(dir, inLanguage(path, lang)), path).toBe(true);
    for (const path of ['/', '/daerah/kota-blitar/', '/404.html']) {
      const footer = only(document(inLanguage(path, lang)), 'footer');
      expect(hrefs(footer)).toEqual(
        expect.arrayContaining(
          [...PATHS, '/koreksi/#hak-jawab'].map((each) => inLanguage(each, lang)),
        ),
      );
    }
  });

  it('have sections with the same addresses in both languages', () => {
    for (const path of PATHS) {
      const ids = (lang: Lang) =>
        elements(only(document(inLanguage(path, lang)), 'main'))
          .map((element) => attribute(element, 'id'))
          .filter((id) => id !== null);
      expect(ids('en'), path).toEqual(ids('id'));
    }
    for (const id of ['hak-jawab', 'sertakan', 'baris', 'penanganan', 'waktu', 'daftar']) {
      byId(document('/koreksi/'), id);
    }
    for (const id of ['pengelola', 'bukan', 'privasi', 'lisensi', 'aksesibilitas', 'kutip']) {
      byId(document('/tentang/'), id);
    }
  });

  it('say plainly where this copy names nobody', () => {
    expect(textOf(document('/koreksi/'))).toContain('belum ada tempat mengirim laporan');
    expect(textOf(document('/en/koreksi/'))).toContain('no place to send a report');
    expect(textOf(document('/tentang/'))).toContain('belum dicantumkan');
    // The first edition has no corrections.
    expect(table('editions')).toHaveLength(1);
    expect(textOf(document('/koreksi/'))).toContain('Belum ada koreksi');
  });
});

describe('where to complain', () => {
  /** What is not shown of a row about a channel, in the section of its area. */
  function rowProblem(path: string, row: Record<string, string>, lang: Lang): string | null {
    const section = sectionOf(path, row.area_code);
    const prefix = inLanguage(`/sumber/${row.source_id}/#`, lang);
    const item = elements(section, 'li').find((each) =>
      hrefs(each).some((href) => href.startsWith(prefix) && href.includes('-kanal-')),
    );
    const what = `${row.area_code} ${row.channel} (${row.source_id})`;
    if (!item) return `${what}: no item with its source`;
    const words = textOf(section).toLowerCase();
    const detail = (row[`detail_${lang}`] ?? '').toLowerCase();
    if (!words.includes(detail)) return `${what}: "${detail}" is missing`;
    if (row.url && !hrefs(section).includes(row.url)) return `${what}: no link to ${row.url}`;
    return null;
  }

  it.each(LANGS)('every row of the data is shown with its source (%s)', (lang) => {
    expect(channels.length).toBeGreaterThan(90);
    const path = inLanguage('/saluran/', lang);
    const wrong = channels.flatMap((row) => rowProblem(path, row, lang) ?? []);
    expect(some(wrong)).toEqual([]);
  });

  it.each(LANGS)("on a region's own page too (%s)", (lang) => {
    const wrong: string[] = [];
    for (const row of channels) {
      const { slug, level } = areaOf(row.area_code);
      const path = inLanguage(`/${level === 'province' ? 'provinsi' : 'daerah'}/${slug}/`, lang);
      const section = byId(document(path), 'mengadu').parentNode as Element;
      if (!hrefs(section).some((href) => href.includes(`/sumber/${row.source_id}/#`))) {
        wrong.push(`${path}: ${row.channel} (${row.source_id})`);
      }
    }
    expect(some(wrong)).toEqual([]);
  });

  it('spellings of one channel are one channel, seen when its newest source was published', () => {
    const names = elements(sectionOf('/saluran/', '74.71'), 'strong').map(textOf);
    expect(names.filter((name) => /whistle/i.test(name))).toHaveLength(1);
    // Two sources, one of them dated.
    const kediri = channels.filter((row) => row.area_code === '35.71');
    expect(kediri.map((row) => sources.get(row.source_id ?? '')?.published).sort()).toEqual([
      '',
      '2025-05-27',
    ]);
    expect(textOf(sectionOf('/saluran/', '35.71'))).toContain('terakhir disebut 27 Mei 2025');
    expect(textOf(sectionOf('/en/saluran/', '35.71'))).toContain('last seen 27 May 2025');
    expect(textOf(sectionOf('/saluran/', '35.20'))).toContain('tanggal sumber tidak tercetak');
  });

  it('what has no address says how it was described', () => {
    expect(textOf(sectionOf('/saluran/', '19.02'))).toContain(
      'Alamatnya tidak tercetak di sumber; disebut sebagai WhatsApp.',
    );
  });

  it.each(LANGS)('how many have none is said, as a number that adds up (%s)', (lang) => {
    const governments = areas.filter((area) => area.autonomy === 'autonomous').length;
    const found = new Set(channels.map((row) => row.area_code)).size;
    const text = textOf(
      byId(document(inLanguage('/saluran/', lang)), 'daerah').parentNode as Element,
    );
    for (const number of [governments, found, governments - found]) {
      expect(text).toMatch(new RegExp(`\\b${number}\\b`));
    }
  });

  it.each(LANGS)('is one click away from every profile and province (%s)', (lang) => {
    const wrong: string[] = [];
    // One template makes both languages: the second is sampled.
    const tried = lang === 'id' ? areas : areas.filter((_, i) => i % 5 === 0);
    for (const { slug, level } of tried) {
      const path = inLanguage(`/${level === 'province' ? 'provinsi' : 'daerah'}/${slug}/`, lang);
      const section = byId(document(path), 'mengadu').parentNode as Element;
      const quick = elements(section, 'ul').find((list) => hasClass(list, 'quick'));
      const links = quick ? hrefs(quick) : [];
      const before = elements(section).filter((each) => ['a', 'details'].includes(each.tagName));
      if (links.length < 3 || !links.every((href) => /^(https?:\/\/|tel:\d)/.test(href))) {
        wrong.push(`${path}: ${links}`);
      } else if (before[0] !== elements(quick as Element, 'a')[0]) wrong.push(`${path}: not first`);
    }
    expect(some(wrong)).toEqual([]);
  });

  it('phones are dialled: digits, and the number one reads', () => {
    let phones = 0;
    for (const { path } of LANGS.flatMap((lang) =>
      ['/saluran/', '/daerah/kota-kediri/', '/daerah/kabupaten-banyuwangi/', '/program/'].map(
        (own) => ({ path: inLanguage(own, lang) }),
      ),
    )) {
      for (const link of elements(document(path), 'a')) {
        const href = attribute(link, 'href') ?? '';
        if (!href.startsWith('tel:')) continue;
        phones += 1;
        expect(href, path).toMatch(/^tel:\+?\d{3,15}$/);
        expect(textOf(link).replace(/\D/g, ''), path).toContain(href.replace(/\D/g, ''));
        expect(attribute(link, 'rel')).toBeNull();
      }
    }
    expect(phones).toBeGreaterThan(10);
  });
});

describe('integrity zones', () => {
  const outcomes = TABLES.integrity_units.fields.find((field) => field.name === 'outcome');
  const label = (value: string | undefined, lang: Lang) =>
    outcomes?.categories.find((each) => each.value === value)?.label[lang] ?? '?';

  it.each(LANGS)('every row of the data is shown with year, outcome and source (%s)', (lang) => {
    expect(units.length).toBeGreaterThan(60);
    const wrong = units.flatMap((row) => {
      const section = sectionOf(inLanguage('/zona-integritas/', lang), row.area_code);
      const prefix = inLanguage(`/sumber/${row.source_id}/#`, lang);
      const says = `${row.predicate} ${row.year}: ${label(row.outcome, lang)}`;
      const found = elements(section, 'li').some((item) => {
        const text = textOf(item);
        return (
          text.includes(row.unit ?? '') &&
          text.includes(says) &&
          text.toLowerCase().includes((row[`detail_${lang}`] ?? '').toLowerCase()) &&
          hrefs(item).some((href) => href.startsWith(prefix))
        );
      });
      return found ? [] : [`${row.area_code} ${row.unit}: ${says} (${row.source_id})`];
    });
    expect(some(wrong)).toEqual([]);
  });

  it.each([
    ['tidak-lolos', 'not_passed'],
    ['dicabut', 'withdrawn'],
    ['dicalonkan', 'candidate'],
  ])('what is no award has a place of its own: #%s', (id, outcome) => {
    for (const lang of LANGS) {
      const heading = byId(document(inLanguage('/zona-integritas/', lang)), id);
      const items = elements(heading.parentNode as Element, 'li').map(textOf);
      const expected = units.filter((row) => row.outcome === outcome);
      expect(items).toHaveLength(expected.length);
      for (const row of expected) {
        expect(items.some((text) => text.includes(row.unit ?? ''))).toBe(true);
        expect(items.every((text) => text.includes(label(outcome, lang)))).toBe(true);
      }
    }
  });

  it('counts each unit and year once, whatever the number of its sources', () => {
    const awards = new Set(
      units
        .filter((row) => row.outcome === 'awarded')
        .map((row) => [row.area_code, row.unit, row.predicate, row.year].join()),
    );
    const page = document('/zona-integritas/');
    expect(textOf(page)).toContain(`${awards.size} predikat di `);
    const cells = elements(only(page, 'table'), 'td').map((cell) => Number(textOf(cell)) || 0);
    expect(cells.reduce((sum, count) => sum + count, 0)).toBe(awards.size);
    expect(textOf(page)).toContain('bukan daftar resmi yang lengkap');
  });
});

describe('telling an error', () => {
  const small = inject('small');
  const S1 = 'kabar-contoh-2024-01-15';
  const reports = (root: Document | Element) =>
    elements(root, 'a').filter((link) => hasClass(link, 'report'));

  it('leads to the page on corrections where nobody said where reports go', () => {
    for (const lang of LANGS) {
      const links = reports(document(inLanguage('/daerah/kota-blitar/', lang)));
      expect(links.map((link) => attribute(link, 'href'))).toEqual([inLanguage('/koreksi/', lang)]);
    }
  });

  it('is possible for every fact, on the page of its source, by a name of its own', () => {
    for (const path of ['/sumber/blitarraya-2025-02-03/', '/en/sumber/kedirikota-2022-12/']) {
      const main = only(document(path), 'main');
      const rows = [...elements(main, 'tr'), ...elements(main, 'li')].filter(
        (row) => attribute(row, 'id') !== null,
      );
      expect(rows.length).toBeGreaterThan(0);
      const names = rows.map((row) => {
        const [link, ...more] = reports(row);
        expect(more).toEqual([]);
        return link ? textOf(link) : '';
      });
      expect(names.filter((name) => name.length < 20)).toEqual([]);
    }
  });

  // Only a run of `npm test` builds the small site, which has a contact.
  describe.skipIf(!small)('where a contact is configured', () => {
    const ORIGIN = 'https://cermin.example/any/base';
    const page = (path: string) => parseHtml(readPage(small?.dir ?? '', path));
    const read = (link: Element | undefined) => {
      const href = attribute(link as Element, 'href') ?? '';
      const [address, query = ''] = href.split('?');
      const parts = new Map(
        query.split('&').map((part) => {
          const [name = '', value = ''] = part.split('=');
          return [name, decodeURIComponent(value)];
        }),
      );
      return { address, subject: parts.get('subject'), body: parts.get('body') ?? '' };
    };

    it('the footer of a page names that page', () => {
      for (const [path, first, subject] of [
        ['/daerah/kota-contoh/', 'Halaman', 'Kekeliruan: Kota Contoh'],
        ['/en/daerah/kota-contoh/', 'Page', 'Error: Kota Contoh'],
      ] as const) {
        const mail = read(reports(only(page(path), 'footer'))[0]);
        expect(mail.address).toBe('mailto:redaksi@cermin.example');
        expect(mail.subject).toBe(subject);
        expect(mail.body.split('\r\n')[0]).toBe(`${first}: ${ORIGIN}${path}`);
      }
    });

    it('a figure is one click from its report, which names address, row and value', () => {
      const tile = byId(page('/en/daerah/kota-contoh/'), 'mcp');
      const target = hrefs(tile).find((href) => href.includes('/sumber/')) ?? '';
      expect(target).toBe(`/any/base/en/sumber/${S1}/#98.71-mcp-2023`);
      const row = byId(page(`/en/sumber/${S1}/`), '98.71-mcp-2023');
      expect(textOf(reports(row)[0] as Element)).toBe('Report an error: MCP 2023, Kota Contoh');
      const { subject, body } = read(reports(row)[0]);
      expect(subject).toBe('Error: MCP 2023, Kota Contoh');
      expect(body.split('\r\n').slice(0, 3)).toEqual([
        `Permanent address: ${ORIGIN}/en/sumber/${S1}/#98.71-mcp-2023`,
        `Row: data/scores.csv, area_code=98.71, indicator=mcp, year=2023, source_id=${S1}`,
        'Shown: 92.15',
      ]);
    });

    it('other facts name their table and key', () => {
      const { body } = read(reports(byId(page(`/sumber/${S1}/`), 'kota-contoh-2024-antrean'))[0]);
      expect(body).toContain(
        `Baris: data/profile_facts.csv, id=kota-contoh-2024-antrean, source_id=${S1}`,
      );
      expect(body).toContain('Antrean rekaan dipangkas menjadi 5 menit.');
    });

    it('the pages tell who runs the site and how to reach them', () => {
      expect(hrefs(only(page('/tentang/'), 'main'))).toContain('mailto:redaksi@cermin.example');
      expect(textOf(only(page('/tentang/'), 'main'))).toContain('Lembaga Rekaan');
      const ways = hrefs(only(page('/koreksi/'), 'main'));
      expect(ways.some((href) => href.startsWith('mailto:redaksi@cermin.example?'))).toBe(true);
      expect(ways).toContain('https://kode.example/cermin');
    });
  });
});

describe('in a browser', () => {
  const { visit } = useBrowser({ viewport: { width: 390, height: 844 } });

  it.each([true, false])('a profile leads to help in one click (JavaScript: %s)', (scripts) =>
    visit(
      '/daerah/kabupaten-nduga/',
      async (page) => {
        await page.locator('.jumps a[href="#mengadu"]').click();
        const way = page.locator('.quick a').first();
        expect(await way.isVisible()).toBe(true);
        expect(await way.getAttribute('href')).toMatch(/^https:\/\//);
        const box = await way.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
      },
      { javaScriptEnabled: scripts },
    ),
  );

  it('a region is found among the places to complain, and one without any is told so', () =>
    visit('/saluran/', async (page) => {
      const field = page.locator('region-filter input');
      const shown = page.locator('region-filter [data-names]:visible');
      expect(await shown.count()).toBe(new Set(channels.map((row) => row.area_code)).size);
      await field.fill('surabaya');
      expect(await shown.locator('h4').allTextContents()).toEqual(['Kota Surabaya']);
      await field.fill('nduga');
      expect(await shown.count()).toBe(0);
      expect(await page.locator('region-filter [role=status]').textContent()).toContain(
        'Kanal nasional di atas terbuka',
      );
    }));

  it('nothing is kept on the device, as /tentang/ promises', () =>
    visit('/', async (page) => {
      for (const path of ['/daerah/', '/daerah/kota-blitar/', '/saluran/', '/tentang/']) {
        await page.goto(addressOf(path, site));
      }
      expect(await page.context().cookies()).toEqual([]);
    }));
});

it('the report links leave the pages of sources light', () => {
  // The largest of them: every score of one report.
  const [largest = ''] = [...Map.groupBy(table('scores'), (row) => row.source_id ?? '')]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([id]) => id);
  expect(gzipped(readPage(dir, `/sumber/${largest}/`))).toBeLessThan(60_000);
});
