/** What must hold within the smaller tables. */
import { type DomainRow, domainRows, isWhole } from './domain-rows.ts';
import type { ReadTables, Report } from './reading.ts';
import { quoted } from './wording.ts';

/** Of the versions of one statement, the site uses one. */
function checkDisputes(tables: ReadTables, report: Report): void {
  const used = new Map<string, DomainRow<'disputes'>>();
  const first = new Map<string, DomainRow<'disputes'>>();
  for (const row of domainRows(tables, 'disputes')) {
    const { id, used: isUsed } = row.values;
    if (id === undefined) continue;
    if (!first.has(id)) first.set(id, row);
    if (!isUsed) continue;
    const other = used.get(id);
    if (!other) used.set(id, row);
    else if (other.values.claim_id !== row.values.claim_id) {
      report.problem(
        row.file,
        row.at('used'),
        `${quoted(id)} uses a version already, in line ${other.line}: only one can be \`yes\``,
      );
    }
  }
  // the version used may be the row that is damaged
  if (!isWhole(tables, 'disputes')) return;
  for (const [id, row] of first) {
    if (used.has(id)) continue;
    report.warning(
      row.file,
      row.at('used'),
      `no version of ${quoted(id)} is used: mark one with \`yes\`, if the site can rely on one`,
    );
  }
}

function checkProfileFacts(tables: ReadTables, report: Report): void {
  for (const { values, file, at } of domainRows(tables, 'profile_facts')) {
    if (values.unit != null && values.value === null) {
      report.problem(
        file,
        at('unit'),
        `${quoted(values.unit)} is the unit of no value: write the value, or empty the unit`,
      );
    }
  }
}

function checkSatisfaction(tables: ReadTables, report: Report): void {
  for (const { values, file, at } of domainRows(tables, 'satisfaction')) {
    const { value, scale_max: max } = values;
    if (value !== undefined && max !== undefined && Number(value) > max) {
      report.problem(
        file,
        at('value'),
        `${quoted(value)} is above its scale, which ends at ${max}: correct the value or the scale`,
      );
    }
  }
}

/**
 * Whoever copied a printed title had the page before them. Only a document may be on paper, and
 * only what we describe ourselves may have been read about elsewhere.
 */
function checkSources(tables: ReadTables, report: Report): void {
  for (const { values, file, at } of domainRows(tables, 'sources')) {
    const { id, url, kind, title_printed: isPrinted } = values;
    if (url !== null || kind === undefined || kind === 'document' || !isPrinted) continue;
    report.problem(
      file,
      at('url'),
      `${quoted(id ?? '')} has no address: add it; only a ${quoted('document')}, or a source whose title is our own description, may have none`,
    );
  }
}

/** Administrative areas have no government that could be assessed or designated. */
function warnOfAdministrative(tables: ReadTables, report: Report): void {
  const administrative = new Map(
    domainRows(tables, 'areas').flatMap(({ values: { code, name, autonomy } }) =>
      autonomy === 'administrative' && code !== undefined ? [[code, name ?? code]] : [],
    ),
  );
  for (const table of ['scores', 'designations'] as const) {
    for (const { values, file, at } of domainRows(tables, table)) {
      const name = administrative.get(values.area_code ?? '');
      // a part of the provincial government's own result is told as such
      if (name === undefined || ('flags' in values && values.flags?.includes('sub_score')))
        continue;
      report.warning(
        file,
        at('area_code'),
        `${quoted(values.area_code ?? '')} (${name}) has no government of its own: was another area meant?`,
      );
    }
  }
}

function checkEditions(tables: ReadTables, report: Report): void {
  const rows = domainRows(tables, 'editions');
  const table = tables.editions;
  if (rows.length === 0 && table && isWhole(tables, 'editions')) {
    report.problem(
      table.file,
      { line: 1, column: 1 },
      'the table is empty: it needs at least the present edition',
    );
  }
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]?.values.date;
    const { date } = row.values;
    if (before !== undefined && date !== undefined && date < before) {
      report.warning(
        row.file,
        row.at('date'),
        `${quoted(date)} is before ${quoted(before)} of the line above: editions stand in order, the newest last`,
      );
    }
  }
}

/** Checks `disputes`, `profile_facts`, `satisfaction`, `editions`, `sources`, and who is assessed at all. */
export function checkFacts(tables: ReadTables, report: Report): void {
  checkDisputes(tables, report);
  checkProfileFacts(tables, report);
  checkSatisfaction(tables, report);
  checkEditions(tables, report);
  checkSources(tables, report);
  warnOfAdministrative(tables, report);
}
