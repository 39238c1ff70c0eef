/** The worked examples of the page about the data, and what they must answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, byId, type Document, elements } from './html.ts';
import { csvRows } from './site.ts';

/** What a build without `CERMIN_SITE` is for. */
export const ORIGIN = 'http://127.0.0.1:4321';

/** A text of the page with its line ends. */
export function recipeText(document: Document, id: string): string {
  const [text] = byId(document, id).childNodes;
  if (!text || !('value' in text)) throw new Error(`${id} holds no text`);
  return text.value;
}

/** A row of the answer, as the dataset has it. */
export interface AnswerRow {
  readonly name: string;
  readonly value: string;
  readonly publisher: string;
  readonly url: string;
  /** Permanent address of the figure. */
  readonly address: string;
}

/**
 * The answer to the question of the page, taken from the dataset: every final figure of the cities
 * of the province of the first figure shown, for its indicator and year.
 */
export function answerRows(dir: string, document: Document): readonly AnswerRow[] {
  const table = (name: string) => csvRows(readFileSync(join(dir, 'data', `${name}.csv`), 'utf8'));
  const [shown] = elements(byId(document, 'jawaban'), 'a').filter((link) =>
    /^\/sumber\/.*#/.test(attribute(link, 'href') ?? ''),
  );
  const [, code = '', indicator, year] =
    /#([\d.]+)-([a-z]+)-(\d+)$/.exec((shown && attribute(shown, 'href')) ?? '') ?? [];
  const sources = new Map(table('sources').map((row) => [row.id, row]));
  const cities = new Map(
    table('areas')
      .filter((row) => row.level === 'city' && row.parent_code === code.slice(0, 2))
      .map((row) => [row.code, row]),
  );
  return table('scores')
    .filter((row) => row.indicator === indicator && row.year === year)
    .filter((row) => row.status === 'final' && row.value !== '' && cities.has(row.area_code))
    .map((row) => ({
      name: cities.get(row.area_code)?.name ?? '',
      value: row.value ?? '',
      publisher: sources.get(row.source_id)?.publisher ?? '',
      url: sources.get(row.source_id)?.url ?? '',
      address: `${ORIGIN}/sumber/${row.source_id}/#${row.area_code}-${indicator}-${year}`,
    }));
}
