/** The page about the data: what it counts, its examples as printed, and what it is cited with. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../scripts/lib/serve.ts';
import type { ApiScore } from '../src/api/files.ts';
import { TABLE_NAMES, TABLES } from '../src/dataset/tables/index.ts';
import { openDuckDb } from './lib/data-readers.ts';
import { attribute, byId, elements, hasClass, parseHtml, scriptText, textOf } from './lib/html.ts';
import { answerRows, ORIGIN, recipeText } from './lib/recipes.ts';
import { csvRows, filePaths, gzipped, isServed, readPage, rowDifferences } from './lib/site.ts';
import { useBrowser } from './lib/visit.ts';

const site = inject('site');
const { dir } = site;
const LANGS = ['id', 'en'] as const;
const pathOf = (lang: 'id' | 'en') => (lang === 'id' ? '/data/' : '/en/data/');
const table = (name: string) => csvRows(readFileSync(join('data', `${name}.csv`), 'utf8'));
const areas = table('areas');
const scores = table('scores');
const regions = areas.filter(({ level }) => level !== 'province');
const number = (value: number, lang: 'id' | 'en') =>
  value.toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB');
const page = (lang: 'id' | 'en') => parseHtml(readPage(dir, pathOf(lang)));

let temporary: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'cermin-recipes-'));
  // The examples name the address the site was built for; curl finds the site under test there.
  writeFileSync(
    join(temporary, '.curlrc'),
    `connect-to = "${new URL(ORIGIN).host}:${new URL(site.url).host}"\n`,
  );
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Runs a text of the page in a shell, as it is. */
function shell(text: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-eu'], {
    input: text,
    cwd: temporary,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, CURL_HOME: temporary, no_proxy: '127.0.0.1' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

describe.each(LANGS)('the page about the data (%s)', (lang) => {
  const document = page(lang);
  const text = textOf(document);

  it('counts what the dataset has', () => {
    expect(text).toContain(number(scores.length, lang));
    const autonomous = regions.filter(({ autonomy }) => autonomy === 'autonomous');
    expect(autonomous).toHaveLength(508);
    for (const indicator of new Set(scores.map((row) => row.indicator))) {
      // The API tells which figures speak.
      const file = JSON.parse(readPage(dir, `/api/v1/indicators/${indicator}.json`));
      const known = new Set(
        file.scores.flatMap((row: ApiScore) => (row.speaks ? [row.area_code] : [])),
      );
      const count = autonomous.filter(({ code }) => known.has(code)).length;
      const words = lang === 'id' ? `${count} dari 508` : `${count} of 508`;
      expect([indicator, words, text.includes(words)]).toEqual([indicator, words, true]);
    }
  });

  it('offers every table in every format, with its rows and the size of each file', () => {
    const section = elements(document, 'section', { 'aria-labelledby': 'unduh' })[0];
    if (!section) throw new Error('no downloads');
    const rows = new Map(
      elements(section, 'tr').map((row) => [attribute(elements(row, 'a')[0] ?? row, 'href'), row]),
    );
    for (const name of TABLE_NAMES) {
      const row = rows.get(`#tabel-${name}`);
      if (!row) throw new Error(`${name} is not offered`);
      expect(textOf(row)).toContain(number(table(name).length, lang));
      const links = elements(row, 'a').flatMap((link) => attribute(link, 'href') ?? []);
      expect(links).toEqual(
        expect.arrayContaining(
          [`${name}.csv`, `excel/${name}.csv`, `${name}.json`, `${name}.parquet`].map(
            (file) => `/data/${file}`,
          ),
        ),
      );
      const sizes = elements(row, 'small').map(textOf);
      expect(sizes).toHaveLength(4);
      for (const size of sizes) expect(size).toMatch(/^[\d.,]+ (B|kB|MB)$/);
    }
  });

  it('explains every column: its meaning, the values it allows with their labels, an example', () => {
    for (const name of TABLE_NAMES) {
      const section = textOf(byId(document, `tabel-${name}`));
      for (const field of TABLES[name].fields) {
        expect(section).toContain(field.name);
        const meaning = field.description[lang].replaceAll('`', '').replace(/\s+/g, ' ');
        expect([field.name, section.includes(meaning)]).toEqual([field.name, true]);
        if ('example' in field) expect(section).toContain(field.example);
        for (const { value, label } of 'categories' in field ? field.categories : []) {
          expect(section).toContain(label[lang] === value ? value : `${value} ${label[lang]}`);
        }
      }
    }
  });

  it('tells how to cite the data in four forms, as the files have them', () => {
    const cited = textOf(byId(document, 'kutipan'));
    const editions = table('editions');
    expect(cited).toContain(editions.at(-1)?.version);
    expect(cited).toContain(`${ORIGIN}${pathOf(lang)}`);
    for (const [form, file] of [
      ['bibtex', 'citation.bib'],
      ['csl', 'citation.csl.json'],
      ['cff', 'CITATION.cff'],
    ] as const) {
      expect(recipeText(document, `kutipan-${form}`)).toBe(
        readFileSync(join(dir, 'data', file), 'utf8'),
      );
    }
  });

  it('is light enough', () => {
    expect(gzipped(readPage(dir, pathOf(lang)))).toBeLessThanOrEqual(60_000);
  });
});

describe('the examples', () => {
  const document = page('id');
  const expected = answerRows(dir, document);

  it('answer what the page says they answer', () => {
    expect(expected.length).toBeGreaterThan(0);
    const shown = elements(byId(document, 'jawaban'), 'data').map((data) =>
      attribute(data, 'value'),
    );
    expect(shown).toEqual(expected.map(({ value }) => value));
  });

  it('are the same in both languages, but for the separator of spreadsheets', () => {
    for (const id of [
      'resep-python',
      'resep-r',
      'resep-duckdb-unduh',
      'resep-duckdb',
      'resep-perintah',
    ]) {
      expect(recipeText(page('en'), id)).toBe(recipeText(document, id));
    }
    for (const id of ['resep-excel', 'resep-excel-hitung']) {
      expect(recipeText(page('en'), id)).toBe(recipeText(document, id).replaceAll(';', ','));
    }
  });

  it('on the command line run as printed', () => {
    const lines = shell(recipeText(document, 'resep-perintah')).trimEnd().split('\n');
    expect(lines).toEqual(
      expected.map(({ name, value, address }) => `${name}: ${value}, ${address}`),
    );
  });

  it('in DuckDB run as printed', async () => {
    shell(recipeText(document, 'resep-duckdb-unduh'));
    const duck = await openDuckDb();
    try {
      // DuckDB looks there for files, as if it had been started in that folder.
      await duck.rows(`SET file_search_path = '${temporary}'`);
      const rows = await duck.rows(recipeText(document, 'resep-duckdb'));
      expect(rows).toEqual(
        expected.map(({ name, value, publisher, url }) => ({
          name,
          value: Number(value),
          publisher,
          url: url === '' ? null : url,
        })),
      );
    } finally {
      duck.close();
    }
  });
});

describe('the files of the regions', () => {
  const fileOf = (area: Record<string, string>) =>
    `/data/${area.level === 'province' ? 'provinsi' : 'daerah'}/${area.slug}.csv`;

  it('are there for every area, named in the head of its page and offered on it', () => {
    const wrong = areas.filter((area) => {
      const path = fileOf(area);
      const own = area.level === 'province' ? `/provinsi/${area.slug}/` : `/daerah/${area.slug}/`;
      return [own, `/en${own}`].some((each) => {
        const html = readPage(dir, each);
        return (
          !isServed(dir, path) ||
          !html.includes(`rel="alternate" type="text/csv" href="${ORIGIN}${path}"`) ||
          !html.includes(
            `rel="alternate" type="application/json" href="${ORIGIN}/api/v1/regions/${area.code}.json"`,
          ) ||
          !html.includes(`<a href="${path}" download`)
        );
      });
    });
    expect(wrong.map(({ name }) => name).slice(0, 5)).toEqual([]);
    const written = filePaths(dir).filter((path) => /^\/data\/(daerah|provinsi)\//.test(path));
    expect(written).toEqual(areas.map(fileOf).sort());
  });

  it('hold together exactly the table of scores; a lost row would be noticed', () => {
    const rows = areas
      .flatMap((area) => csvRows(readPage(dir, fileOf(area))))
      .filter((row) => row.table_name === 'scores')
      .map((row) => ({ ...row, indicator: row.item ?? '' }));
    expect(rowDifferences(TABLES.scores, rows, scores)).toEqual([]);
    expect(rowDifferences(TABLES.scores, rows.slice(1), scores)).toHaveLength(1);
  });

  it('give addresses that lead to the fact on its source page', () => {
    const ids = new Map<string, Set<string>>();
    const wrong = regions
      .filter((_, i) => i % 20 === 0)
      .flatMap((area) => csvRows(readPage(dir, fileOf(area))))
      .filter(({ address = '' }) => {
        const { pathname, hash, origin } = new URL(address);
        const known =
          ids.get(pathname) ??
          new Set([...readPage(dir, pathname).matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
        ids.set(pathname, known);
        return origin !== ORIGIN || !known.has(decodeURIComponent(hash.slice(1)));
      });
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });
});

describe.each(LANGS)('the list of sources (%s)', (lang) => {
  const prefix = lang === 'id' ? '' : '/en';
  const document = parseHtml(readPage(dir, `${prefix}/sumber/`));
  const listed = (scope: Parameters<typeof elements>[0]) =>
    elements(scope, 'dd').flatMap(
      (item) => attribute(elements(item, 'a')[0] ?? item, 'href') ?? [],
    );

  it('leads to every source, each once', () => {
    const expected = table('sources').map(({ id }) => `${prefix}/sumber/${id}/`);
    expect(listed(document).sort()).toEqual(expected.sort());
  });

  it('says how many pages open under each letter', () => {
    const letters = elements(document, 'details').filter((each) =>
      attribute(each, 'id')?.startsWith('huruf-'),
    );
    expect(letters.length).toBeGreaterThan(20);
    for (const letter of letters) {
      const [count] = elements(letter, 'small').map(textOf);
      expect(Number.parseInt(count?.replace(/[.,]/g, '') ?? '', 10)).toBe(listed(letter).length);
    }
  });
});

describe('in a browser', () => {
  const { browse } = useBrowser();

  const blitar = scores.find(
    (row) => row.area_code === '35.72' && row.status === 'final' && row.value !== '',
  );
  if (!blitar) throw new Error('Kota Blitar has no figure');
  const anchor = `${blitar.area_code}-${blitar.indicator}-${blitar.year}`;
  const sourcePath = `sumber/${blitar.source_id}/`;

  it.each(LANGS)('a figure is cited in a sentence with today’s date (%s)', (lang) =>
    browse(
      async (tab) => {
        await tab.goto(`${site.url}${lang === 'en' ? 'en/' : ''}${sourcePath}#${anchor}`);
        const row = tab.locator(`[id="${anchor}"]`);
        await row.getByRole('button', { name: lang === 'id' ? /^Kutip/ : /^Cite/ }).click();
        const sentence = await row.locator('.cited blockquote').textContent();
        const today = await tab.evaluate(
          (locale) => new Date().toLocaleDateString(locale, { dateStyle: 'long' }),
          lang === 'id' ? 'id-ID' : 'en-GB',
        );
        const publisher = table('sources').find(({ id }) => id === blitar.source_id)?.publisher;
        const value = lang === 'id' ? blitar.value?.replace('.', ',') : blitar.value;
        for (const part of [value, blitar.year, publisher, today, 'Kota Blitar']) {
          expect(sentence).toContain(part);
        }
        expect(
          sentence?.endsWith(`${ORIGIN}/${lang === 'en' ? 'en/' : ''}${sourcePath}#${anchor}`),
        ).toBe(true);
        await expect.poll(() => row.getByRole('status').textContent()).not.toBe('');
      },
      { permissions: ['clipboard-write'], locale: lang },
    ),
  );

  it('a figure’s address and how to cite it need no JavaScript', () =>
    browse(
      async (tab) => {
        await tab.goto(`${site.url}${sourcePath}#${anchor}`);
        const row = tab.locator(`[id="${anchor}"]`);
        expect(await row.isVisible()).toBe(true);
        expect(await row.locator('data').first().getAttribute('value')).toBe(blitar.value);
        expect(await tab.getByRole('button', { name: /^Kutip/ }).count()).toBe(0);
        await tab.getByText('Cara mengutip angka di halaman ini').click();
        expect(await tab.locator('.citing blockquote').textContent()).toContain('[tanggal Anda]');
        await tab.goto(`${site.url}data/`);
        expect(await tab.locator('#kutipan').textContent()).toContain('[tanggal Anda]');
        expect(await tab.locator('copy-text button').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    ));

  it('the buttons of the page copy what stands above them', () =>
    browse(
      async (tab) => {
        await tab.goto(`${site.url}data/`);
        await tab.getByRole('button', { name: 'Salin: DuckDB: jawaban' }).click();
        const copied = () => tab.evaluate(() => navigator.clipboard.readText());
        await expect.poll(copied).toBe(recipeText(page('id'), 'resep-duckdb'));
        await tab.getByRole('button', { name: 'Salin: kutipan seluruh data' }).click();
        await expect.poll(copied).toMatch(/Diakses \d+ \p{L}+ \d{4}\.$/u);
        expect(await copied()).not.toContain('[tanggal Anda]');
      },
      {
        permissions: ['clipboard-read', 'clipboard-write'],
      },
    ));

  it('the example of the API runs as printed, on another site too', async () => {
    const elsewhere = await serve({ dir, base: '/', port: 0 });
    // Another origin, without our policy: what it may read, every site may.
    await browse(
      async (tab) => {
        const said: string[] = [];
        tab.on('console', (message) => said.push(message.text()));
        await tab.goto(elsewhere.url);
        const code = recipeText(page('id'), 'contoh-api').replace(ORIGIN, new URL(site.url).origin);
        await tab.evaluate((text) => {
          const run = Object.getPrototypeOf(async () => {}).constructor;
          return new run(text)();
        }, code);
        const [answer = ''] = said;
        const shown = JSON.parse(recipeText(page('id'), 'jawaban-api'));
        expect(answer.split('\n')).toContain(
          [shown.indicator, shown.year, shown.value ?? shown.category, shown.source_id].join(' '),
        );
      },
      { bypassCSP: true, allows: 'other-origins' },
    );
    await elsewhere.close();
  });
});

it('the structured data of the page names its downloads', () => {
  const [graph] = elements(page('id'), 'script', { type: 'application/ld+json' });
  const data = JSON.parse(graph ? scriptText(graph) : '{}');
  expect(data['@type']).toBe('Dataset');
  expect(data.distribution.length).toBeGreaterThan(TABLE_NAMES.length);
  expect(
    elements(page('id'), 'a').filter((link) => hasClass(link, 'figure')).length,
  ).toBeGreaterThan(0);
});
