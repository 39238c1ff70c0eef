import type { Decimal, Lang, PartialDate } from '../dataset/table-schema.ts';

const LOCALE: Readonly<Record<Lang, string>> = { id: 'id-ID', en: 'en-GB' };
const SEPARATORS: Readonly<Record<Lang, { group: string; point: string }>> = {
  id: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
};

/** One formatter per language, made when first asked for: making one costs far more than using it. */
function perLanguage<T>(make: (locale: string) => T): Readonly<Record<Lang, () => T>> {
  const lazily = (lang: Lang) => {
    let made: T | undefined;
    return () => {
      made ??= make(LOCALE[lang]);
      return made;
    };
  };
  return { id: lazily('id'), en: lazily('en') };
}

const MONTH_PARTS = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const;
const MONTH = perLanguage((locale) => new Intl.DateTimeFormat(locale, MONTH_PARTS));
const DAY = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { ...MONTH_PARTS, day: 'numeric' }),
);
const LIST = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/**
 * Prints a decimal in the reader's notation, digit for digit: `66.00` is "66,00" in Indonesian
 * and "66.00" in English. Never rounds, never pads.
 */
export function formatDecimal(value: Decimal | string, lang: Lang): string {
  const { group, point } = SEPARATORS[lang];
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** Prints a whole number with separators: 161.204 or 161,204. */
export function formatInteger(value: number, lang: Lang): string {
  return formatDecimal(String(value), lang);
}

/** A share as a whole percentage, for counts of our own (never for a printed figure). */
export function formatShare(part: number, total: number): string {
  const percent = total === 0 ? 0 : (100 * part) / total;
  const rounded = percent > 0 && percent < 1 ? '<1' : String(Math.floor(percent));
  return `${rounded}%`;
}

/**
 * A date to the precision known: "9 Desember 2025", "Desember 2025" or "2025".
 * Text that is no date is returned as it is.
 */
export function formatDate(date: PartialDate, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month) return date;
  const utc = new Date(Date.UTC(year, month - 1, day ?? 1));
  return (day ? DAY : MONTH)[lang]().format(utc);
}

/** A list in words: "MCP, SPI, dan SAKIP" or "MCP, SPI and SAKIP". */
export function formatList(items: readonly string[], lang: Lang): string {
  return LIST[lang]().format(items);
}

/** The same words with a capital at the beginning, for headings. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sorts by name as readers of Indonesian expect. */
export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'id');
}
