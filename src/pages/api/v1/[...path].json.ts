/** The static JSON API: `/api/v1/…`. */
import { api } from '../../../site/api.ts';

export function getStaticPaths() {
  return [...api].map(([path, file]) => ({
    params: { path: path.replace(/\.json$/, '') },
    props: { file },
  }));
}

export function GET({ props: { file } }: { props: { file: object } }): Response {
  return new Response(`${JSON.stringify(file)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
}
