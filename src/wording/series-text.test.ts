import { describe, expect, it } from 'vitest';
import { fictionalDataset } from '../dataset/testing.ts';
import { deriveModel } from '../derive/site-model.ts';
import {
  bandBounds,
  bandTables,
  breakSentence,
  indicatorTitle,
  scaleText,
  seriesWord,
  yearsText,
} from './series-text.ts';

const model = deriveModel(fictionalDataset());
const mcp = model.indicator('mcp');
const row = (indicator: 'mcp' | 'spi' | 'bpk', series: string) =>
  model.figures.bands.series(indicator, series);

describe('yearsText', () => {
  it('tells what is known of a span', () => {
    expect(yearsText(2019, 2024, 'id')).toBe('2019–2024');
    expect(yearsText(2024, 2024, 'id')).toBe('2024');
    expect(yearsText(2025, null, 'id')).toBe('sejak 2025');
    expect(yearsText(null, 2018, 'en')).toBe('until 2018');
    expect(yearsText(null, null, 'en')).toBeNull();
  });
});

describe('seriesWord', () => {
  it('is the short name where that tells the series apart', () => {
    expect(seriesWord(row('mcp', 'mcsp'), mcp.series, 'id')).toBe('MCSP');
  });

  it('is the span of years where series share a name', () => {
    const twin = { ...row('mcp', 'mcsp'), short_id: 'MCP' };
    expect(seriesWord(twin, [row('mcp', 'mcp'), twin], 'id')).toBe('deret sejak 2025');
  });
});

describe('indicatorTitle', () => {
  it('adds the name of the newest series where it has another', () => {
    expect(indicatorTitle(mcp, 'id')).toBe('MCP (kini MCSP)');
    expect(indicatorTitle(model.indicator('spi'), 'en')).toBe('SPI');
  });
});

describe('breakSentence', () => {
  it('names the year, the new name and the old one', () => {
    const [seam] = mcp.breaks;
    expect(seam && breakSentence(seam, 'id')).toBe('Sejak 2025 bernama MCSP; sebelumnya MCP.');
    expect(seam && breakSentence(seam, 'en')).toBe('Called MCSP since 2025, MCP before.');
  });
});

describe('scaleText', () => {
  it('gives the scale, or the categories where there is none', () => {
    expect(scaleText(row('spi', 'spi'), [], 'id')).toBe('indeks, 0–100');
    const schemes = model.figures.bands.schemes('bpk', 'bpk', 2023);
    expect(scaleText(row('bpk', 'bpk'), schemes, 'id')).toBe('opini: TMP, WDP, dan WTP');
    expect(scaleText(row('bpk', 'bpk'), [], 'en')).toBe('opinion');
  });
});

describe('bandBounds', () => {
  const [band] = model.dataset.tables.bands;
  const of = (min: number | null, max: number | null, isTop = false) =>
    band && bandBounds({ ...band, min, max }, isTop, 'id');

  it('says which bound is included', () => {
    expect(of(68, 73.7)).toBe('68 sampai di bawah 73,7');
    expect(of(78, 100, true)).toBe('78 sampai 100');
    expect(of(78, null)).toBe('78 ke atas');
    expect(of(null, 2.6)).toBe('di bawah 2,6');
    expect(of(null, null)).toBeNull();
  });
});

describe('bandTables', () => {
  it('keeps spans of years apart, newest first, each from the worst band up', () => {
    const tables = bandTables(
      model.dataset.tables.bands.filter((band) => band.indicator === 'mcp').toReversed(),
    );
    expect(
      tables.map(({ from, to, bands }) => [from, to, bands.map((b) => b.category_id)]),
    ).toEqual([
      [2024, 2024, ['rentan', 'terjaga']],
      [2019, 2023, ['merah', 'kuning', 'hijau']],
    ]);
  });
});
