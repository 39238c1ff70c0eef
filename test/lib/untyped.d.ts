/** Libraries of the tests that bring no types. */
declare module '@citation-js/core' {
  /** A list of works, read from any form that a plugin knows. */
  export class Cite {
    constructor(text: string);
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-cff';

declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream';
  import type { DataFactory, Quad, Store } from 'n3';

  /** Reads CSV as its description by "CSV on the Web" says. */
  export default class CsvwParser {
    constructor(options: { metadata: Store; baseIRI: string; factory: typeof DataFactory });
    import(input: Readable): AsyncIterable<Quad>;
  }
}
