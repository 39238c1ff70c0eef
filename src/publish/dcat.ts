/**
 * Describes the data as a catalogue by DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.1/).
 *
 * Each table is a dataset of its own, since tables hold different things and share no file; its
 * formats are its distributions. The whole is a dataset too, with the files that hold every table,
 * and has the tables as its parts. So is each indicator, since that is what people look for, with
 * its file of the API. None of them is a series: a series is one dataset published again and again.
 */

import { API, API_ROOT } from '../api/files.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { TableDefinition, Text } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../dataset/tables/index.ts';
import type { IndicatorSeries } from '../derive/series.ts';
import { inLang, LANGS } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import { indicatorPath } from '../site/page-paths.ts';
import { csvwPath } from './csvw.ts';
import { DATA_PACKAGE, sha256 } from './data-package.ts';
import {
  DATA_TITLE,
  type DataSite,
  dataDescription,
  firstDay,
  KEYWORDS,
  plain,
  publisherOf,
  yearsOf,
} from './data-words.ts';
import { indicatorDatasetDescription, indicatorDatasetName } from './dataset-ld.ts';

/** A data file as it is published. */
export interface DataFile {
  readonly path: string;
  readonly format: 'csv' | 'excel' | 'json' | 'parquet' | 'xlsx' | 'sqlite';
  readonly mediaType: string;
  /** The table it holds; `null` where it holds all of them. */
  readonly table: TableName | null;
  readonly content: Uint8Array;
}

const EU = 'http://publications.europa.eu/resource/authority/';
const CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcatap: 'http://data.europa.eu/r5r/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The prefixes of the catalogue, for writers of RDF. */
export const DCAT_PREFIXES: Readonly<Record<string, string>> = CONTEXT;

/** What the distributions are called, and their kind in the EU's list of file types. */
export const FORMATS: Readonly<
  Record<
    DataFile['format'],
    { readonly title: Text; readonly description: Text; readonly fileType: string | null }
  >
> = {
  csv: {
    title: { id: 'CSV', en: 'CSV' },
    description: {
      id: 'Teks UTF-8 menurut RFC 4180: kolom dipisahkan koma, desimal dengan titik.',
      en: 'UTF-8 text by RFC 4180: columns separated by commas, decimals with a point.',
    },
    fileType: 'CSV',
  },
  excel: {
    title: { id: 'CSV untuk Excel Indonesia', en: 'CSV for spreadsheets in Indonesian' },
    description: {
      id: 'Kolom dipisahkan titik koma, desimal dengan koma, kode wilayah tetap teks.',
      en: 'Columns separated by semicolons, decimals with a comma, area codes kept as text.',
    },
    fileType: 'CSV',
  },
  json: {
    title: { id: 'JSON', en: 'JSON' },
    description: { id: 'Satu objek tiap baris.', en: 'An object for every row.' },
    fileType: 'JSON',
  },
  parquet: {
    title: { id: 'Parquet', en: 'Parquet' },
    description: {
      id: 'Kolom bertipe untuk DuckDB, pandas, dan R.',
      en: 'Typed columns for DuckDB, pandas and R.',
    },
    fileType: 'PARQUET',
  },
  xlsx: {
    title: { id: 'Buku kerja Excel', en: 'Excel workbook' },
    description: {
      id: 'Semua tabel, satu lembar tiap tabel, dengan lembar penjelasan.',
      en: 'All tables, a sheet each, with sheets that explain them.',
    },
    fileType: 'XLSX',
  },
  sqlite: {
    title: { id: 'Basis data SQLite', en: 'SQLite database' },
    description: {
      id: 'Semua tabel dengan kunci, indeks, dan pandangan.',
      en: 'All tables with keys, indexes and views.',
    },
    // The list has no name for it.
    fileType: null,
  },
};

type Node = Readonly<Record<string, unknown>>;

const link = (id: string): Node => ({ '@id': id });
const typed = (value: string, type: string): Node => ({ '@value': value, '@type': `xsd:${type}` });
const words = ({ id, en }: Text): readonly Node[] => [
  { '@value': plain(id), '@language': 'id' },
  { '@value': plain(en), '@language': 'en' },
];
const each = (of: (lang: 'id' | 'en') => string): Text => ({ id: of('id'), en: of('en') });

/** A term of an EU list, with the class that DCAT-AP wants it to have. */
function term(list: string, code: string, type: string): Node {
  return { '@id': `${EU}${list}/${code}`, '@type': type, 'skos:inScheme': link(`${EU}${list}`) };
}

const LANGUAGES = [
  term('language', 'IND', 'dct:LinguisticSystem'),
  term('language', 'ENG', 'dct:LinguisticSystem'),
];
const INDONESIA = term('country', 'IDN', 'dct:Location');
const IRREGULAR = term('frequency', 'IRREG', 'dct:Frequency');
const PUBLIC = term('access-right', 'PUBLIC', 'dct:RightsStatement');
const STABLE = {
  ...term('planned-availability', 'STABLE', 'skos:Concept'),
  'skos:prefLabel': words({ id: 'tetap', en: 'stable' }),
};
const THEME = {
  ...term('data-theme', 'GOVE', 'skos:Concept'),
  'skos:prefLabel': words({
    id: 'Pemerintahan dan sektor publik',
    en: 'Government and public sector',
  }),
};
const THEMES = {
  '@id': `${EU}data-theme`,
  '@type': 'skos:ConceptScheme',
  'dct:title': words({ id: 'Tema data', en: 'Data theme' }),
};
const LICENCE_NODE = { '@id': LICENCE.url, '@type': 'dct:LicenseDocument' };
const SHA256 = { '@id': 'spdx:checksumAlgorithm_sha256', '@type': 'spdx:ChecksumAlgorithm' };

const standard = (id: string): Node => ({ '@id': id, '@type': 'dct:Standard' });
const mediaType = (name: string): Node => ({
  '@id': `https://www.iana.org/assignments/media-types/${name.replace(/;.*$/, '')}`,
  '@type': 'dct:MediaType',
});
const resource = (id: string): Node => ({ '@id': id, '@type': 'rdfs:Resource' });
const document = (id: string): Node => ({ '@id': id, '@type': 'foaf:Document' });

/** When the data was first published, and when last. */
function dates({ tables }: Dataset, { edition }: DataSite): Node {
  const [first = edition] = tables.editions;
  return {
    'dct:issued': typed(firstDay(first.date), 'date'),
    'dct:modified': typed(firstDay(edition.date), 'date'),
  };
}

function publisher(site: DataSite): Node {
  return {
    'dct:publisher': {
      '@id': `${site.address('/data/catalog.ttl')}#publisher`,
      '@type': 'foaf:Agent',
      'foaf:name': publisherOf(site),
      'foaf:homepage': document(site.page('/', 'id')),
    },
  };
}

function contactPoint(site: DataSite): Node {
  const { contact } = site;
  if (!contact) return {};
  return {
    'dcat:contactPoint': {
      '@id': `${site.address('/data/catalog.ttl')}#contact`,
      // The class that is asked for, and the one that says what it is.
      '@type': ['vcard:Kind', 'vcard:Organization'],
      'vcard:fn': publisherOf(site),
      [contact.startsWith('mailto:') ? 'vcard:hasEmail' : 'vcard:hasURL']: link(contact),
    },
  };
}

function period(rows: readonly object[]): Node {
  const years = yearsOf(rows);
  if (!years) return {};
  return {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed(String(years[0]), 'gYear'),
      'dcat:endDate': typed(String(years[1]), 'gYear'),
    },
  };
}

function distribution(file: DataFile, site: DataSite): Node {
  const { title, description, fileType } = FORMATS[file.format];
  const table: TableDefinition | null = file.table ? TABLES[file.table] : null;
  return {
    '@id': `${site.address('/data/catalog.ttl')}#file-${file.path.replace('/data/', '')}`,
    '@type': 'dcat:Distribution',
    'dct:title': words(each((lang) => `${(table?.title ?? DATA_TITLE)[lang]}, ${title[lang]}`)),
    'dct:description': words(description),
    'dcat:accessURL': link(site.address(file.path)),
    'dcat:downloadURL': link(site.address(file.path)),
    'dcatap:availability': STABLE,
    'dcat:mediaType': mediaType(file.mediaType),
    ...(fileType && { 'dct:format': term('file-type', fileType, 'dct:MediaTypeOrExtent') }),
    'dcat:byteSize': typed(String(file.content.length), 'nonNegativeInteger'),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': SHA256,
      'spdx:checksumValue': typed(sha256(file.content), 'hexBinary'),
    },
    'dct:license': LICENCE_NODE,
    'dct:language': LANGUAGES,
    'dct:modified': typed(firstDay(site.edition.date), 'date'),
    ...(file.format === 'csv' &&
      file.table && {
        'dct:conformsTo': standard('https://www.rfc-editor.org/rfc/rfc4180'),
        'foaf:page': document(site.address(csvwPath(file.table))),
      }),
  };
}

/**
 * Moves every node that stands within another and has a name of its own to a place of its own, so
 * that what many refer to is written once.
 */
function hoist(value: unknown, nodes: Map<string, Node>): unknown {
  if (Array.isArray(value)) return value.map((item) => hoist(item, nodes));
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, hoist(member, nodes)]),
  );
  const id = node['@id'];
  if (typeof id !== 'string' || Object.keys(node).length === 1) return node;
  nodes.set(id, node);
  return link(id);
}

/** The catalogue as JSON-LD. Its context is in the file: nothing is fetched to read it. */
export function dcatCatalog(
  dataset: Dataset,
  indicators: readonly IndicatorSeries[],
  files: readonly DataFile[],
  site: DataSite,
): object {
  const id = (fragment: string) => `${site.address('/data/catalog.ttl')}#${fragment}`;
  const { edition } = site;
  const keywords = LANGS.flatMap((lang) =>
    KEYWORDS[lang].map((word) => ({ '@value': word, '@language': lang })),
  );
  const ofAll: Node = {
    ...publisher(site),
    ...contactPoint(site),
    'dct:license': LICENCE_NODE,
    'dct:language': LANGUAGES,
    ...dates(dataset, site),
    'dct:accessRights': PUBLIC,
    'dct:accrualPeriodicity': IRREGULAR,
    'dct:spatial': INDONESIA,
    'dcat:theme': THEME,
    'dcat:version': edition.version,
    'adms:versionNotes': words(each((lang) => inLang(edition, 'summary', lang))),
    'dcat:keyword': keywords,
  };
  const distributionsOf = (table: TableName | null) =>
    files.filter((file) => file.table === table).map((file) => distribution(file, site));

  const whole: Node = {
    '@id': id('dataset'),
    '@type': 'dcat:Dataset',
    'dct:title': words(DATA_TITLE),
    'dct:description': words(each((lang) => dataDescription(dataset, lang))),
    'dct:identifier': id('dataset'),
    'dcat:landingPage': document(site.page('/data/', 'id')),
    'foaf:page': document(site.address(`/data/${DATA_PACKAGE}`)),
    'dct:conformsTo': standard('https://datapackage.org/standard/data-package/'),
    ...ofAll,
    ...period(dataset.tables.scores),
    'dct:hasPart': TABLE_NAMES.map((name) => link(id(`table-${name}`))),
    'dcat:distribution': distributionsOf(null),
  };
  const tables = TABLE_NAMES.map((name): Node => {
    const table: TableDefinition = TABLES[name];
    return {
      '@id': id(`table-${name}`),
      '@type': 'dcat:Dataset',
      'dct:title': words(each((lang) => `${SITE_NAME}: ${table.title[lang]}`)),
      'dct:description': words(table.description),
      'dct:identifier': id(`table-${name}`),
      'dcat:landingPage': document(`${site.page('/data/', 'id')}#tabel-${name}`),
      'dct:conformsTo': standard('https://datapackage.org/standard/table-schema/'),
      'dct:isPartOf': link(id('dataset')),
      ...ofAll,
      ...period(dataset.tables[name]),
      'dcat:distribution': distributionsOf(name),
    };
  });
  const measures = indicators.map((of): Node => {
    const url = site.address(`${API_ROOT}${API.indicator(of.indicator)}`);
    return {
      '@id': id(`indicator-${of.indicator}`),
      '@type': 'dcat:Dataset',
      'dct:title': words(each((lang) => indicatorDatasetName(of, lang))),
      'dct:description': words(each((lang) => indicatorDatasetDescription(of, lang))),
      'dct:identifier': id(`indicator-${of.indicator}`),
      'dcat:landingPage': document(site.page(indicatorPath(of.indicator), 'id')),
      'dct:isPartOf': link(id('dataset')),
      ...ofAll,
      ...period(dataset.tables.scores.filter((row) => row.indicator === of.indicator)),
      'dcat:distribution': {
        '@id': id(`file-${of.indicator}.json`),
        '@type': 'dcat:Distribution',
        'dct:title': words(each((lang) => `${indicatorDatasetName(of, lang)}, JSON`)),
        'dct:description': words({
          id: 'Berkas API: semua angka tercetak, deret, dan kategorinya.',
          en: 'File of the API: all printed figures, series and bands.',
        }),
        'dcatap:availability': STABLE,
        'dcat:accessURL': link(url),
        'dcat:downloadURL': link(url),
        'dcat:accessService': link(id('api')),
        'dcat:mediaType': mediaType('application/json'),
        'dct:format': term('file-type', 'JSON', 'dct:MediaTypeOrExtent'),
        'dct:license': LICENCE_NODE,
        'dct:language': LANGUAGES,
        'dct:modified': typed(firstDay(edition.date), 'date'),
      },
    };
  });
  const service: Node = {
    '@id': id('api'),
    '@type': 'dcat:DataService',
    'dct:title': words({ id: `API ${SITE_NAME}`, en: `${SITE_NAME} API` }),
    'dct:description': words({
      id: 'Berkas JSON tentang setiap wilayah, indikator, daerah percontohan, dan sumber.',
      en: 'JSON files on every area, indicator, pilot region and source.',
    }),
    'dcat:endpointURL': resource(site.address(`${API_ROOT}${API.index}`)),
    'dcat:endpointDescription': resource(site.address(`${API_ROOT}${API.openApi}`)),
    'dct:conformsTo': standard('https://spec.openapis.org/oas/v3.1.1'),
    'dct:format': term('file-type', 'JSON', 'dct:MediaTypeOrExtent'),
    'dct:accessRights': PUBLIC,
    'dcat:theme': THEME,
    'dcat:landingPage': document(site.page('/data/', 'id')),
    'dcat:servesDataset': [whole, ...measures].map((node) => link(String(node['@id']))),
    ...publisher(site),
    ...contactPoint(site),
    'dct:license': LICENCE_NODE,
    'dcat:keyword': keywords,
  };
  const datasets = [whole, ...tables, ...measures];
  const nodes = new Map<string, Node>();
  const catalog: Node = {
    '@id': id('catalog'),
    '@type': 'dcat:Catalog',
    'dct:title': words({ id: `Katalog data ${SITE_NAME}`, en: `${SITE_NAME} data catalogue` }),
    'dct:description': words({
      id: 'Semua data terbuka situs ini: tabel, indikator, dan API.',
      en: 'All open data of this site: tables, indicators and the API.',
    }),
    'foaf:homepage': document(site.page('/data/', 'id')),
    'dct:spatial': INDONESIA,
    'dcat:themeTaxonomy': THEMES,
    ...publisher(site),
    'dct:license': LICENCE_NODE,
    'dct:language': LANGUAGES,
    ...dates(dataset, site),
    'dcat:dataset': datasets,
    'dcat:service': service,
  };
  hoist(catalog, nodes);
  // What encloses others comes after them: turned round, the catalogue stands first.
  return { '@context': CONTEXT, '@graph': [...nodes.values()].reverse() };
}
