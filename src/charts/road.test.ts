import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { datesText, type RoadData, road } from './road.ts';
import { chartFaults, readTags } from './svg-checks.ts';

const both = (id: string, en = id) => ({ id, en });
const on = (date: string, ofReport = false) => ({ date, ofReport });
const stop = (
  name: string,
  dates: readonly ReturnType<typeof on>[],
  score: string | null = null,
) => ({
  name: both(`Tahap ${name}`, `Stage ${name}`),
  dates,
  score: score as Decimal | null,
  category: score ? both('istimewa', 'excellent') : null,
});

const data: RoadData = {
  area: 'Kota Contoh',
  cohort: 2025,
  rung: both('percontohan antikorupsi', 'designated pilot'),
  since: on('2025-12-09'),
  stops: [
    stop('usulan', [on('2024-08-26'), on('2024-08-27'), on('2024-09')]),
    stop('analisis', []),
    stop('observasi', [on('2024-10', true)]),
    stop('bimbingan', []),
    stop('penilaian', [on('2025-11-06')], '92.15'),
    stop('penetapan', [on('2025-12-09')], '92.15'),
  ],
  end: null,
  others: [{ name: both('Persiapan', 'Preparation'), dates: [on('2025')] }],
  passMark: '90' as Decimal,
};

const date = fc.record({
  date: fc.constantFrom('2024', '2024-08', '2024-08-26', '2025-11-06'),
  ofReport: fc.boolean(),
});
const name = fc
  .constantFrom('Usulan', 'Monitoring dan evaluasi', '<i>&"', 'Penetapan')
  .map((id) => both(id));
const anyStop = fc.record({
  name,
  dates: fc.array(date, { maxLength: 4 }),
  score: fc.option(fc.constantFrom('92.15' as Decimal, '90' as Decimal)),
  category: fc.option(fc.constant(both('istimewa', 'istimewa (excellent)'))),
});
const some = { minLength: 1, maxLength: 3 };
const anyData: fc.Arbitrary<RoadData> = fc.record({
  area: fc.constantFrom('Kota Contoh', '<b>&'),
  cohort: fc.integer({ min: 2024, max: 2030 }),
  rung: fc.constant(data.rung),
  since: date,
  stops: fc.array(anyStop, { minLength: 1, maxLength: 9 }),
  end: fc.option(fc.record({ name, dates: fc.array(date, some) })),
  others: fc.array(fc.record({ name, dates: fc.array(date, some) }), { maxLength: 2 }),
  passMark: fc.option(fc.constant('90' as Decimal)),
});

const hollow = (svg: string) =>
  readTags(svg).filter(
    ({ name: tag, attributes }) => tag === 'circle' && attributes['stroke-dasharray'],
  ).length;

describe('the road', () => {
  for (const width of [280, 640, 1200]) {
    it(`is drawn for ${width} px`, async () => {
      const svg = road(data, { lang: 'id', width, id: 'r' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/road-${width}.svg`);
      expect(chartFaults(svg, 'r')).toEqual([]);
    });
  }

  it('is drawn as a file', async () => {
    const svg = road(data, {
      lang: 'en',
      id: 'r',
      theme: 'light',
      sourceLine: 'Source: fictional',
    });
    await expect(svg).toMatchFileSnapshot('__snapshots__/road-light.svg');
  });

  it('says in words what it shows', () => {
    const svg = road(data, { lang: 'id', id: 'r' });
    const words = readTags(svg)
      .find(({ name: tag }) => tag === 'desc')
      ?.text.replaceAll('\u00a0', ' ');
    expect(words).toContain(
      'Kota Contoh. Angkatan 2025: percontohan antikorupsi, 9 Desember 2025.',
    );
    expect(words).toContain('Tahap penilaian, 92,15, 6 November 2025');
    expect(words).toContain('Tahap analisis dan Tahap bimbingan: belum ditemukan.');
  });

  it('has a hollow place for every stage nobody tells of, and never calls it failed', () => {
    const svg = road(data, { lang: 'id', id: 'r' });
    expect(hollow(svg)).toBe(2);
    expect(svg.match(/>belum ditemukan</g)).toHaveLength(2);
    expect(svg).not.toMatch(/gagal/i);
  });

  it('ends where the road ended, without places for what did not come', () => {
    const end = { name: both('tidak terpilih', 'not selected'), dates: [on('2025-01-17')] };
    const stops = data.stops.slice(0, 4);
    const svg = road({ ...data, stops, end }, { lang: 'id', id: 'r' });
    expect(svg).toContain('Tidak terpilih');
    expect(hollow(svg)).toBe(1);
  });

  it('tells a score once', () => {
    const svg = road(data, { lang: 'id', id: 'r' });
    expect(svg.match(/>92,15, istimewa; nilai lulus 90</g)).toHaveLength(1);
  });

  it('keeps everything legible for any data', () => {
    fc.assert(
      fc.property(
        anyData,
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (any, width, lang) => {
          expect(chartFaults(road(any, { lang, width, id: 'r' }), 'r')).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('tells dates to the precision known, and whether they are those of reports', () => {
  const plain = (dates: readonly ReturnType<typeof on>[], lang: 'id' | 'en') =>
    datesText(dates, lang).replaceAll('\u00a0', ' ');
  expect(plain([on('2024-08')], 'id')).toBe('Agustus 2024');
  expect(plain([on('2024-08-26', true)], 'en')).toBe('26 August 2024 (date of the report)');
  expect(plain([on('2024'), on('2025'), on('2026'), on('2027')], 'id')).toBe(
    '2024, 2025, dan 2 tanggal lain',
  );
});
