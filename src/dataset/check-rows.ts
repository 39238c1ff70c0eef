/** Puts the records of a file into the columns of its table. */
import { readCells } from './check-fields.ts';
import type { Columns } from './check-header.ts';
import type { CsvDocument, CsvField, CsvRecord } from './csv-reader.ts';
import type { DamagedRow, Place, ReadRow, Report } from './reading.ts';
import { isAreaCode, type SuggestArea } from './suggest-area.ts';
import type { Field, TableDefinition } from './table-schema.ts';
import { count, quoted } from './wording.ts';

function toCells(fields: readonly CsvField[], columns: Columns): Record<string, CsvField> {
  const cells: Record<string, CsvField> = {};
  for (const [name, index] of columns) {
    const field = fields[index];
    if (field) cells[name] = field;
  }
  return cells;
}

/** `fields` with those at `index` and `index + 1` made one again, as if the comma belonged to it. */
function joined(fields: readonly CsvField[], index: number): CsvField[] {
  const [left, right] = [fields[index], fields[index + 1]];
  if (!left || !right) return [...fields];
  return [
    ...fields.slice(0, index),
    { ...left, value: `${left.value},${right.value}` },
    ...fields.slice(index + 2),
  ];
}

interface RowProblem {
  readonly place: Place;
  readonly message: string;
  /** The cell as it was meant, where that can be told. */
  readonly meant?: string;
}

/** How a comma that split this cell was to be read: as a point, or as part of a text. */
function mend(definition: TableDefinition, field: Field, text: string): string | null {
  if (field.type === 'number') return /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : null;
  if (isAreaCode(definition, field)) return /^\d+,\d+$/.test(text) ? text.replace(',', '.') : null;
  // a text rarely begins or ends with a comma
  return field.type === 'string' && !/^,|,$/.test(text) ? text : null;
}

/**
 * Explains a row with one field too many by the comma that split a cell: a decimal comma, or a
 * comma in a text without quotes. `null` if no single comma explains it.
 */
function findSplitCell(
  definition: TableDefinition,
  fields: readonly CsvField[],
  columns: Columns,
  suggestArea: SuggestArea,
): RowProblem | null {
  const explained: { cell: CsvField; meant: string }[] = [];
  for (const field of definition.fields) {
    const index = columns.get(field.name);
    if (index === undefined) continue;
    const merged = joined(fields, index);
    const cell = merged[index];
    const meant = cell && mend(definition, field, cell.value);
    if (!cell || meant == null) continue;
    merged[index] = { ...cell, value: meant };
    if (readCells(definition, toCells(merged, columns), suggestArea).findings.length === 0) {
      explained.push({ cell, meant });
    }
  }
  const point = explained.find(({ cell, meant }) => cell.value !== meant);
  const found = point ?? (explained.length === 1 ? explained[0] : undefined);
  if (!found) return null;
  const { cell, meant } = found;
  return {
    place: cell,
    meant,
    message: point
      ? `${quoted(cell.value)} has a decimal comma, which splits the cell in two: write ${quoted(meant)}`
      : `${quoted(meant)} has a comma but no quotes, which splits the cell in two: write ${quoted(`"${meant}"`)}`,
  };
}

function raggedProblem(
  definition: TableDefinition,
  record: CsvRecord,
  width: number,
  columns: Columns,
  suggestArea: SuggestArea,
): RowProblem {
  const { fields } = record;
  const told = `the row has ${count(fields.length, 'field')}, the header ${width}`;
  if (fields.length < width) {
    return {
      place: record.end,
      message: `${told}: add the missing commas (an empty cell needs its comma too)`,
    };
  }
  const split =
    fields.length === width + 1 ? findSplitCell(definition, fields, columns, suggestArea) : null;
  return (
    split ?? {
      place: fields[width] ?? record.end,
      message: `${told}: a text with a comma needs quotes around it; ${quoted(fields[width]?.value ?? '')} is the first field too many`,
    }
  );
}

/** Types every record of a file; what cannot be typed is reported and counted as damaged. */
export function checkRows(
  definition: TableDefinition,
  document: CsvDocument,
  columns: Columns,
  file: string,
  suggestArea: SuggestArea,
  report: Report,
): { rows: ReadRow[]; damaged: DamagedRow[] } {
  const width = document.header?.fields.length ?? 0;
  const rows: ReadRow[] = [];
  const damaged: DamagedRow[] = [];
  for (const record of document.records) {
    const texts = record.fields.map((field) => field.value);
    const place: Place = record.fields[0] ?? { line: 1, column: 1 };
    if (record.broken) {
      damaged.push({ texts, wrong: [] });
      continue;
    }
    if (texts.every((text) => text.trim() === '')) {
      report.problem(file, place, 'a row without any value: delete the line');
      continue;
    }
    if (texts.length !== width) {
      const ragged = raggedProblem(definition, record, width, columns, suggestArea);
      report.problem(file, ragged.place, ragged.message);
      damaged.push({ texts, wrong: ragged.meant ? [ragged.meant] : [] });
      continue;
    }
    const cells = toCells(record.fields, columns);
    const { values, findings } = readCells(definition, cells, suggestArea);
    for (const { cell, message } of findings) report.problem(file, cell, message);
    if (findings.length > 0) {
      damaged.push({ texts, wrong: findings.map(({ cell }) => cell.value) });
    }
    rows.push({ place, values, cells });
  }
  return { rows, damaged };
}
