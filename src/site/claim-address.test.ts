import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedIn, claimQuery } from './claim-address.ts';

describe('the address of an answer', () => {
  it('is short and readable', () => {
    expect(claimQuery({ region: '35.72', indicator: 'spi', year: '2024', claim: '74,5' })).toBe(
      '?d=35.72&i=spi&y=2024&v=74,5',
    );
    expect(claimQuery({ region: '', indicator: 'spi', year: '', claim: '' })).toBe('?i=spi');
    expect(claimQuery({ region: '', indicator: '', year: '', claim: '' })).toBe('');
  });

  it('gives back what was asked, whatever it is', () => {
    const part = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().trim());
    const asked = fc.record({ region: part, indicator: part, year: part, claim: part });
    fc.assert(
      fc.property(asked, (question) => {
        expect(askedIn(claimQuery(question))).toEqual(question);
      }),
    );
  });
});
