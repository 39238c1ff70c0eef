/** The descriptions of the tables: Data Package and "CSV on the Web", read by their standards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DataFactory, type Quad, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { describe, expect, inject, it } from 'vitest';
import type { TableDefinition } from '../src/dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../src/dataset/tables/index.ts';
import { descriptorProblems, type PackageDescriptor, packageProblems } from './lib/data-package.ts';
import { quadsOfJsonLd } from './lib/rdf.ts';
import { csvRows } from './lib/site.ts';

const { dir } = inject('site');
const read = (path: string) => readFileSync(join(dir, 'data', path));
const json = (path: string) => JSON.parse(read(path).toString('utf8'));

// biome-ignore lint/suspicious/noExplicitAny: mutations reach anywhere into a document.
type Anything = any;
/** A document with something changed. */
function changed<T>(document: T, change: (copy: Anything) => void): T {
  const copy = structuredClone(document);
  change(copy);
  return copy;
}

describe('datapackage.json', () => {
  const descriptor: PackageDescriptor = json('datapackage.json');
  const at = (name: TableName) => TABLE_NAMES.indexOf(name);
  const fieldOf = (copy: PackageDescriptor, table: TableName, name: string): Anything =>
    copy.resources[at(table)]?.schema.fields.find((field) => field.name === name);

  it('is a Data Package v2', () => {
    expect(descriptorProblems(descriptor)).toEqual([]);
    expect(descriptor.resources.map(({ name }) => name)).toEqual(TABLE_NAMES);
  });

  it('tells the truth of every cell', () => {
    expect(packageProblems(descriptor, read)).toEqual([]);
  });

  it.each<[string, (copy: Anything) => void]>([
    ['without resources', (copy) => delete copy.resources],
    ['without a title', (copy) => delete copy.title],
    ['with a date in words', (copy) => (copy.created = 'November')],
    ['with a path out of its folder', (copy) => (copy.resources[0].path = '../areas.csv')],
    ['without a type', (copy) => delete fieldOf(copy, 'scores', 'value').type],
    ['with a type that is none', (copy) => (fieldOf(copy, 'scores', 'value').type = 'text')],
    ['without a name', (copy) => delete fieldOf(copy, 'scores', 'value').name],
    [
      'with categories of numbers',
      (copy) => (fieldOf(copy, 'scores', 'year').categories = [{ value: '2024', label: 'x' }]),
    ],
    [
      'without labels of what is missing',
      (copy) => (copy.resources[0].schema.missingValues = ['']),
    ],
    ['without a key', (copy) => delete copy.resources[0].schema.primaryKey],
  ])('would be no Data Package %s', (_, change) => {
    expect(descriptorProblems(changed(descriptor, change))).not.toEqual([]);
  });

  it.each<[string, (copy: Anything) => void]>([
    ['lost a column', (copy) => copy.resources[at('scores')].schema.fields.pop()],
    ['moved a column', (copy) => copy.resources[at('scores')].schema.fields.reverse()],
    ['took a number for whole', (copy) => (fieldOf(copy, 'scores', 'value').type = 'integer')],
    ['took a code for a number', (copy) => (fieldOf(copy, 'areas', 'slug').type = 'number')],
    ['lost a category', (copy) => fieldOf(copy, 'areas', 'level').categories.pop()],
    [
      'asked for what is not always there',
      (copy) => (fieldOf(copy, 'scores', 'value').constraints = { required: true }),
    ],
    [
      'drew a bound too low',
      (copy) => (fieldOf(copy, 'areas', 'population').constraints.maximum = 1_000_000),
    ],
    [
      'took too few columns for a key',
      (copy) => copy.resources[at('scores')].schema.primaryKey.pop(),
    ],
    [
      'led a key to another table',
      (copy) => {
        copy.resources[at('scores')].schema.foreignKeys[0].reference = {
          resource: 'sources',
          fields: ['id'],
        };
      },
    ],
    ['did not know how many bytes', (copy) => copy.resources[at('terms')].bytes++],
  ])('would not be believed if it %s', (_, change) => {
    expect(packageProblems(changed(descriptor, change), read)).not.toEqual([]);
  });

  it('would not be believed if a row were lost', () => {
    const shorter = (path: string) => {
      const content = read(path);
      return path === 'areas.csv'
        ? content.subarray(0, content.lastIndexOf('\r\n', -3) + 2)
        : content;
    };
    expect(packageProblems(descriptor, shorter)).not.toEqual([]);
  });
});

const CSVW = 'http://www.w3.org/ns/csvw#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Enough of the context of "CSV on the Web" to read our descriptions: its terms and prefixes. */
const CONTEXTS = {
  'http://www.w3.org/ns/csvw': {
    '@context': {
      '@vocab': CSVW,
      dc: 'http://purl.org/dc/terms/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      schema: 'http://schema.org/',
      xsd: XSD,
      columns: { '@id': 'column', '@container': '@list' },
      titles: { '@id': 'title' },
      tables: { '@id': 'table' },
      datatype: { '@type': '@vocab' },
      // These are texts until they are filled in.
      aboutUrl: {},
      propertyUrl: {},
      valueUrl: {},
      string: 'xsd:string',
      integer: 'xsd:integer',
      decimal: 'xsd:decimal',
      gYear: 'xsd:gYear',
      boolean: 'xsd:boolean',
      anyURI: 'xsd:anyURI',
    },
  },
};

/** The parser hands over terms where it should their names. */
const factory = {
  ...DataFactory,
  namedNode: (name: string | { readonly value: string }) =>
    DataFactory.namedNode(typeof name === 'string' ? name : name.value),
};

/** What a CSVW parser makes of a table: the statements on what its rows describe. */
async function statements(name: TableName, metadata: Anything): Promise<string[]> {
  const [table] = metadata.tables;
  const description = { '@context': metadata['@context'], ...table, dialect: metadata.dialect };
  const store = new Store(await quadsOfJsonLd(description, CONTEXTS));
  const parser = new CsvwParser({
    metadata: store,
    baseIRI: `https://cermin.example/data/${name}.csv`,
    factory: factory as typeof DataFactory,
  });
  const quads: Quad[] = [];
  for await (const quad of parser.import(Readable.from([read(`${name}.csv`)]))) quads.push(quad);
  return quads
    .filter(({ subject }) => subject.termType === 'NamedNode')
    .map(({ subject, predicate, object }) =>
      [subject.value, predicate.value, object.value, 'datatype' in object && object.datatype.value]
        .filter(Boolean)
        .join(' '),
    )
    .sort();
}

describe('csv-metadata.json', () => {
  it.each(TABLE_NAMES)('describes %s as its header has it', (name) => {
    const metadata = json(`${name}.csv-metadata.json`);
    const table: TableDefinition = TABLES[name];
    const tables: Anything[] = metadata.tables;
    const [own] = tables;
    expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    for (const { url, tableSchema } of tables) {
      const [header] = read(url).toString('utf8').split('\r\n');
      expect(tableSchema.columns.map((column: Anything) => column.titles).join()).toBe(header);
    }
    expect(own.url).toBe(`${name}.csv`);
    expect(own.tableSchema.primaryKey).toEqual(table.primaryKey);
    expect(own.tableSchema.foreignKeys ?? []).toHaveLength(table.foreignKeys?.length ?? 0);
    for (const { columnReference, reference } of own.tableSchema.foreignKeys ?? []) {
      const target = tables.find(({ url }) => url === reference.resource);
      const columns = (each: Anything) => each?.tableSchema.columns.map((c: Anything) => c.name);
      expect(columns(own)).toEqual(expect.arrayContaining(columnReference));
      expect(columns(target)).toEqual(expect.arrayContaining(reference.columnReference));
    }
  });

  const programme = json('programme_indicators.csv-metadata.json');
  /** What should be said of the table, put together from its definition and its CSV. */
  const expected = (name: TableName, about: (row: Record<string, string>) => string) => {
    const home = new URL('.', programme.tables[0].tableSchema.columns[0].propertyUrl).href;
    const types: Record<string, string> = {
      string: 'string',
      integer: 'integer',
      number: 'decimal',
      boolean: 'boolean',
      list: 'string',
      year: 'gYear',
    };
    return csvRows(read(`${name}.csv`).toString('utf8'))
      .flatMap((row) =>
        TABLES[name].fields.flatMap((field) => {
          const cell = row[field.name] ?? '';
          if (cell === '') return [];
          const property = `${home}#${name}.${field.name}`;
          const value =
            field.name === 'component_code'
              ? `${home}components.csv#${cell}`
              : `${cell} ${XSD}${types[field.type]}`;
          return [`${home}${name}.csv#${about(row)} ${property} ${value}`];
        }),
      )
      .sort();
  };

  it.each<[TableName, (row: Record<string, string>) => string]>([
    ['components', (row) => row.code ?? ''],
    ['stages', (row) => row.code ?? ''],
    ['programme_indicators', (row) => row.number ?? ''],
  ])('makes a parser say of %s what its cells say', async (name, about) => {
    expect(await statements(name, json(`${name}.csv-metadata.json`))).toEqual(
      expected(name, about),
    );
  });

  it('gives printed figures their permanent addresses', async () => {
    const said = await statements('scores', json('scores.csv-metadata.json'));
    const [row] = csvRows(read('scores.csv').toString('utf8'));
    const anchor = `${row?.area_code}-${row?.indicator}-${row?.year}`;
    expect(said.join('\n')).toContain(`/sumber/${row?.source_id}/#${anchor} `);
  });

  it.each<[string, (schema: Anything) => void]>([
    ['a column', (schema) => schema.columns.splice(1, 1)],
    ['a type', (schema) => delete schema.columns[0].datatype],
    ['the address of rows', (schema) => delete schema.aboutUrl],
    ['the address of a column', (schema) => delete schema.columns[0].propertyUrl],
    [
      'a reference',
      (schema) => {
        const column = schema.columns.find((each: Anything) => each.name === 'component_code');
        delete column.valueUrl;
      },
    ],
  ])('would make it say something else if it lost %s', async (_, change) => {
    const name = 'programme_indicators';
    const mutated = changed(programme, (copy) => change(copy.tables[0].tableSchema));
    expect(await statements(name, mutated)).not.toEqual(expected(name, (row) => row.number ?? ''));
  });
});
