import { formatDecimal } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import type { MirrorFigure, MirrorRow } from './mirror.ts';

/** Number or category of a figure, as readers see it. */
export function printed(
  figure: Pick<MirrorFigure, 'value' | 'category'>,
  row: MirrorRow,
  lang: Lang,
) {
  const { value, category } = figure;
  const number = value === null ? null : formatDecimal(value, lang);
  if (row.scale.kind === 'numbers') return number ?? category?.[lang] ?? '';
  return category?.[lang] ?? number ?? '';
}

/** The same with the number in brackets where the row shows the category. */
export function printedInFull(
  figure: Pick<MirrorFigure, 'value' | 'category'>,
  row: MirrorRow,
  lang: Lang,
) {
  const short = printed(figure, row, lang);
  return row.scale.kind === 'steps' && figure.value !== null && figure.category !== null
    ? `${short} (${formatDecimal(figure.value, lang)})`
    : short;
}

export function thresholdWords(row: MirrorRow, lang: Lang): string {
  const t = translator(lang);
  if (row.threshold) return `${t({ id: 'ambang', en: 'threshold' })} ${row.threshold.label[lang]}`;
  return row.thresholdElsewhere
    ? t({ id: 'ambang hanya untuk deret lain', en: 'threshold only for another series' })
    : t({ id: 'tanpa ambang', en: 'no threshold' });
}

export function medianWords({ value, year, count }: NonNullable<MirrorRow['median']>, lang: Lang) {
  return translator(lang)({
    id: `median ${formatDecimal(value, lang)} (${year}, ${count} daerah)`,
    en: `median ${formatDecimal(value, lang)} (${year}, ${count} regions)`,
  });
}

/** What the dots leave out, in words under the pilots' side. */
export function noteWords(row: MirrorRow, lang: Lang, wide: boolean): readonly string[] {
  const t = translator(lang);
  const groups = [
    {
      rows: row.asides.filter((aside) => aside.why === 'other_series'),
      label: t({ id: 'deret lain', en: 'another series' }),
      count: (n: number) => t({ id: `${n} pada deret lain`, en: `${n} in another series` }),
    },
    {
      rows: row.asides.filter((aside) => aside.why === 'other_kind'),
      label:
        row.scale.kind === 'numbers'
          ? t({ id: 'hanya kategori', en: 'category only' })
          : t({ id: 'hanya angka', en: 'number only' }),
      count: (n: number) =>
        row.scale.kind === 'numbers'
          ? t({ id: `${n} hanya kategori`, en: `${n} by category only` })
          : t({ id: `${n} hanya angka`, en: `${n} by number only` }),
    },
  ];
  return [
    ...(row.median ? [`▏${medianWords(row.median, lang)}`] : []),
    ...groups.flatMap(({ rows, label, count }) =>
      rows.length === 0
        ? []
        : [wide ? `${label}: ${rows.map((aside) => aside.short).join(', ')}` : count(rows.length)],
    ),
  ];
}

/** What the areas on the right are called: pilots, or just others. */
const COUNTERPARTS = {
  pilots: {
    none: { id: 'angka percontohan belum ditemukan', en: 'no figure of a pilot found yet' },
    one: { id: 'percontohan', en: 'pilot' },
    many: { id: 'percontohan', en: 'pilots' },
  },
  others: {
    none: { id: 'angka pembanding belum ditemukan', en: 'no figure of the others found yet' },
    one: { id: 'pembanding', en: 'other' },
    many: { id: 'pembanding', en: 'others' },
  },
} as const;

/** One row in a sentence: every figure, with its year, and whoever has none. */
export function sentence(row: MirrorRow, area: string, lang: Lang, isPilots = true): string {
  const called = COUNTERPARTS[isPilots ? 'pilots' : 'others'];
  const t = translator(lang);
  const own = row.figure
    ? `${area} ${printedInFull(row.figure, row, lang)} (${row.figure.year})`
    : `${area} ${MISSING[row.missing][lang]}`;
  const sorted = row.pilots.toSorted((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1));
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  const list = sorted
    .map((pilot) => `${pilot.name} ${printedInFull(pilot, row, lang)} (${pilot.year})`)
    .join(', ');
  const [low, high] = [first, last].map((pilot) => (pilot ? printed(pilot, row, lang) : ''));
  const pilots =
    sorted.length === 0
      ? t(called.none)
      : sorted.length === 1
        ? `${t(called.one)}: ${list}`
        : low === high
          ? t({
              id: `${sorted.length} ${called.many.id}, semuanya ${low}: ${list}`,
              en: `${sorted.length} ${called.many.en}, all ${low}: ${list}`,
            })
          : t({
              id: `${sorted.length} ${called.many.id} antara ${low} dan ${high}: ${list}`,
              en: `${sorted.length} ${called.many.en} between ${low} and ${high}: ${list}`,
            });
  const asides = row.asides.map((aside) => {
    const figure = [
      aside.value === null ? null : formatDecimal(aside.value, lang),
      aside.category?.[lang],
    ]
      .filter(Boolean)
      .join(', ');
    return aside.why === 'other_series'
      ? `${aside.name} ${aside.series[lang]} ${figure} (${aside.year})`
      : `${aside.name} ${figure} (${aside.year})`;
  });
  const parts = [
    own,
    (row.threshold || row.thresholdElsewhere) && thresholdWords(row, lang),
    pilots,
    row.median && medianWords(row.median, lang),
    asides.length > 0 &&
      `${t({ id: 'tidak dapat dibandingkan di sini', en: 'not comparable here' })}: ${asides.join(', ')}`,
    sorted.length > 0 &&
      row.without.length > 0 &&
      `${MISSING.not_found[lang]}: ${row.without.join(', ')}`,
  ];
  return `${row.name[lang]}: ${parts.filter(Boolean).join('; ')}.`;
}
