import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { TABLE_NAMES, TABLES } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { deriveModel } from '../derive/site-model.ts';
import { databaseBytes } from './database.ts';

const model = deriveModel(fictionalDataset());
const bytes = databaseBytes(
  model,
  [{ key: 'edition', text: { id: 'satu', en: 'one' } }],
  (path) => `https://cermin.example${path}`,
);
const database = new DatabaseSync(':memory:');
database.deserialize(bytes);
afterAll(() => database.close());
const rows = (sql: string) => database.prepare(sql).all();

describe('the database', () => {
  it('has every table, with its keys', () => {
    for (const name of TABLE_NAMES) {
      expect([name, rows(`SELECT count(*) AS n FROM ${name}`)]).toEqual([
        name,
        [{ n: model.dataset.tables[name].length }],
      ]);
      const key = rows(`SELECT name FROM pragma_table_info('${name}') WHERE pk > 0 ORDER BY pk`);
      expect(key.map((column) => column.name)).toEqual([...TABLES[name].primaryKey]);
    }
    expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rows('PRAGMA foreign_key_check')).toEqual([]);
  });

  it('has only strict tables', () => {
    expect(
      rows(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'",
      ),
    ).toEqual([]);
  });

  it('documents every column of every table of data, and every view', () => {
    const documented = rows('SELECT table_name, column_name FROM columns ORDER BY 1, 2');
    const there = rows(
      `SELECT m.name AS table_name, c.name AS column_name
       FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND m.name NOT IN ('about', 'tables', 'columns', 'categories')
       ORDER BY 1, 2`,
    );
    expect(documented).toEqual(there);
    expect(rows("SELECT table_name FROM tables WHERE kind = 'view' ORDER BY 1")).toEqual(
      rows("SELECT name AS table_name FROM sqlite_schema WHERE type = 'view' ORDER BY 1"),
    );
    expect(rows("SELECT text_en FROM about WHERE key = 'edition'")).toEqual([{ text_en: 'one' }]);
  });

  it('answers as the model does', () => {
    const speaking = model.figures.all.flatMap((figure) => figure.speaking ?? []);
    expect(rows('SELECT * FROM speaking_figures')).toHaveLength(speaking.length);
    const latest = rows('SELECT area_code, indicator, year, source_id FROM latest_figures');
    expect(latest.length).toBeGreaterThan(0);
    for (const row of latest) {
      const figure = model.figures.latest(row.area_code as string, row.indicator as 'mcp');
      expect(figure?.speaking).toMatchObject(row);
    }
    expect(rows('SELECT area_code FROM pilots ORDER BY 1').map((row) => row.area_code)).toEqual(
      model.pilots.map(({ area }) => area.code).sort(),
    );
    const differing = model.disagreements.scores.flatMap(({ versions }) =>
      versions.flatMap((version) => version.rows),
    );
    expect(rows('SELECT * FROM disagreements').length).toBeGreaterThanOrEqual(differing.length);
    const total = model.autonomousRegions.length;
    expect(new Set(rows('SELECT total FROM coverage').map((row) => row.total))).toEqual(
      new Set([total]),
    );
  });

  it('leads every figure to its source and its permanent address', () => {
    const figures = rows('SELECT * FROM figures_with_source');
    expect(figures).toHaveLength(model.dataset.tables.scores.length);
    for (const figure of figures) {
      expect(figure.source).toBeTruthy();
      expect(figure.url).toBe(
        `https://cermin.example/sumber/${figure.source_id}/#${figure.area_code}-${figure.indicator}-${figure.year}`,
      );
    }
  });
});
