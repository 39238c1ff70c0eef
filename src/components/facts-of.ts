import type { Row } from '../dataset/tables/index.ts';
import { model } from '../site/data.ts';

/** Facts of a region (or of the programme, for `null`) by component code, newest first. */
export function factsByComponent(
  areaCode: string | null,
): ReadonlyMap<number | null, readonly Row<'profile_facts'>[]> {
  const own = model.dataset.tables.profile_facts
    .filter((row) => row.area_code === areaCode)
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
  return Map.groupBy(own, (row) => row.component_code);
}
