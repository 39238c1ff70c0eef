import type { MirrorAside, MirrorData, MirrorFigure, MirrorRow } from '../charts/mirror.ts';
import type { Text } from '../dataset/table-schema.ts';
import type {
  Area,
  Band,
  Criterion,
  Indicator,
  IndicatorId,
  Score,
} from '../dataset/tables/index.ts';
import { compactLabel, shortBand } from '../wording/figure-text.ts';
import { seriesWord } from '../wording/series-text.ts';
import { thresholdParts } from '../wording/threshold-text.ts';
import { isAutonomous } from './coverage.ts';
import type { Figure } from './figures.ts';
import { missingReason } from './missing.ts';
import { type Counterpart, mediansOf, pilotFigures, pilotMedian, pilotsFor } from './pilots.ts';
import type { IndicatorSeries } from './series.ts';
import type { Model } from './site-model.ts';

/** A text that depends on the language, written once. */
export function bothLanguages(write: (lang: 'id' | 'en') => string): Text {
  return { id: write('id'), en: write('en') };
}

/** The name of a region without its level. */
function bareName(area: Area): string {
  return area.name.replace(/^(Kabupaten|Kota) /, '');
}

/** "Badung"; "Kota Blitar" where a regency and a city share the name. */
export function shortName(area: Area, regions: readonly Area[]): string {
  const bare = bareName(area);
  const shared = regions.some((other) => other.code !== area.code && bareName(other) === bare);
  return shared ? area.name.replace(/^Kabupaten /, 'Kab. ') : bare;
}

/** A band's label without what only explains it: "WTP", "A", "Zona hijau". */
export function bandText(band: Band): Text {
  return bothLanguages((lang) => compactLabel(shortBand(band, lang)));
}

/** The limit of the threshold alone: "75", "B", "WTP". */
export function thresholdLabel(criterion: Criterion): Text {
  return bothLanguages((lang) => {
    const { limit, suffix } = thresholdParts(criterion, lang);
    return `${criterion.rule === '>' ? '> ' : ''}${limit}${suffix && (lang === 'id' ? ' dua tahun' : ' twice')}`;
  });
}

/** The first step that meets a threshold, or `null` where it falls inside a step or outside all. */
export function stepOfThreshold(
  criterion: Criterion,
  bands: readonly Band[],
  kind: Indicator['kind'],
): number | null {
  const { threshold } = criterion;
  if (threshold === null) return null;
  const limit = Number(threshold);
  const index = bands.findIndex((band) =>
    Number.isNaN(limit)
      ? band.category_id === threshold.toLowerCase()
      : kind === 'level'
        ? band.rank === limit
        : band.min === limit,
  );
  return index === -1 ? null : index;
}

/** The criterion the site applies to a series, if it does to this one. */
export function criterionOf(
  criteria: readonly Criterion[],
  { indicator, series }: Pick<Indicator, 'indicator' | 'series'>,
): Criterion | null {
  return (
    criteria.find(
      (row) => row.used && row.indicator === indicator && (row.series ?? []).includes(series),
    ) ?? null
  );
}

/**
 * The series a row compares in: the region's own; where it has none, the one a threshold was
 * printed for if any pilot has a figure in it, else the one of most pilots, else the newest.
 */
function seriesOf(
  model: Model,
  { indicator, series, current }: IndicatorSeries,
  own: Figure | null,
  pilots: readonly Counterpart[],
  year: number | null,
): Indicator {
  if (own) return model.figures.bands.series(indicator, own.series);
  const counts = series.map((row) => ({
    row,
    count: pilotFigures(model.figures, pilots, indicator, row.series, year).length,
  }));
  const judged = counts.findLast(
    ({ row, count }) => count > 0 && criterionOf(model.dataset.tables.criteria, row) !== null,
  );
  const most = Math.max(...counts.map(({ count }) => count));
  return (judged ?? counts.findLast(({ count }) => count > 0 && count === most))?.row ?? current;
}

interface Scale {
  readonly scale: MirrorRow['scale'];
  /** The bands that are the steps; none on a numeric scale. */
  readonly bands: readonly Band[];
  /** Where a figure stands on the scale; `null` where it cannot. */
  place(figure: Figure): MirrorFigure | null;
}

function scaleOf(
  model: Model,
  row: Indicator,
  own: Figure | null,
  others: readonly Figure[],
): Scale | null {
  const byNumber =
    row.scale_min !== null &&
    row.scale_max !== null &&
    row.kind !== 'grade' &&
    row.kind !== 'opinion' &&
    (own ? own.value !== null : others.length === 0 || others.some(({ value }) => value !== null));
  const category = ({ bands }: Figure, scheme?: Band['scheme']) =>
    bands.find((band) => scheme === undefined || band.scheme === scheme) ?? null;
  if (byNumber) {
    return {
      scale: { kind: 'numbers', min: row.scale_min ?? 0, max: row.scale_max ?? 0 },
      bands: [],
      place: (figure) => {
        if (figure.value === null) return null;
        const band = category(figure);
        return {
          at: Number(figure.value),
          value: figure.value,
          category: band && bandText(band),
          year: figure.year,
        };
      },
    };
  }
  const speaking = own ?? others.find(({ bands }) => bands.length > 0) ?? null;
  const year = speaking?.year ?? row.first_year ?? row.last_year ?? 0;
  const schemes = model.figures.bands.schemes(row.indicator, row.series, year);
  const scheme = speaking?.bands[0]?.scheme ?? schemes[0]?.scheme;
  const bands =
    schemes.find((known) => known.scheme === scheme)?.bands ??
    model.dataset.tables.bands
      .filter((band) => band.indicator === row.indicator && band.series === row.series)
      .toSorted((a, b) => a.rank - b.rank);
  if (bands.length === 0) return null;
  return {
    scale: { kind: 'steps', steps: bands.map(bandText) },
    bands,
    place: (figure) => {
      const band = category(figure, scheme);
      const at = band ? bands.findIndex((step) => step.category_id === band.category_id) : -1;
      return band && at !== -1
        ? { at, value: figure.value, category: bandText(band), year: figure.year }
        : null;
    },
  };
}

function rowOf(
  model: Model,
  area: Area,
  indicator: IndicatorSeries,
  pilots: readonly Counterpart[],
  short: (area: Area) => string,
  { year = null, median: withMedian = true }: MirrorOptions,
): MirrorRow | null {
  const { figures, dataset } = model;
  /** The figure an area shows: its latest, or that of the year asked for. */
  const shownOf = ({ code }: Area): Figure | null => {
    if (year === null) return figures.latest(code, indicator.indicator);
    const figure = figures.at(code, indicator.indicator, year);
    return figure?.speaking ? figure : null;
  };
  const own = shownOf(area);
  const row = seriesOf(model, indicator, own, pilots, year);
  const found = pilotFigures(figures, pilots, row.indicator, row.series, year);
  const scale = scaleOf(
    model,
    row,
    own,
    found.map(({ figure }) => figure),
  );
  if (!scale) return null;
  const word = bothLanguages((lang) => seriesWord(row, indicator.series, lang));
  const name = bothLanguages((lang) => row[`short_${lang}`]);
  const criterion = criterionOf(dataset.tables.criteria, row);
  const limit = criterion?.threshold == null ? null : Number(criterion.threshold);
  const placed = found.map(({ pilot, figure }) => ({ pilot, figure, place: scale.place(figure) }));
  const aside = (pilot: Counterpart, figure: Figure, why: MirrorAside['why'], series: Text) => ({
    code: pilot.area.code,
    name: pilot.area.name,
    short: short(pilot.area),
    why,
    series,
    value: figure.value,
    category: figure.bands[0] ? bandText(figure.bands[0]) : null,
    year: figure.year,
  });
  const elsewhere = pilots
    .filter((pilot) => !found.some((entry) => entry.pilot === pilot))
    .map((pilot) => ({ pilot, figure: shownOf(pilot.area) }));
  const median =
    scale.scale.kind !== 'numbers' || !withMedian
      ? null
      : year === null
        ? pilotMedian(figures, pilots, row.indicator, row.series, own?.year ?? null)
        : (mediansOf(figures, pilots, row.indicator, row.series).find(
            (each) => each.year === year,
          ) ?? null);
  return {
    indicator: row.indicator,
    name,
    scale: scale.scale,
    threshold: criterion
      ? {
          at:
            scale.scale.kind === 'numbers'
              ? limit !== null && Number.isFinite(limit)
                ? limit
                : null
              : stepOfThreshold(criterion, scale.bands, row.kind),
          label: thresholdLabel(criterion),
        }
      : null,
    thresholdElsewhere:
      !criterion &&
      dataset.tables.criteria.some((other) => other.used && other.indicator === row.indicator),
    figure: own && scale.place(own),
    missing: missingReason(area, year ?? undefined),
    pilots: placed.flatMap(({ pilot, place }) =>
      place
        ? [
            {
              ...place,
              code: pilot.area.code,
              name: pilot.area.name,
              short: short(pilot.area),
              sameLevel: pilot.area.level === area.level,
            },
          ]
        : [],
    ),
    median: median && { ...median, at: Number(median.value) },
    asides: [
      ...placed.flatMap(({ pilot, figure, place }) =>
        place ? [] : [aside(pilot, figure, 'other_kind', word)],
      ),
      ...elsewhere.flatMap(({ pilot, figure }) =>
        figure
          ? [
              aside(
                pilot,
                figure,
                'other_series',
                bothLanguages((lang) =>
                  seriesWord(
                    figures.bands.series(row.indicator, figure.series),
                    indicator.series,
                    lang,
                  ),
                ),
              ),
            ]
          : [],
      ),
    ],
    without: elsewhere.flatMap(({ pilot, figure }) => (figure ? [] : [pilot.area.name])),
  };
}

export interface MirrorOptions {
  /** Every figure of this year; `null` or left out: each area's latest. */
  readonly year?: number | null;
  /** The measures to show, in this order; all where left out. */
  readonly indicators?: readonly IndicatorId[];
  /** Whether the others are one group, whose median says something; so where left out. */
  readonly median?: boolean;
  /** Who the others are; the pilots where left out. */
  readonly others?: MirrorData['others'];
}

/**
 * Whether two areas may stand opposite each other: both have a government of their own, and both
 * are provinces or neither is.
 */
export function canMirror(area: Area, other: Area): boolean {
  return (
    area.code !== other.code &&
    isAutonomous(area) &&
    isAutonomous(other) &&
    (area.level === 'province') === (other.level === 'province')
  );
}

function mirrorAgainst(
  model: Model,
  area: Area,
  others: readonly Area[],
  options: MirrorOptions,
): MirrorData {
  const names = new Map(
    others.map((other) => [
      other.code,
      other.level === 'province' ? other.name : shortName(other, model.regions),
    ]),
  );
  const short = ({ code, name }: Area) => names.get(code) ?? name;
  const opposite = others.map((other) => ({ area: other }));
  const indicators = options.indicators?.map(model.indicator) ?? model.indicators;
  const rows = indicators.flatMap(
    (indicator) => rowOf(model, area, indicator, opposite, short, options) ?? [],
  );
  const { others: words } = options;
  return { area: area.name, level: area.level, ...(words ? { others: words } : {}), rows };
}

/**
 * An area opposite others, one row per indicator. Others that cannot stand opposite it are left
 * out; `null` where none can.
 */
export function mirrorOf(
  model: Model,
  area: Area,
  others: readonly Area[],
  options: MirrorOptions = {},
): MirrorData | null {
  const opposite = others.filter((other) => canMirror(area, other));
  return opposite.length === 0 ? null : mirrorAgainst(model, area, opposite, options);
}

/**
 * The rows of a region's mirror, one per indicator. `null` for provinces and for areas without a
 * government of their own: pilots are regencies and cities, and like is compared with like.
 */
export function mirrorData(model: Model, area: Area): MirrorData | null {
  if (area.level === 'province' || !isAutonomous(area)) return null;
  const pilots = pilotsFor(model.pilots, area.code).map((pilot) => pilot.area);
  return mirrorAgainst(model, area, pilots, {});
}

/** The rows that the mirror of an area draws or tells: its own, and those of the pilots. */
export function mirrorScores(model: Model, area: Area, { rows }: MirrorData): readonly Score[] {
  return rows.flatMap(({ indicator, figure, pilots, asides }) =>
    [...(figure ? [{ code: area.code, year: figure.year }] : []), ...pilots, ...asides].flatMap(
      ({ code, year }) => model.figures.at(code, indicator as IndicatorId, year)?.speaking ?? [],
    ),
  );
}
