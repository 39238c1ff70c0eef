import { inLanguage, type Lang } from './site.ts';

/** A page of every template, and of every state in which a template looks different. */
const TEMPLATES: Readonly<Record<string, string>> = {
  home: '/',
  regions: '/daerah/',
  'a pilot': '/daerah/kota-blitar/',
  'a pilot that sources dispute': '/daerah/kabupaten-minahasa-tenggara/',
  'a region without a figure': '/daerah/kabupaten-nduga/',
  'an area without a government': '/daerah/kota-administrasi-jakarta-pusat/',
  'a readiness report': '/daerah/kota-blitar/kesiapan/',
  'a list of gaps': '/daerah/kabupaten-nduga/kesiapan/',
  'readiness that does not apply': '/daerah/kota-administrasi-jakarta-pusat/kesiapan/',
  provinces: '/provinsi/',
  'a province': '/provinsi/kalimantan-barat/',
  'a province of administrative areas': '/provinsi/dki-jakarta/',
  indicators: '/indikator/',
  'a score': '/indikator/mcp/',
  'an opinion': '/indikator/bpk/',
  compare: '/banding/',
  programme: '/program/',
  'a cohort': '/program/2025/',
  sources: '/sumber/',
  'a source': '/sumber/blitarraya-2025-02-03/',
  differences: '/perbedaan/',
  data: '/data/',
  'the history of editions': '/data/perubahan/',
  corrections: '/koreksi/',
  'where to complain': '/saluran/',
  'integrity zones': '/zona-integritas/',
  about: '/tentang/',
  search: '/cari/',
  'checking a figure': '/cek/',
  methodology: '/metodologi/',
  terms: '/istilah/',
  'a framed mirror': '/embed/daerah/kota-blitar/cermin/',
  'a framed trend': '/embed/daerah/kota-blitar/tren/',
  'a framed place among others': '/embed/daerah/kota-blitar/sebaran/',
  'a framed distribution': '/embed/indikator/mcp/sebaran/',
  'framed grades': '/embed/indikator/bpk/sebaran/',
  'a framed map': '/embed/indikator/mcp/peta/',
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
