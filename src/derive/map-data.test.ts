import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cartogram, cartogramSpots } from '../charts/cartogram.ts';
import { distance, VISIONS } from '../charts/colour-vision.ts';
import { countsOf, type MapLevel, type MapMark, markLook, type Point } from '../charts/map.ts';
import {
  cartogramData,
  decodeBook,
  decodeTopic,
  encodeBook,
  encodeTopic,
  type MapBy,
  nationData,
} from '../charts/map-book.ts';
import { countryOf, localGeometry, nationGeometry } from '../charts/map-geometry.ts';
import { pickNearest, stepFrom } from '../charts/map-pick.ts';
import { nation, nationSpots } from '../charts/nation.ts';
import { type Ink, PALETTE } from '../charts/palette.ts';
import { pilotText } from '../charts/pilot-names.ts';
import { province } from '../charts/province.ts';
import { chartFaults, textBoxes } from '../charts/svg-checks.ts';
import { readDataset } from '../dataset/read-dataset.ts';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { mapBook, mapSources, mapTopic, provinceData } from './map-data.ts';
import { deriveModel } from './site-model.ts';

const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
const country = countryOf(JSON.parse(readFileSync(atlas, 'utf8')));
const geometry = nationGeometry(country);
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;

describe('what a map shows', () => {
  const model = deriveModel(fictionalDataset());
  const stateOf = (by: MapBy, code: string) => {
    const topic = mapTopic(model, by);
    const entry = topic.entries[model.regions.findIndex((region) => region.code === code)];
    return { ...entry, group: topic.groups[entry?.group ?? -1]?.state };
  };

  it('is the newest figure of the newest bands that enough regions have', () => {
    expect(mapTopic(model, 'spi').years).toEqual([2023, 2024]);
    expect(stateOf('spi', '98.71')).toEqual({ group: 'band-2', value: '77.4', year: 2024 });
    expect(stateOf('spi', '99.71')).toEqual({ group: 'band-4', value: '80.5', year: 2024 });
  });

  it('never sets figures of other bands or series beside them', () => {
    const { subject, years } = mapTopic(model, 'mcp');
    // The newest final figure is one of another series than most.
    expect([subject.id, years]).toEqual(['MCSP', [2025, 2025]]);
    expect(stateOf('mcp', '98.01')).toMatchObject({ group: 'no-band', year: 2025 });
    expect(stateOf('mcp', '98.71')).toEqual({ group: 'other-years', value: '92.15', year: 2023 });
  });

  it('never sets figures older than the criterion allows beside newer ones', () => {
    const row = (area_code: string, year: number, value: string) => {
      const source_id = 'kabar-contoh-2024-01-15';
      return {
        area_code,
        indicator: 'spi',
        series: 'spi',
        year,
        value,
        status: 'final',
        source_id,
      };
    };
    const shown = (rows: readonly ReturnType<typeof row>[]) => {
      const dated = deriveModel(
        fictionalDataset({
          scores: tableText('scores', rows),
          decisions: (text) => `${text.split('\n')[0]}\n`,
        }),
      );
      const { years, groups, entries } = mapTopic(dated, 'spi');
      const found = entries.flatMap(({ group, year }, i) => {
        const state = groups[group]?.state ?? '';
        return year === null ? [] : [`${dated.regions[i]?.code} ${year} ${state}`];
      });
      const { entries: printed } = mapSources(dated, 'spi');
      expect(printed.filter((source) => source !== null)).toHaveLength(found.length);
      return { years, found, key: groups.find(({ state }) => state === 'other-years')?.label };
    };
    // The fictional criterion lets two years pass.
    const rows = [row('98.01', 2021, '70'), row('98.71', 2022, '70'), row('99.71', 2023, '70')];
    expect(shown(rows)).toEqual({
      years: [2021, 2023],
      found: ['98.01 2021 band-0', '98.71 2022 band-0', '99.71 2023 band-0'],
      key: { id: 'hanya hasil masa lain', en: 'only results of another period' },
    });
    expect(shown([...rows.slice(0, 2), row('99.71', 2024, '70')])).toEqual({
      years: [2022, 2024],
      found: ['98.01 2021 other-years', '98.71 2022 band-0', '99.71 2024 band-0'],
      key: { id: 'hanya hasil sebelum 2022', en: 'only results before 2022' },
    });
  });

  it('tells a province the years of its own figures', () => {
    const code = model.provinces[0]?.code ?? '';
    const local = localGeometry(country, model.regionsOf(code));
    const topic = mapTopic(model, 'spi');
    const { years, places } = provinceData(model, code, topic, local);
    const own = model.regionsOf(code).map((region) => [region.code, stateOf('spi', region.code)]);
    expect(places.map((place) => [place.code, place.year])).toEqual(
      own.map(([region, entry]) => [region, (entry as { year: number | null }).year]),
    );
    const known = places.flatMap(({ year }) => year ?? []);
    expect(years).toEqual([Math.min(...known), Math.max(...known)]);
  });

  it('tells what was not found from what does not apply', () => {
    expect(stateOf('spi', '99.01')).toEqual({ group: 'unknown', value: null, year: null });
    expect(stateOf('spi', '98.72')).toEqual({ group: 'not-applicable', value: null, year: null });
    expect(stateOf('rung', '98.72').group).toBe('not-applicable');
  });

  it('has a word where no number was printed', () => {
    expect(stateOf('bpk', '98.01')).toEqual({
      group: 'band-4',
      value: { id: 'WTP', en: 'WTP' },
      year: 2023,
    });
  });

  it('is the rung in the programme', () => {
    expect(stateOf('rung', '98.71')).toEqual({ group: 'designated', value: null, year: 2024 });
    expect(stateOf('rung', '99.01')).toEqual({ group: 'proposed', value: null, year: 2025 });
    expect(mapTopic(model, 'rung').years).toEqual([2024, 2025]);
  });

  it('keeps to the level asked for', () => {
    const book = mapBook(model, geometry);
    const topic = mapTopic(model, 'spi');
    expect(nationData(book, topic, 'city').places.map(({ name }) => name)).toEqual([
      'Kota Contoh',
      'Kota Administratif Rekaan',
      'Kota Misal',
    ]);
    const { places, ground } = cartogramData(book, topic, 'city');
    expect([places.length, ground.length]).toEqual([3, 4]);
  });
});

describe('the maps of the real regions', async () => {
  const { dataset } = await readDataset('data');
  if (!dataset) throw new Error('the dataset has problems');
  const model = deriveModel(dataset);
  const book = mapBook(model, geometry);
  const rung = mapTopic(model, 'rung');
  const choices: readonly MapBy[] = ['rung', ...model.indicators.map((each) => each.indicator)];
  const LEVELS: readonly MapLevel[] = ['all', 'regency', 'city'];
  const options = { lang: 'id', id: 'peta', width: 390 } as const;
  const maps = LEVELS.flatMap((level): readonly [string, readonly Point[]][] => [
    [`dots, ${level}`, nationSpots(nationData(book, rung, level), options)],
    [`cells, ${level}`, cartogramSpots(cartogramData(book, rung, level), options)],
  ]);

  it('hold every region once', () => {
    expect(book.regions).toHaveLength(514);
    for (const by of choices) expect(mapTopic(model, by).entries).toHaveLength(514);
    const counts = countsOf(nationData(book, rung));
    expect(counts.reduce((a, b) => a + b)).toBe(514);
  });

  it('let no cell lie on another, and keep islands and provinces together', () => {
    const cells = new Set(book.regions.map(({ cell }) => cell.join()));
    expect(cells.size).toBe(514);
    const middle = (codes: readonly string[], axis: 0 | 1) => {
      const own = book.regions.filter((region) => codes.includes(region.province));
      return own.reduce((sum, { cell }) => sum + cell[axis], 0) / own.length;
    };
    const islandAt = (name: string, axis: 0 | 1) =>
      middle(book.islands.find((each) => each.name.id === name)?.provinces ?? [], axis);
    // Sumatra in the west, Papua in the far east, Jawa below Kalimantan.
    const fromWest = ['Sumatera', 'Jawa', 'Kalimantan', 'Sulawesi', 'Maluku', 'Papua'];
    const columns = fromWest.map((name) => islandAt(name, 0));
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    expect(islandAt('Jawa', 1)).toBeGreaterThan(islandAt('Kalimantan', 1) + 5);
    // No province on one large island falls apart.
    const parts = (code: string) => {
      const left = new Set(
        book.regions.filter((r) => r.province === code).map(({ cell }) => cell.join()),
      );
      let count = 0;
      for (const start of left) {
        count += 1;
        const open = [start];
        while (open.length > 0) {
          const [x = 0, y = 0] = (open.pop() ?? '').split(',').map(Number);
          left.delete(`${x},${y}`);
          for (const [u, v] of [
            [x + 1, y],
            [x - 1, y],
            [x, y + 1],
            [x, y - 1],
          ] as const) {
            if (left.delete(`${u},${v}`)) open.push(`${u},${v}`);
          }
        }
      }
      return count;
    };
    const inland = ['32', '33', '34', '35', '12', '14', '16', '62', '63', '73', '95'];
    expect(inland.filter((code) => parts(code) > 1)).toEqual([]);
    const whole = model.provinces.filter(({ code }) => parts(code) === 1);
    expect(whole.length).toBeGreaterThanOrEqual(32);
  });

  it('leave every place near to where it is', () => {
    model.regions.forEach((region, i) => {
      const [x, y] = geometry.at(region);
      const [u = 0, v = 0] = book.regions[i]?.at ?? [];
      // In units of a 2000th of the country's width: about 20 km.
      expect(Math.hypot(x - u, y - v)).toBeLessThan(8);
    });
  });

  it.each(maps)('can be picked by pointer at every place: %s', (_, spots) => {
    spots.forEach((spot, i) => {
      expect(pickNearest(spots, spot, 0.4)).toBe(i);
    });
  });

  it.each(maps)('can be walked by keys from every place to every other: %s', (_, spots) => {
    const next = spots.map((_, i) =>
      (['left', 'right', 'up', 'down'] as const).map((d) => stepFrom(spots, i, d)),
    );
    const reached = (edges: readonly (readonly number[])[]) => {
      const seen = new Set([0]);
      for (const from of seen) for (const to of edges[from] ?? []) seen.add(to);
      return seen.size;
    };
    const back = spots.map((_, i) => next.flatMap((to, from) => (to.includes(i) ? [from] : [])));
    expect(reached(next)).toBe(spots.length);
    expect(reached(back)).toBe(spots.length);
  });

  it('travel to the browser and back unchanged', () => {
    expect(decodeBook(encodeBook(book), book.land.path)).toEqual(book);
    for (const by of choices) {
      const topic = mapTopic(model, by);
      expect(decodeTopic(encodeTopic(topic))).toEqual(topic);
    }
  });

  it('are light: land, places, and what is shown', () => {
    expect(gzipped(book.land.path)).toBeLessThan(6 * 1024);
    const places = gzipped(encodeBook(book));
    for (const by of choices) {
      expect(places + gzipped(encodeTopic(mapTopic(model, by)))).toBeLessThan(15 * 1024);
    }
    expect(gzipped(nation(nationData(book, rung), { ...options, width: 960 }))).toBeLessThan(
      12 * 1024,
    );
    expect(gzipped(cartogram(cartogramData(book, rung), options))).toBeLessThan(6 * 1024);
  });

  it('stay light when a figure of every region is known', () => {
    const topic = mapTopic(model, 'spi');
    const full = topic.entries.map((_, i) => ({
      group: i % 3,
      value: `${60 + ((i * 37) % 40)}.${String((i * 61) % 100).padStart(2, '0')}` as never,
      year: 2025,
    }));
    const size = gzipped(encodeBook(book)) + gzipped(encodeTopic({ ...topic, entries: full }));
    expect(size).toBeLessThan(15 * 1024);
  });

  it.each([280, 340, 390, 640, 760, 1200])('name every pilot at %i px', (width) => {
    const pilots = book.regions.filter((region) => region.rung === 'designated');
    for (const level of LEVELS) {
      const at = { ...options, width };
      for (const svg of [
        nation(nationData(book, rung, level), at),
        cartogram(cartogramData(book, rung, level), at),
      ]) {
        const words = textBoxes(svg).map((box) => box.words);
        for (const pilot of pilots) {
          const isShown = level === 'all' || pilot.level === level;
          expect(words.includes(pilotText(pilot.name, width))).toBe(isShown);
        }
      }
    }
  });

  it.each(VISIONS)('draw no two states alike, by form or by colour: %s', (vision) => {
    const inkOf = ({ form, fill, stroke }: MapMark) =>
      (form === 'full' || form === 'point' ? fill : stroke) as Ink;
    const alike = choices.flatMap((by) => {
      const { groups } = mapTopic(model, by);
      expect(groups.length).toBeGreaterThan(4);
      return (['dots', 'cells'] as const).flatMap((as) =>
        groups.flatMap((one, i) =>
          groups.slice(i + 1).flatMap((other) => {
            const [a, b] = [markLook(one.state, as), markLook(other.state, as)];
            if (a.form !== b.form) return [];
            const [ink, next] = [PALETTE[inkOf(a)], PALETTE[inkOf(b)]];
            const apart = Math.min(
              distance(ink.light, next.light, vision),
              distance(ink.dark, next.dark, vision),
            );
            const pair = `${by}, ${as}: ${one.state} and ${other.state}`;
            return apart < 0.1 ? [`${pair}: ${apart.toFixed(3)}`] : [];
          }),
        ),
      );
    });
    expect(alike).toEqual([]);
  });

  it('have a group for each band, from the worst to the best', () => {
    const sakip = mapTopic(model, 'sakip').groups.map(({ label }) => label.id);
    expect(sakip.slice(0, 7)).toEqual(['D', 'C', 'CC', 'B', 'BB', 'A', 'AA']);
  });

  it.each([280, 390, 640, 1200])('have no fault at %i px', (width) => {
    for (const by of ['rung', 'spi', 'sakip'] as const) {
      const topic = mapTopic(model, by);
      const at = { ...options, width };
      expect(chartFaults(nation(nationData(book, topic), at), 'peta')).toEqual([]);
      expect(chartFaults(cartogram(cartogramData(book, topic), at), 'peta')).toEqual([]);
    }
  });

  it.each([280, 390, 640, 1200])('of the provinces have no fault at %i px', (width) => {
    // Of many years, within the period shown and outside it.
    const topic = mapTopic(model, 'ombudsman');
    const faults = model.provinces.flatMap(({ code, name }) => {
      const local = localGeometry(country, model.regionsOf(code));
      const svg = province(provinceData(model, code, topic, local), { ...options, width });
      return chartFaults(svg, 'peta').map((fault) => `${name}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});
