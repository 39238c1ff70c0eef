/** The pages that showed what was corrected, as far as they are still there. */
import type { Correction } from '../derive/changes.ts';
import { framedPages } from './frames.ts';
import { framePath, isFramePath } from './page-paths.ts';

let known: ReadonlySet<string> | null = null;

/** Frames come and go with the figures they draw; pages stay. */
function frames(): ReadonlySet<string> {
  known ??= new Set(
    framedPages().flatMap(([page, own]) => own.map(({ chart }) => framePath(page, chart))),
  );
  return known;
}

/** Pages and frames that showed what was corrected and that can still be opened. */
export function standingPages({ pages }: Pick<Correction, 'pages'>): readonly string[] {
  return pages.filter((path) => !isFramePath(path) || frames().has(path));
}
