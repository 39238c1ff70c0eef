/** Describes the data as a schema.org/Dataset, by which dataset search engines find it. */

import { API, API_ROOT } from '../api/files.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { TABLES, type TableName } from '../dataset/tables/index.ts';
import type { IndicatorSeries } from '../derive/series.ts';
import { inLang, type Lang, type Text } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import { indicatorPath } from '../site/page-paths.ts';
import {
  DATA_TITLE,
  type DataSite,
  dataDescription,
  firstDay,
  KEYWORDS,
  publisherOf,
  yearsOf,
} from './data-words.ts';

/** The most that search engines read of a description. */
const LONGEST = 5000;

/** A file by what dataset search engines want to know of it. */
export interface Download {
  readonly path: string;
  readonly mediaType: string;
  readonly table: TableName | null;
  readonly bytes: number;
}

/** What an indicator's figures are called as a dataset. */
export function indicatorDatasetName({ current }: IndicatorSeries, lang: Lang): string {
  const name: Text = {
    id: `${current.name_id} menurut daerah`,
    en: `${current.name_en} by region of Indonesia`,
  };
  return name[lang];
}

/** What an indicator measures and how, as far as search engines read. */
export function indicatorDatasetDescription({ current }: IndicatorSeries, lang: Lang): string {
  const text = `${inLang(current, 'what_it_measures', lang)} ${inLang(current, 'method_note', lang)}`;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

function measured(indicators: readonly IndicatorSeries[], lang: Lang): object[] {
  return indicators.flatMap(({ series }) =>
    series.map((row) => ({
      '@type': 'PropertyValue',
      propertyID: row.series,
      name: inLang(row, 'name', lang),
      description: inLang(row, 'what_it_measures', lang),
      ...(row.scale_min !== null && { minValue: row.scale_min }),
      ...(row.scale_max !== null && { maxValue: row.scale_max }),
    })),
  );
}

/** What is said of every dataset of the site. */
function common(site: DataSite, lang: Lang): object {
  const { contact, edition } = site;
  const publisher = {
    '@type': 'Organization',
    name: publisherOf(site),
    url: site.page('/', lang),
    ...(contact && {
      contactPoint: {
        '@type': 'ContactPoint',
        contactType: lang === 'id' ? 'redaksi data' : 'data editors',
        [contact.startsWith('mailto:') ? 'email' : 'url']: contact.replace(/^mailto:/, ''),
      },
    }),
  };
  return {
    inLanguage: ['id', 'en'],
    license: LICENCE.url,
    isAccessibleForFree: true,
    creator: publisher,
    publisher,
    version: edition.version,
    dateModified: firstDay(edition.date),
    keywords: KEYWORDS[lang],
    spatialCoverage: { '@type': 'Country', name: 'Indonesia', identifier: 'ID' },
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: SITE_NAME,
      url: site.page('/data/', lang),
    },
  };
}

function coverage(rows: readonly object[]): object {
  const years = yearsOf(rows);
  return years ? { temporalCoverage: years.join('/') } : {};
}

/** All the data as a dataset, with every file of it. */
export function dataLd(
  dataset: Dataset,
  indicators: readonly IndicatorSeries[],
  files: readonly Download[],
  site: DataSite,
  lang: Lang,
): object {
  const url = site.page('/data/', lang);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${url}#dataset`,
    name: DATA_TITLE[lang],
    description: dataDescription(dataset, lang),
    url,
    identifier: `${site.address('/data/catalog.ttl')}#dataset`,
    ...common(site, lang),
    ...coverage(dataset.tables.scores),
    variableMeasured: measured(indicators, lang),
    hasPart: indicators.map((of) => ({
      '@type': 'Dataset',
      '@id': `${site.page(indicatorPath(of.indicator), lang)}#dataset`,
      name: indicatorDatasetName(of, lang),
      description: indicatorDatasetDescription(of, lang),
      url: site.page(indicatorPath(of.indicator), lang),
      license: LICENCE.url,
      creator: { '@type': 'Organization', name: publisherOf(site), url: site.page('/', lang) },
    })),
    distribution: files.map(({ path, mediaType, table, bytes }) => ({
      '@type': 'DataDownload',
      name: `${(table ? TABLES[table].title : DATA_TITLE)[lang]} (${path.replace('/data/', '')})`,
      encodingFormat: mediaType.replace(/;.*$/, ''),
      contentUrl: site.address(path),
      contentSize: `${bytes} B`,
    })),
  };
}

/** The figures of one indicator as a dataset. */
export function indicatorLd(
  dataset: Dataset,
  of: IndicatorSeries,
  site: DataSite,
  lang: Lang,
): object {
  const path = indicatorPath(of.indicator);
  const url = site.page(path, lang);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${url}#dataset`,
    name: indicatorDatasetName(of, lang),
    description: indicatorDatasetDescription(of, lang),
    url,
    identifier: `${site.address('/data/catalog.ttl')}#indicator-${of.indicator}`,
    ...common(site, lang),
    ...coverage(dataset.tables.scores.filter((row) => row.indicator === of.indicator)),
    variableMeasured: measured([of], lang),
    isPartOf: { '@id': `${site.page('/data/', lang)}#dataset` },
    distribution: [
      {
        '@type': 'DataDownload',
        name: `${indicatorDatasetName(of, lang)} (JSON)`,
        encodingFormat: 'application/json',
        contentUrl: site.address(`${API_ROOT}${API.indicator(of.indicator)}`),
      },
      {
        '@type': 'DataDownload',
        name: `${TABLES.scores.title[lang]} (CSV)`,
        encodingFormat: 'text/csv',
        contentUrl: site.address('/data/scores.csv'),
      },
    ],
  };
}
