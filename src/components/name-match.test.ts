import { describe, expect, it } from 'vitest';
import { matchesWords, wordsOf } from './name-match.ts';

const finds = (query: string, names: string) => matchesWords(wordsOf(query), wordsOf(names));

describe('wordsOf', () => {
  it('drops case, accents and punctuation', () => {
    expect(wordsOf(" D.I. Yogyakarta, Pidié's ")).toEqual(['d', 'i', 'yogyakarta', 'pidies']);
    expect(wordsOf(' - ')).toEqual([]);
  });
});

describe('matchesWords', () => {
  it.each([
    ['blit', 'Kota Blitar'],
    ['KOT BLI', 'Kota Blitar'],
    ['blitar kota', 'Kota Blitar'],
    ['kab. blitar', 'Kabupaten Blitar'],
    ['tangsel', 'Kota Tangerang Selatan Tangsel'],
    ['pangkal pinang', 'Kota Pangkalpinang'],
    ['baubau', 'Kota Bau-Bau'],
    ['', 'Kota Blitar'],
  ])('%s finds %s', (query, names) => {
    expect(finds(query, names)).toBe(true);
  });

  it.each([
    ['litar', 'Kota Blitar'],
    ['kota bogor', 'Kota Blitar'],
    ['blitars', 'Kota Blitar'],
  ])('%s does not find %s', (query, names) => {
    expect(finds(query, names)).toBe(false);
  });
});
