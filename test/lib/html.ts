import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

const { isElementNode, isTextNode } = defaultTreeAdapter;

/** Parses a page as browsers do. */
export function parseHtml(html: string): Document {
  return parse(html);
}

/** Calls back for every element under a node, in the order of the page, until told to stop. */
function untilStopped(node: ParentNode, stops: (element: Element) => boolean): boolean {
  return node.childNodes.some(
    (child) => isElementNode(child) && (stops(child) || untilStopped(child, stops)),
  );
}

/** The elements under a node: all, or those of a tag and with attributes of these values. */
export function elements(
  root: ParentNode,
  tag?: string,
  attributes: Readonly<Record<string, string>> = {},
): Element[] {
  const wanted = Object.entries(attributes);
  const found: Element[] = [];
  untilStopped(root, (element) => {
    if (
      (tag === undefined || element.tagName === tag) &&
      wanted.every(([name, value]) => attribute(element, name) === value)
    ) {
      found.push(element);
    }
    return false;
  });
  return found;
}

/** The only element of that kind under a node. Throws, with what there is, if it is not one. */
export function only(
  root: ParentNode,
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const found = elements(root, tag, attributes);
  const [first] = found;
  if (!first || found.length > 1) {
    throw new Error(`${found.length} <${tag}> with ${JSON.stringify(attributes)}, expected one`);
  }
  return first;
}

/** The element with this id. Throws if there is none. */
export function byId(root: ParentNode, id: string): Element {
  let found: Element | undefined;
  untilStopped(root, (element) => {
    if (attribute(element, 'id') !== id) return false;
    found = element;
    return true;
  });
  if (!found) throw new Error(`no element has the id ${id}`);
  return found;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** The text of a node as a reader sees it: without scripts, runs of white space as one blank. */
export function textOf(node: ParentNode): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: Node): string {
  if (isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  if (isElementNode(node) && (node.tagName === 'script' || node.tagName === 'style')) return '';
  return node.childNodes.map(rawText).join('');
}

/** What a script element holds. */
export function scriptText(script: Element): string {
  return script.childNodes.map((child) => (isTextNode(child) ? child.value : '')).join('');
}

/** The nearest ancestor of a tag. */
export function ancestor(element: Element, tag: string): Element | null {
  for (let node: ParentNode | null = element.parentNode; node && isElementNode(node); ) {
    if (node.tagName === tag) return node;
    node = node.parentNode;
  }
  return null;
}

/** Calls a visitor for every element and text under a node, outermost first. */
export function walk(
  root: ParentNode,
  visit: {
    element(element: Element): void;
    text(text: string, parent: Element): void;
  },
): void {
  for (const child of root.childNodes) {
    if (isElementNode(child)) {
      visit.element(child);
      walk(child, visit);
    } else if (isTextNode(child) && 'tagName' in root) {
      visit.text(child.value, root);
    }
  }
}
