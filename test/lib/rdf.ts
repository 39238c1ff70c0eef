/** Reads and checks linked data with libraries that are not the project's own. Nothing is fetched. */
import jsonld, { type JsonLdDocument } from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { Parser, type Quad, Store, Writer } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

/** The statements of a Turtle or N-Quads document. */
export function parseRdf(text: string): Quad[] {
  return new Parser().parse(text);
}

/** What shapes find wrong with statements, a line each; warnings do not count. */
export async function shapeProblems(shapes: string, quads: readonly Quad[]): Promise<string[]> {
  const report = await new SHACLValidator(new Store(parseRdf(shapes))).validate(
    new Store([...quads]),
  );
  return report.results
    .filter(({ severity }) => severity?.value.endsWith('#Violation'))
    .map(({ focusNode, path, sourceConstraintComponent }) =>
      [focusNode, path, sourceConstraintComponent].map((term) => term?.value ?? '').join(' '),
    );
}

/** Contexts by the address under which documents ask for them. */
export type Contexts = Readonly<Record<string, object>>;

function loaderOf(contexts: Contexts) {
  return async (url: string): Promise<RemoteDocument> => {
    const context = contexts[url];
    if (!context) throw new Error(`no context for ${url} is at hand`);
    return { documentUrl: url, document: context as RemoteDocument['document'] };
  };
}

/** The statements of a JSON-LD document. */
export async function quadsOfJsonLd(document: object, contexts: Contexts = {}): Promise<Quad[]> {
  const nquads = await jsonld.toRDF(document as JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader: loaderOf(contexts),
  });
  return parseRdf(String(nquads));
}

/** A JSON-LD document with every name written out. Terms that no context knows are an error. */
export async function expandJsonLd(document: object, contexts: Contexts): Promise<object[]> {
  return jsonld.expand(
    document as JsonLdDocument,
    {
      documentLoader: loaderOf(contexts),
      safe: true,
    } as object,
  );
}

/** The statements in a form that does not depend on their order or on names of blank nodes. */
export async function canonical(quads: readonly Quad[]): Promise<string> {
  const nquads = new Writer({ format: 'N-Quads' }).quadsToString([...quads]);
  // The library reads texts too, which its types do not tell.
  return jsonld.canonize(
    nquads as unknown as JsonLdDocument,
    {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      format: 'application/n-quads',
    } as object,
  );
}
