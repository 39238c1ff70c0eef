import type { Lang, Text } from '../dataset/table-schema.ts';

export type { Lang, Text };

/** The languages of the site; the first is at the root. */
export const LANGS: readonly Lang[] = ['id', 'en'];

/** The other language. */
export function otherLang(lang: Lang): Lang {
  return lang === 'id' ? 'en' : 'id';
}

/** Reads the language out of Astro's `[...lang]` route parameter. */
export function langOf(param: string | undefined): Lang {
  return param === 'en' ? 'en' : 'id';
}

/** The route parameter of a language: none for Indonesian, which lives at the root. */
export function langParam(lang: Lang): string | undefined {
  return lang === 'id' ? undefined : lang;
}

/** Chooses the reader's language out of a text: `const t = translator(lang); t({ id, en })`. */
export function translator(lang: Lang): (text: Text) => string {
  return (text) => text[lang];
}

/**
 * The value of a field that a row holds once per language: `inLang(row, 'name', 'en')` reads
 * `row.name_en`.
 */
export function inLang<
  K extends string,
  L extends Lang,
  R extends { readonly [P in `${K}_${L}`]: unknown },
>(row: R, key: K, lang: L): R[`${K}_${L}`] {
  return row[`${key}_${lang}`];
}
