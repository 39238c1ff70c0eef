import { attribute, type Element, parseHtml, scriptText, textOf, walk } from './html.ts';
import { type Lang, langOfPath, pagePaths, readPage } from './site.ts';

/** A figure as a page shows it. */
export interface ShownFigure {
  readonly page: string;
  /** For machines. */
  readonly value: string;
  /** For readers. */
  readonly text: string;
  /** Address it leads to, resolved; null where it leads nowhere. */
  readonly target: string | null;
}

/** What one pass over a page finds. */
export interface PageFacts {
  readonly path: string;
  readonly lang: string | null;
  readonly title: string;
  readonly h1s: number;
  readonly ids: ReadonlySet<string>;
  /** `<meta>` by name or property. */
  readonly metas: ReadonlyMap<string, string>;
  readonly canonical: string | null;
  readonly alternates: ReadonlyMap<string, string>;
  /** Files the browser fetches of its own accord, as written. */
  readonly loads: readonly Load[];
}

export interface Load {
  readonly kind: 'script' | 'style' | 'icon' | 'other';
  readonly url: string;
}

/** What is wrong, as `page: what`, by the rule it breaks. */
export type Problems = Record<
  | 'words'
  | 'languages'
  | 'inline'
  | 'structure'
  | 'jsonLd'
  | 'links'
  | 'loads'
  | 'figures'
  | 'targets',
  string[]
>;

export interface Scan {
  readonly pages: ReadonlyMap<string, PageFacts>;
  /** Every figure shown, once per value, text and target on a page. */
  readonly figures: readonly ShownFigure[];
  /** Addresses on the site that pages lead to, with one page that does. */
  readonly internal: ReadonlyMap<string, string>;
  readonly problems: Problems;
}

export interface ScanOptions {
  readonly dir: string;
  readonly base: string;
  /** Origin the site was built for. */
  readonly origin: string;
}

/** What a program prints when it has nothing to say, and placeholders nobody filled. */
const SPILLED = /\bundefined\b|\bNaN\b|\bnull\b|\[object |\$\{|\{\{|\bTODO\b|\bInfinity\b/;
/** A value or column name that should have become words. */
const RAW_NAME = /(?<![\w./@-])[a-z]+(?:_[a-z0-9]+)+(?![\w./@-])/;
/** Words for what is unknown belong to one language. */
const OTHER_WORDS = {
  id: /\b(?:not found yet|not applicable|not yet formed)\b/i,
  en: /\b(?:belum ditemukan|tidak berlaku|belum dibentuk)\b/i,
};
/** Elements and attributes that make a browser fetch something. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
};
const PLAIN_PATH = /^\/(?:[\w#-]|\.(?!\.)|\/(?![./]))*$/;
const LOADED_RELS = ['stylesheet', 'icon', 'preload', 'modulepreload', 'manifest', 'prefetch'];

/** Reads every page of a built site once. */
export function scanSite(options: ScanOptions): Scan {
  const scan = {
    pages: new Map<string, PageFacts>(),
    figures: [] as ShownFigure[],
    internal: new Map<string, string>(),
    problems: {
      words: [],
      languages: [],
      inline: [],
      structure: [],
      jsonLd: [],
      links: [],
      loads: [],
      figures: [],
      targets: [],
    } as Problems,
  };
  for (const path of pagePaths(options.dir)) scanPage(path, options, scan);
  checkTargets(scan);
  return scan;
}

type Draft = {
  pages: Map<string, PageFacts>;
  figures: ShownFigure[];
  internal: Map<string, string>;
  problems: Problems;
};

/** What holds for everything inside an element. */
interface Inherited {
  readonly lang: string | null;
  readonly isCode: boolean;
  readonly link: string | null;
}

function scanPage(path: string, { dir, base, origin }: ScanOptions, scan: Draft): void {
  const document = parseHtml(readPage(dir, path));
  const pageUrl = `${origin}${base}${path.slice(1)}`;
  const home = `${origin}${base}`;
  const pageLang = langOfPath(path);
  const { problems } = scan;
  const report = (rule: keyof Problems, what: string) => problems[rule].push(`${path}: ${what}`);

  const ids = new Set<string>();
  const metas = new Map<string, string>();
  const alternates = new Map<string, string>();
  const loads: Load[] = [];
  const figures = new Map<string, ShownFigure>();
  const inherited = new Map<Element, Inherited>();
  const counts: Record<string, number> = {};
  let lang: string | null = null;
  let title = '';
  let canonical: string | null = null;

  /** The address inside the site, without origin and base; null if it is another site's. */
  const resolve = (href: string): string | null => {
    // Nearly all of them, and a hundred times faster than the general way.
    if (PLAIN_PATH.test(href) && href.startsWith(base)) return href.slice(base.length - 1);
    const url = new URL(href, pageUrl);
    if (url.origin !== origin) return null;
    if (!url.href.startsWith(home)) report('links', `${href} is outside the base path`);
    return decodeURIComponent(`${url.pathname.slice(base.length - 1)}${url.hash}`);
  };
  const refer = (href: string): string | null => {
    try {
      const target = resolve(href);
      if (target !== null && !scan.internal.has(target)) scan.internal.set(target, path);
      return target;
    } catch {
      report('links', `${JSON.stringify(href)} is no address`);
      return null;
    }
  };
  const load = (kind: Load['kind'], url: string) => {
    if (url.startsWith('data:')) return;
    loads.push({ kind, url });
    if (refer(url) === null) report('loads', `${url} is fetched from elsewhere`);
  };

  walk(document, {
    element(element) {
      const { tagName } = element;
      const parent = inherited.get(element.parentNode as Element);
      const isLink = tagName === 'a';
      const href = attribute(element, 'href');
      counts[tagName] = (counts[tagName] ?? 0) + 1;
      inherited.set(element, {
        lang: attribute(element, 'lang') ?? parent?.lang ?? null,
        isCode: tagName === 'code' || tagName === 'script' || (parent?.isCode ?? false),
        link: isLink ? href : (parent?.link ?? null),
      });

      for (const { name, value } of element.attrs) {
        if (SPILLED.test(value)) report('words', `<${tagName} ${name}="${value}">`);
        if (name === 'style' || name.startsWith('on')) report('inline', `<${tagName} ${name}>`);
        if (name === 'id') {
          if (ids.has(value)) report('structure', `two elements have the id ${value}`);
          ids.add(value);
        }
        if (SOURCES[tagName]?.includes(name)) {
          const urls = name === 'srcset' ? value.split(',') : [value];
          for (const url of urls) {
            load(tagName === 'script' ? 'script' : 'other', url.trim().split(' ')[0] ?? '');
          }
        }
        if (/^javascript:/i.test(value)) report('inline', `<${tagName} ${name}="${value}">`);
      }

      switch (tagName) {
        case 'html':
          lang = attribute(element, 'lang');
          break;
        case 'title':
          if (element.parentNode && 'tagName' in element.parentNode) {
            if (element.parentNode.tagName === 'head') title = textOf(element);
          }
          break;
        case 'base':
          report('structure', 'has a <base>');
          break;
        case 'style':
          report('inline', 'has a <style>');
          break;
        case 'script':
          if (attribute(element, 'src') === null) {
            if (attribute(element, 'type') !== 'application/ld+json') {
              report('inline', 'has an inline <script>');
            } else checkJsonLd(scriptText(element), (what) => report('jsonLd', what));
          }
          break;
        case 'meta': {
          const name = attribute(element, 'name') ?? attribute(element, 'property');
          // One for each scheme is right.
          if (name !== null && attribute(element, 'media') === null) {
            if (metas.has(name)) report('structure', `two <meta> say ${name}`);
            metas.set(name, attribute(element, 'content') ?? '');
          }
          break;
        }
        case 'link': {
          const rels = (attribute(element, 'rel') ?? '').split(/\s+/);
          if (href === null) break;
          if (rels.includes('canonical')) canonical = href;
          const hreflang = attribute(element, 'hreflang');
          if (rels.includes('alternate') && hreflang !== null) {
            alternates.set(hreflang, href);
          }
          if (rels.some((rel) => LOADED_RELS.includes(rel))) {
            const isStyle = rels.includes('stylesheet');
            load(isStyle ? 'style' : rels.includes('icon') ? 'icon' : 'other', href);
          } else refer(href);
          break;
        }
        case 'a':
        case 'area':
          if (href === null || href === '') report('links', `<${tagName}> without an address`);
          else refer(href);
          break;
        case 'form':
          refer(attribute(element, 'action') ?? '');
          break;
        case 'data': {
          const link = inherited.get(element)?.link ?? innerLink(element);
          const figure: ShownFigure = {
            page: path,
            value: attribute(element, 'value') ?? '',
            text: textOf(element),
            target: link === null ? null : refer(link),
          };
          figures.set(JSON.stringify(figure), figure);
          break;
        }
      }
    },
    text(text, parent) {
      const own = inherited.get(parent);
      // What JSON and BibTeX are made of may be shown as code.
      const said = own?.isCode ? text.replace(/\bnull\b|\{\{/g, '') : text;
      if (SPILLED.test(said)) report('words', JSON.stringify(text.trim().slice(0, 120)));
      if (own?.isCode) return;
      if (RAW_NAME.test(text)) report('words', JSON.stringify(text.trim().slice(0, 120)));
      const says = own?.lang === 'en' ? 'en' : 'id';
      if (OTHER_WORDS[says].test(text)) report('languages', JSON.stringify(text.trim()));
    },
  });

  if (counts.h1 !== 1) report('structure', `${counts.h1 ?? 0} h1 elements`);
  if (counts.main !== 1) report('structure', `${counts.main ?? 0} main elements`);
  if (lang !== pageLang) report('languages', `says lang="${lang}"`);
  for (const figure of figures.values()) {
    scan.figures.push(figure);
    const expected = isNumber(figure.value) ? printedAs(figure.value, pageLang) : null;
    const leads = figure.target?.replace(/^\/en\//, '/').startsWith('/sumber/');
    if (figure.value === '' || figure.text === '') report('figures', JSON.stringify(figure));
    else if (expected !== null && figure.text !== expected) {
      report('figures', `${figure.value} is shown as "${figure.text}", not "${expected}"`);
    }
    if (!leads || !figure.target?.includes('#')) {
      report('figures', `${figure.text} leads to ${figure.target}, no fact of a source`);
    }
  }
  scan.pages.set(path, {
    path,
    lang,
    title,
    h1s: counts.h1 ?? 0,
    ids,
    metas,
    canonical,
    alternates,
    loads,
  });
}

function innerLink(element: Element): string | null {
  for (const child of element.childNodes) {
    if ('tagName' in child && child.tagName === 'a') return attribute(child, 'href');
  }
  return null;
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

const formatters = new Map<string, Intl.NumberFormat>();

/** A number in a language: independent of the site's own code, which this checks. */
export function printedAs(value: string, lang: Lang): string {
  const decimals = value.split('.')[1]?.length ?? 0;
  const key = `${lang}${decimals}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formatters.set(key, formatter);
  }
  return formatter.format(Number(value));
}

function checkJsonLd(text: string, report: (what: string) => void): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    report(String(error));
    return;
  }
  if (typeof value !== 'object' || value === null || !('@context' in value && '@type' in value)) {
    report('has no @context or no @type');
  }
  if (/:(null|"")[,}]/.test(JSON.stringify(value))) report('has a property without a value');
}

/** Fragments must exist on the page they lead to. Which files exist, the caller knows. */
function checkTargets({ pages, internal, problems }: Draft): void {
  for (const [target, from] of internal) {
    const [path = '', fragment] = target.split('#');
    const page = pages.get(path);
    if (page && fragment && !page.ids.has(fragment)) {
      problems.targets.push(`${from}: there is no #${fragment} on ${path}`);
    }
  }
}
