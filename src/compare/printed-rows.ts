/** The table of a comparison in a reader's language: what the page shows and what its CSV holds. */
import { categoryLabel } from '../dataset/table-schema.ts';
import type { Area, Band, IndicatorId, Score } from '../dataset/tables/index.ts';
import { indicators } from '../dataset/tables/measures.ts';
import type { Model } from '../derive/site-model.ts';
import { formatDecimal, formatInteger } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';
import { flagLabels, MISSING, statusLabel } from '../i18n/terms.ts';
import { csvText } from '../publish/csv.ts';
import { figureText } from '../wording/figure-text.ts';
import { seriesWord } from '../wording/series-text.ts';
import { publishedText } from '../wording/source-text.ts';
import type {
  Comparison,
  Entrant,
  EntrantRows,
  FigureRow,
  IndicatorTable,
  MedianRow,
} from './comparison.ts';
import { groupName } from './comparison.ts';

/** One line of the table. */
export interface PrintedRow {
  readonly indicator: IndicatorId;
  /** What is measured: the series of the figure, else the indicator. */
  readonly measure: string;
  readonly entrant: Entrant;
  /** `null` for the median of a group. */
  readonly area: Area | null;
  readonly name: string;
  readonly year: number | null;
  /** The printed row that the figure leads to. */
  readonly score: Score | null;
  /** The figure in the reader's notation, or the words for that there is none. */
  readonly text: string;
  /** The figure for machines; empty where there is none. */
  readonly value: string;
  /** Whether the text is a category as printed, which is Indonesian in either language. */
  readonly isPrinted: boolean;
  readonly bands: readonly Band[];
  /** What has to be known of the figure. */
  readonly remarks: readonly string[];
  /** What is told where no figure speaks: never computed with. */
  readonly told: readonly Score[];
  /** Publisher and date of the source. */
  readonly source: string;
}

export function entrantName(entrant: Entrant, lang: Lang): string {
  return entrant.kind === 'area' ? entrant.area.name : groupName(entrant.of)[lang];
}

function figureRow(
  model: Model,
  indicator: IndicatorId,
  entrant: Entrant,
  { area, figure, missing, told }: FigureRow,
  lang: Lang,
): PrintedRow {
  const t = translator(lang);
  const { series } = model.indicator(indicator);
  const score = figure?.speaking ?? null;
  const base = { indicator, entrant, area, name: area.name };
  if (!figure || !score) {
    return {
      ...base,
      measure: categoryLabel(indicators, 'indicator', indicator, lang),
      year: null,
      score: null,
      text: MISSING[missing][lang],
      value: '',
      isPrinted: false,
      bands: [],
      remarks: told.map((row) =>
        t({
          id: `tidak dihitung: ${figureText(row, model.figures.bands, 'id').text} (${row.year}, ${statusLabel(row.status, 'id')})`,
          en: `told, not counted: ${figureText(row, model.figures.bands, 'en').text} (${row.year}, ${statusLabel(row.status, 'en')})`,
        }),
      ),
      told,
      source: '',
    };
  }
  const { text, value, isPrinted } = figureText(score, model.figures.bands, lang);
  const source = model.source(score.source_id);
  return {
    ...base,
    measure: seriesWord(model.figures.bands.series(indicator, figure.series), series, lang),
    year: figure.year,
    score,
    text,
    value,
    isPrinted,
    bands: figure.bands,
    remarks: [
      ...flagLabels(score, lang),
      ...(figure.differs ? [t({ id: 'sumber berbeda angka', en: 'sources differ' })] : []),
    ],
    told: [],
    source: `${source.publisher}, ${publishedText(source, lang)}`,
  };
}

function medianRow(
  model: Model,
  indicator: IndicatorId,
  entrant: Entrant,
  { median, known, isByCategory }: MedianRow,
  lang: Lang,
): PrintedRow {
  const t = translator(lang);
  const total = entrant.kind === 'group' ? entrant.areas.length : 0;
  const found = t({
    id: `angka ditemukan pada ${known} dari ${total} daerah`,
    en: `figures found for ${known} of ${total} areas`,
  });
  const series =
    median &&
    seriesWord(
      model.figures.bands.series(indicator, median.series),
      model.indicator(indicator).series,
      lang,
    );
  return {
    indicator,
    measure: series ?? categoryLabel(indicators, 'indicator', indicator, lang),
    entrant,
    area: null,
    name: t({
      id: `Median ${entrantName(entrant, lang)}`,
      en: `Median of ${entrantName(entrant, lang)}`,
    }),
    year: median?.year ?? null,
    score: null,
    text: median ? formatDecimal(median.value, lang) : t({ id: 'tanpa median', en: 'no median' }),
    value: median?.value ?? '',
    isPrinted: false,
    bands: [],
    remarks: [
      median
        ? t({
            id: `dari ${formatInteger(median.count, 'id')} angka tahun dan deret ini`,
            en: `of ${formatInteger(median.count, 'en')} figures of this year and series`,
          })
        : isByCategory
          ? t({
              id: 'hanya kategori yang tercetak, jadi tidak ada nilai tengah',
              en: 'only categories are printed, which have no middle',
            })
          : t({
              id: 'perlu tiga angka dari satu tahun dan satu deret',
              en: 'it takes three figures of one year and series',
            }),
      found,
    ],
    told: [],
    source: '',
  };
}

/** The lines of one member in the table of a measure; of a group the median first. */
export function printedPart(
  model: Model,
  { indicator }: IndicatorTable,
  { entrant, rows }: EntrantRows,
  lang: Lang,
): readonly PrintedRow[] {
  return rows.map((row) =>
    row.kind === 'figure'
      ? figureRow(model, indicator, entrant, row, lang)
      : medianRow(model, indicator, entrant, row, lang),
  );
}

/** The labels of bands, best known scheme first: "A: kualitas tertinggi (zona hijau); Zona hijau". */
export function bandLabels(bands: readonly Band[], lang: Lang): string {
  return bands.map((band) => inLang(band, 'label', lang)).join('; ');
}

/**
 * The whole table as CSV: every line of it, those of groups too, whether they are unfolded or not.
 * Numbers with a decimal point, unknown in words, the permanent address of each figure.
 *
 * @param addressOf the full address of a printed figure
 */
export function comparisonCsv(
  model: Model,
  { tables }: Comparison,
  lang: Lang,
  addressOf: (score: Score) => string,
): string {
  const t = translator(lang);
  const head = [
    t({ id: 'Indikator', en: 'Indicator' }),
    t({ id: 'Ukuran', en: 'Measure' }),
    t({ id: 'Anggota', en: 'Member' }),
    t({ id: 'Kode', en: 'Code' }),
    t({ id: 'Daerah', en: 'Area' }),
    t({ id: 'Tahun', en: 'Year' }),
    t({ id: 'Angka', en: 'Figure' }),
    t({ id: 'Kategori', en: 'Category' }),
    t({ id: 'Keterangan', en: 'Remarks' }),
    t({ id: 'Sumber', en: 'Source' }),
    t({ id: 'Alamat sumber', en: 'Source address' }),
  ];
  const lines = tables.flatMap((table) =>
    table.parts.flatMap((part) =>
      printedPart(model, table, part, lang).map((row) => [
        row.indicator,
        row.measure,
        entrantName(row.entrant, lang),
        row.area?.code ?? '',
        row.name,
        row.year === null ? '' : String(row.year),
        // A category's own id says nothing to readers of a spreadsheet.
        row.score?.value ?? (row.score || row.value === '' ? row.text : row.value),
        bandLabels(row.bands, lang),
        row.remarks.join('; '),
        row.source,
        (row.score ? [row.score] : row.told).map(addressOf).join(' '),
      ]),
    ),
  );
  return csvText([head, ...lines]);
}
