/**
 * Reads the folder of tables and checks it: text, fields, keys, meaning, each step on what the one
 * before has left sound, so that one mistake is told once. All problems come out of one run.
 */
import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { checkAreas } from './check-areas.ts';
import { checkFacts } from './check-facts.ts';
import { checkHeader } from './check-header.ts';
import { checkKeys } from './check-keys.ts';
import { checkMeasures } from './check-measures.ts';
import { checkPairs } from './check-pairs.ts';
import { checkRows } from './check-rows.ts';
import { type CsvDocument, readCsv } from './csv-reader.ts';
import type { Dataset } from './dataset.ts';
import { decodeText } from './decode.ts';
import { nearest, skeleton } from './likeness.ts';
import type { Location, Problem } from './problems.ts';
import { createReport, placeOf, type ReadRow, type ReadTable, type Report } from './reading.ts';
import { createSuggestArea, type SuggestArea } from './suggest-area.ts';
import type { TableDefinition } from './table-schema.ts';
import { TABLE_NAMES, TABLES, type TableName, type Tables } from './tables/index.ts';
import { quoted } from './wording.ts';

/** What came out of reading: the dataset, unless there are problems. */
export interface DatasetReading {
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const START = { line: 1, column: 1 };

/** Files of a folder that look like tables; others (a README) are nobody's concern. */
const TABLE_FILE = /\.(?:csv|tsv|txt|xlsx?|ods|numbers)$/i;

/** Reports tables without a file and files without a table; a misnamed file takes one line. */
function checkFiles(names: ReadonlySet<string>, folder: string, report: Report): void {
  const expected = TABLE_NAMES.map((name) => `${name}.csv`);
  const strange = new Set(
    [...names].filter((name) => TABLE_FILE.test(name) && !expected.includes(name)),
  );
  const stem = (name: string) => name.replace(/\.[^.]*$/, '');
  for (const name of expected.filter((name) => !names.has(name))) {
    const like =
      [...strange].find((other) => skeleton(stem(other)) === skeleton(stem(name))) ??
      nearest(name, strange);
    if (like) strange.delete(like);
    report.problem(
      folder + name,
      START,
      like
        ? `the file is missing: is it ${quoted(like)}? ${/\.csv$/i.test(like) ? 'Rename it' : 'Save it as CSV UTF-8 under this name'}`
        : 'the file is missing: every table needs its file, with the header at least',
    );
  }
  for (const name of strange) {
    const like = nearest(name, expected);
    report.warning(
      folder + name,
      START,
      `no table of this name is known, so the file is not read: ${like ? `did you mean ${quoted(like)}?` : 'remove it, or define the table in src/dataset/tables'}`,
    );
  }
}

/** Splits one file, or reports why it cannot be. */
function openTable(content: Uint8Array | string, file: string, report: Report): CsvDocument | null {
  const decoded = decodeText(content);
  if ('finding' in decoded) {
    report.problem(file, decoded.finding, decoded.finding.message);
    return null;
  }
  // both sides of a merge are in the file: their rows would only look like duplicates
  const lines = decoded.text.split(/\r\n?|\n/);
  const conflict = lines.findIndex((line) => /^<{7}(?: |$)/.test(line));
  if (conflict !== -1) {
    report.problem(
      file,
      { line: conflict + 1, column: 1 },
      'an unresolved merge conflict of git begins here: keep one side and delete the marks; the table was not checked further',
    );
    return null;
  }
  return readCsv(decoded.text);
}

function checkTable(
  definition: TableDefinition,
  document: CsvDocument | null,
  file: string,
  suggestArea: SuggestArea,
  report: Report,
): ReadTable {
  const columns = document && checkHeader(definition, document, file, report);
  if (!document || !columns) {
    return { definition, file, readable: false, columns: new Set(), rows: [], damaged: [] };
  }
  // only now: in a table that is not separated by commas, quotes merely look wrong
  for (const finding of document.findings) report.problem(file, finding, finding.message);
  const { rows, damaged } = checkRows(definition, document, columns, file, suggestArea, report);
  return { definition, file, readable: true, columns: new Set(columns.keys()), rows, damaged };
}

/** Freezes the rows and remembers where each came from. */
function createDataset(tables: Readonly<Record<TableName, ReadTable>>): Dataset {
  const origins = new WeakMap<object, { file: string; row: ReadRow }>();
  const entries = TABLE_NAMES.map((name) => {
    const { file, rows } = tables[name];
    const frozen = rows.map((row) => {
      const value = Object.freeze(row.values);
      origins.set(value, { file, row });
      return value;
    });
    return [name, Object.freeze(frozen)];
  });
  return {
    tables: Object.freeze(Object.fromEntries(entries)) as Tables,
    locate(row: object, field?: string): Location {
      const origin = origins.get(row);
      if (!origin) throw new Error('locate: the object is not a row of this dataset');
      if (field !== undefined && !(field in origin.row.cells)) {
        throw new Error(`locate: ${origin.file} has no column ${field}`);
      }
      const { line, column } = placeOf(origin.row, field);
      return { file: origin.file, line, column };
    },
  };
}

/**
 * Checks and types the tables.
 *
 * @param files content by file name (`scores.csv`): bytes, or text already decoded
 * @param folder how the folder is named in messages
 */
export function readTables(
  files: ReadonlyMap<string, Uint8Array | string>,
  folder = 'data',
): DatasetReading {
  const report = createReport();
  const prefix = folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`;
  checkFiles(new Set(files.keys()), prefix, report);
  const documents = new Map<TableName, CsvDocument | null>();
  for (const name of TABLE_NAMES) {
    const content = files.get(`${name}.csv`);
    documents.set(
      name,
      content === undefined ? null : openTable(content, `${prefix}${name}.csv`, report),
    );
  }
  const suggestArea = createSuggestArea(
    documents.get('areas') ?? null,
    documents.get('aliases') ?? null,
  );
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [
      name,
      checkTable(
        TABLES[name],
        documents.get(name) ?? null,
        `${prefix}${name}.csv`,
        suggestArea,
        report,
      ),
    ]),
  ) as Record<TableName, ReadTable>;
  checkKeys(tables, suggestArea, report);
  for (const table of Object.values(tables)) checkPairs(table, report);
  checkAreas(tables, report);
  checkMeasures(tables, report);
  checkFacts(tables, report);
  const problems = report.problems();
  return {
    dataset: problems.length === 0 ? createDataset(tables) : null,
    problems,
    warnings: report.warnings(),
  };
}

/** A folder as its contributor knows it: seen from where the command was called. */
function shownFolder(folder: string): string {
  const shown = isAbsolute(folder) ? relative(process.cwd(), folder) : folder;
  return (shown.startsWith('..') && isAbsolute(folder) ? folder : shown).split(sep).join('/');
}

/**
 * Reads and checks the dataset in `folder`.
 *
 * Mistakes in the data come back as problems and warnings. Throws (with the `code` of Node's
 * error) if the folder itself cannot be read: that is a mistake of the caller.
 */
export async function readDataset(folder: string): Promise<DatasetReading> {
  const entries = await readdir(folder, { withFileTypes: true });
  const known = new Set(TABLE_NAMES.map((name) => `${name}.csv`));
  const files = await Promise.all(
    entries
      .filter((entry) => !entry.isDirectory() && !/^\.|^~/.test(entry.name))
      .map(
        async ({ name }): Promise<[string, Uint8Array | string]> => [
          name,
          known.has(name) ? await readFile(join(folder, name)) : '',
        ],
      ),
  );
  return readTables(new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))), shownFolder(folder));
}
