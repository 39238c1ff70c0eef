import type { PartialDate } from '../dataset/table-schema.ts';
import type { Designation, Row, Rung } from '../dataset/tables/index.ts';

/** How far up the ladder a rung stands. The two ends beside the ladder have no height. */
const HEIGHT: Readonly<Partial<Record<Rung, number>>> = {
  proposed: 1,
  observed: 2,
  candidate: 3,
  designated: 4,
};

/** Where a region stands in one cohort, since when, and by which event. */
export interface Standing {
  readonly area_code: string;
  readonly cohort: number;
  readonly rung: Rung;
  /** Date of the earliest event that put the region on this rung, to the precision known. */
  readonly since: PartialDate;
  /** The event that says so. */
  readonly event: Designation;
  /** All events of the region in the cohort, oldest first. */
  readonly events: readonly Designation[];
  /** The assessment score and its event, where one was announced. */
  readonly assessment: Designation | null;
}

/**
 * Compares dates of different precision by their beginning: `2024-08` stands before `2024-08-14`
 * and after `2024-07-30`.
 */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether one date lies surely after another: `2024-08` does not lie after `2024-08-14`. */
export function surelyAfter(a: PartialDate, b: PartialDate): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/** Oldest first; on one date, lower rungs and earlier stages first. */
function compareEvents(a: Designation, b: Designation, stageOrder: (code: string) => number) {
  return (
    compareDates(a.date, b.date) ||
    stageOrder(a.stage) - stageOrder(b.stage) ||
    (HEIGHT[a.rung] ?? 9) - (HEIGHT[b.rung] ?? 9) ||
    (a.source_id < b.source_id ? -1 : 1)
  );
}

/** Prefers the date of the event itself to that of a report, then the more precise, then older. */
function firstEvent(events: readonly Designation[]): Designation | undefined {
  return events.toSorted(
    (a, b) =>
      Number(a.date_basis === 'report') - Number(b.date_basis === 'report') ||
      compareDates(a.date, b.date) ||
      b.date.length - a.date.length ||
      (a.source_id < b.source_id ? -1 : 1),
  )[0];
}

/**
 * The standing that a region's events in one cohort add up to. The highest rung counts, not the
 * last one reported, because press dates overlap: a proposal is often reported after the visit.
 * `passed_on` ends a standing; `not_selected` ends it short of a designation.
 * Throws for an empty list or for events of several regions or cohorts.
 */
export function standingOf(
  events: readonly Designation[],
  stages: readonly Row<'stages'>[],
): Standing {
  const [first] = events;
  if (!first) throw new Error('a standing needs an event');
  if (events.some((e) => e.area_code !== first.area_code || e.cohort !== first.cohort)) {
    throw new Error('a standing is of one region in one cohort');
  }
  const orders = new Map(stages.map((stage) => [stage.code, stage.order ?? 0]));
  const sorted = events.toSorted((a, b) => compareEvents(a, b, (code) => orders.get(code) ?? 0));
  const has = (rung: Rung) => events.some((event) => event.rung === rung);
  const highest = events.toSorted((a, b) => (HEIGHT[b.rung] ?? 0) - (HEIGHT[a.rung] ?? 0))[0];
  const rung: Rung = has('passed_on')
    ? 'passed_on'
    : has('designated')
      ? 'designated'
      : has('not_selected')
        ? 'not_selected'
        : (highest ?? first).rung;
  const event = firstEvent(events.filter((e) => e.rung === rung)) ?? first;
  const scored = sorted.filter((e) => e.score !== null);
  return {
    area_code: first.area_code,
    cohort: first.cohort,
    rung,
    since: event.date,
    event,
    events: sorted,
    assessment: scored.findLast((e) => e.rung === 'designated') ?? firstEvent(scored) ?? null,
  };
}

/** Every region's standings by its code, newest cohort first. */
export function buildLadder(
  designations: readonly Designation[],
  stages: readonly Row<'stages'>[],
): ReadonlyMap<string, readonly Standing[]> {
  const ladder = new Map<string, Standing[]>();
  for (const events of Map.groupBy(designations, (d) => `${d.area_code}/${d.cohort}`).values()) {
    const standing = standingOf(events, stages);
    const list = ladder.get(standing.area_code) ?? [];
    list.push(standing);
    ladder.set(standing.area_code, list);
  }
  for (const list of ladder.values()) list.sort((a, b) => b.cohort - a.cohort);
  return ladder;
}

/**
 * The standing a region is known by: a designation it holds, else that of its newest cohort.
 * `null` where the region is in no cohort.
 */
export function headlineStanding(standings: readonly Standing[] | undefined): Standing | null {
  return standings?.find((s) => s.rung === 'designated') ?? standings?.[0] ?? null;
}

/** Events that stand on a lower rung though surely dated after a higher one. */
export function outOfOrder(standing: Standing): readonly Designation[] {
  return standing.events.filter((event) => {
    const height = HEIGHT[event.rung];
    return (
      height !== undefined &&
      standing.events.some(
        (other) => (HEIGHT[other.rung] ?? 0) > height && surelyAfter(event.date, other.date),
      )
    );
  });
}
