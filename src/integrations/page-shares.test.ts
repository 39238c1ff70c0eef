import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageShares } from './page-shares.ts';

describe('PageShares', () => {
  it('keeps what belongs to one region together, in both languages and in frames', () => {
    const shares = new PageShares();
    const home = shares.take('/daerah/kota-blitar/');
    shares.take('/daerah/kota-kediri/');
    for (const path of [
      '/en/daerah/kota-blitar/',
      '/daerah/kota-blitar/kesiapan/',
      '/embed/daerah/kota-blitar/cermin/',
      '/en/embed/daerah/kota-blitar/cermin.svg',
    ]) {
      expect(shares.take(path)).toBe(home);
    }
  });

  it('keeps the files of data together', () => {
    const shares = new PageShares();
    const home = shares.take('/api/v1/daftar.json');
    shares.take('/daerah/kota-blitar/');
    expect(shares.take('/data/SHA256SUMS')).toBe(home);
    expect(shares.take('/data/daerah/kota-blitar.csv')).toBe(home);
  });

  it('gives a new page to the thread that has less to draw', () =>
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (ends) => {
        const shares = new PageShares();
        const open = { first: [] as string[], second: [] as string[] };
        ends.forEach((oneEnds, index) => {
          const fewer = open.second.length <= open.first.length ? 'second' : 'first';
          const thread = shares.take(`/sumber/s${index}/`);
          expect(thread).toBe(fewer);
          open[thread].push(`${index}`);
          if (!oneEnds) return;
          const longer = open.first.length > open.second.length ? 'first' : 'second';
          open[longer].pop();
          shares.done(longer);
        });
      }),
    ));
});
