import { categoryLabel } from '../dataset/table-schema.ts';
import type { Rung, Score } from '../dataset/tables/index.ts';
import { scores } from '../dataset/tables/measures.ts';
import { designations } from '../dataset/tables/programme.ts';
import type { MissingReason } from '../derive/missing.ts';
import type { Verdict } from '../derive/readiness.ts';
import type { Lang, Text } from './lang.ts';

/** The name of the site, the same in both languages. */
export const SITE_NAME = 'Cermin Daerah';

/** Why a figure is missing, as readers are told. */
export const MISSING: Readonly<Record<MissingReason, Text>> = {
  not_found: { id: 'belum ditemukan', en: 'not found yet' },
  not_applicable: { id: 'tidak berlaku', en: 'not applicable' },
  not_yet_formed: { id: 'belum dibentuk', en: 'not yet formed' },
};

/** What is said of a criterion. */
export const VERDICT: Readonly<Record<Verdict, Text>> = {
  met: { id: 'terpenuhi', en: 'met' },
  not_met: { id: 'belum terpenuhi', en: 'not met' },
  unknown: { id: 'belum ditemukan', en: 'not found yet' },
  too_old: { id: 'angka terlalu lama', en: 'figure too old' },
  to_check: { id: 'periksa sendiri', en: 'to be checked' },
};

/** The word for a rung of the ladder. */
export function rungLabel(rung: Rung, lang: Lang): string {
  return categoryLabel(designations, 'rung', rung, lang);
}

/** The words for the flags of a printed figure. */
export function flagLabels(score: Score, lang: Lang): readonly string[] {
  return score.flags.map((flag) => categoryLabel(scores, 'flags', flag, lang));
}

/** The word for the status of a printed figure. */
export function statusLabel(status: Score['status'], lang: Lang): string {
  return categoryLabel(scores, 'status', status, lang);
}
