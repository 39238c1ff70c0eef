import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../dataset/table-schema.ts';
import type { Term } from '../dataset/tables/index.ts';
import { otherNames, termForms } from './forms.ts';
import { mapProse, termLinker } from './link-terms.ts';

const term = (slug: string, row: Partial<Term>): Term => ({
  slug,
  term_id: slug,
  term_en: slug,
  kind: 'word',
  expansion_id: null,
  expansion_en: null,
  meaning_id: 'Arti.',
  meaning_en: 'Meaning.',
  also: null,
  also_english: null,
  page: null,
  ...row,
});
const abbreviation = (slug: string, name: string, id: string, en: string, row = {}) =>
  term(slug, {
    term_id: name,
    term_en: name,
    kind: 'abbreviation',
    expansion_id: id,
    expansion_en: en,
    ...row,
  });

const TERMS: readonly Term[] = [
  abbreviation('kpk', 'KPK', 'Komisi Pemberantasan Korupsi', 'Corruption Eradication Commission'),
  abbreviation('wbk', 'WBK', 'Wilayah Bebas dari Korupsi', 'corruption-free area'),
  abbreviation('wbbm', 'WBBM', 'Birokrasi "Bersih" & Melayani', 'clean <and> serving'),
  abbreviation('sp4n-lapor', 'SP4N-LAPOR!', 'Sistem', 'System', {
    also: 'LAPOR!; SP4N',
    also_english: 'LAPOR!; SP4N',
  }),
  abbreviation('mpp', 'MPP', 'Mal Pelayanan Publik', 'public service mall', {
    also: 'Mal Pelayanan Publik',
    also_english: 'public service mall',
  }),
  term('angka-sementara', {
    term_id: 'angka sementara',
    term_en: 'interim figure',
    also_english: 'interim',
  }),
  term('deret', { term_id: 'deret', term_en: 'series' }),
  term('istimewa', { term_id: 'istimewa' }),
];
const link = termLinker(TERMS, (lang) => (lang === 'en' ? '/b/en/istilah/' : '/b/istilah/'));
const page = (main: string, lang: Lang = 'id') =>
  `<!doctype html><html lang="${lang}"><head><title>KPK</title></head><body><p>KPK</p><main>${main}</main><footer>WBK</footer></body></html>`;
const linked = (main: string, lang: Lang = 'id') =>
  link(page(main, lang), lang).replace(/^.*<main>|<\/main>.*$/gs, '');

const KPK =
  '<a class="term" href="/b/istilah/#kpk"><abbr title="Komisi Pemberantasan Korupsi">KPK</abbr></a>';

describe('the linker of terms', () => {
  it('links the first use on a page, in main alone, and says what an abbreviation stands for', () => {
    expect(linked('<p>KPK dan KPK</p><p>KPK</p>')).toBe(`<p>${KPK} dan KPK</p><p>KPK</p>`);
    const whole = link(page('<p>x</p>'), 'id');
    expect(whole).toBe(page('<p>x</p>'));
  });

  it.each([
    '<a href="/">KPK</a>',
    '<h2>KPK <em>KPK</em></h2>',
    '<button>KPK</button>',
    '<label>KPK<input></label>',
    '<details><summary>KPK</summary></details>',
    '<code>KPK</code>',
    '<data value="KPK">KPK</data>',
    '<script type="application/ld+json">{"a":"<p>KPK</p>"}</script>',
    '<svg><title>KPK</title><text>KPK</text></svg>',
    '<cite>KPK</cite>',
    '<nav><ul><li>KPK</li></ul></nav>',
    '<table><tr><th>KPK</th></tr></table>',
    '<!-- KPK -->',
    '<p title="a > b KPK">x</p>',
    '<span class="note visually-hidden">KPK</span>',
    '<p hidden>KPK</p>',
    '<p aria-hidden="true">KPK</p>',
    '<p data-no-terms>KPK <b>KPK</b></p>',
  ])('leaves %s alone, and links what comes after', (html) => {
    expect(linked(`${html}<p>KPK</p>`)).toBe(`${html}<p>${KPK}</p>`);
  });

  it('takes whole words only', () => {
    for (const text of ['KPKX', 'eKPK', 'KPK-nya', 'x-KPK', 'kpk', 'KPK2', 'éKPK', 'deretan']) {
      expect(linked(`<p>${text}</p>`)).toBe(`<p>${text}</p>`);
    }
    expect(linked('<p>(KPK)</p>')).toBe(`<p>(${KPK})</p>`);
    expect(linked('<p>&quot;KPK&#39;s</p>')).toBe(`<p>&quot;${KPK}&#39;s</p>`);
  });

  it('takes the longest form, both sides of a slash, and any white space in a form', () => {
    const slugs = (html: string) => [...linked(html).matchAll(/#([\w-]+)"/g)].map((m) => m[1]);
    expect(slugs('<p>SP4N-LAPOR! lalu LAPOR!</p>')).toEqual(['sp4n-lapor']);
    expect(slugs('<p>WBK/WBBM</p>')).toEqual(['wbk', 'wbbm']);
    expect(slugs('<p>Mal\n  Pelayanan Publik</p>')).toEqual(['mpp']);
    expect(linked('<p>Mal Pelayanan Publik</p>')).not.toContain('<abbr');
    expect(linked('<p>WBBM</p>')).toContain('title="Birokrasi &quot;Bersih&quot; &amp; Melayani"');
  });

  it('knows a word at the beginning of a sentence, but not in a name', () => {
    expect(linked('<p>Deret lain.</p>')).toContain('#deret">Deret</a>');
    expect(linked('<p>Ada. Deret lain</p>')).toContain('#deret">Deret</a>');
    for (const name of [
      'Daerah Istimewa',
      '<b>Daerah</b> Istimewa',
      '<a href="/">x</a> Istimewa',
    ]) {
      expect(linked(`<p>${name}</p>`)).not.toContain('term');
    }
    expect(linked('<p>Ada.</p>Istimewa')).toContain('term');
  });

  it("uses each language's own forms and glossary", () => {
    expect(linked('<p>interim, angka sementara</p>', 'en')).toBe(
      '<p><a class="term" href="/b/en/istilah/#angka-sementara">interim</a>, angka sementara</p>',
    );
    expect(linked('<p>interim</p>')).toBe('<p>interim</p>');
    expect(linked('<p>KPK</p>', 'en')).toContain('title="Corruption Eradication Commission"');
    // Indonesian words on an English page are found; their expansion would be in no fit language.
    expect(linked('<p><span lang="id">deret KPK</span> deret</p>', 'en')).toBe(
      '<p><span lang="id"><a class="term" href="/b/en/istilah/#deret">deret</a> <a class="term" href="/b/en/istilah/#kpk"><abbr>KPK</abbr></a></span> deret</p>',
    );
  });

  it('does nothing without terms', () => {
    expect(termLinker([], () => '/')(page('KPK'), 'id')).toBe(page('KPK'));
  });
});

describe('the forms of a term', () => {
  it('are those of the language, the first term to claim one keeping it', () => {
    const forms = termForms([...TERMS, term('lain', { term_en: 'interim' })], 'en');
    expect(forms.filter(({ text }) => text === 'interim')).toEqual([
      { slug: 'angka-sementara', text: 'interim', isShort: false, expansion: null },
    ]);
    expect(otherNames(TERMS[3] as Term, 'id')).toEqual(['LAPOR!', 'SP4N']);
    expect(otherNames(TERMS[4] as Term, 'id')).toEqual([]);
    expect(otherNames(TERMS[5] as Term, 'en')).toEqual([]);
  });
});

/** Pages with terms in every kind of place, as a serializer writes them. */
const words = fc.constantFrom(
  ...['KPK', 'WBK', 'WBBM/WBK', 'MPP', 'Mal Pelayanan Publik', 'deret', 'Deret', 'LAPOR!'],
  ...['SP4N-LAPOR!', 'angka sementara', 'interim', 'a & b', '<', '"KPK"', "l'an", '. ', 'x-', 'é'],
);
const text = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' '));
const tags = 'p div span em a h2 button code summary label data cite nav section li svg'.split(' ');
interface Tree {
  readonly tag: string;
  readonly attributes: string;
  readonly children: readonly (Tree | string)[];
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom(...tags),
    attributes: fc.constantFrom(
      ...['', ' class="note"', ' lang="en"', ' lang="id"', ' hidden', ' title="a > KPK <p>"'],
    ),
    children: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('tree')), { maxLength: 4 }),
  }),
}));
const escaped = (plain: string) =>
  plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const html = (node: Tree | string): string =>
  typeof node === 'string'
    ? escaped(node)
    : `<${node.tag}${node.attributes}>${node.children.map(html).join('')}</${node.tag}>`;
/** What a browser makes of it, so that nesting is what it seems. */
const pages = fc
  .array(tree, { maxLength: 6 })
  .map((trees) => serialize(parse(page(trees.map(html).join('')))));

type Node = DefaultTreeAdapterTypes.Node;
const { isElementNode, isTextNode } = defaultTreeAdapter;
const attributeOf = (node: Node, name: string) =>
  isElementNode(node) ? node.attrs.find((each) => each.name === name)?.value : undefined;
function* all(
  node: Node,
  above: readonly Node[] = [],
): Generator<readonly [Node, readonly Node[]]> {
  yield [node, above];
  if ('childNodes' in node)
    for (const child of node.childNodes) yield* all(child, [...above, node]);
}
const textOf = (source: string) =>
  [...all(parse(source))].map(([node]) => (isTextNode(node) ? node.value : '')).join('');
const isTerm = (node: Node) => attributeOf(node, 'class') === 'term';

describe('whatever the page', () => {
  it('the text stays what it was, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(pages, fc.constantFrom<Lang>('id', 'en'), (source, lang) => {
        const once = link(source, lang);
        expect(textOf(once)).toBe(textOf(source));
        expect(link(once, lang)).toBe(once);
        expect(mapProse(source, lang, (run) => run)).toBe(source);
      }),
      { numRuns: 500 },
    );
  });

  it('each term is linked once at most, never within a link, a heading or a control', () => {
    fc.assert(
      fc.property(pages, fc.constantFrom<Lang>('id', 'en'), (source, lang) => {
        const found = [...all(parse(link(source, lang)))].filter(([node]) => isTerm(node));
        const targets = found.map(([node]) => attributeOf(node, 'href'));
        expect(new Set(targets).size).toBe(targets.length);
        for (const [, above] of found) {
          const names = above.flatMap((node) => (isElementNode(node) ? [node.tagName] : []));
          expect(names).toContain('main');
          for (const name of [
            'a',
            'h2',
            'button',
            'code',
            'summary',
            'label',
            'data',
            'cite',
            'svg',
          ]) {
            expect(names).not.toContain(name);
          }
          expect(above.some((node) => attributeOf(node, 'hidden') !== undefined)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
