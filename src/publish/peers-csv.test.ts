import { describe, expect, it } from 'vitest';
import type { Area } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { deriveModel } from '../derive/site-model.ts';
import { peersCsv } from './peers-csv.ts';

const model = deriveModel(fictionalDataset());
const { areas } = model.dataset.tables;
const csvOf = (code: string, all: readonly Area[] = areas) =>
  peersCsv(model.area(code), all, model.provinceOf);
const lines = (code: string) => csvOf(code).split('\r\n');

describe('the distances as a file', () => {
  it('names its columns, and which of them are computed', () => {
    expect(lines('98.01')[0]).toBe(
      'code,name,province,population,population_source_id,area_km2,area_source_id,island_group,derived_density_per_km2,derived_population_ratio,derived_density_ratio,derived_population_difference,derived_density_difference,derived_island_difference,derived_distance',
    );
  });

  it('holds every other region of the level, nearest first, with printed digits as they are', () => {
    const rows = lines('98.01').slice(1, -1);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['98.02', '99.10', '99.01']);
    expect(rows[0]).toMatch(
      /^98\.02,Kabupaten Misal,Contoh Utara,500000,penduduk-rekaan-2024,5000,keputusan-rekaan-2025,Sumatera,100\.0000,1\.2500,0\.7501,/,
    );
    const distances = rows.map((row) => Number(row.split(',').at(-1)));
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(rows.every((row) => /^\d+\.\d{4}$/.test(row.split(',').at(-1) ?? ''))).toBe(true);
  });

  it('is the same whatever the order of the rows', () => {
    expect(csvOf('98.01', areas.toReversed())).toBe(csvOf('98.01'));
  });

  it('writes no minus before zero', () => {
    const close = [
      { ...model.area('98.01'), code: '98.90', population: 399_999 },
      ...areas,
    ] as readonly Area[];
    expect(csvOf('98.01', close)).not.toMatch(/-0\.0000(,|\r)/);
    expect(csvOf('98.01', close)).toMatch(/98\.90.*,0\.0000,/);
  });

  it('has only a header for an area that is compared with none', () => {
    expect(lines('98.72')).toHaveLength(2);
  });
});
