/** The dataset: its definition, its rows, and how it is read and checked. */
export type { Dataset } from './dataset.ts';
export { slugify } from './likeness.ts';
export {
  compareProblems,
  formatProblem,
  type Location,
  type Problem,
} from './problems.ts';
export { type DatasetReading, readDataset, readTables } from './read-dataset.ts';
export {
  type Category,
  type Constraints,
  categoryLabel,
  type Decimal,
  type Field,
  type ForeignKey,
  fieldOf,
  type Lang,
  type PartialDate,
  type RowOf,
  type TableDefinition,
  type Text,
} from './table-schema.ts';
export * from './tables/index.ts';
