/** Describes the static JSON API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1). */

import { API, API_ROOT, AREA_TABLES } from '../api/files.ts';
import { AREA_CODE_PATTERN, INDICATORS } from '../dataset/tables/common.ts';
import { TABLES, type TableName } from '../dataset/tables/index.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import { type DataSite, publisherOf } from './data-words.ts';
import { type JsonSchema, objectSchema, rowSchema } from './json-schema.ts';

const URL_SCHEMA: JsonSchema = { type: 'string', format: 'uri' };
const CODE: JsonSchema = { type: 'string', pattern: `^(?:${AREA_CODE_PATTERN})$` };
const INDICATOR: JsonSchema = { type: 'string', enum: INDICATORS.map(({ value }) => value) };

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const rowsOf = (...names: readonly TableName[]) =>
  Object.fromEntries(names.map((name) => [name, list(ref(name))]));

const HEAD: Readonly<Record<string, JsonSchema>> = {
  edition: { type: 'string', description: 'Version of the data.' },
  licence: { ...URL_SCHEMA, description: 'Licence of the data.' },
  page: { ...URL_SCHEMA, description: 'The page for people that tells the same.' },
};

/** Tables of which rows stand in the API, with what it adds to them. */
const ROWS: Readonly<Partial<Record<TableName, Readonly<Record<string, JsonSchema>>>>> = {
  areas: {},
  indicators: {},
  bands: {},
  criteria: {},
  stages: {},
  components: {},
  scores: {
    speaks: {
      type: 'boolean',
      description: 'Whether it is the figure used for its area, indicator and year.',
    },
    url: { ...URL_SCHEMA, description: 'Permanent address of the printed figure.' },
  },
  sources: {},
  ...Object.fromEntries(AREA_TABLES.map((name) => [name, {}])),
};

interface Operation {
  /** Path below the root of the API, with what varies in braces. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Name of the schema of the answer. */
  readonly schema: string;
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly parameter?: {
    readonly name: string;
    readonly description: string;
    readonly schema: JsonSchema;
    readonly example: string;
  };
}

/** What can be asked of the API. */
export const OPERATIONS: readonly Operation[] = [
  {
    path: API.index,
    id: 'getIndex',
    summary: 'What there is: edition, dates, and the addresses of all files.',
    schema: 'IndexFile',
    properties: {
      title: { type: 'string' },
      description: { type: 'string' },
      disclaimer: { type: 'string', description: 'What the site is not.' },
      date: { type: 'string', description: 'Date of the edition.' },
      sources_read_until: { type: 'string', description: 'Sources were read up to this date.' },
      files: {
        type: 'object',
        // An address may hold a place for a code: it is a template, not an address.
        additionalProperties: { type: 'string', format: 'uri-template' },
        required: ['definitions', 'regions', 'region', 'pilots', 'sources', 'openapi'],
      },
    },
  },
  {
    path: API.definitions,
    id: 'getDefinitions',
    summary: 'Series, bands, criteria, stages and components: the rules that figures follow.',
    schema: 'DefinitionsFile',
    properties: rowsOf('indicators', 'bands', 'criteria', 'stages', 'components'),
  },
  {
    path: API.regions,
    id: 'getRegions',
    summary: 'Every province, regency and city.',
    schema: 'RegionsFile',
    properties: rowsOf('areas'),
  },
  {
    path: API.region('{code}'),
    id: 'getRegion',
    summary: 'All facts of one area, and the sources they were taken from.',
    schema: 'RegionFile',
    properties: {
      area: ref('areas'),
      ...rowsOf('scores', ...AREA_TABLES),
      sources: list(ref('sources')),
    },
    parameter: {
      name: 'code',
      description: TABLES.areas.fields[0].description.en,
      schema: CODE,
      example: '35.72',
    },
  },
  {
    path: API.indicator('{id}'),
    id: 'getIndicator',
    summary: 'Every printed figure of one indicator, its series and its bands.',
    schema: 'IndicatorFile',
    properties: {
      indicator: INDICATOR,
      series: list(ref('indicators')),
      ...rowsOf('bands', 'scores'),
    },
    parameter: {
      name: 'id',
      description: 'The indicator.',
      schema: INDICATOR,
      example: 'spi',
    },
  },
  {
    path: API.pilots,
    id: 'getPilots',
    summary: 'The designated regions, newest designation first.',
    schema: 'PilotsFile',
    properties: {
      pilots: list(
        objectSchema({
          code: CODE,
          name: { type: 'string' },
          cohort: { type: 'integer', description: 'Year of the candidates it was chosen from.' },
          since: { type: 'string', description: 'When it was designated, as exactly as is known.' },
          source_id: { type: 'string', description: 'Source of the designation.' },
          page: { ...URL_SCHEMA, description: 'Its page for people.' },
        }),
      ),
      ...rowsOf('designations'),
    },
  },
  {
    path: API.sources,
    id: 'getSources',
    summary: 'Every source, with the number of facts taken from it.',
    schema: 'SourcesFile',
    properties: {
      sources: list(
        rowSchema(TABLES.sources, {
          page: { ...URL_SCHEMA, description: 'Where the facts taken from it are listed.' },
          facts: { type: 'integer', minimum: 0, description: 'How many were taken from it.' },
        }),
      ),
    },
  },
];

/** The name of the schema that a file of the API follows, by its path below the root. */
export function schemaOf(path: string): string {
  const operation = OPERATIONS.find((each) =>
    new RegExp(`^${each.path.replaceAll('.', '\\.').replace(/\{\w+\}/, '[^/]+')}$`).test(path),
  );
  if (!operation) throw new Error(`the API has no file ${path}`);
  return operation.schema;
}

function operationOf({ id, summary, schema, parameter }: Operation): object {
  return {
    get: {
      operationId: id,
      summary,
      ...(parameter && {
        parameters: [{ ...parameter, in: 'path', required: true }],
      }),
      responses: {
        200: {
          description: summary,
          content: { 'application/json': { schema: ref(schema) } },
        },
        ...(parameter && { 404: { description: 'There is no such file.' } }),
      },
    },
  };
}

/** The document `openapi.json`. */
export function openApi(site: DataSite): object {
  const { contact } = site;
  return {
    openapi: '3.1.1',
    info: {
      title: `${SITE_NAME} API`,
      summary: 'Figures on the regencies, cities and provinces of Indonesia, each with its source.',
      description:
        'Static files: no key, no limit, open to every origin. Rows have the columns of the tables in `/data/`. Numbers in print are strings, so that no digit is lost (`"68.80"`); `null` is "not found yet" or "not applicable", never zero. Area codes are text: `11.10` is not `11.1`. Not a site of KPK nor of any government.',
      version: site.edition.version,
      license: { name: LICENCE.title, url: LICENCE.url },
      contact: {
        name: publisherOf(site),
        ...(contact?.startsWith('mailto:')
          ? { email: contact.slice('mailto:'.length) }
          : { url: contact ?? site.page('/data/', 'en') }),
      },
    },
    externalDocs: { description: 'The data, column by column', url: site.page('/data/', 'en') },
    servers: [{ url: site.address(API_ROOT).replace(/\/$/, '') }],
    security: [],
    paths: Object.fromEntries(OPERATIONS.map((each) => [`/${each.path}`, operationOf(each)])),
    components: {
      schemas: {
        ...Object.fromEntries(
          OPERATIONS.map(({ schema, summary, properties }) => [
            schema,
            objectSchema({ ...HEAD, ...properties }, { description: summary }),
          ]),
        ),
        ...Object.fromEntries(
          Object.entries(ROWS).map(([name, more]) => [
            name,
            rowSchema(TABLES[name as TableName], more),
          ]),
        ),
      },
    },
  };
}
