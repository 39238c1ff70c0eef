import { describe, expect, it } from 'vitest';
import { bareAddress, isNear, nearest, skeleton, slugify } from './likeness.ts';

describe('likeness', () => {
  it('makes slugs of official names', () => {
    expect(slugify('Kota Contoh')).toBe('kota-contoh');
    expect(slugify('Kabupaten Contóh Ma’ju/Raya')).toBe('kabupaten-contoh-maju-raya');
  });

  it('ignores case, diacritics, spaces, hyphens and look-alike letters', () => {
    const same = ['Bau-Bau', 'bau bau', 'BAUBAU', 'Báu Báu', 'B\u0430u B\u0430u'];
    expect(new Set(same.map(skeleton))).toEqual(new Set(['baubau']));
  });

  it('finds the nearest candidate, or none', () => {
    expect(nearest('vaule', ['area', 'value', 'year'])).toBe('value');
    expect(nearest('kabar-contoh-2024-01-51', ['kabar-contoh-2024-01-15', 'x'])).toBe(
      'kabar-contoh-2024-01-15',
    );
    expect(nearest('lain sama sekali', ['area', 'value'])).toBeNull();
  });

  it('tells slips from other texts', () => {
    expect(isNear('99.10', '99.1')).toBe(true);
    expect(isNear('99.10', '98.71')).toBe(false);
    expect(isNear('98', '99')).toBe(false);
  });

  it('compares addresses without what does not change the page', () => {
    expect(bareAddress('http://www.Contoh.example/a/')).toBe(
      bareAddress('https://contoh.example/a'),
    );
    expect(bareAddress('https://contoh.example/?p=1')).not.toBe(
      bareAddress('https://contoh.example/?p=2'),
    );
  });
});
