/** How other regions do what the components of the programme ask for, as far as it is reported. */
import type { PartialDate } from '../dataset/table-schema.ts';
import type { Area, Row } from '../dataset/tables/index.ts';
import { surelyAfter } from './ladder.ts';
import type { Model } from './site-model.ts';

type ExampleTable =
  | 'profile_facts'
  | 'integrity_units'
  | 'service_malls'
  | 'channels'
  | 'complaint_ratings';

/** A row that shows how a region does something. */
export type Example = {
  readonly [N in ExampleTable]: {
    readonly table: N;
    readonly row: Row<N>;
    readonly area: Area;
    readonly isPilot: boolean;
  };
}[ExampleTable];

/** What is reported of other regions under one component of the programme. */
export interface ComponentExamples {
  readonly component: Row<'components'>;
  readonly examples: readonly Example[];
  /** Every other region with examples of it and how many, the most first. */
  readonly regions: readonly { readonly area: Area; readonly count: number }[];
}

/** Examples of a component, and of one region among them, at most. */
const EXAMPLES = 3;
const EXAMPLES_OF_A_REGION = 2;

/**
 * Kinds of facts that show something being done, those with the most to copy first. What was only
 * said, planned or won shows nothing.
 */
const SHOWS_HOW: readonly (readonly Row<'profile_facts'>['kind'][])[] = [
  ['regulation', 'service', 'digital', 'payment'],
  ['complaint', 'integrity_zone', 'community'],
];
const [TO_COPY, DONE, RATED] = [0, 1, 2];

/**
 * The components under which the rows of other tables are placed. The placing is ours, as that of
 * the programme's indicators: whistleblowing and the follow-up of complaints belong to oversight.
 */
const PLACED = {
  integrity_units: 4,
  service_malls: 3,
  channels: 5,
  whistleblowing: 2,
  complaint_ratings: 2,
} as const;

/** A rating in print that says there is none. */
const NOT_RATED = 'Tidak dinilai';

/** What is chosen from, with all that decides the order. */
type Candidate = Example & {
  readonly component: number | null;
  /** The smaller, the more there is to copy. */
  readonly rank: number;
  /** When it happened, or was reported; `''` where neither is known. */
  readonly date: PartialDate;
  /** The same in every row that tells of one thing: several sources may report it. */
  readonly thing: string;
};

/** All rows that show something being done. */
function candidates(model: Model): readonly Candidate[] {
  const { tables } = model.dataset;
  const pilots = new Set(model.pilots.map(({ area }) => area.code));
  const publishedOf = ({ source_id }: { readonly source_id: string }) =>
    model.source(source_id).published;
  // What is said at a training is advice, whatever else it is about.
  const trainings = new Set(
    tables.profile_facts.flatMap((row) => (row.kind === 'guidance' ? [row.source_id] : [])),
  );
  const rankOf = ({ kind }: Row<'profile_facts'>) =>
    SHOWS_HOW.findIndex((kinds) => kinds.includes(kind));
  /** Of tables that hold hundreds of regions, what they hold of pilots. */
  const ofPilots = <R extends { readonly area_code: string }>(rows: readonly R[]) =>
    rows.filter((row) => pilots.has(row.area_code));
  const area = (code: string) => ({ area: model.area(code), isPilot: pilots.has(code) });
  return [
    ...tables.profile_facts.flatMap((row): Candidate[] =>
      row.area_code === null || rankOf(row) < 0 || trainings.has(row.source_id)
        ? []
        : [
            {
              ...area(row.area_code),
              table: 'profile_facts',
              row,
              component: row.component_code,
              rank: rankOf(row),
              date: row.date,
              thing: row.id,
            },
          ],
    ),
    ...ofPilots(tables.integrity_units)
      .filter(({ outcome }) => outcome === 'awarded')
      .map(
        (row): Candidate => ({
          ...area(row.area_code),
          table: 'integrity_units',
          row,
          component: PLACED.integrity_units,
          rank: DONE,
          date: String(row.year),
          thing: `${row.unit}/${row.predicate}/${row.year}`,
        }),
      ),
    ...ofPilots(tables.service_malls).flatMap((row): Candidate[] => {
      // An opening that was only announced has not happened yet.
      const published = publishedOf(row);
      if (row.opened === null || published === null || surelyAfter(row.opened, published))
        return [];
      return [
        {
          ...area(row.area_code),
          table: 'service_malls',
          row,
          component: PLACED.service_malls,
          rank: TO_COPY,
          date: row.opened,
          thing: `mall/${row.opened}`,
        },
      ];
    }),
    ...ofPilots(tables.channels)
      // There must be a sign that it was opened; the national one stands everywhere.
      .filter(({ launched, url, kind }) => launched !== null || (url !== null && kind !== 'sp4n'))
      .map(
        (row): Candidate => ({
          ...area(row.area_code),
          table: 'channels',
          row,
          component: row.kind === 'wbs' ? PLACED.whistleblowing : PLACED.channels,
          rank: DONE,
          date: row.launched ?? publishedOf(row) ?? '',
          thing: row.channel,
        }),
      ),
    ...ofPilots(tables.complaint_ratings)
      .filter(({ rating }) => rating !== null && rating !== NOT_RATED)
      .map(
        (row): Candidate => ({
          ...area(row.area_code),
          table: 'complaint_ratings',
          row,
          component: PLACED.complaint_ratings,
          rank: RATED,
          date: String(row.year),
          thing: `rating/${row.year}`,
        }),
      ),
  ];
}

/** Pilots first; then what can be copied best; then the newest; then by name. */
function before(a: Candidate, b: Candidate): number {
  const name = ({ thing, row }: Candidate) => `${thing} ${row.source_id}`;
  return (
    Number(b.isPilot) - Number(a.isPilot) ||
    a.rank - b.rank ||
    (a.date < b.date ? 1 : a.date > b.date ? -1 : name(a) < name(b) ? -1 : 1)
  );
}

/**
 * What shows how other regions do it, for every component: facts of any region, and what other
 * tables hold of pilots (units with a predicate, service malls, complaint channels, and how the
 * handling of complaints was rated). Pilots first; rules and services before other steps, ratings
 * last; then the newest. A few of each, of more than one region where there are.
 * Promises, advice, plans, awards, visits and scores show nothing being done and are left out.
 */
export function examplesFor(model: Model, areaCode: string): readonly ComponentExamples[] {
  const all = candidates(model)
    .filter(({ area }) => area.code !== areaCode && area.level !== 'province')
    .toSorted(before);
  return model.dataset.tables.components.map((component) => {
    const seen = new Set<string>();
    const own = all.filter((each) => {
      const thing = `${each.area.code}/${each.thing}`;
      if (each.component !== component.code || seen.has(thing)) return false;
      seen.add(thing);
      return true;
    });
    const groups = Map.groupBy(own, ({ area }) => area);
    const few = own.filter(
      (each) => (groups.get(each.area)?.indexOf(each) ?? 0) < EXAMPLES_OF_A_REGION,
    );
    return {
      component,
      examples: few.slice(0, EXAMPLES),
      regions: [...groups]
        .map(([area, { length: count }]) => ({ area, count }))
        .toSorted((a, b) => b.count - a.count || (a.area.code < b.area.code ? -1 : 1)),
    };
  });
}
