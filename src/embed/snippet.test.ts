import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { frameSnippet, pictureSnippet } from './snippet.ts';

/** The only element of a fragment, with its attributes. */
function first(html: string) {
  const [element, ...rest] = parseFragment(html).childNodes;
  expect(rest).toEqual([]);
  if (!element || !('attrs' in element)) throw new Error('no element');
  return {
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    childNodes: element.childNodes,
  };
}

const anything = fc.record({
  src: fc.webUrl({ withFragments: true, withQueryParameters: true }),
  title: fc.string({ unit: 'grapheme' }),
  width: fc.integer({ min: 1, max: 2000 }),
  height: fc.integer({ min: 1, max: 2000 }),
});

describe('frameSnippet', () => {
  it('is one element that a browser reads as it was meant, whatever the words', () => {
    fc.assert(
      fc.property(anything, (snippet) => {
        const { name, attributes } = first(frameSnippet(snippet));
        expect(name).toBe('iframe');
        expect(attributes).toMatchObject({
          src: snippet.src,
          title: snippet.title,
          width: String(snippet.width),
          height: String(snippet.height),
          loading: 'lazy',
        });
        expect(attributes.style).toContain(`aspect-ratio:${snippet.width}/${snippet.height}`);
      }),
    );
  });
});

describe('pictureSnippet', () => {
  it('is a picture with its words, in a link to its page', () => {
    fc.assert(
      fc.property(anything, fc.webUrl(), (snippet, page) => {
        const { name, attributes, childNodes } = first(pictureSnippet({ ...snippet, page }));
        expect([name, attributes.href]).toEqual(['a', page]);
        const [image] = childNodes;
        if (!image || !('attrs' in image)) throw new Error('no picture');
        const own = Object.fromEntries(image.attrs.map((each) => [each.name, each.value]));
        expect(own).toMatchObject({ src: snippet.src, alt: snippet.title });
        expect(childNodes).toHaveLength(1);
      }),
    );
  });
});
