import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { archiveTables } from '../src/releases/archive.ts';
import { attribute, byId, type Document, elements, only, parseHtml, textOf } from './lib/html.ts';
import { scanSite } from './lib/scan.ts';
import { csvRows, inLanguage, isServed, langOfPath, pagePaths, readPage } from './lib/site.ts';

/**
 * Two editions of the fictional dataset, both built: what pages of the second say of figures that
 * pages of the first have shown.
 */
const before = built('small');
const after = built('corrected');
const ORIGIN = 'https://cermin.example';
const S1 = 'kabar-contoh-2024-01-15';
const S3 = 'lembaga-rekaan-2023';

function built(name: 'small' | 'corrected') {
  const site = inject(name);
  if (site) return site;
  throw new Error(
    `the ${name} site was not built; run "npm test" (or: npm test -- site), or name its folder in CERMIN_TEST_${name.toUpperCase()} and its base path in CERMIN_TEST_${name.toUpperCase()}_BASE`,
  );
}

interface Correction {
  readonly id: string;
  readonly table_name: string;
  readonly row_key: string;
  readonly value_before: string;
  readonly value_after: string | null;
  readonly url: string;
  readonly facts: readonly string[];
  readonly pages: readonly string[];
}
const { corrections }: { corrections: Correction[] } = JSON.parse(
  readFileSync(join(after.dir, 'data/koreksi.json'), 'utf8'),
);
const correctionOf = (table: string, key: string) => {
  const found = corrections.find((each) => each.table_name === table && each.row_key === key);
  if (!found) throw new Error(`no correction of ${table}: ${key}`);
  return found;
};

const ownPath = (path: string) => inLanguage(path, 'id');
const lists = ['/koreksi/', '/data/perubahan/'];
const oldPages = pagePaths(before.dir).filter((path) => !lists.includes(ownPath(path)));
const trees = new Map<string, Document>();
/** A page, parsed once. */
function tree(site: typeof before, path: string): Document {
  const key = site.dir + path;
  const known = trees.get(key) ?? parseHtml(readPage(site.dir, path));
  trees.set(key, known);
  return known;
}

const isFrame = (path: string) => ownPath(path).startsWith('/embed/');

/**
 * Whether a frame showed a figure: its drawing or the description of it holds the number as
 * printed. The number of a figure of an indicator stands for no other in the fictional data. Maps
 * print no numbers: that of the indicator colours every region by its own.
 */
function isDrawn(path: string, indicator: string | null, value: string): boolean {
  if (indicator === null) return false;
  if (ownPath(path).endsWith('/peta/')) {
    return ownPath(path) === `/embed/indikator/${indicator}/peta/`;
  }
  const printed = langOfPath(path) === 'id' ? value.replace('.', ',') : value;
  const escaped = printed.replace('.', '\\.');
  return new RegExp(`(?<![\\d.,])${escaped}(?!\\d|[.,]\\d)`).test(textOf(tree(before, path)));
}

/**
 * The pages of the first edition that printed a figure of a source, the frames that drew it, and
 * the source's own page.
 *
 * @param indicator of the figure, where charts draw it
 */
function printing(
  source: string,
  anchor: string,
  value: string,
  indicator: string | null,
): string[] {
  return oldPages.filter((path) => {
    const own = inLanguage(`/sumber/${source}/`, langOfPath(path));
    if (path === own) return true;
    if (isFrame(path)) return isDrawn(path, indicator, value);
    const address = `${before.base}${own.slice(1)}#${anchor}`;
    return elements(tree(before, path), 'a')
      .filter((link) => attribute(link, 'href') === address)
      .some((link) => elements(link, 'data').some((data) => attribute(data, 'value') === value));
  });
}

/** The pages of the second edition with a notice of a correction. */
function noticing({ id }: Correction): string[] {
  return pagePaths(after.dir).filter((path) =>
    noticesOf(after, path).some(
      (notice) =>
        (attribute(notice, 'data-corrections') ?? '').split(' ').includes(id) ||
        elements(notice, 'a').some((link) => attribute(link, 'href') === koreksi(path, id)),
    ),
  );
}
const noticesOf = (site: typeof before, path: string) =>
  elements(tree(site, path)).filter((each) => attribute(each, 'data-corrections') !== null);
const koreksi = (path: string, id: string) =>
  `${after.base}${inLanguage('/koreksi/', langOfPath(path)).slice(1)}#${id}`;

describe('the notice of a correction', () => {
  it.each([
    ['scores', `98.71 | mcp | 2023 | ${S1}`, S1, '98.71-mcp-2023', '92.15', 'mcp', 34],
    ['scores', `98.02 | spi | 2023 | ${S1}`, S1, '98.02-spi-2023', '68.5', 'spi', 16],
    ['decisions', '99.10 | mcp | 2023', S3, '99.10-mcp-2023', '77.5', 'mcp', 18],
    [
      'designations',
      `98.71 | 2024 | penetapan | 2024-12-09 | designated | ${S1}`,
      S1,
      '98.71-percontohan-2024-penetapan-2024-12-09-designated',
      '92.15',
      null,
      10,
    ],
  ])(
    'of %s %s stands on exactly the pages that showed it',
    (table, key, source, anchor, value, indicator, least) => {
      const shown = printing(source, anchor, value, indicator);
      expect(shown.length).toBeGreaterThanOrEqual(least);
      expect(shown.length).toBeLessThan(oldPages.length / 2);
      const correction = correctionOf(table, key);
      expect(noticing(correction).toSorted()).toEqual(shown.toSorted());
      // … and each of them is led to from the list, in its language
      for (const lang of ['id', 'en'] as const) {
        const item = byId(tree(after, inLanguage('/koreksi/', lang)), correction.id);
        const targets = elements(item, 'a').map((link) => attribute(link, 'href'));
        const pages = shown.filter((path) => langOfPath(path) === lang && !isFrame(path));
        expect(targets).toEqual(
          expect.arrayContaining(pages.map((path) => `${after.base}${path.slice(1)}`)),
        );
      }
      // … and every frame from the list for machines
      const frames = shown.filter((path) => langOfPath(path) === 'id' && isFrame(path));
      expect(correction.pages.filter((url) => url.includes('/embed/')).toSorted()).toEqual(
        frames.map((path) => `${ORIGIN}${after.base}${path.slice(1)}`).toSorted(),
      );
    },
  );

  it('tells what was shown, what is shown, and why', () => {
    const notice = (path: string) =>
      textOf(only(tree(after, path), 'aside', { 'data-corrections': '' }));
    expect(notice('/daerah/kota-misal/')).toBe(
      'Dikoreksi pada 1 April 2025: MCP 2023, Kota Contoh: 92,15 menjadi 92,51. Salah salin (rekaan).',
    );
    expect(notice('/en/daerah/kota-misal/')).toContain(
      'MCP 2023, Kota Contoh: 92.15 is now 92.51. Salah salin',
    );
    expect(textOf(tree(after, '/daerah/kabupaten-misal/'))).toContain('68,5 dicabut');
    expect(textOf(tree(after, '/perbedaan/'))).toContain('77,5 menjadi 75');
  });

  it('is missing where nothing was corrected', () => {
    const pages = pagePaths(before.dir);
    expect(pages.length).toBeGreaterThan(90);
    for (const path of pages) {
      expect(noticesOf(before, path)).toEqual([]);
    }
  });

  it('takes a line in a frame, and in the picture of its chart', () => {
    const notice = (path: string) => {
      const [only, ...more] = noticesOf(after, path);
      expect(more).toEqual([]);
      return only ? textOf(only) : null;
    };
    const told = 'Dikoreksi pada 1 April 2025: MCP 2023, Kota Contoh: 92,15 menjadi 92,51.';
    expect(notice('/embed/daerah/kota-misal/cermin/')).toBe(told);
    expect(notice('/en/embed/daerah/kota-misal/cermin/')).toBe(
      'Corrected on 1 April 2025: MCP 2023, Kota Contoh: 92.15 is now 92.51.',
    );
    // two: the one that stands first in the list, and how many more
    expect(notice('/embed/daerah/kabupaten-misal/cermin/')).toBe(
      'Dikoreksi pada 1 April 2025: SPI 2023, Kabupaten Misal: 68,5 dicabut (dan 1 koreksi lain).',
    );
    expect(notice('/embed/indikator/bpk/peta/')).toBeNull();
    const picture = (path: string) =>
      textOf(parseHtml(readPage(after.dir, path))).replace(/\s+/g, ' ');
    expect(picture('/embed/daerah/kota-misal/cermin.svg')).toContain(told);
    expect(picture('/embed/indikator/bpk/peta.svg')).not.toContain('Dikoreksi');
  });
});

describe('pages with notices', () => {
  it('hold what the rules for all pages ask', () => {
    const { problems } = scanSite({ dir: after.dir, base: after.base, origin: ORIGIN });
    expect(problems).toEqual(Object.fromEntries(Object.keys(problems).map((rule) => [rule, []])));
  });
});

describe('corrections for machines', () => {
  it('name the fact as it is now, and pages that are there', () => {
    expect(corrections).toHaveLength(4);
    for (const { url, facts, pages } of corrections) {
      for (const address of [url, ...facts, ...pages]) {
        const { origin, pathname, hash } = new URL(address);
        expect(origin).toBe(ORIGIN);
        const path = `/${pathname.slice(after.base.length)}`;
        expect(isServed(after.dir, path), path).toBe(true);
        if (hash) expect(() => byId(tree(after, path), hash.slice(1))).not.toThrow();
      }
    }
    expect(corrections.map(({ facts }) => facts.length)).toEqual([1, 1, 0, 1]);
  });

  it.each(['id', 'en'] as const)('are in a feed (%s)', (lang) => {
    const feed = readFileSync(join(after.dir, inLanguage('/koreksi/feed.xml', lang)), 'utf8');
    expect(feed.match(/<entry>/g)).toHaveLength(corrections.length);
    for (const { id } of corrections) expect(feed).toContain(`#${id}</id>`);
    expect(feed).toContain('<updated>2025-04-01T00:00:00Z</updated>');
  });
});

describe('every address in a feed', () => {
  it.each(['feed.xml', 'en/feed.xml', 'koreksi/feed.xml', 'en/koreksi/feed.xml'])(
    'is that of a file of the site, and of a place on it: %s',
    (path) => {
      const feed = readFileSync(join(after.dir, path), 'utf8');
      const addresses = [
        ...feed.matchAll(/<id>([^<]+)<\/id>/g),
        ...feed.matchAll(/ href="([^"]+)"/g),
      ]
        .map(([, address = '']) => new URL(address))
        .filter(({ origin }) => origin === ORIGIN);
      const fragments = addresses.filter(({ hash }) => hash !== '');
      // of each entry its name and its link
      expect(fragments).toHaveLength(2 * (feed.match(/<entry>/g)?.length ?? 0));
      expect(fragments.length).toBeGreaterThan(2);
      for (const { pathname, hash } of addresses) {
        const page = `/${pathname.slice(after.base.length)}`;
        expect(isServed(after.dir, page), page).toBe(true);
        if (hash) expect(() => byId(tree(after, page), hash.slice(1)), hash).not.toThrow();
      }
    },
  );
});

describe('the history of editions', () => {
  it.each(['0.1.0', '0.2.0'])('keeps the tables of %s to download', (version) => {
    const path = `/data/versi/${version}/cermin-${version}.zip`;
    const tables = archiveTables(readFileSync(join(after.dir, path)));
    const [row] = (tables.get('scores')?.rows ?? []).filter(
      (each) => each.area_code === '98.71' && each.indicator === 'mcp',
    );
    expect(row?.value).toBe(version === '0.1.0' ? '92.15' : '92.51');
    const section = byId(tree(after, '/data/perubahan/'), `edisi-${version}`);
    const links = elements(section, 'a').map((link) => attribute(link, 'href'));
    expect(links).toContain(`${after.base}${path.slice(1)}`);
  });

  it('holds in its last archive what is published beside it', () => {
    const version = csvRows(readFileSync(join(after.dir, 'data/editions.csv'), 'utf8')).at(
      -1,
    )?.version;
    const file = join(after.dir, `data/versi/${version}/cermin-${version}.zip`);
    for (const [name, { rows }] of archiveTables(readFileSync(file))) {
      const published = csvRows(readFileSync(join(after.dir, 'data', `${name}.csv`), 'utf8'));
      expect(rows, name).toEqual(published);
    }
  });

  it('counts what changed, by table', () => {
    const section = byId(tree(after, '/data/perubahan/'), 'edisi-0.2.0');
    const rows = elements(only(section, 'table'), 'tr').map((each) =>
      elements(each, 'td').map(textOf),
    );
    expect(rows).toContainEqual(['18', '1', '1', '1']);
  });

  it('is told on the pages of the areas it is about, and on no other', () => {
    const told = pagePaths(after.dir)
      .filter((path) => /^\/(?:daerah|provinsi)\//.test(path))
      .filter((path) =>
        elements(tree(after, path), 'h2').some((each) => attribute(each, 'id') === 'perubahan'),
      );
    expect(told).toEqual([
      '/daerah/kabupaten-andai/',
      '/daerah/kabupaten-misal/',
      '/daerah/kota-contoh/',
    ]);
  });
});
