import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import {
  DISTRIBUTION_MIN_FIGURES,
  profileDistributions,
  profileTrends,
  tellingYear,
} from './chart-choice.ts';
import { isAutonomous } from './coverage.ts';
import { deriveModel } from './site-model.ts';

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const model = deriveModel(dataset);

describe('which distribution a page shows', () => {
  it.each(['regency', 'city'] as const)('a recent year with enough figures: %s', (level) => {
    const areas = model.autonomousRegions.filter((area) => area.level === level);
    for (const { indicator } of model.indicators) {
      const year = tellingYear(model, areas, indicator);
      if (!year) continue;
      expect(year.count).toBeGreaterThanOrEqual(DISTRIBUTION_MIN_FIGURES);
      const fuller = areas.filter(({ code }) =>
        model.figures.of(code, indicator).some((f) => f.year === year.year && f.value !== null),
      );
      expect(fuller.length).toBeGreaterThanOrEqual(year.count);
    }
    expect(tellingYear(model, areas.slice(0, 3), 'spi')).toBeNull();
  });

  it('at most two on a profile, of years in which the region has a number', () => {
    for (const area of model.regions) {
      const shown = profileDistributions(model, area);
      expect(shown.length).toBeLessThanOrEqual(2);
      if (!isAutonomous(area)) expect(shown).toEqual([]);
      for (const { indicator, series, year } of shown) {
        const own = model.figures.at(area.code, indicator, year);
        expect(own?.series).toBe(series);
        expect(own?.value).not.toBeNull();
      }
    }
  });
});

describe('which measures a page draws over the years', () => {
  const source = 'kabar-contoh-2024-01-15';
  /** Scores of Kota Contoh, one a line: `indicator series year value category status`. */
  const trendsOf = (...lines: readonly string[]) => {
    const rows = lines.map((line) => {
      const [indicator, series, year, value, category, status = 'final'] = line
        .split(' ')
        .map((cell) => (cell === '-' ? '' : cell));
      const printed = value?.replace('.', ',') ?? '';
      return `98.71,${indicator},${series},${year},${value},${category},,"${printed}",${status},,${source},\n`;
    });
    const from = deriveModel(
      fictionalDataset({
        scores: (text) => `${text.slice(0, text.indexOf('\n') + 1)}${rows.join('')}`,
        decisions: (text) => text.slice(0, text.indexOf('\n') + 1),
      }),
    );
    return profileTrends(from, from.area('98.71'));
  };
  const years = (count: number, line: (year: number) => string) =>
    Array.from({ length: count }, (_, i) => line(2021 + i));

  it('those with three figures of one series, however far apart', () => {
    expect(trendsOf('mcp mcp 2019 70 -', 'mcp mcp 2021 71 -', 'mcp mcp 2024 80 -')).toEqual([
      'mcp',
    ]);
    expect(trendsOf(...years(2, (year) => `spi spi ${year} 70 -`))).toEqual([]);
  });

  it('without adding up what is of several series, or only told', () => {
    expect(trendsOf('mcp mcp 2023 70 -', 'mcp mcp 2024 71 -', 'mcp mcsp 2025 80 -')).toEqual([]);
    expect(trendsOf('spi spi 2022 70 -', 'spi spi 2023 71 -', 'spi spi 2024 72 - interim')).toEqual(
      [],
    );
  });

  it('in the order of the measures, the one with most figures surely among them', () => {
    const lines = [
      ...years(4, (year) => `bpk bpk ${year} - wtp`),
      ...years(3, (year) => `mcp mcp ${year} 70 -`),
    ];
    expect(trendsOf(...lines)).toEqual(['mcp', 'bpk']);
  });

  it('at most three, the fullest', () => {
    const fullest = (code: string, id: (typeof model.indicators)[number]['indicator']) => {
      const finals = model.figures.of(code, id).filter(({ speaking }) => speaking);
      const bySeries = Map.groupBy(finals, ({ series }) => series);
      return Math.max(0, ...[...bySeries.values()].map((figures) => figures.length));
    };
    let most = 0;
    for (const area of [...model.regions, ...model.provinces]) {
      const shown = profileTrends(model, area);
      most = Math.max(most, shown.length);
      const order = model.indicators.map(({ indicator }) => indicator);
      expect(shown).toEqual(order.filter((id) => shown.includes(id)));
      for (const id of shown) expect(fullest(area.code, id)).toBeGreaterThanOrEqual(3);
    }
    expect(most).toBe(3);
  });
});
