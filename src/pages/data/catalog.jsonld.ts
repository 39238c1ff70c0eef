/** The data as a DCAT-AP catalogue: `/data/catalog.jsonld`. */
import { catalogJsonLd } from '../../site/described.ts';

export async function GET(): Promise<Response> {
  return new Response(await catalogJsonLd(), {
    headers: { 'Content-Type': 'application/ld+json' },
  });
}
