import type { Lang } from '../dataset/table-schema.ts';
import type { Term } from '../dataset/tables/index.ts';
import { type TermForm, termForms } from './forms.ts';

/** Where no term is linked: what is a link or control, a heading, code, a figure or a title. */
const SKIPPED = new Set(
  (
    'a abbr button cite code data h1 h2 h3 h4 h5 h6 head kbd label legend math nav noscript option ' +
    'pre q samp script select style summary svg template textarea th time title'
  ).split(' '),
);
/** Elements whose content is text whatever it looks like. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Text that nobody sees, or that the page wants left alone. */
const LEFT_ALONE =
  /\s(?:hidden|data-no-terms)(?=[\s=/]|$)|\saria-hidden="true"|\sclass="(?:[^"]*\s)?visually-hidden[\s"]/;
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const LANG = /\slang="(id|en)"/;

/** Elements within a line: what stands around them is one sentence. */
const INLINE = new Set(
  'a abbr b cite code data dfn em i kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** As much of what precedes a word as tells whether it begins a sentence. */
const TAIL = 8;
/** As much of a text as is read for it: its end may be indented space. */
const READ = 200;

/**
 * Gets a run of text in which terms may be linked, its language, and the end of what stands
 * before it in its paragraph. Returns what takes its place.
 */
export type TextVisitor = (text: string, lang: Lang, before: string) => string;

const oneSpace = (text: string) => text.replace(/\s+/g, ' ');

/** An element that holds until it is closed; inner ones of the same name are counted. */
interface Open {
  readonly name: string;
  depth: number;
}

/**
 * Rewrites the prose of a page's `<main>`: `visit` gets every run of text (as HTML, with its
 * entities) outside the elements in which nothing may be linked, with the language it is in.
 *
 * Reads tags as browsers do in well-formed pages, which Astro's are; it builds no tree, because
 * every page of the site goes through here.
 */
export function mapProse(html: string, pageLang: Lang, visit: TextVisitor): string {
  const langs: (Open & { readonly lang: Lang })[] = [];
  let main: Open | null = null;
  let skip: Open | null = null;
  let out = '';
  let end = 0;
  let before = '';
  const take = (upTo: number) => {
    const text = html.slice(end, upTo);
    end = upTo;
    if (!text || !main) {
      out += text;
      return;
    }
    out += skip ? text : visit(text, langs.at(-1)?.lang ?? pageLang, before);
    before = oneSpace(before + text.slice(-READ)).slice(-TAIL);
  };
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    take(token.index);
    const [tag, slash, tagName, attributes = ''] = token;
    out += tag;
    end = TOKEN.lastIndex;
    const name = tagName?.toLowerCase();
    if (!name) continue;
    if (!INLINE.has(name)) before = '';
    if (VOID.has(name)) continue;
    const step = slash ? -1 : 1;

    const lang = langs.at(-1);
    const ownLang = slash ? undefined : LANG.exec(attributes)?.[1];
    if (ownLang && name !== 'html') langs.push({ name, depth: 1, lang: ownLang as Lang });
    else if (lang?.name === name) {
      lang.depth += step;
      if (lang.depth === 0) langs.pop();
    }

    if (!slash && RAW.has(name)) {
      const close = new RegExp(`</${name}`, 'gi');
      close.lastIndex = end;
      const stop = close.exec(html)?.index ?? html.length;
      out += html.slice(end, stop);
      end = stop;
      TOKEN.lastIndex = stop;
      if (ownLang) langs.pop();
      continue;
    }
    if (main) {
      if (name === main.name) main.depth += step;
      if (main.depth === 0) main = null;
    } else if (name === 'main' && !slash) main = { name, depth: 1 };

    if (skip) {
      if (name === skip.name) skip.depth += step;
      if (skip.depth === 0) skip = null;
    } else if (!slash && (SKIPPED.has(name) || LEFT_ALONE.test(attributes))) {
      skip = { name, depth: 1 };
      // A chart is most of a page: what is in it need not be read tag by tag.
      if (!ownLang && !INLINE.has(name)) TOKEN.lastIndex = closeOf(html, name, end);
    }
  }
  take(html.length);
  return out;
}

/** Where the tag begins that closes an element of a name, open since `from`. */
function closeOf(html: string, name: string, from: number): number {
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi');
  tag.lastIndex = from;
  let depth = 1;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return found.index;
  }
  return html.length;
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** How every link to the glossary begins. */
const LINK = '<a class="term" href="';

/** The forms of a language, ready to be looked for. */
interface Finder {
  readonly pattern: RegExp;
  find(found: string, before: string): TermForm | undefined;
}

/** Matches whole words, longest first, a space in a form being any white space of the page. */
function finder(forms: readonly TermForm[]): Finder {
  const byText = new Map(forms.map((form) => [escapeHtml(form.text), form]));
  const sources = [...byText.keys()]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((text) => {
      const [first = '', ...rest] = text;
      const initial = /[a-z]/.test(first)
        ? `[${first}${first.toUpperCase()}]`
        : escapeRegExp(first);
      return initial + escapeRegExp(rest.join('')).replaceAll(' ', '\\s+');
    });
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}_\\-])(?:${sources.join('|')})(?![\\p{L}\\p{N}_\\-])`,
      'gu',
    ),
    find(found, before) {
      const text = oneSpace(found);
      const exact = byText.get(text);
      if (exact) return exact;
      // A word of the site's own may begin a sentence; a capital elsewhere belongs to a name.
      return /(?:^|[.!?:·])\s*$/.test(before) ? byText.get(lowerFirst(text)) : undefined;
    },
  };
}

/** Links the first use of every term on a page to the glossary. */
export type TermLinker = (html: string, lang: Lang) => string;

/**
 * Makes a function that links, on a page of a language, the first use of each term in the prose
 * of `<main>` to `${glossary(lang)}#slug`. The text stays what it was; abbreviations become
 * `<abbr>` with what they stand for. A page that has been through it comes back as it is.
 */
export function termLinker(terms: readonly Term[], glossary: (lang: Lang) => string): TermLinker {
  if (terms.length === 0) return (html) => html;
  const finders = {
    id: finder(termForms(terms, 'id')),
    en: finder(termForms(terms, 'en')),
  };
  return (html, pageLang) => {
    if (html.includes(LINK)) return html;
    const used = new Set<string>();
    const address = glossary(pageLang);
    return mapProse(html, pageLang, (text, lang, before) => {
      const { pattern, find } = finders[lang];
      return text.replace(pattern, (found: string, at: number) => {
        const form = find(found, before + text.slice(0, at));
        if (!form || used.has(form.slug)) return found;
        used.add(form.slug);
        // In a text of the other language the expansion would be in the wrong one.
        const title =
          form.expansion !== null && lang === pageLang
            ? ` title="${escapeHtml(form.expansion).replaceAll('"', '&quot;')}"`
            : '';
        const inner = form.isShort ? `<abbr${title}>${found}</abbr>` : found;
        return `${LINK}${address}#${form.slug}">${inner}</a>`;
      });
    });
  };
}
