import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CartogramData, cartogram, cartogramSpots } from './cartogram.ts';
import { anyMap, cartogramFigures, cartogramRungs } from './map-samples.ts';
import { chartFaults, readTags, textBoxes } from './svg-checks.ts';

const WIDTHS = [280, 640, 1200];

/** Cells of their own for whatever places come. */
function inCells(
  data: ReturnType<typeof anyMap> extends fc.Arbitrary<infer D> ? D : never,
): CartogramData {
  const columns = Math.max(8, Math.ceil(Math.sqrt(data.places.length * 3)));
  return {
    ...cartogramFigures,
    ...data,
    columns,
    rows: Math.max(1, Math.ceil(data.places.length / columns)),
    places: data.places.map((p, i) => ({ ...p, at: [i % columns, Math.floor(i / columns)] })),
    provinces: ['98', '99'].map((code) => ({ code, short: `P${code} & <b>` })),
  };
}

describe('the cartogram', () => {
  it.each(WIDTHS)('is drawn as before at %i px', async (width) => {
    const svg = cartogram(cartogramFigures, { lang: 'id', id: 'peta', width });
    expect(chartFaults(svg, 'peta')).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/cartogram-${width}.svg`);
  });

  it('is drawn as before for a file', async () => {
    const svg = cartogram(cartogramRungs, {
      lang: 'en',
      id: 'peta',
      theme: 'light',
      sourceLine: 'Source: fiction',
    });
    expect(chartFaults(svg, 'peta')).toEqual([]);
    await expect(svg).toMatchFileSnapshot('__snapshots__/cartogram-light.svg');
  });

  it('says what it shows', () => {
    const tags = readTags(cartogram(cartogramFigures, { lang: 'en', id: 'peta' }));
    const desc = tags.find(({ name }) => name === 'desc')?.text ?? '';
    expect(tags.find(({ name }) => name === 'title')?.text).toMatch(
      /^Tile map of regencies and cities: SPI/,
    );
    expect(desc).toContain('Vulnerable: 13; On alert: 13; Guarded: 13');
    expect(desc).toContain('not found yet: ');
    expect(desc).toContain('Schematic map');
  });

  it('names the provinces where it is wide, the islands where it is narrow', () => {
    const words = (width: number) =>
      textBoxes(cartogram(cartogramFigures, { lang: 'id', id: 'peta', width })).map((b) => b.words);
    expect(words(900)).toEqual(expect.arrayContaining(['Contut', 'Contsel']));
    expect(words(320)).toEqual(expect.arrayContaining(['Pulau Kiri', 'Pulau Kanan']));
  });

  it('keeps the shape of the country when only cities are shown', () => {
    const [first, ...rest] = cartogramFigures.places;
    const ground = first ? [{ at: first.at, province: first.province }] : [];
    const svg = cartogram(
      { ...cartogramFigures, level: 'city', places: rest, ground },
      { lang: 'id', id: 'peta' },
    );
    expect(svg).toContain('<g class="f-tint"><rect');
    expect(chartFaults(svg, 'peta')).toEqual([]);
  });

  it('never lets two cells touch, or words meet, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rungs' as const, 'figures' as const).chain((kind) => anyMap(kind, 40)),
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (any, width, lang) => {
          const data = inCells(any);
          const svg = cartogram(data, { lang, id: 'x', width });
          expect(chartFaults(svg, 'x')).toEqual([]);
          const spots = cartogramSpots(data, { lang, id: 'x', width });
          const pitch = width / data.columns;
          spots.forEach(([x, y], i) => {
            for (const [u, v] of spots.slice(i + 1)) {
              expect(Math.max(Math.abs(x - u), Math.abs(y - v))).toBeGreaterThan(pitch * 0.9);
            }
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});
