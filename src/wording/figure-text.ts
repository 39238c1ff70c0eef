import type { BandInk } from '../charts/palette.ts';
import type { Band, Score } from '../dataset/tables/index.ts';
import type { BandBook } from '../derive/bands.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';

/** A printed figure as text for readers and as a value for machines. */
export interface FigureText {
  readonly text: string;
  /** For `<data value>`: the decimal with a point, or the category's id. */
  readonly value: string;
  /** Whether the text is a word rather than a number or a grade. */
  readonly isWord: boolean;
  /** Whether the text is a category as printed, which is Indonesian in either language. */
  readonly isPrinted: boolean;
}

/** The abbreviation a label carries in brackets ("… (WTP)"), else the label. */
export function shortBand(band: Band, lang: Lang): string {
  const code = band.category_id.toUpperCase();
  return band.label_id.includes(`(${code})`) ? code : lang === 'id' ? band.label_id : band.label_en;
}

/** The text of a printed score: its number, else its category, else the words as printed. */
export function figureText(score: Score, bands: BandBook, lang: Lang): FigureText {
  if (score.value !== null) {
    return {
      text: formatDecimal(score.value, lang),
      value: score.value,
      isWord: false,
      isPrinted: false,
    };
  }
  const band =
    score.category === null
      ? null
      : bands.bandOfCategory(score.indicator, score.series, score.year, score.category);
  const text = band
    ? shortBand(band, lang)
    : (score.category_printed ?? score.value_printed ?? score.category ?? '');
  return { text, value: score.category ?? text, isWord: text.length > 4, isPrinted: !band };
}

/** The beginning of a label that tells it from the others: "Zona hijau (…)", "A: …", "Level 3 (…)". */
export function compactLabel(text: string): string {
  return text.split(/ \(|: /)[0] ?? text;
}

/** Steps of the colour ramp, from the worst band to the best. */
const RAMP_STEPS = 5;

/** The step of a colour ramp for a band among those of its scheme. */
export function rampStep(rank: number, bandsInScheme: number, steps = RAMP_STEPS): number {
  if (bandsInScheme <= 1) return steps - 1;
  return Math.round(((rank - 1) / (bandsInScheme - 1)) * (steps - 1));
}

/** More steps than that would no longer be told apart by everyone. */
const MOST_STEPS = 7;

/** The ink of a band among those of its scheme: no two of up to seven share one. */
export function bandInk(rank: number, bandsInScheme: number): BandInk {
  return bandsInScheme <= RAMP_STEPS
    ? (`band-${rampStep(rank, bandsInScheme)}` as BandInk)
    : (`band7-${rampStep(rank, bandsInScheme, MOST_STEPS)}` as BandInk);
}
