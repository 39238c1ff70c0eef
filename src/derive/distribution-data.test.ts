import { expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { binnedData, distributionData } from './distribution-data.ts';
import { deriveModel } from './site-model.ts';

const model = deriveModel(fictionalDataset());
const mcp = { indicator: 'mcp', series: 'mcp', year: 2023 } as const;

it('sets the speaking figures of regencies and cities side by side', () => {
  const data = distributionData(model, mcp);
  expect(data).toMatchObject({
    year: 2023,
    areas: { id: 'kabupaten/kota', en: 'regencies and cities' },
    scale: [0, 100],
    threshold: { at: 75, text: { id: '≥ 75', en: '≥ 75' }, strict: false },
    region: null,
    categories: [],
  });
  expect(data.total).toBe(model.autonomousRegions.length);
  expect(data.values.toSorted()).toEqual(['70.10', '77.5', '81', '88.8', '92.15']);
  expect(data.bands.map(({ min, max, ink }) => [min, max, ink])).toEqual([
    [0, 50, 'band-0'],
    [50, 75, 'band-2'],
    [75, 100, 'band-4'],
  ]);
});

it('names the pilots of the levels compared, but never the region twice', () => {
  const area = model.area('98.71');
  const data = distributionData(model, { ...mcp, levels: ['city'], area });
  expect(data.region).toEqual({ name: 'Kota Contoh', value: '92.15', category: null });
  expect(data.pilots).toEqual([{ name: 'Kota Misal', value: null, category: null }]);
  expect(distributionData(model, { ...mcp, levels: ['regency'] }).pilots).toEqual([]);
});

it('knows the numbers of the plots beside it, of its own series alone', () => {
  const levels = ['city'] as const;
  const other = { ...mcp, levels: ['regency'] as const };
  const own = distributionData(model, { ...mcp, levels }, [other]);
  expect(own.beside).toEqual(distributionData(model, other).values);
  expect(own.beside?.length).toBeGreaterThan(0);
  const mcsp = { ...mcp, series: 'mcsp' } as const;
  expect(distributionData(model, mcsp, [other]).beside).toEqual([]);
});

it('tells areas of which only a category was printed by category, not as numbers', () => {
  const data = distributionData(model, { indicator: 'bpk', series: 'bpk', year: 2023 });
  expect(data.values).toEqual([]);
  expect(data.categories).toEqual([
    { label: { id: 'WTP', en: 'WTP' }, count: 1 },
    { label: { id: 'WDP', en: 'WDP' }, count: 1 },
  ]);
});

it('has no threshold for a series it was not printed for', () => {
  const query = { indicator: 'mcp', series: 'mcsp', year: 2025 } as const;
  expect(distributionData(model, query)).toMatchObject({ threshold: null, bands: [] });
});

it('bins by bands where they cover the figures, else by a fixed width', () => {
  const byBand = binnedData(model, mcp).bins;
  expect(byBand.map(({ count }) => count)).toEqual([0, 1, 4]);
  const fixed = binnedData(model, { indicator: 'mcp', series: 'mcsp', year: 2025 }).bins;
  expect(fixed.every(({ label, ink }) => label === null && ink === null)).toBe(true);
  expect(fixed.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  expect(fixed.slice(1).every(({ from }, i) => from === fixed[i]?.to)).toBe(true);
});
