import { beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './lib/browser.ts';
import { FULL_PROVINCE, FULL_REGION } from './lib/full-dataset.ts';
import { attribute, byId, elements, hasClass, parseHtml, textOf } from './lib/html.ts';
import { type Scan, scanSite } from './lib/scan.ts';
import { csvRows, inLanguage, readPage } from './lib/site.ts';
import { KB, type Weights, weigh } from './lib/weight.ts';

/** Pages of a region of which everything is known: as heavy as any will be, and still light. */
const LANGS = ['id', 'en'] as const;
const site = fullSite();
const PROFILE = `/daerah/${FULL_REGION.slug}/`;
const PROVINCE = `/provinsi/${FULL_PROVINCE.slug}/`;

function fullSite() {
  const full = inject('full');
  if (full) return full;
  throw new Error(
    'the full site was not built; run "npm test" (or: npm test -- site), or name a build of the full dataset in CERMIN_TEST_FULL and its base path in CERMIN_TEST_FULL_BASE',
  );
}

let scan: Scan;
let weights: Weights;
beforeAll(() => {
  scan = scanSite({ dir: site.dir, base: site.base, origin: 'https://cermin.example' });
  weights = weigh(scan, site.dir, site.base);
});

const rowsOf = (table: string) => csvRows(readPage(site.dir, `/data/${table}.csv`));

describe.each(LANGS)('a region of which everything is known (%s)', (lang) => {
  const page = parseHtml(readPage(site.dir, inLanguage(PROFILE, lang)));

  it('has a figure for every measure, and every chart', () => {
    const tiles = elements(page, 'li').filter((each) => hasClass(each, 'tile'));
    expect(tiles).toHaveLength(7);
    expect(tiles.filter((each) => hasClass(each, 'tile-missing'))).toEqual([]);
    const charts = elements(page, 'div').filter((each) => hasClass(each, 'chart-figure'));
    const ids = charts.map((each) => attribute(each, 'id') ?? '');
    const count = (kind: string) => ids.filter((id) => id.startsWith(`grafik-${kind}`)).length;
    expect(
      ['cermin', 'tren', 'cakupan', 'sebaran', 'jalan', 'kesiapan'].map((kind) => count(kind)),
    ).toEqual([1, 3, 1, 2, 1, 1]);
    expect(textOf(page)).toMatch(lang === 'id' ? /peringkat \d+ dari 12/ : /rank \d+ of the 12/);
  });

  it('has every figure in print, of every year', () => {
    const scores = rowsOf('scores').filter((row) => row.area_code === FULL_REGION.code);
    expect(scores.length).toBeGreaterThan(100);
    const table = byId(page, 'semua-angka');
    const bodies = elements(table, 'tbody');
    expect(bodies).toHaveLength(7);
    expect(bodies.flatMap((body) => elements(body, 'tr'))).toHaveLength(scores.length);
  });

  it('tells its facts, its road, its services and where to complain', () => {
    const links = new Set(
      elements(page, 'a').map((link) => (attribute(link, 'href') ?? '').split('#')[0]),
    );
    for (const name of [
      ...(['profile_facts', 'designations', 'channels'] as const),
      ...(['integrity_units', 'satisfaction', 'complaint_ratings'] as const),
    ]) {
      const rows = rowsOf(name).filter((row) => row.area_code === FULL_REGION.code);
      expect(rows.length, name).toBeGreaterThan(0);
      const missing = rows.filter(
        ({ source_id }) =>
          !links.has(`${site.base}${inLanguage(`/sumber/${source_id}/`, lang).slice(1)}`),
      );
      expect(missing, name).toEqual([]);
    }
  });

  it('takes 30 KB of HTML at most, and 90 KB with all that a first visit loads', () => {
    const path = inLanguage(PROFILE, lang);
    const html = weights.sent(path);
    expect(html).toBeLessThanOrEqual(30 * KB);
    const loads = weights.loadsOf(path);
    expect(html + weights.sum(loads)).toBeLessThanOrEqual(90 * KB);
    expect([...loads].map((each) => each.split('.').at(-1))).toEqual(
      expect.arrayContaining(['css', 'js', 'woff2']),
    );
    expect(weights.sum(weights.loadsOf(path, ['script']))).toBeLessThanOrEqual(10 * KB);
  });

  it('so do the other profiles, and the page of its province', () => {
    const profiles = [...scan.pages.keys()].filter((path) =>
      new RegExp(`^${inLanguage('/daerah/', lang)}[^/]+/$`).test(path),
    );
    expect(profiles.length).toBeGreaterThan(12);
    for (const path of [...profiles, inLanguage(PROVINCE, lang)]) {
      expect(weights.sent(path), path).toBeLessThanOrEqual(30 * KB);
    }
  });
});

it('takes two sheets of A4 at most', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const lang of LANGS) {
      await page.goto(new URL(inLanguage(PROFILE, lang).slice(1), site.url).href);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length;
      expect(sheets, lang).toBeGreaterThanOrEqual(1);
      expect(sheets, lang).toBeLessThanOrEqual(2);
    }
  } finally {
    await browser.close();
  }
});

describe('every page of it', () => {
  it('holds what the rules for all pages ask', () => {
    expect(scan.problems).toEqual(
      Object.fromEntries(Object.keys(scan.problems).map((rule) => [rule, []])),
    );
  });
});
