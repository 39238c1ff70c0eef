/** The text of a built page, by its sections: what is written in templates is written nowhere else. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The part of a page under a heading, or a term of a glossary, with an address of its own; the
 * first is the beginning of the page.
 */
export interface PageSection {
  /** Fragment of its address; null for the beginning of the page. */
  readonly id: string | null;
  readonly heading: string;
  /** Whether it explains a term, which is its heading. */
  readonly isTerm: boolean;
  readonly text: string;
}

/** What is no text of the page itself, or stands in full on other pages. */
const LEFT_OUT = new Set(
  'nav script style template noscript svg form button select input dialog'.split(' '),
);
/**
 * Lists of regions and sources, which have pages of their own; the sources under each fact; the
 * examples of the data dictionary.
 */
const LEFT_OUT_CLASSES = new Set(['value-runs', 'publishers', 'latest', 'cite', 'dictionary']);
const INLINE = new Set(
  'a abbr b cite code data dfn em i mark q s small span strong sub sup time u'.split(' '),
);

/** Between blocks of text: a sign of its own, so that they do not read as one sentence. */
const BREAK = ' · ';

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function isLeftOut(element: Element): boolean {
  return (
    LEFT_OUT.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    (attribute(element, 'class') ?? '').split(/\s+/).some((name) => LEFT_OUT_CLASSES.has(name))
  );
}

function find(node: Node, tag: string): Element | null {
  if (defaultTreeAdapter.isElementNode(node) && node.tagName === tag) return node;
  if (!('childNodes' in node)) return null;
  for (const child of node.childNodes) {
    const found = find(child, tag);
    if (found) return found;
  }
  return null;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?· (?:· )*/g, BREAK)
    .replace(/^(?: ?·)+ | ·(?: ·)* ?$/g, '')
    .trim();
}

/** Text of a node, its blocks apart. */
function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  const isElement = defaultTreeAdapter.isElementNode(node);
  if (isElement && isLeftOut(node)) return '';
  const inside = node.childNodes.map(textOf).join('');
  return isElement && !INLINE.has(node.tagName) ? `${BREAK}${inside}${BREAK}` : inside;
}

/** The term of an entry of a glossary: an element with an id that begins with a `<dt>`. */
function termOf(element: Element): Element | null {
  const first = element.childNodes.find(defaultTreeAdapter.isElementNode);
  return attribute(element, 'id') !== undefined && first?.tagName === 'dt' ? first : null;
}

/** Whether a section begins inside an element. */
function holdsSections(element: Element): boolean {
  return element.childNodes.some(
    (child) =>
      defaultTreeAdapter.isElementNode(child) &&
      (/^h[12]$/.test(child.tagName) || termOf(child) !== null || holdsSections(child)),
  );
}

/** Reads the sections of a page. Throws without `<main>`. */
export function pageSections(html: string): readonly PageSection[] {
  const main = find(parse(html), 'main');
  if (!main) throw new Error('a page has no <main>');
  const sections: { -readonly [K in keyof PageSection]: PageSection[K] }[] = [
    { id: null, heading: '', isTerm: false, text: '' },
  ];
  const read = (node: Node) => {
    const here = sections.at(-1);
    if (!here) return;
    if (!defaultTreeAdapter.isElementNode(node)) {
      here.text += textOf(node);
      return;
    }
    if (isLeftOut(node)) return;
    const id = attribute(node, 'id');
    const term = termOf(node);
    if (node.tagName === 'h1') here.heading = tidy(textOf(node));
    else if (node.tagName === 'h2' && id) {
      sections.push({ id, heading: tidy(textOf(node)), isTerm: false, text: '' });
    } else if (term && id) {
      const text = node.childNodes
        .filter((child) => child !== term)
        .map(textOf)
        .join('');
      sections.push({ id, heading: tidy(textOf(term)), isTerm: true, text });
    } else if (holdsSections(node)) node.childNodes.forEach(read);
    else here.text += textOf(node);
  };
  main.childNodes.forEach(read);
  return sections
    .map((section) => ({ ...section, text: tidy(section.text) }))
    .filter(({ text }) => text !== '');
}
