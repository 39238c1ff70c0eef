import type { Location } from './problems.ts';
import type { Tables } from './tables/index.ts';

/** The checked dataset: typed rows, and where each of them stands in its file. */
export interface Dataset {
  readonly tables: Tables;
  /**
   * Where a row (or one field of it) stands in its file.
   * Throws for an object that is not a row of this dataset.
   */
  locate(row: object, field?: string): Location;
}
