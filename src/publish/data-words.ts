/** The words in which the data as a whole is described, wherever a standard asks for them. */
import type { Dataset } from '../dataset/dataset.ts';
import type { PartialDate } from '../dataset/table-schema.ts';
import { INDICATORS } from '../dataset/tables/common.ts';
import type { Row } from '../dataset/tables/index.ts';
import { formatInteger } from '../i18n/format.ts';
import type { Lang, Text } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';

/** What describing the data needs to know of the site it stands on. */
export interface DataSite {
  readonly edition: Row<'editions'>;
  /** Who runs the site, in words. */
  readonly operator: string | null;
  /** How to reach them: a `mailto:` or `https:` address. */
  readonly contact: string | null;
  /** Address of the public repository. */
  readonly repo: string | null;
  /** Full address of a file, by its path without base: `/data/scores.csv`. */
  address(path: string): string;
  /** Full address of a page in a language, by its path without language and base. */
  page(path: string, lang: Lang): string;
}

/** What the data is called. */
export const DATA_TITLE: Text = { id: `Data ${SITE_NAME}`, en: `${SITE_NAME} data` };

/** Words under which the data should be found. */
export const KEYWORDS: Readonly<Record<Lang, readonly string[]>> = {
  id: [
    'Indonesia',
    'pencegahan korupsi',
    'pemerintah daerah',
    'kabupaten dan kota',
    'percontohan antikorupsi',
    ...INDICATORS.map(({ label }) => label.id),
  ],
  en: [
    'Indonesia',
    'corruption prevention',
    'local government',
    'regencies and cities',
    'anti-corruption pilots',
    ...INDICATORS.map(({ label }) => label.en),
  ],
};

/** Who publishes the data: whoever runs the site, or the site where that is not told. */
export function publisherOf({ operator }: DataSite): string {
  return operator ?? SITE_NAME;
}

/** The first and the last year that rows with a year tell of. */
export function yearsOf(rows: readonly object[]): readonly [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const year = 'year' in row ? row.year : null;
    if (typeof year !== 'number') continue;
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return first <= last ? [first, last] : null;
}

/** What the data is, in two or three sentences. */
export function dataDescription({ tables }: Pick<Dataset, 'tables'>, lang: Lang): string {
  const scores = formatInteger(tables.scores.length, lang);
  const sources = formatInteger(tables.sources.length, lang);
  const words: Text = {
    id: `${scores} angka tercetak (MCP, SPI, SAKIP, Ombudsman, SPIP, SPBE, dan opini BPK) tentang provinsi, kabupaten, dan kota di Indonesia dari ${sources} sumber, beserta program percontohan kabupaten/kota antikorupsi KPK. Setiap baris menyebut sumbernya. Bukan daftar lengkap dan bukan data resmi pemerintah: angkanya dikumpulkan dari berita dan laman resmi.`,
    en: `${scores} printed figures (MCP, SPI, SAKIP, Ombudsman, SPIP, SPBE and BPK opinions) on the provinces, regencies and cities of Indonesia from ${sources} sources, with KPK's programme of anti-corruption pilot regions. Every row names its source. Neither a complete list nor official government data: the figures were collected from the press and official pages.`,
  };
  return words[lang];
}

/** The first day that a date known to some precision can mean: `2024-08` → `2024-08-01`. */
export function firstDay(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/** That day as a point in time, as feeds and packages want it. */
export function firstMoment(date: PartialDate): string {
  return `${firstDay(date)}T00:00:00Z`;
}

/** A text of the schema without its marks for code. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
