import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CartogramData, cartogram, cartogramSpots } from './cartogram.ts';
import { anyMap, cartogramFigures, cartogramRungs } from './map-samples.ts';
import { pilotText } from './pilot-names.ts';
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

  it.each([280, 390, 560, 800, 1200])('names every pilot beside the cells at %i px', (width) => {
    for (const data of [cartogramRungs, cartogramFigures]) {
      const options = { lang: 'id', id: 'peta', width } as const;
      const boxes = textBoxes(cartogram(data, options));
      const half = Math.floor((width / data.columns) * 10) / 10 / 2;
      const spots = cartogramSpots(data, options);
      for (const { name, isPilot } of data.places) {
        if (!isPilot) continue;
        const wanted = pilotText(name, width);
        const own = boxes.find(({ words }) => words === wanted);
        // Where all room is taken, the note has the name.
        if (width > 280) expect(own, `${wanted} at ${width}`).toBeDefined();
        else expect(boxes.map(({ words }) => words).join(' ')).toContain(wanted);
        const covered = spots.filter(
          ([x, y]) =>
            own &&
            own.left < x + half - 0.1 &&
            x - half + 0.1 < own.right &&
            own.top < y + half - 0.1 &&
            y - half + 0.1 < own.bottom,
        );
        expect(covered).toEqual([]);
      }
    }
  });

  it('leads a line between columns from each cell to a name that stands away from it', () => {
    const options = { lang: 'id', id: 'peta', width: 640 } as const;
    const tags = readTags(cartogram(cartogramRungs, options));
    const lines = tags.filter(
      ({ name, attributes }) => name === 'line' && attributes.class === 's-pilot',
    );
    const pitch = Math.floor((640 / cartogramRungs.columns) * 10) / 10;
    const pilots = cartogramSpots(cartogramRungs, options).filter(
      (_, i) => cartogramRungs.places[i]?.isPilot,
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const { attributes } of lines) {
      expect(attributes.x1).toBe(attributes.x2);
      const from = pilots.filter(
        ([x, y]) =>
          Math.abs(Math.abs(x - Number(attributes.x1)) - pitch / 2) < 0.1 &&
          Math.abs(y - Number(attributes.y1)) < 0.1,
      );
      expect(from.length).toBeGreaterThan(0);
    }
  });

  it('frames the cells of pilots where colour stands for figures', () => {
    const frames = (data: CartogramData) =>
      readTags(cartogram(data, { lang: 'id', id: 'peta' })).filter(
        ({ name, attributes }) => name === 'rect' && attributes.class === 'f-surface s-pilot',
      ).length;
    expect(frames(cartogramFigures)).toBe(cartogramFigures.places.filter((p) => p.isPilot).length);
    expect(frames(cartogramRungs)).toBe(0);
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
