import type { FunnelData, FunnelStep } from '../charts/funnel.ts';
import { categoryLabel, type Text } from '../dataset/table-schema.ts';
import { TABLES } from '../dataset/tables/index.ts';
import { cohortOf, FIGURE_ORDER, numberOf } from './cohorts.ts';
import type { Model } from './site-model.ts';

/** Steps that every cohort has; others are shown where a source prints a number of them. */
const ALWAYS: readonly string[] = ['proposed', 'observed', 'named'];

/** The numbers of a cohort, step by step, each version of them. */
export function funnelData(model: Model, cohort: number): FunnelData {
  const { numbers, groups } = cohortOf(model, cohort);
  const standings = groups.flatMap((group) => group.standings);
  const steps = FIGURE_ORDER.flatMap((figure): readonly FunnelStep[] => {
    const printed = numbers.find((number) => number.figure === figure);
    if (!printed && !ALWAYS.includes(figure)) return [];
    const { versions, named } = printed ?? numberOf(figure, [], standings);
    const label = (lang: 'id' | 'en') =>
      categoryLabel(TABLES.cohort_figures, 'figure', figure, lang);
    return [
      {
        label: { id: label('id'), en: label('en') },
        versions: versions.map(({ value, rows }) => ({
          value,
          sources: new Set(rows.map(({ source_id }) => source_id)).size,
          scopes: scopesOf(rows),
        })),
        named,
      },
    ];
  });
  return { cohort, steps };
}

function scopesOf(
  rows: readonly { readonly scope_id: string | null; readonly scope_en: string | null }[],
): readonly Text[] {
  const scopes = rows.flatMap(({ scope_id, scope_en }) =>
    scope_id === null ? [] : [{ id: scope_id, en: scope_en ?? scope_id }],
  );
  return [...new Map(scopes.map((scope) => [scope.id, scope])).values()];
}
