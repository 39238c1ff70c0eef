import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Texts of their own page, one file for each language. */
describe.each(['koreksi', 'tentang'])('%s', (name) => {
  const [id = '', en = ''] = ['id', 'en'].map((lang) =>
    readFileSync(new URL(`./${name}.${lang}.mdx`, import.meta.url), 'utf8'),
  );
  const found = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, match = '']) => match);

  test('has the same sections in both languages: their addresses are permanent', () => {
    const sections = found(id, /<h2 id="([^"]+)">/g);
    expect(sections.length).toBeGreaterThan(5);
    expect(found(en, /<h2 id="([^"]+)">/g)).toEqual(sections);
    expect(found(id, /^#+ (.*)/gm)).toEqual([]);
  });

  test('shows the same parts and leads to the same pages in both languages', () => {
    const parts = (text: string) => found(text, /<([A-Z]\w+[^>]*) \/>/g).sort();
    const links = (text: string) => found(text, /\]\(([/#][^)]*)\)/g).sort();
    expect(parts(en)).toEqual(parts(id));
    expect(links(en)).toEqual(links(id));
  });
});
