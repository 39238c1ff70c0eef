/** Every correction, with the pages that showed what was corrected: `/data/koreksi.json`. */
import { correctionsJson } from '../../publish/corrections-json.ts';
import { corrections } from '../../site/changes.ts';
import { dataSite } from '../../site/described.ts';

export function GET(): Response {
  return new Response(correctionsJson(corrections, dataSite), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}
