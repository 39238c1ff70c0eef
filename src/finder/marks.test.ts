import { describe, expect, it } from 'vitest';
import { marksIn } from './marks.ts';
import { wordsOf } from './text.ts';

const marked = (text: string, query: string) =>
  marksIn(text, wordsOf(query))
    .map((part) => (part.isTyped ? `[${part.text}]` : part.text))
    .join('');

describe('marksIn', () => {
  it.each([
    ['Kota Blitar', 'bli', 'Kota [Bli]tar'],
    ['Kota Blitar', 'KOTA blitar', '[Kota] [Blitar]'],
    ['Kabupaten Fak Fak', 'fak', 'Kabupaten [Fak] [Fak]'],
    ['Kota Blitar', 'litar', 'Kota Blitar'],
    ["Ba'a", 'ba', "[Ba]'a"],
    ['Kota Blitar', '', 'Kota Blitar'],
    ['', 'x', ''],
  ])('%s for "%s"', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});
