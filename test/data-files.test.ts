/** The published data files, read with programs that are not ours. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../scripts/lib/serve.ts';
import type { TableDefinition } from '../src/dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../src/dataset/tables/index.ts';
import {
  cellOf,
  type DuckDb,
  differences,
  type FoundRow,
  openDuckDb,
  openSqlite,
  openWorkbook,
  sheetRows,
} from './lib/data-readers.ts';
import { csvRows } from './lib/site.ts';

const { dir } = inject('site');
const file = (path: string) => join(dir, 'data', path);
const table = (name: TableName): TableDefinition => TABLES[name];

/** The rows of a table as its CSV has them; an empty cell is `null`, a truth is one. */
const published = new Map<TableName, FoundRow[]>();

let duck: DuckDb;
let sqlite: Awaited<ReturnType<typeof openSqlite>>;
let workbook: ReturnType<typeof openWorkbook>;
beforeAll(async () => {
  duck = await openDuckDb();
  sqlite = await openSqlite(readFileSync(file('cermin.sqlite')));
  workbook = openWorkbook(readFileSync(file('cermin.xlsx')));
  for (const name of TABLE_NAMES) {
    const rows = csvRows(readFileSync(file(`${name}.csv`), 'utf8')).map((row) =>
      Object.fromEntries(
        TABLES[name].fields.map((field) => {
          const cell = row[field.name] ?? '';
          if (cell === '') return [field.name, null];
          return [field.name, field.type === 'boolean' ? cell === 'yes' : cell];
        }),
      ),
    );
    published.set(name, rows);
  }
});
afterAll(() => {
  duck.close();
  sqlite.close();
});

describe.each(TABLE_NAMES)('%s', (name) => {
  const compared = (found: readonly FoundRow[]) =>
    differences(table(name), published.get(name) ?? [], found).slice(0, 5);

  it('is the table of the dataset', () => {
    const source = csvRows(readFileSync(`data/${name}.csv`, 'utf8'));
    expect(published.get(name)).toHaveLength(source.length);
  });

  it('is the same in Parquet, as DuckDB reads it', async () => {
    expect(compared(await duck.rows(`SELECT * FROM '${file(`${name}.parquet`)}'`))).toEqual([]);
  });

  it('is the same in SQLite', () => {
    expect(compared(sqlite.rows(`SELECT * FROM ${name}`))).toEqual([]);
  });

  it('is the same in the workbook', () => {
    expect(compared(sheetRows(workbook, name))).toEqual([]);
  });

  it('is the same in JSON, to the last digit', () => {
    const text = readFileSync(file(`${name}.json`), 'utf8');
    expect(compared(JSON.parse(text))).toEqual([]);
    const exact = table(name).fields.filter((field) => field.exact);
    for (const field of exact) {
      const digits = [...text.matchAll(new RegExp(`"${field.name}":(-?[\\d.]+|null)`, 'g'))];
      expect(digits.map(([, value]) => (value === 'null' ? null : value))).toEqual(
        published.get(name)?.map((row) => row[field.name]),
      );
    }
  });

  it('is the same for a spreadsheet in an Indonesian locale', () => {
    const text = readFileSync(file(`excel/${name}.csv`), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
      delimiter: ';',
      header: true,
      skipEmptyLines: true,
    });
    const found = data.map((row) =>
      Object.fromEntries(
        table(name).fields.map((field) => {
          const cell = (row[field.name] ?? '').replace(/^="(.*)"$/s, '$1').replaceAll('""', '"');
          if (cell === '') return [field.name, null];
          if (field.type === 'boolean') return [field.name, cell === 'yes'];
          return [field.name, field.type === 'number' ? cell.replace(',', '.') : cell];
        }),
      ),
    );
    expect(compared(found)).toEqual([]);
  });
});

/** One question, asked of each format in its own way of naming a table. */
const QUESTIONS = {
  'how many figures, and their sum': (of: (name: string) => string) =>
    `SELECT count(*) AS n, round(sum(value), 6) AS total FROM ${of('scores')}`,
  'figures and population by province': (of: (name: string) => string) =>
    `SELECT p.name, count(*) AS n, sum(a.population) AS people
     FROM ${of('scores')} AS s
     JOIN ${of('areas')} AS a ON a.code = s.area_code
     JOIN ${of('areas')} AS p ON p.code = a.parent_code
     GROUP BY p.name ORDER BY p.name`,
  'figures by publisher': (of: (name: string) => string) =>
    `SELECT o.publisher, count(*) AS n, min(s.year) AS first
     FROM ${of('scores')} AS s JOIN ${of('sources')} AS o ON o.id = s.source_id
     GROUP BY o.publisher ORDER BY n DESC, o.publisher LIMIT 20`,
};

describe('counts, sums and joins', () => {
  const types = (name: string) => {
    const columns = table(name as TableName).fields.map((field) => {
      const type = field.type === 'integer' || field.type === 'year' ? 'BIGINT' : 'VARCHAR';
      return `'${field.name}': '${field.type === 'number' ? 'DECIMAL(18,6)' : type}'`;
    });
    return `{${columns.join(', ')}}`;
  };
  // DuckDB guesses the quoting from the first lines, where no cell may hold a quote.
  const csv = (name: string) =>
    `read_csv('${file(`${name}.csv`)}', header = true, quote = '"', escape = '"', columns = ${types(name)})`;
  const loose = (rows: readonly FoundRow[]) =>
    rows.map((row) =>
      Object.values(row).map((value) =>
        typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value,
      ),
    );

  it.each(Object.entries(QUESTIONS))('agree on %s', async (_, question) => {
    const answer = loose(await duck.rows(question(csv)));
    expect(answer.length).toBeGreaterThan(0);
    const parquet = await duck.rows(question((name) => `'${file(`${name}.parquet`)}'`));
    expect(loose(parquet)).toEqual(answer);
    expect(loose(sqlite.rows(question((name) => name)))).toEqual(answer);
  });

  it('would not agree if a row were lost', async () => {
    const [question] = Object.values(QUESTIONS);
    if (!question) throw new Error('no question');
    const less = (name: string) => `(SELECT * FROM '${file(`${name}.parquet`)}' OFFSET 1)`;
    expect(await duck.rows(question(less))).not.toEqual(await duck.rows(question(csv)));
  });
});

describe('types', () => {
  it('are those of the schema in Parquet', async () => {
    const described = await duck.rows(`DESCRIBE SELECT * FROM '${file('scores.parquet')}'`);
    const type = Object.fromEntries(described.map((row) => [row.column_name, row.column_type]));
    expect(type).toMatchObject({ area_code: 'VARCHAR', year: 'INTEGER', flags: 'VARCHAR[]' });
    expect(type.value).toMatch(/^DECIMAL\(18,\d+\)$/);
    const schema = await duck.rows(
      `SELECT name, repetition_type AS r FROM parquet_schema('${file('scores.parquet')}')`,
    );
    expect(schema).toContainEqual({ name: 'source_id', r: 'REQUIRED' });
    expect(schema).toContainEqual({ name: 'value', r: 'OPTIONAL' });
  });

  it('keep 11.10 a text everywhere', async () => {
    const where = "WHERE code = '11.10'";
    const found = [{ code: '11.10' }];
    expect(await duck.rows(`SELECT code FROM '${file('areas.parquet')}' ${where}`)).toEqual(found);
    expect(sqlite.rows(`SELECT code FROM areas ${where}`)).toEqual(found);
    expect(sheetRows(workbook, 'areas').some((row) => row.code === '11.10')).toBe(true);
    expect(cellOf(workbook, 'areas', 'A2')).toMatchObject({ t: 's', v: '11', z: '@' });
  });
});

describe('the workbook', () => {
  it('explains itself first, then has a sheet per table', () => {
    expect(workbook.SheetNames).toEqual(['about', 'tables', 'columns', ...TABLE_NAMES]);
    const about = new Map(sheetRows(workbook, 'about').map((row) => [row.key, row]));
    expect(about.get('licence')?.text_en).toContain('CC BY 4.0');
    expect(about.get('citation')?.text_id).toContain('Diakses');
    const columns = sheetRows(workbook, 'columns');
    expect(columns).toHaveLength(TABLE_NAMES.flatMap((name) => table(name).fields).length);
    const status = columns.find((row) => row.column_name === 'status');
    expect(status?.allowed_id).toContain('final = angka akhir');
  });

  it('keeps headers in view and filters on every sheet', () => {
    for (const name of TABLE_NAMES) {
      const sheet = workbook.Sheets[name];
      expect([name, sheet?.['!autofilter']?.ref]).toEqual([name, sheet?.['!ref']]);
    }
    // The reader does not tell panes.
    const parts = unzipSync(readFileSync(file('cermin.xlsx')), {
      filter: ({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name),
    });
    expect(Object.keys(parts)).toHaveLength(workbook.SheetNames.length);
    for (const [name, xml] of Object.entries(parts)) {
      const [pane = ''] = /<pane\b[^>]*>/.exec(strFromU8(xml)) ?? [];
      expect([name, /ySplit="1"/.test(pane), /state="frozen"/.test(pane)]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });
});

describe('SHA256SUMS', () => {
  it('lists every data file, and its bytes', () => {
    const listed = readFileSync(file('SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const there = readdirSync(file(''), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(file('').length).replace(/^\//, ''))
      .filter((path) => path !== 'SHA256SUMS' && !path.endsWith('.html'))
      .sort();
    expect(listed.map((line) => line.slice(66))).toEqual(there);
    for (const line of listed) {
      const hash = createHash('sha256')
        .update(readFileSync(file(line.slice(66))))
        .digest('hex');
      expect(line.slice(0, 64)).toBe(hash);
    }
  });
});

it('is served with its types, open to other sites', async () => {
  const server = await serve({ dir, base: '/', port: 0 });
  try {
    for (const [path, type] of [
      ['scores.csv', 'text/csv'],
      ['excel/scores.csv', 'text/csv'],
      ['scores.json', 'application/json'],
      ['scores.parquet', 'application/vnd.apache.parquet'],
      ['cermin.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['cermin.sqlite', 'application/vnd.sqlite3'],
      ['SHA256SUMS', 'text/plain'],
    ]) {
      const response = await fetch(`${server.url}data/${path}`, { method: 'HEAD' });
      expect([path, response.headers.get('content-type')?.split(';')[0]]).toEqual([path, type]);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
  } finally {
    await server.close();
  }
});
