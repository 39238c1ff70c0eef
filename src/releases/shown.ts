/**
 * Which pages showed a fact. The rule: a page shows a figure if it prints it as a link to its
 * permanent address, as every page does that has it; a chart in a frame, whose drawing leads
 * nowhere, shows the figures that it lists; a page shows any other fact if it leads to its
 * permanent address; and the page of its source shows it. Facts of the table of areas have no such
 * address: the page of the area shows them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Field } from '../dataset/table-schema.ts';
import { TABLES } from '../dataset/tables/index.ts';
import { isTable, keyColumns, splitKey } from '../derive/changes.ts';
import { placesOf } from '../derive/citations.ts';
import { areaPath, sourcePath } from '../site/page-paths.ts';
import type { TextRow, TextTables } from './diff.ts';
import { FIGURES_ATTRIBUTE, readAddresses } from './figure-list.ts';

/** Pages that list corrections themselves: they need no notice of one. */
const LISTS = new Set(['/koreksi/', '/data/perubahan/']);

/** The permanent addresses of a row of text: one on the page of each of its sources. */
export function addressesOf(table: string, row: TextRow): string[] {
  if (!isTable(table)) return [];
  const name = table;
  const fields: ReadonlyMap<string, string> = new Map(
    TABLES[name].fields.map((field) => [field.name, field.type]),
  );
  const values = Object.fromEntries(
    Object.entries(row).map(([column, text]) => {
      const value = fields.get(column) === 'list' ? text.split(' ').filter(Boolean) : text;
      return [column, value === '' ? null : value];
    }),
  );
  // Addresses are texts of cells put together: the types of the cells make no difference.
  return placesOf(name, values).map(({ id, anchor }) => sourcePath(id, anchor));
}

/** The part of a change that tells which fact it is about. */
interface About {
  readonly table_name: string;
  readonly row_key: string;
  readonly value_before: string;
}

/** The fact that a change is about, in a version that had it. */
function changedFact(
  tables: TextTables,
  change: About,
): { readonly table: string; readonly row: TextRow | undefined } {
  const isDecision = change.table_name === 'decisions';
  const table = isDecision ? 'scores' : change.table_name;
  const key = splitKey(change.row_key);
  // Of a decision it is the figure that was used before.
  if (isDecision) key.push(change.value_before);
  const columns = keyColumns(table);
  const row = tables
    .get(table)
    ?.rows.find((one) => columns.every((name, i) => one[name] === key[i]));
  return { table, row };
}

/** What to look for in pages. */
export interface Shown {
  readonly addresses: readonly string[];
  /** The figure as pages give it to machines; `null` where it is no figure. */
  readonly figure: string | null;
  /** Pages that show it whatever they lead to; paths without language. */
  readonly pages: readonly string[];
}

/** What a change is about, in a version that had it as it was. */
export function shownBefore(
  tables: TextTables,
  change: About & { readonly column_name: string },
): Shown {
  const { table_name: table, column_name: column, value_before: value } = change;
  const fields: readonly Field[] = isTable(table) ? TABLES[table].fields : [];
  const isFigure = fields.find(({ name }) => name === column)?.type === 'number';
  const { table: ofFact, row } = changedFact(tables, change);
  return {
    addresses: row ? addressesOf(ofFact, row) : [],
    figure: isFigure ? value : null,
    pages:
      ofFact === 'areas' && row ? [areaPath({ level: row.level ?? '', slug: row.slug ?? '' })] : [],
  };
}

/** A link to a permanent address, whatever base and language stand before it, and what it holds. */
const LINK = / href="(?:\/[^"#]*)?(\/sumber\/[^"/#]+\/#[^"]+)"[^>]*>((?:(?!<\/a>).)*)/gs;

/** What a chart in a frame lists. */
const LISTED = new RegExp(` ${FIGURES_ATTRIBUTE}="([^"]*)"`, 'g');

/** The pages of a built site that show each of some facts; paths without language. */
export function pagesShowing(dir: string, facts: readonly Shown[]): ReadonlySet<string>[] {
  const pages = facts.map(() => new Set<string>());
  const byAddress = Map.groupBy(
    facts.flatMap(({ addresses, figure }, i) =>
      addresses.map((address) => ({ address, figure, i })),
    ),
    ({ address }) => address,
  );
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const path = file
      .slice(dir.replace(/[\\/]+$/, '').length)
      .replaceAll(sep, '/')
      .replace(/index\.html$/, '')
      .replace(/^\/en\//, '/');
    if (LISTS.has(path)) continue;
    for (const [i, fact] of facts.entries()) if (fact.pages.includes(path)) pages[i]?.add(path);
    const html = readFileSync(file, 'utf8');
    for (const [, list = ''] of html.matchAll(LISTED)) {
      for (const { source, anchor } of readAddresses(list)) {
        for (const { i } of byAddress.get(sourcePath(source, anchor)) ?? []) pages[i]?.add(path);
      }
    }
    for (const [, address = '', content = ''] of html.matchAll(LINK)) {
      for (const { figure, i } of byAddress.get(address) ?? []) {
        if (figure === null || content.includes(`<data value="${figure}"`)) pages[i]?.add(path);
      }
    }
    for (const [address, wanted] of byAddress) {
      if (!address.startsWith(`${path}#`)) continue;
      for (const { i } of wanted) pages[i]?.add(path);
    }
  }
  return pages;
}
