import { describe, expect, it } from 'vitest';
import { fictionalDataset, type TableOverrides } from '../dataset/testing.ts';
import { mirrorData, shortName } from './mirror-data.ts';
import { readinessData } from './readiness-data.ts';
import { deriveModel } from './site-model.ts';
import { trendData } from './trend-data.ts';

const modelWith = (overrides: TableOverrides = {}) => deriveModel(fictionalDataset(overrides));
const model = modelWith();
const S1 = 'kabar-contoh-2024-01-15';

describe('the data of a mirror', () => {
  const rowsOf = (code: string, from = model) =>
    Object.fromEntries(
      (mirrorData(from, from.area(code))?.rows ?? []).map((row) => [row.indicator, row]),
    );

  it('is of regencies and cities with a government of their own', () => {
    expect(mirrorData(model, model.area('98'))).toBeNull();
    expect(mirrorData(model, model.area('98.72'))).toBeNull();
    expect(mirrorData(model, model.area('98.01'))?.level).toBe('regency');
  });

  it('sets figures of the same series only on one scale, and tells the others', () => {
    // The latest figure of Kabupaten Contoh is of the new series, those of the pilots are not.
    const { mcp } = rowsOf('98.01');
    expect(mcp?.figure).toMatchObject({ at: 80.25, value: '80.25', year: 2025 });
    expect(mcp?.name.id).toBe('MCSP');
    expect(mcp?.pilots).toEqual([]);
    expect(mcp?.asides.map(({ name, why, value, year }) => [name, why, value, year])).toEqual([
      ['Kota Contoh', 'other_series', '92.15', 2023],
      ['Kota Misal', 'other_series', '95.2', 2024],
    ]);
    expect(mcp?.threshold).toBeNull();
    expect(mcp?.thresholdElsewhere).toBe(true);
  });

  it('leaves a region out of its own mirror', () => {
    expect(rowsOf('98.71').mcp?.pilots.map(({ name, sameLevel }) => [name, sameLevel])).toEqual([
      ['Kota Misal', true],
    ]);
    expect(rowsOf('98.02').mcp?.pilots.map(({ sameLevel }) => sameLevel)).toEqual([false, false]);
  });

  it('keeps the threshold and the pilots where the region has no figure', () => {
    const { spi } = rowsOf('99.10');
    expect(spi?.figure).toBeNull();
    expect(spi?.threshold).toMatchObject({ at: 73, label: { id: '73' } });
    expect(spi?.pilots).toHaveLength(2);
  });

  it('takes opinions as steps, from the worst', () => {
    const { bpk } = rowsOf('98.01');
    expect(bpk?.scale).toEqual({
      kind: 'steps',
      steps: ['TMP', 'WDP', 'WTP'].map((word) => ({ id: word, en: word })),
    });
    expect(bpk?.figure?.at).toBe(2);
    expect(bpk?.threshold?.at).toBe(2);
    expect(bpk?.without).toEqual(['Kota Contoh', 'Kota Misal']);
  });

  it('takes the categories as steps where the region has no number', () => {
    const from = modelWith({
      scores: (text) => `${text}98.02,mcp,mcp,2024,,terjaga,Terjaga,,final,,${S1},\n`,
    });
    const { mcp } = rowsOf('98.02', from);
    expect(mcp?.scale).toMatchObject({ kind: 'steps' });
    expect(mcp?.figure).toMatchObject({ at: 1, value: null, year: 2024 });
    // 75 lies within a band of 2024: the threshold has no place among these steps.
    expect(mcp?.threshold?.at).toBeNull();
    expect(mcp?.pilots.map(({ name, at }) => [name, at])).toEqual([['Kota Misal', 1]]);
    expect(mcp?.asides.map(({ name, why }) => [name, why])).toEqual([
      ['Kota Contoh', 'other_kind'],
    ]);
  });

  it('shortens names that no other region shares', () => {
    const of = (code: string) => shortName(model.area(code), model.regions);
    expect(of('98.71')).toBe('Kota Contoh');
    expect(of('98.01')).toBe('Kab. Contoh');
    expect(of('99.01')).toBe('Umpama');
  });
});

describe('the data of a trend', () => {
  it('holds every series apart', () => {
    const { parts, indicator } = trendData(model, model.area('98.01'), 'mcp');
    expect(parts.map(({ series, points }) => [series, points.map(({ year }) => year)])).toEqual([
      ['mcp', [2022, 2023]],
      ['mcsp', [2025]],
    ]);
    expect(parts[0]?.name.id).toBe('deret MCP');
    expect(parts[0]?.threshold).toMatchObject({ at: 75 });
    expect(parts[1]?.threshold).toBeNull();
    expect(indicator.id).toBe('MCP');
  });

  it('tells interim figures as such, without a band of ours', () => {
    const { parts } = trendData(model, model.area('99.71'), 'mcp');
    expect(parts[1]?.points).toEqual([
      {
        year: 2025,
        value: '13',
        at: 13,
        category: null,
        told: { id: 'sementara', en: 'interim' },
      },
    ]);
  });

  it('gives opinions their step, and nothing to a region without a figure', () => {
    const { parts } = trendData(model, model.area('98.01'), 'bpk');
    expect(parts[0]).toMatchObject({ scale: null, points: [{ year: 2023, at: 2 }] });
    expect(trendData(model, model.area('98.71'), 'bpk').parts).toEqual([]);
  });

  it('gives a category its range, where the bounds are known', () => {
    const from = modelWith({
      scores: (text) => `${text}98.02,mcp,mcp,2024,,terjaga,Terjaga,,final,,${S1},\n`,
    });
    const { parts } = trendData(from, from.area('98.02'), 'mcp');
    expect(parts[0]?.points.at(-1)).toMatchObject({ year: 2024, value: null, at: [73, 100] });
  });
});

describe('the data of readiness', () => {
  const rows = readinessData(model, model.area('98.71'))?.rows ?? [];

  it('has a row for each criterion that is used', () => {
    expect(rows.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['mcp', 'met'],
      ['spi', 'met'],
      ['bpk', 'unknown'],
      ['legal', 'to_check'],
    ]);
    expect(rows[0]).toMatchObject({
      threshold: { at: 75, label: { id: '≥ 75' } },
      figures: [{ at: 92.15, value: '92.15', year: 2023 }],
      alsoPrinted: [{ id: '> 90' }],
    });
    expect(rows[3]).toMatchObject({ scale: null, threshold: null, figures: [] });
  });

  it('names the year that one opinion alone leaves open', () => {
    const bpk = readinessData(model, model.area('98.01'))?.rows.find(({ code }) => code === 'bpk');
    expect(bpk).toMatchObject({
      verdict: 'unknown',
      absent: [2022],
      figures: [{ at: 2, year: 2023 }],
    });
  });

  it('is of regencies and cities only', () => {
    expect(readinessData(model, model.area('98'))).toBeNull();
  });
});
