/** The data in words: what a downloaded file says of itself. */

import type { Lang, Text } from '../dataset/table-schema.ts';
import type { Row } from '../dataset/tables/index.ts';
import { formatDate } from '../i18n/format.ts';
import { inLang } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import { accessedText } from '../wording/citation.ts';
import { DATA_TITLE } from './data-words.ts';
import type { AboutLine } from './documentation.ts';

/** What the words need to know of the site. */
export interface AboutSite {
  readonly edition: Row<'editions'>;
  /** Who runs the site, in words. */
  readonly operator: string | null;
  /** Full address of the page about the data in a language. */
  dataPage(lang: Lang): string;
}

/** How to cite the data of an edition; the reader adds the day. */
export function dataCitation({ edition, operator, dataPage }: AboutSite, lang: Lang): string {
  const date = formatDate(edition.date, lang);
  const version: Text = {
    id: `edisi ${edition.version}`,
    en: `edition ${edition.version}`,
  };
  const work = `${DATA_TITLE[lang]}, ${version[lang]} (${date})`;
  return `${operator ?? SITE_NAME} (${edition.date.slice(0, 4)}). ${work}. ${dataPage(lang)}. ${accessedText(null, lang)}.`;
}

/** Title, edition, licence, citation, and how to read the values of a file. */
export function aboutLines(site: AboutSite): readonly AboutLine[] {
  const { edition } = site;
  const each = (text: (lang: Lang) => string): Text => ({ id: text('id'), en: text('en') });
  return [
    { key: 'title', text: DATA_TITLE },
    { key: 'edition', text: each(() => edition.version) },
    { key: 'date', text: each((lang) => formatDate(edition.date, lang)) },
    {
      key: 'sources_read_until',
      text: each((lang) => formatDate(edition.sources_read_until, lang)),
    },
    { key: 'summary', text: each((lang) => inLang(edition, 'summary', lang)) },
    { key: 'address', text: each((lang) => site.dataPage(lang)) },
    { key: 'licence', text: each(() => `${LICENCE.short}: ${LICENCE.url}`) },
    { key: 'citation', text: each((lang) => dataCitation(site, lang)) },
    {
      key: 'publisher',
      text: {
        id: 'Bukan situs KPK dan bukan situs pemerintah.',
        en: 'Not a site of KPK nor of any government.',
      },
    },
    {
      key: 'unknown',
      text: {
        id: 'Sel kosong (NULL) berarti belum ditemukan atau tidak berlaku, tidak pernah nol.',
        en: 'An empty cell (NULL) means not found yet or not applicable, never zero.',
      },
    },
    {
      key: 'codes',
      text: {
        id: 'Kode wilayah adalah teks: 11.10 bukan 11.1.',
        en: 'Area codes are text: 11.10 is not 11.1.',
      },
    },
    {
      key: 'numbers',
      text: {
        id: 'Angka dalam berkas ini punya paling banyak 15 digit dan tersimpan tanpa nol di belakang: 68.80 menjadi 68.8. Digit seperti tercetak ada pada kolom value_printed dan di berkas CSV dan JSON.',
        en: 'Numbers in this file have 15 digits at most and are stored without trailing zeros: 68.80 becomes 68.8. The digits as printed are in the columns value_printed and in the CSV and JSON files.',
      },
    },
    {
      key: 'coverage',
      text: {
        id: 'Angka dikumpulkan dari berita dan laman resmi; media memilih daerah yang diberitakannya. Ini bukan daftar lengkap dan bukan sampel acak.',
        en: 'The figures were collected from the press and official pages; the press chooses whom it reports. This is neither a complete list nor a random sample.',
      },
    },
  ];
}
