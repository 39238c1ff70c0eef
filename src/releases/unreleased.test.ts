import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fictionalDataset, fictionalFiles, type TableOverrides } from '../dataset/testing.ts';
import { archiveBytes, archiveName, RELEASES } from './archive.ts';
import { differingTables, findUnreleased, unreleasedLines } from './unreleased.ts';

const CHANGED: TableOverrides = {
  aliases: (text) => `${text}98.01,Kaco,abbreviation\n`,
  terms: (text) => text.replace('Tidak ada di dunia nyata.', 'Hanya ada di sini.'),
};

const folders: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true });
});

/** A folder of the dataset with the archive of its edition, as it was before the changes. */
function released(overrides: TableOverrides = {}, archive: Uint8Array | null = firstArchive()) {
  const dir = mkdtempSync(join(tmpdir(), 'cermin-test-'));
  folders.push(dir);
  for (const [name, text] of fictionalFiles(overrides)) writeFileSync(join(dir, name), text);
  mkdirSync(join(dir, RELEASES));
  if (archive) writeFileSync(join(dir, RELEASES, archiveName('0.1.0')), archive);
  return { dir, tables: fictionalDataset(overrides).tables };
}

function firstArchive(): Uint8Array {
  const { tables } = fictionalDataset();
  const [edition] = tables.editions;
  if (!edition) throw new Error('the fictional dataset has an edition');
  return archiveBytes(tables, edition);
}

describe('data', () => {
  it('is its edition while it reads as the archive does', () => {
    const { dir, tables } = released();
    expect(findUnreleased(tables, dir)).toBeNull();
    const reversed = { ...tables, scores: tables.scores.toReversed() };
    expect(findUnreleased(reversed, dir)).toBeNull();
  });

  it('is its edition where nothing was ever released', () => {
    const { dir } = released();
    rmSync(join(dir, RELEASES), { recursive: true });
    expect(findUnreleased(fictionalDataset(CHANGED).tables, dir)).toBeNull();
  });

  it('is unreleased once a cell reads otherwise; the warning says where and what to do', () => {
    const { dir, tables } = released(CHANGED);
    const found = findUnreleased(tables, dir);
    if (!found) throw new Error('a row and a cell differ');
    expect(differingTables(found)).toEqual(['aliases', 'terms']);
    const lines = unreleasedLines(found, 'data');
    expect(lines[0]).toContain('data differs from edition 0.1.0');
    expect(lines[0]).toContain('0.1.0+unreleased');
    expect(lines[0]).toContain('npm run release');
    expect(lines.slice(1).toSorted()).toEqual(['  aliases: 1 added', '  terms: 1 changed']);
  });

  it('is unreleased where the archive of its edition is missing', () => {
    const { dir, tables } = released({}, null);
    const found = findUnreleased(tables, dir);
    expect(found).toEqual({ version: '0.1.0', difference: null });
    expect(found && unreleasedLines(found, 'data')[0]).toContain('cermin-0.1.0.zip is missing');
  });

  it('cannot be compared with an archive that is damaged', () => {
    const { dir, tables } = released({}, firstArchive().slice(0, 900));
    expect(() => findUnreleased(tables, dir)).toThrow(/cermin-0\.1\.0\.zip cannot be read/);
  });
});

describe('the version of the site', () => {
  /** What a build of the dataset in a folder publishes. */
  async function published(dir: string) {
    vi.stubEnv('CERMIN_DATA', dir);
    vi.stubEnv('SITE', 'https://cermin.example');
    vi.resetModules();
    const [{ edition }, described, { api }] = await Promise.all([
      import('../site/data.ts'),
      import('../site/described.ts'),
      import('../site/api.ts'),
    ]);
    return {
      edition: edition.version,
      package: JSON.parse(described.dataPackageText()).version,
      catalogue: JSON.stringify(JSON.parse(await described.catalogJsonLd())),
      citations: (['cff', 'bibtex', 'csl'] as const).map(described.citationFile).join('\n'),
      api: JSON.stringify(api.get('index.json')),
    };
  }

  it('is that of the edition, or says that it is unreleased, wherever it is written', async () => {
    const now = await published(released().dir);
    expect([now.edition, now.package]).toEqual(['0.1.0', '0.1.0']);
    expect(JSON.stringify(now)).not.toContain('unreleased');

    const { edition, package: ofPackage, ...texts } = await published(released(CHANGED).dir);
    expect([edition, ofPackage]).toEqual(['0.1.0+unreleased', '0.1.0+unreleased']);
    for (const [name, text] of Object.entries(texts)) {
      expect(text, name).toContain('0.1.0+unreleased');
      expect(text.replaceAll('0.1.0+unreleased', ''), name).not.toMatch(
        /(?<![\d.])0\.1\.0(?![\d.])/,
      );
    }
  });
});
