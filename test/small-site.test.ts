import { beforeAll, describe, expect, inject, it } from 'vitest';
import { TABLE_NAMES, TABLES } from '../src/dataset/tables/index.ts';
import { fictionalTables } from '../src/dataset/testing.ts';
import {
  attribute,
  byId,
  type Element,
  elements,
  hasClass,
  only,
  parseHtml,
  textOf,
} from './lib/html.ts';
import { type Scan, scanSite } from './lib/scan.ts';
import {
  csvRows,
  inLanguage,
  isFrame,
  isServed,
  type Lang,
  langOfPath,
  readPage,
  rowDifferences,
} from './lib/site.ts';

/**
 * The fictional dataset, built for another origin and under a base path: rules that the real data
 * happens not to show, or shows in too many places to name one.
 */
const ORIGIN = 'https://cermin.example';
const LANGS = ['id', 'en'] as const;
const S1 = 'kabar-contoh-2024-01-15';

const site = smallSite();
const document = (path: string) => parseHtml(readPage(site.dir, path));
const tileOf = (path: string, indicator: string) => byId(document(path), indicator);
const bigOf = (tile: Element) =>
  elements(tile, 'div').find((each) => hasClass(each, 'big')) as Element;

function smallSite() {
  const small = inject('small');
  if (small) return small;
  throw new Error(
    'the small site was not built; run "npm test" (or: npm test -- site), or name a build of the fictional dataset in CERMIN_TEST_SMALL and its base path in CERMIN_TEST_SMALL_BASE',
  );
}

let scan: Scan;
beforeAll(() => {
  scan = scanSite({ dir: site.dir, base: site.base, origin: ORIGIN });
});

describe('a figure', () => {
  it.each([
    ['id', '92,15'],
    ['en', '92.15'],
  ] as const)(
    'is printed for the reader, valued for machines, and leads to its source (%s)',
    (lang, text) => {
      const tile = tileOf(inLanguage('/daerah/kota-contoh/', lang), 'mcp');
      const link = only(bigOf(tile), 'a');
      const figure = only(link, 'data');
      expect(attribute(figure, 'value')).toBe('92.15');
      expect(textOf(figure)).toBe(text);

      const path = inLanguage(`/sumber/${S1}/`, lang);
      expect(attribute(link, 'href')).toBe(`${site.base}${path.slice(1)}#98.71-mcp-2023`);
      const fact = byId(document(path), '98.71-mcp-2023');
      expect(textOf(fact)).toContain('Kota Contoh');
      expect(elements(fact, 'data').map((each) => attribute(each, 'value'))).toContain('92.15');
    },
  );

  it('read during the year is told, and is not the latest', () => {
    const tile = tileOf('/daerah/kota-misal/', 'mcp');
    expect(textOf(bigOf(tile))).toBe('95,2');
    expect(textOf(tile)).toContain('MCP · 2024');
    expect(textOf(tile)).toContain('Belum dihitung: 13 (2025, angka sementara)');
  });

  it('keeps the digits its source prints, and says how it moved', () => {
    const earlier = only(tileOf('/daerah/kota-contoh/', 'spi'), 'ul');
    expect(textOf(earlier)).toBe('turun dari 78,40 (2023)');
    expect(textOf(document('/indikator/mcp/'))).toContain('66,00');
  });

  it('stands with its year, newest first, across a break that is told', () => {
    const tile = tileOf('/daerah/kabupaten-contoh/', 'mcp');
    expect(textOf(only(tile, 'h3'))).toBe('MCSP · 2025');
    expect(textOf(bigOf(tile))).toBe('80,25');
    expect(elements(tile, 'li').map(textOf)).toEqual([
      '2023: 70,10 (deret lain)',
      '2022: 66,00 (deret lain)',
    ]);
  });

  it('that the editors chose is used, and the other one told with the reason', () => {
    const tile = tileOf('/daerah/kabupaten-andai/', 'mcp');
    expect(textOf(bigOf(tile))).toBe('77,5');
    const difference = byId(document('/perbedaan/'), '99.10-mcp-2023');
    expect(elements(difference, 'data').map(textOf)).toEqual(['77,5', '75']);
    expect(textOf(difference)).toContain('Dicetak oleh lembaga penilainya.');
    const used = elements(difference, 'li').filter((each) => hasClass(each, 'version-used'));
    expect(used.flatMap((each) => elements(each, 'data')).map(textOf)).toEqual(['77,5']);
  });

  it('that is another one cut short is no difference', () => {
    const page = document('/perbedaan/');
    const ids = elements(page).map((each) => attribute(each, 'id'));
    expect(ids).toContain('99.10-mcp-2023');
    expect(ids).not.toContain('98.01-mcp-2023');
  });

  it('is not ranked where two areas have one: that would be no ranking worth the name', () => {
    expect(textOf(tileOf('/daerah/kabupaten-misal/', 'mcp'))).toMatch(
      /^MCP · 202381HijauApa yang diukur\?/,
    );
    expect(textOf(document('/daerah/kabupaten-misal/'))).not.toMatch(/peringkat \d/);
    const ranking = byId(document('/provinsi/contoh-utara/'), 'peringkat').parentNode as Element;
    expect(elements(ranking, 'table')).toEqual([]);
    expect(textOf(ranking)).toContain('Tidak ada');
  });
});

describe('what is unknown', () => {
  const words = {
    id: { found: 'belum ditemukan', applies: 'tidak berlaku' },
    en: { found: 'not found yet', applies: 'not applicable' },
  };

  it.each(LANGS)('is said in words, never as a blank, a dash or zero (%s)', (lang) => {
    const tile = tileOf(inLanguage('/daerah/kota-contoh/', lang), 'bpk');
    expect(textOf(bigOf(tile))).toBe(words[lang].found);
    expect(elements(tile, 'data')).toEqual([]);

    const row = rowOf('Kabupaten Misal', lang);
    const [, ...measures] = elements(row, 'td');
    expect(measures.map(textOf)).toEqual([
      expect.stringMatching(/^81 2023$/),
      expect.stringMatching(/^68[.,]5 2023$/),
      words[lang].found,
    ]);
  });

  it.each(LANGS)('does not apply to an area without a government (%s)', (lang) => {
    const path = inLanguage('/daerah/kota-administratif-rekaan/', lang);
    for (const id of ['mcp', 'spi', 'bpk']) {
      expect(textOf(bigOf(tileOf(path, id)))).toBe(words[lang].applies);
    }
    const row = rowOf('Kota Administratif Rekaan', lang);
    const [, ...measures] = elements(row, 'td');
    expect(measures.map(textOf)).toEqual([words[lang].applies]);
  });

  it('is nowhere shown as a figure', () => {
    expect(scan.figures.length).toBeGreaterThan(100);
    expect(scan.figures.filter(({ value }) => Number(value) === 0)).toEqual([]);
  });

  function rowOf(name: string, lang: Lang): Element {
    const rows = elements(document(inLanguage('/daerah/', lang)), 'tr');
    const found = rows.filter((row) => {
      const [link] = elements(row, 'a');
      return elements(row, 'td').length > 0 && link && textOf(link) === name;
    });
    expect(found).toHaveLength(1);
    return found[0] as Element;
  }
});

describe('every page', () => {
  it('holds what the rules for all pages ask', () => {
    expect(scan.pages.size).toBeGreaterThan(40);
    expect(scan.problems).toEqual(
      Object.fromEntries(Object.keys(scan.problems).map((rule) => [rule, []])),
    );
  });

  it('has one h1, its language, a description and a share image', () => {
    for (const { path, h1s, lang, metas } of scan.pages.values()) {
      expect({ path, h1s, lang }).toEqual({ path, h1s: 1, lang: langOfPath(path) });
      if (isFrame(path)) continue;
      expect(metas.get('description'), path).toMatch(/^.{50,160}$/);
      expect(metas.get('og:image'), path).toMatch(/^https:\/\/cermin\.example\/any\/base\/.+/);
    }
  });

  it('names its own address and that of its twin', () => {
    const indexable = [...scan.pages.values()].filter(
      ({ path }) => !path.endsWith('/404.html') && !isFrame(path),
    );
    for (const { path, canonical, alternates } of indexable) {
      const address = (own: string) => `${ORIGIN}${site.base}${own.slice(1)}`;
      expect(canonical).toBe(address(path));
      expect(Object.fromEntries(alternates)).toEqual({
        id: address(inLanguage(path, 'id')),
        en: address(inLanguage(path, 'en')),
        'x-default': address(inLanguage(path, 'id')),
      });
    }
  });

  it('stays under the base path, with whatever it links to or loads', () => {
    // An address outside it would be in `problems.links`; these are all that are left.
    const missing = [...scan.internal.keys()]
      .map((target) => target.split(/[#?]/)[0] ?? '')
      .filter((path) => !isServed(site.dir, path));
    expect(missing).toEqual([]);
    expect(readPage(site.dir, '/robots.txt')).toContain(`${ORIGIN}${site.base}sitemap-index.xml`);
    const sitemap = readPage(site.dir, '/sitemap-0.xml');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    const frames = [...scan.pages.keys()].filter(isFrame);
    expect(frames.length).toBeGreaterThan(0);
    expect(listed.length).toBe(scan.pages.size - 2 - frames.length);
    expect(listed.filter((url) => !url.startsWith(`${ORIGIN}${site.base}`))).toEqual([]);
  });

  it('says who runs the site, how to reach them, and where the code is', () => {
    for (const path of ['/', '/en/daerah/kota-contoh/', '/404.html']) {
      const footer = only(document(path), 'footer');
      expect(textOf(footer)).toContain('Lembaga Rekaan');
      const links = elements(footer, 'a').map((link) => attribute(link, 'href'));
      expect(links).toContain('mailto:redaksi@cermin.example');
      expect(links).toContain('https://kode.example/cermin');
    }
  });
});

describe('published tables', () => {
  const dataset = fictionalTables();

  it.each(TABLE_NAMES)('%s.csv holds the rows of the dataset', (name) => {
    const published = csvRows(readPage(site.dir, `/data/${name}.csv`));
    expect(rowDifferences(TABLES[name], published, csvRows(dataset[name]))).toEqual([]);
    const [header] = readPage(site.dir, `/data/${name}.csv`).split('\r\n');
    expect(header).toBe(TABLES[name].fields.map((field) => field.name).join());
  });
});
