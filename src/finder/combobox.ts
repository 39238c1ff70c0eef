/**
 * The region finder in the page: an editable combobox with a list of places (ARIA Authoring
 * Practices, "list autocomplete with manual selection"). The focus stays in the field; the option
 * that the arrow keys reached is told by `aria-activedescendant`.
 */
import { type Lang, translator } from '../i18n/lang.ts';
import { loadFinder } from './load.ts';
import { marksIn } from './marks.ts';
import { clearAnswer, type Finder, type Hit, type Place } from './search.ts';
import { wordsOf } from './text.ts';

/** How long a reader types on before the results are announced, in milliseconds. */
const PAUSE = 500;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function part<T extends Element>(host: HTMLElement, selector: string): T {
  const found = host.querySelector<T>(selector);
  if (!found) throw new Error(`the region finder has no ${selector}`);
  return found;
}

/** What the page's element tells: where the index and the pages are, and in which language. */
function settings(host: HTMLElement) {
  const { index = '', root = '/' } = host.dataset;
  const lang: Lang = host.closest('[lang]')?.getAttribute('lang') === 'en' ? 'en' : 'id';
  return { index, root, t: translator(lang) };
}

const pathOf = (root: string, { level, slug }: Place) =>
  `${root}${level === 'province' ? 'provinsi' : 'daerah'}/${slug}/`;

/** A province is a province; the level of the others is part of their name. */
function whereOf({ province, alias }: Hit, t: ReturnType<typeof translator>): string[] {
  const where = province ?? t({ id: 'Provinsi', en: 'Province' });
  return alias ? [alias, where] : [where];
}

function marked(text: string, query: string): Node {
  const parts = marksIn(text, wordsOf(query));
  const fragment = document.createDocumentFragment();
  fragment.append(
    ...parts.map(({ text: own, isTyped }) => (isTyped ? element('mark', {}, own) : own)),
  );
  return fragment;
}

/**
 * Makes the form of a `<region-finder>` a combobox.
 *
 * @param onPick where the field is one of a larger form: takes the place that was chosen, which
 *   otherwise is gone to
 */
export function combobox(host: HTMLElement, onPick?: (place: Hit) => void): void {
  const { index, root, t } = settings(host);
  const input = part<HTMLInputElement>(host, 'input');
  const list = element('div', {
    id: `${input.id}-pilihan`,
    role: 'listbox',
    'aria-label': t({ id: 'Daerah yang cocok', en: 'Matching places' }),
    hidden: '',
  });
  input.after(list);
  input.setAttribute('aria-controls', list.id);
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  host.append(status);

  let finder: Finder | null = null;
  let loading = false;
  let hits: readonly Hit[] = [];
  let active = -1;
  let announcing: ReturnType<typeof setTimeout> | undefined;

  const options = () => [...list.children] as HTMLElement[];
  const isOpen = () => !list.hidden;

  function setOpen(open: boolean): void {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) setActive(-1);
  }

  function setActive(next: number): void {
    active = next;
    for (const [i, option] of options().entries()) {
      option.setAttribute('aria-selected', String(i === active));
    }
    const option = options()[active];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  function option(href: string, ...children: readonly (Node | string)[]): HTMLElement {
    const id = `${list.id}-${list.childElementCount}`;
    const link = element('a', { href, tabindex: '-1' }, ...children);
    return element('div', { role: 'option', id, 'aria-selected': 'false' }, link);
  }

  function show(query: string): void {
    list.replaceChildren();
    for (const hit of hits) {
      list.append(
        option(
          pathOf(root, hit),
          element('span', { class: 'finder-name' }, marked(hit.name, query)),
          ' ',
          element('span', { class: 'finder-where' }, marked(whereOf(hit, t).join(' · '), query)),
        ),
      );
    }
    // A form has no use for a page of results.
    if (onPick) {
      setOpen(hits.length > 0);
      return;
    }
    list.append(
      option(
        `${root}cari/?${new URLSearchParams({ q: query })}`,
        element(
          'span',
          { class: 'finder-all' },
          t({ id: `Cari “${query}” di seluruh isi`, en: `Search all pages for “${query}”` }),
        ),
      ),
    );
    setOpen(true);
  }

  function announce(query: string): void {
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      const [first] = hits;
      const told = first ? [first.name, ...whereOf(first, t)].join(', ') : '';
      status.textContent = first
        ? t({
            id: `${hits.length} daerah cocok. Yang pertama: ${told}.`,
            en: `${hits.length} ${hits.length === 1 ? 'place matches' : 'places match'}. The first: ${told}.`,
          })
        : t({
            id: `Tidak ada daerah bernama “${query}”.`,
            en: `There is no place called “${query}”.`,
          });
    }, PAUSE);
  }

  function update(): void {
    const query = input.value.trim();
    setActive(-1);
    // If the names did not come before, the next letter asks for them again.
    if (!finder) load();
    if (!finder || wordsOf(query).length === 0) {
      hits = [];
      clearTimeout(announcing);
      status.textContent = '';
      setOpen(false);
      return;
    }
    hits = finder(query);
    show(query);
    announce(query);
  }

  /** Moves among the options and the field, which stands before the first and after the last. */
  function move(by: 1 | -1): void {
    if (!isOpen()) update();
    if (!isOpen()) return;
    const places = options().length + 1;
    setActive(((active + 1 + by + places) % places) - 1);
  }

  const follow = (option: HTMLElement | undefined) => option?.querySelector('a')?.click();

  function pick(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    const hit = option ? hits[options().indexOf(option)] : undefined;
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    input.value = hit.name;
    setOpen(false);
    onPick?.(hit);
  }

  async function answer(form: HTMLFormElement): Promise<void> {
    const query = input.value.trim();
    try {
      const found = clearAnswer((await loadFinder(index))(query));
      if (found) return location.assign(pathOf(root, found));
    } catch {
      // Without the index the page of all regions helps on.
    }
    form.submit();
  }

  input.addEventListener('input', update);
  input.addEventListener('click', () => {
    if (!isOpen()) update();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!event.altKey) move(event.key === 'ArrowDown' ? 1 : -1);
      else if (event.key === 'ArrowUp') setOpen(false);
      else update();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      follow(options()[active]);
    } else if (event.key === 'Escape' && (isOpen() || input.value)) {
      event.preventDefault();
      if (isOpen()) return setOpen(false);
      input.value = '';
      update();
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) setActive(-1);
  });
  if (onPick) list.addEventListener('click', pick);
  else {
    const form = part<HTMLFormElement>(host, 'form');
    form.addEventListener('submit', (event) => {
      if (input.value.trim() === '') return;
      event.preventDefault();
      answer(form);
    });
  }
  // A press on an option leaves the focus in the field, and the list open until the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  host.addEventListener('focusout', (event) => {
    if (!host.contains(event.relatedTarget as Node | null)) setOpen(false);
  });
  document.addEventListener('pointerdown', (event) => {
    if (isOpen() && !host.contains(event.target as Node)) setOpen(false);
  });

  function load(): void {
    if (loading) return;
    loading = true;
    loadFinder(index).then(
      (loaded) => {
        finder = loaded;
        // Somebody may have typed while it was loading.
        if (host.contains(document.activeElement) && input.value) update();
      },
      () => {
        loading = false;
      },
    );
  }
  load();
}

/** On a page that is not there: the places its address may have meant, as links. */
export async function guess(host: HTMLElement, address: string): Promise<void> {
  const { index, root, t } = settings(host);
  const hits = (await loadFinder(index))(address, 3);
  if (hits.length === 0) return;
  // Somebody may have typed meanwhile.
  part<HTMLInputElement>(host, 'input').value ||= wordsOf(address).join(' ');
  const links = hits.map((hit) =>
    element(
      'li',
      {},
      element('a', { href: pathOf(root, hit) }, hit.name),
      `, ${whereOf(hit, t).join(' · ')}`,
    ),
  );
  host.append(
    element(
      'div',
      { class: 'finder-guess' },
      element('p', {}, t({ id: 'Mungkin yang dimaksud:', en: 'Perhaps you meant:' })),
      element('ul', {}, ...links),
    ),
  );
}
