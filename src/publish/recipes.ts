/**
 * Worked examples of using the published files: one true question, answered with five tools. What
 * is printed runs as it stands; the tests run it.
 */
import { type Area, type Score, TABLES, type TableName } from '../dataset/tables/index.ts';
import { scoreAnchor } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import type { Lang } from '../i18n/lang.ts';
import { sourcePath } from '../site/page-paths.ts';
import { compareCodePoints, sortedRows } from './csv.ts';

/** The question of the examples: the figures of a province's cities in a year, and who prints them. */
export interface AskedFigures {
  readonly indicator: Score['indicator'];
  readonly year: number;
  readonly province: Area;
  /** The province's cities, whether a figure was found or not. */
  readonly cities: readonly Area[];
  /** The answer: final figures in print, several of a city where several sources print one. */
  readonly rows: readonly Score[];
}

const INDICATOR = 'spi';

/**
 * The question that shows the data best: the province and year whose figures come from the most
 * sources, then those of the most cities; of SPI if there are any. `null` where no city has a figure.
 */
export function askedFigures(model: Model): AskedFigures | null {
  const { areas, scores } = model.dataset.tables;
  const isAsked = ({ area_code, status, value }: Score) =>
    status === 'final' && value !== null && model.area(area_code).level === 'city';
  const groups = [
    ...Map.groupBy(
      sortedRows(TABLES.scores, scores.filter(isAsked)),
      (row) => `${row.indicator} ${row.year} ${model.area(row.area_code).parent_code}`,
    ).values(),
  ].map((rows) => ({
    rows,
    sources: new Set(rows.map((row) => row.source_id)).size,
    known: new Set(rows.map((row) => row.area_code)).size,
  }));
  const [best] = groups.toSorted((a, b) => {
    const [x, y] = [a.rows[0] as Score, b.rows[0] as Score];
    return (
      Number(y.indicator === INDICATOR) - Number(x.indicator === INDICATOR) ||
      b.sources - a.sources ||
      b.known - a.known ||
      y.year - x.year ||
      compareCodePoints(x.area_code, y.area_code)
    );
  });
  const first = best?.rows[0];
  if (!best || !first) return null;
  const province = model.provinceOf(model.area(first.area_code));
  return {
    indicator: first.indicator,
    year: first.year,
    province,
    cities: areas.filter((area) => area.level === 'city' && area.parent_code === province.code),
    rows: best.rows,
  };
}

/** A column of a table, counted from 1. Throws if there is none. */
function column(table: TableName, name: string): number {
  const at = TABLES[table].fields.findIndex((field) => field.name === name);
  if (at < 0) throw new Error(`table ${table} has no column ${name}`);
  return at + 1;
}

/** The same as spreadsheets name it; no table has more columns than there are letters. */
function letter(table: TableName, name: string): string {
  return String.fromCharCode(64 + column(table, name));
}

/** Makes a full address of a path without base. */
type Address = (path: string) => string;

function downloads(files: readonly string[], address: Address): string {
  return files.map((file) => `curl -fsSO ${address(`/data/${file}`)}`).join('\n');
}

/** The command line: `curl` and `awk`, which Linux and macOS bring. */
export function shellRecipe(asked: AskedFigures, address: Address): string {
  const { indicator, year, province } = asked;
  const area = (name: string) => `$${column('areas', name)}`;
  const score = (name: string) => `$${column('scores', name)}`;
  /** What awk puts between the texts before and after it. */
  const put = (name: string) => `" ${score(name)} "`;
  const anchor = scoreAnchor({ area_code: put('area_code'), indicator, year });
  const page = `${address('/').slice(0, -1)}${sourcePath(put('source_id'), anchor)}`;
  return `${downloads(['areas.csv', 'scores.csv'], address)}
awk -F, '
  { gsub(/"[^"]*"/, "") }
  FNR == NR { if (${area('level')} == "city" && ${area('parent_code')} == "${province.code}") name[${area('code')}] = ${area('name')}; next }
  ${score('indicator')} == "${indicator}" && ${score('year')} == ${year} && ${score('status')} == "final" && ${score('value')} != "" && ${score('area_code')} in name {
    print name[${score('area_code')}] ": " ${score('value')} ", ${page}"
  }
' areas.csv scores.csv`;
}

/** DuckDB: the files to fetch, and the query over them. */
export function duckDbRecipe(
  { indicator, year, province }: AskedFigures,
  address: Address,
): { readonly shell: string; readonly sql: string } {
  return {
    shell: downloads(['areas.parquet', 'scores.parquet', 'sources.parquet'], address),
    sql: `SELECT a.name, s.value::DOUBLE AS value, o.publisher, o.url
FROM 'scores.parquet' AS s
JOIN 'areas.parquet' AS a ON a.code = s.area_code
JOIN 'sources.parquet' AS o ON o.id = s.source_id
WHERE s.indicator = '${indicator}' AND s.year = ${year} AND s.status = 'final'
  AND s.value IS NOT NULL
  AND a.level = 'city' AND a.parent_code = '${province.code}'
ORDER BY s.area_code, s.source_id;`,
  };
}

/** Python with pandas. */
export function pythonRecipe(
  { indicator, year, province }: AskedFigures,
  address: Address,
): string {
  return `import pandas as pd

data = "${address('/data/')}"
areas, scores, sources = (
    pd.read_csv(f"{data}{table}.csv", dtype=str)
    for table in ("areas", "scores", "sources")
)
cities = areas.query("level == 'city' and parent_code == '${province.code}'")
found = (
    scores.query("indicator == '${indicator}' and year == '${year}' and status == 'final'")
    .dropna(subset=["value"])
    .merge(cities, left_on="area_code", right_on="code")
    .merge(sources, left_on="source_id", right_on="id")
    .sort_values(["area_code", "source_id"])
)
print(found[["name", "value", "publisher", "url"]].to_string(index=False))`;
}

/** R, without any package. */
export function rRecipe({ indicator, year, province }: AskedFigures, address: Address): string {
  return `data <- "${address('/data/')}"
read <- function(table) {
  read.csv(paste0(data, table, ".csv"), colClasses = "character", encoding = "UTF-8")
}
cities <- subset(read("areas"), level == "city" & parent_code == "${province.code}")
scores <- subset(
  read("scores"),
  indicator == "${indicator}" & year == "${year}" & status == "final" & value != ""
)
found <- merge(scores, cities, by.x = "area_code", by.y = "code")
found <- merge(found, read("sources"), by.x = "source_id", by.y = "id")
found <- found[order(found$area_code, found$source_id), ]
print(found[, c("name", "value", "publisher", "url")], row.names = FALSE)`;
}

/** The workbook: what to filter, and formulas that name the city and the publisher, and count. */
export function sheetRecipe({ indicator, year, province }: AskedFigures, lang: Lang) {
  // Codes of cities go on with a 7: 35.71, 35.72, …
  const codes = `${province.code}.7`;
  const separator = lang === 'id' ? ';' : ',';
  const formula = (name: string, ...args: readonly string[]) => `=${name}(${args.join(separator)})`;
  const ofScores = (name: string) => {
    const at = letter('scores', name);
    return `scores!${at}:${at}`;
  };
  const lookUp = (name: string, table: TableName, key: string, wanted: string) =>
    formula(
      'VLOOKUP',
      `${letter('scores', name)}2`,
      `${table}!${letter(table, key)}:${letter(table, wanted)}`,
      String(column(table, wanted)),
      'FALSE',
    );
  return {
    filters: [
      { column: 'indicator', value: indicator },
      { column: 'year', value: String(year) },
      { column: 'status', value: 'final' },
    ],
    codes,
    name: lookUp('area_code', 'areas', 'code', 'name'),
    publisher: lookUp('source_id', 'sources', 'id', 'publisher'),
    count: formula(
      'COUNTIFS',
      ...[ofScores('indicator'), `"${indicator}"`],
      ...[ofScores('year'), String(year)],
      ...[ofScores('status'), '"final"'],
      ...[ofScores('area_code'), `"${codes}*"`],
      ...[ofScores('value'), '">=0"'],
    ),
  } as const;
}
