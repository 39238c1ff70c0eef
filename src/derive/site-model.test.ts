import { describe, expect, it } from 'vitest';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { coverageAt, coverageOf } from './coverage.ts';
import { missingReason } from './missing.ts';
import { reviewDataset } from './review.ts';
import { newestYear } from './series.ts';
import { deriveModel } from './site-model.ts';

describe('the model of a dataset', () => {
  const model = deriveModel(fictionalDataset());

  it('tells provinces, regions and those with a government of their own apart', () => {
    expect(model.provinces.map((area) => area.code)).toEqual(['98', '99']);
    expect(model.regions).toHaveLength(7);
    expect(model.autonomousRegions).toHaveLength(6);
    expect(model.provinceOf(model.area('98.71')).code).toBe('98');
    expect(model.regionsOf('99').map((area) => area.code)).toEqual(['99.01', '99.10', '99.71']);
  });

  it('knows the pilots and where every other region stands', () => {
    expect(model.pilots.map((pilot) => pilot.area.code)).toEqual(['98.71', '99.71']);
    expect(model.headline('99.01')?.rung).toBe('proposed');
    expect(model.headline('98.01')).toBeNull();
  });

  it('draws the break between two series and names the one in use', () => {
    const mcp = model.indicator('mcp');
    expect(mcp.series.map((row) => row.series)).toEqual(['mcp', 'mcsp']);
    expect(mcp.current.series).toBe('mcsp');
    expect(mcp.breaks.map((seam) => seam.year)).toEqual([2025]);
    expect(mcp.bandChanges).toEqual([{ series: 'mcp', year: 2024 }]);
    expect(newestYear(model.figures, 'mcp', 'mcp')).toBe(2024);
    expect(newestYear(model.figures, 'sakip', 'sakip')).toBeNull();
  });

  it('counts coverage among autonomous areas, within one series', () => {
    expect(coverageAt(model.figures, model.regions, 'mcp', 'mcp', 2023)).toEqual({
      known: 5,
      total: 6,
    });
    expect(coverageAt(model.figures, model.regions, 'mcp', 'mcsp', 2023).known).toBe(0);
    expect(coverageOf(model.regions, () => true)).toEqual({ known: 6, total: 6 });
  });

  it('refuses codes it does not know', () => {
    expect(() => model.area('00')).toThrow('unknown area 00');
  });
});

describe('why a figure is missing', () => {
  const area = (more: object) => ({ ...deriveModel(fictionalDataset()).area('98.71'), ...more });

  it('has a reason of its own for areas without a government and for years before an area', () => {
    expect(missingReason(area({}))).toBe('not_found');
    expect(missingReason(area({ autonomy: 'administrative' }))).toBe('not_applicable');
    expect(missingReason(area({ formed: '2022-07-25' }), 2021)).toBe('not_yet_formed');
    expect(missingReason(area({ formed: '2022-07-25' }), 2022)).toBe('not_found');
    expect(missingReason(area({ formed: '2022-07-25' }))).toBe('not_found');
  });
});

describe('the review of a dataset', () => {
  const lines = (overrides: Parameters<typeof fictionalDataset>[0]) =>
    reviewDataset(fictionalDataset(overrides)).map((p) => `${p.file}:${p.line} ${p.message}`);

  it('has nothing to say of a dataset in order', () => {
    expect(lines({})).toEqual([]);
  });

  it('asks for a decision where final figures differ', () => {
    const [line, ...rest] = lines({ decisions: (text) => `${text.split('\n')[0]}\n` });
    expect(line).toMatch(/scores\.csv:\d+ .*decisions\.csv.*99\.10, mcp, 2023/);
    expect(rest).toEqual([]);
  });

  it('tells of a decision about figures that agree', () => {
    const [line] = lines({
      scores: (text) => text.replace(/^99\.10,mcp,mcp,2023,75,.*\n/m, ''),
    });
    expect(line).toMatch(/decisions\.csv:2 .*agree/);
  });

  it('tells of a label that contradicts the band of its figure', () => {
    const [line] = lines({
      scores: tableText('scores', [
        {
          area_code: '98.71',
          indicator: 'spi',
          series: 'spi',
          year: 2024,
          value: '70.5',
          category: 'terjaga',
          status: 'final',
          source_id: 'kabar-contoh-2024-01-15',
        },
      ]),
      decisions: (text) => `${text.split('\n')[0]}\n`,
    });
    expect(line).toMatch(/scores\.csv:2 70\.5 is labelled "terjaga" but lies in "rentan"/);
  });
});
