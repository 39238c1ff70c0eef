import type { RowOf, TableDefinition } from '../table-schema.ts';
import { aliases, areas } from './areas.ts';
import { changes } from './changes.ts';
import {
  channels,
  complaintRatings,
  editions,
  integrityUnits,
  nationalChannels,
  profileFacts,
  satisfaction,
  serviceMalls,
} from './local.ts';
import { bands, decisions, indicators, scores } from './measures.ts';
import {
  cohortFigures,
  components,
  criteria,
  designations,
  disputes,
  nationalFigures,
  programmeIndicators,
  stages,
} from './programme.ts';
import { sources } from './sources.ts';
import { terms } from './terms.ts';

/**
 * Every table of the dataset by the name of its file, in the order in which they are published.
 * To add a table: define it, list it here, add `data/NAME.csv`.
 */
export const TABLES = {
  areas,
  aliases,
  indicators,
  bands,
  scores,
  decisions,
  components,
  programme_indicators: programmeIndicators,
  criteria,
  stages,
  cohort_figures: cohortFigures,
  designations,
  disputes,
  profile_facts: profileFacts,
  complaint_ratings: complaintRatings,
  satisfaction,
  integrity_units: integrityUnits,
  service_malls: serviceMalls,
  channels,
  national_channels: nationalChannels,
  national_figures: nationalFigures,
  sources,
  editions,
  changes,
  terms,
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof TABLES;
export type Row<N extends TableName> = RowOf<(typeof TABLES)[N]>;

// Marked pure: scripts for the browser that need no table leave all of them out.
export const TABLE_NAMES = /* @__PURE__ */ Object.keys(TABLES) as readonly TableName[];

export type Area = Row<'areas'>;
export type Source = Row<'sources'>;
export type Indicator = Row<'indicators'>;
export type IndicatorId = Indicator['indicator'];
export type Band = Row<'bands'>;
export type Score = Row<'scores'>;
export type Criterion = Row<'criteria'>;
export type Designation = Row<'designations'>;
export type Term = Row<'terms'>;
export type Level = Area['level'];
export type Rung = Designation['rung'];

/** The rows of every table, checked and typed. */
export type Tables = { readonly [N in TableName]: readonly Row<N>[] };
