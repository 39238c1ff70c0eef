import { describe, expect, it } from 'vitest';
import { PALETTE } from '../charts/palette.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { bandBook } from '../derive/bands.ts';
import { bandInk, figureText, rampStep } from './figure-text.ts';

const dataset = fictionalDataset();
const book = bandBook(dataset);
const score = (code: string, indicator: string) => {
  const row = dataset.tables.scores.find((s) => s.area_code === code && s.indicator === indicator);
  if (!row) throw new Error('no such score');
  return row;
};

describe('the text of a figure', () => {
  it('is the number in the notation of the language, with the machine value beside it', () => {
    const row = score('98.71', 'mcp');
    expect(figureText(row, book, 'id')).toEqual({
      text: '92,15',
      value: '92.15',
      isWord: false,
      isPrinted: false,
    });
    expect(figureText(row, book, 'en').text).toBe('92.15');
  });

  it('is the category where no number is printed', () => {
    expect(figureText(score('98.01', 'bpk'), book, 'id')).toMatchObject({
      text: 'WTP',
      value: 'wtp',
    });
  });

  it('is the printed words where even the category has no band', () => {
    const row = { ...score('98.01', 'bpk'), category: null, category_printed: 'Rekaan' };
    expect(figureText(row, book, 'en')).toEqual({
      text: 'Rekaan',
      value: 'Rekaan',
      isWord: true,
      isPrinted: true,
    });
  });
});

describe('the colour ramp', () => {
  it('runs from the worst band to the best, however many there are', () => {
    for (const count of [2, 3, 4, 5, 7]) {
      const steps = Array.from({ length: count }, (_, i) => rampStep(i + 1, count));
      expect(steps[0]).toBe(0);
      expect(steps.at(-1)).toBe(4);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    }
  });

  it('gives up to seven bands an ink of their own each, from worst to best', () => {
    for (const count of [1, 2, 3, 4, 5, 6, 7]) {
      const inks = Array.from({ length: count }, (_, i) => bandInk(i + 1, count));
      expect(new Set(inks).size).toBe(count);
      expect(inks).toEqual(inks.toSorted());
      for (const ink of inks) expect(PALETTE).toHaveProperty(ink);
    }
    expect([bandInk(1, 7), bandInk(7, 7)]).toEqual(['band7-0', 'band7-6']);
  });
});
