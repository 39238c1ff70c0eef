import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMap, LAND, nationFigures, nationRungs } from './map-samples.ts';
import { nation, nationSpots } from './nation.ts';
import { chartFaults, readTags, textBoxes } from './svg-checks.ts';

const WIDTHS = [280, 640, 1200];
const wordOf = (svg: string, name: string) =>
  readTags(svg).find((tag) => tag.name === name)?.text ?? '';

describe('the map of the nation', () => {
  it.each(WIDTHS)('is drawn as before at %i px', async (width) => {
    const svg = nation(nationRungs, { lang: 'id', id: 'peta', width });
    expect(chartFaults(svg, 'peta')).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/nation-${width}.svg`);
  });

  it('is drawn as before for a file', async () => {
    const svg = nation(nationFigures, {
      lang: 'en',
      id: 'peta',
      theme: 'light',
      sourceLine: 'Source: fiction',
    });
    expect(chartFaults(svg, 'peta')).toEqual([]);
    await expect(svg).toMatchFileSnapshot('__snapshots__/nation-light.svg');
  });

  it('says what it shows: counts of each group, and the pilots by name', () => {
    const svg = nation(nationRungs, { lang: 'id', id: 'peta' });
    expect(wordOf(svg, 'title')).toBe(
      'Peta kabupaten dan kota: Percontohan antikorupsi, angkatan 2024–2026',
    );
    expect(wordOf(svg, 'desc')).toContain('percontohan antikorupsi: 7; ');
    expect(wordOf(svg, 'desc')).toContain('belum ditemukan: ');
    expect(wordOf(svg, 'desc')).toContain(
      'Percontohan: Kabupaten Contoh 1, Kabupaten Pulau Khayal Tenggara 14, ',
    );
    const figures = nation({ ...nationFigures, level: 'city' }, { lang: 'en', id: 'peta' });
    expect(wordOf(figures, 'title')).toBe(
      "Map of cities: SPI, each region's newest result (2024–2025)",
    );
    expect(wordOf(figures, 'desc')).toMatch(/Pilots: .* \((Guarded|Vulnerable|On alert)/);
  });

  it.each([280, 390, 560, 800, 1200])('names every pilot at %i px', (width) => {
    for (const data of [nationRungs, nationFigures]) {
      const words = textBoxes(nation(data, { lang: 'id', id: 'peta', width }))
        .map((box) => box.words)
        .join(' ');
      for (const { name, isPilot } of data.places) {
        if (isPilot) expect(words).toContain(name.replace('Kabupaten ', ''));
      }
    }
  });

  it('keeps every mark and word in the picture and apart, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rungs' as const, 'figures' as const).chain((kind) => anyMap(kind, 24)),
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (data, width, lang) => {
          const svg = nation(
            { ...data, land: LAND, islands: nationRungs.islands },
            { lang, id: 'x', width },
          );
          expect(chartFaults(svg, 'x')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws what is unknown hollow and small, and says so', () => {
    fc.assert(
      fc.property(anyMap('figures', 30), (data) => {
        const unknown = data.places.filter((p) => data.groups[p.group]?.state === 'unknown').length;
        const svg = nation({ ...data, land: LAND, islands: [] }, { lang: 'id', id: 'x' });
        const words = textBoxes(svg).map((box) => box.words);
        expect(words.includes(`belum ditemukan ${unknown}`)).toBe(unknown > 0);
        // Colour of a band stands for a band only.
        const coloured = data.places.some(({ group }) => group < 3);
        expect(/class="f-band/.test(svg)).toBe(coloured);
      }),
      { numRuns: 40 },
    );
  });

  it('rings the pilots where colour stands for figures', () => {
    const rings = (data: typeof nationFigures) =>
      readTags(nation(data, { lang: 'id', id: 'peta' })).filter(
        ({ name, attributes }) => name === 'g' && attributes.class === 'f-none s-pilot',
      ).length;
    expect(rings(nationFigures)).toBe(nationFigures.places.filter((p) => p.isPilot).length);
    expect(rings(nationRungs)).toBe(0);
  });

  it('draws marks where it tells pointers that they are', () => {
    const options = { lang: 'id', id: 'peta', width: 700 } as const;
    const circles = readTags(nation(nationFigures, options)).filter(
      ({ name }) => name === 'circle',
    );
    const drawn = new Set(circles.map(({ attributes: { cx, cy } }) => `${cx} ${cy}`));
    const near = (value: number) => Math.round(value * 10) / 10;
    nationSpots(nationFigures, options).forEach(([x, y], i) => {
      if (nationFigures.places[i]?.level === 'regency')
        expect(drawn.has(`${near(x)} ${near(y)}`)).toBe(true);
    });
  });
});
