import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTables } from '../dataset/read-dataset.ts';
import { TABLE_NAMES, TABLES } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { keyColumns } from '../derive/changes.ts';
import { sortedRows } from '../publish/csv.ts';
import {
  archiveBytes,
  archiveFiles,
  archiveName,
  archiveTables,
  parseTable,
  RELEASES,
  textTables,
} from './archive.ts';
import { diffTables, isSame } from './diff.ts';
import { compareVersions } from './version.ts';

const { tables } = fictionalDataset();
const edition = tables.editions[0];
if (!edition) throw new Error('the fictional dataset has an edition');
const bytes = () => archiveBytes(tables, edition);
const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('an archive', () => {
  it('holds every table, and gives the dataset back', () => {
    const files = archiveFiles(bytes());
    expect([...files.keys()].toSorted()).toEqual(
      TABLE_NAMES.map((name) => `${name}.csv`).toSorted(),
    );
    const { dataset, problems } = readTables(files);
    expect(problems).toEqual([]);
    for (const name of TABLE_NAMES) {
      const sorted = sortedRows<object>(TABLES[name], tables[name]);
      expect(dataset?.tables[name]).toEqual(sorted);
    }
    expect(isSame(diffTables(archiveTables(bytes()), textTables(tables), keyColumns))).toBe(true);
  });

  it('notices a lost row and a lost column', () => {
    const now = new Map(textTables(tables));
    const scores = now.get('scores');
    if (!scores) throw new Error('there are scores');
    for (const mutant of [
      { ...scores, rows: scores.rows.slice(1) },
      { ...scores, columns: scores.columns.slice(0, -1) },
    ]) {
      const difference = diffTables(
        archiveTables(bytes()),
        new Map(now).set('scores', mutant),
        keyColumns,
      );
      expect(isSame(difference)).toBe(false);
    }
  });

  it('says what its columns mean, and the checksum of every file', () => {
    const files = new Map(
      Object.entries(unzipSync(bytes())).map(([path, content]) => [
        path.replace('cermin-0.1.0/', ''),
        content,
      ]),
    );
    const text = (name: string) => new TextDecoder().decode(files.get(name));
    const { resources, version } = JSON.parse(text('datapackage.json'));
    expect(version).toBe('0.1.0');
    expect(resources.map(({ path }: { path: string }) => path)).toEqual(
      TABLE_NAMES.map((name) => `${name}.csv`),
    );
    for (const { path, hash: own, bytes: size, schema } of resources) {
      const content = files.get(path) ?? new Uint8Array();
      expect([own, size], path).toEqual([`sha256:${hash(content)}`, content.length]);
      const columns = parseTable(text(path)).columns;
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(columns);
      for (const column of columns) expect(text('KOLOM.txt')).toContain(`\r\n  ${column}: `);
    }
    // it outlives the addresses of any site
    expect(text('datapackage.json')).not.toMatch(/"(?:id|homepage)": "|127\.0\.0\.1/);

    const sums = text('SHA256SUMS').trimEnd().split('\n');
    const others = [...files].filter(([name]) => name !== 'SHA256SUMS');
    expect(sums.toSorted()).toEqual(
      others.map(([name, content]) => `${hash(content)}  ${name}`).toSorted(),
    );
    for (const name of text('README.txt').match(/\b[\w]+\.(?:txt|json)|SHA256SUMS/g) ?? []) {
      expect([...files.keys()]).toContain(name);
    }
  });

  it('has the same bytes in every time zone', () => {
    const before = process.env.TZ;
    const hashes = ['Asia/Jakarta', 'America/St_Johns', 'Pacific/Apia', 'UTC'].map((zone) => {
      process.env.TZ = zone;
      return hash(bytes());
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(hashes).size).toBe(1);
    expect(hash(archiveBytes(tables, { ...edition, date: '2025-03-02' }))).not.toBe(hashes[0]);
  });

  it('is kept of every edition of the data', () => {
    const editions = parseTable(readFileSync('data/editions.csv', 'utf8')).rows;
    expect(editions.length).toBeGreaterThan(0);
    for (const { version = '' } of editions) {
      const file = join('data', RELEASES, archiveName(version));
      expect(existsSync(file), file).toBe(true);
      const own = archiveTables(readFileSync(file)).get('editions')?.rows ?? [];
      // an archive is what was published then: it knows its own edition, and none later
      const versions = own.map((row) => row.version ?? '').toSorted(compareVersions);
      expect(versions.at(-1)).toBe(version);
    }
  });
});
