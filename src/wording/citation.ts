/** How a figure or a fact of the site is cited: one sentence, wherever it is offered. */
import type { Source } from '../dataset/tables/index.ts';
import { formatDate } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';

/** What a citation needs besides what it says. */
export interface Citing {
  /** Version of the data. */
  readonly edition: string;
  /** Day on which it was looked up, `2026-11-22`; `null` leaves a place for it. */
  readonly accessed: string | null;
  /** Full address of what is cited. */
  readonly address: string;
}

/** Today by the reader's own clock, `2026-11-22`. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What stands where the reader is to write the day of looking it up. */
export function datePlace(lang: Lang): string {
  return translator(lang)({ id: '[tanggal Anda]', en: '[your date]' });
}

/** "Diakses 22 November 2026". */
export function accessedText(accessed: string | null, lang: Lang): string {
  const day = accessed === null ? datePlace(lang) : formatDate(accessed, lang);
  return translator(lang)({ id: `Diakses ${day}`, en: `Accessed ${day}` });
}

/** A source as citations name it: "Jatim Times, 9 Desember 2025". */
export function citedSource(
  { publisher, published }: Pick<Source, 'publisher' | 'published'>,
  lang: Lang,
): string {
  return published ? `${publisher}, ${formatDate(published, lang)}` : publisher;
}

/** What is said of a figure: "SPI 2024 Kota Blitar 77,10". */
export function citedFigure(subject: string, figure: string, lang: Lang): string {
  return lang === 'id' ? `${subject} ${figure}` : `${subject}: ${figure}`;
}

/**
 * The sentence: what is said, by which source, in which edition, when and where it was looked up.
 * `source` is `null` where there is none to name.
 */
export function citationSentence(
  said: string,
  source: string | null,
  { edition, accessed, address }: Citing,
  lang: Lang,
): string {
  const t = translator(lang);
  const from = source === null ? '' : t({ id: ` (sumber: ${source})`, en: ` (source: ${source})` });
  const lead = t({
    id: `Menurut ${SITE_NAME} (edisi ${edition}), `,
    en: `According to ${SITE_NAME} (edition ${edition}), `,
  });
  return `${lead}${said}${from}. ${accessedText(accessed, lang)}, ${address}`;
}
