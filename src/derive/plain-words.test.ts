import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import { fictionalDataset, tableText } from '../dataset/testing.ts';
import { LANGS } from '../i18n/lang.ts';
import { bandPosition, type PlainWords, plainWordsOf } from './plain-words.ts';
import { deriveModel, type Model } from './site-model.ts';

const model = deriveModel(fictionalDataset());
const wordsOf = (code: string, of: Model = model) => plainWordsOf(of)(of.area(code));
const told = (words: readonly PlainWords[], kind: PlainWords['kind']) =>
  words.find((each) => each.kind === kind)?.text;

describe('where a band stands', () => {
  const scheme = (indicator: 'mcp' | 'spi' | 'bpk', year: number) =>
    model.figures.bands.schemes(indicator, indicator, year)[0]?.bands ?? [];
  const positions = (bands: ReturnType<typeof scheme>) =>
    bands.map((band) => bandPosition(band, bands));

  it('is told by its place among the bands of its scheme', () => {
    expect(positions(scheme('spi', 2024))).toEqual([
      { id: 'terendah dari tiga', en: 'the lowest of three' },
      { id: 'tengah dari tiga', en: 'the middle one of three' },
      { id: 'tertinggi dari tiga', en: 'the highest of three' },
    ]);
    expect(positions(scheme('mcp', 2024)).map((position) => position?.id)).toEqual([
      'terendah dari dua',
      'tertinggi dari dua',
    ]);
  });

  it('is neither counted nor told from below where no lower end is known', () => {
    expect(positions(scheme('bpk', 2023))).toEqual([
      null,
      null,
      { id: 'tertinggi', en: 'the highest' },
    ]);
  });

  it('is nothing in a scheme of one band', () => {
    const [band] = scheme('spi', 2024);
    expect(band && bandPosition(band, [band])).toBeNull();
  });
});

describe('what a page means for a resident', () => {
  it('tells a pilot that its title is no guarantee', () => {
    const words = wordsOf('98.71');
    expect(words.map(({ kind }) => kind)).toEqual([
      'bands',
      'figures',
      'unknown',
      'standing',
      'act',
    ]);
    expect(told(words, 'bands')?.id).toBe(
      'Kategori terbarunya: SPI 2024 “Waspada”, tengah dari tiga; MCP 2023 “Hijau”, tertinggi dari tiga.',
    );
    expect(told(words, 'figures')?.en).toContain('measure the years 2023 to 2024;');
    expect(told(words, 'unknown')?.id).toContain('untuk Opini belum kami temukan');
    expect(told(words, 'standing')?.id).toContain('angkatan 2024');
    expect(told(words, 'standing')?.id).toContain('bukan jaminan');
  });

  it('tells a stage from a designation, and nothing of a region in no cohort', () => {
    expect(told(wordsOf('99.01'), 'standing')?.en).toContain('not a designation');
    expect(told(wordsOf('98.01'), 'standing')).toBeUndefined();
  });

  it('names old figures with their years', () => {
    const old = deriveModel(
      fictionalDataset({ scores: (text) => text.replaceAll(',spi,spi,2023,', ',spi,spi,2021,') }),
    );
    expect(told(wordsOf('98.02', old), 'figures')).toEqual({
      id: 'Angka SPI (2021) sudah berumur beberapa tahun; keadaan sekarang bisa berbeda. Yang dinilai pemerintah daerah secara keseluruhan, bukan satu kantor atau petugas.',
      en: 'The figures for SPI (2021) are some years old; things may have changed since. They are about the regional government as a whole, not about any one office or official.',
    });
  });

  it('says that an area without a government is assessed with its province', () => {
    const words = wordsOf('98.72');
    expect(words.map(({ kind }) => kind)).toEqual(['administrative', 'act']);
    expect(words[0]?.text.id).toContain('Pemerintah Provinsi Contoh Utara');
  });
});

/** Words that praise, blame or compare, or that make a fail of what is unknown. */
const JUDGING =
  /\b(?:gagal|buruk|baik|terbaik|bagus|jelek|kalah|unggul|memalukan|lebih|failed|fails?|better|worse|best|worst|good|bad|poor|excellent)\b/i;

/** The digits a page may mention: those in the names of its bands and measures, and its years. */
function allowedNumbers(of: Model, code: string): ReadonlySet<string> {
  const figures = of.indicators.flatMap(({ indicator }) => of.figures.of(code, indicator));
  const texts = [
    ...figures.map(({ year }) => String(year)),
    ...of.standings(code).map(({ cohort }) => String(cohort)),
    ...figures.flatMap(({ bands }) => bands.flatMap((band) => [band.label_id, band.label_en])),
    of.provinceOf(of.area(code)).name,
  ];
  return new Set(texts.flatMap((text) => text.match(/\d+/g) ?? []));
}

function checkWords(of: Model): void {
  const plainWords = plainWordsOf(of);
  for (const area of of.regions) {
    const words = plainWords(area);
    const allowed = allowedNumbers(of, area.code);
    expect(words.length).toBeGreaterThanOrEqual(2);
    expect(words.length).toBeLessThanOrEqual(6);
    expect(new Set(words.map(({ kind }) => kind)).size).toBe(words.length);
    expect(words.at(-1)?.kind).toBe('act');
    for (const { kind, text } of words) {
      for (const lang of LANGS) {
        const said = text[lang];
        for (const digits of said.match(/\d+/g) ?? []) {
          expect(allowed, `${area.name}: ${said}`).toContain(digits);
        }
        // The names of bands are their publishers' words.
        const own = said.replace(/“[^”]*”/g, '');
        if (kind !== 'reported') expect(own, area.name).not.toMatch(JUDGING);
        expect(said).not.toMatch(/undefined|null|NaN| {2}|\.\.|;\./);
        expect(said.length, said).toBeLessThan(330);
        expect(said).toMatch(/[.?!]$/);
      }
      expect(text.id.match(/\d+/g)).toEqual(text.en.match(/\d+/g));
    }
  }
}

describe('whatever is known', () => {
  it('mentions no figure that is not in the data, and judges nothing', () => {
    const score = fc.record({
      area_code: fc.constantFrom('98.01', '98.02', '98.71', '98.72', '99.01'),
      indicator: fc.constantFrom('mcp', 'spi', 'bpk'),
      year: fc.integer({ min: 2019, max: 2024 }),
      value: fc.integer({ min: 0, max: 100 }),
      category: fc.constantFrom('wtp', 'wdp', 'tmp'),
      status: fc.constantFrom('final', 'interim', 'doubtful'),
    });
    const scores = fc.uniqueArray(score, {
      maxLength: 12,
      selector: ({ area_code, indicator, year }) => `${area_code} ${indicator} ${year}`,
    });
    fc.assert(
      fc.property(scores, (rows) => {
        const text = tableText(
          'scores',
          rows.map(({ indicator, value, category, year, ...row }) => ({
            ...row,
            indicator,
            series: indicator,
            year: indicator === 'spi' ? Math.max(year, 2021) : year,
            ...(indicator === 'bpk' ? { category } : { value, value_printed: value }),
            source_id: 'kabar-contoh-2024-01-15',
          })),
        );
        const unique = [
          ...new Map(text.split('\n').map((line) => [line.split(',', 4).join(), line])).values(),
        ].join('\n');
        checkWords(
          deriveModel(fictionalDataset({ scores: unique, decisions: tableText('decisions', []) })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('holds for every region of the real data', async () => {
    const { dataset } = await readDataset('data');
    expect(dataset).not.toBeNull();
    if (dataset) checkWords(deriveModel(dataset));
  });
});
