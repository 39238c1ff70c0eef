import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import { DISTRIBUTION_MIN_FIGURES, profileDistributions, tellingYear } from './chart-choice.ts';
import { isAutonomous } from './coverage.ts';
import { deriveModel } from './site-model.ts';

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);

describe('which distribution a page shows', () => {
  it.each(['regency', 'city'] as const)('a recent year with enough figures: %s', (level) => {
    const areas = model.autonomousRegions.filter((area) => area.level === level);
    for (const { indicator } of model.indicators) {
      const year = tellingYear(model, areas, indicator);
      if (!year) continue;
      expect(year.count).toBeGreaterThanOrEqual(DISTRIBUTION_MIN_FIGURES);
      const fuller = areas.filter(({ code }) =>
        model.figures.of(code, indicator).some((f) => f.year === year.year && f.value !== null),
      );
      expect(fuller.length).toBeGreaterThanOrEqual(year.count);
    }
    expect(tellingYear(model, areas.slice(0, 3), 'spi')).toBeNull();
  });

  it('at most two on a profile, of years in which the region has a number', () => {
    for (const area of model.regions) {
      const shown = profileDistributions(model, area);
      expect(shown.length).toBeLessThanOrEqual(2);
      if (!isAutonomous(area)) expect(shown).toEqual([]);
      for (const { indicator, series, year } of shown) {
        const own = model.figures.at(area.code, indicator, year);
        expect(own?.series).toBe(series);
        expect(own?.value).not.toBeNull();
      }
    }
  });
});
