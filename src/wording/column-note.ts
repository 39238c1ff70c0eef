import type { ColumnBand, LatestColumn } from '../derive/latest-columns.ts';
import type { IndicatorSeries } from '../derive/series.ts';
import { formatList } from '../i18n/format.ts';
import { inLang, type Lang } from '../i18n/lang.ts';
import { compactLabel } from './figure-text.ts';
import { seriesWord, yearsText } from './series-text.ts';

/** What to know of a column of latest figures when it is sorted; empty where nothing is. */
export function columnNote(column: LatestColumn, { series }: IndicatorSeries, lang: Lang): string {
  const id = lang === 'id';
  const known = [...column.figures.values()];
  const bare = known.filter(({ value }) => value === null).length;
  const sentences: string[] = [];
  if (column.series.length > 1) {
    const words = series
      .filter((row) => column.series.includes(row.series))
      .map((row) => seriesWord(row, series, lang));
    sentences.push(
      id
        ? `Kolom ini mencampur deret yang cara mengukurnya berbeda: ${formatList(words, lang)}.`
        : `This column mixes series that were measured in different ways: ${formatList(words, lang)}.`,
    );
  }
  if (column.years && column.years[0] !== column.years[1]) {
    const years = yearsText(...column.years, lang);
    sentences.push(
      id ? `Tahunnya berbeda-beda, ${years}.` : `Its figures are of different years, ${years}.`,
    );
  }
  if (column.byBand) {
    if (bare < known.length) {
      sentences.push(
        id
          ? 'Urut menurut pita, lalu menurut angka; yang terbit tanpa angka di ujung bawah pitanya.'
          : 'Sorted by band, then by number; those printed without a number at the lower end of their band.',
      );
    }
  } else if (bare > 0) {
    sentences.push(
      id
        ? 'Yang terbit hanya sebagai kategori menyusul setelah angka, menurut urutan kategorinya.'
        : 'Those printed as a category only follow the numbers, in the order of their categories.',
    );
  }
  return sentences.join(' ');
}

/** The name of a category over all schemes that have it: "Rentan", "Zona hijau". */
export function columnBandName({ bands }: ColumnBand, lang: Lang): string {
  const labels = new Set(bands.map((band) => inLang(band, 'label', lang)));
  const [label = ''] = labels;
  return labels.size === 1 ? label : compactLabel(label);
}

/** The years whose schemes have a category: "2021–2023", "2019–2023, sejak 2025". */
export function columnBandYears({ bands }: ColumnBand, lang: Lang): string {
  const spans: [number, number | null][] = [];
  for (const { year_from, year_to } of bands) {
    const last = spans.at(-1);
    if (last && (last[1] === null || year_from <= last[1] + 1)) {
      last[1] = year_to === null || last[1] === null ? null : Math.max(year_to, last[1]);
    } else spans.push([year_from, year_to]);
  }
  return spans.map(([from, to]) => yearsText(from, to, lang)).join(', ');
}
