/**
 * The list of all regions in use: searched, filtered, sorted, its columns chosen, saved as CSV.
 * The controls hold what was chosen; the address follows them, and they follow the address.
 */
import { isUsed } from './early-use.ts';
import { type Choice, readView, type View, writeView } from './explorer-address.ts';
import { matchesWords, wordsOf } from './name-match.ts';
import {
  addSortButtons,
  bandsIn,
  columnHeads,
  type Direction,
  nextDirection,
  showSort,
  sortRows,
  valueIn,
} from './table-sort.ts';

/** Where the columns of measures begin: after name and province. */
const MEASURES_FROM = 2;
/** The choices that leave rows out. */
const FILTERS = ['q', 'prov', 'tingkat', 'rung', 'i', 'band', 'data'];

type Row = HTMLTableRowElement;
type Control = HTMLInputElement | HTMLSelectElement;

class RegionExplorer extends HTMLElement {
  connectedCallback() {
    explore(this);
  }
}

function explore(root: HTMLElement) {
  const words = root.dataset as Readonly<Record<string, string>>;
  /** As many as a comparison holds. */
  const most = Number(words.most);
  const find = <E extends HTMLElement>(selector: string) => root.querySelector(selector) as E;
  const table = find<HTMLTableElement>('table');
  const status = find('[role=status]');
  const control = (name: string) => find<Control>(`[name=${name}]`);
  const select = (name: string) => control(name) as HTMLSelectElement;
  const columns = [...root.querySelectorAll<HTMLInputElement>('.explorer-columns input')];
  const heads = columnHeads(table);
  const measures = heads.slice(MEASURES_FROM);
  const valuesOf = (name: string) => () => [...select(name).options].map(({ value }) => value);

  /** Each measure has its own categories. */
  const bandOptions = new Map(
    [...select('band').querySelectorAll('optgroup')].map((group) => [
      group.dataset.i ?? '',
      [...group.children] as HTMLOptionElement[],
    ]),
  );
  const choices: readonly Choice[] = [
    { name: 'q', values: null },
    ...['prov', 'tingkat', 'rung', 'i', 'data', 'urut', 'tampil'].map((name) => ({
      name,
      values: valuesOf(name),
    })),
    {
      name: 'band',
      values: ({ i = '' }) => (bandOptions.get(i) ?? []).map(({ value }) => value),
    },
    { name: 'kolom', values: () => columns.map(({ value }) => value), many: true },
  ];
  const single = choices.slice(0, -1);

  const groups = [...table.tBodies].map((body) => {
    const [head, ...rows] = body.rows;
    return { body, head: head as Row, rows };
  });
  const all = groups.flatMap(({ rows }) => rows);
  const flat = document.createElement('tbody');
  /** Names are read only when somebody searches. */
  let names: ReadonlyMap<Row, readonly string[]> | undefined;
  /** What the finder thinks was meant by a name that nothing is called. */
  let near: readonly (readonly string[])[] = [];
  let shown: readonly Row[] = all;
  let ignored: readonly string[] = [];
  let typing = false;
  /** The query that is shown. */
  let query = location.search;

  function namesOf(row: Row): readonly string[] {
    names ??= new Map(
      groups.flatMap(({ body, head, rows }) =>
        rows.map((each) => [
          each,
          wordsOf(
            [each, head]
              .map(nameOf)
              .concat(each.dataset.names ?? '', body.dataset.names ?? '')
              .join(' '),
          ),
        ]),
      ),
    );
    return names.get(row) ?? [];
  }

  function fillBands(chosen: string) {
    const [any] = select('band').options;
    const options = bandOptions.get(control('i').value) ?? [];
    select('band').replaceChildren(any as HTMLOptionElement, ...options);
    select('band').value = options.some(({ value }) => value === chosen) ? chosen : '';
    select('band').disabled = options.length === 0;
  }

  function chosen(): View {
    const view: Record<string, string> = {};
    for (const { name } of single) {
      if (control(name).value) view[name] = control(name).value;
    }
    const kept = columns.filter(({ checked }) => checked);
    if (kept.length < columns.length) view.kolom = kept.map(({ value }) => value).join();
    return view;
  }

  /** What was chosen before this script had come. */
  function chosenEarly(): View {
    const early: Record<string, string> = {};
    for (const { name } of single) if (isUsed(control(name))) early[name] = control(name).value;
    // The categories of all measures can still be chosen: each says which it is of.
    const group = select('band').selectedOptions[0]?.closest('optgroup');
    if (group) early.i ??= group.dataset.i ?? '';
    if (columns.some(isUsed)) early.kolom = chosen().kolom ?? '';
    return early;
  }

  function choose(view: View) {
    for (const { name } of single) if (name !== 'band') control(name).value = view[name] ?? '';
    fillBands(view.band ?? '');
    const kept = view.kolom?.split(',');
    for (const box of columns) box.checked = !kept || kept.includes(box.value);
  }

  /** Whether a row passes every filter but the name. */
  function passes(row: Row, { prov, tingkat, rung, i, band, data }: View): boolean {
    const { c = '', city, na } = row.dataset;
    if (prov && !c.startsWith(`${prov}.`)) return false;
    if (tingkat && (tingkat === 'city') !== (city !== undefined)) return false;
    if (rung) {
      const own = row.querySelector<HTMLElement>('[data-rung]')?.dataset.rung;
      if ((own ?? (na === undefined ? 'none' : '')) !== rung) return false;
    }
    const head = measures.find((each) => each.dataset.k === i);
    const cell = head && row.cells[head.cellIndex];
    if (band && !bandsIn(cell).includes(band)) return false;
    if (data) {
      const isKnown = valueIn(head ? cell : row) !== null;
      if (data === 'ada' ? !isKnown : isKnown || na !== undefined) return false;
    }
    return true;
  }

  function showColumns() {
    const count = columns.filter(({ checked }) => checked).length;
    const isHidden = columns.map(({ checked }) => !checked);
    for (const row of table.rows.length ? [table.rows[0] as Row, ...all] : all) {
      if (row.cells.length < MEASURES_FROM + columns.length) {
        // One cell for all measures.
        const cell = row.cells[MEASURES_FROM] as HTMLTableCellElement;
        cell.colSpan = count || 1;
        cell.hidden = count === 0;
      } else
        isHidden.forEach((hidden, i) => {
          (row.cells[MEASURES_FROM + i] as HTMLTableCellElement).hidden = hidden;
        });
    }
    for (const { head } of groups)
      (head.cells[0] as HTMLTableCellElement).colSpan = MEASURES_FROM + count;
  }

  function show() {
    const view = chosen();
    const sought = wordsOf(view.q ?? '');
    const called =
      sought.length === 0
        ? all
        : all.filter((row) =>
            near.length > 0
              ? near.some((meant) => matchesWords(meant, namesOf(row)))
              : matchesWords(sought, namesOf(row)),
          );
    const found = called.filter((row) => passes(row, view));
    const direction: Direction = view.urut?.startsWith('-') ? -1 : 1;
    const head = heads.find(({ dataset }) => dataset.k === view.urut?.replace('-', ''));
    // Rows move outside the page, and come back at once. The head stays, and the focus with it.
    for (const body of [...table.tBodies]) body.remove();
    let bodies: HTMLTableSectionElement[];
    if (head) {
      shown = sortRows(found, head, direction);
      flat.replaceChildren(...shown);
      bodies = [flat];
    } else {
      shown = found;
      const kept = new Set(found);
      bodies = groups.flatMap(({ body, head: name, rows }) => {
        const own = rows.filter((row) => kept.has(row));
        body.replaceChildren(name, ...own);
        return own.length > 0 ? [body] : [];
      });
    }
    table.append(...bodies);
    showSort(table, head, head ? direction : 0);
    table.classList.toggle('flat', head !== undefined);
    table.classList.toggle('part', found.length < all.length);
    table.classList.toggle('as-table', view.tampil === 'tabel');

    const isFiltered = FILTERS.some((name) => view[name]);
    for (const part of root.querySelectorAll<HTMLElement>('[data-whole]')) {
      part.hidden = isFiltered || head !== undefined;
    }
    find('[data-act=clear]').hidden = !isFiltered;
    const note = find('.explorer-note');
    note.textContent = head ? `${head.dataset.note ?? ''} ${words.sorted}`.trim() : '';
    tell(
      called.length === 0
        ? words.none
        : found.length === 0
          ? words.noneLeft
          : near.length > 0
            ? words.near
            : words.found,
      found.length,
      head && select('urut').selectedOptions[0]?.text,
    );
    if (called.length === 0) findNear(view.q ?? '').catch(() => {});
  }

  function tell(sentence = '', count: number, order = '') {
    const lines = [sentence.replace('{n}', `${count}`)];
    if (order) lines.push(`${words.order} ${order}.`);
    if (ignored.length > 0) lines.push(`${words.ignored} ${ignored.join(', ')}.`);
    status.textContent = lines.join(' ');
  }

  /** Nothing is called so: what is called nearly so, by the region finder. */
  async function findNear(text: string) {
    const { loadFinder } = await import('../finder/load.ts');
    const meant = (await loadFinder(words.index ?? ''))(text).map(({ name }) => wordsOf(name));
    if (meant.length === 0 || text !== control('q').value) return;
    near = meant;
    show();
  }

  function follow() {
    const read = readView(location.search, choices);
    near = [];
    choose(read.view);
    ignored = read.ignored;
  }

  /** What somebody just chose: shown, and kept as a step one can go back from. */
  function update(isTyped = false) {
    ignored = [];
    const address = writeView(location.href, choices, chosen());
    if (isTyped && typing) history.replaceState(history.state, '', address);
    else if (address !== location.href) history.pushState(null, '', address);
    typing = isTyped;
    query = location.search;
    show();
  }

  addSortButtons(table, (head) => {
    const direction = nextDirection(head);
    const key = head.dataset.k ?? '';
    control('urut').value = direction === 0 ? '' : direction > 0 ? key : `-${key}`;
    update();
  });
  // Before the first letter comes.
  control('q').addEventListener('focus', () => setTimeout(() => namesOf(all[0] as Row)));
  root.addEventListener('input', ({ target }) => {
    if (target !== control('q')) return;
    near = [];
    update(true);
  });
  root.addEventListener('change', ({ target }) => {
    const { name } = target as Control;
    const isColumn = columns.includes(target as HTMLInputElement);
    if (name === 'q') typing = false;
    else if (name === 'pick') pick(target as HTMLInputElement);
    else {
      if (name === 'i') fillBands(control('band').value);
      if (isColumn) showColumns();
      update();
    }
  });
  find('form').addEventListener('submit', (event) => {
    event.preventDefault();
    // A phone's keyboard makes room for what was found.
    find('.explorer-frame').focus();
  });
  window.addEventListener('popstate', () => {
    // A jump within the page is no other view.
    if (location.search === query) return;
    query = location.search;
    typing = false;
    follow();
    showColumns();
    show();
  });
  /** Rows get their true heights where somebody arrives, which moves the province called for. */
  const arrive = () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => table.querySelector(':target')?.scrollIntoView()),
    );
  window.addEventListener('hashchange', arrive);
  const acts: Readonly<Record<string, () => void>> = {
    clear() {
      for (const name of FILTERS) control(name).value = '';
      fillBands('');
      near = [];
      update();
      control('q').focus();
    },
    save: () => save(csv(), words.file ?? ''),
    unpick() {
      for (const box of picked) box.checked = false;
      picked.clear();
      showPicked();
    },
  };
  root.addEventListener('click', ({ target }) => {
    acts[(target as HTMLElement).closest<HTMLElement>('[data-act]')?.dataset.act ?? '']?.();
  });

  const picked = new Set<HTMLInputElement>();
  const link = document.createElement('a');
  link.className = 'button';
  for (const row of all) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.name = 'pick';
    box.value = row.dataset.c ?? '';
    box.ariaLabel = `${words.pick} ${nameOf(row)}`;
    row.cells[0]?.prepend(box);
  }

  function pick(box: HTMLInputElement) {
    if (!box.checked) picked.delete(box);
    else if (picked.size < most) picked.add(box);
    else box.checked = false;
    showPicked(!box.checked && picked.size === most);
  }

  function showPicked(isFull = false) {
    const bar = find('.compare-bar');
    bar.hidden = picked.size === 0;
    bar.prepend(link);
    link.href = `${words.compare}?d=${[...picked].map(({ value }) => value).join()}`;
    link.textContent = (words.compareWord ?? '').replace('{n}', `${picked.size}`);
    find('.compare-bar span').textContent = isFull ? (words.full ?? '') : '';
  }

  /** The rows and columns as shown, each figure with its year, series, band and source. */
  function csv(): string {
    const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    const address = (link: Element | null | undefined) =>
      link ? new URL(link.getAttribute('href') ?? '', page ?? location.href).href : '';
    const kept = measures.filter(({ hidden }) => !hidden);
    const [of, year, series, band, source] = (words.csvFigure ?? '').split('|');
    const lines = shown.map((row) => {
      const [name, province] = row.cells;
      const rung = name?.querySelector('[data-rung] a');
      const missing = row.cells[MEASURES_FROM];
      return [
        row.dataset.c,
        nameOf(row),
        province?.textContent,
        words[row.dataset.city === undefined ? 'regency' : 'city'],
        rung?.textContent ?? words[row.dataset.na === undefined ? 'noRung' : 'na'],
        address(rung),
        ...kept.flatMap((head) => {
          const cell = row.cells[head.cellIndex];
          const value = valueIn(cell);
          if (!cell || value === null) return [(cell ?? missing)?.textContent, '', '', '', ''];
          const [when, other] = (cell.querySelector('.year')?.textContent ?? '').split(' ');
          const labels = bandOptions
            .get(head.dataset.k ?? '')
            ?.filter((option) => bandsIn(cell).includes(option.value))
            .map(({ dataset }) => dataset.name);
          return [
            /^-?\d+(\.\d+)?$/.test(value) ? value : cell.querySelector('data')?.textContent,
            when,
            other ?? head.textContent,
            labels?.join('; ') || words.noBand,
            address(cell.querySelector('a')),
          ];
        }),
      ];
    });
    const titles = kept.flatMap(({ textContent: label }) => [
      `${label}`,
      ...[year, series, band, source].map((part) => `${label}${of}${part}`),
    ]);
    return [[...(words.csvRegion ?? '').split('|'), ...titles], ...lines]
      .map((cells) =>
        cells
          .map((cell) => `"${(cell ?? '').replace(/\s+/g, ' ').trim().replaceAll('"', '""')}"`)
          .join(),
      )
      .join('\r\n');
  }

  const wide = matchMedia('(min-width: 56rem)').matches;
  if (wide) find<HTMLDetailsElement>('.explorer-choices').open = true;
  if (location.hash) arrive();
  const early = chosenEarly();
  follow();
  if (columns.some(({ checked }) => !checked)) showColumns();
  if (Object.keys(early).length > 0) {
    choose({ ...chosen(), ...early });
    if (early.kolom !== undefined) showColumns();
    update(early.q !== undefined);
  } else if (ignored.length > 0 || Object.keys(chosen()).length > 0) show();
}

function nameOf(row: Row): string {
  return row.cells[0]?.querySelector('a')?.textContent ?? '';
}

function save(text: string, name: string) {
  const link = document.createElement('a');
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

customElements.define('region-explorer', RegionExplorer);
