/** How to cite the data: `/data/citation.csl.json`. */
import { citationResponse } from '../../site/described.ts';

export function GET(): Response {
  return citationResponse('csl');
}
