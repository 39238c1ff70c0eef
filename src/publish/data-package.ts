/**
 * Describes the published tables as a Data Package v2 with Table Schemas v2
 * (https://datapackage.org/standard/). Where the standard's text and its published JSON Schemas
 * differ, what is written here suits both: lists are strings with a pattern (the schemas know no
 * `list`), and `fieldsMatch` is left at its default, `exact` (text: a string; schemas: an array).
 */

import { createHash } from 'node:crypto';
import type { Dataset } from '../dataset/dataset.ts';
import { categoryLabel, type Field, type TableDefinition } from '../dataset/table-schema.ts';
import { type Row, TABLES, type TableName } from '../dataset/tables/index.ts';
import { inLang } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import {
  DATA_TITLE,
  type DataSite,
  dataDescription,
  firstMoment,
  KEYWORDS,
  publisherOf,
} from './data-words.ts';

/** Name of the file, in the folder of the data. */
export const DATA_PACKAGE = 'datapackage.json';

const PROFILES = 'https://datapackage.org/profiles/2.0/';

/** A regular expression for dates to the precision known. */
export const PARTIAL_DATE_PATTERN = '\\d{4}(-\\d{2}(-\\d{2})?)?';

/** A table's file as it is published. */
export interface TableFile {
  readonly table: TableName;
  /** Path without base. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** Digest of a file in hexadecimal digits. */
export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A literal text in a regular expression. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The columns that must be filled and together tell rows apart, or nothing if some may be empty. */
function keyOf(table: TableDefinition) {
  const isFilled = (name: string) =>
    table.fields.find((field) => field.name === name)?.constraints?.required === true;
  // A key in the sense of SQL knows no empty cells; a unique key does.
  return table.primaryKey.every(isFilled)
    ? { primaryKey: table.primaryKey }
    : { uniqueKeys: [table.primaryKey] };
}

const categoriesOf = ({ categories }: Field) =>
  categories?.map(({ value, label }) => ({ value, label: label.en }));

function typeOf(field: Field): object {
  switch (field.type) {
    case 'boolean':
      return { type: 'boolean', trueValues: ['yes'], falseValues: ['no'] };
    case 'list':
      return {
        type: 'string',
        // The standard leaves room for properties of one's own; these speak of each item.
        list: {
          delimiter: ' ',
          ...(field.categories && { categories: categoriesOf(field) }),
          ...(field.reference && { reference: { resource: field.reference, fields: ['id'] } }),
        },
      };
    case 'string':
      return {
        type: 'string',
        ...(field.format === 'uri' && { format: 'uri' }),
        ...(field.categories && { categories: categoriesOf(field) }),
      };
    default:
      return { type: field.type };
  }
}

function patternOf(field: Field): string | undefined {
  if (field.type === 'list') {
    const item = field.categories
      ? `(${field.categories.map(({ value }) => escapePattern(value)).join('|')})`
      : '[^ ]+';
    return `${item}( ${item})*`;
  }
  return field.format === 'partial-date' ? PARTIAL_DATE_PATTERN : field.constraints?.pattern;
}

function constraintsOf(field: Field): object {
  const { required, unique, minimum, maximum } = field.constraints ?? {};
  const pattern = patternOf(field);
  return {
    ...(required && { required }),
    ...(unique && { unique }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(pattern && { pattern }),
  };
}

/** A table of ours as a Table Schema v2. */
export function tableSchema(table: TableDefinition): object {
  return {
    $schema: `${PROFILES}tableschema.json`,
    fields: table.fields.map((field) => {
      const constraints = constraintsOf(field);
      return {
        name: field.name,
        title: field.title.en,
        description: field.description.en,
        ...(field.example !== undefined && { example: field.example }),
        ...typeOf(field),
        ...(Object.keys(constraints).length > 0 && { constraints }),
      };
    }),
    missingValues: [
      { value: '', label: `${MISSING.not_found.en}, or ${MISSING.not_applicable.en}` },
    ],
    ...keyOf(table),
    ...(table.foreignKeys && {
      foreignKeys: table.foreignKeys.map(({ fields, reference }) => ({
        fields,
        reference: {
          // A table that refers to itself leaves its own name out.
          ...(reference.resource !== table.name && { resource: reference.resource }),
          fields: reference.fields,
        },
      })),
    }),
  };
}

/** What of a dataset is described. */
type Described = Pick<Dataset, 'tables'>;

/** The publications behind the data, by kind; all 1,500 of them are the table `sources`. */
function sourcesOf({ tables }: Described, site: DataSite | null): object[] {
  const kinds = Map.groupBy(tables.sources, (row) => row.kind);
  return [...kinds].map(([kind, rows]) => ({
    title: `${categoryLabel(TABLES.sources, 'kind', kind, 'en')}: ${rows.length} publications, each named in the table sources`,
    ...(site && { path: site.page('/sumber/', 'en') }),
  }));
}

function contributorsOf(site: DataSite | null): object {
  if (!site?.operator) return {};
  const mail = site.contact?.startsWith('mailto:') ? site.contact.slice('mailto:'.length) : null;
  return {
    contributors: [
      {
        title: publisherOf(site),
        path: mail || !site.contact ? site.page('/', 'id') : site.contact,
        ...(mail && { email: mail }),
        roles: ['publisher', 'maintainer'],
      },
    ],
  };
}

/** The descriptor `datapackage.json`. Paths in it are relative to the folder of the data. */
export function dataPackage(
  dataset: Described,
  files: readonly TableFile[],
  site: DataSite,
): object {
  return describe(dataset, files, site.edition, site);
}

/**
 * The descriptor of data that are kept apart from any site, as in the archive of an edition: it
 * names no address and no operator, which may change while the edition stays.
 */
export function archivedPackage(
  dataset: Described,
  files: readonly TableFile[],
  edition: Row<'editions'>,
): object {
  return describe(dataset, files, edition, null);
}

function describe(
  dataset: Described,
  files: readonly TableFile[],
  edition: Row<'editions'>,
  site: DataSite | null,
): object {
  const licences = [{ name: LICENCE.spdx, path: LICENCE.url, title: LICENCE.title }];
  return {
    $schema: `${PROFILES}datapackage.json`,
    name: 'cermin-daerah',
    ...(site && { id: site.address(`/data/${DATA_PACKAGE}`) }),
    title: DATA_TITLE.en,
    description: `${dataDescription(dataset, 'en')} ${inLang(edition, 'summary', 'en')}`,
    ...(site && { homepage: site.page('/data/', 'en') }),
    version: edition.version,
    created: firstMoment(edition.date),
    keywords: KEYWORDS.en,
    licenses: licences,
    sources: sourcesOf(dataset, site),
    ...contributorsOf(site),
    resources: files.map(({ table: name, path, content }) => {
      const table: TableDefinition = TABLES[name];
      return {
        $schema: `${PROFILES}dataresource.json`,
        name,
        type: 'table',
        path: path.replace(/^\/data\//, ''),
        title: table.title.en,
        description: table.description.en,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: content.length,
        hash: `sha256:${sha256(content)}`,
        licenses: licences,
        dialect: {
          $schema: `${PROFILES}tabledialect.json`,
          header: true,
          delimiter: ',',
          lineTerminator: '\r\n',
          quoteChar: '"',
          doubleQuote: true,
        },
        schema: tableSchema(table),
      };
    }),
  };
}
