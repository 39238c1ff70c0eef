/** Types the cells of one record, each by its field. */
import { formulaProblem, strayProblem, tidy } from './check-text.ts';
import type { CsvField } from './csv-reader.ts';
import { parseValue } from './parse-value.ts';
import type { ReadRow } from './reading.ts';
import { isAreaCode, type SuggestArea } from './suggest-area.ts';
import type { Field, TableDefinition } from './table-schema.ts';
import { quoted } from './wording.ts';

export interface CellFinding {
  readonly cell: CsvField;
  readonly message: string;
}

interface CellReading {
  /** Absent where the cell is wrong. */
  readonly value?: unknown;
  readonly message?: string;
}

/** What an empty optional cell means: nothing, or a list without items. */
function emptyValue(field: Field): unknown {
  return field.type === 'list' ? Object.freeze([]) : null;
}

/** How to fill a column that may not be empty. */
function howToFill({ name, example, description }: Field): string {
  if (example) return `write it like ${quoted(example)}`;
  if (name.endsWith('_en'))
    return `say in English what ${quoted(name.replace(/_en$/, '_id'))} says`;
  return description.en;
}

/** Types a cell. A cell with a stray space only is reported and still typed. */
function readCell(text: string, field: Field, suggestArea: SuggestArea | null): CellReading {
  if (text === '') {
    return field.constraints?.required
      ? {
          message: `${quoted(field.name)} is empty, but every row needs it: ${howToFill(field)}`,
        }
      : { value: emptyValue(field) };
  }
  const stray = strayProblem(text);
  const clean = tidy(text);
  if (clean === '') {
    return field.constraints?.required
      ? { message: stray ?? '' }
      : { value: emptyValue(field), message: stray ?? '' };
  }
  const formula = formulaProblem(clean, field);
  if (formula) return { message: formula };
  const parsed = parseValue(clean, field);
  // the remedy for a wrong value is written without the stray space, so one line is enough
  if ('message' in parsed) {
    return {
      message: suggestArea
        ? `${quoted(text)} is not an area code: ${suggestArea(clean)}`
        : parsed.message,
    };
  }
  return stray ? { value: parsed.value, message: stray } : { value: parsed.value };
}

/** Latitude and longitude written in each other's cells are one mistake, not two. */
function findSwapped(
  definition: TableDefinition,
  cells: ReadRow['cells'],
  wrong: ReadonlySet<string>,
): readonly [Field, Field] | null {
  const fits = (text: string | undefined, field: Field) =>
    text !== undefined && !('message' in parseValue(text, field));
  for (const [index, field] of definition.fields.entries()) {
    const next = definition.fields[index + 1];
    if (!next || field.type !== 'number' || next.type !== 'number') continue;
    if (!wrong.has(field.name) && !wrong.has(next.name)) continue;
    const [here, there] = [cells[field.name]?.value, cells[next.name]?.value];
    if (here && there && fits(here, next) && fits(there, field)) return [field, next];
  }
  return null;
}

export interface RowReading {
  readonly values: Record<string, unknown>;
  readonly findings: readonly CellFinding[];
}

/** Types the cells of one row. Cells of columns that the file lacks are left out. */
export function readCells(
  definition: TableDefinition,
  cells: ReadRow['cells'],
  suggestArea: SuggestArea,
): RowReading {
  const values: Record<string, unknown> = {};
  const findings: CellFinding[] = [];
  const wrong = new Set<string>();
  for (const field of definition.fields) {
    const cell = cells[field.name];
    if (!cell) continue;
    const reading = readCell(cell.value, field, isAreaCode(definition, field) ? suggestArea : null);
    if (reading.message !== undefined) findings.push({ cell, message: reading.message });
    if ('value' in reading) values[field.name] = reading.value;
    else wrong.add(field.name);
  }
  const swapped = wrong.size > 0 ? findSwapped(definition, cells, wrong) : null;
  if (!swapped) return { values, findings };
  const [first, second] = swapped;
  const [here, there] = [cells[first.name], cells[second.name]];
  return {
    values,
    findings: [
      ...findings.filter(({ cell }) => cell !== here && cell !== there),
      {
        cell: here as CsvField,
        message: `${quoted(here?.value ?? '')} is not possible as \`${first.name}\`: are \`${first.name}\` and \`${second.name}\` swapped?`,
      },
    ],
  };
}
