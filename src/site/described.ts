/** What the published data says of itself: the files of standards, with this site's addresses. */

import { API, API_ROOT } from '../api/files.ts';
import { TABLE_NAMES } from '../dataset/tables/index.ts';
import type { IndicatorSeries } from '../derive/series.ts';
import type { Lang } from '../i18n/lang.ts';
import { ATOM_TYPE, FEED_PATH } from '../publish/atom.ts';
import {
  CITATION_FILES,
  citationBibtex,
  citationCff,
  citationCsl,
} from '../publish/citation-files.ts';
import { DATA_PACKAGE, dataPackage } from '../publish/data-package.ts';
import type { DataSite } from '../publish/data-words.ts';
import { dataLd, indicatorLd } from '../publish/dataset-ld.ts';
import { DCAT_PREFIXES, dcatCatalog } from '../publish/dcat.ts';
import { turtleOf } from '../publish/turtle.ts';
import { config, edition, model } from './data.ts';
import { absolute, fileHref, href } from './paths.ts';
import { publishedFiles, tableFile } from './published.ts';

/** The site as the descriptions need to know it. */
export const dataSite: DataSite = {
  edition,
  operator: config.operator,
  contact: config.contact,
  repo: config.repo,
  address: (path) => absolute(fileHref(path)),
  page: (path, lang) => absolute(href(lang, path)),
};

/** The files that describe all the data, by the standard they follow. */
export const DESCRIPTIONS = [
  { path: `/data/${DATA_PACKAGE}`, standard: 'Data Package v2', mediaType: 'application/json' },
  { path: '/data/catalog.jsonld', standard: 'DCAT-AP 3', mediaType: 'application/ld+json' },
  { path: '/data/catalog.ttl', standard: 'DCAT-AP 3', mediaType: 'text/turtle' },
  {
    path: `${API_ROOT}${API.openApi}`,
    standard: 'OpenAPI 3.1',
    mediaType: 'application/json',
  },
  { path: FEED_PATH, standard: 'Atom', mediaType: ATOM_TYPE },
  { ...CITATION_FILES.cff, standard: 'Citation File Format 1.2' },
  { ...CITATION_FILES.bibtex, standard: 'BibTeX' },
  { ...CITATION_FILES.csl, standard: 'CSL-JSON' },
] as const;

/** Something as the text of a JSON file: two spaces, for those who read it themselves. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `datapackage.json`. */
export function dataPackageText(): string {
  const files = TABLE_NAMES.map((table) => ({ ...tableFile(table, 'csv'), table }));
  return jsonText(dataPackage(model.dataset, files, dataSite));
}

async function catalog(): Promise<object> {
  return dcatCatalog(model.dataset, model.indicators, await publishedFiles(), dataSite);
}

/** The DCAT catalogue as JSON-LD. */
export async function catalogJsonLd(): Promise<string> {
  return jsonText(await catalog());
}

/** The DCAT catalogue as Turtle. */
export async function catalogTurtle(): Promise<string> {
  return turtleOf(await catalog(), DCAT_PREFIXES);
}

const CITATIONS: Readonly<Record<keyof typeof CITATION_FILES, () => string>> = {
  cff: () => citationCff(model.dataset, dataSite),
  bibtex: () => citationBibtex(dataSite),
  csl: () => jsonText(citationCsl(model.dataset, dataSite)),
};

/** How to cite the data, in a form that programs read. */
export function citationFile(form: keyof typeof CITATION_FILES): string {
  return CITATIONS[form]();
}

/** How to cite the data, as the answer to a request for one of its forms. */
export function citationResponse(form: keyof typeof CITATION_FILES): Response {
  return new Response(citationFile(form), {
    headers: { 'Content-Type': `${CITATION_FILES[form].mediaType}; charset=utf-8` },
  });
}

/** The data as a schema.org/Dataset. */
export async function dataJsonLd(lang: Lang): Promise<object> {
  return dataLd(model.dataset, model.indicators, await publishedFiles(), dataSite, lang);
}

/** An indicator as a schema.org/Dataset. */
export function indicatorJsonLd(of: IndicatorSeries, lang: Lang): object {
  return indicatorLd(model.dataset, of, dataSite, lang);
}
