import { describe, expect, it } from 'vitest';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { buildFigures } from './figures.ts';
import { readinessOf, type Verdict } from './readiness.ts';

/** Verdicts of Kota Contoh on the fictional criteria (MCP ≥ 75, SPI ≥ 73, WTP twice, by hand). */
function verdicts(
  scores: readonly Readonly<Record<string, string | number | undefined>>[],
): Record<string, Verdict> {
  const dataset = fictionalDataset({
    scores: tableText(
      'scores',
      scores.map(({ area_code = '98.71', ...row }) => ({
        area_code,
        series: row.indicator ?? '',
        status: 'final',
        source_id: 'kabar-contoh-2024-01-15',
        ...row,
      })),
    ),
    decisions: (text) => `${text.split('\n')[0]}\n`,
  });
  const area = dataset.tables.areas.find((row) => row.code === '98.71');
  if (!area) throw new Error('no such area');
  const readiness = readinessOf(area, dataset.tables.criteria, buildFigures(dataset));
  return Object.fromEntries(
    (readiness?.results ?? []).map((result) => [result.criterion.code, result.verdict]),
  );
}

describe('readiness', () => {
  it('meets a threshold exactly at it', () => {
    expect(verdicts([{ indicator: 'mcp', year: 2023, value: '75' }]).mcp).toBe('met');
    expect(verdicts([{ indicator: 'mcp', year: 2023, value: '74.99' }]).mcp).toBe('not_met');
  });

  it('leaves open whether a rounded figure met it that could have been on either side', () => {
    const rounded = (value: string) =>
      verdicts([{ indicator: 'mcp', year: 2023, value, flags: 'rounded' }]).mcp;
    expect(['74', '75', '75.0', '76'].map(rounded)).toEqual([
      'not_met',
      'unknown',
      'unknown',
      'met',
    ]);
  });

  it('counts unknown as unknown, never as a fail', () => {
    expect(verdicts([])).toEqual({
      mcp: 'unknown',
      spi: 'unknown',
      bpk: 'unknown',
      legal: 'to_check',
    });
  });

  it('never computes with interim figures', () => {
    const row = { indicator: 'mcp', year: 2023, value: '90', status: 'interim' };
    expect(verdicts([row]).mcp).toBe('unknown');
  });

  it('calls a figure too old against the newest year its series has', () => {
    const rows = [
      { indicator: 'spi', year: 2021, value: '80' },
      { indicator: 'spi', year: 2024, value: '70', area_code: '99.71' },
    ];
    expect(verdicts(rows).spi).toBe('too_old');
    expect(verdicts(rows.slice(0, 1)).spi).toBe('met');
  });

  it('does not carry a threshold over to another series', () => {
    const row = { indicator: 'mcp', series: 'mcsp', year: 2025, value: '90' };
    expect(verdicts([row]).mcp).toBe('unknown');
  });

  it('judges a category by the bounds of its band, and leaves it open where they straddle', () => {
    expect(verdicts([{ indicator: 'mcp', year: 2023, category: 'hijau' }]).mcp).toBe('met');
    expect(verdicts([{ indicator: 'mcp', year: 2023, category: 'kuning' }]).mcp).toBe('not_met');
    expect(verdicts([{ indicator: 'mcp', year: 2024, category: 'terjaga' }]).mcp).toBe('unknown');
  });

  it('asks for the opinion in each of the last two years', () => {
    const bpk = (year: number, category: string) => ({ indicator: 'bpk', year, category });
    expect(verdicts([bpk(2023, 'wtp'), bpk(2022, 'wtp')]).bpk).toBe('met');
    expect(verdicts([bpk(2023, 'wtp'), bpk(2022, 'wdp')]).bpk).toBe('not_met');
    expect(verdicts([bpk(2023, 'wdp')]).bpk).toBe('not_met');
    expect(verdicts([bpk(2023, 'wtp'), bpk(2021, 'wtp')]).bpk).toBe('unknown');
  });

  it('is for regencies and cities with a government of their own', () => {
    const dataset = fictionalDataset();
    const figures = buildFigures(dataset);
    const of = (code: string) =>
      dataset.tables.areas
        .filter((area) => area.code === code)
        .map((area) => readinessOf(area, dataset.tables.criteria, figures));
    expect(of('98')).toEqual([null]);
    expect(of('98.72')).toEqual([null]);
  });

  it('tells the other thresholds in print beside the one it applies', () => {
    const dataset = fictionalDataset();
    const area = dataset.tables.areas.find((row) => row.code === '98.71');
    const readiness = area && readinessOf(area, dataset.tables.criteria, buildFigures(dataset));
    expect(readiness?.results[0]?.otherThresholds.map((c) => c.code)).toEqual(['mcp-90']);
  });
});
