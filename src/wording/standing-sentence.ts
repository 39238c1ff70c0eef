import type { Rung } from '../dataset/tables/index.ts';
import type { Standing } from '../derive/ladder.ts';
import type { Lang, Text } from '../i18n/lang.ts';

const SENTENCE: Readonly<Record<Rung, (cohort: number) => Text>> = {
  proposed: (cohort) => ({
    id: `Diusulkan untuk percontohan ${cohort},`,
    en: `Proposed for the ${cohort} pilots,`,
  }),
  observed: (cohort) => ({
    id: `Diobservasi KPK untuk percontohan ${cohort},`,
    en: `Observed by KPK for the ${cohort} pilots,`,
  }),
  candidate: (cohort) => ({
    id: `Calon percontohan ${cohort} sejak`,
    en: `Candidate for the ${cohort} pilots since`,
  }),
  designated: () => ({
    id: 'Percontohan antikorupsi, ditetapkan',
    en: 'Anti-corruption pilot, designated',
  }),
  not_selected: (cohort) => ({
    id: `Tidak terpilih untuk percontohan ${cohort},`,
    en: `Not selected for the ${cohort} pilots,`,
  }),
  passed_on: (cohort) => ({
    id: `Status percontohan ${cohort} dialihkan ke daerah lain,`,
    en: `Status in the ${cohort} pilots passed to another region,`,
  }),
};

/** A standing in words that a date completes: "Calon percontohan 2025 sejak …". */
export function standingSentence(standing: Standing, lang: Lang): string {
  return SENTENCE[standing.rung](standing.cohort)[lang];
}
