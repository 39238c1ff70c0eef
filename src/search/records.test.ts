import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { buildCitations } from '../derive/citations.ts';
import { deriveModel } from '../derive/site-model.ts';
import type { Lang } from '../i18n/lang.ts';
import { FILTERS, kindOfPath } from './filters.ts';
import { byDate, byName, ranksBy, type SearchRecord, searchRecords } from './records.ts';

const dataset = fictionalDataset();
const model = deriveModel(dataset);
const pages = [
  {
    path: '/indikator/mcp/',
    sections: [
      { id: null, heading: 'MCP', isTerm: false, text: 'Nilai rekaan.' },
      { id: 'kategori', heading: 'Kategori', isTerm: false, text: 'Hijau.' },
    ],
  },
  {
    path: '/istilah/',
    sections: [{ id: 'apip', heading: 'APIP', isTerm: true, text: 'Pengawas.' }],
  },
];
const recordsIn = (lang: Lang) => searchRecords(model, buildCitations(dataset), pages, lang);
const records = recordsIn('id');
const at = (path: string, among: readonly SearchRecord[] = records) => {
  const found = among.find((record) => record.path === path);
  if (!found) throw new Error(`no record for ${path}`);
  return found;
};

describe('searchRecords', () => {
  it('has one record for each page or section, in either language', () => {
    const { areas, sources } = dataset.tables;
    for (const lang of ['id', 'en'] as const) {
      const paths = recordsIn(lang).map(({ path }) => path);
      expect(paths).toHaveLength(areas.length + sources.length + 3);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  it('tells of a region what its page tells', () => {
    const city = at('/daerah/kota-contoh/');
    expect(city).toMatchObject({
      title: 'Kota Contoh',
      isNamed: true,
      date: '2024-12-09',
      filters: {
        jenis: ['daerah'],
        tingkat: ['city'],
        tangga: ['designated'],
        ukuran: ['mcp', 'spi'],
      },
    });
    expect(city.also).toEqual(['Koco', 'SAPA CONTOH', '98.71']);
    const text = city.text.join('\n');
    expect(text).toContain('MCP 2023: 92,15, Hijau');
    expect(text).toContain('SPI 2024: 77,4');
    // The latest figure of a series only.
    expect(text).not.toContain('78,40');
    expect(text).toContain('Antrean rekaan dipangkas menjadi 5 menit.');
    expect(text).toContain('SAPA CONTOH');
    expect(text).toContain('Dinas Rekaan, WBK 2023, diraih');
  });

  it('tells it in the language of the index', () => {
    const text = at('/daerah/kota-contoh/', recordsIn('en')).text.join('\n');
    expect(text).toContain('MCP 2023: 92.15');
    expect(text).toContain('A fictional queue was cut to 5 minutes.');
    expect(text).not.toContain('Antrean');
  });

  it('tells the facts of a source, and what they are about', () => {
    const source = at('/sumber/warta-rekaan-2025-02/');
    expect(source.title).toBe('Nilai Baru, Ukuran Baru');
    expect(source.where).toContain('Warta Rekaan');
    expect(source.text.join('\n')).toContain('Kota Contoh: SPI 2024: 77,4');
    expect(source.filters.tingkat).toContain('city');
    expect(source.filters.ukuran).toEqual(expect.arrayContaining(['mcp', 'spi']));
    expect(source.filters.tangga).toEqual([]);
    expect(source.date).toBe('2025-02');
  });

  it('leads to the sections of pages written by hand', () => {
    expect(at('/indikator/mcp/')).toMatchObject({
      isNamed: true,
      where: '',
      filters: { jenis: ['indikator'], ukuran: ['mcp'] },
    });
    expect(at('/indikator/mcp/#kategori')).toMatchObject({ isNamed: false, where: 'MCP' });
    expect(at('/istilah/#apip')).toMatchObject({ isNamed: true, filters: { jenis: ['lain'] } });
  });

  it('uses no value that no filter offers', () => {
    const offered = new Map(
      FILTERS.map(({ name, options }) => [name, new Set(options.map(({ value }) => value))]),
    );
    const slugs = new Set(model.provinces.map(({ slug }) => slug));
    for (const { filters } of records) {
      for (const [name, values] of Object.entries(filters)) {
        const known = name === 'provinsi' ? slugs : offered.get(name);
        for (const value of values) expect(known, `${name}=${value}`).toContain(value);
      }
    }
  });

  it('holds nothing that was left empty', () => {
    for (const { title, where, text } of records) {
      for (const each of [title, where, ...text]) {
        expect(each).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
  });
});

describe('kindOfPath', () => {
  it.each([
    ['/indikator/spi/', 'indikator'],
    ['/program/2024/', 'program'],
    ['/metodologi/', 'lain'],
    ['/lain/', 'lain'],
    ['/', 'lain'],
  ])('%s', (path, kind) => {
    expect(kindOfPath(path)).toBe(kind);
  });
});

describe('ranksBy', () => {
  it('gives like things one place', () => {
    expect(ranksBy(['b', 'a', 'b', 'c'], (x, y) => (x < y ? -1 : x > y ? 1 : 0))).toEqual([
      1, 0, 1, 3,
    ]);
  });

  it('sorts names as readers do, and puts what has no date before all', () => {
    const of = (title: string, date: string | null) => ({ title, where: '', date }) as SearchRecord;
    expect(byName(of('kota a', null), of('Kota B', null))).toBeLessThan(0);
    expect(byDate(of('', null), of('', '2024'))).toBe(-1);
    expect(byDate(of('', '2024-08'), of('', '2024'))).toBe(1);
  });
});
