import { expect, it } from 'vitest';
import { checksums, isListed } from './checksums.ts';

it('lists files by path as sha256sum does', () => {
  const bytes = new TextEncoder().encode('abc');
  expect(
    checksums(
      new Map([
        ['excel/a.csv', bytes],
        ['a.csv', new Uint8Array()],
      ]),
    ),
  ).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.csv\n' +
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  excel/a.csv\n',
  );
});

it('lists data and releases, but neither itself nor pages', () => {
  const data = ['a.csv', 'daerah/kota-blitar.csv', 'catalog.ttl', 'versi/1.0.0/cermin-1.0.0.zip'];
  expect(data.filter((path) => !isListed(path))).toEqual([]);
  expect(['SHA256SUMS', 'index.html', 'perubahan/index.html'].filter(isListed)).toEqual([]);
});
