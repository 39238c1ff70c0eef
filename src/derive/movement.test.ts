import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import type { Figure } from './figures.ts';
import { movementOf } from './movement.ts';
import { deriveModel } from './site-model.ts';

const S1 = 'kabar-contoh-2024-01-15';
/** The movement between two years, of the rows of `scores.csv` after area, indicator and series. */
const movement = (
  [indicator, series]: readonly [Figure['indicator'], string],
  earlier: string,
  later: string,
  code = '98.02',
) => {
  const rows = [earlier, later].map(
    (row) => `${code},${indicator},${series},${row},,,final,,${S1},\n`,
  );
  const { figures } = deriveModel(
    fictionalDataset({ scores: (text) => `${text}${rows.join('')}` }),
  );
  const [from, to] = [earlier, later].map((row) =>
    figures.at(code, indicator, Number(row.split(',')[0])),
  );
  if (!from || !to) throw new Error('no such figures');
  return movementOf(to, from);
};
const SPI = ['spi', 'spi'] as const;
const BPK = ['bpk', 'bpk'] as const;

describe('how a figure moved', () => {
  it('is told of numbers of one series', () => {
    expect(movement(SPI, '2021,70.5,', '2022,71.2,')).toBe('up');
    expect(movement(SPI, '2021,71.2,', '2022,70.5,')).toBe('down');
    expect(movement(SPI, '2021,71.2,', '2022,71.20,')).toBe('same');
  });

  it('is not told where one may be the other rounded', () => {
    expect(movement(SPI, '2021,71,', '2022,71.4,')).toBe(null);
    expect(movement(SPI, '2021,71,', '2022,73.4,')).toBe('up');
  });

  it('is told of categories by their order', () => {
    expect(movement(BPK, '2021,,wdp', '2022,,wtp')).toBe('up');
    expect(movement(BPK, '2021,,wtp', '2022,,wdp')).toBe('down');
    expect(movement(BPK, '2021,,wtp', '2022,,wtp')).toBe('same');
  });

  it('of a number and a category is told only where their bands differ', () => {
    expect(movement(SPI, '2021,,terjaga', '2022,60.1,')).toBe('down');
    expect(movement(SPI, '2021,,rentan', '2022,60.1,')).toBe(null);
  });

  it('is not told across a break of the series', () => {
    const { figures } = deriveModel(fictionalDataset({}));
    const [mcp, mcsp] = [2023, 2025].map((year) => figures.at('98.01', 'mcp', year));
    if (!mcp || !mcsp) throw new Error('no such figures');
    expect([mcp.series, mcsp.series]).toEqual(['mcp', 'mcsp']);
    expect(movementOf(mcsp, mcp)).toBe(null);
  });
});
