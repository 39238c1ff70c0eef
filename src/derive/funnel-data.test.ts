import { expect, it } from 'vitest';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { funnelData } from './funnel-data.ts';
import { deriveModel } from './site-model.ts';

const model = deriveModel(fictionalDataset());

it('has every step, with the numbers in print and the regions known by name', () => {
  const { steps } = funnelData(model, 2024);
  expect(steps.map(({ label, versions, named }) => [label.en, versions, named])).toEqual([
    ['proposed', [], 0],
    ['observed', [{ value: 2, sources: 1, scopes: [] }], 2],
    ['designated', [], 2],
  ]);
});

it('keeps the versions of a number apart, with their sources and words', () => {
  const observed = { cohort: 2024, figure: 'observed' };
  const differing = deriveModel(
    fictionalDataset({
      cohort_figures: tableText('cohort_figures', [
        { ...observed, value: 2, source_id: 'kabar-contoh-2024-01-15' },
        {
          ...observed,
          value: 3,
          scope_id: 'kata rekaan',
          scope_en: 'fictional words',
          source_id: 'warta-rekaan-2025-02',
        },
      ]),
    }),
  );
  expect(funnelData(differing, 2024).steps[1]?.versions).toEqual([
    { value: 2, sources: 1, scopes: [] },
    { value: 3, sources: 1, scopes: [{ id: 'kata rekaan', en: 'fictional words' }] },
  ]);
});
