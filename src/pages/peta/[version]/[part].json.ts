/** What the map fetches when somebody comes to use it: places, and a file for each thing it shows. */
import { mapFiles, mapVersion } from '../../../site/maps.ts';

export function getStaticPaths() {
  return [...mapFiles].map(([part, text]) => ({
    params: { version: mapVersion, part },
    props: { text },
  }));
}

export function GET({ props: { text } }: { props: { text: string } }): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
}
