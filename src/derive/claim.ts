/**
 * Sets a claimed figure against what the dataset holds: whether it is the figure in use, that
 * figure rounded, what another source prints, a figure of another year, series, area or
 * indicator, or unknown. It says what sources print, and judges nobody.
 */
import type { Decimal } from '../dataset/table-schema.ts';
import type { Area, Band, Indicator, IndicatorId, Score } from '../dataset/tables/index.ts';
import type { BandScheme } from './bands.ts';
import {
  type Bound,
  bandsIn,
  type ClaimWords,
  isBareNumber,
  isTurned,
  LONGEST_CLAIM,
  numberIn,
  wordsBesideFigure,
} from './claim-reading.ts';
import { agree, decimals, isNear, minus, roundedTo } from './decimal.ts';
import { type Figure, isRounded } from './figures.ts';
import { type MissingReason, missingReason } from './missing.ts';
import type { Model } from './site-model.ts';

/** What is asked. */
export interface ClaimQuestion {
  readonly area: Area;
  readonly indicator: IndicatorId;
  readonly year: number;
  /** As somebody wrote it; empty asks only what is known. */
  readonly claim: string;
  /** The first year of which sources speak of the measure; left out where that is not asked. */
  readonly since?: number | null;
}

/** What was understood of a claim. */
export type ClaimReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'number';
      readonly value: Decimal;
      /** What the same signs also mean, where the scale allows both: "1.234". */
      readonly other: Decimal | null;
      /** Categories written beside the number. */
      readonly bands: readonly Band[];
      /** The category that a bare number is the name of: "3" is also level 3. */
      readonly level: readonly Band[];
      /** What the number is said to be a limit of: "more than 95". */
      readonly bound: Bound | null;
      /** Words that make it less than exact: "about". They are told, not reckoned with. */
      readonly hedge: string | null;
      /** What else was written and not understood. */
      readonly unread: string | null;
    }
  | {
      readonly kind: 'category';
      readonly bands: readonly Band[];
      /** How often or for which time, which the data do not hold: "ke-15". */
      readonly count: string | null;
    }
  /** A category of the indicator, but of other years. */
  | { readonly kind: 'other_category'; readonly bands: readonly Band[] };

/**
 * How a claimed number is like a printed one: equal; it rounded to fewer digits, or cut to fewer
 * decimals; or the other way round, more precise than what was printed (`finer`): no
 * contradiction, but digits that nobody printed.
 */
export type Likeness = 'equal' | 'rounded' | 'cut' | 'finer';

/** A printed figure that is like the claim, though not the one asked about. */
export interface Elsewhere {
  readonly kind: 'other_year' | 'other_series' | 'other_area' | 'other_indicator';
  readonly row: Score;
  readonly likeness: Likeness;
}

/** What holds whatever the verdict. */
interface Known {
  readonly area: Area;
  readonly indicator: IndicatorId;
  readonly year: number;
  readonly claim: string;
  readonly reading: ClaimReading;
  /** The series that measures the year. */
  readonly series: Indicator;
  /** The categories of that series in that year. */
  readonly schemes: readonly BandScheme[];
  /** All that was printed about the year; `null` where nothing was found. */
  readonly figure: Figure | null;
  /** Why there is no final figure; `null` where there is one. */
  readonly missing: MissingReason | null;
  /** The first year of which sources speak of the measure, where the year asked is before it. */
  readonly notBefore: number | null;
  /** Every year of which anything was found, oldest first. */
  readonly history: readonly Figure[];
  /** Rows of the year that print what is claimed; where none does exactly, with other digits. */
  readonly same: readonly Score[];
  /** Where else the claimed number is printed; not looked for where it is found as asked. */
  readonly elsewhere: readonly Elsewhere[];
  /** Whether categories written beside a number are those of the figure in use. */
  readonly beside: 'agree' | 'differ' | null;
}

/** A verdict by a printed row that the claim is like. */
interface Likened<V extends string> {
  readonly verdict: V;
  readonly row: Score;
  /** `null` where a category is claimed. */
  readonly likeness: Likeness | null;
}

/** The answer to a claim, with every fact that wording it needs. */
export type ClaimCheck = Known &
  (
    | { readonly verdict: 'no_claim' }
    | { readonly verdict: 'unreadable' }
    | { readonly verdict: 'outside_scale'; readonly min: number; readonly max: number }
    | { readonly verdict: 'agrees'; readonly row: Score }
    | Likened<'agrees_rounded'>
    | Likened<'agrees_other_source'>
    | Likened<'not_final'>
    /** A printed figure does not contradict the claim, but no source prints its digits. */
    | { readonly verdict: 'finer'; readonly row: Score }
    /**
     * A limit is claimed: whether the figure in use keeps it; `null` where it was rounded, and
     * could lie on either side.
     */
    | {
        readonly verdict: 'bound';
        readonly row: Score;
        readonly bound: Bound;
        readonly holds: boolean | null;
        /** The figure in use less the limit, exact. */
        readonly difference: Decimal;
      }
    | { readonly verdict: Elsewhere['kind']; readonly match: Elsewhere }
    | {
        readonly verdict: 'differs';
        readonly row: Score;
        /** The claimed number less the figure in use, exact. */
        readonly difference: Decimal;
        /** One is the other without its decimals, which is not the other rounded. */
        readonly isCut: boolean;
      }
    /** A number is claimed, and only a category was printed. */
    | { readonly verdict: 'number_unknown'; readonly row: Score; readonly fits: boolean | null }
    | { readonly verdict: 'category_agrees' | 'category_differs'; readonly row: Score }
    /** The source prints the claimed category beside a number that falls into another. */
    | { readonly verdict: 'category_at_odds'; readonly row: Score; readonly expected: Band }
    /** The figure in use has no category that the claimed one could be set against. */
    | { readonly verdict: 'category_unjudged'; readonly row: Score }
    | { readonly verdict: 'category_not_in_use'; readonly bands: readonly Band[] }
    | { readonly verdict: 'unknown' }
  );

export type ClaimVerdict = ClaimCheck['verdict'];

/**
 * How a claimed number is like a printed one, or `null` where they differ. Cutting counts only
 * where decimals remain: nobody who writes 3 for 3.71 says the same.
 */
export function likenessOf(claimed: Decimal, printed: Decimal): Likeness | null {
  if (isZero(minus(claimed, printed))) return 'equal';
  if (!agree(claimed, printed)) return null;
  const isFiner = decimals(claimed) > decimals(printed);
  const [coarse, fine] = isFiner ? [printed, claimed] : [claimed, printed];
  const places = decimals(coarse);
  const isRound = isZero(minus(roundedTo(fine, places), coarse));
  if (!isRound && places === 0) return null;
  if (isFiner) return 'finer';
  return isRound ? 'rounded' : 'cut';
}

/** A likeness by which a source supports the claimed digits. */
function supportOf(claimed: Decimal, printed: Decimal): Likeness | null {
  const likeness = likenessOf(claimed, printed);
  return likeness === 'finer' ? null : likeness;
}

/** The series that measures a year: the one of its figure, else the one whose years it lies in. */
function seriesOf(model: Model, indicator: IndicatorId, year: number, figure: Figure | null) {
  const { series, current } = model.indicator(indicator);
  return (
    series.find((row) => row.series === figure?.series) ??
    series.find(
      (row) => (row.first_year ?? 0) <= year && year <= (row.last_year ?? Number.POSITIVE_INFINITY),
    ) ??
    current
  );
}

const isZero = (value: Decimal) => /^[0.]+$/.test(value);

const isWithin = ({ scale_min, scale_max }: Indicator, value: Decimal) =>
  (scale_min === null || scale_min <= Number(value)) &&
  (scale_max === null || Number(value) <= scale_max);

/** Schemes of all years of an indicator, newest first. */
function allSchemes(model: Model, indicator: IndicatorId): readonly BandScheme[] {
  const bands = model.dataset.tables.bands.filter((band) => band.indicator === indicator);
  const groups = Map.groupBy(bands, (band) => `${band.series}/${band.year_from}/${band.scheme}`);
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ scheme: group[0].scheme, bands: group }] : []))
    .toSorted((a, b) => (b.bands[0]?.year_from ?? 0) - (a.bands[0]?.year_from ?? 0));
}

function read(
  model: Model,
  { claim, indicator, year }: ClaimQuestion,
  series: Indicator,
  schemes: readonly BandScheme[],
  printed: readonly Score[],
): ClaimReading {
  const text = claim.trim();
  if (text === '') return { kind: 'none' };
  if (text.length > LONGEST_CLAIM) return { kind: 'unreadable' };
  const asNumber = ({ rest, bound, hedge, count }: ClaimWords): ClaimReading | null => {
    const number = numberIn(rest);
    if (!number || isTurned(number)) return null;
    const isBare = isBareNumber(number);
    const bands = isBare ? [] : bandsIn(number.rest, schemes, printed);
    const isWhole = isBare && decimals(number.value) === 0;
    const [value = number.value, other = null] = [number.value, number.other].filter(
      (each): each is Decimal => each !== null && isWithin(series, each),
    );
    const level = isWhole && !bound && !hedge ? bandsIn(value, schemes) : [];
    const unread = [count, isBare || bands.length > 0 ? null : number.unread];
    return {
      kind: 'number',
      value,
      other,
      bands,
      level,
      bound,
      hedge,
      unread: unread.filter(Boolean).join('; ') || null,
    };
  };
  const asCategory = (written: string, count: string | null): ClaimReading | null => {
    const bands = bandsIn(written, schemes, printed);
    if (bands.length > 0) return { kind: 'category', bands, count };
    const others = bandsIn(written, allSchemes(model, indicator));
    return others.length > 0 ? { kind: 'other_category', bands: others } : null;
  };
  const unreadable: ClaimReading = { kind: 'unreadable' };
  const words = wordsBesideFigure(text, year);
  if (words.bound || words.hedge) return asNumber(words) ?? unreadable;
  // As it was written, as far as all of it is understood; then without what says how it is meant.
  const plain = asNumber({ ...words, rest: text, count: null });
  if (plain?.kind === 'number' && plain.unread === null) return plain;
  return (
    asCategory(text, null) ?? asCategory(words.rest, words.count) ?? asNumber(words) ?? unreadable
  );
}

/** The name of an area without its level: a city and a regency can share it. */
function bareName(area: Area): string {
  return area.name.replace(/^(?:Kabupaten|Kota)(?: Administrasi)? /, '');
}

/**
 * The areas whose figures are taken for those of an area most easily: those of the same name
 * (Kota and Kabupaten Blitar, Kota and Provinsi Bengkulu), and its province.
 */
export function easilyMistaken(areas: readonly Area[], area: Area): readonly Area[] {
  return areas.filter(
    (other) =>
      other.code !== area.code &&
      (bareName(other) === bareName(area) || other.code === area.parent_code),
  );
}

/** Numbers meet by chance: only equal ones, or rounded ones with digits behind the point, count. */
function likeElsewhere(claimed: Decimal, printed: Decimal): Likeness | null {
  const likeness = supportOf(claimed, printed);
  const isPrecise = Math.min(decimals(claimed), decimals(printed)) > 0;
  return likeness === 'equal' || (isPrecise && likeness !== 'cut') ? likeness : null;
}

/** The row of a figure that is most like a number: equal before rounded, in their own order. */
function mostLike(
  rows: readonly Score[],
  claimed: Decimal,
  likeness: (claimed: Decimal, printed: Decimal) => Likeness | null,
): { readonly row: Score; readonly likeness: Likeness } | null {
  const found = rows.flatMap((row) => {
    const like = row.value === null ? null : likeness(claimed, row.value);
    return like === null ? [] : [{ row, likeness: like }];
  });
  return found.find((each) => each.likeness === 'equal') ?? found[0] ?? null;
}

const KINDS: readonly Elsewhere['kind'][] = [
  'other_year',
  'other_series',
  'other_area',
  'other_indicator',
];

/**
 * Where else a number is printed, the likeliest mistake first. `series`: the one of the year asked
 * about; `null` where that is before the measure.
 */
function findElsewhere(
  model: Model,
  { area, indicator, year }: ClaimQuestion,
  series: Indicator | null,
  claimed: Decimal,
): readonly Elsewhere[] {
  const { figures } = model;
  const found: Elsewhere[] = [];
  const look = (figure: Figure | null, kind: Elsewhere['kind']) => {
    const like = figure && mostLike(figure.rows, claimed, likeElsewhere);
    if (like) found.push({ kind, ...like });
  };
  for (const figure of figures.of(area.code, indicator)) {
    if (figure.year === year) continue;
    const isOwn = series === null || figure.series === series.series;
    look(figure, isOwn ? 'other_year' : 'other_series');
  }
  for (const other of easilyMistaken(model.dataset.tables.areas, area)) {
    look(figures.at(other.code, indicator, year), 'other_area');
  }
  for (const other of model.indicators) {
    if (other.indicator !== indicator) {
      look(figures.at(area.code, other.indicator, year), 'other_indicator');
    }
  }
  return found.toSorted(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      Number(b.likeness === 'equal') - Number(a.likeness === 'equal') ||
      Math.abs(a.row.year - year) - Math.abs(b.row.year - year) ||
      b.row.year - a.row.year,
  );
}

/** Claimed categories against those of a figure, scheme by scheme. */
function judge(claimed: readonly Band[], own: readonly Band[]): 'agree' | 'differ' | null {
  const pairs = claimed.flatMap((band) => {
    const same = own.find((each) => each.scheme === band.scheme);
    return same ? [same.category_id === band.category_id] : [];
  });
  if (pairs.length === 0) return null;
  return pairs.every(Boolean) ? 'agree' : 'differ';
}

/**
 * Checks a claim about one area, indicator and year.
 *
 * Figures of the areas that are easily mistaken are looked at where the model holds them. Claims
 * of interim, doubtful and merely stated figures are told as such; only final ones agree.
 */
export function checkClaim(model: Model, question: ClaimQuestion): ClaimCheck {
  const { area, indicator, year, claim, since = null } = question;
  const { figures } = model;
  const figure = figures.at(area.code, indicator, year);
  const series = seriesOf(model, indicator, year, figure);
  const schemes = figures.bands.schemes(indicator, series.series, year);
  const reading = read(model, question, series, schemes, figure?.rows ?? []);
  const speaking = figure?.speaking ?? null;
  const finals = figure?.rows.filter(({ status }) => status === 'final') ?? [];
  const notes = figure?.notes ?? [];
  const missing = speaking ? null : missingReason(area, year);
  const isBefore = since !== null && year < since && !figure && missing !== 'not_applicable';
  const known = {
    area,
    indicator,
    year,
    claim: claim.trim(),
    reading,
    series,
    schemes,
    figure,
    missing,
    notBefore: isBefore ? since : null,
    history: figures.of(area.code, indicator),
    same: [],
    elsewhere: [],
    beside: null,
  } satisfies Known;

  if (reading.kind === 'none') return { ...known, verdict: 'no_claim' };
  if (reading.kind === 'unreadable') return { ...known, verdict: 'unreadable' };
  if (reading.kind === 'other_category') {
    return { ...known, verdict: 'category_not_in_use', bands: reading.bands };
  }
  if (reading.kind === 'category') {
    return categoryVerdict(model, known, reading.bands, speaking, finals, notes);
  }

  const { value, bands, level } = reading;
  const like = (figure?.rows ?? []).flatMap((row) => {
    const likeness = row.value === null ? null : supportOf(value, row.value);
    return likeness ? [{ row, likeness }] : [];
  });
  const equal = like.filter(({ likeness }) => likeness === 'equal');
  const same = (equal.length > 0 ? equal : like).map(({ row }) => row);
  const beside = figure ? judge(bands, figure.bands) : null;
  const told = { ...known, same, beside };
  // A level without its number: "3" is checked as level 3.
  if (speaking && speaking.value === null && level.length > 0) {
    return categoryVerdict(model, told, level, speaking, finals, notes);
  }
  if (reading.bound) {
    const limited = { ...told, same: [] };
    if (!speaking) return { ...limited, verdict: 'unknown' };
    return speaking.value === null
      ? { ...limited, verdict: 'number_unknown', row: speaking, fits: null }
      : boundVerdict(limited, reading.bound, value, speaking, speaking.value);
  }
  const own = speaking?.value == null ? null : likenessOf(value, speaking.value);
  if (speaking && own === 'equal') return { ...told, verdict: 'agrees', row: speaking };
  if (speaking && own && own !== 'finer') {
    return { ...told, verdict: 'agrees_rounded', row: speaking, likeness: own };
  }
  const final = mostLike(finals, value, supportOf);
  if (final) return { ...told, verdict: 'agrees_other_source', ...final };
  const note = mostLike(notes, value, supportOf);
  const elsewhere = findElsewhere(model, question, isBefore ? null : series, value);
  const far = { ...told, elsewhere };
  if (note) return { ...far, verdict: 'not_final', ...note };
  // Only finer likenesses are left. What the figure in use contradicts is contradicted.
  const open = speaking?.value == null ? (figure?.rows ?? []) : [speaking];
  const finer = mostLike(open, value, likenessOf);
  if (finer) return { ...far, verdict: 'finer', row: finer.row };
  if (!isWithin(series, value) && series.scale_min !== null && series.scale_max !== null) {
    return { ...far, verdict: 'outside_scale', min: series.scale_min, max: series.scale_max };
  }
  const [match] = elsewhere;
  if (match) return { ...far, verdict: match.kind, match };
  if (!speaking) return { ...far, verdict: 'unknown' };
  if (speaking.value === null) {
    const fell = figures.bands.bandsOfValue(indicator, series.series, year, value);
    const fits = figure ? judge(fell, figure.bands) : null;
    return {
      ...far,
      verdict: 'number_unknown',
      row: speaking,
      fits: fits === null ? null : fits === 'agree',
    };
  }
  return {
    ...far,
    verdict: 'differs',
    row: speaking,
    difference: minus(value, speaking.value),
    isCut: agree(value, speaking.value),
  };
}

/** Whether a figure keeps a claimed limit, by its printed digits. */
function boundVerdict(
  known: Known,
  bound: Bound,
  limit: Decimal,
  row: Score,
  printed: Decimal,
): ClaimCheck {
  const difference = minus(printed, limit);
  const sign = isZero(difference) ? 0 : difference.startsWith('-') ? -1 : 1;
  const holds = sign === 0 ? bound.includes : sign > 0 === (bound.side === 'above');
  const isUnclear = isRounded(row) && isNear(printed, limit);
  return { ...known, verdict: 'bound', row, bound, holds: isUnclear ? null : holds, difference };
}

function categoryVerdict(
  model: Model,
  known: Known,
  claimed: readonly Band[],
  speaking: Score | null,
  finals: readonly Score[],
  notes: readonly Score[],
): ClaimCheck {
  const own = known.figure?.bands ?? [];
  const same = (known.figure?.rows ?? []).filter(
    (row) =>
      judge(claimed, model.figures.bandsOf(row)) === 'agree' ||
      (claimed.length === 1 && row.category === claimed[0]?.category_id),
  );
  const told = { ...known, same };
  const note = notes.find((row) => same.includes(row));
  if (!speaking) {
    return note
      ? { ...told, verdict: 'not_final', row: note, likeness: null }
      : { ...told, verdict: 'unknown' };
  }
  const verdict = judge(claimed, own);
  if (verdict === 'agree') return { ...told, verdict: 'category_agrees', row: speaking };
  const printed = claimed.find(({ category_id }) => category_id === speaking.category);
  const expected = printed && own.find(({ scheme }) => scheme === printed.scheme);
  if (expected && expected !== printed) {
    return { ...told, verdict: 'category_at_odds', row: speaking, expected };
  }
  const other = finals.find((row) => row !== speaking && same.includes(row));
  if (other) return { ...told, verdict: 'agrees_other_source', row: other, likeness: null };
  if (note) return { ...told, verdict: 'not_final', row: note, likeness: null };
  return verdict === null
    ? { ...told, verdict: 'category_unjudged', row: speaking }
    : { ...told, verdict: 'category_differs', row: speaking };
}
