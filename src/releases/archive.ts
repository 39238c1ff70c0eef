/** The tables of an edition in one zip: downloaded as it is, and what the next is compared with. */

import { unzipSync, zipSync } from 'fflate';
import { readCsv } from '../dataset/csv-reader.ts';
import { decodeText } from '../dataset/decode.ts';
import type { PartialDate } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type Tables } from '../dataset/tables/index.ts';
import { LICENCE } from '../licence.ts';
import { cellText, sortedRows, tableCsv } from '../publish/csv.ts';
import type { TextRow, TextTable, TextTables } from './diff.ts';

/** Folder of the releases within that of the dataset. */
export const RELEASES = 'releases';

/** Name of the file that holds an edition. */
export function archiveName(version: string): string {
  return `cermin-${version}.zip`;
}

/** The tables of a dataset as the texts that are published. */
export function textTables(tables: Tables): TextTables {
  return new Map(
    TABLE_NAMES.map((name) => {
      const columns = TABLES[name].fields.map((field) => field.name);
      const rows = sortedRows<object>(TABLES[name], tables[name]).map((row) => {
        const cells: Record<string, unknown> = { ...row };
        return Object.fromEntries(columns.map((column) => [column, cellText(cells[column])]));
      });
      return [name, { columns, rows }];
    }),
  );
}

/** What the archive says of itself, in a file of its own. */
function readMe(version: string, date: PartialDate): string {
  return [
    `Cermin Daerah ${version} (${date})`,
    '',
    'Semua tabel edisi ini: CSV (RFC 4180, UTF-8, koma, titik desimal). Kode wilayah adalah teks: 11.10 bukan 11.1.',
    'Sel kosong berarti belum ditemukan atau tidak berlaku, tidak pernah nol. Arti kolom: /data/ pada situsnya.',
    `Lisensi: ${LICENCE.short}, ${LICENCE.deed.id}`,
    '',
    'All tables of this edition: CSV (RFC 4180, UTF-8, commas, decimal points). Area codes are text: 11.10 is not 11.1.',
    'An empty cell means not found yet or not applicable, never zero. What columns mean: /en/data/ of its site.',
    `Licence: ${LICENCE.short}, ${LICENCE.deed.en}`,
    '',
  ].join('\r\n');
}

/**
 * The zip of an edition: every table as it is published, and a README. The same tables and date
 * give the same bytes, on every machine and in every time zone.
 */
export function archiveBytes(tables: Tables, version: string, date: PartialDate): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  const folder = `cermin-${version}`;
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const files = [
    ['README.txt', readMe(version, date)] as const,
    ...TABLE_NAMES.map((name) => [`${name}.csv`, tableCsv(TABLES[name], tables[name])] as const),
  ];
  return zipSync(
    Object.fromEntries(files.map(([name, text]) => [`${folder}/${name}`, encode(text)])),
    // A zip holds local time; at noon no time zone skips an hour.
    { level: 9, mtime: new Date(year, month - 1, day, 12) },
  );
}

/** The texts of `NAME.csv` in an archive. Throws if it is damaged. */
export function archiveFiles(bytes: Uint8Array): Map<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith('.csv'));
  return new Map(
    files.map(([path, content]) => {
      const decoded = decodeText(content);
      if ('finding' in decoded) throw new Error(`${path}: ${decoded.finding.message}`);
      return [path.slice(path.lastIndexOf('/') + 1), decoded.text];
    }),
  );
}

/** A CSV text as a table. */
export function parseTable(text: string): TextTable {
  const { header, records } = readCsv(text);
  const columns = header?.fields.map(({ value }) => value) ?? [];
  const rows = records.map(
    ({ fields }): TextRow =>
      Object.fromEntries(columns.map((column, i) => [column, fields[i]?.value ?? ''])),
  );
  return { columns, rows };
}

/** The tables in an archive. Throws if it is damaged. */
export function archiveTables(bytes: Uint8Array): TextTables {
  return new Map(
    [...archiveFiles(bytes)].map(([file, text]) => [file.replace(/\.csv$/, ''), parseTable(text)]),
  );
}
