import type { Dataset } from '../dataset/dataset.ts';
import type { Row } from '../dataset/tables/index.ts';

type UnitRow = Row<'integrity_units'>;
export type IntegrityOutcome = UnitRow['outcome'];

/** What one or more sources say of it in the same words. */
export interface IntegrityMention {
  readonly detail_id: string | null;
  readonly detail_en: string | null;
  readonly rows: readonly UnitRow[];
}

/** What became of one unit's attempt in one year, with every row that tells it. */
export interface IntegrityEvent {
  readonly area_code: string;
  readonly unit: string;
  readonly predicate: string;
  readonly year: number;
  readonly outcome: IntegrityOutcome;
  readonly rows: readonly UnitRow[];
  readonly mentions: readonly IntegrityMention[];
}

export interface IntegrityYear {
  readonly year: number;
  /** Units that got a predicate in this year, by predicate. */
  readonly awarded: ReadonlyMap<string, number>;
}

export interface Integrity {
  /** Of an area, newest first. */
  of(areaCode: string): readonly IntegrityEvent[];
  withOutcome(outcome: IntegrityOutcome): readonly IntegrityEvent[];
  readonly events: readonly IntegrityEvent[];
  /** Codes of the areas with an event, in the order of the table. */
  readonly areaCodes: readonly string[];
  /** The predicates awarded, in the order of the table: WBK before WBBM. */
  readonly predicates: readonly string[];
  /** Years with an award, newest first. */
  readonly years: readonly IntegrityYear[];
}

/** Groups the rows about integrity zones: one event, one unit, one year, all its sources. Pure. */
export function buildIntegrity({ tables }: Pick<Dataset, 'tables'>): Integrity {
  const keyOf = (row: UnitRow) =>
    JSON.stringify([row.area_code, row.unit.toLowerCase(), row.predicate, row.year, row.outcome]);
  const events = [...Map.groupBy(tables.integrity_units, keyOf).values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { area_code, unit, predicate, year, outcome } = first;
    const mentions = [...Map.groupBy(rows, (row) => row.detail_id ?? '').values()].flatMap(
      (same) =>
        same[0] ? [{ detail_id: same[0].detail_id, detail_en: same[0].detail_en, rows: same }] : [],
    );
    return [{ area_code, unit, predicate, year, outcome, rows, mentions }];
  });
  const newestFirst = events.toSorted((a, b) => b.year - a.year);
  const byArea = Map.groupBy(newestFirst, (event) => event.area_code);
  const awarded = events.filter((event) => event.outcome === 'awarded');
  return {
    events,
    areaCodes: [...new Set(events.map((event) => event.area_code))],
    of: (code) => byArea.get(code) ?? [],
    withOutcome: (outcome) => newestFirst.filter((event) => event.outcome === outcome),
    predicates: [...new Set(awarded.map((event) => event.predicate))],
    years: yearsOf(awarded).map((year) => {
      const own = awarded.filter((event) => event.year === year);
      return {
        year,
        awarded: new Map(
          [...Map.groupBy(own, (event) => event.predicate)].map(([name, of]) => [name, of.length]),
        ),
      };
    }),
  };
}

/** Every year from the newest event to the oldest, those of no event among them. */
function yearsOf(events: readonly IntegrityEvent[]): readonly number[] {
  if (events.length === 0) return [];
  const years = events.map(({ year }) => year);
  const newest = Math.max(...years);
  return Array.from({ length: newest - Math.min(...years) + 1 }, (_, i) => newest - i);
}
