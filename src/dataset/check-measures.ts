/** What must hold between scores, the series they belong to, their bands and the decisions. */
import { type DomainRow, domainRows, isWhole } from './domain-rows.ts';
import { nearest } from './likeness.ts';
import { createGroups, type Groups, type ReadTables, type Report } from './reading.ts';
import { alternatives, quoted } from './wording.ts';

type SeriesRow = DomainRow<'indicators'>;
type BandRow = DomainRow<'bands'>;
type ScoreRow = DomainRow<'scores'>;

/** More wrong scores of one series than this are told in one line: the series may be wrong itself. */
const SEPARATE = 10;

const seriesKey = (indicator: string | undefined, series: string | undefined) =>
  `${indicator ?? ''} ${series ?? ''}`;

const yearsOf = (from: number | null | undefined, to: number | null | undefined) =>
  from && to
    ? `${from} to ${to}`
    : from
      ? `${from} onwards`
      : to
        ? `the beginning to ${to}`
        : 'all years';

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function checkSeries({ values, file, at }: SeriesRow, report: Report): void {
  const { scale_min: min, scale_max: max, first_year: first, last_year: last } = values;
  if (min != null && max != null && min >= max) {
    report.problem(
      file,
      at('scale_min'),
      `the scale runs from ${quoted(String(min))} to ${quoted(String(max))}: the minimum must be less than the maximum`,
    );
  }
  if (first != null && last != null && first > last) {
    report.problem(
      file,
      at('first_year'),
      `${quoted(String(first))} is after the last year, ${quoted(String(last))}: correct one of them`,
    );
  }
}

function overlap(a: BandRow, b: BandRow): boolean {
  const end = (row: BandRow) => row.values.year_to ?? Number.POSITIVE_INFINITY;
  return (
    (a.values.year_from ?? 0) <= end(b) &&
    (b.values.year_from ?? 0) <= end(a) &&
    a.values.scheme === b.values.scheme
  );
}

function checkBandPair(earlier: BandRow, later: BandRow, report: Report): void {
  const [a, b] = [earlier.values, later.values];
  if (a.category_id !== undefined && a.category_id === b.category_id) {
    // the same key: told with the keys
    if (a.year_from === b.year_from) return;
    report.problem(
      later.file,
      later.at('category_id'),
      `${quoted(a.category_id)} is a band of the same years in line ${earlier.line}: correct the years or the category`,
    );
    return;
  }
  if (a.rank !== undefined && a.rank === b.rank) {
    report.problem(
      later.file,
      later.at('rank'),
      `rank ${quoted(String(a.rank))} is taken by ${quoted(a.category_id ?? '')} in line ${earlier.line}: number the bands from the worst, each once`,
    );
    return;
  }
  if (a.min == null || a.max == null || b.min == null || b.max == null) return;
  if (a.min < b.max && b.min < a.max) {
    report.problem(
      later.file,
      later.at('min'),
      `the range ${quoted(`${b.min} to ${b.max}`)} overlaps with ${quoted(`${a.min} to ${a.max}`)} of ${quoted(a.category_id ?? '')} in line ${earlier.line}: a maximum is exclusive, the next minimum equals it`,
    );
  }
}

function checkBands(bands: readonly BandRow[], report: Report): void {
  const sound: BandRow[] = [];
  for (const band of bands) {
    const { min, max, year_from: from, year_to: to } = band.values;
    if (min != null && max != null && min >= max) {
      report.problem(
        band.file,
        band.at('min'),
        `the range runs from ${quoted(String(min))} to ${quoted(String(max))}: the minimum must be less than the maximum`,
      );
    } else if (from != null && to != null && from > to) {
      report.problem(
        band.file,
        band.at('year_from'),
        `${quoted(String(from))} is after \`year_to\`, ${quoted(String(to))}: correct one of them`,
      );
    } else if (from !== undefined && to !== undefined && band.values.scheme !== undefined) {
      sound.push(band);
    }
  }
  for (const group of groupBy(sound, ({ values }) =>
    seriesKey(values.indicator, values.series),
  ).values()) {
    for (const [index, later] of group.entries()) {
      const earlier = group.slice(0, index).find((band) => {
        if (!overlap(band, later)) return false;
        const [a, b] = [band.values, later.values];
        return (
          a.category_id === b.category_id ||
          a.rank === b.rank ||
          (a.min != null &&
            a.max != null &&
            b.min != null &&
            b.max != null &&
            a.min < b.max &&
            b.min < a.max)
        );
      });
      if (earlier) checkBandPair(earlier, later, report);
    }
  }
}

function checkYear(score: ScoreRow, series: SeriesRow, groups: Groups): boolean {
  const { year } = score.values;
  const { first_year: first, last_year: last, series: id } = series.values;
  if (year === undefined) return false;
  if ((first == null || year >= first) && (last == null || year <= last)) return true;
  groups.add(
    `year ${series.line}`,
    score.file,
    score.at('year'),
    `${quoted(String(year))} is outside series ${quoted(id ?? '')} (${yearsOf(first, last)}): correct the year, or name the series of that year`,
  );
  return false;
}

function checkValue(score: ScoreRow, series: SeriesRow, groups: Groups): boolean {
  const { value } = score.values;
  const { scale_min: min, scale_max: max, series: id } = series.values;
  if (value == null) return true;
  const number = Number(value);
  if ((min == null || number >= min) && (max == null || number <= max)) return true;
  groups.add(
    `value ${series.line}`,
    score.file,
    score.at('value'),
    `${quoted(value)} is outside the scale of series ${quoted(id ?? '')} (${min ?? '…'} to ${max ?? '…'}): check the digits and the decimal point`,
  );
  return false;
}

/** The numbers in words as printed, stray spaces about the decimal sign left out ("75, 34%"). */
const numbersIn = (printed: string) =>
  (printed.match(/\d+(?:\s?[.,]\s?\d+)?/g) ?? []).map((text) =>
    Number(text.replace(/\s/g, '').replace(',', '.')),
  );

/** A value is copied from what is printed: digits that differ were mistyped in one of the two. */
function warnOfPrinted({ values, file, at }: ScoreRow, report: Report): void {
  const { value, value_printed: printed } = values;
  if (value == null || printed == null) return;
  const numbers = numbersIn(printed);
  if (numbers.length === 0 || numbers.includes(Number(value))) return;
  report.warning(
    file,
    at('value'),
    `${quoted(value)} is not what \`value_printed\` says, ${quoted(printed)}: compare both with the source, and correct the one that differs`,
  );
}

function checkCategory(
  score: ScoreRow,
  bands: readonly BandRow[],
  groups: Groups,
  report: Report,
): void {
  const { category, year, series } = score.values;
  if (category == null || year === undefined) return;
  const inYear = bands.filter(
    ({ values }) =>
      (values.year_from ?? 0) <= year && year <= (values.year_to ?? Number.POSITIVE_INFINITY),
  );
  if (inYear.some(({ values }) => values.category_id === category)) return;
  const known = [...new Set(inYear.map(({ values }) => values.category_id ?? ''))];
  const elsewhere = bands.find(({ values }) => values.category_id === category)?.values;
  if (known.length === 0 && elsewhere) {
    // nothing contradicts the category; the bands of that year are merely not known
    report.warning(
      score.file,
      score.at('category'),
      `${quoted(category)}: series ${quoted(series ?? '')} has no bands for ${year} (this one is of ${yearsOf(elsewhere.year_from, elsewhere.year_to)}): add them to bands.csv, or leave the cell empty`,
    );
    return;
  }
  const all = [...new Set(bands.map(({ values }) => values.category_id ?? ''))];
  const near = nearest(category, known);
  const remedy = near
    ? `did you mean ${quoted(near)}?`
    : all.length > 0
      ? `use ${alternatives(known.length > 0 ? known : all)}, or leave the cell empty`
      : 'add its bands to bands.csv, or leave the cell empty';
  groups.add(
    `category ${series} ${category} ${elsewhere ? year : ''}`,
    score.file,
    score.at('category'),
    elsewhere
      ? `${quoted(category)} is a band of series ${quoted(series ?? '')} in other years (${yearsOf(elsewhere.year_from, elsewhere.year_to)}), not in ${year}: ${remedy}`
      : `${quoted(category)} is not a band of series ${quoted(series ?? '')}: ${remedy}`,
  );
}

/** Rows that are possible but probably not meant. */
function warnOfScore({ values, file, at }: ScoreRow, report: Report): void {
  const { value, category, flags, status } = values;
  if (value === null && category === null) {
    report.warning(
      file,
      at('value'),
      'the row has neither value nor category, so it says nothing: fill one of them, or delete the row',
    );
  }
  if (flags?.includes('zone_only') && value != null) {
    report.warning(
      file,
      at('flags'),
      `flag \`zone_only\` says that only the category is printed, but the value is ${quoted(value)}: remove one of them`,
    );
  }
  if (status === 'stated_run' && flags && !flags.includes('stated_run')) {
    report.warning(
      file,
      at('flags'),
      'status `stated_run` without the flag `stated_run`: add the flag',
    );
  }
}

function checkScores(
  scores: readonly ScoreRow[],
  seriesRows: readonly SeriesRow[],
  bandRows: readonly BandRow[],
  tables: ReadTables,
  report: Report,
): void {
  const series = new Map(
    seriesRows.map((row) => [seriesKey(row.values.indicator, row.values.series), row]),
  );
  const bands = groupBy(bandRows, ({ values }) => seriesKey(values.indicator, values.series));
  // a series with a damaged band has categories that only look unknown
  const uncertain = new Set((tables.bands?.damaged ?? []).flatMap(({ texts }) => texts));
  const bandsKnown =
    tables.bands?.readable &&
    ['indicator', 'series', 'year_from', 'year_to', 'category_id'].every((name) =>
      tables.bands?.columns.has(name),
    );
  const groups = createGroups(report, SEPARATE);
  for (const score of scores) {
    warnOfScore(score, report);
    const { indicator, series: id } = score.values;
    if (indicator === undefined || id === undefined) continue;
    const key = seriesKey(indicator, id);
    const row = series.get(key);
    // an unknown series has been told; whether its years and bands fit cannot be
    if (!row) continue;
    const inLife = checkYear(score, row, groups);
    if (checkValue(score, row, groups)) warnOfPrinted(score, report);
    if (inLife && bandsKnown && !uncertain.has(id)) {
      checkCategory(score, bands.get(key) ?? [], groups, report);
    }
  }
  groups.flush();
}

function checkDecisions(
  decisions: readonly DomainRow<'decisions'>[],
  scores: readonly ScoreRow[],
  report: Report,
): void {
  const key = (
    values: Partial<Record<'area_code' | 'indicator' | 'year' | 'source_id', unknown>>,
  ) => [values.area_code, values.indicator, values.year, values.source_id].join(' ');
  const byKey = new Map(scores.map((score) => [key(score.values), score]));
  for (const decision of decisions) {
    const score = byKey.get(key(decision.values));
    const status = score?.values.status;
    if (!score || status === undefined || status === 'final') continue;
    report.problem(
      decision.file,
      decision.at('source_id'),
      `${quoted(decision.text('source_id'))} prints a figure of status ${quoted(status)} (scores.csv, line ${score.line}): choose a final figure`,
    );
  }
}

/** Criteria name an indicator and a threshold that its figures can be compared with. */
function checkCriteria(
  criteria: readonly DomainRow<'criteria'>[],
  seriesRows: readonly SeriesRow[],
  bandRows: readonly BandRow[],
  tables: ReadTables,
  report: Report,
): void {
  const known = new Set(seriesRows.map(({ text }) => text('indicator').trim()));
  for (const { values, file, at } of criteria) {
    const { indicator, rule, threshold } = values;
    if (indicator === undefined || threshold === undefined || rule === undefined) continue;
    if (indicator !== null && isWhole(tables, 'indicators') && !known.has(indicator)) {
      const near = nearest(indicator, known);
      report.problem(
        file,
        at('indicator'),
        `${quoted(indicator)} is not in indicators.csv: ${near ? `did you mean ${quoted(near)}?` : `use ${alternatives([...known])}`}`,
      );
      continue;
    }
    if (rule === 'manual') continue;
    if (indicator === null || threshold === null) {
      report.problem(
        file,
        at(indicator === null ? 'indicator' : 'threshold'),
        `\`${indicator === null ? 'indicator' : 'threshold'}\` is empty, but the rule ${quoted(rule)} compares with it: fill it, or use the rule \`manual\``,
      );
      continue;
    }
    const grades = bandRows
      .filter((band) => band.values.indicator === indicator)
      .map(({ values: { category_id } }) => category_id ?? '');
    const isGrade = grades.includes(threshold) || grades.includes(threshold.toLowerCase());
    if (!isGrade && !/^\d+(?:\.\d+)?$/.test(threshold) && isWhole(tables, 'bands')) {
      report.problem(
        file,
        at('threshold'),
        `${quoted(threshold)} is neither a number nor a band of ${quoted(indicator)}: write one, with a decimal point`,
      );
    }
  }
}

/** Checks `indicators`, `bands`, `scores`, `decisions` and `criteria` against each other. */
export function checkMeasures(tables: ReadTables, report: Report): void {
  const series = domainRows(tables, 'indicators');
  const bands = domainRows(tables, 'bands');
  const scores = domainRows(tables, 'scores');
  for (const row of series) checkSeries(row, report);
  checkBands(bands, report);
  checkScores(scores, series, bands, tables, report);
  checkDecisions(domainRows(tables, 'decisions'), scores, report);
  checkCriteria(domainRows(tables, 'criteria'), series, bands, tables, report);
}
