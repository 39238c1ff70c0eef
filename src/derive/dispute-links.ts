import type { Dispute } from './disagreements.ts';

/** What a row of some table says, and the sources it names for it. */
export interface Statement {
  readonly value: string | number | null;
  readonly sourceIds: readonly string[];
}

function sameValue(a: string, b: string | number): boolean {
  return a === String(b) || (a !== '' && b !== '' && Number(a) === Number(b));
}

/**
 * The disputes that a page has to mention beside its statements: those with a version of the same
 * value out of one of the same sources. So no table needs to name its disputes.
 */
export function disputesAbout(
  disputes: readonly Dispute[],
  statements: readonly Statement[],
): readonly Dispute[] {
  return disputes.filter(({ versions }) =>
    versions.some((version) =>
      statements.some(
        ({ value, sourceIds }) =>
          version.value !== null &&
          value !== null &&
          sameValue(version.value, value) &&
          sourceIds.some((id) => version.source_ids.includes(id)),
      ),
    ),
  );
}
