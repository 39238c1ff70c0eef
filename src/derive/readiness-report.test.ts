import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fictionalDataset, type TableOverrides, tableText } from '../dataset/testing.ts';
import { readinessOf } from './readiness.ts';
import { distanceTo, foundIn, gradeBeside, nearbySource, pilotsThen } from './readiness-report.ts';
import { deriveModel, type Model } from './site-model.ts';

const SOURCE = 'kabar-contoh-2024-01-15';

type Cells = Readonly<Record<string, string | number | undefined>>;

/** Scores of Kota Contoh (98.71) unless they say otherwise. */
function modelOf(scores: readonly Cells[], overrides: TableOverrides = {}): Model {
  return deriveModel(
    fictionalDataset({
      scores: tableText(
        'scores',
        scores.map(
          (row) =>
            ({
              area_code: '98.71',
              series: row.indicator ?? '',
              status: 'final',
              source_id: SOURCE,
              ...row,
            }) as Record<string, string | number>,
        ),
      ),
      decisions: (text) => `${text.split('\n')[0]}\n`,
      ...overrides,
    }),
  );
}

/** How far Kota Contoh is from the threshold of a criterion. */
function distance(code: string, scores: readonly Cells[], overrides: TableOverrides = {}) {
  const model = modelOf(scores, overrides);
  const area = model.area('98.71');
  const readiness = readinessOf(area, model.dataset.tables.criteria, model.figures);
  const result = readiness?.results.find(({ criterion }) => criterion.code === code);
  if (!result) throw new Error(`no criterion ${code}`);
  return distanceTo(result, area.code, model.figures);
}

const threshold = (code: string, to: string, rule = '>='): TableOverrides => ({
  criteria: (text) =>
    text.replace(new RegExp(`^(${code},.*),[^,]*,75,2,yes`, 'm'), `$1,${rule},${to},2,yes`),
});

describe('the distance from a threshold', () => {
  it('is exact to the last digit printed', () => {
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, value: '72.6' }])).toEqual({
      kind: 'below',
      by: '2.4',
      isAbout: false,
    });
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, value: '74.999' }])).toEqual({
      kind: 'below',
      by: '0.001',
      isAbout: false,
    });
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, value: '92.15' }])).toEqual({
      kind: 'above',
      by: '17.15',
      isAbout: false,
    });
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, value: '75.0' }])).toEqual({
      kind: 'reached',
    });
  });

  it('adds up with the figure to the threshold, for any figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const value = (hundredths / 100).toFixed(2);
        const found = distance('mcp', [{ indicator: 'mcp', year: 2023, value }]);
        const by = 'by' in found ? Math.round(Number(found.by) * 100) : 0;
        if (found.kind === 'below') expect(hundredths + by).toBe(7500);
        else expect(hundredths - by).toBe(7500);
        expect(found.kind === 'below').toBe(hundredths < 7500);
      }),
      { numRuns: 30 },
    );
  });

  it('is nothing where the threshold itself is not enough, and still not met', () => {
    const strict = threshold('mcp', '75', '>');
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, value: '75' }], strict)).toEqual({
      kind: 'below',
      by: '0',
      isAbout: false,
    });
  });

  it('is about what is printed where that was rounded, and none too near the threshold', () => {
    const rounded = (value: string) =>
      distance('mcp', [{ indicator: 'mcp', year: 2023, value, flags: 'rounded' }]);
    expect(rounded('72')).toEqual({ kind: 'below', by: '3', isAbout: true });
    expect(rounded('78')).toEqual({ kind: 'above', by: '3', isAbout: true });
    expect(rounded('75')).toMatchObject({ kind: 'undecided', figure: { value: '75' } });
  });

  it('counts grades where the threshold names one', () => {
    const grade = threshold('mcp', 'Hijau');
    const of = (value: string) => distance('mcp', [{ indicator: 'mcp', year: 2023, value }], grade);
    expect(of('40')).toEqual({ kind: 'steps_below', by: 2 });
    expect(of('60')).toEqual({ kind: 'steps_below', by: 1 });
    expect(of('80')).toEqual({ kind: 'reached' });
    const lower = threshold('mcp', 'merah');
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, value: '80' }], lower)).toEqual({
      kind: 'steps_above',
      by: 2,
    });
  });

  it('names the band where only that is printed, and stays open where it holds the threshold', () => {
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, category: 'kuning' }])).toMatchObject({
      kind: 'band_below',
      band: { category_id: 'kuning', max: 75 },
    });
    expect(distance('mcp', [{ indicator: 'mcp', year: 2023, category: 'hijau' }])).toEqual({
      kind: 'reached',
    });
    expect(distance('mcp', [{ indicator: 'mcp', year: 2024, category: 'terjaga' }])).toMatchObject({
      kind: 'undecided',
      figure: { year: 2024 },
    });
  });

  it('names the opinions that are not the one asked for, or the year not found', () => {
    const bpk = (year: number, category: string) => ({ indicator: 'bpk', year, category });
    expect(distance('bpk', [bpk(2023, 'wtp'), bpk(2022, 'wtp')])).toEqual({ kind: 'reached' });
    expect(distance('bpk', [bpk(2023, 'wtp')])).toEqual({ kind: 'year_missing', year: 2022 });
    expect(distance('bpk', [bpk(2023, 'wtp'), bpk(2022, 'wdp')])).toMatchObject({
      kind: 'opinions',
      figures: [{ year: 2022 }],
    });
    expect(distance('bpk', [bpk(2023, 'tmp'), bpk(2022, 'wdp')])).toMatchObject({
      kind: 'opinions',
      figures: [{ year: 2023 }, { year: 2022 }],
    });
  });

  it('says from which year on a figure would count, where the newest is too old', () => {
    const rows = [
      { indicator: 'spi', year: 2021, value: '80' },
      { indicator: 'spi', year: 2024, value: '70', area_code: '99.71' },
    ];
    expect(distance('spi', rows)).toMatchObject({
      kind: 'too_old',
      figure: { year: 2021 },
      from: 2022,
    });
  });

  it('tells of what is printed but neither computed with nor of the series, never measures it', () => {
    expect(distance('mcp', [])).toEqual({ kind: 'no_figure', told: null, other: null });
    const rows = [
      { indicator: 'mcp', year: 2024, value: '10', status: 'interim' },
      { indicator: 'mcp', series: 'mcsp', year: 2025, value: '20' },
    ];
    expect(distance('mcp', rows)).toMatchObject({
      kind: 'no_figure',
      told: { year: 2024, series: 'mcp', speaking: null },
      other: { year: 2025, series: 'mcsp' },
    });
    expect(distance('legal', rows)).toEqual({ kind: 'not_judged' });
  });
});

describe('what pilots had at their time', () => {
  const misal = (year: number, value: string, more: Cells = {}) => ({
    area_code: '99.71',
    indicator: 'mcp',
    year,
    value,
    ...more,
  });
  /** Year and value of what Kota Misal (designated in December 2024) had, seen from Kota Contoh. */
  function then(code: string, scores: readonly Cells[], overrides: TableOverrides = {}) {
    const model = modelOf(scores, overrides);
    const criterion = model.dataset.tables.criteria.find((row) => row.code === code);
    if (!criterion) throw new Error(`no criterion ${code}`);
    return pilotsThen(model, criterion, '98.71').map((each) => ({
      name: each.pilot.area.name,
      designated: each.designated,
      old: each.old,
      leftOut: each.leftOut,
      figures: each.figures.map((f) => [f.year, f.value ?? f.speaking?.category]),
    }));
  }
  const pilot = { name: 'Kota Misal', designated: 2024, leftOut: null };

  it('is the newest figure up to the year of the designation, not a later one', () => {
    const rows = [misal(2022, '80'), misal(2023, '81'), misal(2024, '82')];
    expect(then('mcp', rows)).toEqual([{ ...pilot, old: false, figures: [[2024, '82']] }]);
    expect(then('mcp', rows.slice(0, 2))).toEqual([
      { ...pilot, old: false, figures: [[2023, '81']] },
    ]);
    const spi = (year: number) => misal(year, '79', { indicator: 'spi' });
    expect(then('spi', [spi(2023), spi(2025), spi(2026)])).toEqual([
      { ...pilot, old: false, figures: [[2023, '79']] },
    ]);
  });

  it('is of the year of the designation only where it was surely in print by its day', () => {
    const rows = (source_id: string) => [misal(2023, '81'), misal(2024, '82', { source_id })];
    /** What is told where the one source of the figure of 2024 is of a date. */
    const printedOn = (date: string, designated = '2024-12-09') =>
      then('mcp', rows('warta-rekaan-2025-02'), {
        sources: (text) => text.replace(',2025-02\n', `,${date}\n`),
        designations: (text) => text.replaceAll('2024-12-09', designated),
      }).map(({ leftOut, figures }) => [leftOut, figures[0]?.[0]]);
    expect(printedOn('2024-12-09')).toEqual([[null, 2024]]);
    expect(printedOn('2024-11')).toEqual([[null, 2024]]);
    expect(printedOn('2024-12-10')).toEqual([['later', 2023]]);
    expect(printedOn('2025')).toEqual([['later', 2023]]);
    // Nobody knows which came first.
    expect(printedOn('2024-12')).toEqual([['undated', 2023]]);
    expect(printedOn('2024')).toEqual([['undated', 2023]]);
    expect(printedOn('')).toEqual([['undated', 2023]]);
    expect(printedOn('2024-12', '2024-12')).toEqual([['undated', 2023]]);
  });

  it('is in print by then where any source that prints it is, but not by another figure', () => {
    const later = misal(2024, '82.10', { source_id: 'warta-rekaan-2025-02' });
    const early = (value: string, more: Cells = {}) =>
      then('mcp', [later, misal(2024, value, more)])[0]?.leftOut;
    expect(early('82.1')).toBeNull();
    expect(early('40', { status: 'interim' })).toBe('later');
    expect(then('mcp', [later])).toEqual([{ ...pilot, old: false, figures: [], leftOut: 'later' }]);
  });

  it('has its grade beside a bare number where the threshold is one', () => {
    const model = modelOf([misal(2023, '81'), misal(2022, '', { category: 'kuning' })]);
    const [kuning, hijau] = model.figures.of('99.71', 'mcp');
    const of = (limit: string, figure = hijau) => {
      const criterion = model.dataset.tables.criteria.find((row) => row.code === 'mcp');
      if (!criterion || !figure) throw new Error('the fictional criterion has a figure');
      return gradeBeside({ ...criterion, threshold: limit }, figure, model.figures)?.category_id;
    };
    expect(of('Kuning')).toBe('hijau');
    expect(of('Kuning', kuning)).toBeUndefined();
    expect(of('75')).toBeUndefined();
    expect(of('tidak ada')).toBeUndefined();
  });

  it('is of the series of the criterion, and final', () => {
    const rows = [
      misal(2023, '80'),
      misal(2024, '82', { status: 'interim' }),
      misal(2025, '81', { series: 'mcsp' }),
    ];
    const later: TableOverrides = {
      designations: (text) => text.replaceAll('2024-12-09', '2025-12-09'),
    };
    expect(then('mcp', rows, later)).toEqual([
      { ...pilot, designated: 2025, old: false, figures: [[2023, '80']] },
    ]);
  });

  it('is said to be old where the criterion would not have taken it', () => {
    expect(then('mcp', [misal(2021, '80')])[0]?.old).toBe(true);
    expect(then('mcp', [misal(2022, '80')])[0]?.old).toBe(false);
  });

  it('holds two years for an opinion, where both were found', () => {
    const bpk = (year: number, category: string) => ({
      area_code: '99.71',
      indicator: 'bpk',
      year,
      category,
    });
    expect(then('bpk', [bpk(2021, 'wdp'), bpk(2022, 'wtp'), bpk(2023, 'wtp')])[0]?.figures).toEqual(
      [
        [2023, 'wtp'],
        [2022, 'wtp'],
      ],
    );
    expect(then('bpk', [bpk(2021, 'wtp'), bpk(2023, 'wtp')])[0]?.figures).toEqual([[2023, 'wtp']]);
  });

  it('names pilots without a figure too, never the region itself, and nothing without a measure', () => {
    expect(then('mcp', [])).toEqual([{ ...pilot, old: false, figures: [] }]);
    expect(then('legal', [misal(2023, '81')])).toEqual([]);
  });
});

describe('where figures were found', () => {
  it('names the source with the most other regions of the province, the newest of equals', () => {
    const nearby = (scores: readonly Cells[], code = '98.71') => {
      const model = modelOf(scores);
      const criterion = model.dataset.tables.criteria.find((row) => row.code === 'mcp');
      const found = criterion && nearbySource(model, criterion, model.area(code));
      return found && [found.source.id, found.regions];
    };
    const mcp = (area_code: string, source_id: string, more: Cells = {}) => ({
      area_code,
      indicator: 'mcp',
      year: 2023,
      value: '80',
      source_id,
      ...more,
    });
    const later = 'warta-rekaan-2025-02';
    expect(nearby([])).toBeNull();
    // Its own figures, those of other provinces and those that are not final do not count.
    expect(
      nearby([
        mcp('98.71', SOURCE),
        mcp('99.01', SOURCE),
        mcp('98.01', SOURCE, { status: 'interim' }),
        mcp('98.02', SOURCE, { indicator: 'spi' }),
      ]),
    ).toBeNull();
    expect(nearby([mcp('98.01', SOURCE), mcp('98.02', later)])).toEqual([later, 1]);
    expect(nearby([mcp('98.01', SOURCE), mcp('98.02', SOURCE), mcp('98.02', later)])).toEqual([
      SOURCE,
      2,
    ]);
    expect(nearby([mcp('98.01', SOURCE)], '98.01')).toBeNull();
  });

  it('counts regions by the kind of source, of the series alone and final', () => {
    const model = deriveModel(fictionalDataset());
    const of = (code: string) => {
      const criterion = model.dataset.tables.criteria.find((row) => row.code === code);
      return criterion ? foundIn(model, criterion) : null;
    };
    // Two areas have a figure in more than one kind of source; the province counts nowhere.
    const found = of('mcp') ?? [];
    expect(found.find(({ kind }) => kind === 'news')?.regions).toBeGreaterThan(3);
    expect(found.map(({ regions }) => regions)).toEqual(
      found.map(({ regions }) => regions).toSorted((a, b) => b - a),
    );
    expect(of('legal')).toEqual([]);
  });
});
