/** The same catalogue as Turtle: `/data/catalog.ttl`. */
import { catalogTurtle } from '../../site/described.ts';

export async function GET(): Promise<Response> {
  return new Response(await catalogTurtle(), {
    headers: { 'Content-Type': 'text/turtle; charset=utf-8' },
  });
}
