import type { Area } from '../dataset/tables/index.ts';
import type { Model } from '../derive/site-model.ts';
import { formatList } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { rungLabel } from '../i18n/terms.ts';
import { figureText } from '../wording/figure-text.ts';

/** More figures than this tire a reader. */
const FIGURES = 3;
/** Search engines cut off what is longer. */
const LENGTH = 160;

/** One sentence on a region for search results and shared links. */
export function profileDescription(area: Area, model: Model, lang: Lang): string {
  const figures = model.indicators.flatMap(({ indicator }) => {
    const figure = model.figures.latest(area.code, indicator);
    if (!figure?.speaking) return [];
    const series = model.figures.bands.series(indicator, figure.series);
    const name = lang === 'id' ? series.short_id : series.short_en;
    const { text } = figureText(figure.speaking, model.figures.bands, lang);
    return [`${name} ${text} (${figure.year})`];
  });
  const standing = model.headline(area.code);
  const rung = standing && `${rungLabel(standing.rung, lang)} ${standing.cohort}`;
  const told = rung ? [rung] : [];
  if (told.length + figures.length === 0) {
    return lang === 'id'
      ? `${area.name} dan program percontohan antikorupsi KPK: apa yang sudah dan belum ditemukan, dan ke mana warga mengadu.`
      : `${area.name} and KPK's anti-corruption pilots: what has been found, what has not, and where citizens can complain.`;
  }
  const sentence = (count: number) => {
    const what = formatList([...told, ...figures.slice(0, count)], lang);
    return lang === 'id'
      ? `${area.name}: ${what}. Setiap angka bersama sumbernya, dan ke mana warga mengadu.`
      : `${area.name}: ${what}. Every figure with its source, and where citizens can complain.`;
  };
  const fewest = rung ? 0 : 1;
  let count = Math.min(FIGURES, figures.length);
  while (count > fewest && sentence(count).length > LENGTH) count -= 1;
  return sentence(count);
}
