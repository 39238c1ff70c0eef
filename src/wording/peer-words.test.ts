import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area } from '../dataset/tables/index.ts';
import type { Peer } from '../derive/peers.ts';
import { peerWords, ratioText, SIMILAR_RATIO } from './peer-words.ts';

const peer = (population: number, density: number, same = true): Peer => ({
  area: { island_group: 'Papua' } as Area,
  distance: 1,
  population: { amount: 1, ratio: population, difference: 0 },
  density: { amount: 1, ratio: density, difference: 0 },
  island: { same, difference: same ? 0 : 1 },
});

describe('a ratio', () => {
  it.each([
    [12.4, '12'],
    [9.96, '10'],
    [1234.4, '1.234'],
    [2, '2,0'],
    [1.26, '1,3'],
    [0.96, '1,0'],
    [0.83, '0,8'],
    [0.08, '0,08'],
    [0.0004, '<0,001'],
  ])('%d reads %s', (ratio, text) => {
    expect(ratioText(ratio, 'id')).toBe(text);
  });

  it('is never off by more than half of its last digit, and holds no exponent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (ratio) => {
        const text = ratioText(ratio, 'en').replaceAll(',', '');
        expect(text).toMatch(/^\d+(\.\d+)?$/);
        const lastDigit = 10 ** -(text.split('.')[1]?.length ?? 0);
        expect(Math.abs(Number(text) - ratio)).toBeLessThanOrEqual(lastDigit / 2 + 1e-9);
      }),
    );
  });
});

describe('the words for a peer', () => {
  it('tell each dimension, from the region to its peer', () => {
    expect(peerWords(peer(1.25, 0.75), 'id')).toEqual([
      'penduduk 1,3 kali',
      'kepadatan 0,8 kali',
      'gugus pulau sama',
    ]);
    expect(peerWords(peer(1.25, 0.75, false), 'en')).toEqual([
      '1.3 times the population',
      '0.8 times the density',
      'another island group (Papua)',
    ]);
  });

  it('call amounts similar up to a tenth more, either way round', () => {
    for (const ratio of [1, SIMILAR_RATIO, 1 / SIMILAR_RATIO]) {
      expect(peerWords(peer(ratio, ratio), 'id').slice(0, 2)).toEqual([
        'penduduk mirip',
        'kepadatan mirip',
      ]);
    }
    expect(peerWords(peer(1.12, 0.9), 'en').slice(0, 2)).toEqual([
      '1.1 times the population',
      '0.9 times the density',
    ]);
  });
});
