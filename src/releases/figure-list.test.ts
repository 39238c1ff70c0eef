import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAddresses, writeAddresses } from './figure-list.ts';

it('names each source once', () => {
  const text = writeAddresses([
    { source: 'kabar', anchor: '98.71-mcp-2023' },
    { source: 'warta', anchor: '98.71-spi-2024' },
    { source: 'kabar', anchor: '98.02-spi-2023' },
    { source: 'kabar', anchor: '98.71-mcp-2023' },
  ]);
  expect(text).toBe('kabar#98.71-mcp-2023 #98.02-spi-2023 warta#98.71-spi-2024');
});

it('gives back every address', () => {
  const address = fc.record({
    source: fc.constantFrom('kabar-2024', 'warta-2023', 'lembaga'),
    anchor: fc.constantFrom('98.71-mcp-2023', '98.02-spi-2023', '99-bpk-2020'),
  });
  const texts = (all: readonly { source: string; anchor: string }[]) =>
    [...new Set(all.map(({ source, anchor }) => `${source}#${anchor}`))].toSorted();
  fc.assert(
    fc.property(fc.array(address), (addresses) => {
      expect(texts(readAddresses(writeAddresses(addresses)))).toEqual(texts(addresses));
    }),
  );
});
