import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import { columnBandName, columnBandYears, columnNote } from '../wording/column-note.ts';
import { latestColumn } from './latest-columns.ts';
import { deriveModel } from './site-model.ts';

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);

describe.each(model.indicators.map((each) => [each.indicator, each] as const))(
  'the column of %s',
  (indicator, each) => {
    const column = latestColumn(model, model.regions, indicator);
    const known = [...column.figures.values()];

    it('holds the latest figures, their series, years and categories', () => {
      expect(known).toEqual(
        model.regions.flatMap(({ code }) => model.figures.latest(code, indicator) ?? []),
      );
      expect(new Set(column.series)).toEqual(new Set(known.map(({ series }) => series)));
      expect(column.years).toEqual([
        Math.min(...known.map(({ year }) => year)),
        Math.max(...known.map(({ year }) => year)),
      ]);
      expect(new Set(column.bands.map(({ category }) => category))).toEqual(
        new Set(known.flatMap(({ bands }) => bands.map((band) => band.category_id))),
      );
    });

    it('lists categories of one scheme from the worst to the best', () => {
      const order = column.bands.map(({ category }) => category);
      for (const { bands } of known) {
        for (const band of bands) {
          const { series, year_from, scheme } = band;
          const siblings = dataset.tables.bands
            .filter(
              (row) =>
                row.indicator === indicator &&
                row.series === series &&
                row.year_from === year_from &&
                row.scheme === scheme &&
                order.includes(row.category_id),
            )
            .toSorted((a, b) => a.rank - b.rank)
            .map((row) => order.indexOf(row.category_id));
          expect(siblings).toEqual(siblings.toSorted((a, b) => a - b));
        }
      }
    });

    it('is ordered by bands only where all figures have a place in one scheme', () => {
      if (!column.byBand) return;
      expect(known.every(({ bands }) => bands.length === 1)).toBe(true);
      expect(column.series).toHaveLength(1);
    });

    it.each(['id', 'en'] as const)('says that it mixes series, where it does (%s)', (lang) => {
      const note = columnNote(column, each, lang);
      expect(/mencampur deret|mixes series/.test(note)).toBe(column.series.length > 1);
      for (const year of column.years ?? []) {
        if (column.years?.[0] !== column.years?.[1]) expect(note).toContain(String(year));
      }
      for (const band of column.bands) {
        expect(columnBandName(band, lang)).not.toBe('');
        expect(columnBandYears(band, lang)).not.toContain('null');
      }
    });
  },
);

it('names a category over years and schemes', () => {
  const mcp = latestColumn(model, model.regions, 'mcp').bands;
  const green = mcp.find(({ category }) => category === 'hijau');
  expect(green && [columnBandName(green, 'id'), columnBandYears(green, 'id')]).toEqual([
    'Hijau',
    '2019–2023, sejak 2025',
  ]);
  const spi = latestColumn(model, model.regions, 'spi').bands;
  expect(
    spi.map((band) => `${columnBandName(band, 'en')} (${columnBandYears(band, 'en')})`),
  ).toEqual([
    'Highly vulnerable (2021–2023)',
    'Vulnerable (since 2021)',
    'On alert (since 2021)',
    'Guarded (since 2021)',
  ]);
});
