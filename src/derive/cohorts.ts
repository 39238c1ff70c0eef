import type { Row, Rung } from '../dataset/tables/index.ts';
import type { Standing } from './ladder.ts';
import type { Model } from './site-model.ts';

type CohortFigure = Row<'cohort_figures'>;

/** One number that sources print for a step of a cohort, with every row that prints it. */
export interface NumberVersion {
  readonly value: number;
  readonly rows: readonly CohortFigure[];
}

/** How many regions stood at a step of a cohort: as printed, and as found by name. */
export interface CohortNumber {
  readonly figure: CohortFigure['figure'];
  /** Every printed number, the one most sources print first. */
  readonly versions: readonly NumberVersion[];
  /** How many regions our sources name at this step or beyond it. */
  readonly named: number;
}

export interface Cohort {
  readonly year: number;
  readonly numbers: readonly CohortNumber[];
  /** Regions by where they stand, the highest rung first. */
  readonly groups: readonly { readonly rung: Rung; readonly standings: readonly Standing[] }[];
}

/** The order in which a cohort is told: from its outcome down to those who left it. */
const RUNG_ORDER: readonly Rung[] = [
  'designated',
  'candidate',
  'observed',
  'proposed',
  'not_selected',
  'passed_on',
];

/** The steps of a cohort, in the order in which regions come to them. */
export const FIGURE_ORDER: readonly CohortFigure['figure'][] = [
  'proposed',
  'observed',
  'accompanied',
  'named',
];

/** Rungs that show a region to have come as far as the step a printed number counts. */
const REACHED: Readonly<Record<CohortFigure['figure'], readonly Rung[]>> = {
  proposed: ['proposed'],
  observed: ['observed', 'candidate', 'designated'],
  accompanied: ['candidate', 'designated'],
  named: ['designated'],
};

/**
 * Whether an event shows that its region came to a step. A region picked by KPK itself was never
 * proposed, so that step counts only where a source tells of a proposal.
 */
function shows(event: Standing['events'][number], figure: CohortFigure['figure']): boolean {
  return (
    REACHED[figure].includes(event.rung) || (figure === 'proposed' && event.stage === 'usulan')
  );
}

/** What is printed of a step, and how many of the regions are known by name to have come to it. */
export function numberOf(
  figure: CohortFigure['figure'],
  rows: readonly CohortFigure[],
  standings: readonly Standing[],
): CohortNumber {
  const versions = [...Map.groupBy(rows, (row) => row.value)]
    .map(([value, same]) => ({ value, rows: same }))
    .toSorted((a, b) => b.rows.length - a.rows.length);
  const named = standings.filter(({ events }) => events.some((event) => shows(event, figure)));
  return { figure, versions, named: named.length };
}

/** Every cohort that an event or a number is about, oldest first. */
export function cohortYears({ tables }: Model['dataset']): readonly number[] {
  const rows = [...tables.designations, ...tables.cohort_figures];
  return [...new Set(rows.map((row) => row.cohort))].sort((a, b) => a - b);
}

/** A cohort as its sources tell it. Regions of one rung stand in the order of their codes. */
export function cohortOf(
  model: Pick<Model, 'dataset' | 'cohort' | 'standings'>,
  year: number,
): Cohort {
  const codes = [...new Set(model.cohort(year).map((event) => event.area_code))].sort();
  const standings = codes.flatMap((code) =>
    model.standings(code).filter((standing) => standing.cohort === year),
  );
  const rows = model.dataset.tables.cohort_figures.filter((row) => row.cohort === year);
  return {
    year,
    numbers: FIGURE_ORDER.flatMap((figure) => {
      const own = rows.filter((row) => row.figure === figure);
      return own.length > 0 ? [numberOf(figure, own, standings)] : [];
    }),
    groups: RUNG_ORDER.flatMap((rung) => {
      const own = standings.filter((standing) => standing.rung === rung);
      return own.length > 0 ? [{ rung, standings: own }] : [];
    }),
  };
}
