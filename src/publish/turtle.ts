/** Writes JSON-LD as Turtle, so that both say the same. */
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';

/**
 * The statements of a JSON-LD document, in their order. Its contexts must be within it: nothing is
 * fetched.
 */
export async function turtleOf(
  document: object,
  prefixes: Readonly<Record<string, string>>,
): Promise<string> {
  const documentLoader = (url: string): never => {
    throw new Error(`the document must bring its own context, not ask for ${url}`);
  };
  const nquads = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader });
  const writer = new Writer({ prefixes: { ...prefixes } });
  writer.addQuads(
    // Blank nodes keep their names: made anew, they would differ from build to build.
    new Parser({ format: 'N-Quads', blankNodePrefix: '_:' }).parse(String(nquads)),
  );
  return new Promise((resolve, reject) => {
    writer.end((error, text) => (error ? reject(error) : resolve(text)));
  });
}
