/** Writes how to cite the data in the forms that reference managers and repositories read. */

import type { Dataset } from '../dataset/dataset.ts';
import { LICENCE } from '../licence.ts';
import {
  DATA_TITLE,
  type DataSite,
  dataDescription,
  firstDay,
  KEYWORDS,
  publisherOf,
} from './data-words.ts';

/** Paths of the files, without base, with their media types. */
export const CITATION_FILES = {
  cff: { path: '/data/CITATION.cff', mediaType: 'application/yaml' },
  bibtex: { path: '/data/citation.bib', mediaType: 'application/x-bibtex' },
  csl: { path: '/data/citation.csl.json', mediaType: 'application/vnd.citationstyles.csl+json' },
} as const;

/** `CITATION.cff`, Citation File Format 1.2.0. Its texts are in quotes as JSON, which is YAML. */
export function citationCff(dataset: Dataset, site: DataSite): string {
  const { contact, edition, repo } = site;
  const text = JSON.stringify;
  const page = site.page('/data/', 'id');
  const person = (name: string) => [
    `  - name: ${text(name)}`,
    `    website: ${text(site.page('/', 'id'))}`,
    ...(contact?.startsWith('mailto:')
      ? [`    email: ${text(contact.slice('mailto:'.length))}`]
      : []),
  ];
  return [
    'cff-version: 1.2.0',
    `message: ${text('If you use these data, please cite them, and name the source of each figure.')}`,
    'type: dataset',
    `title: ${text(DATA_TITLE.id)}`,
    `abstract: ${text(dataDescription(dataset, 'en'))}`,
    'authors:',
    ...person(publisherOf(site)),
    `version: ${text(edition.version)}`,
    `date-released: ${text(firstDay(edition.date))}`,
    `license: ${LICENCE.spdx}`,
    `license-url: ${text(LICENCE.url)}`,
    `url: ${text(page)}`,
    ...(repo ? [`repository-code: ${text(repo)}`] : []),
    'keywords:',
    ...[...new Set([...KEYWORDS.en, ...KEYWORDS.id])].map((word) => `  - ${text(word)}`),
    '',
  ].join('\n');
}

/** Characters with a meaning in TeX, as TeX writes them. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries([...'{}%&$#_'].map((sign) => [sign, `\\${sign}`])),
};

function tex(text: string): string {
  return text.replace(/[\\~^{}%&$#_]/g, (sign) => TEX[sign] ?? sign);
}

/** `citation.bib`: one entry, as BibTeX and BibLaTeX read it. */
export function citationBibtex(site: DataSite): string {
  const { edition } = site;
  const [year, month] = edition.date.split('-');
  const fields = {
    // A second pair of braces keeps the name of a body whole.
    author: `{${tex(publisherOf(site))}}`,
    title: `{${tex(DATA_TITLE.id)}}`,
    year: year ?? '',
    ...(month && { month: String(Number(month)) }),
    version: tex(edition.version),
    url: site.page('/data/', 'id'),
    note: tex(`Edisi ${edition.version}, ${LICENCE.spdx}`),
  };
  return [
    `@misc{cermin-daerah-${edition.version},`,
    ...Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`),
    '}',
    '',
  ].join('\n');
}

/** `citation.csl.json`: one item of CSL-JSON. */
export function citationCsl(dataset: Dataset, site: DataSite): object[] {
  const { edition } = site;
  return [
    {
      id: `cermin-daerah-${edition.version}`,
      type: 'dataset',
      title: DATA_TITLE.id,
      author: [{ literal: publisherOf(site) }],
      publisher: publisherOf(site),
      issued: { 'date-parts': [edition.date.split('-').map(Number)] },
      version: edition.version,
      URL: site.page('/data/', 'id'),
      language: 'id',
      abstract: dataDescription(dataset, 'id'),
    },
  ];
}
