/**
 * Describes the published CSV files by "CSV on the Web" (https://www.w3.org/TR/tabular-metadata/),
 * so that they can be checked, and read as linked data: rows and columns have addresses that lead
 * to where they are told of.
 */

import { API, API_ROOT } from '../api/files.ts';
import type { Field, ForeignKey, TableDefinition, Text } from '../dataset/table-schema.ts';
import { TABLES, type TableName } from '../dataset/tables/index.ts';
import { scoreAnchor } from '../derive/citations.ts';
import { LICENCE } from '../licence.ts';
import { sourcePath } from '../site/page-paths.ts';
import { addressTemplate } from './api.ts';
import { escapePattern, PARTIAL_DATE_PATTERN } from './data-package.ts';
import { type DataSite, firstDay, plain, publisherOf } from './data-words.ts';

/** Path of the description of a table's CSV, without base: where the standard looks for it. */
export function csvwPath(table: TableName): string {
  return `/data/${table}.csv-metadata.json`;
}

/** Anchor of a column in the data dictionary. */
export function columnAnchor(table: TableDefinition, field: string): string {
  return `${table.name}.${field}`;
}

const inBoth = ({ id, en }: Text) => [
  { '@value': plain(id), '@language': 'id' },
  { '@value': plain(en), '@language': 'en' },
];

const variable = (name: string) => `{${name}}`;

/**
 * The address of a row as a URI template. `columns` are those that hold the primary key: the
 * table's own, or those of another table that refers to it.
 */
function rowUrl(table: TableDefinition, columns: readonly string[], site: DataSite): string {
  return addressTemplate(rowAddress(table, columns, site));
}

function rowAddress(table: TableDefinition, columns: readonly string[], site: DataSite): string {
  const of = (name: string) => variable(columns[table.primaryKey.indexOf(name)] ?? name);
  switch (table.name) {
    case 'areas':
      return `${site.address(`${API_ROOT}${API.region(of('code'))}`)}#area`;
    case 'sources':
      return site.page(sourcePath(of('id')), 'id');
    case 'scores': {
      // Templates are filled in as texts: the anchor is put together from its parts as always.
      const anchor = (scoreAnchor as (row: object) => string)({
        area_code: of('area_code'),
        indicator: of('indicator'),
        year: of('year'),
      });
      return site.page(sourcePath(of('source_id'), anchor), 'id');
    }
    default:
      return `${site.address(`/data/${table.name}.csv`)}#${table.primaryKey.map(of).join('/')}`;
  }
}

function datatypeOf(field: Field): string | object {
  const { minimum, maximum, pattern } = field.constraints ?? {};
  const range = {
    ...(minimum !== undefined && { minimum: String(minimum) }),
    ...(maximum !== undefined && { maximum: String(maximum) }),
  };
  const ranged = (base: string) => (Object.keys(range).length > 0 ? { base, ...range } : base);
  switch (field.type) {
    case 'integer':
      return ranged('integer');
    case 'number':
      return ranged('decimal');
    case 'year':
      return ranged('gYear');
    case 'boolean':
      return { base: 'boolean', format: 'yes|no' };
    case 'string':
    case 'list': {
      if (field.format === 'uri') return 'anyURI';
      const format = field.categories
        ? field.categories.map(({ value }) => escapePattern(value)).join('|')
        : field.format === 'partial-date'
          ? PARTIAL_DATE_PATTERN
          : pattern;
      return format ? { base: 'string', format } : 'string';
    }
  }
}

/** The key by which one column alone refers to a row of another table. */
function ownKey(table: TableDefinition, field: Field): ForeignKey | undefined {
  return table.foreignKeys?.find(
    ({ fields, reference }) =>
      fields.length === 1 &&
      fields[0] === field.name &&
      TABLES[reference.resource as TableName].primaryKey.length === 1,
  );
}

function columnOf(table: TableDefinition, field: Field, site: DataSite): object {
  const key = ownKey(table, field);
  return {
    name: field.name,
    titles: field.name,
    'rdfs:label': inBoth(field.title),
    'dc:description': inBoth(field.description),
    datatype: datatypeOf(field),
    ...(field.constraints?.required && { required: true }),
    ...(field.type === 'list' && { separator: ' ' }),
    ...(key && {
      valueUrl: rowUrl(TABLES[key.reference.resource as TableName], key.fields, site),
    }),
    propertyUrl: `${site.page('/data/', 'id')}#${columnAnchor(table, field.name)}`,
  };
}

function tableOf(name: TableName, site: DataSite, isReferred: boolean): object {
  const table: TableDefinition = TABLES[name];
  return {
    '@type': 'Table',
    url: `${name}.csv`,
    ...(isReferred
      ? // There so that keys can be followed; its own file describes it.
        { suppressOutput: true }
      : {
          'dc:title': inBoth(table.title),
          'dc:description': inBoth(table.description),
          'dc:license': { '@id': LICENCE.url },
          'dc:publisher': publisherOf(site),
          'dc:issued': { '@value': firstDay(site.edition.date), '@type': 'xsd:date' },
          'schema:version': site.edition.version,
        }),
    tableSchema: {
      '@type': 'Schema',
      columns: table.fields.map((field) => columnOf(table, field, site)),
      primaryKey: table.primaryKey,
      ...(!isReferred &&
        table.foreignKeys && {
          foreignKeys: table.foreignKeys.map(({ fields, reference }) => ({
            columnReference: fields,
            reference: {
              resource: `${reference.resource}.csv`,
              columnReference: reference.fields,
            },
          })),
        }),
      aboutUrl: rowUrl(table, table.primaryKey, site),
    },
  };
}

/**
 * The description of a table's CSV. It is a group of tables: a key may only lead to a table of the
 * same group, so those to which the keys lead stand beside it.
 */
export function csvwMetadata(name: TableName, site: DataSite): object {
  const table: TableDefinition = TABLES[name];
  const referred = [...new Set((table.foreignKeys ?? []).map((key) => key.reference.resource))];
  return {
    // The language of texts that do not name theirs.
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    '@type': 'TableGroup',
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      header: true,
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n'],
    },
    tables: [
      tableOf(name, site, false),
      ...referred
        .filter((other) => other !== name)
        .map((other) => tableOf(other as TableName, site, true)),
    ],
  };
}
