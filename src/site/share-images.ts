/** The pictures that go with shared links. They are Indonesian; their words are in either language. */
import type { Area } from '../dataset/tables/index.ts';
import type { IndicatorSeries } from '../derive/series.ts';
import { areaShareData, indicatorShareData } from '../derive/share-image-data.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { type ShareData, shareWords } from '../share-image/share-data.ts';
import { model } from './data.ts';
import { areaImagePath, indicatorImagePath } from './page-paths.ts';

export interface ShareImage {
  /** Path of the file, without base. */
  readonly path: string;
  /** What it shows, for readers who do not see it. */
  readonly alt: string;
}

function altOf(data: ShareData, lang: Lang): string {
  const words = shareWords(data);
  return lang === 'en' ? `In Indonesian: ${words}` : words;
}

/** The picture of a region's or a province's page. */
export function areaImage(area: Area, lang: Lang): ShareImage {
  return { path: areaImagePath(area), alt: altOf(areaShareData(model, area, lang), lang) };
}

/** The picture of a measure's page. */
export function indicatorImage(of: IndicatorSeries, lang: Lang): ShareImage {
  return {
    path: indicatorImagePath(of.indicator),
    alt: altOf(indicatorShareData(model, of, lang), lang),
  };
}

/** The picture of all other pages. */
export function siteImage(lang: Lang): ShareImage {
  return {
    path: '/bagikan.png',
    alt: translator(lang)({
      id: `${SITE_NAME}: Seberapa bersih pemerintah daerahmu? Setiap angka bersama sumbernya.`,
      en: `In Indonesian: ${SITE_NAME}: How clean is your local government? Every figure with its source.`,
    }),
  };
}
