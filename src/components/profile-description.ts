import type { Area } from '../dataset/tables/index.ts';
import type { Model } from '../derive/site-model.ts';
import { formatList } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { rungLabel } from '../i18n/terms.ts';
import { figureText } from './figure-text.ts';

/** How many figures a search result can take in without being cut. */
const FIGURES = 3;

/** One sentence on a region for search results and shared links. */
export function profileDescription(area: Area, model: Model, lang: Lang): string {
  const figures = model.indicators
    .flatMap(({ indicator }) => {
      const figure = model.figures.latest(area.code, indicator);
      if (!figure?.speaking) return [];
      const series = model.figures.bands.series(indicator, figure.series);
      const name = lang === 'id' ? series.short_id : series.short_en;
      const { text } = figureText(figure.speaking, model.figures.bands, lang);
      return [`${name} ${text} (${figure.year})`];
    })
    .slice(0, FIGURES);
  const standing = model.headline(area.code);
  const rung = standing && `${rungLabel(standing.rung, lang)} ${standing.cohort}`;
  const what = [...(rung ? [rung] : []), ...figures];
  if (what.length === 0) {
    return lang === 'id'
      ? `${area.name} dan program percontohan antikorupsi KPK: apa yang sudah dan belum ditemukan, dan ke mana warga mengadu.`
      : `${area.name} and KPK's anti-corruption pilots: what has been found, what has not, and where citizens can complain.`;
  }
  return lang === 'id'
    ? `${area.name}: ${formatList(what, lang)}. Setiap angka bersama sumbernya, dan ke mana warga mengadu.`
    : `${area.name}: ${formatList(what, lang)}. Every figure with its source, and where citizens can complain.`;
}
