import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Verdict } from '../derive/readiness.ts';
import { VERDICT } from '../i18n/terms.ts';
import { type ReadinessData, type ReadinessRow, readiness } from './readiness.ts';
import { chartFaults, readTags } from './svg-checks.ts';

const both = (id: string, en = id) => ({ id, en });
const figure = (value: string, year: number) => ({
  at: Number(value),
  value: value as Decimal,
  category: null,
  year,
});
const row = (verdict: Verdict, name: string, value: string | null): ReadinessRow => ({
  code: name,
  name: both(name),
  verdict,
  scale: { kind: 'numbers', min: 0, max: 100 },
  threshold: { at: 75, label: both('≥ 75') },
  figures: value === null ? [] : [figure(value, 2024)],
  absent: [],
  alsoPrinted: [],
});
const opinions = ['TMP', 'TW', 'WDP', 'WTP'].map((s) => both(s));

const sample: ReadinessData = {
  area: 'Kota Contoh',
  rows: [
    { ...row('met', 'Nilai MCP', '92.15'), alsoPrinted: [both('≥ 90'), both('> 95')] },
    row('not_met', 'Nilai SPI', '74.5'),
    row('unknown', 'Maturitas SPIP', null),
    row('too_old', 'Nilai SAKIP', '80'),
    {
      ...row('unknown', 'Opini BPK', null),
      scale: { kind: 'steps', steps: opinions },
      threshold: { at: 3, label: both('WTP pada dua tahun terakhir') },
      figures: [{ at: 3, value: null, category: both('WTP'), year: 2024 }],
      absent: [2023],
    },
    {
      ...row('to_check', 'Tidak ada pejabat rekaan dalam proses hukum rekaan', null),
      scale: null,
      threshold: null,
    },
  ],
};

const tagsOf = (svg: string, name: string) => readTags(svg).filter((tag) => tag.name === name);

describe('readiness', () => {
  for (const width of [280, 640, 1200]) {
    it(`is drawn for ${width} px`, async () => {
      const svg = readiness(sample, { lang: 'id', width, id: 'c' });
      await expect(svg).toMatchFileSnapshot(`__snapshots__/readiness-${width}.svg`);
      expect(chartFaults(svg, 'c')).toEqual([]);
    });
  }

  it('is drawn as a file', async () => {
    const svg = readiness(sample, {
      lang: 'en',
      id: 'c',
      theme: 'light',
      sourceLine: 'Source: fiction',
    });
    await expect(svg).toMatchFileSnapshot('__snapshots__/readiness-light.svg');
  });

  it('says in words what it shows', () => {
    const svg = readiness(sample, { lang: 'id', id: 'c' });
    expect(tagsOf(svg, 'title')[0]?.text).toBe('Kota Contoh menurut kriteria');
    const words = tagsOf(svg, 'desc')[0]?.text;
    expect(words).toContain(
      'Kota Contoh. terpenuhi: 1; belum terpenuhi: 1; belum ditemukan: 2; angka terlalu lama: 1; periksa sendiri: 1.',
    );
    expect(words).toContain(
      'Nilai MCP (ambang ≥ 75; juga tercetak ≥ 90; > 95): terpenuhi, 92,15 (2024).',
    );
    expect(words).toContain('belum ditemukan, WTP (2024), 2023 belum ditemukan.');
  });

  it('tells verdicts apart by the shape of their mark', () => {
    const shape = (verdict: Verdict) => {
      const bare: ReadinessRow = { ...row(verdict, 'x', null), scale: null, threshold: null };
      const svg = readiness({ area: 'x', rows: [bare] }, { lang: 'id', id: 'c' });
      // Everything but colour: kinds of tags, dashes, and whether the mark is full.
      return readTags(svg)
        .filter(({ name }) => ['circle', 'line', 'g'].includes(name))
        .map(({ name, attributes }) =>
          [
            name,
            attributes['stroke-dasharray'],
            /f-(none|paper)/.test(attributes.class ?? ''),
          ].join(),
        )
        .join(' ');
    };
    const shapes = (Object.keys(VERDICT) as Verdict[]).map(shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('keeps everything legible for any data, and draws no bar where nothing was found', () => {
    const name = fc.constantFrom('Nilai MCP', 'Kepatuhan <pelayanan> publik & seterusnya', 'X');
    const anyRow = fc
      .record({
        verdict: fc.constantFrom(...(Object.keys(VERDICT) as Verdict[])),
        name,
        value: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null }),
        limit: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
        steps: fc.boolean(),
        scaled: fc.boolean(),
      })
      .map(({ verdict, name: words, value, limit, steps, scaled }): ReadinessRow => {
        const numbersRow = row(verdict, words, value === null ? null : String(value / 100));
        if (!scaled) return { ...numbersRow, scale: null, threshold: null, figures: [] };
        if (!steps) {
          return {
            ...numbersRow,
            threshold: limit === null ? null : { at: limit, label: both(`≥ ${limit}`) },
          };
        }
        const at = value === null ? null : value % 4;
        return {
          ...numbersRow,
          scale: { kind: 'steps', steps: opinions },
          threshold: {
            at: limit === null ? null : limit % 4,
            label: both('WTP pada dua tahun terakhir'),
          },
          figures:
            at === null ? [] : [{ at, value: null, category: opinions[at] ?? null, year: 2023 }],
          absent: at === null ? [] : [2022],
        };
      });
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 280, max: 1200 }),
        fc.constantFrom('id' as const, 'en' as const),
        (rows, width, lang) => {
          const svg = readiness({ area: 'Kota <Contoh>', rows }, { lang, width, id: 'c' });
          expect(chartFaults(svg, 'c')).toEqual([]);
          const dashed = tagsOf(svg, 'rect').filter(
            ({ attributes }) => attributes['stroke-dasharray'],
          );
          const bars = svg.split('<rect').filter((part) => /^[^>]*><title>/.test(part));
          const scaled = rows.filter(({ scale }) => scale !== null);
          expect(bars).toHaveLength(scaled.filter(({ figures }) => figures.length > 0).length);
          expect(dashed).toHaveLength(scaled.filter(({ figures }) => figures.length === 0).length);
        },
      ),
      { numRuns: 150 },
    );
  });
});
