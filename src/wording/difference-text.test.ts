import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '../dataset/tables/index.ts';
import { fictionalDataset } from '../dataset/testing.ts';
import { differenceOf } from '../derive/differences.ts';
import { deriveModel } from '../derive/site-model.ts';
import type { Lang } from '../i18n/lang.ts';
import { differenceSegments, segmentsText } from './difference-text.ts';

const S1 = 'kabar-contoh-2024-01-15';
const row = (
  code: string,
  series: string,
  year: number,
  value: string,
  category = '',
  flags = '',
  status = 'final',
) => `${code},mcp,${series},${year},${value},${category},,,${status},${flags},${S1},\n`;
const modelWith = (...rows: readonly string[]) =>
  deriveModel(fictionalDataset({ scores: (text) => text + rows.join('') }));

function told(
  model: ReturnType<typeof modelWith>,
  [a, b]: readonly [string, string],
  indicator: IndicatorId = 'mcp',
  year: number | null = null,
  lang: Lang = 'id',
): string {
  const found = differenceOf(model.figures, model.area(a), model.area(b), indicator, year);
  return segmentsText(differenceSegments(model, found, year, lang), model, lang);
}

describe('a difference in words', () => {
  const model = modelWith();
  const near = modelWith(
    row('98.01', 'mcp', 2024, '97.98'),
    row('98.02', 'mcp', 2024, '95.1', '', 'rounded'),
  );

  it('tells both figures, the exact difference and who is higher', () => {
    expect(told(near, ['98.01', '98.02'], 'mcp', 2024)).toBe(
      'MCP 2024: Kabupaten Contoh 97,98; Kabupaten Misal 95,1 (dibulatkan oleh sumber). Selisih sekitar 2,88 poin: Kabupaten Contoh lebih tinggi.',
    );
    expect(told(near, ['98.02', '98.01'], 'mcp', 2024, 'en')).toBe(
      'MCP 2024: Kabupaten Misal 95.1 (rounded by the source); Kabupaten Contoh 97.98. About 2.88 points apart: Kabupaten Contoh is higher.',
    );
  });

  it('names no winner where one could be the other rounded', () => {
    const close = modelWith(
      row('98.01', 'mcp', 2024, '71.90'),
      row('98.02', 'mcp', 2024, '72', '', 'rounded'),
    );
    expect(told(close, ['98.01', '98.02'], 'mcp', 2024)).toBe(
      'MCP 2024: Kabupaten Contoh 71,90; Kabupaten Misal 72 (dibulatkan oleh sumber). Terlalu dekat: dari yang tercetak, keduanya tidak dapat dibedakan.',
    );
    expect(told(close, ['98.02', '98.01'], 'mcp', 2024, 'en')).toMatch(
      /Too close to tell apart as printed\.$/,
    );
  });

  it('keeps exact differences exact', () => {
    const exact = modelWith(row('98.01', 'mcp', 2024, '97.98'), row('98.02', 'mcp', 2024, '95.1'));
    expect(told(exact, ['98.01', '98.02'], 'mcp', 2024)).toMatch(
      /Selisih 2,88 poin: Kabupaten Contoh lebih tinggi\.$/,
    );
  });

  it('says that figures are the same', () => {
    const same = modelWith(row('98.01', 'mcp', 2024, '95.10'), row('98.02', 'mcp', 2024, '95.1'));
    expect(told(same, ['98.01', '98.02'], 'mcp', 2024)).toMatch(/95,10;.*95,1\. Angkanya sama\.$/);
  });

  it('orders categories without counting their distance', () => {
    expect(told(model, ['98.01', '99.10'], 'bpk')).toBe(
      'Opini 2023: Kabupaten Contoh WTP; Kabupaten Andai WDP. Kategori Kabupaten Contoh lebih tinggi.',
    );
    const mixed = modelWith(
      row('98.01', 'mcp', 2024, '72.99'),
      row('98.02', 'mcp', 2024, '', 'terjaga'),
    );
    expect(told(mixed, ['98.01', '98.02'], 'mcp', 2024)).toBe(
      'MCP 2024: Kabupaten Contoh 72,99; Kabupaten Misal Terjaga. Hanya kategorinya yang dapat dibandingkan (Rentan; Terjaga). Kategori Kabupaten Misal lebih tinggi.',
    );
  });

  it('says why there is none, and which year would have one', () => {
    expect(told(model, ['98.71', '98.01'])).toMatch(/hanya dibandingkan dengan sesamanya\.$/);
    expect(told(model, ['98.71', '98.72'])).toMatch(
      /^Tidak berlaku bagi Kota Administratif Rekaan/,
    );
    expect(told(model, ['98.01', '98.02'])).toBe(
      'MCP: Kabupaten Contoh MCSP 80,25 (2025); Kabupaten Misal MCP 81 (2023). Deretnya berbeda, jadi tidak dibandingkan. Tahun terbaru yang ada pada keduanya: 2023.',
    );
    expect(told(model, ['98.71', '99.71'])).toBe(
      'MCP: Kota Contoh 92,15 (2023); Kota Misal 95,2 (2024). Tahunnya berbeda, jadi tidak dibandingkan. Belum ada tahun yang angkanya ditemukan pada keduanya.',
    );
    expect(told(model, ['98.02', '99.01'], 'bpk', 2023, 'en')).toBe(
      'BPK opinion 2023: Kabupaten Misal and Kabupaten Umpama not found yet.',
    );
  });

  it('names no figure that is only told', () => {
    const interim = modelWith(row('98.71', 'mcp', 2024, '96', '', '', 'interim'));
    expect(told(interim, ['98.71', '99.71'], 'mcp', 2024)).toBe(
      'MCP 2024: Kota Contoh belum ditemukan.',
    );
  });
});
