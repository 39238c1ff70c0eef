import type { Area, IndicatorId } from '../dataset/tables/index.ts';
import { type Coverage, coverageAt, isAutonomous, share } from './coverage.ts';
import { agree } from './decimal.ts';
import type { Figure, Figures } from './figures.ts';

/**
 * The press picks whom it reports, so a rank is given only where figures of at least this share
 * of the areas are known.
 */
export const RANK_MIN_COVERAGE = 0.8;

/** Fewer areas than this make no ranking worth the name. */
export const RANK_MIN_AREAS = 3;

export interface Rank {
  /**
   * 1 is best; those that cannot be told apart share a rank and the next ones are skipped
   * (1, 2, 2, 4).
   */
  readonly rank: number;
  /** How many others share it. */
  readonly ties: number;
  /** How many areas are ranked. */
  readonly of: number;
  readonly coverage: Coverage;
}

/** A ranking of areas, or the coverage that forbids one. */
export interface Ranking {
  readonly coverage: Coverage;
  /** Best first; empty where coverage is too low. */
  readonly entries: readonly {
    readonly area: Area;
    readonly figure: Figure;
    readonly rank: number;
    readonly ties: number;
  }[];
}

/**
 * Sorted figures in groups within which the order is not known: figures that agree as printings
 * do (82 and 82.11) cannot be told apart, nor can those between them.
 */
function tiedGroups<T extends { readonly figure: Figure }>(
  sorted: readonly T[],
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let end = 0;
  for (const [i, entry] of sorted.entries()) {
    if (i >= end) groups.push([]);
    groups.at(-1)?.push(entry);
    // Agreeing figures are never more than 1 apart: that is the coarsest digit in print.
    for (const [j, other] of sorted.slice(i + 1).entries()) {
      if (Number(entry.figure.value) - Number(other.figure.value) > 1) break;
      if (alike(entry.figure, other.figure)) end = Math.max(end, i + j + 2);
    }
  }
  return groups;
}

const alike = ({ value: a }: Figure, { value: b }: Figure) =>
  a !== null && b !== null && (Number(a) === Number(b) || agree(a, b));

/**
 * Ranks areas of one level by their figures of one series and year. Higher is better in every
 * series the site knows. Gives no entries where coverage is below {@link RANK_MIN_COVERAGE},
 * where fewer than {@link RANK_MIN_AREAS} have a number, or where some speak only by category.
 * Throws if the areas are of different levels: like with like.
 */
export function ranking(
  figures: Figures,
  areas: readonly Area[],
  indicator: IndicatorId,
  series: string,
  year: number,
): Ranking {
  const members = areas.filter(isAutonomous);
  if (new Set(members.map((area) => area.level)).size > 1) {
    throw new Error('only areas of one level can be ranked');
  }
  const coverage = coverageAt(figures, members, indicator, series, year);
  const valued = members.flatMap((area) => {
    const figure = figures.at(area.code, indicator, year);
    return figure?.value != null && figure.series === series ? [{ area, figure }] : [];
  });
  const enough =
    share(coverage) >= RANK_MIN_COVERAGE &&
    valued.length / Math.max(1, coverage.total) >= RANK_MIN_COVERAGE &&
    valued.length >= RANK_MIN_AREAS;
  if (!enough) return { coverage, entries: [] };
  const sorted = valued.toSorted(
    (a, b) =>
      Number(b.figure.value) - Number(a.figure.value) || (a.area.code < b.area.code ? -1 : 1),
  );
  let better = 0;
  const entries = tiedGroups(sorted).flatMap((group) => {
    const rank = better + 1;
    better += group.length;
    return group.map((entry) => ({ ...entry, rank, ties: group.length - 1 }));
  });
  return { coverage, entries };
}

/** An area's place in a ranking, or `null` where there is none. */
export function rankOf(result: Ranking, areaCode: string): Rank | null {
  const entry = result.entries.find((e) => e.area.code === areaCode);
  if (!entry) return null;
  const { rank, ties } = entry;
  return { rank, ties, of: result.entries.length, coverage: result.coverage };
}
