/** The worked examples of the page about the data, run by the programs they are for. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../scripts/lib/serve.ts';
import { cellOf, openWorkbook } from '../lib/data-readers.ts';
import { parseHtml } from '../lib/html.ts';
import { answerRows, ORIGIN, recipeText } from '../lib/recipes.ts';
import { readPage } from '../lib/site.ts';

const site = resolve(process.env.CERMIN_TEST_SITE ?? 'dist');
const document = parseHtml(readPage(site, '/data/'));
const expected = answerRows(site, document);

let dir: string;
let server: RunningServer;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cermin-recipes-'));
  server = await serve({ dir: site, base: '/', port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

/** The example with the address of the site under test for that it was built for. */
const printed = (id: string) =>
  recipeText(document, id).replaceAll(ORIGIN, new URL(server.url).origin);

/** Runs a program beside the server, which would not answer while one waits for it. */
async function run(program: string, args: readonly string[]): Promise<string> {
  const home = join(dir, 'home');
  mkdirSync(home, { recursive: true });
  const { stdout } = await promisify(execFile)(program, args, {
    cwd: dir,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8' },
  });
  return stdout;
}

/** The lines that programs print for the answer: name, value, publisher and address in columns. */
const lines = (output: string) =>
  output
    .trimEnd()
    .split('\n')
    .slice(-expected.length)
    .map((line) => line.trim().replace(/\s+/g, ' '));
const answer = (none: string) =>
  expected.map(({ name, value, publisher, url }) =>
    [name, value, publisher, url || none].join(' ').trim(),
  );

describe('the examples run as printed', () => {
  it('in Python with pandas', async () => {
    writeFileSync(join(dir, 'recipe.py'), printed('resep-python'));
    // The system's own Python, for which its packages are.
    expect(lines(await run('/usr/bin/python3', ['recipe.py']))).toEqual(answer('NaN'));
  });

  it('in R', async () => {
    writeFileSync(join(dir, 'recipe.R'), printed('resep-r'));
    // Wide enough that no row is broken.
    const output = await run('Rscript', ['-e', 'options(width = 500); source("recipe.R")']);
    expect(lines(output)).toEqual(answer(''));
  });

  it('in LibreOffice, on the published workbook', async () => {
    const workbook = openWorkbook(readFileSync(join(site, 'data/cermin.xlsx')));
    const scores = workbook.Sheets.scores;
    if (!scores?.['!ref']) throw new Error('no sheet of scores');
    const first = XLSX.utils.sheet_to_json<Record<string, unknown>>(scores)[0];
    // Files store formulas with commas, whatever separator is typed.
    const formulas = [
      recipeText(document, 'resep-excel'),
      recipeText(document, 'resep-excel-hitung'),
    ]
      .join('\n')
      .split('\n')
      .map((text) => text.replace(/^=/, '').replaceAll(';', ','));
    const places = ['O2', 'P2', 'Q2'];
    formulas.forEach((formula, i) => {
      scores[places[i] as string] = { t: 'n', f: formula };
    });
    scores['!ref'] = scores['!ref'].replace(/:[A-Z]+/, ':Q');
    const file = join(dir, 'with-formulas.xlsx');
    writeFileSync(file, XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }));
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`,
      ...['--headless', '--convert-to', 'ods', '--outdir', dir, file],
    ]);
    const computed = openWorkbook(readFileSync(join(dir, 'with-formulas.ods')));
    const [name, publisher, count] = places.map((place) => cellOf(computed, 'scores', place).v);
    const row = (sheet: string, key: string, value: unknown) =>
      XLSX.utils
        .sheet_to_json<Record<string, unknown>>(workbook.Sheets[sheet] as XLSX.WorkSheet)
        .find((each) => each[key] === value);
    expect(name).toBe(row('areas', 'code', first?.area_code)?.name);
    expect(publisher).toBe(row('sources', 'id', first?.source_id)?.publisher);
    expect(count).toBe(expected.length);
  });
});
