import { categoryLabel } from '../dataset/table-schema.ts';
import { areas as areasTable } from '../dataset/tables/areas.ts';
import type { Area, Level } from '../dataset/tables/index.ts';
import { formatInteger, formatList } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';

const ENGLISH_PLURAL: Readonly<Record<Level, string>> = {
  province: 'provinces',
  regency: 'regencies',
  city: 'cities',
};

/** The word for a level, in the plural where English has one: "kabupaten", "regencies". */
export function levelWord(level: Level, lang: Lang, count = 1): string {
  return lang === 'en' && count !== 1
    ? ENGLISH_PLURAL[level]
    : categoryLabel(areasTable, 'level', level, lang);
}

const LEVELS: readonly Level[] = ['province', 'regency', 'city'];

/** How many areas of each level a list holds: "29 kabupaten dan 9 kota". */
export function levelCounts(areas: readonly Area[], lang: Lang): string {
  const counts = LEVELS.flatMap((level) => {
    const count = areas.filter((area) => area.level === level).length;
    return count > 0 ? [`${formatInteger(count, lang)} ${levelWord(level, lang, count)}`] : [];
  });
  return formatList(counts, lang);
}
