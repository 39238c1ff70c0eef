/** How a region's figure lies to a threshold, in words. */
import type { Criterion } from '../dataset/tables/index.ts';
import type { Distance } from '../derive/readiness-report.ts';
import { formatDecimal, formatList } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';

function amount(
  { by, isAbout }: Extract<Distance, { readonly kind: 'below' | 'above' }>,
  lang: Lang,
): string {
  const about = isAbout ? translator(lang)({ id: 'sekitar ', en: 'about ' }) : '';
  return about + formatDecimal(by, lang);
}

/** What lies between the figure and the threshold, exactly; a phrase without a full stop. */
export function distanceText(
  distance: Distance,
  criterion: Pick<Criterion, 'threshold'>,
  lang: Lang,
): string {
  const t = translator(lang);
  switch (distance.kind) {
    case 'not_judged':
      return t({ id: 'tidak dinilai oleh situs ini', en: 'not judged by this site' });
    case 'no_figure':
      return t({
        id: 'itu tidak berarti gagal',
        en: 'that does not mean failed',
      });
    case 'too_old':
      return t({
        id: `dibutuhkan angka tahun ${distance.from} atau lebih baru`,
        en: `a figure of ${distance.from} or later is needed`,
      });
    case 'undecided':
      return t({
        id: 'yang tercetak belum cukup untuk dibandingkan dengan ambang',
        en: 'what is in print is not enough to compare with the threshold',
      });
    case 'year_missing':
      return t({
        id: `opini tahun ${distance.year} belum ditemukan`,
        en: `the opinion of ${distance.year} has not been found yet`,
      });
    case 'opinions': {
      const years = formatList(
        distance.figures.map(({ year }) => String(year)),
        lang,
      );
      const wanted = criterion.threshold?.toUpperCase() ?? '';
      return t({
        id: `opini tahun ${years} bukan ${wanted}`,
        en: `the opinion of ${years} is not ${wanted}`,
      });
    }
    case 'below': {
      if (Number(distance.by) === 0) {
        return t({
          id: 'tepat di ambang, padahal harus lebih dari itu',
          en: 'exactly at the threshold, where more is asked for',
        });
      }
      const by = amount(distance, lang);
      return t({ id: `kurang ${by} dari ambang`, en: `${by} short of the threshold` });
    }
    case 'above': {
      const by = amount(distance, lang);
      return t({ id: `${by} di atas ambang`, en: `${by} above the threshold` });
    }
    case 'steps_below':
      return t({
        id: `${distance.by} tingkat di bawah ambang`,
        en: `${distance.by} ${distance.by === 1 ? 'step' : 'steps'} below the threshold`,
      });
    case 'steps_above':
      return t({
        id: `${distance.by} tingkat di atas ambang`,
        en: `${distance.by} ${distance.by === 1 ? 'step' : 'steps'} above the threshold`,
      });
    case 'band_below':
      return t({
        id: `seluruh rentang kategori ${inLang(distance.band, 'label', 'id')} di bawah ambang`,
        en: `all of the category ${inLang(distance.band, 'label', 'en')} lies below the threshold`,
      });
    case 'reached':
      return t({ id: 'sesuai yang diminta', en: 'as asked for' });
  }
}
