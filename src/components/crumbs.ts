/** A step of the breadcrumbs: a path without language and base, and its name. */
export interface Crumb {
  readonly path: string;
  readonly text: string;
}
