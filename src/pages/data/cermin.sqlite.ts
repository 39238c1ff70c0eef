/** All tables in one file: `/data/cermin.sqlite`. */
import { respondWith, wholeFile } from '../../site/published.ts';

export async function GET(): Promise<Response> {
  return respondWith(await wholeFile('sqlite'));
}
