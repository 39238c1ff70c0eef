import type { Dataset } from '../dataset/dataset.ts';
import { compareProblems, type Problem } from '../dataset/problems.ts';
import { findDisagreements } from './disagreements.ts';
import { buildFigures } from './figures.ts';
import { buildLadder, outOfOrder } from './ladder.ts';

/**
 * Warnings that take derivation to see: differences without a decision, decisions about nothing,
 * labels that contradict their band, events of a cohort out of order. None stops a build: they
 * are how the sources are, but an editor should know.
 */
export function reviewDataset(dataset: Dataset): readonly Problem[] {
  const figures = buildFigures(dataset);
  const { scores, labels } = findDisagreements(dataset, figures);
  const warn = (row: object, field: string, message: string): Problem => ({
    ...dataset.locate(row, field),
    severity: 'warning',
    message,
  });

  const undecided = scores.flatMap(({ figure, versions }) => {
    if (figure.decision || !figure.speaking) return [];
    const prints = versions.map(({ rows }) => rows[0]?.value ?? rows[0]?.category).join(', ');
    return [
      warn(
        figure.speaking,
        figure.value === null ? 'category' : 'value',
        `sources print different final figures (${prints}) and no row of decisions.csv says which is used; add one for ${figure.area_code}, ${figure.indicator}, ${figure.year}`,
      ),
    ];
  });

  const needless = figures.all.flatMap((figure) =>
    figure.decision && !figure.differs
      ? [
          warn(
            figure.decision,
            'area_code',
            `a decision for ${figure.area_code}, ${figure.indicator}, ${figure.year}, but its final figures agree; remove the row or check the figures`,
          ),
        ]
      : [],
  );

  const mislabelled = labels.map(({ row, printed, expected }) =>
    warn(
      row,
      'category',
      `${row.value} is labelled "${printed.category_id}" but lies in "${expected.category_id}" (${expected.printed_range ?? 'range not printed'}); check the page, or leave it: it is listed among the differences`,
    ),
  );

  const disordered = [...buildLadder(dataset.tables.designations, dataset.tables.stages).values()]
    .flat()
    .flatMap((standing) =>
      outOfOrder(standing).map((event) =>
        warn(
          event,
          'date',
          `"${event.rung}" on ${event.date} comes after a higher rung of cohort ${event.cohort}; press dates overlap, but check it`,
        ),
      ),
    );

  return [...undecided, ...needless, ...mislabelled, ...disordered].sort(compareProblems);
}
