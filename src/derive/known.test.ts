import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import {
  coverageByYear,
  coverageOfYear,
  hasFigure,
  knownYears,
  newestRanking,
  sourcesAbout,
} from './known.ts';
import { deriveModel } from './site-model.ts';

const model = deriveModel(fictionalDataset());
const { figures } = model;

describe('knownYears', () => {
  it('lists each year and series once, newest first', () => {
    expect(knownYears(figures, model.regions, 'mcp')).toEqual([
      { series: 'mcsp', year: 2025 },
      { series: 'mcp', year: 2024 },
      { series: 'mcp', year: 2023 },
      { series: 'mcp', year: 2022 },
    ]);
  });

  it('leaves out figures that do not speak', () => {
    const interim = deriveModel(
      fictionalDataset({
        scores: (text) => text.replace(/^(99\.71,mcp,mcp,2024,.*),final,/m, '$1,interim,'),
      }),
    );
    expect(knownYears(interim.figures, interim.regions, 'mcp')).not.toContainEqual({
      series: 'mcp',
      year: 2024,
    });
  });
});

describe('hasFigure', () => {
  it('asks for any of the indicators', () => {
    expect(hasFigure(figures, model.indicators, '99.71')).toBe(true);
    expect(hasFigure(figures, [{ indicator: 'bpk' }], '99.71')).toBe(false);
    expect(hasFigure(figures, model.indicators, '98.72')).toBe(false);
  });
});

describe('coverageByYear', () => {
  it('counts each level on its own, without administrative areas', () => {
    const [newest, , before] = coverageByYear(figures, model.dataset.tables.areas, 'mcp');
    expect(newest).toEqual({
      series: 'mcsp',
      year: 2025,
      levels: {
        province: { known: 0, total: 2 },
        regency: { known: 1, total: 4 },
        city: { known: 0, total: 2 },
      },
    });
    expect(before?.levels).toEqual({
      province: { known: 1, total: 2 },
      regency: { known: 4, total: 4 },
      city: { known: 1, total: 2 },
    });
  });

  it('does not count an area in years before it was formed', () => {
    const young = model.regions.map((area) =>
      area.code === '99.10' ? { ...area, formed: '2024-05' } : area,
    );
    expect(coverageOfYear(figures, young, 'spi', { series: 'spi', year: 2023 }).total).toBe(5);
    expect(coverageOfYear(figures, young, 'spi', { series: 'spi', year: 2024 }).total).toBe(6);
  });
});

describe('newestRanking', () => {
  const regencies = model.regions.filter((area) => area.level === 'regency');

  it('skips newer years whose coverage is too low', () => {
    const result = newestRanking(figures, regencies, 'mcp');
    expect(result).toMatchObject({ series: 'mcp', year: 2023, coverage: { known: 4, total: 4 } });
    expect(result?.entries.map(({ area, rank }) => [area.code, rank])).toEqual([
      ['99.01', 1],
      ['98.02', 2],
      ['99.10', 3],
      ['98.01', 4],
    ]);
  });

  it('is null where no year has enough', () => {
    expect(newestRanking(figures, regencies, 'spi')).toBeNull();
    expect(newestRanking(figures, [], 'mcp')).toBeNull();
  });
});

describe('sourcesAbout', () => {
  it('collects the sources of all facts of the areas, each once', () => {
    expect([...sourcesAbout(model.dataset, new Set(['99.71']))].sort()).toEqual([
      'kabar-contoh-2024-01-15',
      'warta-rekaan-2025-02',
    ]);
    expect(sourcesAbout(model.dataset, new Set(['98.72'])).size).toBe(0);
  });
});
