import { describe, expect, it } from 'vitest';
import { excerptParts, holdsWord, queryWords, titleParts } from './query.ts';

describe('queryWords', () => {
  it.each([
    ['Kota  Blitar', ['kota', 'blitar']],
    ['anti-korupsi', ['antikorupsi']],
    ['97,98', ['9798']],
    ['35.72', ['3572']],
    ['SP4N-LAPOR!', ['sp4nlapor']],
    ['kabupaten/kota, provinsi', ['kabupaten', 'kota', 'provinsi']],
    ['pengaduan di Blitar', ['pengaduan', 'blitar']],
    ['kota kota', ['kota']],
    ['Café', ['cafe']],
    ['dan', ['dan']],
    ['  “”—!  ', []],
    ['<img src=x onerror=alert(1)>', ['img', 'src', 'x', 'onerror', 'alert', '1']],
  ])('%s', (query, words) => {
    expect(queryWords(query, 'id')).toEqual(words);
  });

  it('knows common words by language', () => {
    expect(queryWords('the zone of Blitar', 'en')).toEqual(['zone', 'blitar']);
    expect(queryWords('the', 'id')).toEqual(['the']);
  });
});

describe('holdsWord', () => {
  it('compares beginnings of words, and of words with signs in them', () => {
    expect(holdsWord('Kota Blitar', 'blit')).toBe(true);
    expect(holdsWord('Kota Blitar', 'litar')).toBe(false);
    expect(holdsWord('SP4N-LAPOR!', 'sp4nlapor')).toBe(true);
    expect(holdsWord('SP4N-LAPOR!', 'lapor')).toBe(true);
  });
});

describe('excerptParts', () => {
  it('tells hits from the rest, without the signs around them', () => {
    expect(excerptParts('kanal <mark>(aduan),</mark> lalu <mark>aduan</mark>')).toEqual([
      { text: 'kanal (', isHit: false },
      { text: 'aduan', isHit: true },
      { text: '), lalu ', isHit: false },
      { text: 'aduan', isHit: true },
    ]);
  });

  it('gives markup of the text as text, and no mark of the index', () => {
    expect(
      excerptParts('&lt;b&gt; &lt;mark&gt; <mark>Anti^Korupsi`x</mark> & aduan`pengaduan.'),
    ).toEqual([
      { text: '<b> <mark> ', isHit: false },
      { text: 'Anti Korupsi', isHit: true },
      { text: ' & aduan.', isHit: false },
    ]);
  });

  it('takes an empty excerpt and one of signs', () => {
    expect(excerptParts('')).toEqual([]);
    expect(excerptParts('<mark>·</mark>')).toEqual([{ text: '·', isHit: false }]);
  });
});

describe('titleParts', () => {
  it('tells the words looked for, in any spelling', () => {
    const parts = titleParts('Kota Anti^Korupsi', ['antikorupsi']);
    expect(parts.filter(({ isHit }) => isHit)).toEqual([{ text: 'Anti Korupsi', isHit: true }]);
    expect(parts.map(({ text }) => text).join('')).toBe('Kota Anti Korupsi');
  });
});
