/**
 * Spellings and forms of one word. Pagefind finds words by their beginning and knows no Indonesian
 * spelling, so the text it indexes tells it what else a word is looked for by.
 *
 * A stemmer would do more, and too much: the one Pagefind has for Indonesian takes Berau for "au"
 * and Mempawah for "pawah", and finds look-alikes of names.
 */
import type { Lang } from '../i18n/lang.ts';
import { ALSO, JOINED, SPACE, withoutMarks } from './marks.ts';

/** Words that are written as one, as two, and with a hyphen. */
const ONE_OR_TWO: readonly (readonly [string, string])[] = [
  ['anti', 'korupsi'],
  ['anti', 'suap'],
  ['anti', 'gratifikasi'],
  ['anti', 'corruption'],
  ['anti', 'bribery'],
  ['whistle', 'blow'],
  ['non', 'tunai'],
  ['kerja', 'sama'],
  ['tindak', 'lanjut'],
];

/** Names of things, and other words they are known by: letters, or a foreign word. */
const OTHER_NAMES: readonly (readonly [string, ...string[]])[] = [
  ['uang elektronik', 'emoney', 'money'],
  ['electronic money', 'emoney'],
  ['zona integritas', 'zi'],
  ['integrity zones?', 'zi'],
  ['mall? pelayanan publik', 'mpp'],
  ['public service malls?', 'mpp'],
  ['survei kepuasan masyarakat', 'skm'],
  ['survei penilaian integritas', 'spi'],
  ['wilayah bebas (?:dari )?korupsi', 'wbk'],
  ['wilayah birokrasi bersih (?:dan )?melayani', 'wbbm'],
  ['pemerintah kota', 'pemkot'],
  ['pemerintah kabupaten', 'pemkab'],
  ['pemerintah provinsi', 'pemprov'],
];

/** Short words and what they stand for. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  zi: ['zona', 'integritas'],
  mpp: ['mal', 'mall', 'pelayanan', 'publik'],
  mal: ['mall'],
  skm: ['survei', 'kepuasan', 'masyarakat'],
  wbk: ['wilayah', 'bebas', 'korupsi'],
  wbbm: ['wilayah', 'birokrasi', 'bersih', 'melayani'],
  pemkot: ['kota'],
  pemkab: ['kabupaten'],
  pemprov: ['provinsi'],
  kab: ['kabupaten'],
  prov: ['provinsi'],
  wbs: ['whistleblowing'],
};

/**
 * Indonesian words of one root that people look for. The longest forms are enough: shorter ones
 * are their beginnings.
 */
const FAMILIES: readonly (readonly string[])[] = [
  ['aduan', 'adukan', 'diadukan', 'mengadu', 'mengadukan', 'pengaduan'],
  ['laporan', 'laporkan', 'dilaporkan', 'melapor', 'melaporkan', 'pelaporan'],
  ['nilai', 'dinilai', 'menilai', 'penilaian'],
  ['layanan', 'layani', 'melayani', 'pelayanan'],
  ['diawasi', 'mengawasi', 'pengawasan'],
  ['cegah', 'dicegah', 'mencegah', 'pencegahan'],
  ['ditetapkan', 'menetapkan', 'penetapan'],
  ['usulan', 'usulkan', 'diusulkan', 'mengusulkan', 'pengusulan'],
  ['observasi', 'diobservasi', 'mengobservasi'],
  ['didampingi', 'mendampingi', 'pendampingan'],
  ['bimbingan', 'dibimbing', 'membimbing', 'pembimbingan'],
  ['bayar', 'dibayar', 'membayar', 'pembayaran'],
  ['calon', 'dicalonkan', 'mencalonkan', 'pencalonan'],
  ['dikelola', 'mengelola', 'pengelolaan'],
  ['diresmikan', 'meresmikan', 'peresmian'],
  ['diperiksa', 'memeriksa', 'pemeriksaan'],
  ['dicabut', 'mencabut', 'pencabutan'],
  ['diraih', 'meraih'],
  ['puas', 'kepuasan'],
];

const HYPHEN_OR_SPACE: Readonly<Record<string, string>> = { '': JOINED, ' ': SPACE, '-': '-' };

const pairs = ONE_OR_TWO.map(([a, b]) => new RegExp(`\\b(${a})([- ]?)(${b})`, 'gi'));
const otherNames = OTHER_NAMES.map(
  ([words, ...names]) => [new RegExp(`\\b${words}\\b`, 'gi'), names] as const,
);
const families = new Map(
  FAMILIES.flatMap((family) =>
    family.map((word) => [word, family.filter((other) => !word.startsWith(other))] as const),
  ),
);

/** Other words under which a word is found. */
function othersOf(word: string, lang: Lang): readonly string[] {
  const lower = word.toLowerCase();
  if (Object.hasOwn(STANDS_FOR, lower)) return STANDS_FOR[lower] ?? [];
  return lang === 'id' ? (families.get(lower) ?? []) : [];
}

/** A text with marks, for the index. Signs that are marks here are lost. */
export function markSpellings(text: string, lang: Lang): string {
  let marked = withoutMarks(text);
  for (const pair of pairs) {
    marked = marked.replace(
      pair,
      (_, a, between, b) => `${a}${HYPHEN_OR_SPACE[between] ?? ' '}${b}`,
    );
  }
  for (const [words, names] of otherNames) {
    marked = marked.replace(words, (found) => [found, ...names].join(ALSO));
  }
  return marked.replace(/`?[\p{L}\p{N}]+/gu, (word) =>
    word.startsWith(ALSO)
      ? word
      : [word, ...othersOf(word, lang).filter((other) => other !== word)].join(ALSO),
  );
}
