import type { Dataset } from '../dataset/dataset.ts';
import type { Band, Row, Score } from '../dataset/tables/index.ts';
import type { Figure, Figures } from './figures.ts';

/** A figure whose final rows really differ. */
export interface ScoreDisagreement {
  readonly figure: Figure;
  /** Final rows by what they print, the used version first. */
  readonly versions: readonly Version[];
}

export interface Version {
  readonly rows: readonly Score[];
  readonly used: boolean;
}

/** A printed label that is not the band its figure falls into. */
export interface LabelContradiction {
  readonly row: Score;
  readonly printed: Band;
  readonly expected: Band;
}

/** Versions of one claim outside the scores, the used one first. */
export interface Dispute {
  readonly id: string;
  readonly versions: readonly Row<'disputes'>[];
}

export interface Disagreements {
  readonly scores: readonly ScoreDisagreement[];
  readonly labels: readonly LabelContradiction[];
  readonly disputes: readonly Dispute[];
}

function versionsOf(figure: Figure): readonly Version[] {
  const finals = figure.rows.filter(
    (row) => row.status === 'final' && (row.value !== null || row.category !== null),
  );
  const groups = Map.groupBy(finals, (row) =>
    row.value === null ? `category ${row.category}` : `value ${Number(row.value)}`,
  );
  return [...groups.values()]
    .map((rows) => ({ rows, used: figure.speaking !== null && rows.includes(figure.speaking) }))
    .toSorted((a, b) => Number(b.used) - Number(a.used) || b.rows.length - a.rows.length);
}

/** The label a final or told row contradicts, judged within the printed category's own scheme. */
function contradiction(row: Score, figures: Figures): LabelContradiction | null {
  if (row.value === null || row.category === null) return null;
  const { bandOfCategory, bandsOfValue } = figures.bands;
  const printed = bandOfCategory(row.indicator, row.series, row.year, row.category);
  if (!printed) return null;
  const expected = bandsOfValue(row.indicator, row.series, row.year, row.value).find(
    (band) => band.scheme === printed.scheme,
  );
  return expected && expected.category_id !== printed.category_id
    ? { row, printed, expected }
    : null;
}

/** Collects everything sources tell differently: figures, labels and other claims. */
export function findDisagreements(dataset: Dataset, figures: Figures): Disagreements {
  const disputes = Map.groupBy(dataset.tables.disputes, (row) => row.id);
  return {
    scores: figures.all
      .filter((figure) => figure.differs)
      .map((figure) => ({ figure, versions: versionsOf(figure) })),
    labels: dataset.tables.scores.flatMap((row) => contradiction(row, figures) ?? []),
    disputes: [...disputes].map(([id, rows]) => ({
      id,
      versions: rows.toSorted((a, b) => Number(b.used) - Number(a.used)),
    })),
  };
}
