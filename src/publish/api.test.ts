import { describe, expect, it } from 'vitest';
import { datasetOf } from '../api/dataset.ts';
import {
  API,
  type DefinitionsFile,
  type IndexFile,
  type IndicatorFile,
  type RegionFile,
  type RegionsFile,
  type SourcesFile,
} from '../api/files.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { buildCitations } from '../derive/citations.ts';
import { deriveModel } from '../derive/site-model.ts';
import { apiFiles } from './api.ts';

const model = deriveModel(fictionalDataset());
const edition = model.dataset.tables.editions.at(-1);
if (!edition) throw new Error('no edition');
const files = apiFiles(model, buildCitations(model.dataset), {
  edition,
  address: (path) => `https://cermin.example/base${path}`,
});
/** As a reader gets it. */
const read = <T>(path: string): T => JSON.parse(JSON.stringify(files.get(path)));
const { areas, scores } = model.dataset.tables;

describe('the files of the API', () => {
  it('have one for every area and every indicator, named in the index', () => {
    for (const { code } of areas) expect(files.has(API.region(code)), code).toBe(true);
    const index = read<IndexFile>(API.index);
    expect(index.files.region).toBe('https://cermin.example/base/api/v1/regions/{code}.json');
    for (const { indicator } of model.indicators) {
      expect(index.files[`indicator_${indicator}`]).toMatch(`/indicators/${indicator}.json`);
    }
  });

  it('give every printed figure once by area and once by indicator, with its digits', () => {
    const key = (row: {
      area_code: string;
      indicator: string;
      year: number;
      source_id: string;
      value: string | null;
    }) => [row.area_code, row.indicator, row.year, row.source_id, row.value].join(' ');
    const expected = scores.map(key).sort();
    const byArea = areas.flatMap(({ code }) => read<RegionFile>(API.region(code)).scores);
    const byIndicator = model.indicators.flatMap(
      ({ indicator }) => read<IndicatorFile>(API.indicator(indicator)).scores,
    );
    expect(byArea.map(key).sort()).toEqual(expected);
    expect(byIndicator.map(key).sort()).toEqual(expected);
  });

  it('mark one speaking figure of each year at most, as the model has it', () => {
    for (const { code } of areas) {
      for (const row of read<RegionFile>(API.region(code)).scores) {
        const { speaking } = model.figures.at(row.area_code, row.indicator, row.year) ?? {};
        expect(row.speaks).toBe(speaking?.source_id === row.source_id);
        expect(row.url).toBe(
          `https://cermin.example/base/sumber/${row.source_id}/#${row.area_code}-${row.indicator}-${row.year}`,
        );
      }
    }
  });

  it('carry every source that their rows name', () => {
    for (const { code } of areas) {
      const { sources, ...file } = read<RegionFile>(API.region(code));
      const named = [...JSON.stringify(file).matchAll(/"source_id":"([^"]+)"/g)].map(
        ([, id]) => id,
      );
      const known = new Set(sources.map(({ id }) => id));
      expect(named.filter((id) => id !== undefined && !known.has(id))).toEqual([]);
    }
  });

  it('say on how many facts a source is cited', () => {
    const { sources } = read<SourcesFile>(API.sources);
    expect(sources.map(({ id }) => id).sort()).toEqual(
      model.dataset.tables.sources.map(({ id }) => id).sort(),
    );
    expect(sources.reduce((sum, { facts }) => sum + facts, 0)).toBeGreaterThan(scores.length);
  });

  it('keep editors’ notes to themselves', () => {
    for (const [path, file] of files) expect(JSON.stringify(file), path).not.toMatch(/"note":/);
  });
});

describe('a dataset put together from the API', () => {
  it('answers about its members as the whole dataset does', () => {
    const members = areas.map(({ code }) => read<RegionFile>(API.region(code)));
    const derived = deriveModel(
      datasetOf({
        definitions: read<DefinitionsFile>(API.definitions),
        regions: read<RegionsFile>(API.regions),
        members,
      }),
    );
    for (const { code } of areas) {
      expect(derived.headline(code)?.rung).toBe(model.headline(code)?.rung);
      for (const { indicator } of model.indicators) {
        const plain = (each: typeof model) =>
          each.figures
            .of(code, indicator)
            .map(({ year, series, value, bands, differs, speaking }) => ({
              year,
              series,
              value,
              differs,
              bands: bands.map(({ category_id }) => category_id),
              source: speaking?.source_id,
            }));
        expect(plain(derived)).toEqual(plain(model));
      }
    }
  });
});
