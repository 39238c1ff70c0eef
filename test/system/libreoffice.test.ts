/** The files for spreadsheets, opened by LibreOffice with Indonesian settings. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableDefinition } from '../../src/dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/dataset/tables/index.ts';
import {
  cellOf,
  differences,
  type FoundRow,
  openWorkbook,
  sheetRows,
} from '../lib/data-readers.ts';
import { csvRows } from '../lib/site.ts';

const site = process.env.CERMIN_TEST_SITE ?? 'dist';
const file = (path: string) => join(site, 'data', path);

/** Semicolons, double quotes, UTF-8, from the first line, Indonesian. */
const INDONESIAN = 'CSV:59,34,76,1,,1057';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cermin-libreoffice-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));

/** Opens files in LibreOffice and saves them in another format; returns what it saved. */
function converted(files: readonly string[], to: string, filter?: string) {
  const out = mkdtempSync(join(dir, 'out-'));
  const home = join(dir, 'home');
  mkdirSync(home, { recursive: true });
  const { status, stderr, error } = spawnSync(
    'soffice',
    [
      // A profile of its own: nothing is read from or left in anybody's home.
      `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`,
      '--headless',
      ...(filter ? [`--infilter=${filter}`] : []),
      ...['--convert-to', to, '--outdir', out, ...files],
    ],
    { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8' } },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return files.map((path) =>
    openWorkbook(readFileSync(join(out, basename(path).replace(/\.\w+$/, `.${to}`)))),
  );
}

/** The rows of a table as its CSV has them; an empty cell is `null`. */
function published(name: TableName): FoundRow[] {
  return csvRows(readFileSync(file(`${name}.csv`), 'utf8')).map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell === '' ? null : cell])),
  );
}

/** The same with truths as truths. */
function publishedTruths(name: TableName): FoundRow[] {
  const truths = TABLES[name].fields.flatMap((f) => (f.type === 'boolean' ? [f.name] : []));
  return published(name).map((row) => ({
    ...row,
    ...Object.fromEntries(truths.map((each) => [each, row[each] && row[each] === 'yes'])),
  }));
}

/** A table in which truths are words, as in CSV. */
function worded(table: TableDefinition): TableDefinition {
  return {
    ...table,
    fields: table.fields.map((field) =>
      field.type === 'boolean' ? { ...field, type: 'string' } : field,
    ),
  };
}

describe('the CSV for spreadsheets in an Indonesian locale', () => {
  const names = ['areas', 'scores', 'sources', 'editions', 'national_channels'] as const;
  const books = new Map<TableName, ReturnType<typeof openWorkbook>>();
  beforeAll(() => {
    const opened = converted(
      names.map((name) => file(`excel/${name}.csv`)),
      'xlsx',
      INDONESIAN,
    );
    names.forEach((name, i) => {
      const book = opened[i];
      if (book) books.set(name, book);
    });
  });
  const bookOf = (name: TableName) => {
    const book = books.get(name);
    if (!book) throw new Error(`${name} was not opened`);
    return book;
  };
  const rowsOf = (name: TableName) => sheetRows(bookOf(name), bookOf(name).SheetNames[0] ?? '');

  it('shows the code 11.10 as that text', () => {
    const codes = rowsOf('areas').map((row) => row.code);
    expect(codes).toContain('11.10');
    expect(codes.every((code) => typeof code === 'string')).toBe(true);
  });

  it('makes a number of 72,5', () => {
    const csv = readFileSync(file('excel/scores.csv'), 'utf8');
    const line = csv.split('\r\n').findIndex((text) => text.includes(';72,5;'));
    expect(line).toBeGreaterThan(0);
    const book = bookOf('scores');
    const cell = cellOf(book, book.SheetNames[0] ?? '', `E${line + 1}`);
    expect(cell).toMatchObject({ t: 'n', v: 72.5 });
  });

  it.each(names)('is the table %s, cell by cell', (name) => {
    expect(differences(worded(TABLES[name]), published(name), rowsOf(name)).slice(0, 5)).toEqual(
      [],
    );
  });

  it('would be changed if its texts were not kept', () => {
    const bare = join(dir, 'scores.csv');
    const csv = readFileSync(file('excel/scores.csv'), 'utf8');
    writeFileSync(bare, csv.replace(/"=""([^"]*)"""/g, '$1'));
    const [book] = converted([bare], 'xlsx', INDONESIAN);
    const rows = book ? sheetRows(book, book.SheetNames[0] ?? '') : [];
    expect(differences(worded(TABLES.scores), published('scores'), rows)).not.toEqual([]);
  });
});

describe('the workbook', () => {
  it('opens, and holds every table', () => {
    const [book] = converted([file('cermin.xlsx')], 'xlsx');
    if (!book) throw new Error('the workbook was not opened');
    expect(book.SheetNames).toEqual(['about', 'tables', 'columns', ...TABLE_NAMES]);
    for (const name of TABLE_NAMES) {
      const found = sheetRows(book, name);
      expect(differences(TABLES[name], publishedTruths(name), found).slice(0, 5)).toEqual([]);
    }
  });
});
