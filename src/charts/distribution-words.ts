import type { Decimal } from '../dataset/table-schema.ts';
import { formatDecimal, formatInteger, formatList } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import type { DistributionData } from './distribution.ts';
import {
  bandCounts,
  type DistributionBase,
  metCount,
  type NamedFigure,
} from './distribution-base.ts';

/** "102 dari 508 kabupaten/kota yang angkanya kami temukan". */
export function countText(known: number, { total, areas }: DistributionBase, lang: Lang): string {
  const n = (value: number) => formatInteger(value, lang);
  return lang === 'id'
    ? `${n(known)} dari ${n(total)} ${areas.id} yang angkanya kami temukan`
    : `${n(known)} of ${n(total)} ${areas.en} whose figure we found`;
}

/** "Hanya kategorinya yang tercetak: 20 Zona hijau, dan 7 Zona kuning"; `null` if there are none. */
export function categoriesText({ categories }: DistributionBase, lang: Lang): string | null {
  if (categories.length === 0) return null;
  const counts = categories.map(
    ({ label, count }) => `${formatInteger(count, lang)} ${label[lang]}`,
  );
  return translator(lang)({
    id: `Hanya kategorinya yang tercetak, tanpa angka: ${formatList(counts, lang)}.`,
    en: `Printed as a category only, without a number: ${formatList(counts, lang)}.`,
  });
}

/** "406 lainnya: belum ditemukan"; `null` where all are known. */
export function restText(known: number, { total, areas }: DistributionBase, lang: Lang) {
  const rest = total - known;
  if (rest <= 0) return null;
  const n = formatInteger(rest, lang);
  return lang === 'id'
    ? `${n} ${known > 0 ? 'lainnya' : areas.id}: ${MISSING.not_found.id}`
    : `${n} ${known > 0 ? 'others' : areas.en}: ${MISSING.not_found.en}`;
}

/** Named regions without a number: their category, or that it has not been found. */
export function withoutNumber(named: readonly NamedFigure[], lang: Lang): readonly string[] {
  const labelled = named.flatMap(({ name, value, category }) =>
    value === null && category !== null ? [`${name}: ${category[lang]}`] : [],
  );
  const missing = named.flatMap(({ name, value, category }) =>
    value === null && category === null ? [name] : [],
  );
  return missing.length > 0
    ? [...labelled, `${formatList(missing, lang)}: ${MISSING.not_found[lang]}`]
    : labelled;
}

/** The region's figure and the span of the pilots', in words for the description. */
export function namedText({ region, pilots, year }: DistributionBase, lang: Lang): string {
  const t = translator(lang);
  const number = (value: Decimal) => formatDecimal(value, lang);
  const sentences: string[] = [];
  if (region?.value) sentences.push(`${region.name} ${number(region.value)} (${year}).`);
  const valued = pilots
    .flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
    .toSorted((a, b) => Number(a.value) - Number(b.value));
  const [lowest] = valued;
  const highest = valued.at(-1);
  if (lowest && highest && lowest !== highest) {
    const n = formatInteger(valued.length, lang);
    sentences.push(
      t({
        id: `${n} percontohan antara ${number(lowest.value)} (${lowest.name}) dan ${number(highest.value)} (${highest.name}).`,
        en: `${n} pilots between ${number(lowest.value)} (${lowest.name}) and ${number(highest.value)} (${highest.name}).`,
      }),
    );
  } else if (lowest) {
    sentences.push(
      t({
        id: `Percontohan ${lowest.name} ${number(lowest.value)}.`,
        en: `Pilot ${lowest.name} ${number(lowest.value)}.`,
      }),
    );
  }
  const others = withoutNumber(region ? [region, ...pilots] : pilots, lang);
  return [...sentences, ...others.map((other) => `${other}.`)].join(' ');
}

/** "ambang masuk ≥ 75". */
export function thresholdLabel(
  { text }: Pick<NonNullable<DistributionBase['threshold']>, 'text'>,
  lang: Lang,
): string {
  return lang === 'id' ? `ambang masuk ${text.id}` : `entry threshold ${text.en}`;
}

/** "60 dari 82 angka memenuhi ambang masuk ≥ 75."; `null` where no threshold has a place. */
export function metText(
  { threshold, values }: Pick<DistributionData, 'threshold' | 'values'>,
  lang: Lang,
): string | null {
  if (!threshold) return null;
  const [met, of] = [metCount(values, threshold), values.length].map((count) =>
    formatInteger(count, lang),
  );
  const label = thresholdLabel(threshold, lang);
  return lang === 'id'
    ? `${met} dari ${of} angka memenuhi ${label}.`
    : `${met} of ${of} figures meet the ${label}.`;
}

/** A short name on a narrow chart; the full one has room on a wide one. */
export function placeName(name: string, width: number): string {
  return width < 480 ? name.replace(/^Kabupaten /, 'Kab. ') : name;
}

/** What the dots show, in sentences for those who do not see them. */
export function describe(data: DistributionData, known: number, lang: Lang): string {
  const t = translator(lang);
  const number = (value: Decimal) => formatDecimal(value, lang);
  const sorted = data.values.toSorted((a, b) => Number(a) - Number(b));
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  const sentences: (string | null)[] = [
    `${data.indicator[lang]} ${data.year}: ${countText(known, data, lang)}.`,
  ];
  if (lowest && highest) {
    sentences.push(
      t({
        id: `Angkanya dari ${number(lowest)} sampai ${number(highest)}.`,
        en: `The figures run from ${number(lowest)} to ${number(highest)}.`,
      }),
    );
    const counts = bandCounts(data.values, data.bands);
    const words = data.bands
      .flatMap(({ label }, i) =>
        counts[i] ? [`${label[lang]} ${formatInteger(counts[i], lang)}`] : [],
      )
      .toReversed();
    if (words.length > 0) {
      sentences.push(
        t({
          id: `Menurut kategori: ${formatList(words, 'id')}.`,
          en: `By category: ${formatList(words, 'en')}.`,
        }),
      );
    }
    sentences.push(metText(data, lang));
  }
  const rest = restText(known, data, lang);
  return [
    ...sentences,
    namedText(data, lang),
    categoriesText(data, lang),
    rest && `${rest}.`,
    t({
      id: 'Media memilih daerah yang diberitakannya.',
      en: 'The press picks whom it reports.',
    }),
  ]
    .filter(Boolean)
    .join(' ');
}
