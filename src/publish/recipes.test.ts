import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { deriveModel } from '../derive/site-model.ts';
import {
  askedFigures,
  duckDbRecipe,
  pythonRecipe,
  rRecipe,
  sheetRecipe,
  shellRecipe,
} from './recipes.ts';

const model = deriveModel(fictionalDataset());
const address = (path: string) => `https://cermin.example/base${path}`;
const asked = askedFigures(model);
if (!asked) throw new Error('the fictional dataset has figures of cities');

describe('the question of the examples', () => {
  it('is one that the data answer: final figures of the cities of one province in one year', () => {
    expect(asked.rows.length).toBeGreaterThan(0);
    for (const row of asked.rows) {
      const area = model.area(row.area_code);
      expect(row).toMatchObject({ indicator: asked.indicator, year: asked.year, status: 'final' });
      expect(row.value).not.toBeNull();
      expect(area).toMatchObject({ level: 'city', parent_code: asked.province.code });
      expect(asked.cities).toContain(area);
    }
  });

  it('is none where no city has a figure', () => {
    const tables = { ...model.dataset.tables, scores: [] };
    expect(askedFigures(deriveModel({ ...model.dataset, tables }))).toBeNull();
  });
});

describe('the examples', () => {
  const texts = {
    shell: shellRecipe(asked, address),
    downloads: duckDbRecipe(asked, address).shell,
    python: pythonRecipe(asked, address),
    r: rRecipe(asked, address),
  };

  it.each(Object.entries(texts))('%s reads the files of this site', (_, text) => {
    expect(text).toContain('https://cermin.example/base/data/');
    expect(text).not.toContain('undefined');
  });

  it('name columns of spreadsheets by their letters, with the separator of the language', () => {
    const id = sheetRecipe(asked, 'id');
    expect(id.name).toBe('=VLOOKUP(A2;areas!A:C;3;FALSE)');
    expect(id.publisher).toBe('=VLOOKUP(K2;sources!A:D;4;FALSE)');
    expect(sheetRecipe(asked, 'en').name).toBe('=VLOOKUP(A2,areas!A:C,3,FALSE)');
    expect(id.count).toMatch(/^=COUNTIFS\(scores!B:B;"/);
  });
});
