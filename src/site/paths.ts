import type { Lang } from '../i18n/lang.ts';

export * from './page-paths.ts';

/** The base path of the site, with a slash at both ends. */
const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Address of a page of the site in a language: `href('en', '/daerah/')` → `/base/en/daerah/`. */
export function href(lang: Lang, path: string): string {
  return `${BASE}${lang === 'en' ? 'en/' : ''}${path.replace(/^\//, '')}`;
}

/** Address of a file that exists once for both languages. */
export function fileHref(path: string): string {
  return `${BASE}${path.replace(/^\//, '')}`;
}

/** The full address of a path that already carries base and language. */
export function absolute(path: string): string {
  return new URL(path, import.meta.env.SITE).href;
}
