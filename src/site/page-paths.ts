/** Paths of pages without language and base: the same wherever the site is put. */
import type { Area, IndicatorId } from '../dataset/tables/index.ts';

/** Folder of the full-text index, below the folder of its language. */
export const SEARCH_INDEX = 'cari/indeks/';

/** Path of the page that compares regions. */
export const COMPARE_PATH = '/banding/';

/** Path of an area's page. */
export function areaPath(area: { readonly level: string; readonly slug: string }): string {
  return area.level === 'province' ? `/provinsi/${area.slug}/` : `/daerah/${area.slug}/`;
}

/** Path of a region's readiness report, or of its list of gaps. */
export function readinessPath(area: Area): string {
  return `${areaPath(area)}kesiapan/`;
}

/** Path of the file with a region's distances to the others of its level, without base. */
export function peersCsvPath(area: Area): string {
  return `/data/sebanding/${area.slug}.csv`;
}

/** Path of the file with an area's facts, without base: `/data/daerah/SLUG.csv`. */
export function regionFactsPath(area: Area): string {
  return `/data${areaPath(area).slice(0, -1)}.csv`;
}

export function indicatorPath(id: IndicatorId): string {
  return `/indikator/${id}/`;
}

/** Path of a source's page, or of one fact on it: its permanent address. */
export function sourcePath(id: string, anchor?: string): string {
  return `/sumber/${id}/${anchor ? `#${anchor}` : ''}`;
}

/** Path of the history of editions. */
export const HISTORY_PATH = '/data/perubahan/';

/** The place of an edition on that page. */
export function editionAnchor(version: string): string {
  return `edisi-${version}`;
}

/** Path of what an edition changed. */
export function editionPath(version: string): string {
  return `${HISTORY_PATH}#${editionAnchor(version)}`;
}

export function cohortPath(year: number): string {
  return `/program/${year}/`;
}

/** Path of the picture that goes with a shared link to an area's page. */
export function areaImagePath(area: Area): string {
  return `/bagikan${areaPath(area).slice(0, -1)}.png`;
}

/** Path of the picture that goes with a shared link to an indicator's page. */
export function indicatorImagePath(id: IndicatorId): string {
  return `/bagikan${indicatorPath(id).slice(0, -1)}.png`;
}

const FRAMES = '/embed/';

/** Path of the frame of one chart of a page, for other sites: `/embed/daerah/SLUG/cermin/`. */
export function framePath(page: string, chart: string): string {
  return `${FRAMES}${page.slice(1)}${chart}/`;
}

/** Whether a page is a frame for other sites; its path without language and base. */
export function isFramePath(path: string): boolean {
  return path.startsWith(FRAMES);
}
