/**
 * Sorting a table of latest figures in the page. Header cells name their column by `data-k`;
 * those of measures list its categories from the worst to the best by `data-bands`, and say by
 * `data-by-band` that these order the column.
 */

export type Direction = 1 | -1;

/** Numbers, bare categories and unknowns are blocks that stand in this order either way. */
export const BLOCK = { number: 0, category: 1, unknown: 2 } as const;

export interface Sorting {
  /** Categories of the column, from the worst to the best. */
  readonly bands: readonly string[];
  readonly byBand: boolean;
}

/** Where a figure stands: its block, and its place there from the lowest up. */
export type Place = readonly [block: number, at: number];

/**
 * The place of a figure in its column. `value` is the decimal or the category that `<data>`
 * holds, `null` for what is not known.
 */
export function placeOf(value: string | null, band: string, { bands, byBand }: Sorting): Place {
  if (value === null) return [BLOCK.unknown, 0];
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null;
  const at = bands.indexOf(band);
  // Within its band, what has no number stands below those that have.
  if (byBand) return [BLOCK.number, at * 1000 + (number ?? -1)];
  return number === null ? [BLOCK.category, at] : [BLOCK.number, number];
}

/** The value a cell holds for machines; `null` where no figure is known. */
export function valueIn(cell: Element | undefined): string | null {
  return cell?.querySelector('data')?.value ?? null;
}

/** The categories of the figure in a cell: of its value, else the one it was printed as. */
export function bandsIn(cell: HTMLTableCellElement | undefined): readonly string[] {
  return (cell?.dataset.b ?? valueIn(cell) ?? '').split(' ');
}

/** The header cells by which a table can be sorted. */
export function columnHeads(table: HTMLTableElement): readonly HTMLTableCellElement[] {
  return [...table.querySelectorAll<HTMLTableCellElement>('th[data-k]')];
}

/** Rows in the order of a column. What is alike keeps its order. */
export function sortRows(
  rows: readonly HTMLTableRowElement[],
  { cellIndex, dataset }: HTMLTableCellElement,
  direction: Direction,
): readonly HTMLTableRowElement[] {
  const { bands } = dataset;
  if (bands === undefined) {
    const { compare } = new Intl.Collator('id');
    return rows
      .map((row) => {
        const cell = row.cells[cellIndex];
        return { row, text: (cell?.querySelector('a') ?? cell)?.textContent ?? '' };
      })
      .sort((a, b) => direction * compare(a.text, b.text))
      .map(({ row }) => row);
  }
  const sorting = { bands: bands.split(' '), byBand: dataset.byBand !== undefined };
  return rows
    .map((row) => {
      const cell = row.cells[cellIndex];
      return { row, place: placeOf(valueIn(cell), bandsIn(cell)[0] ?? '', sorting) };
    })
    .sort(({ place: [a, x] }, { place: [b, y] }) => a - b || direction * (x - y))
    .map(({ row }) => row);
}

/** Turns the words of the header cells into buttons. */
export function addSortButtons(
  table: HTMLTableElement,
  press: (head: HTMLTableCellElement) => void,
): void {
  for (const head of columnHeads(table)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => press(head));
    head.replaceChildren(button);
  }
}

/** The next order a press asks for: figures the highest first, names from A; then the other; then none. */
export function nextDirection(head: HTMLTableCellElement): Direction | 0 {
  const first: Direction = head.dataset.bands === undefined ? 1 : -1;
  const now = directionOf(head);
  return now === 0 ? first : now === first ? (-first as Direction) : 0;
}

function directionOf(head: HTMLTableCellElement): Direction | 0 {
  const sort = head.getAttribute('aria-sort');
  return sort === 'ascending' ? 1 : sort === 'descending' ? -1 : 0;
}

/** Says of a table which column it is sorted by, if any. */
export function showSort(
  table: HTMLTableElement,
  sorted: HTMLTableCellElement | undefined,
  direction: Direction | 0,
): void {
  for (const head of columnHeads(table)) {
    if (head === sorted && direction) {
      head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
    } else head.removeAttribute('aria-sort');
  }
  table.dataset.sort = sorted && direction ? `${sorted.cellIndex + 1}` : '';
}
