/** Texts in two languages: a row has both or neither. */
import { placeOf, type ReadTable, type Report } from './reading.ts';

/** Checks every pair of optional columns `NAME_id` and `NAME_en`. */
export function checkPairs(table: ReadTable, report: Report): void {
  const optional = table.definition.fields.filter(
    (field) => field.type === 'string' && !field.constraints?.required,
  );
  const pairs = optional
    .filter(({ name }) => name.endsWith('_id'))
    .map(({ name }) => [name, name.replace(/_id$/, '_en')] as const)
    .filter(([, english]) => optional.some(({ name }) => name === english));
  for (const row of table.rows) {
    for (const [first, second] of pairs) {
      const [id, en] = [row.values[first], row.values[second]];
      if (id === undefined || en === undefined || (id === null) === (en === null)) continue;
      const [empty, filled] = id === null ? [first, second] : [second, first];
      report.problem(
        table.file,
        placeOf(row, empty),
        `\`${empty}\` is empty but \`${filled}\` is not: write the same in ${id === null ? 'Indonesian' : 'English'}, or empty both`,
      );
    }
  }
}
