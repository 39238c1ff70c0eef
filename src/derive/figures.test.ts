import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Score, Source } from '../dataset/tables/index.ts';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { buildFigures, isOwnPublisher, speakingByRule } from './figures.ts';

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: 'Judul rekaan',
  title_printed: true,
  publisher: `Media ${id}`,
  kind: 'news',
  url: null,
  published: null,
  ...more,
});

const row = (source_id: string, value: string | null, more: Partial<Score> = {}): Score => ({
  area_code: '99.01',
  indicator: 'spi',
  series: 'spi',
  year: 2024,
  value: value as Decimal | null,
  category: null,
  category_printed: null,
  value_printed: null,
  status: 'final',
  flags: [],
  source_id,
  note: null,
  ...more,
});

const speaks = (rows: readonly Score[], sources: readonly Source[] = []) =>
  speakingByRule(rows, (id) => sources.find((each) => each.id === id) ?? source(id), 'kpk')
    ?.source_id ?? null;

describe('which figure speaks', () => {
  it('prefers a row with a value to one with a category', () => {
    expect(speaks([row('a', null, { category: 'rentan' }), row('b', '70')])).toBe('b');
  });

  it("then the indicator's own publisher", () => {
    const kpk = source('kpk-laman', { kind: 'commission', publisher: 'KPK' });
    expect(speaks([row('a', '70.55'), row('kpk-laman', '71')], [kpk])).toBe('kpk-laman');
  });

  it('then the more precise figure', () => {
    expect(speaks([row('a', '70.5'), row('b', '70.54'), row('c', '70.5')])).toBe('b');
  });

  it('then what most independent publishers print, however often one of them repeats itself', () => {
    const same = [1, 2, 3].map((n) => source(`x${n}`, { publisher: 'Media X' }));
    const rows = [row('x1', '70.1'), row('x2', '70.1'), row('x3', '70.1')];
    expect(speaks([...rows, row('p', '70.2'), row('q', '70.2')], same)).toBe('p');
  });

  it('then the later publication, then the smaller id', () => {
    const dated = [source('a', { published: '2024-01' }), source('b', { published: '2025' })];
    expect(speaks([row('a', '70.1'), row('b', '70.2')], dated)).toBe('b');
    expect(speaks([row('b', '70.1'), row('a', '70.2')])).toBe('a');
  });

  it('lets nothing speak that prints nothing', () => {
    expect(speaks([])).toBeNull();
    expect(speaks([row('a', null)])).toBeNull();
  });

  it('does not depend on the order of the rows', () => {
    const value = fc.constantFrom('70', '70.1', '70.2', '70.25', null);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 6 }).chain((values) => {
          const rows = values.map((v, i) => row(`s${i}`, v, { category: 'rentan' }));
          return fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }));
        }),
        ([rows, shuffled]) => {
          expect(speaks(shuffled)).toBe(speaks(rows));
        },
      ),
    );
  });
});

describe('isOwnPublisher', () => {
  it('knows the body itself and its regional offices', () => {
    const bpk = { kind: 'national-government', publisher: 'BPK Perwakilan Provinsi Aceh' } as const;
    expect(isOwnPublisher(source('a', bpk), 'bpk')).toBe(true);
    expect(isOwnPublisher(source('a', bpk), 'bpkp')).toBe(false);
  });

  it('takes neither a newspaper nor a reposted newspaper for the body', () => {
    expect(isOwnPublisher(source('a', { publisher: 'Kabar KPK' }), 'kpk')).toBe(false);
    const repost = { kind: 'national-government', publisher: 'Ombudsman RI (RRI)' } as const;
    expect(isOwnPublisher(source('a', repost), 'ombudsman')).toBe(false);
  });
});

describe('figures of a dataset', () => {
  const score = (more: Record<string, string | number>) => ({
    area_code: '98.71',
    indicator: 'spi',
    series: 'spi',
    status: 'final',
    source_id: 'kabar-contoh-2024-01-15',
    ...more,
  });
  const figuresOf = (rows: readonly Record<string, string | number>[]) =>
    buildFigures(
      fictionalDataset({
        scores: tableText('scores', rows.map(score)),
        decisions: (t) => `${t.split('\n')[0]}\n`,
      }),
    );

  it('never takes an interim, doubtful or stated figure for the latest', () => {
    const figures = figuresOf([
      { year: 2023, value: '70.1' },
      { year: 2024, value: '75', status: 'interim' },
      { year: 2025, value: '90', status: 'doubtful' },
    ]);
    expect(figures.latest('98.71', 'spi')).toMatchObject({ year: 2023, value: '70.1' });
    expect(figures.at('98.71', 'spi', 2024)).toMatchObject({ speaking: null, value: null });
    expect(figures.at('98.71', 'spi', 2024)?.notes).toHaveLength(1);
  });

  it('keeps the digits that were printed', () => {
    expect(figuresOf([{ year: 2023, value: '66.00' }]).latest('98.71', 'spi')?.value).toBe('66.00');
  });

  it('follows a decision against the rule, and says that the figures differ', () => {
    const figures = buildFigures(fictionalDataset());
    const figure = figures.at('99.10', 'mcp', 2023);
    expect(figure).toMatchObject({ value: '77.5', differs: true });
    expect(figure?.decision?.reason_en).toBeTruthy();
  });

  it('does not call a rounded figure a difference', () => {
    expect(buildFigures(fictionalDataset()).at('98.01', 'mcp', 2023)?.differs).toBe(false);
  });

  it('sees a difference in categories where no number is printed', () => {
    const figures = figuresOf([
      { year: 2023, category: 'rentan' },
      { year: 2023, category: 'waspada', source_id: 'lembaga-rekaan-2023' },
    ]);
    expect(figures.at('98.71', 'spi', 2023)?.differs).toBe(true);
  });

  it('has nothing to say of an area nobody wrote about', () => {
    const figures = buildFigures(fictionalDataset());
    expect(figures.latest('99.02', 'spi')).toBeNull();
    expect(figures.of('99.02', 'spi')).toEqual([]);
  });
});
