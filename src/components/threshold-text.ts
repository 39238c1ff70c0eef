import type { Criterion } from '../dataset/tables/index.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';

const SIGN: Readonly<Record<Criterion['rule'], string>> = {
  '>=': '≥ ',
  '>': '> ',
  all_of_last_two: '',
  manual: '',
};

/** A threshold as readers see it: "≥ 75", "≥ B", "WTP, dua tahun terakhir". */
export function thresholdText(criterion: Criterion, lang: Lang): string {
  if (criterion.threshold === null) return '';
  const limit = /^\d/.test(criterion.threshold)
    ? formatDecimal(criterion.threshold, lang)
    : criterion.threshold.toUpperCase();
  const suffix =
    criterion.rule === 'all_of_last_two'
      ? { id: ' pada dua tahun terakhir', en: ' in each of the last two years' }[lang]
      : '';
  return `${SIGN[criterion.rule]}${limit}${suffix}`;
}
