/** The numbers of editions: how one follows from what changed. Stated here, printed from here. */
import type { Text } from '../dataset/table-schema.ts';
import type { Difference } from './diff.ts';

/** Which of the three numbers of a version goes up. */
export type VersionPart = 'major' | 'minor' | 'patch';

/** The rule: the first line that holds decides. The numbers after the one that goes up begin at 0. */
export const VERSION_RULE: readonly {
  readonly part: VersionPart;
  readonly name: Text;
  /** What must have changed, as the rest of a sentence. */
  readonly when: Text;
  readonly holds: (difference: Difference) => boolean;
}[] = [
  {
    part: 'major',
    name: { id: 'angka pertama', en: 'the first number' },
    when: {
      id: 'bila sebuah tabel atau kolom hilang atau berganti nama: program yang membacanya perlu disesuaikan',
      en: 'if a table or a column is gone or has another name: programs that read it need a change',
    },
    holds: ({ tables, tablesRemoved }) =>
      tablesRemoved.length > 0 || tables.some(({ columnsRemoved }) => columnsRemoved.length > 0),
  },
  {
    part: 'minor',
    name: { id: 'angka kedua', en: 'the second number' },
    when: {
      id: 'bila baris, kolom, atau tabel bertambah, atau sebuah baris dicabut: isi kumpulan data bukan lagi fakta yang sama',
      en: 'if rows, columns or tables were added, or a row was withdrawn: the data no longer hold the same facts',
    },
    holds: ({ tables, tablesAdded }) =>
      tablesAdded.length > 0 ||
      tables.some(
        ({ added, removed, columnsAdded }) =>
          added.length + removed.length + columnsAdded.length > 0,
      ),
  },
  {
    part: 'patch',
    name: { id: 'angka ketiga', en: 'the third number' },
    when: {
      id: 'bila hanya nilai pada baris yang sudah ada yang diperbaiki',
      en: 'if only values of rows that were there before were corrected',
    },
    holds: ({ tables }) => tables.some(({ changed }) => changed.length > 0),
  },
];

/** Which number a difference raises; `null` where nothing differs. */
export function versionPart(difference: Difference): VersionPart | null {
  return VERSION_RULE.find(({ holds }) => holds(difference))?.part ?? null;
}

/** The number after `version`. */
export function nextVersion(version: string, part: VersionPart): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (part === 'major') return `${major + 1}.0.0`;
  return part === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Compares two versions by their numbers: 0.10.0 comes after 0.9.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const difference = (left ?? []).map((number, i) => number - (right?.[i] ?? 0));
  return difference.find((each) => each !== 0) ?? 0;
}
