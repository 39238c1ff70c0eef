/** What the steps of reading hand to each other: tables half checked, and the problems so far. */
import type { CsvField } from './csv-reader.ts';
import { compareProblems, type Problem } from './problems.ts';
import type { TableDefinition } from './table-schema.ts';
import { count } from './wording.ts';

/** A place within a file. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A row whose cells are typed one by one: what is missing from `values` was reported. */
export interface ReadRow {
  readonly place: Place;
  /** Typed values by column; a key is absent where the cell is wrong or its column is missing. */
  readonly values: Record<string, unknown>;
  /** The cells by column, as they stand in the file. */
  readonly cells: Readonly<Record<string, CsvField>>;
}

/** The texts of a row in which something was reported. */
export interface DamagedRow {
  readonly texts: readonly string[];
  /** Those of the wrong cells alone: what was meant is probably near. */
  readonly wrong: readonly string[];
}

/** One table as far as it could be read. */
export interface ReadTable {
  readonly definition: TableDefinition;
  /** Path as the contributor knows it. */
  readonly file: string;
  /** False where the file as a whole was refused; then nothing can be said about its rows. */
  readonly readable: boolean;
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly ReadRow[];
  /**
   * Rows that are damaged in any cell. What points at such a row is not reported as
   * pointing nowhere: that would be a second line for one mistake.
   */
  readonly damaged: DamagedRow[];
}

export type ReadTables = Readonly<Record<string, ReadTable>>;

/** Collects problems and warnings of all files. */
export interface Report {
  problem(file: string, place: Place, message: string): void;
  warning(file: string, place: Place, message: string): void;
}

/** A report and what it has collected so far, each in the order of files and lines. */
export function createReport(): Report & {
  problems(): readonly Problem[];
  warnings(): readonly Problem[];
} {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  return {
    problem: (file, { line, column }, message) =>
      void problems.push({ severity: 'problem', file, line, column, message }),
    warning: (file, { line, column }, message) =>
      void warnings.push({ severity: 'warning', file, line, column, message }),
    problems: () => problems.toSorted(compareProblems),
    warnings: () => warnings.toSorted(compareProblems),
  };
}

/** The place of a cell, or of the row where the column is missing. */
export function placeOf(row: ReadRow, column?: string): Place {
  return (column && row.cells[column]) || row.place;
}

/** A cell as written, without stray spaces. */
export function rawText(row: ReadRow, column: string): string {
  return row.cells[column]?.value.trim() ?? '';
}

/** A finding that one mistake elsewhere may have caused many times over. */
interface Repeated {
  readonly file: string;
  readonly place: Place;
  readonly message: string;
}

export interface Groups {
  add(key: string, file: string, place: Place, message: string): void;
  /** Reports groups of up to `separate` findings one by one, larger ones in one line. */
  flush(): void;
}

/**
 * Gathers problems that may all follow from one mistake (an id misspelt where it is defined), so
 * that they take one line, which names the other places.
 */
export function createGroups(report: Report, separate: number): Groups {
  const groups = new Map<string, Repeated[]>();
  return {
    add(key, file, place, message) {
      const group = groups.get(key);
      if (group) group.push({ file, place, message });
      else groups.set(key, [{ file, place, message }]);
    },
    flush() {
      for (const group of groups.values()) {
        const [first, ...others] = group;
        if (!first) continue;
        if (group.length <= separate) {
          for (const { file, place, message } of group) report.problem(file, place, message);
          continue;
        }
        const named = others.slice(0, 5).map(({ file, place }) => `${file}:${place.line}`);
        const more = others.length > named.length ? ' …' : '';
        report.problem(
          first.file,
          first.place,
          `${first.message} (the same in ${count(others.length, 'more row')}: ${named.join(', ')}${more})`,
        );
      }
      groups.clear();
    },
  };
}
