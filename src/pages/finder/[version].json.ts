/** The region finder's index, loaded when the finder gets the focus. */
import { finderIndex } from '../../site/finder-index.ts';

export function getStaticPaths() {
  return [{ params: { version: finderIndex.version } }];
}

export function GET(): Response {
  return new Response(finderIndex.text, { headers: { 'Content-Type': 'application/json' } });
}
