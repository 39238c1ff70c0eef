/** The fictional dataset, and the edition after it: facts corrected, withdrawn, added, reworded. */
import { fictionalFiles, type TableOverrides, writeCsv } from '../../src/dataset/testing.ts';

const S1 = 'kabar-contoh-2024-01-15';
const S3 = 'lembaga-rekaan-2023';

/** Replaces a text that stands once in a table. */
const instead = (from: string, to: string) => (text: string) => {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand once in the table`);
  return text.replace(from, to);
};
const without = (line: RegExp) => (text: string) => {
  const left = text.replace(line, '');
  if (left === text) throw new Error(`no line ${line}`);
  return left;
};

/** What the second edition changes in the first. */
export const CORRECTED: TableOverrides = {
  scores: (text) =>
    [
      // a figure of a pilot, which the pages of other regions show as well
      instead('98.71,mcp,mcp,2023,92.15,hijau,,"92,15"', '98.71,mcp,mcp,2023,92.51,hijau,,"92,51"'),
      without(/^98\.02,spi,spi,2023,68\.5,.*\n/m),
      (whole: string) => `${whole}98.02,mcp,mcp,2024,60.5,rentan,,"60,5",final,,${S1},\n`,
    ].reduce((all, change) => change(all), text),
  decisions: instead(S3, S1),
  designations: instead(',92.15,', ',92.25,'),
  terms: instead('Tidak ada di dunia nyata.', 'Hanya ada di sini.'),
};

/** The files of the second edition before its release: its tables, without editions and changes. */
export function correctedFiles(): Map<string, string> {
  const files = fictionalFiles(CORRECTED);
  for (const name of ['editions.csv', 'changes.csv']) files.delete(name);
  return files;
}

/** Why the figures were corrected, as the editors write it. */
export function correctionReasons(): string {
  const row = (table: string, key: string, column: string, reason: string) => [
    table,
    key,
    column,
    '',
    '',
    `${reason} (rekaan).`,
    `${reason} (fictional).`,
  ];
  return writeCsv([
    [
      'table_name',
      'row_key',
      'column_name',
      'value_before',
      'value_after',
      'reason_id',
      'reason_en',
    ],
    row('scores', `98.71 | mcp | 2023 | ${S1}`, 'value', 'Salah salin'),
    row('scores', `98.02 | spi | 2023 | ${S1}`, '', 'Bukan angka daerah ini'),
    row(
      'decisions',
      '99.10 | mcp | 2023',
      'source_id',
      'Sumber pertama ternyata memuat hasil akhir',
    ),
    row(
      'designations',
      `98.71 | 2024 | penetapan | 2024-12-09 | designated | ${S1}`,
      'score',
      'Angka tertukar',
    ),
  ]);
}
