import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import type { Band } from '../dataset/tables/index.ts';
import type { Figure } from '../derive/figures.ts';
import type { Distance } from '../derive/readiness-report.ts';
import { distanceText } from './distance-words.ts';

const figure = (year: number) => ({ year }) as Figure;
const by = (value: string) => value as Decimal;
const band = { label_id: 'Kuning', label_en: 'Yellow' } as Band;

const CASES: readonly (readonly [Distance, string, string])[] = [
  [
    { kind: 'below', by: by('2.40'), isAbout: false },
    'kurang 2,40 dari ambang',
    '2.40 short of the threshold',
  ],
  [
    { kind: 'below', by: by('0.0'), isAbout: false },
    'tepat di ambang, padahal harus lebih dari itu',
    'exactly at the threshold, where more is asked for',
  ],
  [
    { kind: 'above', by: by('17.15'), isAbout: false },
    '17,15 di atas ambang',
    '17.15 above the threshold',
  ],
  [
    { kind: 'above', by: by('17'), isAbout: true },
    'sekitar 17 di atas ambang',
    'about 17 above the threshold',
  ],
  [
    { kind: 'below', by: by('3'), isAbout: true },
    'kurang sekitar 3 dari ambang',
    'about 3 short of the threshold',
  ],
  [{ kind: 'steps_below', by: 1 }, '1 tingkat di bawah ambang', '1 step below the threshold'],
  [{ kind: 'steps_above', by: 2 }, '2 tingkat di atas ambang', '2 steps above the threshold'],
  [
    { kind: 'band_below', band },
    'seluruh rentang kategori Kuning di bawah ambang',
    'all of the category Yellow lies below the threshold',
  ],
  [
    { kind: 'opinions', figures: [figure(2023), figure(2022)] },
    'opini tahun 2023 dan 2022 bukan WTP',
    'the opinion of 2023 and 2022 is not WTP',
  ],
  [
    { kind: 'year_missing', year: 2022 },
    'opini tahun 2022 belum ditemukan',
    'the opinion of 2022 has not been found yet',
  ],
  [
    { kind: 'too_old', figure: figure(2020), from: 2022 },
    'dibutuhkan angka tahun 2022 atau lebih baru',
    'a figure of 2022 or later is needed',
  ],
];

describe('the distance from a threshold in words', () => {
  it.each(CASES)('%j', (distance, id, en) => {
    expect(distanceText(distance, { threshold: 'wtp' }, 'id')).toBe(id);
    expect(distanceText(distance, { threshold: 'wtp' }, 'en')).toBe(en);
  });

  it('never calls what is unknown a shortfall or a fail', () => {
    const open: readonly Distance[] = [
      { kind: 'no_figure', told: null, other: null },
      { kind: 'undecided', figure: figure(2024) },
      { kind: 'year_missing', year: 2022 },
      { kind: 'not_judged' },
    ];
    for (const distance of open) {
      const text = distanceText(distance, { threshold: '75' }, 'id');
      expect(text).not.toMatch(/kurang|di bawah|tidak lulus/);
      expect(text.replace('tidak berarti gagal', '')).not.toMatch(/gagal/);
    }
  });
});
