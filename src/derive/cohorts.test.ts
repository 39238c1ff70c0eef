import { describe, expect, test } from 'vitest';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { cohortOf, cohortYears } from './cohorts.ts';
import { deriveModel } from './site-model.ts';

const figure = (value: number, source_id: string, name = 'observed') => ({
  cohort: '2024',
  figure: name,
  value,
  source_id,
});

const dataset = fictionalDataset({
  cohort_figures: tableText('cohort_figures', [
    figure(4, 'kabar-contoh-2024-01-15', 'named'),
    figure(12, 'kabar-contoh-2024-01-15'),
    figure(15, 'lembaga-rekaan-2023'),
    figure(15, 'warta-rekaan-2025-02'),
  ]),
});
const model = deriveModel(dataset);

describe('cohorts', () => {
  test('are those of events and of numbers, oldest first', () => {
    expect(cohortYears(dataset)).toEqual([2024, 2025]);
  });

  test('keep every printed number, the most printed first', () => {
    const [observed] = cohortOf(model, 2024).numbers;
    expect(observed?.figure).toBe('observed');
    expect(observed?.versions.map((v) => [v.value, v.rows.length])).toEqual([
      [15, 2],
      [12, 1],
    ]);
  });

  test('count by name who came to a step or beyond it', () => {
    const { numbers } = cohortOf(model, 2024);
    expect(numbers.map(({ figure: step, named }) => [step, named])).toEqual([
      ['observed', 2],
      ['named', 2],
    ]);
  });

  test('group regions by where they stand', () => {
    const groups = ({ groups }: ReturnType<typeof cohortOf>) =>
      groups.map(({ rung, standings }) => [rung, standings.map((s) => s.area_code)]);
    expect(groups(cohortOf(model, 2024))).toEqual([['designated', ['98.71', '99.71']]]);
    expect(groups(cohortOf(model, 2025))).toEqual([['proposed', ['99.01']]]);
  });

  test('without anything are empty', () => {
    expect(cohortOf(model, 2031)).toEqual({ year: 2031, numbers: [], groups: [] });
  });
});
