import type { TrendBand, TrendData, TrendPart } from '../charts/trend.ts';
import type { TrendPoint } from '../charts/trend-figures.ts';
import { categoryLabel, type Text } from '../dataset/table-schema.ts';
import type { Area, Band, Indicator, IndicatorId, Score } from '../dataset/tables/index.ts';
import { indicators } from '../dataset/tables/measures.ts';
import { bandInk } from '../wording/figure-text.ts';
import { seriesWord } from '../wording/series-text.ts';
import type { Figure } from './figures.ts';
import { bandText, bothLanguages, criterionOf, thresholdLabel } from './mirror-data.ts';
import type { Model } from './site-model.ts';

/** What a figure is that is not final, in a word that fits beside its mark. */
const TOLD: Readonly<Record<Exclude<Score['status'], 'final'>, Text>> = {
  interim: { id: 'sementara', en: 'interim' },
  doubtful: { id: 'diragukan', en: 'doubtful' },
  stated_run: { id: 'disebut saja', en: 'told only' },
};

/** A printed row that is drawn. */
export interface TrendEntry {
  readonly year: number;
  readonly row: Score;
  readonly bands: readonly Band[];
}

/** The rows that are drawn: the one that speaks; where none does, each different one told. */
export function entriesOf(model: Model, figure: Figure): readonly TrendEntry[] {
  const { year, speaking, bands } = figure;
  if (speaking) return [{ year, row: speaking, bands }];
  const seen = new Set<string>();
  return figure.notes.flatMap((row) => {
    const print = `${row.value === null ? '' : Number(row.value)}/${row.value === null ? row.category : ''}`;
    if (seen.has(print) || (row.value === null && row.category === null)) return [];
    seen.add(print);
    return [{ year, row, bands: model.figures.bandsOf(row) }];
  });
}

/** Bands of one scheme per span of years: two at once would hide one another. */
function bandsOf(model: Model, row: Indicator): readonly (readonly Band[])[] {
  const own = model.dataset.tables.bands.filter(
    (band) => band.indicator === row.indicator && band.series === row.series,
  );
  return [...Map.groupBy(own, (band) => band.year_from).values()].map((group) => {
    const scheme = (['main', 'grade', 'zone'] as const).find((known) =>
      group.some((band) => band.scheme === known),
    );
    return group.filter((band) => band.scheme === scheme).toSorted((a, b) => a.rank - b.rank);
  });
}

/** One series of an indicator; its points are those of the entries, in their order. */
export function partOf(
  model: Model,
  row: Indicator,
  name: Text,
  entries: readonly TrendEntry[],
): TrendPart {
  const hasScale = row.scale_min !== null && row.scale_max !== null;
  const hasPlace = entries.some(
    ({ row: score, bands }) =>
      score.value !== null || bands.some((band) => band.min !== null || band.max !== null),
  );
  const scale = hasScale && hasPlace ? { min: row.scale_min ?? 0, max: row.scale_max ?? 0 } : null;
  const groups = bandsOf(model, row);
  const steps = groups.at(-1) ?? [];
  const end = (band: Band, group: readonly Band[]): readonly [number, number] | null => {
    const [lowest, highest] = [group.at(0), group.at(-1)];
    const min = band.min ?? (band === lowest ? scale?.min : null);
    const max = band.max ?? (band === highest ? scale?.max : null);
    return min == null || max == null ? null : [min, max];
  };
  const bands = (scale ? groups : [steps]).flatMap((group) =>
    group.flatMap((band, i): readonly TrendBand[] => {
      const bounds = scale ? end(band, group) : ([i, i] as const);
      return bounds
        ? [
            {
              from: scale ? band.year_from : Number.NEGATIVE_INFINITY,
              to: scale ? band.year_to : null,
              min: bounds[0],
              max: bounds[1],
              label: bandText(band),
              ink: bandInk(band.rank, group.length),
            },
          ]
        : [];
    }),
  );
  const place = ({ row: score, bands: own }: TrendEntry): TrendPoint['at'] => {
    if (scale) {
      if (score.value !== null) return Number(score.value);
      const [band] = own;
      const group = groups.find((candidate) => band && candidate.includes(band));
      return band ? end(band, group ?? own) : null;
    }
    const index = steps.findIndex((step) => own.some((b) => b.category_id === step.category_id));
    return index === -1 ? null : index;
  };
  const criterion = criterionOf(model.dataset.tables.criteria, row);
  const named = groups
    .at(-1)
    ?.find((band) => band.category_id === criterion?.threshold?.toLowerCase());
  // A threshold that names a grade lies where the grade begins.
  const limit = named ? (named.min ?? Number.NaN) : Number(criterion?.threshold ?? Number.NaN);
  return {
    series: row.series,
    name,
    scale,
    steps: scale ? [] : steps.map(bandText),
    bands,
    threshold:
      criterion && scale && Number.isFinite(limit)
        ? { at: limit, label: thresholdLabel(criterion) }
        : null,
    points: entries.map(
      (entry): TrendPoint => ({
        year: entry.year,
        value: entry.row.value,
        at: place(entry),
        // A figure that is only told gets no band of ours; its printed category is told with it.
        category:
          entry.row.status !== 'final' && entry.row.value !== null
            ? null
            : entry.bands[0]
              ? bandText(entry.bands[0])
              : entry.row.value === null && entry.row.category !== null
                ? { id: entry.row.category_printed ?? '', en: entry.row.category_printed ?? '' }
                : null,
        told: entry.row.status === 'final' ? null : TOLD[entry.row.status],
      }),
    ),
  };
}

/** The name of a series where several stand beside each other: "deret MCSP". */
export function partName(row: Indicator, series: readonly Indicator[]): Text {
  return bothLanguages((lang) => {
    const word = seriesWord(row, series, lang);
    return /^(deret|series) /.test(word) ? word : `${lang === 'id' ? 'deret' : 'series'} ${word}`;
  });
}

function entriesAbout(model: Model, area: Area, indicator: IndicatorId): readonly TrendEntry[] {
  return model.figures.of(area.code, indicator).flatMap((figure) => entriesOf(model, figure));
}

/** The rows that {@link trendData} draws. */
export function trendScores(model: Model, area: Area, indicator: IndicatorId): readonly Score[] {
  return entriesAbout(model, area, indicator).map(({ row }) => row);
}

/** An area's figures of an indicator over the years, series by series. */
export function trendData(model: Model, area: Area, indicator: IndicatorId): TrendData {
  const { series } = model.indicator(indicator);
  const entries = entriesAbout(model, area, indicator);
  const several = new Set(entries.map((entry) => entry.row.series)).size > 1;
  const label = bothLanguages((lang) => categoryLabel(indicators, 'indicator', indicator, lang));
  const parts = series.flatMap((row) => {
    const own = entries.filter((entry) => entry.row.series === row.series);
    if (own.length === 0) return [];
    return [partOf(model, row, partName(row, series), own)];
  });
  const only =
    parts.length === 1 && !several ? series.find((row) => row.series === parts[0]?.series) : null;
  return {
    area: area.name,
    // One series alone goes by its own name: "MCSP", not "MCP".
    indicator: only ? bothLanguages((lang) => only[`short_${lang}`]) : label,
    parts,
  };
}
