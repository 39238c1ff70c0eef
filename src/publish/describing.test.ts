import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-cff';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { TableDefinition } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { deriveModel } from '../derive/site-model.ts';
import { atomFeed, editionEntries } from './atom.ts';
import { citationBibtex, citationCff, citationCsl } from './citation-files.ts';
import { tableCsv } from './csv.ts';
import { csvwMetadata } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import { type DataSite, firstDay, firstMoment, yearsOf } from './data-words.ts';
import { dataLd } from './dataset-ld.ts';
import { DCAT_PREFIXES, dcatCatalog } from './dcat.ts';
import { rowSchema } from './json-schema.ts';
import { openApi, schemaOf } from './openapi.ts';
import { turtleOf } from './turtle.ts';

const model = deriveModel(fictionalDataset());
const { dataset } = model;
const edition = dataset.tables.editions.at(-1);
if (!edition) throw new Error('no edition');
const site: DataSite = {
  edition,
  operator: null,
  contact: null,
  repo: null,
  // As the site makes addresses: braces in a path are escaped.
  address: (path) => new URL(`/base${path}`, 'https://cermin.example').href,
  page: (path, lang) =>
    new URL(`/base${lang === 'en' ? '/en' : ''}${path}`, 'https://cermin.example').href,
};
const run: DataSite = {
  ...site,
  operator: 'Yayasan Contoh',
  contact: 'mailto:data@contoh.example',
  repo: 'https://git.example/cermin',
};
const files = TABLE_NAMES.map((table) => ({
  table,
  path: `/data/${table}.csv`,
  format: 'csv' as const,
  mediaType: 'text/csv; charset=utf-8',
  content: new TextEncoder().encode(tableCsv(TABLES[table], dataset.tables[table])),
}));
const downloads = files.map((file) => ({ ...file, bytes: file.content.length }));

const everything = async (of: DataSite) => [
  JSON.stringify(dataPackage(dataset, files, of)),
  ...TABLE_NAMES.map((name) => JSON.stringify(csvwMetadata(name, of))),
  JSON.stringify(dcatCatalog(dataset, model.indicators, files, of)),
  await turtleOf(dcatCatalog(dataset, model.indicators, files, of), DCAT_PREFIXES),
  JSON.stringify(openApi(of)),
  JSON.stringify(dataLd(dataset, model.indicators, downloads, of, 'en')),
  atomFeed(editionEntries(dataset.tables.editions, of, 'id'), of, 'id'),
  citationCff(dataset, of),
  citationBibtex(of),
  JSON.stringify(citationCsl(dataset, of)),
];

describe('every description', () => {
  it.each([
    ['of a site without operator', site],
    ['of a site with one', run],
  ])('%s is the same each time, and whole', async (_, of) => {
    const texts = await everything(of);
    expect(await everything(of)).toEqual(texts);
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object|%7B/);
    for (const text of texts.filter((each) => each.includes('cermin.example'))) {
      expect(text.replaceAll('https://cermin.example/base/', '')).not.toContain('cermin.example');
    }
  });

  it('names the operator and their address, where they are known', async () => {
    const without = (await everything(site)).join('\n');
    expect(without).not.toMatch(/contoh\.example|"contributors"|dcat:contactPoint/);
    const withThem = (await everything(run)).join('\n');
    for (const text of ['Yayasan Contoh', 'data@contoh.example', 'git.example/cermin']) {
      expect(withThem).toContain(text);
    }
  });
});

describe('dates and years', () => {
  it('take the first day of what is known', () => {
    expect(['2024', '2024-08', '2024-08-14'].map(firstDay)).toEqual([
      '2024-01-01',
      '2024-08-01',
      '2024-08-14',
    ]);
    expect(firstMoment('2024-08')).toBe('2024-08-01T00:00:00Z');
  });

  it('leave out rows that tell of none', () => {
    expect(yearsOf([{ year: 2021 }, { year: null }, {}, { year: 2019 }])).toEqual([2019, 2021]);
    expect(yearsOf([{}])).toBeNull();
  });
});

describe('the schema of rows', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);

  it.each(TABLE_NAMES)('accepts the rows of %s, and no others', (name) => {
    const table: TableDefinition = TABLES[name];
    const check = ajv.compile(rowSchema(table));
    const shown = table.fields.filter((field) => !field.editorial);
    for (const row of dataset.tables[name] as readonly object[]) {
      const given = Object.fromEntries(
        shown.map((field) => [field.name, (row as Record<string, unknown>)[field.name]]),
      );
      check(given);
      expect(check.errors).toBeNull();
      for (const field of shown) {
        const { [field.name]: _, ...less } = given;
        expect(check(less), `without ${field.name}`).toBe(false);
        expect(check({ ...given, [field.name]: {} }), `${field.name} of another type`).toBe(false);
        if (!field.constraints?.required && field.type !== 'list') continue;
        expect(check({ ...given, [field.name]: null }), `${field.name} unknown`).toBe(false);
      }
      expect(check({ ...given, more: 1 })).toBe(false);
    }
  });
});

describe('the description of the API', () => {
  it('knows its files and no others', () => {
    expect(schemaOf('regions/98.71.json')).toBe('RegionFile');
    expect(schemaOf('regions.json')).toBe('RegionsFile');
    expect(() => schemaOf('regions/98.71/more.json')).toThrow(/has no file/);
  });
});

describe('the feed', () => {
  // What XML cannot hold is left out; white space at the ends means nothing to readers.
  const words = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim())
    .filter((text) => text !== '');

  it('gives back any text', () => {
    fc.assert(
      fc.property(words, words, (title, summary) => {
        const entry = { id: 'urn:x', title, summary, url: 'https://x.example/', updated: '2024' };
        const [read] = parseAtomFeed(atomFeed([entry], site, 'en')).entries ?? [];
        expect(read?.title?.value).toBe(title);
        expect(read?.summary?.value).toBe(summary);
      }),
    );
  });
});

describe('the citation', () => {
  it.each(['Yayasan {Terbuka} & Co. #1 100%_$', 'Pusat "Data" \\ Riset: Bogor', 'Ω 数据'])(
    'names any operator: %s',
    (operator) => {
      const of = { ...site, operator };
      for (const text of [citationCff(dataset, of), JSON.stringify(citationCsl(dataset, of))]) {
        expect(new Cite(text).data[0]?.author).toEqual([{ literal: operator }]);
      }
    },
  );

  it('escapes what TeX would read as its own', () => {
    const of = { ...site, operator: 'A & B_1' };
    expect(new Cite(citationBibtex(of)).data[0]?.author).toEqual([{ family: 'A & B_1' }]);
    expect(citationBibtex(of)).toContain('A \\& B\\_1');
  });
});

describe('Turtle', () => {
  it('is never written from contexts that would have to be fetched', async () => {
    await expect(turtleOf({ '@context': 'https://x.example/', name: 'x' }, {})).rejects.toThrow();
  });
});
