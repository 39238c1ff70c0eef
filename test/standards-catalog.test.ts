/** The catalogue and the descriptions for search engines, read as linked data. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from 'n3';
import { DataFactory } from 'n3';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { INDICATORS } from '../src/dataset/tables/common.ts';
import { TABLE_NAMES } from '../src/dataset/tables/index.ts';
import { canonical, expandJsonLd, parseRdf, quadsOfJsonLd, shapeProblems } from './lib/rdf.ts';

const { dir, base } = inject('site');
const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const { namedNode, literal, quad } = DataFactory;
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const SPDX = 'http://spdx.org/rdf/terms#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

const shapes = readFileSync('test/shapes/dcat-ap-3.ttl', 'utf8');
let quads: Quad[];
beforeAll(() => {
  quads = parseRdf(read('data/catalog.ttl'));
});

const objects = (subject: string | null, predicate: string) =>
  quads
    .filter((each) => each.predicate.value === predicate)
    .filter((each) => subject === null || each.subject.value === subject)
    .map((each) => each.object);
const instances = (type: string) =>
  quads
    .filter((each) => each.predicate.value === RDF_TYPE && each.object.value === type)
    .map((each) => each.subject.value);
/** The file of the build that an address of the site leads to. */
const fileOf = (url: string) => {
  const path = decodeURIComponent(new URL(url).pathname).slice(base.length);
  return join(dir, path.endsWith('/') || path === '' ? `${path}index.html` : path);
};

describe('the catalogue', () => {
  it('is what DCAT-AP 3 asks for', async () => {
    expect(await shapeProblems(shapes, quads)).toEqual([]);
  });

  it('says the same in Turtle and in JSON-LD', async () => {
    const other = await quadsOfJsonLd(JSON.parse(read('data/catalog.jsonld')));
    expect(await canonical(other)).toBe(await canonical(quads));
  });

  it('has every table and every indicator', () => {
    const datasets = instances(`${DCAT}Dataset`).map((id) => id.split('#')[1]);
    expect(datasets).toEqual(
      expect.arrayContaining([
        'dataset',
        ...TABLE_NAMES.map((name) => `table-${name}`),
        ...INDICATORS.map(({ value }) => `indicator-${value}`),
      ]),
    );
  });

  it('names files that are there, with the sizes and checksums they have', () => {
    const distributions = instances(`${DCAT}Distribution`);
    expect(distributions.length).toBeGreaterThan(TABLE_NAMES.length * 4);
    for (const id of distributions) {
      const [url] = objects(id, `${DCAT}downloadURL`);
      const content = readFileSync(fileOf(url?.value ?? ''));
      const [size] = objects(id, `${DCAT}byteSize`);
      if (size) expect(Number(size.value), id).toBe(content.length);
      const [checksum] = objects(id, `${SPDX}checksum`);
      if (!checksum) continue;
      const [value] = objects(checksum.value, `${SPDX}checksumValue`);
      expect(value?.value, id).toBe(createHash('sha256').update(content).digest('hex'));
    }
    const leading = ['landingPage', 'accessURL', 'endpointURL', 'endpointDescription'];
    for (const predicate of [
      ...leading.map((name) => DCAT + name),
      'http://xmlns.com/foaf/0.1/page',
    ]) {
      expect(objects(null, predicate).length, predicate).toBeGreaterThan(0);
      for (const { value } of objects(null, predicate)) {
        expect(existsSync(fileOf(value)), value).toBe(true);
      }
    }
  });

  describe('would be refused', () => {
    const table = (id: string) => id.endsWith('#table-scores');
    const file = (id: string) => id.endsWith('#file-scores.csv');
    const without = (match: (each: Quad) => boolean) => quads.filter((each) => !match(each));
    const lost = (subject: (id: string) => boolean, predicate: string) =>
      without((each) => subject(each.subject.value) && each.predicate.value === predicate);
    const changed = (subject: (id: string) => boolean, predicate: string, value: Quad['object']) =>
      quads.map((each) =>
        subject(each.subject.value) && each.predicate.value === predicate
          ? quad(each.subject, each.predicate, value as never)
          : each,
      );
    const XSD = 'http://www.w3.org/2001/XMLSchema#';

    it.each<[string, () => Quad[]]>([
      ['without a title', () => lost(table, `${DCT}title`)],
      ['without a description', () => lost(table, `${DCT}description`)],
      ['without an access address', () => lost(file, `${DCAT}accessURL`)],
      ['without a publisher', () => lost((id) => id.endsWith('#catalog'), `${DCT}publisher`)],
      ['without the publisher’s name', () => lost(() => true, 'http://xmlns.com/foaf/0.1/name')],
      ['without an endpoint', () => lost(() => true, `${DCAT}endpointURL`)],
      ['with a dataset missing', () => lost(table, RDF_TYPE)],
      ['with a file missing', () => lost(file, RDF_TYPE)],
      ['with a size in words', () => changed(file, `${DCAT}byteSize`, literal('12 kB'))],
      ['with an address as text', () => changed(file, `${DCAT}accessURL`, literal('/data/'))],
      [
        'with a media type of one’s own',
        () => changed(file, `${DCAT}mediaType`, namedNode('urn:media:csv')),
      ],
      [
        'with a date that is none',
        () => changed(table, `${DCT}modified`, literal('soon', namedNode(`${XSD}date`))),
      ],
      [
        'with two licences',
        () => [
          ...quads,
          quad(
            namedNode(instances(`${DCAT}Distribution`).find(file) ?? ''),
            namedNode(`${DCT}license`),
            namedNode('https://example.org/other'),
          ),
        ],
      ],
      [
        'with a checksum that is none',
        () => changed(() => true, `${SPDX}checksumValue`, literal('abc')),
      ],
    ])('%s', async (_, mutated) => {
      expect(await shapeProblems(shapes, mutated())).not.toEqual([]);
    });
  });
});

/** The descriptions in a page's head. */
function jsonLdOf(path: string): Record<string, unknown>[] {
  return [...read(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, text]) => JSON.parse(text ?? ''),
  );
}

/** The reading that every schema.org document gets: its names all belong to schema.org. */
const CONTEXTS = {
  'https://schema.org': {
    '@context': {
      '@vocab': 'http://schema.org/',
      url: { '@type': '@id' },
      contentUrl: { '@type': '@id' },
      license: { '@type': '@id' },
      isPartOf: { '@type': '@id' },
      dateModified: { '@type': 'http://schema.org/Date' },
    },
  },
};
const SCHEMA = 'http://schema.org/';
type Expanded = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** What Google's guidelines for datasets require or recommend, and a dataset of ours lacks. */
function datasetProblems(node: Expanded): string[] {
  const value = (name: string) => {
    const [first] = node[`${SCHEMA}${name}`] ?? [];
    return (first?.['@value'] ?? first?.['@id'] ?? first) as unknown;
  };
  const text = (name: string) => (typeof value(name) === 'string' ? String(value(name)) : '');
  const has = (name: string) => (node[`${SCHEMA}${name}`] ?? []).length > 0;
  const inside = (name: string, key: string) =>
    (node[`${SCHEMA}${name}`] ?? []).every(
      (each) => ((each as Expanded)[`${SCHEMA}${key}`] ?? []).length > 0,
    );
  const rules: [string, boolean][] = [
    ['is no Dataset', String(node['@type']) === `${SCHEMA}Dataset`],
    ['name', text('name').length > 0],
    [
      'description of 50 to 5,000 characters',
      text('description').length >= 50 && text('description').length <= 5000,
    ],
    ['url', /^https?:/.test(text('url'))],
    ['identifier', has('identifier')],
    ['license', /^https:/.test(text('license'))],
    ['creator with a name', has('creator') && inside('creator', 'name')],
    ['distribution', has('distribution')],
    ['contentUrl', inside('distribution', 'contentUrl')],
    ['encodingFormat', inside('distribution', 'encodingFormat')],
    ['temporalCoverage', /^\d{4}\/\d{4}$/.test(text('temporalCoverage'))],
    ['spatialCoverage with a name', has('spatialCoverage') && inside('spatialCoverage', 'name')],
    ['variableMeasured', has('variableMeasured') && inside('variableMeasured', 'name')],
    ['isAccessibleForFree', value('isAccessibleForFree') === true],
    ['version', text('version').length > 0],
    ['dateModified', /^\d{4}-\d{2}-\d{2}$/.test(text('dateModified'))],
    ['keywords', has('keywords')],
    ['includedInDataCatalog', has('includedInDataCatalog')],
  ];
  return rules.filter(([, holds]) => !holds).map(([name]) => name);
}

describe('for dataset search engines', () => {
  const pages = ['', 'en/'].flatMap((lang) => [
    `${lang}data/index.html`,
    ...INDICATORS.map(({ value }) => `${lang}indikator/${value}/index.html`),
  ]);

  it.each(pages)('%s describes a dataset', async (path) => {
    const documents = jsonLdOf(path).filter((each) => each['@type'] === 'Dataset');
    expect(documents).toHaveLength(1);
    const [node] = await expandJsonLd(documents[0] ?? {}, CONTEXTS);
    expect(datasetProblems(node as Expanded)).toEqual([]);
    for (const file of (node as Expanded)[`${SCHEMA}distribution`] ?? []) {
      const [url] = (file as Expanded)[`${SCHEMA}contentUrl`] ?? [];
      expect(existsSync(fileOf(String(url?.['@id']))), String(url?.['@id'])).toBe(true);
    }
  });

  it.each([
    'name',
    'description',
    'license',
    'creator',
    'distribution',
    'temporalCoverage',
    'spatialCoverage',
    'variableMeasured',
    'isAccessibleForFree',
    'identifier',
    'version',
    'dateModified',
  ])('would notice that %s is gone', async (name) => {
    const [document] = jsonLdOf('data/index.html').filter((each) => each['@type'] === 'Dataset');
    const { [name]: _, ...rest } = document ?? {};
    const [node] = await expandJsonLd(rest, CONTEXTS);
    expect(datasetProblems(node as Expanded)).not.toEqual([]);
  });
});
