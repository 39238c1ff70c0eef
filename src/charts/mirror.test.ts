import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { MISSING } from '../i18n/terms.ts';
import { touches } from './boxes.ts';
import { type MirrorData, type MirrorPilot, type MirrorRow, mirror } from './mirror.ts';
import { chartFaults, readTags, textBoxes } from './svg-checks.ts';

const both = (id: string, en = id) => ({ id, en });
const decimal = (value: string) => value as Decimal;

const empty: Omit<MirrorRow, 'indicator' | 'name' | 'scale'> = {
  threshold: null,
  thresholdElsewhere: false,
  figure: null,
  missing: 'not_found',
  pilots: [],
  median: null,
  asides: [],
  without: [],
};
const numbers = { kind: 'numbers', min: 0, max: 100 } as const;
const grades = { kind: 'steps', steps: ['D', 'C', 'CC', 'B', 'BB', 'A', 'AA'].map((s) => both(s)) };
const pilot = (name: string, value: string, year: number, sameLevel: boolean) => ({
  code: name,
  name: `${sameLevel ? 'Kota' : 'Kabupaten'} ${name}`,
  short: name,
  sameLevel,
  at: Number(value),
  value: decimal(value),
  category: null,
  year,
});

const sample: MirrorData = {
  area: 'Kota Contoh',
  level: 'city',
  rows: [
    {
      ...empty,
      indicator: 'mcp',
      name: both('MCP'),
      scale: numbers,
      threshold: { at: 75, label: both('75') },
      figure: { at: 97.98, value: decimal('97.98'), category: both('Terjaga'), year: 2024 },
      pilots: [
        pilot('Misal', '91.68', 2021, true),
        pilot('Rekaan', '92.19', 2023, true),
        pilot('Umpama', '94', 2024, false),
        pilot('Pulau Andai Tenggara', '96.71', 2021, false),
        pilot('Andai', '97', 2023, false),
      ],
      without: ['Kota Kosong'],
    },
    {
      ...empty,
      indicator: 'spi',
      name: both('SPI'),
      scale: numbers,
      threshold: { at: 68, label: both('68') },
      figure: { at: 60.5, value: decimal('60.5'), category: null, year: 2023 },
      pilots: [
        pilot('Misal', '69.81', 2025, true),
        pilot('Umpama', '75.66', 2025, false),
        pilot('Andai', '81.12', 2025, false),
      ],
      median: { at: 75.66, value: decimal('75.66'), year: 2025, count: 3 },
      asides: [
        {
          code: '98.03',
          name: 'Kabupaten Lain',
          short: 'Lain',
          why: 'other_kind',
          series: both('SPI'),
          value: null,
          category: both('Terjaga', 'Guarded'),
          year: 2024,
        },
      ],
    },
    {
      ...empty,
      indicator: 'sakip',
      name: both('SAKIP'),
      scale: { kind: 'steps', steps: grades.steps },
      threshold: { at: 3, label: both('B') },
      figure: { at: 5, value: null, category: both('A'), year: 2024 },
      pilots: [
        { ...pilot('Misal', '70.25', 2022, true), at: 4, category: both('BB') },
        { ...pilot('Umpama', '4', 2020, false), at: 4, value: null, category: both('BB') },
      ],
    },
    {
      ...empty,
      indicator: 'ombudsman',
      name: both('Ombudsman'),
      scale: {
        kind: 'steps',
        steps: ['Kualitas rendah', 'Kualitas sedang', 'Kualitas tertinggi'].map((s) => both(s)),
      },
      thresholdElsewhere: true,
      figure: { at: 2, value: null, category: both('Kualitas tertinggi'), year: 2025 },
      asides: [
        {
          code: '98.72',
          name: 'Kota Misal',
          short: 'Misal',
          why: 'other_series',
          series: both('deret 2022–2024', 'series 2022–2024'),
          value: decimal('82.88'),
          category: both('B'),
          year: 2023,
        },
      ],
    },
    {
      ...empty,
      indicator: 'spip',
      name: both('SPIP'),
      scale: { kind: 'numbers', min: 0, max: 5 },
      threshold: { at: 3, label: both('3') },
    },
  ],
};

const tagsOf = (svg: string, name: string) => readTags(svg).filter((tag) => tag.name === name);
const description = (svg: string) => tagsOf(svg, 'desc')[0]?.text ?? '';

/** Leaders that run through a label. */
function crossed(svg: string): readonly string[] {
  const leaders = tagsOf(svg, 'path')
    .filter(({ attributes }) => attributes.class === 'f-none s-line-strong')
    .flatMap(({ attributes }) => attributes.d?.match(/[A-Z][^A-Z]*/g) ?? []);
  let [x, y] = [0, 0];
  const strokes = leaders.flatMap((command) => {
    const [x1, y1] = [x, y];
    const [first = 0, second = 0] = command.slice(1).split(' ').map(Number);
    if (!command.startsWith('V')) x = first;
    if (command.startsWith('V')) y = first;
    else if (!command.startsWith('H')) y = second;
    return command.startsWith('M') ? [] : [{ x1, y1, x2: x, y2: y }];
  });
  return textBoxes(svg).flatMap((box) =>
    strokes.some((stroke) => touches(stroke, { ...box, bottom: box.bottom - 0.1 }))
      ? [box.words]
      : [],
  );
}

describe('the mirror', () => {
  for (const width of [280, 640, 1200]) {
    it(`is drawn for ${width} px`, async () => {
      const svg = mirror(sample, { lang: 'id', width, id: 'c' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/mirror-${width}.svg`);
      expect(chartFaults(svg, 'c')).toEqual([]);
      expect(crossed(svg)).toEqual([]);
    });
  }

  it('is drawn as a file', async () => {
    const svg = mirror(sample, {
      lang: 'en',
      id: 'c',
      theme: 'light',
      sourceLine: 'Source: fiction',
    });
    await expect(svg).toMatchFileSnapshot('__snapshots__/mirror-light.svg');
  });

  it('says in words what it shows', () => {
    const svg = mirror(sample, { lang: 'id', id: 'c', width: 280 });
    expect(tagsOf(svg, 'title')[0]?.text).toBe('Cermin: Kota Contoh dan daerah percontohan');
    const words = description(svg);
    expect(words).toContain(
      'MCP: Kota Contoh 97,98 (2024); ambang 75; 5 percontohan antara 91,68 dan 97: Kota Misal 91,68 (2021),',
    );
    expect(words).toContain('belum ditemukan: Kota Kosong.');
    expect(words).toContain('median 75,66 (2025, 3 daerah)');
    expect(words).toContain(
      'tidak dapat dibandingkan di sini: Kota Misal deret 2022–2024 82,88, B (2023)',
    );
    expect(words).toContain(
      'SPIP: Kota Contoh belum ditemukan; ambang 3; angka percontohan belum ditemukan.',
    );
    expect(description(mirror(sample, { lang: 'en', id: 'c' }))).toContain(
      'MCP: Kota Contoh 97.98 (2024); threshold 75; 5 pilots between 91.68 and 97:',
    );
  });

  it('names every pilot with its year where there is room, the extremes where there is little', () => {
    const written = (width: number) =>
      tagsOf(mirror(sample, { lang: 'id', id: 'c', width }), 'text').map(({ text }) => text);
    expect(written(640)).toEqual(
      expect.arrayContaining(['Misal 91,68 (2021)', 'Rekaan 92,19 (2023)', 'Umpama 94 (2024)']),
    );
    expect(written(280)).toContain('Andai 97 (2023)');
    expect(written(280)).not.toContain('Umpama 94 (2024)');
    // Those between are told in the description, and stand in the table behind the chart.
    expect(description(mirror(sample, { lang: 'id', id: 'c', width: 280 }))).toContain(
      'Kabupaten Umpama 94 (2024)',
    );
  });

  it('draws pilots of the same level full, the others hollow', () => {
    const dots = tagsOf(mirror(sample, { lang: 'id', id: 'c' }), 'circle').map(
      ({ attributes }) => attributes.class,
    );
    expect(dots.filter((look) => look === 'f-pilot s-paper')).toHaveLength(4);
    expect(dots.filter((look) => look === 'f-paper s-pilot')).toHaveLength(6 + 1);
  });

  it('mirrors: the same figure stands equally far from the centre on both sides', () => {
    const row = sample.rows[0] as MirrorRow;
    const svg = mirror(
      {
        ...sample,
        rows: [
          {
            ...row,
            figure: { at: 40, value: decimal('40'), category: null, year: 2024 },
            pilots: [pilot('Misal', '40', 2024, true)],
          },
        ],
      },
      { lang: 'id', id: 'c' },
    );
    const centre = Number(tagsOf(svg, 'line').at(-1)?.attributes.x1);
    const bar = tagsOf(svg, 'rect').find(({ attributes }) => attributes.class === 'f-region');
    const dot = tagsOf(svg, 'circle').at(-1);
    expect(Number(dot?.attributes.cx) - centre).toBeCloseTo(Number(bar?.attributes.width), 1);
  });

  const name = fc.constantFrom('Misal', 'Kepulauan Andai Umpama Tagulandang', '<b>&"Kota', 'X');
  const year = fc.integer({ min: 2013, max: 2026 });
  const stepNames = fc.constantFrom(
    grades.steps,
    ['TMP', 'TW', 'WDP', 'WTP'].map((s) => both(s)),
    ['Kualitas rendah', 'Kualitas sedang', 'Kualitas tinggi', 'Kualitas tertinggi'].map((s) =>
      both(s, s.toUpperCase()),
    ),
  );
  const rowFields = {
    indicator: fc.constant('x'),
    name: fc.constantFrom('MCP', 'Ombudsman', 'Ukuran panjang & rekaan').map((s) => both(s)),
    thresholdElsewhere: fc.boolean(),
    missing: fc.constantFrom('not_found' as const, 'not_yet_formed' as const),
    asides: fc.array(
      fc.record({
        code: fc.constant('98.72'),
        name,
        short: name,
        why: fc.constantFrom('other_series' as const, 'other_kind' as const),
        series: fc.constant(both('deret lama', 'old series')),
        value: fc.constantFrom(null, decimal('76.5')),
        category: fc.constantFrom(null, both('Terjaga')),
        year,
      }),
      { maxLength: 3 },
    ),
    without: fc.array(name, { maxLength: 2 }),
  };
  const numberRow = (max: number) => {
    const value = fc.integer({ min: 0, max: max * 100 }).map((n) => String(n / 100));
    const figure = value.chain((v) =>
      fc.record({
        at: fc.constant(Number(v)),
        value: fc.constant(decimal(v)),
        category: fc.constant(null),
        year,
      }),
    );
    return fc.record({
      ...rowFields,
      scale: fc.constant({ kind: 'numbers' as const, min: 0, max }),
      threshold: fc.option(
        fc.integer({ min: 0, max }).map((at) => ({ at, label: both(String(at)) })),
        { nil: null },
      ),
      figure: fc.option(figure, { nil: null }),
      pilots: fc.array(
        fc
          .tuple(figure, name, fc.boolean())
          .map(([f, n, sameLevel]) => ({ ...f, code: n, name: n, short: n, sameLevel })),
        { maxLength: 9 },
      ),
      median: fc.option(
        value.map((v) => ({ at: Number(v), value: decimal(v), year: 2024, count: 4 })),
        { nil: null },
      ),
    });
  };
  const stepRow = stepNames.chain((steps) => {
    const figure = fc
      .tuple(fc.nat(steps.length - 1), year)
      .map(([at, y]) => ({ at, value: null, category: steps[at] ?? null, year: y }));
    return fc.record({
      ...rowFields,
      scale: fc.constant({ kind: 'steps' as const, steps }),
      threshold: fc.option(
        fc.nat(steps.length - 1).map((at) => ({ at, label: both('WTP dua tahun') })),
        { nil: null },
      ),
      figure: fc.option(figure, { nil: null }),
      pilots: fc.array(
        fc
          .tuple(figure, name, fc.boolean())
          .map(([f, n, sameLevel]) => ({ ...f, code: n, name: n, short: n, sameLevel })),
        { maxLength: 9 },
      ),
      median: fc.constant(null),
    });
  });

  it('keeps everything legible for any data, and draws nothing where nothing was found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(numberRow(100), numberRow(5), stepRow), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (rows, width, lang) => {
          const data: MirrorData = {
            area: 'Kabupaten <Kepulauan> & Contoh',
            level: 'regency',
            rows,
          };
          const svg = mirror(data, { lang, width, id: 'c' });
          expect(chartFaults(svg, 'c')).toEqual([]);
          expect(crossed(svg)).toEqual([]);
          const bars = tagsOf(svg, 'rect').filter(
            ({ attributes }) => attributes.class === 'f-region',
          );
          expect(bars).toHaveLength(rows.filter((row) => row.figure).length);
          const pilots = rows.flatMap((row): readonly MirrorPilot[] => row.pilots);
          // Beside the dots stand those that explain them.
          const keys = new Set(pilots.map(({ sameLevel }) => sameLevel)).size;
          expect(tagsOf(svg, 'circle')).toHaveLength(pilots.length + keys);
          for (const { name: whole } of pilots) expect(description(svg)).toContain(whole);
          const places = tagsOf(svg, 'rect').filter(
            ({ attributes }) => attributes['stroke-dasharray'],
          );
          const unknown = rows.flatMap((row) => [
            ...(row.figure ? [] : [MISSING[row.missing][lang]]),
            ...(row.pilots.length > 0 ? [] : [MISSING.not_found[lang]]),
          ]);
          expect(places).toHaveLength(unknown.length);
          const words = tagsOf(svg, 'text')
            .map(({ text }) => text)
            .join(' ');
          for (const each of unknown) expect(words).toContain(each);
        },
      ),
      { numRuns: 150 },
    );
  });
});
