/** Writes the corrections as JSON. */

import type { Correction } from '../derive/changes.ts';
import { LICENCE } from '../licence.ts';
import { sourcePath } from '../site/page-paths.ts';
import type { DataSite } from './data-words.ts';

/**
 * Every correction, the newest edition first: the columns of `changes`, the date, the address of
 * its notice, the permanent addresses of the fact as it reads now, and every page and frame (in
 * Indonesian) that showed it before.
 */
export function correctionsJson(corrections: readonly Correction[], site: DataSite): string {
  const { edition } = site;
  const document = {
    edition: edition.version,
    date: edition.date,
    licence: LICENCE.url,
    corrections: corrections.map(({ id, edition: of, change, fact, pages }) => ({
      id,
      date: of.date,
      ...change,
      url: `${site.page('/koreksi/', 'id')}#${id}`,
      facts: (fact?.sources ?? []).map((each) => site.page(sourcePath(each.id, each.anchor), 'id')),
      pages: pages.map((path) => site.page(path, 'id')),
    })),
  };
  return `${JSON.stringify(document)}\n`;
}
