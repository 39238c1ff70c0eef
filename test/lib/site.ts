import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { TableDefinition } from '../../src/dataset/table-schema.ts';

export type Lang = 'id' | 'en';

/** The paths of all pages in a built site, without base: `/daerah/`, `/en/404.html`. */
export function pagePaths(dir: string): string[] {
  return filePaths(dir)
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
}

/** The paths of all files in a built site. */
export function filePaths(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length).replaceAll(sep, '/'))
    .map((path) => (path.startsWith('/') ? path : `/${path}`))
    .sort();
}

/** The file that a static host sends for a path. */
export function fileOf(dir: string, path: string): string {
  return join(dir, path.endsWith('/') ? `${path}index.html` : path);
}

export function readPage(dir: string, path: string): string {
  return readFileSync(fileOf(dir, path), 'utf8');
}

/** Whether a static host has something to send for a path. */
export function isServed(dir: string, path: string): boolean {
  const file = fileOf(dir, decodeURIComponent(path));
  return existsSync(file) && statSync(file).isFile();
}

export function langOfPath(path: string): Lang {
  return path.startsWith('/en/') ? 'en' : 'id';
}

/** The path of the same page in a language. */
export function inLanguage(path: string, lang: Lang): string {
  const own = path.replace(/^\/en\//, '/');
  return lang === 'en' ? `/en${own}` : own;
}

/** Size as the budgets measure it: gzip -9. */
export function gzipped(content: Buffer | string): number {
  return gzipSync(content, { level: constants.Z_BEST_COMPRESSION }).length;
}

/** Whether a page is a frame for other sites: a part of another page, and in no list of pages. */
export function isFrame(path: string): boolean {
  return /^\/(en\/)?embed\//.test(path);
}

/** The rows of a CSV text by column. Throws if it is not well-formed CSV. */
export function csvRows(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return data;
}

/**
 * The rows that only one of two tables has, whatever the order of rows and columns. Numbers whose
 * digits are no fact are compared as numbers: 3.600 is 3.6.
 */
export function rowDifferences(
  table: TableDefinition,
  published: readonly Record<string, string>[],
  dataset: readonly Record<string, string>[],
): string[] {
  const loose = new Set(
    table.fields.filter((field) => field.type === 'number' && !field.exact).map((f) => f.name),
  );
  const key = (row: Record<string, string>) =>
    JSON.stringify(
      table.fields.map(({ name }) => {
        const cell = row[name] ?? '';
        return loose.has(name) && cell !== '' ? String(Number(cell)) : cell;
      }),
    );
  const counts = new Map<string, number>();
  for (const row of published) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  for (const row of dataset) counts.set(key(row), (counts.get(key(row)) ?? 0) - 1);
  return [...counts].flatMap(([row, count]) =>
    count === 0 ? [] : [`${count > 0 ? 'only published' : 'not published'}: ${row}`],
  );
}
