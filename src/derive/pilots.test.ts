import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { fictionalDataset, type TableOverrides } from '../dataset/testing.ts';
import { medianOf, pilotFigures, pilotMedian, pilotsFor } from './pilots.ts';
import { deriveModel } from './site-model.ts';

const S1 = 'kabar-contoh-2024-01-15';
const modelWith = (overrides: TableOverrides = {}) => deriveModel(fictionalDataset(overrides));
const names = (pilots: ReturnType<typeof pilotsFor>) => pilots.map(({ area }) => area.name);

/** Three more designated regions. */
const MORE = ['98.01', '98.02', '99.01']
  .map((code) => `${code},2024,penetapan,2024-12-09,event,designated,,,,,${S1},\n`)
  .join('');
const five: TableOverrides = { designations: (text) => text + MORE };

describe('pilots', () => {
  it('are the designated regions, and never the region itself', () => {
    const { pilots } = modelWith();
    expect(names(pilotsFor(pilots, '98.01')).sort()).toEqual(['Kota Contoh', 'Kota Misal']);
    expect(names(pilotsFor(pilots, '98.71'))).toEqual(['Kota Misal']);
    expect(pilotsFor([...pilots, ...pilots], '98.01')).toHaveLength(2);
  });

  it('each have their own latest figure of the series, with its year', () => {
    const { pilots, figures } = modelWith();
    const found = pilotFigures(figures, pilots, 'mcp', 'mcp');
    expect(found.map(({ pilot, figure }) => [pilot.area.name, figure.value, figure.year])).toEqual([
      ['Kota Contoh', '92.15', 2023],
      ['Kota Misal', '95.2', 2024],
    ]);
    // An interim figure of 2025 never speaks.
    expect(pilotFigures(figures, pilots, 'mcp', 'mcsp')).toEqual([]);
  });
});

describe('the median of pilots', () => {
  it('needs three figures of one series and year', () => {
    const { pilots, figures } = modelWith();
    expect(pilotMedian(figures, pilots, 'mcp', 'mcp')).toBeNull();
    const more = modelWith(five);
    expect(pilotMedian(more.figures, more.pilots, 'mcp', 'mcp')).toEqual({
      series: 'mcp',
      year: 2023,
      value: '84.9',
      count: 4,
    });
    expect(pilotMedian(more.figures, more.pilots, 'spi', 'spi', 2024)).toBeNull();
    const without = pilotsFor(more.pilots, '98.02');
    expect(pilotMedian(more.figures, without, 'mcp', 'mcp')).toMatchObject({
      value: '88.8',
      count: 3,
    });
  });

  it('is exact, and lies among the figures', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf(['3.10' as Decimal])).toBe('3.10');
    expect(medianOf(['0.1', '0.2'] as Decimal[])).toBe('0.15');
    expect(medianOf(['90', '80.5', '100'] as Decimal[])).toBe('90');
    expect(medianOf(['-1', '1'] as Decimal[])).toBe('0');
    const decimal = fc
      .tuple(fc.integer({ min: 0, max: 99 }), fc.stringMatching(/^\d{0,4}$/))
      .map(([whole, digits]) => `${whole}${digits && `.${digits}`}` as Decimal);
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 9 }), (values) => {
        const numbers = values.map(Number).sort((a, b) => a - b);
        const [low = 0, high = 0] = [
          numbers[(numbers.length - 1) >> 1],
          numbers[numbers.length >> 1],
        ];
        expect(Number(medianOf(values))).toBeCloseTo((low + high) / 2, 8);
      }),
    );
  });
});
