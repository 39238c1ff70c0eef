/** A difference in words, with its figures apart so that each can lead to its source. */
import { categoryLabel } from '../dataset/table-schema.ts';
import type { Score } from '../dataset/tables/index.ts';
import { indicators } from '../dataset/tables/measures.ts';
import type { Difference, Side } from '../derive/differences.ts';
import type { Figure } from '../derive/figures.ts';
import { missingReason } from '../derive/missing.ts';
import type { Model } from '../derive/site-model.ts';
import { formatDecimal, formatList } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';
import { flagLabels, MISSING } from '../i18n/terms.ts';
import { compactLabel, figureText, shortBand } from './figure-text.ts';
import { seriesWord } from './series-text.ts';

/** Words, or a printed figure that is written out and leads to its source. */
export type Segment = string | Score;

/** Flags that bear on how near two figures are. */
const TELLING: readonly Score['flags'][number][] = ['rounded', 'year_inferred'];

/** The text of segments, for tests, lists and whoever follows no links. */
export function segmentsText(segments: readonly Segment[], model: Model, lang: Lang): string {
  return segments
    .map((segment) =>
      typeof segment === 'string' ? segment : figureText(segment, model.figures.bands, lang).text,
    )
    .join('');
}

/** The figure with what has to be known of it: " (2023; rounded by the source)". */
function figureSegments(figure: Figure, year: number | null, lang: Lang): readonly Segment[] {
  const { speaking } = figure;
  if (!speaking) return [];
  const flags = flagLabels(
    { ...speaking, flags: speaking.flags.filter((flag) => TELLING.includes(flag)) },
    lang,
  );
  const remarks = [...(year === null ? [] : [String(year)]), ...flags].join('; ');
  return remarks === '' ? [speaking] : [speaking, ` (${remarks})`];
}

/**
 * A difference, or why there is none, in a sentence or two: "MCP 2024: Kota A 97,98; Kota B 95,1.
 * Selisih 2,88 poin: Kota A lebih tinggi."
 */
export function differenceSegments(
  model: Model,
  difference: Difference,
  year: number | null,
  lang: Lang,
): readonly Segment[] {
  const t = translator(lang);
  const { a, b, indicator } = difference;
  const nameOf = (side: Side) => (side === 'a' ? a.name : b.name);
  const { series } = model.indicator(indicator);
  const seriesOf = (figure: Figure) => model.figures.bands.series(indicator, figure.series);
  const shortOf = (figure: Figure) => inLang(seriesOf(figure), 'short', lang);
  const whole = categoryLabel(indicators, 'indicator', indicator, lang);
  /** Two figures of one series and year. */
  const sideBySide = ([first, second]: readonly [Figure, Figure]): readonly Segment[] => [
    `${shortOf(first)} ${first.year}: ${a.name} `,
    ...figureSegments(first, null, lang),
    `; ${b.name} `,
    ...figureSegments(second, null, lang),
    '. ',
  ];

  if (difference.kind !== 'none') {
    const [first, second] = difference.figures;
    const head = sideBySide(difference.figures);
    const { higher } = difference;
    if (difference.kind === 'numbers') {
      const by = formatDecimal(difference.by, lang);
      if (difference.isClose) {
        return [
          ...head,
          t({
            id: 'Terlalu dekat: dari yang tercetak, keduanya tidak dapat dibedakan.',
            en: 'Too close to tell apart as printed.',
          }),
        ];
      }
      const about = difference.isAbout
        ? { id: `Selisih sekitar ${by}`, en: `About ${by}` }
        : { id: `Selisih ${by}`, en: by };
      return [
        ...head,
        higher === null
          ? t({ id: 'Angkanya sama.', en: 'The figures are the same.' })
          : t({
              id: `${about.id} poin: ${nameOf(higher)} lebih tinggi.`,
              en: `${about.en} points apart: ${nameOf(higher)} is higher.`,
            }),
      ];
    }
    const [one, other] = difference.bands.map((band) => compactLabel(shortBand(band, lang)));
    const isMixed = first.value !== null || second.value !== null;
    return [
      ...head,
      isMixed
        ? t({
            id: `Hanya kategorinya yang dapat dibandingkan (${one}; ${other}). `,
            en: `Only their categories can be compared (${one}; ${other}). `,
          })
        : '',
      higher === null
        ? t({ id: 'Kategorinya sama.', en: 'The categories are the same.' })
        : t({
            id: `Kategori ${nameOf(higher)} lebih tinggi.`,
            en: `The category of ${nameOf(higher)} is higher.`,
          }),
    ];
  }

  switch (difference.why) {
    case 'other_level':
      return [
        t({
          id: `${a.name} dan ${b.name} tidak dibandingkan: provinsi, kabupaten, dan kota hanya dibandingkan dengan sesamanya.`,
          en: `${a.name} and ${b.name} are not compared: provinces, regencies and cities are compared only among themselves.`,
        }),
      ];
    case 'not_applicable': {
      const names = formatList(difference.sides.map(nameOf), lang);
      return [
        t({
          id: `Tidak berlaku bagi ${names}: wilayah administratif tanpa pemerintah daerah sendiri.`,
          en: `Not applicable to ${names}: no government of its own.`,
        }),
      ];
    }
    case 'unknown': {
      const reasons = Map.groupBy(difference.sides, (side) =>
        missingReason(side === 'a' ? a : b, year ?? undefined),
      );
      const words = [...reasons].map(
        ([reason, sides]) => `${formatList(sides.map(nameOf), lang)} ${MISSING[reason][lang]}`,
      );
      return [`${whole}${year === null ? '' : ` ${year}`}: ${words.join('; ')}.`];
    }
    case 'only_category':
      return [
        ...sideBySide(difference.figures),
        t({
          id: 'Tidak dibandingkan: hanya kategori yang tercetak, dan urutannya tidak diketahui.',
          en: 'Not compared: only a category is printed, and how they rank is not known.',
        }),
      ];
    case 'other_series':
    case 'other_year': {
      const isSeries = difference.why === 'other_series';
      const called = (figure: Figure) =>
        isSeries ? `${seriesWord(seriesOf(figure), series, lang)} ` : '';
      const [first, second] = difference.figures;
      const common = difference.commonYear;
      return [
        `${isSeries ? whole : shortOf(first)}: ${a.name} ${called(first)}`,
        ...figureSegments(first, first.year, lang),
        `; ${b.name} ${called(second)}`,
        ...figureSegments(second, second.year, lang),
        '. ',
        isSeries
          ? t({
              id: 'Deretnya berbeda, jadi tidak dibandingkan.',
              en: 'They are of different series, so they are not compared.',
            })
          : t({
              id: 'Tahunnya berbeda, jadi tidak dibandingkan.',
              en: 'They are of different years, so they are not compared.',
            }),
        common === null
          ? t({
              id: ' Belum ada tahun yang angkanya ditemukan pada keduanya.',
              en: ' No year has been found yet for which both have a figure.',
            })
          : t({
              id: ` Tahun terbaru yang ada pada keduanya: ${common}.`,
              en: ` The newest year that both have: ${common}.`,
            }),
      ];
    }
  }
}
