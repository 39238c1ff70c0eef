/** What is known of one area: `/data/daerah/SLUG.csv`, `/data/provinsi/SLUG.csv`. */
import type { Area } from '../../../dataset/tables/index.ts';
import { model } from '../../../site/data.ts';
import { regionFactsPath } from '../../../site/paths.ts';
import { MEDIA_TYPES } from '../../../site/published.ts';
import { regionFactsFile } from '../../../site/region-files.ts';

export function getStaticPaths() {
  return model.dataset.tables.areas.map((area) => {
    const [, , kind] = regionFactsPath(area).split('/');
    return { params: { kind, slug: area.slug }, props: { area } };
  });
}

export function GET({ props: { area } }: { props: { area: Area } }): Response {
  return new Response(regionFactsFile(area), { headers: { 'Content-Type': MEDIA_TYPES.csv } });
}
