/** Which pages showed what an edition corrects: a file beside the archive of that edition. */

/** The pages that showed a fact before it was corrected, by the change that corrected it. */
export type ShownPages = readonly {
  readonly table_name: string;
  readonly row_key: string;
  readonly column_name: string;
  /** Paths without base and language, sorted. */
  readonly pages: readonly string[];
}[];

/** Name of the file of an edition. Editions without corrections have none. */
export function pagesName(version: string): string {
  return `cermin-${version}-pages.json`;
}
