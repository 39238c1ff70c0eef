import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../src/dataset/read-dataset.ts';
import { fictionalFiles, type TableOverrides } from '../src/dataset/testing.ts';
import { archiveTables, parseTable } from '../src/releases/archive.ts';
import { CORRECTED, correctionReasons } from '../test/lib/corrected-dataset.ts';
import { recordedEffects, temporaryFolder } from './lib/testing.ts';
import { type BuildFrom, makeRelease } from './release.ts';

const S1 = 'kabar-contoh-2024-01-15';
const DATE = ['--date', '2025-04-01'];

/** A page of every edition, which leads to one figure. */
const page =
  '<a href="/en/sumber/kabar-contoh-2024-01-15/#98.71-mcp-2023"><data value="92.15">92.15</data></a>';
/** A page that leads to the figure and does not print it. */
const leading = page.replaceAll('92.15', '92.51');
/** A frame, which draws the figure and leads nowhere. */
const frame = `<main data-figures="x#98.02-spi-2023 ${S1}#98.02-mcp-2023 #98.71-mcp-2023">92,15</main>`;
const build: BuiltSite = (() => {
  const built: string[] = [];
  const from: BuildFrom = async (data, site) => {
    built.push(readFileSync(join(data, 'scores.csv'), 'utf8'));
    for (const path of ['', 'en/daerah/kota-contoh/', 'koreksi/', `sumber/${S1}/`, `sumber/x/`]) {
      mkdirSync(join(site, path), { recursive: true });
      writeFileSync(join(site, path, 'index.html'), path.startsWith('sumber') ? leading : page);
    }
    mkdirSync(join(site, 'en/embed/indikator/mcp/peta'), { recursive: true });
    writeFileSync(join(site, 'en/embed/indikator/mcp/peta/index.html'), frame);
    return true;
  };
  return { from, built };
})();
interface BuiltSite {
  readonly from: BuildFrom;
  readonly built: string[];
}

/** A dataset with its first edition released. */
async function setUp(overrides: TableOverrides = {}) {
  const dir = temporaryFolder();
  const data = join(dir, 'data');
  mkdirSync(data);
  const write = (own: TableOverrides) => {
    for (const [name, text] of fictionalFiles(own)) {
      if (name !== 'editions.csv' && name !== 'changes.csv') writeFileSync(join(data, name), text);
    }
  };
  for (const [name, text] of fictionalFiles(overrides)) writeFileSync(join(data, name), text);
  const effects = recordedEffects({ CERMIN_DATA: data });
  const run = (...args: string[]) => makeRelease(args, effects, build.from);
  expect(await run()).toBe(0);
  effects.printed.length = 0;
  const read = (name: string) => readFileSync(join(data, name), 'utf8');
  const editions = () => parseTable(read('editions.csv')).rows.map(({ version }) => version);
  return { dir, data, write, effects, run, read, editions };
}

const reworded: TableOverrides = {
  terms: (text) => text.replace('Tidak ada di dunia nyata.', 'Hanya di sini.'),
};

const MORE_PEOPLE: TableOverrides = {
  areas: (text) => text.replace(',250000,', ',251000,'),
};

describe('npm run release', () => {
  it('archives the first edition as it stands', async () => {
    const { data, editions } = await setUp();
    expect(readdirSync(join(data, 'releases'))).toEqual(['cermin-0.1.0.zip']);
    expect(editions()).toEqual(['0.1.0']);
  });

  it('refuses when nothing changed, whatever the order of the lines', async () => {
    const { data, run } = await setUp();
    await expect(run(...DATE)).rejects.toThrow('nothing in');
    const [header = '', ...lines] = readFileSync(join(data, 'scores.csv'), 'utf8')
      .trim()
      .split('\n');
    writeFileSync(join(data, 'scores.csv'), `${[header, ...lines.toReversed()].join('\n')}\n`);
    await expect(run(...DATE)).rejects.toMatchObject({ exitCode: 1, name: 'UserError' });
  });

  it('refuses data with problems', async () => {
    const { data, run, effects, editions } = await setUp();
    writeFileSync(join(data, 'aliases.csv'), 'code,alias,kind\n98.99,X,abbreviation\n');
    expect(await run(...DATE)).toBe(1);
    expect(effects.printed.join('\n')).toMatch(/aliases\.csv:2:1: /);
    expect(editions()).toEqual(['0.1.0']);
  });

  it.each<[string, TableOverrides]>([
    ['0.1.1', reworded],
    ['0.2.0', { aliases: (text) => `${text}98.01,Kaco,abbreviation\n` }],
    ['0.2.0', { aliases: (text) => text.replace(/98\.71.*\n/, '') }],
  ])('numbers an edition by what changed: %s', async (version, overrides) => {
    const { data, write, run, editions } = await setUp();
    write(overrides);
    expect(await run(...DATE)).toBe(0);
    expect(editions()).toEqual(['0.1.0', version]);
    const { dataset } = await readDataset(data);
    expect(dataset?.tables.changes.map((row) => row.version)).toEqual([version]);
    // it is the base of the next
    await expect(run(...DATE)).rejects.toThrow(`edition ${version}`);
    const archive = archiveTables(readFileSync(join(data, 'releases', `cermin-${version}.zip`)));
    expect(archive.get('editions')?.rows.at(-1)).toMatchObject({ version, date: '2025-04-01' });
    expect(archive.get('changes')?.rows).toHaveLength(1);
  });

  it('writes nothing on a dry run, and says what it would', async () => {
    const { data, write, run, effects, editions } = await setUp();
    write(reworded);
    expect(await run('--dry-run', ...DATE)).toBe(0);
    expect(effects.printed).toEqual(
      expect.arrayContaining(['edition 0.1.0 -> 0.1.1 (patch)', '  terms: 1 changed']),
    );
    expect(editions()).toEqual(['0.1.0']);
    expect(readdirSync(join(data, 'releases'))).toEqual(['cermin-0.1.0.zip']);
  });

  it('asks why figures were corrected, and writes down which', async () => {
    const { dir, write, run, effects, editions } = await setUp();
    write(CORRECTED);
    const reasons = join(dir, 'reasons.csv');
    expect(await run(...DATE)).toBe(1);
    expect(await run('--reasons', reasons, ...DATE)).toBe(1);
    const asked = parseTable(readFileSync(reasons, 'utf8')).rows;
    const given = parseTable(correctionReasons()).rows;
    const keys = (rows: typeof asked) =>
      rows.map((row) => `${row.table_name} ${row.row_key}`).sort();
    expect(keys(asked)).toEqual(keys(given));
    // still empty
    expect(await run('--reasons', reasons, ...DATE)).toBe(1);
    expect(effects.logged.at(-1)).toContain('both languages');
    expect(editions()).toEqual(['0.1.0']);
  });

  it.each<[string, string, TableOverrides]>([
    [
      'what was printed',
      'scores 98.71 | mcp | 2023 | kabar-contoh-2024-01-15, value_printed',
      { scores: (text) => text.replace('hijau,,"92,15"', 'hijau,,"92,150"') },
    ],
    ['how many live there', 'areas 98.71, population', MORE_PEOPLE],
    [
      'where to complain',
      'channels 98.71 | SAPA CONTOH | kabar-contoh-2024-01-15, url',
      { channels: (text) => text.replace('https://sapa.', 'https://lapor.') },
    ],
    [
      'where to complain anywhere',
      'national_channels LAPOR REKAAN | https://lapor.contoh.example/',
      { national_channels: (text) => text.replace('https://lapor.', 'https://aduan.') },
    ],
  ])('asks why %s was corrected, even where no figure changed', async (_, asked, overrides) => {
    const { write, run, effects } = await setUp();
    write(overrides);
    expect(await run(...DATE)).toBe(1);
    expect(effects.printed.filter((line) => line.includes('no reason'))).toEqual([
      `  no reason: ${asked}`,
    ]);
  });

  it('looks up which pages showed what is corrected, in every edition that had it', async () => {
    const { dir, data, write, run, read, editions } = await setUp();
    write(reworded);
    await run(...DATE);
    const corrected = { ...CORRECTED, ...reworded };
    write(corrected);
    const reasons = join(dir, 'reasons.csv');
    writeFileSync(reasons, correctionReasons());
    build.built.length = 0;
    expect(await run('--reasons', reasons, '--date', '2025-05-01')).toBe(0);
    expect(editions()).toEqual(['0.1.0', '0.1.1', '0.2.0']);
    expect(build.built).toHaveLength(2);
    expect(build.built.every((scores) => scores.includes('92.15'))).toBe(true);
    const shown: { row_key: string; pages: string[] }[] = JSON.parse(
      read('releases/cermin-0.2.0-pages.json'),
    );
    const figure = shown.find(({ row_key }) => row_key === `98.71 | mcp | 2023 | ${S1}`);
    expect(figure?.pages).toEqual([
      '/',
      '/daerah/kota-contoh/',
      '/embed/indikator/mcp/peta/',
      `/sumber/${S1}/`,
    ]);
    const { dataset } = await readDataset(data);
    const told = dataset?.tables.changes.filter((row) => row.reason_id !== null);
    expect(
      told?.map((row) => [row.table_name, row.kind, row.value_before, row.value_after]),
    ).toEqual([
      ['decisions', 'changed', 'lembaga-rekaan-2023', S1],
      ['designations', 'changed', '92.15', '92.25'],
      ['scores', 'removed', '68.5', null],
      ['scores', 'changed', '92.15', '92.51'],
    ]);
  });

  it('finds the page of an area whose own facts are corrected', async () => {
    const { dir, write, run, read, editions } = await setUp();
    write(MORE_PEOPLE);
    const reasons = join(dir, 'reasons.csv');
    await run('--reasons', reasons, ...DATE);
    const asked = readFileSync(reasons, 'utf8').trimEnd();
    writeFileSync(reasons, `${asked.replace(/,*$/, '')},Salah salin.,Copied wrongly.\n`);
    expect(await run('--reasons', reasons, ...DATE)).toBe(0);
    expect(editions()).toEqual(['0.1.0', '0.1.1']);
    expect(JSON.parse(read('releases/cermin-0.1.1-pages.json'))).toMatchObject([
      { table_name: 'areas', row_key: '98.71', pages: ['/daerah/kota-contoh/'] },
    ]);
  });

  it('finishes a release that was interrupted', async () => {
    const { data, run, effects } = await setUp();
    mkdirSync(join(data, '.cermin-ready'));
    writeFileSync(join(data, '.cermin-ready', 'later.txt'), '');
    expect(await run(...DATE)).toBe(0);
    expect(effects.printed).toEqual([expect.stringContaining('finished the release')]);
    expect(existsSync(join(data, 'later.txt'))).toBe(true);
  });

  it.each([
    [['--date', '2025-02-30'], '--date must be a day'],
    [['--date', '2024-01-01'], 'before that of edition 0.1.0'],
    [['--summary-id', 'x'], 'together'],
    [['--nope'], '--nope'],
    [['0.2.0'], '0.2.0'],
  ])('tells what is wrong with %j', async (args, message) => {
    const { write, run } = await setUp();
    write(reworded);
    await expect(run(...args)).rejects.toThrow(message);
  });

  it('asks for the archive that is missing', async () => {
    const { data, write, run, read } = await setUp();
    write(reworded);
    const line = '0.3.0,2025-05-01,2025-04,Edisi.,Edition.\n';
    writeFileSync(join(data, 'editions.csv'), read('editions.csv') + line);
    await expect(run(...DATE)).rejects.toThrow('cermin-0.3.0.zip is missing');
  });
});
