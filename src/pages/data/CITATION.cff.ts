/** How to cite the data: `/data/CITATION.cff`. */
import { citationResponse } from '../../site/described.ts';

export function GET(): Response {
  return citationResponse('cff');
}
