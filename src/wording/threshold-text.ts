import type { Criterion } from '../dataset/tables/index.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';

const SIGN: Readonly<Record<Criterion['rule'], string>> = {
  '>=': '≥ ',
  '>': '> ',
  all_of_last_two: '',
  manual: '',
};

/** A threshold in parts: the sign before it, the limit itself, the words after it. */
export function thresholdParts(criterion: Criterion, lang: Lang) {
  const { threshold, rule } = criterion;
  const limit =
    threshold === null
      ? ''
      : /^\d/.test(threshold)
        ? formatDecimal(threshold, lang)
        : threshold.toUpperCase();
  const suffix =
    rule === 'all_of_last_two'
      ? { id: ' pada dua tahun terakhir', en: ' in each of the last two years' }[lang]
      : '';
  return { sign: SIGN[rule], limit, suffix };
}

/** A threshold as readers see it: "≥ 75", "≥ B", "WTP pada dua tahun terakhir". */
export function thresholdText(criterion: Criterion, lang: Lang): string {
  if (criterion.threshold === null) return '';
  const { sign, limit, suffix } = thresholdParts(criterion, lang);
  return `${sign}${limit}${suffix}`;
}
