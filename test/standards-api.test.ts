/** The API against its description, the feed, and the citation files, each read by its standard. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-cff';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, inject, it } from 'vitest';
import { schemaOf } from '../src/publish/openapi.ts';
import { csvRows } from './lib/site.ts';

const { dir } = inject('site');
const read = (path: string) => readFileSync(join(dir, path), 'utf8');

// biome-ignore lint/suspicious/noExplicitAny: mutations reach anywhere into a document.
type Anything = any;
function changed(document: Anything, change: (copy: Anything) => void): Anything {
  const copy = structuredClone(document);
  change(copy);
  return copy;
}

const openApi = JSON.parse(read('api/v1/openapi.json'));

/** The checks that a description's schemas make of files, by name of the schema. */
function checksOf(document: Anything): (name: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'openapi' });
  return (name) => {
    const check = ajv.getSchema(`openapi#/components/schemas/${name}`);
    if (!check) throw new Error(`no schema ${name}`);
    return check;
  };
}

describe('openapi.json', () => {
  const isOpenApi = async (document: Anything) => (await new Validator().validate(document)).valid;
  const files = readdirSync(join(dir, 'api/v1'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && path !== 'openapi.json')
    .sort();
  const check = checksOf(openApi);

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(openApi))).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('describes every file of the API, and each is as described', () => {
    const found = new Set<string>();
    for (const path of files) {
      const name = schemaOf(path);
      found.add(name);
      const isValid = check(name);
      isValid(JSON.parse(read(`api/v1/${path}`)));
      expect(isValid.errors, path).toBeNull();
    }
    expect(files.length).toBeGreaterThan(500);
    // Nor does it describe what is not there.
    const described = Object.values<Anything>(openApi.paths).map((each) =>
      each.get.responses[200].content['application/json'].schema.$ref.split('/').at(-1),
    );
    expect([...found].sort()).toEqual(described.sort());
  });

  it('leads to the files, also by the addresses in the index', () => {
    const root = new URL(`${openApi.servers[0].url}/`);
    const index: Record<string, string> = JSON.parse(read('api/v1/index.json')).files;
    const paths = new Set(Object.keys(openApi.paths));
    for (const [name, url] of Object.entries(index)) {
      expect(url.startsWith(root.href), url).toBe(true);
      if (name === 'openapi') continue;
      const path = url.slice(root.href.length - 1);
      expect(paths, url).toContain(name.startsWith('indicator_') ? '/indicators/{id}.json' : path);
    }
  });

  it.each<[string, (copy: Anything) => void]>([
    ['without a version', (copy) => delete copy.info.version],
    ['without a title', (copy) => delete copy.info.title],
    ['without answers', (copy) => (copy.paths['/index.json'].get.responses = 'json')],
    [
      'with a parameter nowhere',
      (copy) => delete copy.paths['/regions/{code}.json'].get.parameters[0].in,
    ],
  ])('would not be OpenAPI %s', async (_, change) => {
    expect(await isOpenApi(changed(openApi, change))).toBe(false);
  });

  it.each<[string, string, (copy: Anything) => void]>([
    ['a column', 'regions.json', (copy) => delete copy.areas[0].slug],
    ['a type', 'regions.json', (copy) => (copy.areas[0].population = '161204')],
    ['the digits of a number', 'regions.json', (copy) => (copy.areas[0].area_km2 = 32.57)],
    ['a category', 'regions.json', (copy) => (copy.areas[0].level = 'village')],
    ['a code as text', 'regions.json', (copy) => (copy.areas[0].code = 11)],
    ['an edition', 'index.json', (copy) => delete copy.edition],
    ['a table', 'regions/35.72.json', (copy) => delete copy.scores],
    ['a source', 'regions/35.72.json', (copy) => (copy.scores[0].source_id = null)],
    ['its measure', 'indicators/spi.json', (copy) => delete copy.scores[0].speaks],
    ['its own columns only', 'sources.json', (copy) => (copy.sources[0].note = 'x')],
  ])('would notice a file that lost %s', (_, path, change) => {
    expect(check(schemaOf(path))(changed(JSON.parse(read(`api/v1/${path}`)), change))).toBe(false);
  });
});

describe.each(['id', 'en'])('the feed in %s', (lang) => {
  const prefix = lang === 'en' ? 'en/' : '';
  const text = read(`${prefix}feed.xml`);
  const feed = parseAtomFeed(text);
  const editions = csvRows(read('data/editions.csv'));

  it('is a feed of the editions, as new as the newest of them', () => {
    const entries = feed.entries ?? [];
    expect(entries).toHaveLength(editions.length);
    const newest = editions
      .map((row) => row.date ?? '')
      .toSorted()
      .at(-1);
    expect(feed.updated).toBe(`${newest}T00:00:00Z`);
    for (const row of editions) {
      const entry = entries.find(({ id }) => id?.endsWith(`#edisi-${row.version}`));
      expect(entry?.summary).toMatchObject({ value: row[`summary_${lang}`] });
      expect(entry?.updated).toBe(`${row.date}T00:00:00Z`);
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('says who writes it, where it stands and what page it belongs to', () => {
    expect(feed.authors?.[0]?.name).toBeTruthy();
    const link = (rel: string) => feed.links?.find((each) => each.rel === rel)?.href ?? '';
    expect(new URL(link('self')).pathname).toBe(`/${prefix}feed.xml`);
    expect(feed.id).toBe(link('self'));
    expect(new URL(link('alternate')).pathname).toBe(`/${prefix}data/`);
  });

  it('is found from every page', () => {
    const [link] =
      read(`${prefix}index.html`).match(/<link[^>]*application\/atom\+xml[^>]*>/) ?? [];
    expect(link).toContain(`href="/${prefix}feed.xml"`);
    expect(link).toContain('rel="alternate"');
  });

  it('would not be read if it were something else', () => {
    expect(() =>
      parseAtomFeed(text.replace('<feed', '<food').replace('</feed>', '</food>')),
    ).toThrow();
  });
});

describe('citation files', () => {
  const [edition] = csvRows(read('data/editions.csv')).slice(-1);
  it.each(['data/CITATION.cff', 'data/citation.bib', 'data/citation.csl.json'])('%s', (path) => {
    const { data } = new Cite(read(path));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      title: 'Data Cermin Daerah',
      version: expect.toBeOneOf([edition?.version, `${edition?.version}+unreleased`]),
      URL: expect.stringMatching(/\/data\/$/),
      author: [expect.toSatisfy((author) => Boolean(author.literal ?? author.family))],
      issued: { 'date-parts': [expect.arrayContaining([Number(edition?.date?.slice(0, 4))])] },
    });
  });

  it('names the licence and the form in CITATION.cff', () => {
    const cff = read('data/CITATION.cff');
    for (const line of ['cff-version: 1.2.0', 'type: dataset', 'license: CC-BY-4.0']) {
      expect(cff.split('\n')).toContain(line);
    }
    expect(cff).toContain(`date-released: "${edition?.date}"`);
  });
});
