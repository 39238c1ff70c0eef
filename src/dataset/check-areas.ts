/** What must hold between the parts of an area's row, and between an area and its province. */
import { type DomainRow, domainRows } from './domain-rows.ts';
import { slugify } from './likeness.ts';
import type { ReadTables, Report } from './reading.ts';
import { quoted } from './wording.ts';

type AreaRow = DomainRow<'areas'>;

/** Further than this from its province, an area has probably got wrong coordinates (degrees). */
const FAR_FROM_PROVINCE = 5;

/** The level that a code speaks of: cities are numbered from 71. */
function levelOfCode(code: string): 'province' | 'regency' | 'city' | null {
  const number = Number(code.slice(3));
  if (code.length === 2) return 'province';
  return number >= 71 ? 'city' : number >= 1 && number <= 69 ? 'regency' : null;
}

function checkCode({ values, file, at }: AreaRow, report: Report): boolean {
  const { code, level } = values;
  if (code === undefined || level === undefined) return true;
  const told = levelOfCode(code);
  if (told === level) return true;
  report.problem(
    file,
    at('level'),
    told
      ? `${quoted(level)} does not fit the code ${quoted(code)}, which is that of a ${told}: correct one of them`
      : `the code ${quoted(code)} is neither that of a regency (01 to 69) nor of a city (71 to 99): correct it`,
  );
  return false;
}

function checkParent(
  { values, file, at }: AreaRow,
  provinces: ReadonlyMap<string, AreaRow>,
  report: Report,
): void {
  const { code, level, parent_code: parent, lat, lon, name } = values;
  if (code === undefined || level === undefined || parent === undefined) return;
  if (level === 'province') {
    if (parent !== null) {
      report.problem(
        file,
        at('parent_code'),
        `${quoted(parent)} is given as the province of a province: leave the cell empty`,
      );
    }
    return;
  }
  if (parent === null) {
    report.problem(
      file,
      at('parent_code'),
      `\`parent_code\` is empty: write the province, ${quoted(code.slice(0, 2))}`,
    );
    return;
  }
  if (!code.startsWith(`${parent}.`)) {
    report.problem(
      file,
      at('parent_code'),
      `${quoted(parent)} is not the beginning of the code ${quoted(code)}: write ${quoted(code.slice(0, 2))}`,
    );
    return;
  }
  const province = provinces.get(parent)?.values;
  if (province?.lat === undefined || province.lon === undefined) return;
  if (lat === undefined || lon === undefined) return;
  const far = Math.hypot(lat - province.lat, lon - province.lon);
  if (far > FAR_FROM_PROVINCE) {
    report.warning(
      file,
      at('lat'),
      `${quoted(`${lat}, ${lon}`)} lies ${far.toFixed(1)} degrees from ${province.name ?? parent}: check the coordinates of ${name ?? code}`,
    );
  }
}

/** Checks `areas`. */
export function checkAreas(tables: ReadTables, report: Report): void {
  const rows = domainRows(tables, 'areas');
  const provinces = new Map(
    rows.flatMap((row) => (row.values.level === 'province' ? [[row.values.code ?? '', row]] : [])),
  );
  for (const row of rows) {
    const { name, slug, level, autonomy } = row.values;
    if (name !== undefined && slug !== undefined && slug !== slugify(name)) {
      report.problem(
        row.file,
        row.at('slug'),
        `${quoted(slug)} is not the slug of ${quoted(name)}: write ${quoted(slugify(name))}`,
      );
    }
    if (level === 'province' && autonomy === 'administrative') {
      report.problem(
        row.file,
        row.at('autonomy'),
        '`administrative` is for regencies and cities: a province is `autonomous`',
      );
    }
    if (checkCode(row, report)) checkParent(row, provinces, report);
  }
}
