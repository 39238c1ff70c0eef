import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapName } from './map.ts';
import { anyMap, dated, LAND, provinceFew, provinceMany } from './map-samples.ts';
import { province } from './province.ts';
import { chartFaults, readTags, textBoxes } from './svg-checks.ts';

const WIDTHS = [280, 640, 1200];

describe('the map of a province', () => {
  it.each(WIDTHS)('is drawn as before at %i px', async (width) => {
    const svg = province(provinceFew, { lang: 'id', id: 'peta', width });
    expect(chartFaults(svg, 'peta')).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/province-${width}.svg`);
  });

  it('is drawn as before for a file, and crowded', async () => {
    const svg = province(provinceMany, {
      lang: 'en',
      id: 'peta',
      width: 390,
      theme: 'light',
      sourceLine: 'Source: fiction',
    });
    expect(chartFaults(svg, 'peta')).toEqual([]);
    await expect(svg).toMatchFileSnapshot('__snapshots__/province-light.svg');
  });

  it.each([280, 390, 640, 1200])(
    'names every region at %i px, beside its mark or by number',
    (width) => {
      for (const data of [provinceFew, provinceMany]) {
        const words = textBoxes(province(data, { lang: 'id', id: 'peta', width }))
          .map((box) => box.words)
          .join(' ');
        for (const { name } of data.places) expect(words).toContain(mapName(name).split(' ')[0]);
      }
    },
  );

  it('says what it shows', () => {
    const tags = readTags(province(provinceFew, { lang: 'id', id: 'peta' }));
    const word = (name: string) => tags.find((tag) => tag.name === name)?.text;
    expect(word('title')).toBe('Peta Contoh Utara: SPI, hasil terbaru tiap daerah (2024–2025)');
    expect(word('desc')).toContain('Rentan: 2; Waspada: 2; ');
    expect(word('desc')).toContain('9 kabupaten dan kota');
  });

  it('keeps words apart and in the picture, whatever comes', () => {
    fc.assert(
      fc.property(anyMap('figures', 40), fc.integer({ min: 280, max: 1200 }), (data, width) => {
        const svg = province(
          { ...data, places: data.places.map(dated), province: 'X & <y>', land: LAND },
          { lang: 'id', id: 'x', width },
        );
        expect(chartFaults(svg, 'x')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('explains an area without a coast, and the marks of levels only where both are there', () => {
    const regencies = provinceFew.places.filter(({ level }) => level === 'regency');
    const land = { ...LAND, path: 'M-20-20l2040 0 0 940-2040 0z' };
    const options = { lang: 'id', id: 'peta' } as const;
    const words = (data: typeof provinceFew) =>
      textBoxes(province(data, options)).map((box) => box.words);
    const inland = words({ ...provinceFew, land, places: regencies });
    expect(inland.join(' ')).toContain('Provinsi ini tidak berpantai');
    expect(inland.join(' ')).not.toContain('persegi: kota');
    expect(words(provinceFew).join(' ')).not.toContain('tidak berpantai');
    expect(words(provinceFew).join(' ')).toContain('Bulat: kabupaten; persegi: kota.');
  });

  it('writes the year of a result by the name where it is not the newest shown', () => {
    const wordsOf = (data: typeof provinceFew, lang: 'id' | 'en', width: number) =>
      textBoxes(province(data, { lang, id: 'peta', width }))
        .map((box) => box.words)
        .join(' ');
    for (const data of [provinceFew, provinceMany]) {
      const words = wordsOf(data, 'id', 640);
      for (const { name, year } of data.places) {
        const isOlder = year !== null && year !== 2025;
        expect(words.includes(`${mapName(name)} (${year})`), name).toBe(isOlder);
      }
      expect(words).toContain('Hasil tanpa tahun: 2025.');
      expect(wordsOf(data, 'en', 640)).toContain('Results without a year: 2025.');
    }
    const places = provinceFew.places.map((place) => ({ ...place, year: place.year && 2025 }));
    expect(wordsOf({ ...provinceFew, places }, 'id', 640)).not.toMatch(/tanpa tahun|\(2025\)/);
    const older = provinceFew.places.map((place) => ({ ...place, year: place.year && 2021 }));
    const words = wordsOf({ ...provinceFew, years: null, places: older }, 'id', 640);
    expect(words).toContain('(2021)');
    expect(words).not.toContain('tanpa tahun');
  });

  it('leaves out what the mark says already', () => {
    expect(mapName('Kabupaten Contoh')).toBe('Contoh');
    expect(mapName('Kota Contoh')).toBe('Kota Contoh');
    expect(mapName('Kabupaten Administrasi Pulau Contoh')).toBe('Pulau Contoh');
    expect(mapName('Kota Administrasi Contoh Utara')).toBe('Contoh Utara');
  });
});
