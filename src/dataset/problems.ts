/** A place in a dataset file: physical line and character column, both from 1, as editors show. */
export interface Location {
  /** Path as the contributor knows it, e.g. `data/scores.csv`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something wrong with the data. A problem stops the build; a warning is told and lets it pass.
 * `message` says what is wrong, quotes the offending value and gives the remedy, in one line.
 */
export interface Problem extends Location {
  readonly severity: 'problem' | 'warning';
  readonly message: string;
}

/** One line per problem, as the contract words it: `data/scores.csv:123:17: what is wrong`. */
export function formatProblem(problem: Problem): string {
  const prefix = problem.severity === 'warning' ? 'warning: ' : '';
  return `${problem.file}:${problem.line}:${problem.column}: ${prefix}${problem.message}`;
}

/** Orders problems by file, line and column, for a stable report. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}
