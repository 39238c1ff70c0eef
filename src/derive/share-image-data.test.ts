import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { shareWords } from '../share-image/share-data.ts';
import { areaShareData, indicatorShareData } from './share-image-data.ts';
import { deriveModel } from './site-model.ts';

const model = deriveModel(fictionalDataset());

const LANGS = ['id', 'en'] as const;

describe('what a share image says of an area', () => {
  it.each(LANGS)('holds up to three figures, the known ones first, and no rank (%s)', (lang) => {
    for (const area of model.dataset.tables.areas) {
      const data = areaShareData(model, area, lang);
      expect(data.figures.length).toBeLessThanOrEqual(3);
      const known = data.figures.map((figure) => figure.value !== null);
      expect(known).toEqual(known.toSorted((a, b) => Number(b) - Number(a)));
      expect(data.instead === null).toBe(known.includes(true));
      for (const figure of data.figures) {
        // Unknown is a word, never a place on the scale.
        if (figure.value === null) {
          expect(figure.words).toBe(lang === 'id' ? 'belum ditemukan' : 'not found yet');
          expect(figure.scale).toMatchObject({ segments: [], at: null, threshold: null });
        } else {
          expect(figure.label).toMatch(/ \d{4}$/);
        }
        for (const { from, to } of figure.scale?.segments ?? []) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(1);
        }
      }
      expect(shareWords(data)).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('prints the newest final figure with its year', () => {
    const area = model.regions.find(({ slug }) => slug === 'kota-contoh');
    if (!area) throw new Error('no Kota Contoh');
    const latest = model.figures.latest(area.code, 'mcp');
    const [first] = areaShareData(model, area, 'id').figures;
    expect(first?.label).toMatch(new RegExp(` ${latest?.year}$`));
    expect(first?.value).toBe(latest?.value?.replace('.', ','));
  });

  it('holds no threshold where the programme cannot be entered', () => {
    for (const area of [...model.provinces, ...model.regions]) {
      if (area.level !== 'province' && area.autonomy === 'autonomous') continue;
      for (const { scale } of areaShareData(model, area, 'id').figures) {
        expect(scale?.threshold ?? null).toBeNull();
      }
    }
  });
});

describe('what a share image says of an indicator', () => {
  it('counts each level against the areas that could have a figure', () => {
    for (const of of model.indicators) {
      const { figures, instead } = indicatorShareData(model, of, 'id');
      expect(figures.length === 3).toBe(instead === null);
      for (const { value, words, scale } of figures) {
        expect(words).toMatch(/^dari \d+ ditemukan$/);
        expect(Number(value)).toBeLessThanOrEqual(Number(words.match(/\d+/)?.[0]));
        expect(scale?.at).toBeLessThanOrEqual(1);
      }
    }
  });
});
