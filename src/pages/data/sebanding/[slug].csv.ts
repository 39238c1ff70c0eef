/** The distances from a region to every other of its level: `/data/sebanding/SLUG.csv`. */
import type { Area } from '../../../dataset/tables/index.ts';
import { peersCsv } from '../../../publish/peers-csv.ts';
import { model } from '../../../site/data.ts';

export function getStaticPaths() {
  return model.autonomousRegions.map((area) => ({ params: { slug: area.slug }, props: { area } }));
}

export function GET({ props: { area } }: { props: { area: Area } }): Response {
  const text = peersCsv(area, model.dataset.tables.areas, model.provinceOf);
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}
