/** The static JSON API: `/api/v1/…`. */
import { apiFiles } from '../../../publish/api.ts';
import { citations, edition, model } from '../../../site/data.ts';
import { absolute, fileHref } from '../../../site/paths.ts';

export function getStaticPaths() {
  const address = (path: string) => absolute(fileHref(path));
  return [...apiFiles(model, citations, { edition, address })].map(([path, file]) => ({
    params: { path },
    props: { file },
  }));
}

export function GET({ props: { file } }: { props: { file: object } }): Response {
  return new Response(`${JSON.stringify(file)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
}
