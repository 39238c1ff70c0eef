import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { mapBook, mapSources, mapTopic } from '../derive/map-data.ts';
import { deriveModel } from '../derive/site-model.ts';
import { decodeSources, encodeSources, type MapBy } from './map-book.ts';
import { mapCsv, mapRows } from './map-rows.ts';

const model = deriveModel(fictionalDataset());
const geometry = {
  path: 'M0 0h1v1z',
  width: 10,
  height: 10,
  at: ({ lon, lat }: { lon: number; lat: number }) => [lon, lat] as const,
};
const book = mapBook(model, geometry);
const CHOICES: readonly MapBy[] = ['rung', ...model.indicators.map((each) => each.indicator)];
const rowsOf = (by: MapBy, level: 'all' | 'city' = 'all') =>
  mapRows(book, mapTopic(model, by), mapSources(model, by), level);
const csvOf = (by: MapBy, lang: 'id' | 'en') => {
  const { kind } = mapTopic(model, by);
  const text = mapCsv(rowsOf(by), kind, lang, ({ id, anchor }) => `https://x/${id}/#${anchor}`);
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
};

describe('the rows of a map', () => {
  it('are the regions of the level shown, by code', () => {
    expect(rowsOf('spi').map(({ code }) => code)).toEqual(
      model.regions.map(({ code }) => code).toSorted(),
    );
    expect(rowsOf('spi', 'city').map(({ name }) => name)).toEqual([
      'Kota Contoh',
      'Kota Administratif Rekaan',
      'Kota Misal',
    ]);
  });

  it('carry the source of what they show, or nothing to source', () => {
    for (const by of CHOICES) {
      for (const { value, year, source } of rowsOf(by)) {
        expect(source === null).toBe(value === null);
        expect(year === null).toBe(value === null);
      }
    }
    const row = rowsOf('spi').find(({ code }) => code === '98.71');
    expect(row).toMatchObject({ value: '77.4', year: 2024, source: { anchor: '98.71-spi-2024' } });
    expect(row?.source?.id).toBe(model.figures.at('98.71', 'spi', 2024)?.speaking?.source_id);
  });

  it('have sources that travel to the browser and back unchanged', () => {
    for (const by of CHOICES) {
      const [topic, sources] = [mapTopic(model, by), mapSources(model, by)];
      expect(decodeSources(encodeSources(sources, book, topic), book, topic)).toEqual(sources);
    }
  });

  it('are written as CSV with words for what is not known, never zero', () => {
    const { data, errors } = csvOf('spi', 'id');
    expect(errors).toEqual([]);
    const at = (code: string) => data.find(({ Kode }) => Kode === code);
    expect(at('98.71')).toMatchObject({ Tahun: '2024', Nilai: '77.4', 'Pada peta': 'Waspada' });
    expect(at('98.71')?.['Alamat sumber']).toMatch(/#98\.71-spi-2024$/);
    expect(at('99.01')).toMatchObject({ Tahun: '', Nilai: 'belum ditemukan', 'Alamat sumber': '' });
    expect(at('98.72')).toMatchObject({ Nilai: 'tidak berlaku' });
    expect(csvOf('rung', 'en').data.find(({ Code }) => Code === '98.71')).toMatchObject({
      Cohort: '2024',
      Standing: 'designated pilot',
    });
  });
});
