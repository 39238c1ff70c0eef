/** Every correction, with the pages that showed what was corrected: `/data/koreksi.json`. */
import { correctionsJson } from '../../publish/corrections-json.ts';
import { corrections } from '../../site/changes.ts';
import { standingPages } from '../../site/corrected-pages.ts';
import { dataSite } from '../../site/described.ts';

export function GET(): Response {
  const listed = corrections.map((each) => ({ ...each, pages: standingPages(each) }));
  return new Response(correctionsJson(listed, dataSite), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}
