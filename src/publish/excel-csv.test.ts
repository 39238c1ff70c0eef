import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Field, TableDefinition } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { cellText, sortedRows } from './csv.ts';
import { excelCsv, textCell } from './excel-csv.ts';

/** The text that a spreadsheet shows for a cell written as {@link textCell} writes it. */
const shown = (cell: string) => /^="(.*)"$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;

describe('textCell', () => {
  it.each([
    ...['11.10', '35', '77,10', '0.1.0', '2024', '2024-08', '2024-08-14', '1/2', '10-12', '11:10'],
    ...['11-Okt', 'Mei 2024', '5 Desember', '1E5', 'Rp 500', 'Rp2.000', '50%', '(12)', '١٢', '198'],
    ...['TRUE', 'salah', '+62 812', '=1+1', '-7', '@nama', '=cmd|"/c calc"!A1', ' =1+1', '－1'],
  ])('keeps %j from being taken for something else', (text) => {
    expect(textCell(text)).toMatch(/^="/);
    expect(shown(textCell(text))).toBe(text);
  });

  it.each([
    ...['Kota Blitar', 'jatimtimes-2025-12-09', 'maros-2024', '10 kota terbaik', 'MCP', 'Mei'],
    ...['https://contoh.example/2024', 'a = b', 'WTP', 'SP4N-LAPOR!'],
  ])('leaves %j as it is', (text) => {
    expect(textCell(text)).toBe(text);
  });

  it('never lets a text run as a formula, however long', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', ' =', '"=');
    fc.assert(
      fc.property(start, fc.string({ maxLength: 400 }), (first, rest) => {
        const cell = textCell(first + rest);
        const isLiteral = /^="(?:[^"]|"")*"$/.test(cell);
        expect(isLiteral || !/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell)).toBe(true);
        // Excel takes no more in a formula.
        if (isLiteral) expect(shown(cell).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});

/** A cell as it reads in a spreadsheet, back in the form of the dataset. */
function readBack(field: Field, cell: string): string {
  return field.type === 'number' ? cell.replace(',', '.') : shown(cell);
}

function rowsOf(csv: string): string[][] {
  return Papa.parse<string[]>(csv.slice(1).trimEnd(), { delimiter: ';' }).data;
}

describe('excelCsv', () => {
  const { tables } = fictionalDataset();

  it('starts with a byte order mark, parts with semicolons, has decimal commas', () => {
    const csv = excelCsv(TABLES.areas, tables.areas);
    expect(csv.startsWith('\uFEFFcode;level;name;')).toBe(true);
    expect(csv).toContain('"=""99.10""";regency;');
    expect(csv).toContain(';-7,51;110,51;99,75;keputusan-rekaan-2025;300000;penduduk-rekaan-2024;');
    expect(excelCsv(TABLES.scores, tables.scores)).toContain(';2022;66,00;');
  });

  it('holds what the plain CSV holds', () => {
    for (const name of TABLE_NAMES) {
      const table: TableDefinition = TABLES[name];
      const [header, ...rows] = rowsOf(excelCsv(table, tables[name]));
      expect(header).toEqual(table.fields.map((field) => field.name));
      expect(
        rows.map((row) => table.fields.map((field, i) => readBack(field, row[i] ?? ''))),
      ).toEqual(
        sortedRows<object>(table, tables[name]).map((row) =>
          table.fields.map((field) => cellText((row as Record<string, unknown>)[field.name])),
        ),
      );
    }
  });
});
