import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import type { Decimal } from '../dataset/table-schema.ts';
import type { IndicatorId } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { formatDecimal } from '../i18n/format.ts';
import { checkClaim, easilyMistaken, likenessOf } from './claim.ts';
import { decimals, minus, roundedTo } from './decimal.ts';
import { deriveModel, type Model } from './site-model.ts';

const S1 = 'kabar-contoh-2024-01-15';
const S2 = 'warta-rekaan-2025-02';
const more = [
  // area, indicator, series, year, value, category, category_printed, value_printed, status, flags, source, note
  `98.71,mcp,mcp,2021,83.78,,,,final,,${S1},`,
  `98.71,mcp,mcp,2020,66,,,,final,,${S1},`,
  `98.71,mcp,mcp,2019,12.5,,,,doubtful,,${S1},`,
  `98.71,spi,spi,2022,69.9,,,,final,,${S1},`,
  `98.71,spi,spi,2022,71.2,,,,final,,${S2},`,
  `98.71,bpk,bpk,2022,,wtp,WTP,,final,,${S1},`,
  `98.71,bpk,bpk,2023,,wdp,WDP,,final,,${S1},`,
  `98.71,bpk,bpk,2023,,wtp,WTP,,final,,${S2},`,
  `98.71,bpk,bpk,2021,,wtp,WTP,,stated_run,stated_run,${S1},`,
  // Printed as kuning, though 81 is hijau.
  `98.71,mcp,mcp,2022,81,kuning,Zona Kuning,,final,,${S1},`,
  `98.01,mcp,mcp,2021,55.55,,,,final,,${S1},`,
  `98.01,spi,spi,2021,70.25,,,,final,,${S1},`,
];
const model = deriveModel(
  fictionalDataset({
    scores: (text) => `${text}${more.join('\n')}\n`,
    decisions: (text) =>
      `${text}98.71,spi,2022,${S1},Alasan rekaan.,A fictional reason.\n98.71,bpk,2023,${S1},Alasan rekaan.,A fictional reason.\n`,
  }),
);
const check = (
  code: string,
  indicator: IndicatorId,
  year: number,
  claim: string,
  of: Model = model,
) => checkClaim(of, { area: of.area(code), indicator, year, claim });
const verdict = (...of: Parameters<typeof check>) => check(...of).verdict;

describe('how a claimed number is like a printed one', () => {
  it.each([
    ['83.78', '83.78', 'equal'],
    ['83.780', '83.78', 'equal'],
    ['84', '83.78', 'rounded'],
    ['83.8', '83.78', 'rounded'],
    ['83', '83.78', null],
    ['3', '3.71', null],
    ['83.7', '83.78', 'cut'],
    ['83.78', '83.8', 'finer'],
    ['83.78', '84', 'finer'],
    ['83.78', '83.7', 'finer'],
    ['83.78', '83', null],
    ['83.77', '83.78', null],
    ['85', '83.78', null],
    ['100', '99.5', 'rounded'],
  ])('%s and %s', (claimed, printed, expected) => {
    expect(likenessOf(claimed as Decimal, printed as Decimal)).toBe(expected);
  });

  it('holds for every figure rounded to fewer digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 3 }),
        (n, places) => {
          const value = `${Math.floor(n / 1000)}.${`${n % 1000}`.padStart(3, '0')}` as Decimal;
          const rounded = roundedTo(value, places);
          expect(decimals(rounded)).toBe(places);
          expect(Math.abs(Number(rounded) - Number(value))).toBeLessThanOrEqual(
            0.5 / 10 ** places + 1e-9,
          );
          expect(['equal', 'rounded']).toContain(likenessOf(rounded, value));
        },
      ),
    );
  });
});

describe('a claimed number', () => {
  it.each(['92,15', '92.15', '92,150 %', 'nilai 92,15'])('%j is the figure in use', (claim) => {
    expect(check('98.71', 'mcp', 2023, claim)).toMatchObject({
      verdict: 'agrees',
      row: { value: '92.15' },
      missing: null,
      elsewhere: [],
    });
  });

  it.each([
    ['84', 'rounded'],
    ['83,8', 'rounded'],
    ['83,7', 'cut'],
  ])('%j is it with other digits', (claim, likeness) => {
    expect(check('98.71', 'mcp', 2021, claim)).toMatchObject({
      verdict: 'agrees_rounded',
      likeness,
    });
  });

  it.each([
    ['98.71', 2021, '83,781', '83.78'],
    ['98.71', 2020, '66,4', '66'],
    ['98.71', 2020, '65,5', '66'],
  ] as const)(
    '%s %s %j does not contradict what is printed, and is not in print',
    (code, year, claim, value) => {
      expect(check(code, 'mcp', year, claim)).toMatchObject({
        verdict: 'finer',
        row: { value },
        same: [],
      });
    },
  );

  it('is contradicted by the figure in use, whatever else it is finer than', () => {
    const two = deriveModel(
      fictionalDataset({
        scores: (text) =>
          `${text}98.71,mcp,mcp,2021,80.5,,,,final,,${S1},\n98.71,mcp,mcp,2021,66,,,,interim,,${S2},\n`,
      }),
    );
    expect(verdict('98.71', 'mcp', 2021, '66,2', two)).toBe('differs');
    expect(verdict('98.71', 'mcp', 2021, '80,52', two)).toBe('finer');
  });

  it.each([
    ['83', 2021],
    ['66,99', 2020],
  ] as const)('%j is not the figure with its decimals cut', (claim, year) => {
    expect(check('98.71', 'mcp', year, claim)).toMatchObject({ verdict: 'differs', isCut: true });
  });

  it('is only said to be printed where a source prints it, rounded or cut to its digits', () => {
    const claims = fc
      .tuple(
        fc.constantFrom(...model.dataset.tables.scores),
        fc.integer({ min: -120, max: 120 }),
        fc.integer({ min: 0, max: 3 }),
      )
      .map(([row, shift, places]) => ({
        row,
        claim: Math.max(0, Number(row.value ?? 50) + shift / 100).toFixed(places),
      }));
    fc.assert(
      fc.property(claims, ({ row, claim }) => {
        const found = check(row.area_code, row.indicator, row.year, claim);
        const supported = ['agrees', 'agrees_rounded', 'agrees_other_source', 'not_final'];
        if (!supported.includes(found.verdict) || !('row' in found) || !found.row.value) return;
        const places = Math.min(decimals(claim as Decimal), decimals(found.row.value));
        const cut =
          places > 0
            ? `${Math.trunc(Number(found.row.value) * 10 ** places) / 10 ** places}`
            : claim;
        const rounded = roundedTo(found.row.value, places);
        expect([Number(rounded), places > 0 ? Number(cut) : Number(rounded)]).toContain(
          Number(claim),
        );
      }),
    );
  });

  it('is what another source prints, with the decision', () => {
    const found = check('98.71', 'spi', 2022, '71,2');
    expect(found).toMatchObject({
      verdict: 'agrees_other_source',
      likeness: 'equal',
      row: { source_id: S2 },
      figure: { decision: { reason_en: 'A fictional reason.' }, speaking: { source_id: S1 } },
    });
    expect(found.same.map(({ source_id }) => source_id)).toEqual([S2]);
  });

  it('is a figure that is not final', () => {
    expect(check('99.71', 'mcp', 2025, '13')).toMatchObject({
      verdict: 'not_final',
      row: { status: 'interim' },
      missing: 'not_found',
    });
    expect(verdict('98.71', 'mcp', 2019, '12,5')).toBe('not_final');
  });

  it('is of another year of the same series', () => {
    expect(check('98.71', 'spi', 2023, '77,4')).toMatchObject({
      verdict: 'other_year',
      match: { row: { year: 2024 }, likeness: 'equal' },
    });
    // Also where nothing was found for the year itself.
    expect(check('98.71', 'spi', 2021, '77,4')).toMatchObject({
      verdict: 'other_year',
      figure: null,
      missing: 'not_found',
    });
  });

  it('is of another series', () => {
    expect(check('98.01', 'mcp', 2023, '80,25')).toMatchObject({
      verdict: 'other_series',
      match: { row: { year: 2025, series: 'mcsp' } },
    });
  });

  it('is of the area of the same name, or of the province', () => {
    expect(check('98.71', 'mcp', 2023, '70,10')).toMatchObject({
      verdict: 'other_area',
      match: { row: { area_code: '98.01' } },
    });
    expect(check('98.71', 'mcp', 2023, '71,5')).toMatchObject({
      verdict: 'other_area',
      match: { row: { area_code: '98' } },
    });
  });

  it('is of another indicator in that year', () => {
    expect(check('98.01', 'mcp', 2021, '70,25')).toMatchObject({
      verdict: 'other_indicator',
      match: { row: { indicator: 'spi', year: 2021 } },
    });
  });

  it('meets nothing elsewhere by a whole number alone', () => {
    // 84 would be 83.78 of 2021 rounded; that is chance.
    expect(check('98.71', 'mcp', 2023, '84')).toMatchObject({ verdict: 'differs', elsewhere: [] });
    expect(verdict('98.71', 'mcp', 2023, '66')).toBe('other_year');
  });

  it('differs, by how much', () => {
    expect(check('98.71', 'mcp', 2023, '90')).toMatchObject({
      verdict: 'differs',
      difference: '-2.15',
    });
    expect(check('98.71', 'mcp', 2023, '99,999')).toMatchObject({ difference: '7.849' });
  });

  it('is unknown where nothing was printed, with the reason and the years that are known', () => {
    const found = check('98.02', 'spi', 2024, '70');
    expect(found).toMatchObject({ verdict: 'unknown', missing: 'not_found', figure: null });
    expect(found.history.map(({ year }) => year)).toEqual([2023]);
    expect(check('98.72', 'spi', 2024, '70')).toMatchObject({
      missing: 'not_applicable',
      history: [],
    });
  });

  it('is outside the scale', () => {
    expect(check('98.71', 'mcp', 2023, '9215')).toMatchObject({
      verdict: 'outside_scale',
      min: 0,
      max: 100,
    });
    expect(verdict('98.71', 'mcp', 2023, '-5')).toBe('outside_scale');
    // As thousands it would be; as a decimal it is not.
    expect(verdict('98.71', 'mcp', 2023, '92.150')).toBe('agrees');
  });

  it('cannot be set against a category', () => {
    expect(check('98.71', 'bpk', 2022, '74,5')).toMatchObject({
      verdict: 'number_unknown',
      fits: null,
    });
  });

  it.each([
    ['sekitar 92', 'sekitar', '92'],
    ['± 92,15 persen', '±', '92.15'],
    ['hampir 93', 'hampir', '93'],
    ['about 92.2%', 'about', '92.2'],
    ['kurang lebih 92', 'kurang lebih', '92'],
  ])('is read without what makes it less than exact: %j', (claim, hedge, value) => {
    const found = check('98.71', 'mcp', 2023, claim);
    expect(found.reading).toMatchObject({
      kind: 'number',
      value,
      hedge,
      bound: null,
      unread: null,
    });
    expect(found.verdict).toBe(verdict('98.71', 'mcp', 2023, value));
  });

  it.each([
    ['lebih dari 90', true, '2.15'],
    ['di atas 92,15', false, '0.00'],
    ['paling sedikit 92,15', true, '0.00'],
    ['92 atau lebih', true, '0.15'],
    ['more than 95', false, '-2.85'],
    ['> 95', false, '-2.85'],
    ['kurang dari 93', true, '-0.85'],
    ['di bawah 92,15', false, '0.00'],
    ['tidak lebih dari 92,15', true, '0.00'],
    ['less than 60', false, '32.15'],
  ])('%j is a limit, kept or not', (claim, holds, difference) => {
    expect(check('98.71', 'mcp', 2023, claim)).toMatchObject({
      verdict: 'bound',
      holds,
      difference,
      row: { value: '92.15' },
    });
  });

  it('as a limit is compared exactly, whatever the words', () => {
    const limit = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(
        limit,
        fc.constantFrom('lebih dari', 'di atas', 'above', 'kurang dari', 'below'),
        ([whole, part], words) => {
          const claim = `${words} ${whole},${`${part}`.padStart(2, '0')}`;
          const hundredths = 100 * whole + part;
          const isAbove = !['kurang dari', 'below'].includes(words);
          expect(check('98.71', 'mcp', 2023, claim)).toMatchObject({
            verdict: 'bound',
            holds: isAbove ? 9215 > hundredths : 9215 < hundredths,
          });
        },
      ),
    );
  });

  it('as a limit cannot be told near a figure that was rounded', () => {
    const rounded = deriveModel(
      fictionalDataset({
        scores: (text) => `${text}98.71,mcp,mcp,2019,75,,,,final,rounded,${S1},\n`,
      }),
    );
    const holds = (claim: string) => {
      const found = check('98.71', 'mcp', 2019, claim, rounded);
      return found.verdict === 'bound' ? found.holds : found.verdict;
    };
    expect(holds('lebih dari 74')).toBe(true);
    expect(holds('lebih dari 74,6')).toBeNull();
    expect(holds('paling sedikit 75')).toBeNull();
    expect(holds('kurang dari 75,4')).toBeNull();
    expect(holds('kurang dari 76')).toBe(true);
  });

  it('as a limit is unknown where nothing was printed, or only a category', () => {
    expect(verdict('98.02', 'spi', 2024, 'lebih dari 70')).toBe('unknown');
    expect(check('98.71', 'bpk', 2022, 'lebih dari 70')).toMatchObject({
      verdict: 'number_unknown',
      fits: null,
    });
    // A figure that is not final keeps no limit.
    expect(verdict('99.71', 'mcp', 2025, 'lebih dari 1')).toBe('unknown');
  });

  it.each([
    ['92,15 (rentan)', 'rentan'],
    ['naik menjadi 92,15', 'naik menjadi'],
    ['92,15 persen pada 2023 kata bupati', 'kata bupati'],
    ['92,15, di atas rata-rata', 'di atas rata-rata'],
  ])('is read beside words that are not: %j', (claim, unread) => {
    expect(check('98.71', 'mcp', 2023, claim)).toMatchObject({
      verdict: 'agrees',
      reading: { value: '92.15', unread, bound: null },
    });
  });

  it.each([
    'bukan 92,15',
    'not 92.15',
    'peringkat 3',
    '92 juta',
    'naik dari 90 ke 92,15',
    'lebih dari sekian',
  ])('is none where words turn it, or there are several: %j', (claim) =>
    expect(verdict('98.71', 'mcp', 2023, claim)).toBe('unreadable'),
  );

  it('is judged with the category beside it', () => {
    expect(check('98.71', 'mcp', 2023, '92,15 (hijau)')).toMatchObject({
      verdict: 'agrees',
      beside: 'agree',
    });
    expect(check('98.71', 'mcp', 2023, '92,15 (kuning)')).toMatchObject({
      verdict: 'agrees',
      beside: 'differ',
    });
    expect(check('98.71', 'mcp', 2023, '92,15')).toMatchObject({ beside: null });
  });
});

describe('a claimed category', () => {
  it('agrees with the printed one, or with the band of the number', () => {
    expect(verdict('98.71', 'bpk', 2022, 'WTP')).toBe('category_agrees');
    expect(verdict('98.71', 'mcp', 2023, 'Zona Hijau')).toBe('category_agrees');
  });

  it.each([
    ['WTP ke-15', 'ke-15'],
    ['opini WTP ke 15 kali berturut-turut', 'ke 15 kali berturut-turut'],
    ['WTP 15 kali berturut-turut', '15 kali berturut-turut'],
    ['WTP kelima kalinya', 'kelima kalinya'],
    ['WTP tahun 2022', null],
    ['WTP for the 15th time in a row', 'for the 15th time in a row'],
  ])('is read without its count: %j', (claim, count) => {
    expect(check('98.71', 'bpk', 2022, claim)).toMatchObject({
      verdict: 'category_agrees',
      reading: { kind: 'category', count },
    });
  });

  it.each(['belum WTP', 'belum WTP ke-15', 'WTP atau WDP', 'ke-15'])('is none in %j', (claim) => {
    expect(verdict('98.71', 'bpk', 2022, claim)).toBe('unreadable');
  });

  it('differs', () => {
    expect(verdict('98.71', 'bpk', 2022, 'wdp')).toBe('category_differs');
    expect(verdict('98.71', 'mcp', 2023, 'merah')).toBe('category_differs');
  });

  it('is what another source prints', () => {
    expect(check('98.71', 'bpk', 2023, 'WTP')).toMatchObject({
      verdict: 'agrees_other_source',
      likeness: null,
      row: { source_id: S2 },
    });
  });

  it('is printed beside a number that falls into another', () => {
    expect(check('98.71', 'mcp', 2022, 'zona kuning')).toMatchObject({
      verdict: 'category_at_odds',
      expected: { category_id: 'hijau' },
    });
    expect(verdict('98.71', 'mcp', 2022, 'hijau')).toBe('category_agrees');
  });

  it('is told only, not final', () => {
    expect(verdict('98.71', 'bpk', 2021, 'WTP')).toBe('not_final');
    expect(verdict('98.71', 'bpk', 2021, 'WDP')).toBe('unknown');
  });

  it('is not in use in that year', () => {
    expect(check('98.71', 'mcp', 2023, 'rentan')).toMatchObject({
      verdict: 'category_not_in_use',
      bands: [{ category_id: 'rentan', year_from: 2024 }],
    });
  });

  it('cannot be judged where the number has no category', () => {
    expect(verdict('98.01', 'mcp', 2025, 'hijau')).toBe('category_not_in_use');
  });
});

describe('what cannot be read', () => {
  it.each(['abc', '<img src=x onerror=alert(1)>', '74 atau 75', 'x'.repeat(200), '🙂'])(
    '%j',
    (claim) => {
      expect(verdict('98.71', 'mcp', 2023, claim)).toBe('unreadable');
    },
  );

  it('asks nothing where nothing is claimed', () => {
    expect(verdict('98.71', 'mcp', 2023, '  ')).toBe('no_claim');
  });

  it('has an answer to every text, for every figure', () => {
    const figure = fc.constantFrom(...model.figures.all);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.stringMatching(/^-?\d{0,4}[.,]?\d{0,4} ?(%|hijau|A)?$/),
    );
    fc.assert(
      fc.property(figure, text, fc.integer({ min: -1, max: 1 }), (of, claim, shift) => {
        const found = check(of.area_code, of.indicator, of.year + shift, claim);
        expect(found.missing === null).toBe(Boolean(found.figure?.speaking));
        if (found.verdict === 'differs' && found.reading.kind === 'number') {
          // The difference is exact.
          expect(minus(found.reading.value, found.difference).replace(/\.?0+$/, '')).toBe(
            `${found.row.value}`.replace(/\.?0+$/, ''),
          );
        }
      }),
    );
  });
});

describe('a year before the measure', () => {
  const asked = (year: number, claim = '', code = '98.71') =>
    checkClaim(model, { area: model.area(code), indicator: 'mcp', year, claim, since: 2016 });

  it('is told as such', () => {
    expect(asked(1990)).toMatchObject({ verdict: 'no_claim', notBefore: 2016 });
    expect(asked(1990, '12,34')).toMatchObject({ verdict: 'unknown', notBefore: 2016 });
    expect(asked(1990, '92,15')).toMatchObject({ verdict: 'other_year', notBefore: 2016 });
  });

  it('is none from the first year on, nor where the measure never applied', () => {
    expect(asked(2016).notBefore).toBeNull();
    expect(asked(2023, '92,15').notBefore).toBeNull();
    expect(asked(1990, '', '98.72').notBefore).toBeNull();
    expect(check('98.71', 'mcp', 1990, '').notBefore).toBeNull();
  });
});

describe('areas that are easily mistaken', () => {
  it('have the same name, or are the province', () => {
    const codes = (code: string) =>
      easilyMistaken(model.dataset.tables.areas, model.area(code)).map((area) => area.code);
    expect(codes('98.71')).toEqual(['98', '98.01']);
    expect(codes('98')).toEqual([]);
    expect(codes('99.71')).toEqual(['98.02', '99']);
  });
});

describe('the published figures', () => {
  let real: Model;
  beforeAll(async () => {
    const { dataset } = await readDataset('data');
    if (!dataset) throw new Error('the dataset has problems');
    real = deriveModel(dataset);
  });

  it('agree with themselves, as they are shown in either language', () => {
    const wrong = real.figures.all.flatMap(({ area_code, indicator, year, speaking, value }) =>
      speaking && value !== null
        ? (['id', 'en'] as const)
            .map((lang) => formatDecimal(value, lang))
            .filter((claim) => verdict(area_code, indicator, year, claim, real) !== 'agrees')
            .map((claim) => `${area_code} ${indicator} ${year} ${claim}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('agree with their categories, by id and by both labels', () => {
    const wrong = real.figures.all.flatMap(({ area_code, indicator, year, speaking, bands }) =>
      speaking
        ? bands
            .flatMap(({ category_id, label_id, label_en }) => [category_id, label_id, label_en])
            .filter(
              (claim) => verdict(area_code, indicator, year, claim, real) !== 'category_agrees',
            )
            .map((claim) => `${area_code} ${indicator} ${year} ${claim}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('answer for every version that sources print', () => {
    const wrong = real.disagreements.scores.flatMap(({ figure, versions }) =>
      versions
        .filter(({ used }) => !used)
        .flatMap(({ rows: [row] }) => {
          if (row?.value == null) return [];
          const found = verdict(figure.area_code, figure.indicator, figure.year, row.value, real);
          return ['agrees_other_source', 'agrees_rounded'].includes(found)
            ? []
            : [`${figure.area_code} ${figure.indicator} ${figure.year} ${row.value}: ${found}`];
        }),
    );
    expect(wrong).toEqual([]);
  });
});
