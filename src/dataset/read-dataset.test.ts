import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from './problems.ts';
import { readDataset, readTables } from './read-dataset.ts';
import type { TableName } from './tables/index.ts';
import {
  fictionalDataset,
  fictionalFiles,
  fictionalTables,
  type TableOverrides,
  tableText,
} from './testing.ts';

/** One mistake: in `table`, `from` becomes `to`; the problem stands where `cell` stands in `to`. */
interface Mistake {
  readonly table: TableName;
  readonly from: string;
  readonly to: string;
  readonly cell: string;
  readonly says: string;
}

/** Line and column of `needle`, found without the reader: by lines, then by characters. */
function placeIn(text: string, needle: string, cell: string): string {
  const index = text.indexOf(needle);
  const before = text.slice(0, index + needle.indexOf(cell)).split('\n');
  return `${before.length}:${[...(before.at(-1) ?? '')].length + 1}`;
}

function spoil(mistakes: readonly Mistake[]): Map<string, string> {
  const texts = fictionalTables();
  for (const { table, from, to } of mistakes) {
    if (texts[table].split(from).length !== 2) throw new Error(`${table}: ${from} is not unique`);
    texts[table] = texts[table].replace(from, () => to);
  }
  return new Map(Object.entries(texts).map(([name, text]) => [`${name}.csv`, text]));
}

const linesOf = (files: Map<string, string | Uint8Array>) =>
  readTables(files).problems.map(formatProblem);
const warningsOf = (overrides: TableOverrides) =>
  readTables(fictionalFiles(overrides)).warnings.map(formatProblem);
const problemsOf = (overrides: TableOverrides) => linesOf(fictionalFiles(overrides));

const MISTAKES: readonly Mistake[] = [
  {
    table: 'scores',
    from: '98,mcp,mcp,2023,71.5,',
    to: '98,mcp,mcp,2023,"71,5",',
    cell: '"71,5"',
    says: 'write `71.5`',
  },
  {
    table: 'scores',
    from: '99.10,bpk,bpk,2023',
    to: '99.1,bpk,bpk,2023',
    cell: '99.1',
    says: '`99.10` (Kabupaten Andai)',
  },
  {
    table: 'scores',
    from: '98.01,mcp,mcp,2022,66.00',
    to: 'Kab. Comtoh,mcp,mcp,2022,66.00',
    cell: 'Kab. Comtoh',
    says: '`98.01` (Kabupaten Contoh)?',
  },
  {
    table: 'scores',
    from: '98.01,mcp,mcsp,2025',
    to: '98.01,mcp,mcsp,2024',
    cell: '2024',
    says: 'outside series `mcsp` (2025 onwards)',
  },
  {
    table: 'scores',
    from: '98.02,mcp,mcp,2023,81,hijau',
    to: '98.02,mcp,mcp,2023,810,hijau',
    cell: '810',
    says: 'outside the scale',
  },
  {
    table: 'scores',
    from: '68.5,rentan',
    to: '68.5,merah',
    cell: 'merah',
    says: 'not a band of series `spi`',
  },
  {
    table: 'scores',
    from: '95.2,terjaga',
    to: '95.2,kuning',
    cell: 'kuning',
    says: 'in other years (2019 to 2023), not in 2024',
  },
  {
    table: 'scores',
    from: '80.5,terjaga,,"80,5",final',
    to: '80.5,terjaga,,"80,5",finale',
    cell: 'finale',
    says: 'did you mean `final`?',
  },
  {
    table: 'scores',
    from: '77.4,waspada,,"77,4",final,,warta-rekaan-2025-02',
    to: '77.4,waspada,,"77,4",final,,warta-rekaan-2025-03',
    cell: 'warta-rekaan-2025-03',
    says: 'did you mean `warta-rekaan-2025-02`?',
  },
  {
    table: 'scores',
    from: '98.71,spi,spi,2023,78.40,terjaga,,"78,40",final,,kabar-contoh-2024-01-15,\n',
    to: '98.71,spi,spi,2023,78.40,terjaga,,"78,40",final,,kabar-contoh-2024-01-15,,,\n',
    cell: ',\n',
    says: 'the row has 14 fields, the header 12',
  },
  {
    table: 'areas',
    from: 'Kabupaten Misal,',
    to: 'Kabupaten  Misal,',
    cell: 'Kabupaten  Misal',
    says: 'two spaces in a row',
  },
  {
    table: 'areas',
    from: '-7.4,110.2',
    to: '110.2,-7.4',
    cell: '110.2',
    says: 'swapped',
  },
  {
    table: 'areas',
    from: ',kota-misal,',
    to: ',kota-missal,',
    cell: 'kota-missal',
    says: 'write `kota-misal`',
  },
  {
    table: 'indicators',
    from: 'Survei Rekaan,Fictional Survey,lembaga-rekaan',
    to: 'Survei Rekaan,,lembaga-rekaan',
    cell: ',lembaga-rekaan',
    says: '`name_en` is empty',
  },
  {
    table: 'sources',
    from: '"Nilai Baru, Ukuran Baru"',
    to: '"=HYPERLINK(1,2)"',
    cell: '"=',
    says: 'formula',
  },
  {
    table: 'sources',
    from: 'https://kabar.contoh.example/nilai',
    to: 'kabar.contoh.example/nilai',
    cell: 'kabar',
    says: 'write `https://kabar.contoh.example/nilai`',
  },
  {
    table: 'designations',
    from: '2024-04-02',
    to: '2024-04-31',
    cell: '2024-04-31',
    says: 'not on the calendar',
  },
  {
    table: 'designations',
    from: '99.01,2025,usulan,2025,event,proposed,',
    to: '99.01,2025,usulan,5/6/2025,event,proposed,',
    cell: '5/6/2025',
    says: 'write `2025-06-05`',
  },
  {
    table: 'disputes',
    from: 'warta-rekaan-2025-02,no',
    to: 'warta-rekaan-2025-02,tidak',
    cell: 'tidak',
    says: 'write `no`',
  },
  {
    table: 'criteria',
    from: 'Nilai SPI,SPI score,>=',
    to: 'Nilai SPI,SPI score,≥',
    cell: '≥',
    says: 'is not a value of `rule`',
  },
  {
    table: 'profile_facts',
    from: 'Antrean rekaan',
    to: '"Antrean 🦚" rekaan',
    cell: '"Antrean',
    says: 'a quote inside a quoted field',
  },
  {
    table: 'aliases',
    from: '99.10,Andai Lama,former_name',
    to: '99.10,Andai Lama,former_name\n98.71,Koco,spelling',
    cell: '98.71',
    says: 'stands already in line 2',
  },
  {
    table: 'satisfaction',
    from: '98.71,2024,88.79,100,',
    to: '98.71,2024,8.879,4,',
    cell: '8.879',
    says: 'above its scale',
  },
  {
    table: 'cohort_figures',
    from: 'cohort,figure,value',
    to: 'cohort,figure,vaule',
    cell: 'vaule',
    says: 'did you mean `value`?',
  },
  {
    table: 'channels',
    from: 'SAPA CONTOH',
    to: 'SAPA\u00a0CONTOH',
    cell: 'SAPA',
    says: 'a space of another kind',
  },
];

describe('readTables', () => {
  it('reads the fictional dataset without problems or warnings', () => {
    const { dataset, problems, warnings } = readTables(fictionalFiles());
    expect([...problems, ...warnings]).toEqual([]);
    expect(dataset?.tables.scores[1]).toEqual({
      area_code: '98.01',
      indicator: 'mcp',
      series: 'mcp',
      year: 2022,
      value: '66.00',
      category: 'kuning',
      category_printed: null,
      value_printed: '66,00',
      status: 'final',
      flags: [],
      source_id: 'kabar-contoh-2024-01-15',
      note: null,
    });
  });

  it('hands out rows that cannot be changed and knows where each stands', () => {
    const dataset = fictionalDataset();
    const row = dataset.tables.scores[1];
    if (!row) throw new Error('no row');
    expect(Object.isFrozen(row) && Object.isFrozen(row.flags)).toBe(true);
    expect(dataset.locate(row)).toEqual({ file: 'data/scores.csv', line: 3, column: 1 });
    expect(dataset.locate(row, 'value')).toEqual({ file: 'data/scores.csv', line: 3, column: 20 });
    expect(() => dataset.locate({ ...row })).toThrow('not a row');
  });

  it('accepts other line ends, a byte order mark, another column order and empty tables', () => {
    const [header = '', ...rows] = fictionalTables().aliases.trim().split('\n');
    const reorder = (line: string) => line.split(',').toReversed().join(',');
    const { tables } = fictionalDataset({
      scores: (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
      aliases: [header, ...rows].map(reorder).join('\n'),
      channels: tableText('channels', []),
    });
    expect(tables.scores).toEqual(fictionalDataset().tables.scores);
    expect(tables.aliases).toEqual(fictionalDataset().tables.aliases);
    expect(tables.channels).toEqual([]);
  });

  it(`tells ${MISTAKES.length} different mistakes in as many lines, each at its line and column`, () => {
    const files = spoil(MISTAKES);
    const expected = MISTAKES.map(({ table, to, cell, says }) => {
      const place = placeIn(files.get(`${table}.csv`) ?? '', to, cell);
      return { prefix: `data/${table}.csv:${place}: `, says };
    });
    const lines = linesOf(files);
    expect(lines.map((line) => line.split(' ')[0]).toSorted()).toEqual(
      expected.map(({ prefix }) => prefix.trim()).toSorted(),
    );
    for (const { prefix, says } of expected) {
      expect(lines.find((line) => line.startsWith(prefix))).toContain(says);
    }
  });

  it.each(MISTAKES)('tells each alone in one line: $says', (mistake) => {
    const files = spoil([mistake]);
    const text = files.get(`${mistake.table}.csv`) ?? '';
    const lines = linesOf(files);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(
      `data/${mistake.table}.csv:${placeIn(text, mistake.to, mistake.cell)}: `,
    );
  });
});

describe('one mistake, one line', () => {
  it('a table saved with semicolons and decimal commas', () => {
    for (const table of ['scores', 'sources', 'areas', 'bands'] as const) {
      const lines = problemsOf({
        [table]: (text: string) =>
          text.replaceAll(/"(\d+),(\d+)"|,/g, (match, a, b) => (match === ',' ? ';' : `${a},${b}`)),
      });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(new RegExp(`^data/${table}\\.csv:1:1: .*semicolons`));
    }
  });

  it('a quote that is never closed, in tables that others refer to', () => {
    expect(
      problemsOf({ sources: (text) => text.replace('Laporan rekaan', '"Laporan rekaan') }),
    ).toEqual([expect.stringMatching(/^data\/sources\.csv:3:21: the quote that opens here/)]);
    expect(
      problemsOf({ areas: (text) => text.replace('Kabupaten Contoh', '"Kabupaten Contoh') }),
    ).toEqual([expect.stringMatching(/^data\/areas\.csv:3:15: the quote that opens here/)]);
    expect(
      problemsOf({ scores: (text) => text.replace('98.01,mcp,mcp,2022', '"98.01,mcp,mcp,2022') }),
    ).toHaveLength(1);
  });

  it('a code that a spreadsheet has made a number, where it is defined and where it is used', () => {
    expect(problemsOf({ areas: (text) => text.replace('99.10,', '99.1,') })).toEqual([
      expect.stringMatching(/^data\/areas\.csv:9:1: `99\.1` is not an area code: .*write `99\.10`/),
    ]);
    expect(problemsOf({ decisions: (text) => text.replace('99.10,', '99.1,') })).toEqual([
      expect.stringMatching(/^data\/decisions\.csv:2:1: `99\.1` is not an area code/),
    ]);
  });

  it('a decimal comma without quotes, and a comma in a text without quotes', () => {
    expect(problemsOf({ scores: (text) => text.replace('88.8', '88,8') })).toEqual([
      expect.stringMatching(/^data\/scores\.csv:13:20: `88,8` has a decimal comma/),
    ]);
    expect(
      problemsOf({ sources: (text) => text.replace(/"(Nilai Baru, Ukuran Baru)"/, '$1') }),
    ).toEqual([
      expect.stringMatching(
        /^data\/sources\.csv:4:22: `Nilai Baru, Ukuran Baru` has a comma but no quotes/,
      ),
    ]);
  });

  it('a renamed key column', () => {
    expect(problemsOf({ sources: (text) => text.replace('id,', 'source,') })).toEqual([
      expect.stringMatching(/^data\/sources\.csv:1:1: column `source` is not known/),
    ]);
    expect(problemsOf({ areas: (text) => text.replace('code,', 'kode,') })).toEqual([
      expect.stringMatching(/^data\/areas\.csv:1:1: column `kode` .* did you mean `code`\?/),
    ]);
  });

  it('a missing column, a column twice and one nobody knows', () => {
    expect(problemsOf({ aliases: 'code,alias\n98.71,Koco\n' })).toEqual([
      expect.stringMatching(/^data\/aliases\.csv:1:1: column `kind` is missing/),
    ]);
    expect(problemsOf({ aliases: 'code,alias,kind,alias\n98.71,Koco,nickname,x\n' })).toEqual([
      expect.stringMatching(/^data\/aliases\.csv:1:17: column `alias` stands twice/),
    ]);
    expect(problemsOf({ aliases: 'code,alias,kind,pengarang\n98.71,Koco,nickname,x\n' })).toEqual([
      expect.stringMatching(/^data\/aliases\.csv:1:17: column `pengarang` is not known/),
    ]);
  });

  it('an unknown region, with the places of its other rows', () => {
    const lines = problemsOf({ scores: (text) => text.replaceAll('\n98.71,', '\n98.17,') });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^data\/scores\.csv:10:1: `98\.17` is not in areas\.csv/);
    expect(lines[0]).toContain('data/scores.csv:11, data/scores.csv:12');
  });

  it('bytes of Windows-1252', () => {
    const files = new Map<string, string | Uint8Array>(fictionalFiles());
    const text = fictionalTables().sources.replace('Laporan', 'Lap\u00f3ran');
    files.set(
      'sources.csv',
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
    expect(linesOf(files)).toEqual([
      expect.stringMatching(/^data\/sources\.csv:3:24: the file is not UTF-8/),
    ]);
  });

  it('an id misspelt, emptied or malformed where it is defined', () => {
    const spelt = (id: string) =>
      problemsOf({ sources: (text) => text.replace('\nwarta-rekaan-2025-02', `\n${id}`) });
    expect(spelt('')).toEqual([expect.stringMatching(/^data\/sources\.csv:4:1: `id` is empty/)]);
    expect(spelt('Warta-Rekaan-2025-02')).toEqual([
      expect.stringMatching(/^data\/sources\.csv:4:1: .* write `warta-rekaan-2025-02`/),
    ]);
    expect(spelt('warta-rekaan-2026-02')).toEqual([
      expect.stringMatching(/`warta-rekaan-2025-02` is not in sources\.csv.*more rows/),
    ]);
  });

  it('a file that is missing, misnamed, empty or in conflict', () => {
    const files = fictionalFiles();
    const scores = files.get('scores.csv') ?? '';
    files.delete('scores.csv');
    expect(linesOf(files)).toHaveLength(1);
    expect(linesOf(files)[0]).toMatch(/^data\/scores\.csv:1:1: the file is missing/);
    files.delete('decisions.csv');
    files.set('decisions.csv', tableText('decisions', []));
    files.set('score.csv', scores);
    expect(linesOf(files)).toEqual([
      expect.stringMatching(/^data\/scores\.csv:1:1: .* is it `score\.csv`\?/),
    ]);
    expect(problemsOf({ areas: '' })).toEqual([
      expect.stringMatching(/^data\/areas\.csv:1:1: the file is empty/),
    ]);
    expect(
      problemsOf({ areas: (text) => text.replace('\n98.02', '\n<<<<<<< HEAD\n98.02') }),
    ).toEqual([expect.stringMatching(/^data\/areas\.csv:4:1: an unresolved merge conflict/)]);
  });

  it('a header that is missing, in a table others refer to', () => {
    expect(problemsOf({ components: (text) => text.replace(/^.*\n/, '') })).toEqual([
      expect.stringMatching(/^data\/components\.csv:1:1: the first line holds no column/),
    ]);
  });

  it('a column that later checks rely on', () => {
    for (const column of ['year_from', 'year_to', 'scheme', 'category_id', 'min']) {
      expect(problemsOf({ bands: (text) => text.replace(column, 'kolom') })).toEqual([
        expect.stringMatching(/^data\/bands\.csv:1:\d+: column `kolom` is not known/),
      ]);
    }
  });

  it('a row that stands twice', () => {
    for (const table of ['areas', 'bands', 'scores', 'disputes', 'sources', 'decisions'] as const) {
      expect(problemsOf({ [table]: (text: string) => text.replace(/\n(.*\n)/, '\n$1$1') })).toEqual(
        [expect.stringMatching(new RegExp(`^data/${table}\\.csv:3:1: the row repeats line 2`))],
      );
    }
  });

  it('a code with a comma for a point, where it is defined', () => {
    expect(problemsOf({ areas: (text) => text.replace('98.01,', '98,01,') })).toEqual([
      expect.stringMatching(/^data\/areas\.csv:3:1: `98,01` has a decimal comma.*write `98\.01`/),
    ]);
  });

  it('an empty row, a blank line and a row cut short', () => {
    expect(problemsOf({ aliases: (text) => `${text},,\n` })).toEqual([
      expect.stringMatching(/^data\/aliases\.csv:4:1: a row without any value/),
    ]);
    expect(problemsOf({ aliases: (text) => text.replace('\n99', '\n\n99') })).toEqual([
      expect.stringMatching(/^data\/aliases\.csv:3:1: a blank line/),
    ]);
    expect(problemsOf({ aliases: (text) => text.replace(',former_name', '') })).toEqual([
      expect.stringMatching(/^data\/aliases\.csv:3:17: the row has 2 fields, the header 3/),
    ]);
  });
});

describe('what the tables mean', () => {
  it.each<[string, TableOverrides, RegExp]>([
    [
      'a level that contradicts the code',
      { areas: (text) => text.replace('99.71,city', '99.71,regency') },
      /areas\.csv:10:7: `regency` does not fit the code `99\.71`/,
    ],
    [
      'a parent that is not the beginning of the code',
      { areas: (text) => text.replace('autonomous,98,Sumatera,2.4', 'autonomous,99,Sumatera,2.4') },
      /areas\.csv:3:\d+: `99` is not the beginning of the code `98\.01`/,
    ],
    [
      'a text in one language only',
      { cohort_figures: (text) => text.replace('2,,,kabar', '2,di sini,,kabar') },
      /cohort_figures\.csv:2:25: `scope_en` is empty but `scope_id` is not/,
    ],
    [
      'a reason in Indonesian only',
      { decisions: (text) => text.replace(/,[^,\n]*\n$/, ',\n') },
      /decisions\.csv:2:\d+: `reason_en` is empty, .*: say in English what `reason_id` says$/,
    ],
    [
      'a unit without a value',
      { profile_facts: (text) => text.replace(',6,components', ',,components') },
      /profile_facts\.csv:3:\d+: `components` is the unit of no value/,
    ],
    [
      'two versions used',
      { disputes: (text) => text.replace(',no,', ',yes,') },
      /disputes\.csv:3:\d+: `jumlah-rekaan` uses a version already, in line 2/,
    ],
    [
      'a decision for a figure that is not final',
      { scores: (text) => text.replace('77.5,,,"77,5",final', '77.5,,,"77,5",interim') },
      /decisions\.csv:2:\d+: .*status `interim`.*choose a final figure/,
    ],
    [
      'bands that overlap',
      { bands: (text) => text.replace(',73,78,', ',72,78,') },
      /bands\.csv:8:\d+: the range `72 to 78` overlaps/,
    ],
    [
      'a band upside down',
      { bands: (text) => text.replace(',73,78,', ',79,78,') },
      /bands\.csv:8:\d+: the range runs from `79` to `78`/,
    ],
    [
      'a rank taken twice',
      { bands: (text) => text.replace(',2,waspada', ',1,waspada') },
      /bands\.csv:8:\d+: rank `1` is taken by `rentan`/,
    ],
    [
      'a threshold that is neither number nor band',
      { criteria: (text) => text.replace(',wtp,', ',wpt,') },
      /criteria\.csv:5:\d+: `wpt` is neither a number nor a band of `bpk`/,
    ],
    [
      'a criterion of an unknown indicator',
      { criteria: (text) => text.replace('spi,spi,', 'spi,sakip,') },
      /criteria\.csv:4:5: `sakip` is not in indicators\.csv/,
    ],
    [
      'no edition',
      { editions: tableText('editions', []) },
      /editions\.csv:1:1: the table is empty/,
    ],
    [
      'a report without its address',
      { sources: (text) => text.replace('https://kabar.contoh.example/nilai', '') },
      /sources\.csv:2:\d+: `kabar-contoh-2024-01-15` has no address: .*`document`/,
    ],
    [
      'a number of residents without a source',
      { areas: (text) => text.replace('300000,penduduk-rekaan-2024', '300000,') },
      /areas\.csv:10:\d+: .*population_source_id/,
    ],
    [
      'a size from a source that is not there',
      { areas: (text) => text.replace('99.75,keputusan-rekaan-2025', '99.75,keputusan-lain') },
      /areas\.csv:10:\d+: .*`keputusan-lain`/,
    ],
  ])('refuses %s', (_, overrides, expected) => {
    const lines = problemsOf(overrides);
    expect(lines).toEqual([expect.stringMatching(expected)]);
  });

  it.each<[string, TableOverrides, RegExp]>([
    [
      'coordinates far from the province',
      { areas: (text) => text.replace('-7.51,110.51', '-2.51,139.9') },
      /areas\.csv:10:\d+: warning: .*degrees from Contoh Selatan/,
    ],
    [
      'a score that says nothing',
      { scores: (text) => text.replace('80.25', '') },
      /scores\.csv:6:21: warning: the row has neither value nor category/,
    ],
    [
      'a value beside zone_only',
      { scores: (text) => text.replace('"80,25",final,', '"80,25",final,zone_only') },
      /scores\.csv:6:\d+: warning: flag `zone_only`/,
    ],
    [
      'a value with other digits than those printed',
      { scores: (text) => text.replace('80.25', '82.05') },
      /scores\.csv:6:21: warning: `82\.05` is not what `value_printed` says, `80,25`: /,
    ],
    [
      'a stated run without its flag',
      { scores: (text) => text.replace('"80,25",final,', '"80,25",stated_run,') },
      /scores\.csv:6:\d+: warning: status `stated_run`/,
    ],
    [
      'a score of an administrative area',
      { scores: (text) => text.replace('98.02,spi', '98.72,spi') },
      /scores\.csv:9:1: warning: `98\.72` \(Kota Administratif Rekaan\)/,
    ],
    [
      'a dispute of which no version is used',
      { disputes: (text) => text.replace(',yes,', ',no,') },
      /disputes\.csv:2:\d+: warning: no version of `jumlah-rekaan` is used/,
    ],
    [
      'ids that look alike',
      {
        sources: (text) =>
          `${text}wartarekaan-2025-02,Judul,yes,Warta,news,https://lain.contoh.example/,\n`,
      },
      /sources\.csv:7:1: warning: `wartarekaan-2025-02` looks like line 4/,
    ],
    [
      'letters of another script',
      { aliases: (text) => `${text}98.71,K\u043eco,spelling\n` },
      /aliases\.csv:4:7: warning: `Kоco` looks like line 2/,
    ],
    [
      'one address of two sources',
      {
        sources: (text) =>
          `${text}lain-2025,Judul,yes,Warta,news,http://www.kabar.contoh.example/nilai/,\n`,
      },
      /sources\.csv:7:\d+: warning: .* is the address of line 2 too/,
    ],
  ])('warns of %s', (_, overrides, expected) => {
    expect(problemsOf(overrides)).toEqual([]);
    expect(warningsOf(overrides)).toEqual([expect.stringMatching(expected)]);
  });

  it.each(['80, 25', '80.25%', 'nilai 80,250 dari 100', 'delapan puluh koma dua lima'])(
    'takes the value for what is printed: %s',
    (printed) => {
      const overrides = { scores: (text: string) => text.replace('80,25', printed) };
      expect(problemsOf(overrides)).toEqual([]);
      expect(warningsOf(overrides)).toEqual([]);
    },
  );

  it('tells a wrong scale or band once, not for every score it contradicts', () => {
    const many = (text: string) =>
      text +
      Array.from(
        { length: 30 },
        (_, index) =>
          `98.01,spi,spi,${2030 + index},${50 + index},rentan,,,final,,warta-rekaan-2025-02,\n`,
      ).join('');
    expect(
      problemsOf({ scores: many, indicators: (text) => text.replace('index,0,100', 'index,0,10') }),
    ).toEqual([expect.stringMatching(/outside the scale of series `spi`.*more rows/)]);
    expect(
      problemsOf({
        scores: many,
        bands: (text) => text.replace('spi,spi,2021,,1,rentan', 'spi,spi,2021,,1,retan'),
      }),
    ).toEqual([expect.stringMatching(/`rentan` .*did you mean `retan`\?.*more rows/)]);
  });
});

describe('readDataset', () => {
  it('reads a folder, warns of files it does not know, and keeps quiet about others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cermin-'));
    try {
      for (const [name, text] of fictionalFiles()) await writeFile(join(folder, name), text);
      await writeFile(join(folder, 'README.md'), '#');
      await writeFile(join(folder, 'catatan.csv'), 'a\n');
      const { dataset, warnings } = await readDataset(folder);
      expect(dataset?.tables.areas).toHaveLength(9);
      expect(warnings.map(formatProblem)).toEqual([
        expect.stringContaining(`${folder}/catatan.csv:1:1: warning: no table of this name`),
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('throws where there is no folder', async () => {
    await expect(readDataset('/tidak/ada')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
