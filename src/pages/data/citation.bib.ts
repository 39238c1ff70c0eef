/** How to cite the data: `/data/citation.bib`. */
import { citationResponse } from '../../site/described.ts';

export function GET(): Response {
  return citationResponse('bibtex');
}
