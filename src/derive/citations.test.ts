import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import {
  anchorOf,
  areaPlace,
  buildCitations,
  placesOf,
  scoreAnchor,
  sourcesOf,
} from './citations.ts';

const dataset = fictionalDataset();
const { tables } = dataset;
const citations = buildCitations(dataset);

const NEWS = 'kabar-contoh-2024-01-15';
const DECREE = 'keputusan-rekaan-2025';

describe('scoreAnchor', () => {
  it('is the permanent address of a figure', () => {
    const anchor = scoreAnchor({ area_code: '99.10', indicator: 'spi', year: 2024 });
    expect(anchor).toBe('99.10-spi-2024');
  });

  it('is different for every score of a source', () => {
    for (const source of tables.sources) {
      const scores = tables.scores.filter((row) => row.source_id === source.id);
      expect(new Set(scores.map(scoreAnchor)).size).toBe(scores.length);
    }
  });
});

describe('anchorOf', () => {
  it('is the anchor under which a row is cited', () => {
    for (const { table, row, anchor } of tables.sources.flatMap(({ id }) => citations.of(id))) {
      if (table !== 'areas') expect(anchorOf(table, row as never)).toBe(anchor);
    }
  });

  it('needs no escape in an address', () => {
    for (const { anchor } of tables.sources.flatMap(({ id }) => citations.of(id))) {
      expect(anchor).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
    }
  });

  it('refuses tables that cite no source', () => {
    const [alias] = tables.aliases;
    if (!alias) throw new Error('the fictional dataset has aliases');
    expect(() => anchorOf('aliases', alias)).toThrow('aliases');
  });
});

describe('areaPlace', () => {
  const [area] = tables.areas.filter(({ code }) => code === '98.71');
  if (!area) throw new Error('the fictional dataset has a Kota Contoh');

  it('is the permanent address of each fact of an area, on its own source', () => {
    expect(areaPlace(area, 'name')).toEqual({ id: DECREE, anchor: '98.71-nama' });
    expect(areaPlace(area, 'area_km2')).toEqual({ id: DECREE, anchor: '98.71-luas' });
    expect(areaPlace(area, 'population')).toEqual({
      id: 'penduduk-rekaan-2024',
      anchor: '98.71-penduduk',
    });
    expect(areaPlace(area, 'formed')).toBeNull();
  });

  it('leads to where the source lists the fact', () => {
    for (const row of tables.areas) {
      for (const { id, anchor, fact } of placesOf('areas', row)) {
        const found = citations.of(id).filter((each) => each.anchor === anchor);
        expect(found).toEqual([{ table: 'areas', row, anchor, fact }]);
      }
    }
  });
});

describe('buildCitations', () => {
  it('lists every row with a source on exactly its sources', () => {
    for (const table of TABLE_NAMES) {
      for (const row of tables[table]) {
        const expected = sourcesOf(table, row);
        const found = tables.sources
          .filter(({ id }) => citations.of(id).some((each) => each.row === row))
          .map(({ id }) => id);
        expect(found.toSorted()).toEqual(expected.toSorted());
      }
    }
  });

  it('lists a fact once on a source', () => {
    for (const { id } of tables.sources) {
      const rows = Map.groupBy(citations.of(id), (each) => each.row as object);
      for (const own of rows.values()) {
        expect(new Set(own.map(({ fact }) => fact)).size).toBe(own.length);
      }
    }
  });

  it('knows nothing of a source that nobody cites', () => {
    expect(citations.of('tidak-ada')).toEqual([]);
  });

  it('does not count a decision as a fact of the source it follows', () => {
    const all = tables.sources.flatMap(({ id }) => citations.of(id));
    expect(all.some((each) => each.table === 'decisions')).toBe(false);
  });

  it('cites the founding law of an area formed lately', () => {
    const formed = fictionalDataset({
      areas: (text) => text.replace(/^(99\.71,.*),,$/m, '$1,2022-07-25,lembaga-rekaan-2023'),
    });
    const [first] = buildCitations(formed).of('lembaga-rekaan-2023');
    expect(first).toMatchObject({ table: 'areas', anchor: '99.71-dibentuk' });
  });

  it('numbers anchors that would be the same on one source', () => {
    const names = ['Lapor!', 'LAPOR', 'Lapor?'];
    const twice = fictionalDataset({
      channels: (text) => text + names.map((name) => `98.71,${name},web,,,,,${NEWS},\n`).join(''),
    });
    const anchors = buildCitations(twice)
      .of(NEWS)
      .flatMap(({ table, anchor }) => (table === 'channels' ? [anchor] : []));
    expect(anchors.slice(1)).toEqual([
      '98.71-kanal-lapor',
      '98.71-kanal-lapor-2',
      '98.71-kanal-lapor-3',
    ]);
  });

  it('gives every fact of a source an anchor of its own, whatever it is called', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '2', '-', '!', 'é', '漢') });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const [channel] = tables.channels;
        if (!channel) throw new Error('the fictional dataset has a channel');
        const channels = names.map((each) => ({ ...channel, channel: each }));
        const anchors = buildCitations({ ...dataset, tables: { ...tables, channels } })
          .of(channel.source_id)
          .map(({ anchor }) => anchor);
        expect(new Set(anchors).size).toBe(anchors.length);
      }),
    );
  });
});
