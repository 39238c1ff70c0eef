import { inLanguage, type Lang } from './site.ts';

/** A page of every template, and of every state in which a template looks different. */
const TEMPLATES: Readonly<Record<string, string>> = {
  home: '/',
  regions: '/daerah/',
  'a pilot': '/daerah/kota-blitar/',
  'a pilot that sources dispute': '/daerah/kabupaten-minahasa-tenggara/',
  'a region without a figure': '/daerah/kabupaten-nduga/',
  'an area without a government': '/daerah/kota-administrasi-jakarta-pusat/',
  provinces: '/provinsi/',
  'a province': '/provinsi/kalimantan-barat/',
  'a province of administrative areas': '/provinsi/dki-jakarta/',
  indicators: '/indikator/',
  'a score': '/indikator/mcp/',
  'an opinion': '/indikator/bpk/',
  programme: '/program/',
  'a cohort': '/program/2025/',
  sources: '/sumber/',
  'a source': '/sumber/blitarraya-2025-02-03/',
  differences: '/perbedaan/',
  data: '/data/',
  methodology: '/metodologi/',
  terms: '/istilah/',
  'not found': '/404.html',
};

export interface Template {
  readonly name: string;
  readonly lang: Lang;
  /** With a slash at the beginning, without base. */
  readonly path: string;
}

/** Every template in every language. */
export const templates: readonly Template[] = Object.entries(TEMPLATES).flatMap(([name, path]) =>
  (['id', 'en'] as const).map((lang) => ({ name, lang, path: inLanguage(path, lang) })),
);
