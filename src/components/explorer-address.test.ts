import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, readView, writeView } from './explorer-address.ts';

const CHOICES: readonly Choice[] = [
  { name: 'q', values: null },
  { name: 'i', values: () => ['spi', 'bpk'] },
  { name: 'band', values: ({ i }) => (i === 'spi' ? ['rentan', 'terjaga'] : []) },
  { name: 'kolom', values: () => ['mcp', 'spi', 'bpk'], many: true },
];
const ORIGIN = 'https://cermin.example/daerah/';

describe('the address of a view', () => {
  it('reads what is known and tells the rest', () => {
    expect(readView('?q=blitar&i=spi&band=terjaga&kolom=spi,xyz,mcp&utm=1', CHOICES)).toEqual({
      view: { q: 'blitar', i: 'spi', band: 'terjaga', kolom: 'spi,mcp' },
      ignored: ['kolom=“xyz”'],
    });
    expect(readView('?i=bpk&band=terjaga', CHOICES)).toEqual({
      view: { i: 'bpk' },
      ignored: ['band=“terjaga”'],
    });
  });

  it('takes no columns for a choice, unknown ones for none', () => {
    expect(readView('?kolom=', CHOICES).view).toEqual({ kolom: '' });
    expect(readView('?kolom=xyz', CHOICES).view).toEqual({});
  });

  it('keeps commas, what else the address held, and drops what is not chosen', () => {
    expect(writeView(`${ORIGIN}?utm=1&i=spi#aceh`, CHOICES, { kolom: 'spi,mcp' })).toBe(
      `${ORIGIN}?utm=1&kolom=spi,mcp#aceh`,
    );
  });

  it('gives back every view that was written', () => {
    const view = fc
      .record(
        {
          q: fc.string({ minLength: 1, unit: 'grapheme' }),
          i: fc.constantFrom('spi', 'bpk'),
          kolom: fc.subarray(['mcp', 'spi', 'bpk']).map((each) => each.join()),
        },
        { requiredKeys: [] },
      )
      .map((each) => (each.i === 'spi' ? { ...each, band: 'rentan' } : each));
    fc.assert(
      fc.property(view, (each) => {
        const { search } = new URL(writeView(ORIGIN, CHOICES, each));
        expect(readView(search, CHOICES)).toEqual({ view: each, ignored: [] });
      }),
    );
  });

  it('reads no value that is not offered, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (i, kolom) => {
        const { view, ignored } = readView(`?${new URLSearchParams({ i, kolom })}`, CHOICES);
        expect(['spi', 'bpk', undefined]).toContain(view.i);
        for (const each of view.kolom ? view.kolom.split(',') : []) {
          expect(['mcp', 'spi', 'bpk']).toContain(each);
        }
        for (const each of ignored) expect([...each].length).toBeLessThan(60);
      }),
    );
  });
});
