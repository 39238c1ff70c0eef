import type { Area } from '../dataset/tables/index.ts';
import { isAutonomous } from './coverage.ts';

/**
 * Why there is no figure. Never a blank, never zero:
 * `not_applicable`: the area has no government of its own; `not_yet_formed`: the area did not
 * exist in that year; `not_found`: nobody has shown us one yet.
 */
export type MissingReason = 'not_found' | 'not_applicable' | 'not_yet_formed';

/** The reason why an area has no figure, at all or for a year. */
export function missingReason(area: Area, year?: number): MissingReason {
  if (!isAutonomous(area)) return 'not_applicable';
  const formed = area.formed === null ? null : Number(area.formed.slice(0, 4));
  return year !== undefined && formed !== null && year < formed ? 'not_yet_formed' : 'not_found';
}
