import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { METHODOLOGY_SECTIONS } from './methodology-sections.ts';

const textOf = (lang: string) =>
  readFileSync(new URL(`./metodologi.${lang}.mdx`, import.meta.url), 'utf8');

describe.each(['id', 'en'])('methodology (%s)', (lang) => {
  const text = textOf(lang);

  test('has every section once, in order', () => {
    const found = [...text.matchAll(/<Heading of="([^"]+)" \/>/g)].map((match) => match[1]);
    expect(found).toEqual(Object.keys(METHODOLOGY_SECTIONS));
  });

  test('types no count of the dataset by hand', () => {
    // Years, thresholds told by a component and the numbers of regulations aside.
    const prose = text.replaceAll(/<[^>]+>|`[^`]+`|\([^)]*\)|\b(19|20)\d\d\b|CC BY 4\.0/g, '');
    expect([...prose.matchAll(/\d+([.,]\d+)?/g)].map((match) => match[0])).toEqual([]);
  });
});

test('no number computed from the dataset is missing in one of the languages', () => {
  const counts = (lang: string) =>
    [...textOf(lang).matchAll(/<Count of="([^"]+)" \/>/g)].map((match) => match[1]).sort();
  expect(counts('en')).toEqual(counts('id'));
});
