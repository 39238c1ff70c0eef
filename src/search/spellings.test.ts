import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './marks.ts';
import { holdsWord, queryWords } from './query.ts';
import { markSpellings } from './spellings.ts';

/** Whether every word of a query stands in a text as it is indexed. */
const finds = (query: string, text: string, lang: 'id' | 'en' = 'id') =>
  queryWords(query, lang).every((word) => holdsWord(markSpellings(text, lang), word));

describe('markSpellings', () => {
  it.each([
    ['anti korupsi', 'Kota Antikorupsi'],
    ['antikorupsi', 'Kota Anti Korupsi'],
    ['anti-korupsi', 'Kota Anti Korupsi'],
    ['antikorupsi', 'budaya anti-korupsi.'],
    ['anti korupsi', 'budaya anti-korupsi.'],
    ['whistle blowing', 'Whistleblowing System'],
    ['whistleblowing', 'Whistle Blowing System'],
    ['ZI', 'pembangunan zona integritas'],
    ['zona integritas', 'unit ZI'],
    ['MPP', 'Mal Pelayanan Publik'],
    ['mall pelayanan publik', 'mal pelayanan publik'],
    ['e-money', 'uang elektronik'],
    ['aduan', 'pengelolaan pengaduan'],
    ['pengaduan', 'warga mengadu'],
    ['mengadu', 'kanal aduan'],
    ['kota blitar', 'Pemkot Blitar'],
  ])('%s finds "%s"', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['anticorruption', 'An anti-corruption pilot'],
    ['anti corruption', 'An anticorruption pilot'],
    ['ZI', 'two integrity zones'],
  ])('%s finds "%s" in English', (query, text) => {
    expect(finds(query, text, 'en')).toBe(true);
  });

  it('takes no name for another', () => {
    expect(finds('au', 'Kabupaten Berau')).toBe(false);
    expect(finds('malang', 'Kabupaten Pemalang')).toBe(false);
  });

  it('leaves nothing behind: readers see the text as it was', () => {
    const words = fc.constantFrom(
      ...['Anti', 'korupsi', 'ANTIKORUPSI', 'zona integritas', 'Pengaduan,', '(aduan)', 'ZI.'],
    );
    const text = fc
      .array(fc.oneof(words, fc.string({ unit: 'grapheme' })))
      .map((parts) => parts.join(' ').replace(/[~^`]/g, ''));
    fc.assert(
      fc.property(text, fc.constantFrom('id' as const, 'en' as const), (plain, lang) => {
        expect(plainText(markSpellings(plain, lang))).toBe(plain);
      }),
    );
  });

  it('takes signs that are marks out of a text', () => {
    expect(plainText(markSpellings('~a`b^c', 'id'))).toBe(' a b c');
  });
});
