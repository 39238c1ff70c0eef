import { expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { nationCoverageData, regionCoverageData } from './coverage-data.ts';
import { deriveModel } from './site-model.ts';

const model = deriveModel(fictionalDataset());

it('tells final figures of a region from those that are only told, year by year', () => {
  const data = regionCoverageData(model, model.area('99.71'));
  expect(data.years).toEqual([2024, 2025]);
  expect(data.rows.map(({ indicator, cells }) => [indicator.en, cells])).toEqual([
    ['MCP', ['final', 'told']],
    ['SPI', ['final', 'not_found']],
    ['BPK opinion', ['not_found', 'not_found']],
  ]);
  expect(data.rows[0]?.breaks).toEqual([2025]);
});

it('has no years for a region nobody wrote about', () => {
  const area = model.autonomousRegions.find(({ code }) =>
    model.indicators.every(({ indicator }) => model.figures.of(code, indicator).length === 0),
  );
  if (area) expect(regionCoverageData(model, area).years).toEqual([]);
});

it('says of years before a region was formed that it was not yet', () => {
  const young = deriveModel(
    fictionalDataset({
      areas: (text) => {
        const [header = '', ...rows] = text.trim().split('\n');
        const formed = header.split(',').indexOf('formed');
        const changed = rows.map((row) =>
          row.startsWith('98.02,') ? row.split(',').with(formed, '2024-07-25').join(',') : row,
        );
        return `${[header, ...changed].join('\n')}\n`;
      },
    }),
  );
  const data = regionCoverageData(young, young.area('98.02'));
  expect(data.rows.at(-1)?.cells).toEqual(['not_yet_formed', 'not_found', 'not_found']);
});

it('counts the autonomous regencies and cities with a final figure', () => {
  const data = nationCoverageData(model);
  expect(data.total).toBe(model.autonomousRegions.length);
  expect(data.years).toEqual([2022, 2023, 2024, 2025]);
  expect(data.rows[0]).toMatchObject({ breaks: [2025], cells: [1, 5, 1, 1] });
});
