/**
 * The tables of an edition in one zip: downloaded as it is, and what the next is compared with.
 * It explains itself, because it is kept longer than any address.
 */

import { unzipSync, zipSync } from 'fflate';
import { readCsv } from '../dataset/csv-reader.ts';
import { decodeText } from '../dataset/decode.ts';
import type { TableDefinition } from '../dataset/table-schema.ts';
import { type Row, TABLE_NAMES, TABLES, type Tables } from '../dataset/tables/index.ts';
import { LICENCE } from '../licence.ts';
import { CHECKSUMS, checksums } from '../publish/checksums.ts';
import { cellText, sortedRows, tableCsv } from '../publish/csv.ts';
import { archivedPackage, DATA_PACKAGE } from '../publish/data-package.ts';
import { plain } from '../publish/data-words.ts';
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

/** What columns mean, in Indonesian; the descriptor says it in English. */
const COLUMNS = 'KOLOM.txt';

/** What the archive says of itself, in a file of its own. */
function readMe({ version, date }: Row<'editions'>): string {
  return [
    `Cermin Daerah ${version} (${date})`,
    '',
    'Semua tabel edisi ini: CSV (RFC 4180, UTF-8, koma, titik desimal). Kode wilayah adalah teks: 11.10 bukan 11.1.',
    `Sel kosong berarti belum ditemukan atau tidak berlaku, tidak pernah nol. Arti kolom: ${COLUMNS}; untuk program: ${DATA_PACKAGE} (Data Package).`,
    `${CHECKSUMS} memuat jumlah pemeriksaan setiap berkas: sha256sum -c ${CHECKSUMS}`,
    `Lisensi: ${LICENCE.short}, ${LICENCE.deed.id}`,
    '',
    'All tables of this edition: CSV (RFC 4180, UTF-8, commas, decimal points). Area codes are text: 11.10 is not 11.1.',
    `An empty cell means not found yet or not applicable, never zero. What columns mean: ${DATA_PACKAGE} (Data Package).`,
    `${CHECKSUMS} holds the checksum of every file: sha256sum -c ${CHECKSUMS}`,
    `Licence: ${LICENCE.short}, ${LICENCE.deed.en}`,
    '',
  ].join('\r\n');
}

function columnLines(table: TableDefinition): string[] {
  return [
    `${table.name}.csv: ${table.title.id}`,
    plain(table.description.id),
    '',
    ...table.fields.flatMap(({ name, title, description, categories }) => [
      `  ${name}: ${title.id}. ${plain(description.id)}`,
      ...(categories ?? []).map(({ value, label }) => `    ${value} = ${label.id}`),
    ]),
    '',
  ];
}

/**
 * The zip of an edition: every table as it is published, what their columns mean, checksums and a
 * README. The same tables and edition give the same bytes, on every machine and in every time zone.
 */
export function archiveBytes(tables: Tables, edition: Row<'editions'>): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  const folder = `cermin-${edition.version}`;
  const [year = 1980, month = 1, day = 1] = edition.date.split('-').map(Number);
  const csvFiles = TABLE_NAMES.map((table) => ({
    table,
    path: `${table}.csv`,
    content: encode(tableCsv(TABLES[table], tables[table])),
  }));
  const descriptor = archivedPackage({ tables }, csvFiles, edition);
  const columns = TABLE_NAMES.flatMap((name) => columnLines(TABLES[name])).join('\r\n');
  const files = new Map([
    ['README.txt', encode(readMe(edition))],
    [COLUMNS, encode(columns)],
    [DATA_PACKAGE, encode(`${JSON.stringify(descriptor, null, 2)}\n`)],
    ...csvFiles.map(({ path, content }) => [path, content] as const),
  ]);
  files.set(CHECKSUMS, encode(checksums(files)));
  return zipSync(
    Object.fromEntries([...files].map(([name, content]) => [`${folder}/${name}`, content])),
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
