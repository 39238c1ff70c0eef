import { describe, expect, it } from 'vitest';
import { type Field, fieldOf } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES } from '../dataset/tables/index.ts';
import { codeParts, referenceOf, sizeText, typeText } from './dictionary.ts';

describe('typeText', () => {
  it.each([
    [TABLES.scores, 'value', 'angka, digitnya seperti tercetak', 'number, its digits as printed'],
    [TABLES.areas, 'lat', 'angka', 'number'],
    [TABLES.scores, 'year', 'tahun', 'year'],
    [TABLES.scores, 'flags', 'daftar, dipisahkan satu spasi', 'list, separated by one space'],
    [TABLES.scores, 'status', 'salah satu nilai tetap', 'one of fixed values'],
    [TABLES.sources, 'url', 'alamat web', 'web address'],
    [TABLES.sources, 'title', 'teks', 'text'],
    [TABLES.criteria, 'used', '`yes` atau `no`', '`yes` or `no`'],
  ] as const)('of %o %s', (table, name, id, en) => {
    expect(typeText(fieldOf(table, name))).toEqual({ id, en });
  });

  it('has words for every column of every table, in both languages', () => {
    for (const name of TABLE_NAMES) {
      for (const field of TABLES[name].fields as readonly Field[]) {
        const { id, en } = typeText(field);
        expect(`${id}|${en}`).toMatch(/^[^|]+\|[^|]+$/);
      }
    }
  });
});

describe('referenceOf', () => {
  it('names the table that explains a value', () => {
    const of = (table: keyof typeof TABLES, name: string) =>
      referenceOf(TABLES[table], fieldOf(TABLES[table], name));
    expect(of('scores', 'area_code')).toEqual({ table: 'areas', field: 'code' });
    expect(of('scores', 'series')).toEqual({ table: 'indicators', field: 'series' });
    expect(of('components', 'source_ids')).toEqual({ table: 'sources', field: 'id' });
    expect(of('scores', 'value')).toBeNull();
  });
});

describe('codeParts', () => {
  it('tells code from words', () => {
    expect(codeParts('`11.10` bukan `11.1`.')).toEqual([
      { text: '11.10', code: true },
      { text: ' bukan ', code: false },
      { text: '11.1', code: true },
      { text: '.', code: false },
    ]);
    expect(codeParts('')).toEqual([]);
  });
});

describe('sizeText', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [345_400, '345 kB'],
    [999_499, '999 kB'],
    [999_500, '1,0 MB'],
    [1_234_567, '1,2 MB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(sizeText(bytes, ',')).toBe(text);
  });
});
