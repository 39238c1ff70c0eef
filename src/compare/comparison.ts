/**
 * Everything a comparison shows, derived from a model that holds the facts of its areas: the same
 * functions as the build's, on the dataset that the browser puts together from the API.
 */
import type { MirrorData } from '../charts/mirror.ts';
import type { TrendsData } from '../charts/trends.ts';
import type { Text } from '../dataset/table-schema.ts';
import type { Area, IndicatorId, Score } from '../dataset/tables/index.ts';
import { isAutonomous } from '../derive/coverage.ts';
import { type Difference, differenceOf, figureOf } from '../derive/differences.ts';
import type { Figure } from '../derive/figures.ts';
import { canMirror, mirrorOf, shortName } from '../derive/mirror-data.ts';
import { type MissingReason, missingReason } from '../derive/missing.ts';
import { peersOf } from '../derive/peers.ts';
import { mediansOf, type PilotMedian, pilotMedian } from '../derive/pilots.ts';
import type { Model } from '../derive/site-model.ts';
import { trendsData } from '../derive/trends-data.ts';
import type { Member, Question } from './question.ts';

/** A member of a comparison with the areas it stands for. */
export type Entrant =
  | { readonly member: Member; readonly kind: 'area'; readonly area: Area }
  | {
      readonly member: Member;
      readonly kind: 'group';
      /** Whose peers they are; `null` for the pilots. */
      readonly of: Area | null;
      readonly areas: readonly Area[];
    };

export interface Lineup {
  readonly entrants: readonly Entrant[];
  /** The first area among the members: it is set against all others. */
  readonly subject: Area | null;
  /** Every area whose facts are needed, each once. */
  readonly areas: readonly Area[];
}

/**
 * Who takes part: groups spread out into their areas. The subject is in no group, because nobody
 * is compared with itself.
 *
 * @param pilots codes of the designated regions, in the order in which they are listed
 */
export function lineupOf(
  members: readonly Member[],
  areas: readonly Area[],
  pilots: readonly string[],
): Lineup {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const areaOf = (code: string): Area => {
    const area = byCode.get(code);
    if (!area) throw new Error(`unknown area ${code}`);
    return area;
  };
  const first = members.find((member) => member.kind === 'area');
  const subject = first ? areaOf(first.code) : null;
  const others = (group: readonly Area[]) => group.filter((area) => area !== subject);
  const entrants = members.map((member): Entrant => {
    if (member.kind === 'area') return { member, kind: 'area', area: areaOf(member.code) };
    if (member.kind === 'pilots') {
      return { member, kind: 'group', of: null, areas: others([...new Set(pilots)].map(areaOf)) };
    }
    const of = areaOf(member.code);
    const peers = peersOf(of, areas).map((peer) => peer.area);
    return { member, kind: 'group', of, areas: others(peers) };
  });
  return {
    entrants,
    subject,
    areas: [
      ...new Set(
        entrants.flatMap((entrant) => (entrant.kind === 'area' ? [entrant.area] : entrant.areas)),
      ),
    ],
  };
}

/** What a group is called. */
export function groupName(of: Area | null): Text {
  return of
    ? { id: `Daerah sebanding ${of.name}`, en: `Regions like ${of.name}` }
    : { id: 'Percontohan', en: 'Pilots' };
}

/** A figure in the table, or why there is none. */
export interface FigureRow {
  readonly kind: 'figure';
  readonly area: Area;
  /** The figure shown; `null` where none speaks. */
  readonly figure: Figure | null;
  readonly missing: MissingReason;
  /** Without a figure: what is told but not computed with, of the year shown or the newest. */
  readonly told: readonly Score[];
}

/** The middle of a group, or that there is none. */
export interface MedianRow {
  readonly kind: 'median';
  readonly median: PilotMedian | null;
  /** How many of the group have a figure, as it is shown. */
  readonly known: number;
  /** Whether what they have are categories alone, of which there is no middle. */
  readonly isByCategory: boolean;
}

/** A member's part of the table of one measure; of a group the median comes first. */
export interface EntrantRows {
  readonly entrant: Entrant;
  readonly rows: readonly (FigureRow | MedianRow)[];
}

export interface IndicatorTable {
  readonly indicator: IndicatorId;
  readonly parts: readonly EntrantRows[];
}

/** The subject against another area, in every measure asked for. */
export interface PairDifferences {
  readonly a: Area;
  readonly b: Area;
  readonly differences: readonly Difference[];
}

/** The pairs that a member makes with the subject. */
export interface EntrantDifferences {
  readonly entrant: Entrant;
  readonly pairs: readonly PairDifferences[];
}

/** Why there is no mirror. */
export type NoMirror =
  /** Only groups were chosen. */
  | 'no_subject'
  /** Nobody was chosen beside the subject. */
  | 'alone'
  /** The subject has no government of its own. */
  | 'not_applicable'
  /** Provinces stand opposite provinces, regencies and cities opposite one another. */
  | 'other_level';

/** A mirror, or why there is none. */
export type MirrorOrNone = MirrorData | NoMirror;

export interface Comparison {
  readonly lineup: Lineup;
  readonly mirror: MirrorOrNone;
  /** In the order of the measures asked for. */
  readonly trends: readonly { readonly indicator: IndicatorId; readonly data: TrendsData }[];
  readonly tables: readonly IndicatorTable[];
  readonly differences: readonly EntrantDifferences[];
}

function figureRow(
  { figures }: Model,
  area: Area,
  indicator: IndicatorId,
  year: number | null,
): FigureRow {
  const figure = figureOf(figures, area, indicator, year);
  const told = figure
    ? []
    : year === null
      ? (figures.of(area.code, indicator).findLast(({ notes }) => notes.length > 0)?.notes ?? [])
      : (figures.at(area.code, indicator, year)?.notes ?? []);
  return { kind: 'figure', area, figure, missing: missingReason(area, year ?? undefined), told };
}

/**
 * The median of a group in the subject's own series, of the year asked for; without one, of the
 * subject's year or the newest that allows a median. Without a figure of the subject: of the newest
 * series that allows one.
 */
function groupMedian(
  { figures, indicator: indicatorOf }: Model,
  group: readonly Area[],
  indicator: IndicatorId,
  own: Figure | null,
  year: number | null,
): PilotMedian | null {
  const counterparts = group.map((area) => ({ area }));
  const ids = own
    ? [own.series]
    : indicatorOf(indicator)
        .series.map(({ series }) => series)
        .toReversed();
  for (const series of ids) {
    const median =
      year === null
        ? pilotMedian(figures, counterparts, indicator, series, own?.year ?? null)
        : mediansOf(figures, counterparts, indicator, series).find((each) => each.year === year);
    if (median) return median;
  }
  return null;
}

function tableOf(
  model: Model,
  { entrants, subject }: Lineup,
  indicator: IndicatorId,
  year: number | null,
): IndicatorTable {
  const own = subject && figureOf(model.figures, subject, indicator, year);
  const parts = entrants.map((entrant): EntrantRows => {
    if (entrant.kind === 'area') {
      return { entrant, rows: [figureRow(model, entrant.area, indicator, year)] };
    }
    const rows = entrant.areas.map((area) => figureRow(model, area, indicator, year));
    const median: MedianRow = {
      kind: 'median',
      median: groupMedian(model, entrant.areas, indicator, own, year),
      known: rows.filter(({ figure }) => figure !== null).length,
      isByCategory:
        rows.some(({ figure }) => figure !== null) &&
        rows.every(({ figure }) => figure === null || figure.value === null),
    };
    return { entrant, rows: [median, ...rows] };
  });
  return { indicator, parts };
}

function mirrorFor(model: Model, lineup: Lineup, question: Question): MirrorOrNone {
  const { subject, areas, entrants } = lineup;
  if (!subject) return 'no_subject';
  if (!isAutonomous(subject)) return 'not_applicable';
  const others = areas.filter((area) => area !== subject);
  if (others.length === 0) return 'alone';
  const opposite = others.filter((other) => canMirror(subject, other));
  const rest = entrants.filter(({ kind }) => kind === 'group');
  // The median of one group says something; that of areas picked by hand does not.
  const [group] = rest;
  const isOneGroup = rest.length === 1 && entrants.length === 2 && group?.kind === 'group';
  const [only] = opposite;
  const heading: Text =
    isOneGroup && group
      ? groupName(group.of)
      : opposite.length === 1 && only
        ? { id: only.name, en: only.name }
        : { id: 'Pembanding', en: 'Compared with' };
  const isPilots = isOneGroup && group?.of === null;
  return (
    mirrorOf(model, subject, opposite, {
      year: question.year,
      indicators: question.indicators,
      median: isOneGroup,
      // The pilots have the words that profiles have for them.
      ...(isPilots ? {} : { others: { heading } }),
    }) ?? 'other_level'
  );
}

function differencesOf(
  model: Model,
  { subject, entrants }: Lineup,
  { indicators, year }: Question,
): readonly EntrantDifferences[] {
  if (!subject) return [];
  const seen = new Set<Area>([subject]);
  // Those chosen by name first: a group then tells of the others only.
  const inOrder = entrants.toSorted(
    (a, b) => Number(a.kind === 'group') - Number(b.kind === 'group'),
  );
  return inOrder.flatMap((entrant): readonly EntrantDifferences[] => {
    const areas = (entrant.kind === 'area' ? [entrant.area] : entrant.areas).filter(
      (area) => !seen.has(area),
    );
    for (const area of areas) seen.add(area);
    const pairs = areas.map((other) => ({
      a: subject,
      b: other,
      differences: indicators.map((indicator) =>
        differenceOf(model.figures, subject, other, indicator, year),
      ),
    }));
    return pairs.length > 0 ? [{ entrant, pairs }] : [];
  });
}

/** Derives a comparison. The model has to hold the facts of every area of the lineup. */
export function comparisonOf(model: Model, lineup: Lineup, question: Question): Comparison {
  const { indicators, year } = question;
  const subjects = lineup.entrants.map((entrant) => {
    if (entrant.kind === 'group') {
      const name = groupName(entrant.of);
      return { name, short: name, group: entrant.areas };
    }
    const { area } = entrant;
    const short = area.level === 'province' ? area.name : shortName(area, model.regions);
    return {
      name: { id: area.name, en: area.name },
      short: { id: short, en: short },
      area,
    };
  });
  return {
    lineup,
    mirror: mirrorFor(model, lineup, question),
    trends: indicators.map((indicator) => ({
      indicator,
      data: trendsData(model, indicator, subjects),
    })),
    tables: indicators.map((indicator) => tableOf(model, lineup, indicator, year)),
    differences: differencesOf(model, lineup, question),
  };
}
