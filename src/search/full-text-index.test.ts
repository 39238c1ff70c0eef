import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UserError } from '../user-error.ts';
import { checkedAnswer, fullTextIndex } from './full-text-index.ts';
import type { SearchRecord } from './records.ts';

const record = (n: number): SearchRecord => ({
  path: `/daerah/contoh-${n}/`,
  title: `Kota Contoh ${n}`,
  where: 'Rekaan',
  isNamed: true,
  also: n % 2 ? [`Koco ${n}`] : [],
  text: [`Antrean rekaan ${n} dipangkas.`, 'Kota antikorupsi.'],
  filters: { jenis: ['daerah'], provinsi: ['rekaan'], tingkat: ['city'], tangga: [], ukuran: [] },
  date: n % 3 ? `20${10 + (n % 10)}` : null,
});
const records = Array.from({ length: 450 }, (_, n) => record(n));

const digest = (files: Awaited<ReturnType<typeof fullTextIndex>>) =>
  files.map(({ path, content }) => [path, createHash('sha256').update(content).digest('hex')]);

describe('fullTextIndex', () => {
  it.each(['id', 'en'] as const)('holds what a browser needs, and no more (%s)', async (lang) => {
    const files = await fullTextIndex(records, lang);
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('pagefind.js');
    expect(paths).toContain('pagefind-entry.json');
    expect(paths.filter((path) => path.startsWith('wasm.'))).toEqual([
      lang === 'id' ? 'wasm.unknown.pagefind' : 'wasm.en.pagefind',
    ]);
    expect(paths.filter((path) => /ui|worker|highlight|playground/.test(path))).toEqual([]);
    expect(paths.filter((path) => path.startsWith('fragment/')).length).toBeLessThanOrEqual(400);
  });

  it('is the same, byte for byte, every time', async () => {
    const first = digest(await fullTextIndex(records, 'id'));
    expect(digest(await fullTextIndex(records, 'id'))).toEqual(first);
  });
});

describe('checkedAnswer', () => {
  const message = async (request: Promise<{ errors?: string[] }>, patience?: number) => {
    try {
      await checkedAnswer('indexing /x/', request, patience);
      return null;
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).exitCode).toBe(1);
      return (error as Error).message;
    }
  };

  it('passes on an answer without errors', async () => {
    expect(await checkedAnswer('x', Promise.resolve({ errors: [], file: 1 }))).toEqual({
      errors: [],
      file: 1,
    });
  });

  it('turns errors, failures and silence into one plain sentence', async () => {
    const beginning = 'the full-text search could not be built: Pagefind, indexing /x/: ';
    expect(await message(Promise.resolve({ errors: ['a', 'b'] }))).toBe(`${beginning}a; b`);
    expect(await message(Promise.reject(new Error('gone')))).toBe(`${beginning}gone`);
    expect(await message(Promise.reject('text'))).toBe(`${beginning}text`);
    expect(await message(new Promise(() => {}), 10)).toBe(`${beginning}no answer`);
  });

  it('fails the build on a record that Pagefind refuses', async () => {
    const broken = { ...record(1), path: undefined as unknown as string };
    await expect(fullTextIndex([broken], 'id')).rejects.toThrow('could not be built: Pagefind');
  });
});
