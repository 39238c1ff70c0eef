import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Score } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { buildCitations } from '../derive/citations.ts';
import { deriveModel } from '../derive/site-model.ts';
import { LANGS } from '../i18n/lang.ts';
import { factLine, lineText, printedWords, sourceFigure } from './fact-lines.ts';

const dataset = fictionalDataset();
const model = deriveModel(dataset);
const citations = buildCitations(dataset);
const facts = dataset.tables.sources
  .flatMap(({ id }) => citations.of(id))
  .filter(({ table }) => table !== 'scores');

/** The line of the first fact with an anchor, as text. */
function lineOf(anchor: string, lang: 'id' | 'en' = 'id'): string {
  const fact = facts.find((each) => each.anchor === anchor);
  if (!fact) throw new Error(`no fact ${anchor}`);
  return lineText(factLine(fact, model, lang));
}

/** A score of the fictional dataset with some fields changed. */
function scoreWith(changes: Partial<Score>): Score {
  const score = dataset.tables.scores.find((row) => row.area_code === '98.71');
  if (!score) throw new Error('the fictional dataset has this score');
  return { ...score, ...changes };
}

describe('factLine', () => {
  it('tells every fact in both languages, without holes', () => {
    for (const fact of facts) {
      for (const lang of LANGS) {
        const text = lineText(factLine(fact, model, lang));
        expect(text).toMatch(/^\S.*: \S/);
        expect(text).not.toMatch(/undefined|null|NaN| {2}|; *$|: *$|, *;/);
      }
    }
  });

  it('leads every line to a page of the site, but for what stands on all of them', () => {
    for (const fact of facts) {
      const { path } = factLine(fact, model, 'id');
      if (fact.table === 'national_channels') expect(path).toBeNull();
      else expect(path).toMatch(/^\/(daerah|provinsi|program|indikator|perbedaan)\//);
    }
  });

  it.each([
    [
      '98.71-percontohan-2024-observasi-2024-03-observed',
      'Kota Contoh: angkatan 2024, Tahap observasi, Maret 2024',
    ],
    [
      '98.71-percontohan-2024-penetapan-2024-12-09-designated',
      'Kota Contoh: angkatan 2024, Tahap penetapan, percontohan antikorupsi, 9 Desember 2024; nilai penilaian 92,15',
    ],
    ['99.71-mpp-2023-10-31', 'Kota Misal: diresmikan 31 Oktober 2023'],
    ['98.71-skm-2024-88.79', 'Kota Contoh: 2024: 88,79 dari 100'],
    ['98.71-pengaduan-2024', 'Kota Contoh: 2024; “Baik”'],
    ['98.71-wbk-2023-dinas-rekaan', 'Kota Contoh: Dinas Rekaan, WBK 2023, diraih'],
    ['98.71-kanal-sapa-contoh', 'Kota Contoh: SAPA CONTOH, situs web, sejak 2022'],
    ['angkatan-2024-observed', 'Angkatan 2024: 2 daerah diobservasi'],
    ['kriteria-mcp-90', 'Nilai MCP: > 90; dicetak satu media'],
    ['kriteria-legal', 'Diperiksa sendiri: diperiksa sendiri'],
    ['perbedaan-jumlah-rekaan-3', 'Jumlah rekaan: tiga (versi yang dipakai situs ini)'],
    ['kategori-spi-2021-main-rentan', 'SPI: kategori Rentan, sejak 2021'],
    ['nasional-mcp-2023', 'MCP: 2023: 75'],
    [
      'kota-contoh-2024-antrean',
      'Kota Contoh (14 Agustus 2024): Antrean rekaan dipangkas menjadi 5 menit.',
    ],
    ['program-rekaan-2024', 'Program (2024): Program rekaan punya 6 komponen.'],
  ])('tells %s', (anchor, text) => {
    expect(lineOf(anchor)).toBe(text);
  });

  it('tells it in English too', () => {
    expect(lineOf('98.71-skm-2024-88.79', 'en')).toBe('Kota Contoh: 2024: 88.79 out of 100');
    expect(lineOf('angkatan-2024-observed', 'en')).toBe('Cohort 2024: 2 regions observed');
  });

  it('leaves scores to their table', () => {
    const score = citations.of('warta-rekaan-2025-02').find(({ table }) => table === 'scores');
    if (!score) throw new Error('the fictional source prints scores');
    expect(() => factLine(score, model, 'id')).toThrow('scores');
  });
});

describe('sourceFigure', () => {
  it('prints numbers in the notation of the reader', () => {
    const score = scoreWith({ value: '66.00' as Decimal });
    expect(sourceFigure(score, model, 'id')).toMatchObject({ text: '66,00', value: '66.00' });
    expect(sourceFigure(score, model, 'en')).toMatchObject({ text: '66.00', value: '66.00' });
  });

  it('prints the words of a source that prints no number', () => {
    const score = scoreWith({ value: null, category: 'hijau', category_printed: 'zona hijau' });
    expect(sourceFigure(score, model, 'en')).toEqual({
      text: 'zona hijau',
      value: 'hijau',
      isNumber: false,
    });
  });
});

describe('printedWords', () => {
  it.each([
    ['92.15', '92,15', null, []],
    ['92.15', '92.15', null, ['92.15']],
    ['92.15', '92,15 persen', null, ['92,15 persen']],
    ['92.15', null, 'hijau', []],
    ['92.15', '92,15', 'Zona Hijau, kategori B', ['Zona Hijau, kategori B']],
    ['92.15', null, 'B', ['B']],
    [null, 'Zona Hijau', 'Zona Hijau', []],
    [null, 'WTP dengan penekanan', 'WTP', ['WTP dengan penekanan']],
  ])('of %s, %s and %s adds %j', (value, value_printed, category_printed, expected) => {
    const score = scoreWith({ value: value as Decimal | null, value_printed, category_printed });
    expect(printedWords(score, model, 'id')).toEqual(expected);
  });

  it('keep the signs of the source where the reader’s language has others', () => {
    const score = scoreWith({ value: '92.15' as Decimal, value_printed: '92,15' });
    expect(printedWords(score, model, 'id')).toEqual([]);
    expect(printedWords(score, model, 'en')).toEqual(['92,15']);
  });
});
