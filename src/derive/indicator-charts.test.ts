import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { DISTRIBUTION_MIN_FIGURES } from './chart-choice.ts';
import { indicatorDistributions } from './indicator-charts.ts';
import { deriveModel } from './site-model.ts';

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);

describe('indicatorDistributions', () => {
  it('draws each level once, by numbers or by grades, where there are enough of either', () => {
    const all = model.indicators.map(({ indicator }) => {
      const { numbers, grades } = indicatorDistributions(model, indicator);
      const levels = [...numbers, ...grades].map(({ level }) => level);
      expect(new Set(levels).size).toBe(levels.length);
      for (const { level, series, year } of numbers) {
        const figures = model.autonomousRegions
          .filter((area) => area.level === level)
          .map(({ code }) => model.figures.at(code, indicator, year));
        const valued = figures.filter((each) => each?.series === series && each.value !== null);
        expect(valued.length).toBeGreaterThanOrEqual(DISTRIBUTION_MIN_FIGURES);
      }
      return { numbers, grades };
    });
    expect(all.some(({ numbers }) => numbers.length === 2)).toBe(true);
    expect(all.some(({ grades }) => grades.length > 0)).toBe(true);
  });

  it('draws nothing of too few', () => {
    const few = deriveModel(fictionalDataset());
    for (const { indicator } of few.indicators) {
      expect(indicatorDistributions(few, indicator)).toEqual({ numbers: [], grades: [] });
    }
  });
});
