import type { Area, IndicatorId } from '../dataset/tables/index.ts';
import type { Lang } from '../i18n/lang.ts';

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

/** Path of an area's page, without language and base. */
export function areaPath(area: Area): string {
  return area.level === 'province' ? `/provinsi/${area.slug}/` : `/daerah/${area.slug}/`;
}

export function indicatorPath(id: IndicatorId): string {
  return `/indikator/${id}/`;
}

/** Path of a source's page, or of one fact on it: its permanent address. */
export function sourcePath(id: string, anchor?: string): string {
  return `/sumber/${id}/${anchor ? `#${anchor}` : ''}`;
}

export function cohortPath(year: number): string {
  return `/program/${year}/`;
}
