import { describe, expect, it } from 'vitest';
import { LANGS } from '../i18n/lang.ts';
import { citationSentence, citedFigure, citedSource, datePlace, today } from './citation.ts';

const source = { publisher: 'Kabar Contoh', published: '2025-12-09' };
const citing = {
  edition: '9.9.9',
  accessed: '2026-01-02',
  address: 'https://x.example/sumber/a/#98.71-spi-2024',
};

describe('the sentence that cites a figure', () => {
  it('names value, year, source, edition, day and address in either language', () => {
    expect(
      citationSentence(
        citedFigure('SPI 2024 Kota Contoh', '77,10', 'id'),
        citedSource(source, 'id'),
        citing,
        'id',
      ),
    ).toBe(
      'Menurut Cermin Daerah (edisi 9.9.9), SPI 2024 Kota Contoh 77,10 (sumber: Kabar Contoh, 9 Desember 2025). Diakses 2 Januari 2026, https://x.example/sumber/a/#98.71-spi-2024',
    );
    expect(
      citationSentence(
        citedFigure('SPI 2024 of Kota Contoh', '77.10', 'en'),
        citedSource(source, 'en'),
        citing,
        'en',
      ),
    ).toBe(
      'According to Cermin Daerah (edition 9.9.9), SPI 2024 of Kota Contoh: 77.10 (source: Kabar Contoh, 9 December 2025). Accessed 2 January 2026, https://x.example/sumber/a/#98.71-spi-2024',
    );
  });

  it('leaves a place for the day where there is no clock', () => {
    for (const lang of LANGS) {
      const text = citationSentence('x', null, { ...citing, accessed: null }, lang);
      expect(text).toContain(datePlace(lang));
    }
  });

  it('names a source without a date by its publisher alone', () => {
    expect(citedSource({ ...source, published: null }, 'id')).toBe('Kabar Contoh');
  });

  it('takes the day of the reader’s clock', () => {
    expect(today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
