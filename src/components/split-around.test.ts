import { expect, test } from 'vitest';
import { splitAround } from './split-around.ts';

test('cuts a text around the number it prints', () => {
  expect(splitAround('601 (2004–2023)', '601')).toEqual({
    before: '',
    match: '601',
    after: ' (2004–2023)',
  });
  expect(splitAround('terjaga mulai 77,5.', '77,5')?.after).toBe('.');
});

test('does not cut a longer number', () => {
  expect(splitAround('hanya 77,5', '77')).toBeNull();
  expect(splitAround('tahun 2004', '4')).toBeNull();
  expect(splitAround('1,7', '7')).toBeNull();
  expect(splitAround('tanpa angka', '90')).toBeNull();
});
