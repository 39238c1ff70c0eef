import { API, API_ROOT } from '../api/files.ts';
import type { Area } from '../dataset/tables/index.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { regionFactsPath } from '../site/page-paths.ts';

/** A file with what a page tells, for machines. */
export interface Alternate {
  /** Path without base and language. */
  readonly path: string;
  /** Media type. */
  readonly type: string;
  readonly title: string;
}

/** The files with an area's facts. */
export function areaAlternates(area: Area, lang: Lang): readonly Alternate[] {
  const t = translator(lang);
  return [
    {
      path: regionFactsPath(area),
      type: 'text/csv',
      title: t({ id: `Fakta ${area.name} (CSV)`, en: `Facts of ${area.name} (CSV)` }),
    },
    {
      path: `${API_ROOT}${API.region(area.code)}`,
      type: 'application/json',
      title: t({ id: `Fakta ${area.name} (JSON)`, en: `Facts of ${area.name} (JSON)` }),
    },
  ];
}
