/** Keys within and between tables: unique, pointing at rows that exist, and not look-alikes. */
import { bareAddress, isNear, nearest, plainLetters, skeleton } from './likeness.ts';
import {
  createGroups,
  type DamagedRow,
  type Place,
  placeOf,
  type ReadRow,
  type ReadTable,
  type ReadTables,
  type Report,
} from './reading.ts';
import { isAreaCode, type SuggestArea } from './suggest-area.ts';
import type { Field, ForeignKey } from './table-schema.ts';
import { alternatives, quoted } from './wording.ts';

/** Stands between the parts of a composite key; no cell can hold it. */
const JOINT = '\u0000';

/** The parts of a key as text; `null` where a part is wrong or missing (and so was reported). */
function keyParts(row: ReadRow, columns: readonly string[]): string[] | null {
  const parts: string[] = [];
  for (const column of columns) {
    const value = row.values[column];
    if (value === undefined) return null;
    parts.push(value === null ? '' : String(value));
  }
  return parts;
}

function sameTexts(a: ReadRow, b: ReadRow): boolean {
  return Object.keys(a.cells).every((name) => a.cells[name]?.value === b.cells[name]?.value);
}

/** Reports rows that repeat the primary key or a unique field; one line per row. */
function checkUnique(table: ReadTable, report: Report): void {
  const { definition, file, rows } = table;
  const unique = definition.fields
    .filter((field) => field.constraints?.unique)
    .map((field) => [field.name]);
  const keys = [definition.primaryKey, ...unique];
  const reported = new Set<ReadRow>();
  for (const columns of keys) {
    const seen = new Map<string, ReadRow>();
    for (const row of rows) {
      const parts = keyParts(row, columns);
      if (!parts || parts.every((part) => part === '')) continue;
      const key = parts.join(JOINT);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, row);
        continue;
      }
      if (reported.has(row)) continue;
      reported.add(row);
      const told = columns.map((name, index) => `${name} ${quoted(parts[index] ?? '')}`).join(', ');
      report.problem(
        file,
        placeOf(row, columns[0]),
        sameTexts(row, first)
          ? `the row repeats line ${first.place.line}: delete one of them (${told})`
          : `${told} stands already in line ${first.place.line}: correct or delete one of the rows`,
      );
    }
  }
}

/** The keys a table offers to others: whole keys, and what may follow each beginning of one. */
interface Target {
  readonly whole: ReadonlySet<string>;
  readonly next: ReadonlyMap<string, ReadonlySet<string>>;
}

function indexTarget(table: ReadTable, columns: readonly string[]): Target {
  const whole = new Set<string>();
  const next = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const parts = keyParts(row, columns);
    if (!parts) continue;
    whole.add(parts.join(JOINT));
    for (const [index, part] of parts.entries()) {
      const beginning = parts.slice(0, index).join(JOINT);
      const following = next.get(beginning);
      if (following) following.add(part);
      else next.set(beginning, new Set([part]));
    }
  }
  return { whole, next };
}

/** A reference that points at no row. */
interface Missing {
  readonly table: ReadTable;
  readonly row: ReadRow;
  readonly target: ReadTable;
  readonly columns: readonly string[];
  readonly parts: readonly string[];
  readonly place: Place;
  readonly message: string;
  readonly hasNear: boolean;
}

function describeMissing(
  table: ReadTable,
  row: ReadRow,
  key: ForeignKey,
  parts: readonly string[],
  target: ReadTable,
  index: Target,
  suggestArea: SuggestArea,
): Missing {
  // the first part that no longer leads anywhere is the one to correct
  let wrong = 0;
  const beginning = () => parts.slice(0, wrong).join(JOINT);
  while (wrong < parts.length - 1 && index.next.get(beginning())?.has(parts[wrong] ?? '')) {
    wrong++;
  }
  const text = parts[wrong] ?? '';
  const column = key.fields[wrong] ?? '';
  const possible = [...(index.next.get(beginning()) ?? [])];
  const near = nearest(text, possible);
  const file = `${target.definition.name}.csv`;
  const context = parts
    .slice(0, wrong)
    .map((part, position) => `${key.fields[position]} ${quoted(part)}`)
    .join(', ');
  const field = table.definition.fields.find(({ name }) => name === column);
  const isArea =
    field !== undefined &&
    target.definition.name === 'areas' &&
    isAreaCode(table.definition, field);
  const remedy = isArea
    ? suggestArea(text)
    : near
      ? `did you mean ${quoted(near)}?`
      : possible.length > 0 && possible.length <= 8
        ? `use ${alternatives(possible)}, or add the row to ${file}`
        : `correct it, or add the row to ${file}`;
  return {
    table,
    row,
    target,
    columns: key.reference.fields,
    parts,
    place: placeOf(row, column),
    message: `${quoted(text)} is not in ${file}${context ? ` with ${context}` : ` as \`${key.reference.fields[wrong]}\``}: ${remedy}`,
    hasNear: near !== null,
  };
}

/** Foreign keys, and lists whose items refer to the `id` of another table. */
function referencesOf(table: ReadTable): readonly (ForeignKey & { readonly list: boolean })[] {
  const { fields, foreignKeys = [] } = table.definition;
  return [
    ...foreignKeys.map((key) => ({ ...key, list: false })),
    ...fields
      .filter((field): field is Field & { reference: string } => field.reference !== undefined)
      .map((field) => ({
        fields: [field.name],
        reference: { resource: field.reference, fields: ['id'] },
        list: true,
      })),
  ];
}

function findMissing(tables: ReadTables, suggestArea: SuggestArea): Missing[] {
  const missing: Missing[] = [];
  const indexes = new Map<string, Target>();
  for (const table of Object.values(tables)) {
    for (const key of referencesOf(table)) {
      const { resource, fields } = key.reference;
      const target = tables[resource];
      // of a table that could not be read nothing can be said to be missing
      if (!target?.readable || !fields.every((field) => target.columns.has(field))) continue;
      const id = [resource, ...fields].join(JOINT);
      const index = indexes.get(id) ?? indexTarget(target, fields);
      indexes.set(id, index);
      for (const row of table.rows) {
        const parts = key.list ? row.values[key.fields[0] ?? ''] : keyParts(row, key.fields);
        if (!Array.isArray(parts)) continue;
        for (const reference of key.list ? parts.map((item) => [String(item)]) : [parts]) {
          if (reference.includes('') || index.whole.has(reference.join(JOINT))) continue;
          missing.push(describeMissing(table, row, key, reference, target, index, suggestArea));
        }
      }
    }
  }
  return missing;
}

/** Whether a damaged row holds this part of a key, or something that probably was to be it. */
function holds({ texts, wrong }: DamagedRow, part: string): boolean {
  return (
    // what a never closed quote has swallowed holds whole rows
    texts.some((text) => text === part || (text.includes('\n') && text.includes(part))) ||
    wrong.some((text) => isNear(part, text) || skeleton(text) === skeleton(part))
  );
}

/** Whether the row pointed at is probably there, but damaged: that has been told already. */
function isExcused({ parts, target }: Missing): boolean {
  const needed = Math.max(1, parts.length - 1);
  return target.damaged.some((row) => parts.filter((part) => holds(row, part)).length >= needed);
}

/** Rows without a key hide one row each: the reference that most rows make, and no other is near. */
function excuseKeyless(groups: Map<string, Missing[]>): void {
  const byTarget = new Map<ReadTable, [string, Missing[]][]>();
  for (const entry of groups) {
    const first = entry[1][0];
    if (!first || first.parts.length > 1) continue;
    byTarget.set(first.target, [...(byTarget.get(first.target) ?? []), entry]);
  }
  for (const [target, entries] of byTarget) {
    const keyless = target.rows.filter((row) =>
      entries[0]?.[1][0]?.columns.some((column) => row.cells[column]?.value.trim() === ''),
    ).length;
    const likely = entries.toSorted(
      ([, a], [, b]) => Number(a[0]?.hasNear) - Number(b[0]?.hasNear) || b.length - a.length,
    );
    for (const [key] of likely.slice(0, keyless)) groups.delete(key);
  }
}

function checkReferences(tables: ReadTables, suggestArea: SuggestArea, report: Report): void {
  const missing = findMissing(tables, suggestArea);
  for (const { table, row, place } of missing) {
    const cells = Object.values(row.cells);
    table.damaged.push({
      texts: cells.map(({ value }) => value),
      wrong: cells.filter((cell) => cell === place).map(({ value }) => value),
    });
  }
  const byKey = new Map<string, Missing[]>();
  for (const one of missing) {
    if (isExcused(one)) continue;
    const key = [one.target.definition.name, ...one.columns, ...one.parts].join(JOINT);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  excuseKeyless(byKey);
  const groups = createGroups(report, 1);
  for (const [key, group] of byKey) {
    for (const { table, place, message } of group) groups.add(key, table.file, place, message);
  }
  groups.flush();
}

/** Whether people choose the words of a field freely, so that one thing may get two spellings. */
function isFree(table: ReadTable, field: Field | undefined): boolean {
  return (
    field?.type === 'string' &&
    !field.categories &&
    field.format === undefined &&
    !(table.definition.foreignKeys ?? []).some((key) => key.fields.includes(field.name))
  );
}

/** Warns of rows whose keys differ only in case, spaces, hyphens, diacritics or look-alike letters. */
function checkLookalikes(table: ReadTable, report: Report): void {
  const { definition, file, rows } = table;
  const fieldOf = (name: string) => definition.fields.find((field) => field.name === name);
  const keys = [
    definition.primaryKey,
    ...definition.fields.filter((field) => field.constraints?.unique).map((field) => [field.name]),
  ].filter((columns) => columns.some((name) => isFree(table, fieldOf(name))));
  const warned = new Set<ReadRow>();
  const compare = (
    columns: readonly string[],
    fold: (part: string, column: string) => string,
    told: (first: ReadRow) => string,
    sameToo: boolean,
  ) => {
    const seen = new Map<string, { row: ReadRow; exact: string }>();
    const shown = columns.find((name) => isFree(table, fieldOf(name))) ?? columns[0];
    for (const row of rows) {
      const parts = keyParts(row, columns);
      if (!parts || parts.every((part) => part === '')) continue;
      const exact = parts.join(JOINT);
      const folded = parts.map((part, index) => fold(part, columns[index] ?? '')).join(JOINT);
      const first = seen.get(folded);
      if (!first) seen.set(folded, { row, exact });
      else if ((sameToo || first.exact !== exact) && !warned.has(row)) {
        warned.add(row);
        const text = row.cells[shown ?? '']?.value ?? '';
        report.warning(
          file,
          placeOf(row, shown),
          `${quoted(text)} ${told(first.row)} (${quoted(first.row.cells[shown ?? '']?.value ?? '')})`,
        );
      }
    }
  };
  for (const columns of keys) {
    // several names of one thing may well differ in spaces and hyphens: that is what aliases are
    const fold = columns.length > 1 ? plainLetters : skeleton;
    compare(
      columns,
      (part, column) => (isFree(table, fieldOf(column)) ? fold(part) : part),
      (first) =>
        `looks like line ${first.place.line}: if both mean the same, keep one and its spelling`,
      false,
    );
  }
  // in a register of things each address should stand once; elsewhere many rows may share one
  if (definition.primaryKey.length > 1) return;
  for (const field of definition.fields.filter(({ format }) => format === 'uri')) {
    compare(
      [field.name],
      bareAddress,
      (first) =>
        `is the address of line ${first.place.line} too: if both are one publication, keep one`,
      true,
    );
  }
}

/** Checks all keys. Marks rows that point nowhere as damaged. */
export function checkKeys(tables: ReadTables, suggestArea: SuggestArea, report: Report): void {
  for (const table of Object.values(tables)) {
    checkUnique(table, report);
    checkLookalikes(table, report);
  }
  checkReferences(tables, suggestArea, report);
}
