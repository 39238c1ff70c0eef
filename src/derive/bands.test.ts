import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { bandBook } from './bands.ts';

const d = (text: string) => text as Decimal;
const ids = (bands: readonly { readonly category_id: string }[]) =>
  bands.map((band) => band.category_id);

describe('bands of a value', () => {
  const book = bandBook(fictionalDataset());

  it('counts the lower bound in and the upper bound out, but for the top band', () => {
    expect(ids(book.bandsOfValue('spi', 'spi', 2023, d('72.99')))).toEqual(['rentan']);
    expect(ids(book.bandsOfValue('spi', 'spi', 2023, d('73')))).toEqual(['waspada']);
    expect(ids(book.bandsOfValue('spi', 'spi', 2023, d('78.00')))).toEqual(['terjaga']);
    expect(ids(book.bandsOfValue('spi', 'spi', 2023, d('100')))).toEqual(['terjaga']);
  });

  it('uses the bands of the year', () => {
    expect(ids(book.bandsOfValue('mcp', 'mcp', 2023, d('74')))).toEqual(['kuning']);
    expect(ids(book.bandsOfValue('mcp', 'mcp', 2024, d('74')))).toEqual(['terjaga']);
  });

  it('knows no band where none was found', () => {
    expect(book.bandsOfValue('mcp', 'mcsp', 2025, d('80'))).toEqual([]);
    expect(book.bandOfCategory('spi', 'spi', 2019, 'rentan')).toBeNull();
  });

  it('puts every value on the scale into exactly one band of a complete scheme', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10000 }), (n) => {
        expect(book.bandsOfValue('spi', 'spi', 2024, d((n / 100).toFixed(2)))).toHaveLength(1);
      }),
    );
  });
});

describe('bands with bounds that nobody printed', () => {
  const row = (rank: number, category_id: string, min: string, max: string) => ({
    indicator: 'spi',
    series: 'spi',
    year_from: 2021,
    rank,
    category_id,
    label_id: category_id,
    label_en: category_id,
    min,
    max,
    source_id: 'lembaga-rekaan-2023',
    scheme: 'main',
  });
  const book = bandBook(
    fictionalDataset({
      bands: (text) => {
        const own = tableText('bands', [
          row(1, 'rentan', '', ''),
          row(2, 'waspada', '', '78'),
          row(3, 'terjaga', '78', ''),
        ]);
        const others = text.split('\n').filter((line) => !line.startsWith('spi,'));
        return others.join('\n') + own.slice(own.indexOf('\n') + 1);
      },
    }),
  );

  it('ends the highest band at the end of the scale, and guesses nothing below', () => {
    expect(ids(book.bandsOfValue('spi', 'spi', 2024, d('90')))).toEqual(['terjaga']);
    expect(book.bandsOfValue('spi', 'spi', 2024, d('77'))).toEqual([]);
    expect(book.bandsOfValue('spi', 'spi', 2024, d('10'))).toEqual([]);
  });
});
