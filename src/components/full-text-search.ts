/**
 * The full-text search: a form whose state is the address, and the pages that Pagefind finds.
 * What people type and what the index holds only ever become text, never markup.
 */

import { formatInteger } from '../i18n/format.ts';
import { type Lang, langOf, translator } from '../i18n/lang.ts';
import { plainText } from '../search/marks.ts';
import { missingWords, type Searcher } from '../search/no-hit.ts';
import {
  type ExcerptPart,
  excerptParts,
  holdsWord,
  queryWords,
  titleParts,
} from '../search/query.ts';
import { element } from './dom.ts';
import { isUsed } from './early-use.ts';

/** How many results are shown at a time. */
const PAGE_SIZE = 10;
/** Words in an excerpt. */
const EXCERPT_WORDS = 28;
const PAUSE_MS = 250;
/** As one types, shorter beginnings of words find half of the site. */
const MIN_TYPED = 3;
/** Of a query; every word of it costs a search. */
const MAX_LENGTH = 200;

interface Found {
  readonly raw_url: string;
  readonly raw_content: string;
  readonly excerpt: string;
  readonly plain_excerpt: string;
  readonly meta: { readonly title: string; readonly where?: string; readonly also?: string };
  readonly filters: { readonly jenis?: readonly string[] };
}

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Response {
  readonly results: readonly { data(): Promise<Found> }[];
  readonly unfilteredResultCount: number;
  readonly filters: Counts;
}

interface SearchOptions {
  readonly filters?: object;
  readonly sort?: object;
}

interface Index {
  search(term: string | null, options?: SearchOptions): Promise<Response>;
  filters(): Promise<Counts>;
}

interface PagefindModule {
  createInstance(options: object): Index;
}

/** Values of a filter of which a page has any, or all. */
type Choice = { readonly any: readonly string[] } | { readonly all: readonly string[] };

/** What is asked for. */
interface Request {
  readonly query: string;
  /** Null asks for every page that passes the filters. */
  readonly term: string | null;
  readonly words: readonly string[];
  readonly filters: ReadonlyMap<string, Choice>;
  readonly sort: object;
}

class FullTextSearch extends HTMLElement {
  readonly #lang: Lang = langOf(document.documentElement.lang);
  readonly #t = translator(this.#lang);
  #index: Promise<Index> | null = null;
  #attempts = 0;
  /** Number of the newest search: answers to older ones come too late. */
  #latest = 0;
  #shown = PAGE_SIZE;
  /** The query that is shown, or is about to be. */
  #query = '';
  /** Whether the newest entry of the history is what is being typed. */
  #isTyping = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    const field = this.#field;
    field.addEventListener('focus', () => void this.#load().catch(() => {}), { once: true });
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      const { length } = field.value.trim();
      if (length > 0 && length < MIN_TYPED) return;
      this.#timer = setTimeout(() => this.#change(true), PAUSE_MS);
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      this.#change(false, true);
    });
    this.addEventListener('change', (event) => {
      if (event.target === field) return;
      clearTimeout(this.#timer);
      this.#change(false);
    });
    this.#part('clear').addEventListener('click', () => this.#clearFilters());
    this.#more.addEventListener('click', () => void this.#showMore());
    addEventListener('popstate', () => {
      // A jump within the page is no other search.
      if (location.search !== this.#query) this.#restore([]);
    });
    if (matchMedia('(min-width: 56rem)').matches)
      this.querySelector('details')?.setAttribute('open', '');
    this.#restore(this.#controls.filter(isUsed));
  }

  get #form() {
    return this.querySelector('form') as HTMLFormElement;
  }
  get #field() {
    return this.querySelector('input[type=search]') as HTMLInputElement;
  }
  get #list() {
    return this.querySelector('ol') as HTMLOListElement;
  }
  get #more() {
    return this.#part('more');
  }
  #part(name: string) {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
  get #controls() {
    return [...this.#form.elements].filter(
      (control): control is HTMLInputElement | HTMLSelectElement =>
        control instanceof HTMLInputElement || control instanceof HTMLSelectElement,
    );
  }

  /** The parameters of the address that the form stands for. */
  #params(): URLSearchParams {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string' && value.trim() !== '') params.append(name, value.trim());
    }
    return params;
  }

  /**
   * Puts the form into the state that the address tells, and searches.
   *
   * @param used controls that somebody used before this script had come: they keep their state
   */
  #restore(used: readonly (HTMLInputElement | HTMLSelectElement)[]) {
    clearTimeout(this.#timer);
    const params = new URLSearchParams(location.search);
    for (const control of this.#controls.filter((each) => !used.includes(each))) {
      if (control instanceof HTMLInputElement && control.type === 'checkbox') {
        control.checked = params.getAll(control.name).includes(control.value);
      } else if (control instanceof HTMLSelectElement) {
        control.value = params.get(control.name) ?? '';
        // A value that is no choice leaves none.
        if (control.selectedIndex < 0) control.selectedIndex = 0;
      } else control.value = (params.get(control.name) ?? '').slice(0, MAX_LENGTH);
    }
    this.#isTyping = false;
    this.#shown = Number(history.state?.shown) || PAGE_SIZE;
    if (used.length > 0 && `${this.#params()}` !== `${params}`) {
      this.#change(true);
      return;
    }
    this.#query = location.search;
    this.#followLanguage();
    void this.#search();
  }

  /**
   * Tells the address what the form says now, and searches.
   *
   * @param endsTyping whether it is sent: what was typed up to then and this are one step
   */
  #change(isTyping: boolean, endsTyping = false) {
    const url = new URL(location.href);
    url.search = this.#params().toString();
    if (url.href !== location.href) {
      // All that is typed in one go is one entry of the history.
      if ((isTyping || endsTyping) && this.#isTyping) history.replaceState(null, '', url);
      else history.pushState(null, '', url);
      this.#shown = PAGE_SIZE;
    } else if (isTyping) return;
    this.#isTyping = isTyping;
    this.#query = location.search;
    this.#followLanguage();
    void this.#search();
  }

  /** The other language shows the same search. */
  #followLanguage() {
    const link = document.querySelector<HTMLAnchorElement>('a.lang');
    if (link) link.search = location.search;
  }

  #clearFilters() {
    for (const control of this.#controls) {
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        control.checked = false;
      else if (control.name === 'provinsi') control.value = '';
    }
    this.#change(false);
    this.#field.focus();
  }

  #load(): Promise<Index> {
    this.#index ??= this.#open().catch((error) => {
      // The next search tries again.
      this.#index = null;
      throw error;
    });
    return this.#index;
  }

  async #open(): Promise<Index> {
    const folder = this.dataset.index ?? '';
    // Browsers remember that a script could not be loaded: another attempt is another address.
    const attempt = this.#attempts === 0 ? '' : `?${this.#attempts}`;
    this.#attempts += 1;
    const module: PagefindModule = await import(
      /* @vite-ignore */ `${folder}pagefind.js${attempt}`
    );
    const index = module.createInstance({
      basePath: folder,
      noWorker: true,
      excerptLength: EXCERPT_WORDS,
      ranking: { metaWeights: { title: 5, name: 15, also: 15, where: 0.5 } },
    });
    await index.filters();
    return index;
  }

  #request(): Request {
    const query = this.#field.value.trim();
    const words = queryWords(query, this.#lang);
    const params = this.#params();
    const order = params.get('urut');
    const filters = new Map<string, Choice>();
    for (const { name } of this.#controls) {
      const values = params.getAll(name);
      if (name === 'q' || name === 'urut' || values.length === 0) continue;
      const needsAll = this.querySelector(`[data-needs-all] [name=${name}]`) !== null;
      filters.set(name, needsAll ? { all: values } : { any: values });
    }
    return {
      query,
      words,
      term: words.length > 0 ? words.join(' ') : null,
      filters,
      sort: order === 'nama' ? { nama: 'asc' } : order === 'terbaru' ? { terbaru: 'desc' } : {},
    };
  }

  async #search() {
    this.#latest += 1;
    const own = this.#latest;
    const isLate = () => own !== this.#latest;
    const request = this.#request();
    this.#part('clear').hidden = request.filters.size === 0;
    this.#part('chosen').textContent = request.filters.size > 0 ? ` (${request.filters.size})` : '';
    const isIdle = request.term === null && request.filters.size === 0;
    this.#part('start').hidden = !isIdle;
    if (isIdle) {
      this.#tell('');
      this.#count(null);
      this.#fill([], 0);
      this.#list.ariaBusy = 'false';
      return;
    }
    this.#list.ariaBusy = 'true';
    const waiting = setTimeout(() => {
      if (!isLate()) this.#tell(this.#t({ id: 'Mencari…', en: 'Searching…' }));
    }, PAUSE_MS);
    try {
      const index = await this.#load();
      const { term, sort, words } = request;
      const response = await index.search(term, {
        filters: Object.fromEntries(request.filters),
        sort,
      });
      const missing = await missingWords(words, index as Searcher);
      const counts = await choiceCounts(index, request, response.filters);
      const results = missing.length > 0 ? [] : response.results;
      const data = await Promise.all(results.slice(0, this.#shown).map((result) => result.data()));
      if (isLate()) return;
      clearTimeout(waiting);
      this.#count(missing.length > 0 ? {} : counts);
      this.#fill(
        data.map((found) => this.#item(found, words)),
        results.length,
      );
      if (results.length > 0) this.#tellFound(request, results.length);
      else this.#tellNone(request, missing, response.unfilteredResultCount);
    } catch (error) {
      if (isLate()) return;
      console.info(error);
      this.#fill([], 0);
      this.#tellBroken();
    } finally {
      clearTimeout(waiting);
      if (!isLate()) this.#list.ariaBusy = 'false';
    }
  }

  /** Puts a count beside every choice, or none. */
  #count(counts: Counts | null) {
    const text = (name: string, value: string) =>
      counts && formatInteger(counts[name]?.[value] ?? 0, this.#lang);
    for (const label of this.querySelectorAll<HTMLElement>('[data-count]')) {
      const [name = '', value = ''] = label.dataset.count?.split(' ') ?? [];
      label.textContent = text(name, value);
    }
    for (const option of this.querySelectorAll<HTMLOptionElement>('option[data-name]')) {
      const count = text('provinsi', option.value);
      option.textContent = `${option.dataset.name}${count === null ? '' : ` (${count})`}`;
    }
  }

  async #showMore() {
    const before = this.#list.children.length;
    this.#shown += PAGE_SIZE;
    // Coming back from a result shows as many again.
    history.replaceState({ shown: this.#shown }, '');
    await this.#search();
    // Whoever went on to something else meanwhile stays there.
    if (![this.#more, document.body].includes(document.activeElement as HTMLElement)) return;
    this.#list.children[before]?.querySelector('a')?.focus();
  }

  #fill(items: readonly HTMLLIElement[], total: number) {
    this.#list.replaceChildren(...items);
    this.#part('results').hidden = total === 0;
    this.#part('sort').hidden = total === 0;
    this.#more.hidden = items.length >= total;
  }

  #tell(...message: readonly (Node | string)[]) {
    this.querySelector('[role=status]')?.replaceChildren(...message);
    this.#part('help').replaceChildren();
  }

  #help(...children: readonly Node[]) {
    this.#part('help').replaceChildren(...children);
  }

  #tellFound({ query, term }: Request, total: number) {
    const n = formatInteger(total, this.#lang);
    const shown = formatInteger(this.#list.children.length, this.#lang);
    const rest = total > this.#list.children.length;
    this.#tell(
      term === null
        ? this.#t({
            id: `${n} halaman cocok dengan saringan`,
            en: total === 1 ? '1 page matches the filters' : `${n} pages match the filters`,
          })
        : this.#t({
            id: `${n} halaman memuat “${query}”`,
            en: total === 1 ? `1 page has “${query}”` : `${n} pages have “${query}”`,
          }),
      rest ? this.#t({ id: `; ${shown} ditampilkan.`, en: `; ${shown} are shown.` }) : '.',
    );
  }

  #tellNone({ query, words, filters }: Request, missing: readonly string[], unfiltered: number) {
    const t = this.#t;
    const quoted = (list: readonly string[]) => list.map((word) => `“${word}”`).join(', ');
    if (missing.length === 0 && filters.size > 0 && unfiltered > 0) {
      const n = formatInteger(unfiltered, this.#lang);
      this.#tell(
        t({
          id: `${n} halaman memuat “${query}”, tetapi tidak ada yang cocok dengan saringan.`,
          en: `${n} pages have “${query}”, but none of them matches the filters.`,
        }),
      );
      return;
    }
    if (words.length === 0) {
      this.#tell(
        t({
          id: 'Tidak ada halaman yang cocok dengan saringan.',
          en: 'No page matches the filters.',
        }),
      );
      return;
    }
    this.#tell(
      missing.length > 0 || words.length === 1
        ? t({
            id: `Tidak ada halaman yang memuat ${quoted(words.length === 1 ? [query] : missing)}.`,
            en: `No page has ${quoted(words.length === 1 ? [query] : missing)}.`,
          })
        : t({
            id: `Tidak ada halaman yang memuat semua kata ini: ${quoted(words)}.`,
            en: `No page has all of these words: ${quoted(words)}.`,
          }),
    );
    const others = words.filter((word) => !missing.includes(word));
    const finder = `${this.dataset.root}daerah/?${new URLSearchParams({ q: query })}`;
    const links = [
      element(
        'a',
        { href: finder },
        t({
          id: `Cari “${query}” di daftar kabupaten dan kota`,
          en: `Look for “${query}” in the list of regencies and cities`,
        }),
      ),
    ];
    if (missing.length > 0 && others.length > 0) {
      const without = this.#params();
      without.set('q', others.join(' '));
      links.push(
        element(
          'a',
          { href: `?${without}` },
          t({
            id: `Cari tanpa kata itu: “${others.join(' ')}”`,
            en: `Search without it: “${others.join(' ')}”`,
          }),
        ),
      );
    }
    this.#help(
      element(
        'p',
        {},
        t({
          id: 'Periksa ejaannya. Nama daerah yang belum lengkap atau salah tulis dicari di tempat lain:',
          en: 'Check the spelling. Names of regions that are incomplete or misspelt are looked for elsewhere:',
        }),
      ),
      element('ul', {}, ...links.map((link) => element('li', {}, link))),
    );
  }

  #tellBroken() {
    const t = this.#t;
    this.#tell(
      t({
        id: 'Indeks pencarian tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi.',
        en: 'The search index could not be loaded. Check the connection and try again.',
      }),
    );
    const again = element(
      'button',
      { class: 'button', type: 'button' },
      t({ id: 'Coba lagi', en: 'Try again' }),
    );
    again.addEventListener('click', () => void this.#search());
    this.#help(again);
  }

  #item(
    { raw_url, raw_content, excerpt, plain_excerpt, meta, filters }: Found,
    words: readonly string[],
  ) {
    const [kind = ''] = filters.jenis ?? [];
    const kindName =
      this.querySelector<HTMLElement>(`input[name=jenis][value="${CSS.escape(kind)}"] + span`)
        ?.dataset.one ?? '';
    const where = meta.where === undefined ? '' : plainText(meta.where);
    const link = element(
      'a',
      { href: `${this.dataset.root}${raw_url.slice(1)}` },
      ...titleParts(meta.title, words).map(toNode),
    );
    // Titles of sources are printed in Indonesian.
    if (kind === 'sumber' && this.#lang !== 'id') link.lang = 'id';
    const parts = excerptParts(excerpt);
    const hasHit = parts.some(({ isHit }) => isHit);
    const also = hasHit
      ? []
      : plainText(meta.also ?? '')
          .split(' · ')
          .filter((name) => words.some((word) => holdsWord(name, word)));
    return element(
      'li',
      {},
      element('h3', {}, link),
      element('p', { class: 'note small' }, [kindName, where].filter(Boolean).join(' · ')),
      ...(also.length > 0
        ? [
            element(
              'p',
              {},
              this.#t({ id: 'Juga: ', en: 'Also: ' }),
              element('mark', {}, also.join(', ')),
            ),
          ]
        : []),
      element(
        'p',
        {},
        raw_content.startsWith(plain_excerpt) ? '' : '… ',
        ...parts.map(toNode),
        raw_content.endsWith(plain_excerpt) ? '' : ' …',
      ),
    );
  }
}

/**
 * How many pages each choice would leave: in a group of which one choice is enough, without
 * regard to the other choices of that group.
 */
async function choiceCounts(
  index: Index,
  { term, filters }: Request,
  counts: Counts,
): Promise<Counts> {
  const groups = [...filters].filter(([, filter]) => 'any' in filter);
  const own = await Promise.all(
    groups.map(async ([name]) => {
      const others = [...filters].filter(([other]) => other !== name);
      const without = await index.search(term, { filters: Object.fromEntries(others) });
      return [name, without.filters[name] ?? {}] as const;
    }),
  );
  return { ...counts, ...Object.fromEntries(own) };
}

function toNode({ text, isHit }: ExcerptPart): Node | string {
  return isHit ? element('mark', {}, text) : text;
}

customElements.define('full-text-search', FullTextSearch);
