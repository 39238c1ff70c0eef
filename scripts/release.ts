import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import type { Dataset } from '../src/dataset/dataset.ts';
import { formatProblem } from '../src/dataset/problems.ts';
import { readDataset, readTables } from '../src/dataset/read-dataset.ts';
import { TABLE_NAMES, TABLES } from '../src/dataset/tables/index.ts';
import { isCorrection } from '../src/derive/changes.ts';
import {
  archiveBytes,
  archiveName,
  archiveTables,
  parseTable,
  RELEASES,
  textTables,
} from '../src/releases/archive.ts';
import {
  CHANGE_COLUMNS,
  type ChangeRow,
  REASON_COLUMNS,
  type Reason,
} from '../src/releases/change-rows.ts';
import { pagesName, type ShownPages } from '../src/releases/pages-file.ts';
import {
  csv,
  editionsShowing,
  inTodaysColumns,
  type Plan,
  planEdition,
} from '../src/releases/plan.ts';
import { pagesShowing, shownBefore } from '../src/releases/shown.ts';
import { summaryOf } from '../src/releases/summary.ts';
import { UserError } from '../src/user-error.ts';
import { finishFiles, writeFiles } from './lib/all-or-nothing.ts';
import { runVerb } from './lib/child.ts';
import type { Effects, Verb } from './lib/effects.ts';
import { checkDataset } from './validate.ts';

/** `npm run release`: compares the dataset with the last edition and makes the next one. */
const release: Verb = (args, effects) => makeRelease(args, effects);

export default release;

const USAGE = `usage: npm run release -- [OPTION…]
  --dry-run            print the difference and the number; write nothing
  --date YYYY-MM-DD    date of the edition (today)
  --reasons FILE.csv   why figures were corrected; written for you if it is not there
  --summary-id TEXT    what is new, in Indonesian (counted)
  --summary-en TEXT    the same in English
  --read-until DATE    the date up to which sources were read (as before)
  --built FOLDER       a build of the last edition, if you have one: saves building it again`;

interface Options {
  readonly dryRun: boolean;
  readonly date: string;
  readonly reasons: string | undefined;
  readonly summary: { readonly id: string; readonly en: string } | null;
  readonly readUntil: string | undefined;
  readonly built: string | undefined;
}

/** Builds a dataset in a folder into another; tests pass their own. */
export type BuildFrom = (dataDir: string, outDir: string, effects: Effects) => Promise<boolean>;

const buildFrom: BuildFrom = async (dataDir, outDir, { env }) =>
  (await runVerb('build', [], {
    ...env,
    CERMIN_DATA: dataDir,
    CERMIN_OUT: outDir,
    CERMIN_BASE: undefined,
  })) === 0;

/** Makes the next edition; see `release`. */
export async function makeRelease(
  args: readonly string[],
  effects: Effects,
  build: BuildFrom = buildFrom,
): Promise<number> {
  const options = readOptions(args);
  const config = readConfig(effects.env);
  const { dataDir } = config;
  if (existsSync(dataDir) && finishFiles(dataDir)) {
    effects.out(`finished the release that was interrupted in ${dataDir}`);
    return 0;
  }
  if (!(await checkDataset(config, effects, { warnings: false, edition: false }))) {
    effects.log('release: correct the problems first; nothing was written');
    return 1;
  }
  const { dataset } = await readDataset(dataDir);
  if (!dataset) throw new Error('the dataset was checked, and cannot be read');
  const last = dataset.tables.editions.at(-1);
  if (!last) throw new Error('the dataset was checked, and has no edition');
  const archiveOf = (version: string) => join(dataDir, RELEASES, archiveName(version));
  if (!existsSync(archiveOf(last.version))) {
    return archiveFirst(dataset, dataDir, options, effects);
  }
  if (options.date < last.date) {
    throw new UserError(
      `--date ${options.date} is before that of edition ${last.version} (${last.date}); editions stand in order`,
    );
  }
  const archive = readFileSync(archiveOf(last.version));
  const plan = planEdition(dataset, last, archive, readReasons(options.reasons));
  if (!plan) {
    throw new UserError(
      `nothing in ${dataDir} differs from edition ${last.version}: there is nothing to release`,
      1,
    );
  }
  for (const line of planLines(plan, last.version)) effects.out(line);
  for (const { table_name, row_key } of plan.unused) {
    effects.log(
      `release: ${options.reasons} has a reason for ${table_name}: ${row_key}, which did not change`,
    );
  }
  if (options.dryRun) return 0;
  if (plan.unreasoned.length > 0) return askForReasons(plan, options, effects);

  const shown = await findPages(plan, dataset, archiveOf, options, effects, build);
  const files = composeFiles(plan, dataset, dataDir, options);
  if (shown.length > 0) {
    files.set(`${RELEASES}/${pagesName(plan.version)}`, `${JSON.stringify(shown, null, 1)}\n`);
  }
  writeFiles(dataDir, files);
  effects.out(`edition ${plan.version} of ${options.date}: wrote ${[...files.keys()].join(', ')}`);
  return 0;
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        date: { type: 'string', default: today() },
        reasons: { type: 'string' },
        'summary-id': { type: 'string' },
        'summary-en': { type: 'string' },
        'read-until': { type: 'string' },
        built: { type: 'string' },
      },
    });
    if (!isDate(values.date)) {
      throw new UserError(`--date must be a day such as 2026-11-22, not "${values.date}"`);
    }
    const [id, en] = [values['summary-id']?.trim(), values['summary-en']?.trim()];
    if (Boolean(id) !== Boolean(en)) {
      throw new UserError(
        'give --summary-id and --summary-en together: the site has two languages',
      );
    }
    return {
      dryRun: values['dry-run'],
      date: values.date,
      reasons: values.reasons,
      summary: id && en ? { id, en } : null,
      readUntil: values['read-until'],
      built: values.built,
    };
  } catch (error) {
    if (error instanceof UserError || !(error instanceof TypeError)) throw error;
    throw new UserError(`${error.message.split('. ')[0]}\n${USAGE}`);
  }
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}

function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The edition that stands in the table already, of a dataset that never was released. */
function archiveFirst(
  { tables }: Dataset,
  dataDir: string,
  { dryRun }: Options,
  { out }: Effects,
): number {
  const [first, ...others] = tables.editions;
  if (!first || others.length > 0) {
    const version = tables.editions.at(-1)?.version ?? '';
    const path = join(dataDir, RELEASES, archiveName(version));
    throw new UserError(
      `${path} is missing, so there is nothing to compare with: restore it from git; if the row of edition ${version} was added to editions.csv by hand, remove it: a release writes it`,
      1,
    );
  }
  const path = `${RELEASES}/${archiveName(first.version)}`;
  out(`edition ${first.version} of ${first.date} is the first: its tables go to ${path}`);
  if (dryRun) return 0;
  writeFiles(dataDir, new Map([[path, archiveBytes(tables, first)]]));
  return 0;
}

function readReasons(path: string | undefined): readonly Reason[] {
  if (path === undefined || !existsSync(path)) return [];
  const { columns, rows } = parseTable(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  const missing = REASON_COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new UserError(
      `${path} has no column ${missing.join(', ')}; give a path that is not there yet, and the file is written for you`,
    );
  }
  return rows
    .map((row) => ({
      table_name: row.table_name ?? '',
      row_key: row.row_key ?? '',
      column_name: row.column_name ?? '',
      reason_id: row.reason_id?.trim() ?? '',
      reason_en: row.reason_en?.trim() ?? '',
    }))
    .filter((reason) => reason.reason_id !== '' && reason.reason_en !== '');
}

/** The difference in words: number, counts per table, corrections. */
function planLines({ version, part, rows }: Plan, last: string): string[] {
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const counts = (own: readonly ChangeRow[]) =>
    [...Map.groupBy(own, (row) => row.kind)]
      .map(([kind, list]) => `${list.length} ${kind.replace('_', ' ')}`)
      .join(', ');
  const value = (text: string) => (text === '' ? '(empty)' : text);
  return [
    `edition ${last} -> ${version} (${part})`,
    ...[...tables].map(([table, own]) => `  ${table}: ${counts(own)}`),
    ...rows
      .filter(isCorrection)
      .map(
        (row) =>
          `  correction: ${row.table_name} ${row.row_key}, ${row.column_name}: ${value(row.value_before)} -> ${value(row.value_after)} (${row.reason_en})`,
      ),
  ];
}

/** Figures were corrected and nobody says why: writes down which, for the editors to fill in. */
function askForReasons({ unreasoned }: Plan, { reasons }: Options, { out, log }: Effects): number {
  for (const { table_name, row_key, column_name } of unreasoned) {
    out(`  no reason: ${table_name} ${row_key}${column_name && `, ${column_name}`}`);
  }
  const told = `${unreasoned.length === 1 ? 'a figure was' : `${unreasoned.length} figures were`} corrected or withdrawn without a reason`;
  if (reasons === undefined || existsSync(reasons)) {
    log(
      `release: ${told}; ${reasons === undefined ? 'run it again with --reasons FILE.csv, which writes the file to fill in' : `add them to ${reasons}, both languages`}; nothing was released`,
    );
    return 1;
  }
  const lines = unreasoned.map((row) =>
    REASON_COLUMNS.map((column) => row[column as keyof ChangeRow]),
  );
  writeFileSync(reasons, csv([REASON_COLUMNS, ...lines]));
  log(`release: ${told}; fill in reason_id and reason_en in ${reasons} and run it again`);
  return 1;
}

/** Looks up in the pages of the editions that had them which pages showed the corrected facts. */
async function findPages(
  plan: Plan,
  { tables }: Dataset,
  archiveOf: (version: string) => string,
  { built }: Options,
  effects: Effects,
  build: BuildFrom,
): Promise<ShownPages> {
  const corrections = plan.rows.filter((row) => isCorrection(row) && row.row_key !== '');
  const byVersion = new Map<string, ChangeRow[]>();
  for (const row of corrections) {
    for (const version of editionsShowing(row, tables.editions, tables.changes)) {
      byVersion.set(version, [...(byVersion.get(version) ?? []), row]);
    }
  }
  const found = new Map(corrections.map((row) => [row, new Set<string>()]));
  const last = tables.editions.at(-1)?.version;
  for (const [version, rows] of byVersion) {
    const archive = readArchive(archiveOf(version));
    const old = archiveTables(archive);
    const look = (dir: string) => {
      const pages = pagesShowing(
        dir,
        rows.map((row) => shownBefore(old, row)),
      );
      for (const [i, row] of rows.entries()) {
        for (const page of pages[i] ?? []) found.get(row)?.add(page);
      }
    };
    if (built !== undefined && version === last) {
      look(built);
      continue;
    }
    effects.log(
      `release: building edition ${version}, to see which pages showed what is corrected`,
    );
    const dir = mkdtempSync(join(tmpdir(), 'cermin-release-'));
    try {
      const [data, site] = [join(dir, 'data'), join(dir, 'site')];
      mkdirSync(data);
      for (const [name, text] of inTodaysColumns(archive, textTables(tables))) {
        writeFileSync(join(data, name), text);
      }
      if (!(await build(data, site, effects))) {
        throw new UserError(
          `edition ${version} could not be built (see above): its columns are no longer those of this code. Release corrections before columns change, or give a build of that edition with --built`,
          1,
        );
      }
      look(site);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  return [...found].map(([row, pages]) => ({
    table_name: row.table_name,
    row_key: row.row_key,
    column_name: row.column_name,
    pages: [...pages].toSorted(),
  }));
}

function readArchive(path: string): Uint8Array {
  if (existsSync(path)) return readFileSync(path);
  throw new UserError(`${path} is missing: restore it from git`, 1);
}

/** The new tables and the archive, checked before anything is written. */
function composeFiles(
  plan: Plan,
  { tables }: Dataset,
  dataDir: string,
  { date, summary, readUntil }: Options,
): Map<string, Uint8Array | string> {
  const words = summary ?? summaryOf(plan);
  const edition = {
    version: plan.version,
    date,
    sources_read_until: readUntil ?? tables.editions.at(-1)?.sources_read_until ?? date,
    summary_id: words.id,
    summary_en: words.en,
  };
  const editionLine = TABLES.editions.fields.map((field) => edition[field.name]);
  const texts = new Map(
    TABLE_NAMES.map((name) => [`${name}.csv`, readFileSync(join(dataDir, `${name}.csv`), 'utf8')]),
  );
  const append = (file: string, lines: readonly (readonly string[])[]) => {
    const text = texts.get(file) ?? '';
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const whole = text.endsWith('\n') ? text : `${text}${eol}`;
    texts.set(file, whole + csv(lines).replaceAll('\n', eol));
  };
  append('editions.csv', [editionLine]);
  append(
    'changes.csv',
    plan.rows.map((row) => CHANGE_COLUMNS.map((column) => row[column])),
  );
  const { dataset, problems } = readTables(texts, dataDir);
  if (!dataset) {
    throw new UserError(
      `the edition would have problems; nothing was written:\n${problems.map(formatProblem).join('\n')}`,
      1,
    );
  }
  return new Map<string, Uint8Array | string>([
    ['changes.csv', texts.get('changes.csv') ?? ''],
    ['editions.csv', texts.get('editions.csv') ?? ''],
    [`${RELEASES}/${archiveName(plan.version)}`, archiveBytes(dataset.tables, edition)],
  ]);
}
