import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { TABLE_NAMES, TABLES } from '../src/dataset/tables/index.ts';
import {
  attribute,
  byId,
  type Element,
  elements,
  hasClass,
  only,
  parseHtml,
  scriptText,
  textOf,
} from './lib/html.ts';
import { type Problems, printedAs, type Scan, scanSite } from './lib/scan.ts';
import {
  csvRows,
  filePaths,
  inLanguage,
  isFrame,
  isServed,
  langOfPath,
  readPage,
  rowDifferences,
} from './lib/site.ts';
import { KB, type Weights, weigh } from './lib/weight.ts';

const LANGS = ['id', 'en'] as const;
const { dir } = inject('site');
/** What a build without `CERMIN_SITE` is for. */
const ORIGIN = 'http://127.0.0.1:4321';

const table = (name: string) => csvRows(readFileSync(`data/${name}.csv`, 'utf8'));
const areas = table('areas');
const scores = table('scores');
const regions = areas.filter((area) => area.level !== 'province');
const provinces = areas.filter((area) => area.level === 'province');
const profilePaths = regions.map((area) => `/daerah/${area.slug}/`);
const provincePaths = provinces.map((area) => `/provinsi/${area.slug}/`);
const INDICATORS = ['mcp', 'spi', 'sakip', 'ombudsman', 'spip', 'spbe', 'bpk'];
const MAIN_PATHS = [
  '/',
  '/daerah/',
  '/provinsi/',
  '/indikator/',
  ...INDICATORS.map((id) => `/indikator/${id}/`),
  '/banding/',
  '/program/',
  '/program/2024/',
  '/program/2025/',
  '/program/2026/',
  '/sumber/',
  '/perbedaan/',
  '/cek/',
  '/data/',
  '/metodologi/',
];

let scan: Scan;
let files: string[];
beforeAll(() => {
  scan = scanSite({ dir, base: '/', origin: ORIGIN });
  files = filePaths(dir);
});

/** The first of many, so that a failure can be read. */
const some = (problems: readonly string[]) => [
  ...problems.slice(0, 20),
  ...(problems.length > 20 ? [`… ${problems.length} in all`] : []),
];
const problems = (rule: keyof Problems) => some(scan.problems[rule]);
const document = (path: string) => parseHtml(readPage(dir, path));

describe('pages', () => {
  it.each([
    ['a profile for every regency and city', () => profilePaths, 514],
    ['a page for every province', () => provincePaths, 38],
    ['a page for every source', () => table('sources').map(({ id }) => `/sumber/${id}/`), 1000],
    ['the pages of the contract', () => MAIN_PATHS, 19],
    ['pages for what is not there', () => ['/404.html'], 1],
  ])('there is %s, in both languages', (_, paths, atLeast) => {
    const expected = paths();
    expect(expected.length).toBeGreaterThanOrEqual(atLeast);
    const missing = LANGS.flatMap((lang) => expected.map((path) => inLanguage(path, lang))).filter(
      (path) => !scan.pages.has(path),
    );
    expect(some(missing)).toEqual([]);
  });

  it('there are 514 regions and 38 provinces, and no page for anything else', () => {
    const under = (folder: string) =>
      [...scan.pages.keys()].filter((path) => new RegExp(`^/${folder}/[^/]+/$`).test(path));
    expect(under('daerah')).toHaveLength(514);
    expect(under('en/daerah')).toHaveLength(514);
    expect(under('provinsi')).toHaveLength(38);
    expect(under('en/provinsi')).toHaveLength(38);
  });

  it('every page has its twin in the other language', () => {
    const alone = [...scan.pages.keys()].filter(
      (path) => !scan.pages.has(inLanguage(path, langOfPath(path) === 'id' ? 'en' : 'id')),
    );
    expect(alone).toEqual([]);
  });

  it('every page has one h1, one main and no id twice', () => {
    expect(problems('structure')).toEqual([]);
  });

  it('every page says its language and is written in it', () => {
    expect(problems('languages')).toEqual([]);
  });

  it('no page shows what only a program would say', () => {
    expect(problems('words')).toEqual([]);
  });

  it('every page has a title and a description of its own', () => {
    const wrong: string[] = [];
    const seen = new Map<string, string>();
    for (const { path, title, metas } of scan.pages.values()) {
      const description = metas.get('description') ?? '';
      if (title.length < 4) wrong.push(`${path}: title ${JSON.stringify(title)}`);
      if (!isFrame(path) && (description.length < 50 || description.length > 160)) {
        wrong.push(`${path}: description of ${description.length} characters`);
      }
      const key = `${langOfPath(path)} ${title}`;
      // Sources may share a title: several reports of one release do.
      if (seen.has(key) && !path.includes('/sumber/')) {
        wrong.push(`${path}: the same title as ${seen.get(key)}`);
      }
      seen.set(key, path);
    }
    expect(some(wrong)).toEqual([]);
  });

  it('every page names itself and its twin to search engines', () => {
    const wrong = [...scan.pages.values()].filter(({ path, canonical, alternates, metas }) => {
      const address = (lang: 'id' | 'en') => `${ORIGIN}${inLanguage(path, lang)}`;
      if (path.endsWith('/404.html')) return metas.get('robots') !== 'noindex';
      if (isFrame(path)) {
        const page = path.replace('/embed/', '/').replace(/[^/]+\/$/, '');
        return metas.get('robots') !== 'noindex' || canonical !== `${ORIGIN}${page}`;
      }
      return (
        canonical !== `${ORIGIN}${path}` ||
        alternates.get('id') !== address('id') ||
        alternates.get('en') !== address('en') ||
        alternates.get('x-default') !== address('id')
      );
    });
    expect(some(wrong.map(({ path }) => path))).toEqual([]);
  });

  it('every page has a share image that exists', () => {
    const pages = [...scan.pages.values()].filter(({ path }) => !isFrame(path));
    const wrong = pages.filter(({ metas }) => {
      const image = metas.get('og:image');
      return !image?.startsWith(`${ORIGIN}/`) || !isServed(dir, image.slice(ORIGIN.length));
    });
    expect(
      some(wrong.map(({ path, metas }) => `${path}: ${metas.get('og:image') ?? 'none'}`)),
    ).toEqual([]);
  });

  it('the sitemap lists every page but frames and those for what is not there', () => {
    const index = readPage(dir, '/sitemap-index.xml');
    const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    const listed = maps.flatMap((url) =>
      [...readPage(dir, url.slice(ORIGIN.length)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
        ([, page = '']) => page.slice(ORIGIN.length),
      ),
    );
    const expected = [...scan.pages.keys()].filter(
      (path) => !path.endsWith('/404.html') && !isFrame(path),
    );
    expect(listed.toSorted()).toEqual(expected.toSorted());
    expect(readPage(dir, '/robots.txt')).toContain(`${ORIGIN}/sitemap-index.xml`);
  });
});

describe('links', () => {
  it('are addresses within the site or whole ones', () => {
    expect(problems('links')).toEqual([]);
  });

  it('lead to pages and files that exist', () => {
    const broken = [...scan.internal]
      .map(([target, from]) => ({ path: target.split(/[#?]/)[0] ?? '', target, from }))
      .filter(({ path }) => !scan.pages.has(path) && !isServed(dir, path))
      .map(({ target, from }) => `${from}: ${target}`);
    expect(some(broken)).toEqual([]);
  });

  it('lead to fragments that exist', () => {
    expect(problems('targets')).toEqual([]);
  });
});

describe('what a page may do', () => {
  it('no page needs what the policy forbids: inline styles, scripts or handlers', () => {
    expect(problems('inline')).toEqual([]);
  });

  it('no page fetches anything from elsewhere', () => {
    expect(problems('loads')).toEqual([]);
    const styles = files.filter((path) => path.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    for (const path of styles) {
      expect(readPage(dir, path)).not.toMatch(/url\(["']?(?:https?:)?\/\/|@import/);
    }
  });

  it('JSON-LD is JSON with a type and no empty property', () => {
    expect(problems('jsonLd')).toEqual([]);
  });

  it.each([
    ['/daerah/kota-blitar/', ['BreadcrumbList', 'GovernmentOrganization']],
    ['/provinsi/jawa-timur/', ['BreadcrumbList', 'GovernmentOrganization']],
    ['/data/', ['BreadcrumbList', 'Dataset']],
    ['/', ['WebSite']],
  ])('JSON-LD of %s: %j', (path, types) => {
    for (const lang of LANGS) {
      const graphs = elements(document(inLanguage(path, lang)), 'script', {
        type: 'application/ld+json',
      }).map((script) => JSON.parse(scriptText(script)));
      expect(graphs.map((graph) => graph['@type']).sort()).toEqual(types);
    }
  });
});

describe('figures', () => {
  it('are written for the language and lead to a fact of a source', () => {
    expect(scan.figures.length).toBeGreaterThan(10_000);
    expect(problems('figures')).toEqual([]);
  });

  it('are those that the dataset holds for the source they lead to', () => {
    const key = (source: string, area: string, indicator: string, year: string) =>
      `${source} ${area}-${indicator}-${year}`;
    const printed = Map.groupBy(scores, (row) =>
      key(row.source_id ?? '', row.area_code ?? '', row.indicator ?? '', row.year ?? ''),
    );
    const address = /^(?:\/en)?\/sumber\/([^/]+)\/#(\d\d(?:\.\d\d)?)-([a-z]+)-(\d{4})$/;
    let checked = 0;
    const wrong: string[] = [];
    for (const { page, value, text, target } of scan.figures) {
      const [, source = '', area = '', indicator = '', year = ''] = target?.match(address) ?? [];
      if (source === '' || !INDICATORS.includes(indicator)) continue;
      checked += 1;
      const rows = printed.get(key(source, area, indicator, year)) ?? [];
      if (
        !rows.some((row) =>
          [row.value, row.category, row.category_printed, row.value_printed].includes(value),
        )
      ) {
        wrong.push(`${page}: ${text} (${value}) is not at ${target}`);
      }
    }
    expect(checked).toBeGreaterThan(10_000);
    expect(some(wrong)).toEqual([]);
  });

  it('all have their permanent address, in both languages', () => {
    const missing = LANGS.flatMap((lang) =>
      scores
        .map((row) => ({
          path: inLanguage(`/sumber/${row.source_id}/`, lang),
          id: `${row.area_code}-${row.indicator}-${row.year}`,
        }))
        .filter(({ path, id }) => !scan.pages.get(path)?.ids.has(id))
        .map(({ path, id }) => `${path}#${id}`),
    );
    expect(some(missing)).toEqual([]);
  });
});

/** Of the newest year with a final figure: what the dataset prints. Null where there is none. */
function latestOf(code: string, indicator: string) {
  const finals = scores.filter(
    (row) =>
      row.area_code === code &&
      row.indicator === indicator &&
      row.status === 'final' &&
      (row.value !== '' || row.category !== ''),
  );
  const year = finals
    .map((row) => row.year ?? '')
    .sort()
    .at(-1);
  if (year === undefined) return null;
  const rows = finals.filter((row) => row.year === year);
  return { year, values: rows.map((row) => row.value || row.category || '') };
}

const UNKNOWN = {
  id: { found: 'belum ditemukan', applies: 'tidak berlaku' },
  en: { found: 'not found yet', applies: 'not applicable' },
};

describe('the latest figures of an area', () => {
  const latest = new Map<string, ReturnType<typeof latestOf>>();
  beforeAll(() => {
    const byArea = Map.groupBy(scores, (row) => row.area_code);
    expect(byArea.size).toBeGreaterThan(300);
    for (const { code = '' } of areas) {
      for (const id of INDICATORS) latest.set(`${code} ${id}`, latestOf(code, id));
    }
  });

  /** What is wrong with the tile of a measure, if anything. */
  function tileProblem(tile: Element, area: Record<string, string>, id: string, lang: 'id' | 'en') {
    const expected = latest.get(`${area.code} ${id}`);
    const heading = textOf(only(tile, 'h3'));
    const big = elements(tile, 'div').find((each) => hasClass(each, 'big'));
    const shown = big ? textOf(big) : '';
    if (!expected) {
      const { found, applies } = UNKNOWN[lang];
      const word = area.autonomy === 'administrative' ? applies : found;
      return shown === word ? null : `shows "${shown}", not "${word}"`;
    }
    const [figure] = big ? elements(big, 'data') : [];
    const value = figure ? (attribute(figure, 'value') ?? '') : '';
    if (!heading.endsWith(` · ${expected.year}`)) {
      return `"${heading}" instead of the newest final year, ${expected.year}`;
    }
    return expected.values.includes(value) ? null : `shows ${value}, not ${expected.values}`;
  }

  it.each(LANGS)('are the newest final ones, with their year, on every page (%s)', (lang) => {
    const wrong: string[] = [];
    // One template makes both languages: the second is sampled.
    for (const area of lang === 'id' ? areas : areas.filter((_, i) => i % 5 === 0)) {
      const folder = area.level === 'province' ? 'provinsi' : 'daerah';
      const path = inLanguage(`/${folder}/${area.slug}/`, lang);
      const page = document(path);
      for (const id of INDICATORS) {
        const problem = tileProblem(byId(page, id), area, id, lang);
        if (problem) wrong.push(`${path} ${id}: ${problem}`);
      }
    }
    expect(some(wrong)).toEqual([]);
  });

  it('stand in the list of all regions, in the same order of measures', () => {
    const page = document('/daerah/');
    const rows = elements(page, 'tr').filter((row) => elements(row, 'td').length > 0);
    expect(rows).toHaveLength(514);
    const wrong: string[] = [];
    for (const row of rows) {
      const name = textOf(elements(row, 'a')[0] ?? row);
      const area = regions.find((each) => each.name === name);
      const [province, ...cells] = elements(row, 'td');
      const wanted = areas.find((each) => each.code === area?.parent_code)?.name;
      if (!province || textOf(province) !== wanted) wrong.push(`${name}: not in ${wanted}`);
      const known = INDICATORS.map((id) => latest.get(`${area?.code} ${id}`) ?? null);
      const word = area?.autonomy === 'administrative' ? 'tidak berlaku' : 'belum ditemukan';
      if (known.every((each) => each === null)) {
        if (cells.map(textOf).join() !== word) wrong.push(`${name}: ${cells.map(textOf)}`);
        continue;
      }
      known.forEach((expected, i) => {
        const cell = cells[i];
        const text = cell ? textOf(cell) : '';
        const value = cell && attribute(elements(cell, 'data')[0] ?? cell, 'value');
        const isRight = expected
          ? expected.values.includes(value ?? '') && text.includes(expected.year)
          : text === word;
        if (!isRight) wrong.push(`${name} ${INDICATORS[i]}: ${text}`);
      });
    }
    expect(some(wrong)).toEqual([]);
  });

  it('are ranked only where four fifths of the areas of the level have one', () => {
    const wrong: string[] = [];
    let ranks = 0;
    for (const { slug, level, parent_code } of regions) {
      const text = textOf(document(`/daerah/${slug}/`));
      const peers = regions.filter(
        (each) =>
          each.parent_code === parent_code &&
          each.level === level &&
          each.autonomy === 'autonomous',
      ).length;
      for (const match of text.matchAll(/peringkat (\d+) dari (\d+) .{0,60}?seluruhnya (\d+)/g)) {
        const [rank = 0, of = 0, all = 0] = match.slice(1).map(Number);
        ranks += 1;
        if (rank < 1 || rank > of || of > all || of / all < 0.8 || all !== peers) {
          wrong.push(`${slug}: ${match[0]} (${peers})`);
        }
      }
    }
    expect(ranks).toBeGreaterThan(10);
    expect(some(wrong)).toEqual([]);
  });

  it('of Kalimantan Barat, MCP: the final figure of 2023, and the interim one of 2025 as a note', () => {
    const tile = byId(document('/provinsi/kalimantan-barat/'), 'mcp');
    expect(textOf(only(tile, 'h3'))).toBe('MCP · 2023');
    expect(textOf(elements(tile, 'data')[0] as Element)).toBe('98');
    expect(textOf(tile)).toMatch(/Belum dihitung: 13 \(2025, .*sementara\)/);
  });
});

describe('Kota Blitar', () => {
  const facts = {
    id: {
      score: '92,15',
      category: 'istimewa',
      dates: ['9 Desember 2025', '6 November 2025', '12 Februari 2025', '17 Januari 2025'],
    },
    en: {
      score: '92.15',
      category: 'istimewa',
      dates: ['9 December 2025', '6 November 2025', '12 February 2025', '17 January 2025'],
    },
  };
  const factLink = /^(?:\/en)?\/sumber\/[^/]+\/#.+/;

  it.each(LANGS)('shows its score, category and pass mark, each with its source (%s)', (lang) => {
    const page = document(inLanguage('/daerah/kota-blitar/', lang));
    const lede = elements(page, 'p').find((each) => hasClass(each, 'lede')) as Element;
    expect(textOf(lede)).toContain(facts[lang].score);
    expect(textOf(lede).toLowerCase()).toContain(facts[lang].category);
    const figures = elements(lede, 'a').filter((link) => elements(link, 'data').length > 0);
    expect(figures.map(textOf)).toEqual([facts[lang].score, '90']);
    for (const link of figures) expect(attribute(link, 'href')).toMatch(factLink);
  });

  it.each(LANGS)(
    'shows its road through the stages, each step with date and source (%s)',
    (lang) => {
      const page = document(inLanguage('/daerah/kota-blitar/', lang));
      const road = byId(page, 'grafik-jalan-2025');
      const steps = elements(only(road, 'tbody'), 'tr');
      expect(steps.length).toBeGreaterThanOrEqual(4);
      for (const step of steps) {
        const links = elements(step, 'a').map((link) => attribute(link, 'href') ?? '');
        expect(links.filter((href) => factLink.test(href))).not.toEqual([]);
        expect(elements(step, 'time')).toHaveLength(1);
      }
      const dates = steps.flatMap((step) => elements(step, 'time').map(textOf));
      expect(dates).toEqual(expect.arrayContaining(facts[lang].dates));
    },
  );

  it.each(LANGS)('tells where to complain, with the source (%s)', (lang) => {
    const page = document(inLanguage('/daerah/kota-blitar/', lang));
    const item = elements(page, 'li').find((each) => textOf(each).startsWith('SAPA MAS WALI'));
    expect(item).toBeDefined();
    const links = elements(item as Element, 'a').map((link) => attribute(link, 'href') ?? '');
    expect(links.some((href) => factLink.test(href))).toBe(true);
  });
});

describe('where sources differ', () => {
  it.each(LANGS)('both regions named as a pilot of the same cohort are told (%s)', (lang) => {
    const page = document(inLanguage('/perbedaan/', lang));
    const links = elements(page, 'a').map((link) => attribute(link, 'href'));
    expect(links).toContain(inLanguage('/daerah/kabupaten-minahasa/', lang));
    expect(links).toContain(inLanguage('/daerah/kabupaten-minahasa-tenggara/', lang));
    for (const slug of ['kabupaten-minahasa', 'kabupaten-minahasa-tenggara']) {
      const profile = document(inLanguage(`/daerah/${slug}/`, lang));
      const hrefs = elements(profile, 'a').map((link) => attribute(link, 'href') ?? '');
      const prefix = inLanguage('/perbedaan/#', lang);
      expect(hrefs.filter((href) => href.startsWith(prefix))).not.toEqual([]);
    }
  });

  it('every decision of the editors is given with its reason', () => {
    for (const lang of LANGS) {
      const text = textOf(document(inLanguage('/perbedaan/', lang)));
      const missing = table('decisions').filter(
        (row) => !text.includes((row[`reason_${lang}`] ?? '').replace(/\s+/g, ' ')),
      );
      expect(missing).toEqual([]);
    }
  });
});

describe('published tables', () => {
  it.each(TABLE_NAMES)('%s.csv holds the rows of the dataset', (name) => {
    const published = csvRows(readPage(dir, `/data/${name}.csv`));
    // The first edition has changed nothing yet.
    if (name !== 'changes') expect(published.length).toBeGreaterThan(0);
    expect(some(rowDifferences(TABLES[name], published, table(name)))).toEqual([]);
  });

  it('are offered on the page of the data, in both languages', () => {
    for (const lang of LANGS) {
      const links = elements(document(inLanguage('/data/', lang)), 'a');
      const offered = links.map((link) => attribute(link, 'href'));
      expect(offered).toEqual(
        expect.arrayContaining(TABLE_NAMES.map((name) => `/data/${name}.csv`)),
      );
    }
  });
});

describe('budgets', () => {
  let weights: Weights;
  beforeAll(() => {
    weights = weigh(scan, dir);
  });

  it('profiles: 20 KB of HTML in the median, 30 KB at most, 90 KB with all they load', () => {
    const sizes = LANGS.flatMap((lang) =>
      profilePaths.map((own) => {
        const path = inLanguage(own, lang);
        return { path, html: weights.sent(path) };
      }),
    ).sort((a, b) => a.html - b.html);
    const largest = sizes.at(-1);
    expect(sizes[sizes.length >> 1]?.html).toBeLessThanOrEqual(20 * KB);
    expect(largest?.html, largest?.path).toBeLessThanOrEqual(30 * KB);

    const extras = new Map<string, number>();
    let most = { path: '', bytes: 0 };
    for (const { path, html } of sizes) {
      const loads = [...weights.loadsOf(path)].sort();
      const key = loads.join();
      const extra = extras.get(key) ?? weights.sum(loads);
      extras.set(key, extra);
      if (html + extra > most.bytes) most = { path, bytes: html + extra };
    }
    expect(most.bytes, most.path).toBeLessThanOrEqual(90 * KB);
    expect(
      [...weights.loadsOf('/daerah/kota-blitar/')].map((path) => path.split('.').at(-1)),
    ).toEqual(expect.arrayContaining(['css', 'woff2', 'svg']));
  });

  it('JavaScript before any interaction: 10 KB at most', () => {
    const sets = new Map<string, number>();
    for (const path of scan.pages.keys()) {
      const scripts = [...weights.loadsOf(path, ['script'])].sort();
      const key = scripts.join();
      if (!sets.has(key)) sets.set(key, weights.sum(scripts));
    }
    // Some page has a script, or this would measure nothing.
    expect(sets.size).toBeGreaterThan(1);
    expect(Math.max(...sets.values())).toBeLessThanOrEqual(10 * KB);
  });

  it.each(LANGS)('the list of all regions: 50 KB of HTML at most (%s)', (lang) => {
    expect(weights.sent(inLanguage('/daerah/', lang))).toBeLessThanOrEqual(50 * KB);
  });

  it('a first visit to a frame: 30 KB at most', () => {
    const frames = [...scan.pages.keys()].filter((path) => path.includes('/embed/'));
    expect(frames.length).toBeGreaterThan(1000);
    // The largest pages: what they load is the same everywhere.
    const largest = frames
      .toSorted((a, b) => readPage(dir, b).length - readPage(dir, a).length)
      .slice(0, 40);
    for (const path of largest) {
      const bytes = weights.sent(path) + weights.sum(weights.loadsOf(path));
      expect(bytes, path).toBeLessThanOrEqual(30 * KB);
    }
  });

  it('the site: 15,000 files at most, none over 20 MiB', () => {
    expect(files.length).toBeLessThanOrEqual(15_000);
    const large = files.filter((path) => statSync(join(dir, path)).size > 20 * 2 ** 20);
    expect(large).toEqual([]);
  });
});

describe('hosts', () => {
  it('get a policy that forbids inline styles and scripts', () => {
    const headers = readPage(dir, '/_headers');
    expect(headers).toContain('Content-Security-Policy: ');
    // The search compiles WebAssembly, which evaluates no text as script.
    expect(headers.replaceAll("'wasm-unsafe-eval'", '')).not.toContain('unsafe-');
  });

  it('find every page and file in folders of their own, without a doubled name', () => {
    const lowered = files.map((path) => path.toLowerCase());
    expect(new Set(lowered).size).toBe(files.length);
    expect(files.every((path) => existsSync(dirname(join(dir, path))))).toBe(true);
  });
});

describe('numbers told in sentences', () => {
  it.each(LANGS)('of printed figures and sources are those of the dataset (%s)', (lang) => {
    const text = textOf(document(inLanguage('/', lang)));
    expect(text).toContain(printedAs(String(scores.length), lang));
    const cited = new Set(scores.map(({ source_id }) => source_id));
    expect(text).toContain(printedAs(String(cited.size), lang));
  });
});
