/** Changes and corrections in words. */
import type { Field, Lang, Text } from '../dataset/table-schema.ts';
import { type Score, TABLES, type TableName } from '../dataset/tables/index.ts';
import {
  type Change,
  type Correction,
  isTable,
  keyColumns,
  rowKeyText,
  splitKey,
  type TableCounts,
} from '../derive/changes.ts';
import type { Model } from '../derive/site-model.ts';
import { formatDate, formatDecimal, formatInteger, formatList } from '../i18n/format.ts';
import { inLang, translator } from '../i18n/lang.ts';
import { figureText } from './figure-text.ts';

const EMPTY: Text = { id: 'kosong', en: 'empty' };
const WITHDRAWN: Text = { id: 'dicabut', en: 'withdrawn' };

/** A table by the title it has today, or had as a name. */
export function tableTitle(table: string, lang: Lang): string {
  return isTable(table) ? TABLES[table].title[lang] : table;
}

/** The key of a row by column; nothing where its table is gone. */
function keyOf(change: Change): ReadonlyMap<string, string> {
  const parts = splitKey(change.row_key ?? '');
  return new Map(keyColumns(change.table_name).map((column, i) => [column, parts[i] ?? '']));
}

/** What a changed row is about: "MCP 2023, Kota Contoh"; else its table and its key. */
export function changeAbout(change: Change, model: Model, lang: Lang): string {
  const key = keyOf(change);
  const area = model.dataset.tables.areas.find((row) => row.code === change.area_code)?.name;
  const indicator = key.get('indicator');
  const known = model.indicators.find((each) => each.indicator === indicator);
  if (known && area && (change.table_name === 'scores' || change.table_name === 'decisions')) {
    const year = Number(key.get('year'));
    const series = model.figures.at(change.area_code ?? '', known.indicator, year)?.series;
    const name = series ? model.figures.bands.series(known.indicator, series) : known.current;
    return `${inLang(name, 'short', lang)} ${year}, ${area}`;
  }
  const year = key.get('year') ?? key.get('cohort');
  const title = tableTitle(change.table_name, lang);
  if (area) return `${title}${year ? ` ${year}` : ''}, ${area}`;
  return `${title}: ${[...key.values()].filter((part) => part !== '').join(', ')}`;
}

function cellWords(table: TableName, column: string, text: string, lang: Lang): string {
  const fields: readonly Field[] = TABLES[table].fields;
  const field = fields.find(({ name }) => name === column);
  const category = field?.categories?.find(({ value }) => value === text);
  if (category) return category.label[lang];
  if (field?.format === 'partial-date') return formatDate(text, lang);
  const isAmount = field?.type === 'number' || field?.type === 'integer';
  return isAmount && /^-?\d/.test(text) ? formatDecimal(text, lang) : text;
}

function scoreWords(row: Score | undefined, model: Model, lang: Lang): string | null {
  return row ? figureText(row, model.figures.bands, lang).text : null;
}

function categoryWords(change: Change, text: string, model: Model, lang: Lang): string {
  const rows = model.dataset.tables.scores;
  const row = rows.find((each) => rowKeyText('scores', each) === change.row_key);
  const like = row && { ...row, value: null, category: text, category_printed: null };
  return scoreWords(like, model, lang) ?? text;
}

/** One side of a change as readers know it: a figure, a label, a date, or the words as they are. */
function sideWords(change: Change, text: string | null, model: Model, lang: Lang): string {
  if (text === null) return EMPTY[lang];
  const { table_name: table } = change;
  if (table === 'decisions') {
    const key = [...splitKey(change.row_key ?? ''), text];
    const columns = keyColumns('scores');
    const row = model.dataset.tables.scores.find((each) =>
      columns.every((column, i) => String(each[column as keyof Score]) === key[i]),
    );
    return scoreWords(row, model, lang) ?? text;
  }
  if (!isTable(table)) return text;
  if (table === 'scores' && change.column_name === 'category') {
    return categoryWords(change, text, model, lang);
  }
  const column = change.column_name ?? 'value';
  return cellWords(table, column, text, lang);
}

/** What was and what is: "92,51" and "92,15"; "78,40" and "dicabut". */
export function changeSides(
  change: Change,
  model: Model,
  lang: Lang,
): { readonly before: string; readonly after: string; readonly isWithdrawn: boolean } {
  const isWithdrawn = change.kind === 'removed' && change.table_name !== 'decisions';
  return {
    before: sideWords(change, change.value_before, model, lang),
    after: isWithdrawn ? WITHDRAWN[lang] : sideWords(change, change.value_after, model, lang),
    isWithdrawn,
  };
}

/** The name of the column that changed; `null` where the figure itself says what it is. */
export function columnTitle(change: Change, lang: Lang): string | null {
  const { table_name: table, column_name: column } = change;
  if (column === null || column === 'value' || table === 'decisions' || !isTable(table))
    return null;
  const fields: readonly Field[] = TABLES[table].fields;
  return fields.find(({ name }) => name === column)?.title[lang] ?? column;
}

/** A correction in a sentence, for feeds. */
export function correctionSentence({ change }: Correction, model: Model, lang: Lang): string {
  const { before, after } = changeSides(change, model, lang);
  const column = columnTitle(change, lang);
  const of = column === null ? '' : ` (${column})`;
  return `${changeAbout(change, model, lang)}${of}: ${before} → ${after}. ${inLang(change, 'reason', lang) ?? ''}`.trim();
}

/** A correction where there is room for a line: what follows its link, and the whole as text. */
export interface FrameNotice {
  /** Every correction it tells of. */
  readonly ids: readonly string[];
  /** Fragment of the page of corrections: of the one correction, or of the list. */
  readonly anchor: string;
  readonly link: string;
  readonly rest: string;
  readonly text: string;
}

/**
 * What a chart in a frame tells of the figures it showed before they were corrected: the newest,
 * and how many more. `null` where there is none.
 */
export function frameNotice(
  corrections: readonly Correction[],
  model: Model,
  lang: Lang,
): FrameNotice | null {
  const [newest, ...others] = corrections;
  if (!newest) return null;
  const t = translator(lang);
  const { before, after, isWithdrawn } = changeSides(newest.change, model, lang);
  const column = columnTitle(newest.change, lang);
  const date = formatDate(newest.edition.date, lang);
  const link = t({ id: `Dikoreksi pada ${date}`, en: `Corrected on ${date}` });
  const becomes = isWithdrawn ? ' ' : t({ id: ' menjadi ', en: ' is now ' });
  const count = formatInteger(others.length, lang);
  const more =
    others.length === 0
      ? ''
      : t({
          id: ` (dan ${count} koreksi lain)`,
          en: ` (and ${count} more ${others.length === 1 ? 'correction' : 'corrections'})`,
        });
  const about = changeAbout(newest.change, model, lang);
  const rest = `: ${about}${column === null ? '' : ` (${column})`}: ${before}${becomes}${after}${more}.`;
  return {
    ids: corrections.map(({ id }) => id),
    anchor: others.length === 0 ? newest.id : 'daftar',
    link,
    rest,
    text: link + rest,
  };
}

/** What happened to the rows of a table: "3 baris ditambah, 1 diubah". */
export function countWords(
  counts: Pick<TableCounts, 'added' | 'changed' | 'removed'>,
  lang: Lang,
): string {
  const t = translator(lang);
  const parts = (
    [
      [counts.added, { id: 'ditambah', en: 'added' }],
      [counts.changed, { id: 'diubah', en: 'changed' }],
      [counts.removed, { id: 'dicabut', en: 'withdrawn' }],
    ] as const
  ).filter(([count]) => count > 0);
  return formatList(
    parts.map(([count, word], i) => {
      const rows = t({ id: 'baris', en: count === 1 ? 'row' : 'rows' });
      return `${formatInteger(count, lang)} ${i === 0 ? `${rows} ` : ''}${t(word)}`;
    }),
    lang,
  );
}
