/** What is new in an edition, counted: for editions whose editors write no summary. */
import type { Text } from '../dataset/table-schema.ts';
import { isCorrection } from '../derive/changes.ts';
import { formatInteger } from '../i18n/format.ts';
import type { Plan } from './plan.ts';

/** A summary in both languages. */
export function summaryOf({ rows }: Pick<Plan, 'rows'>): Text {
  const corrections = rows.filter(isCorrection).length;
  const of = (kind: string) => rows.filter((row) => row.kind === kind && !isCorrection(row)).length;
  const structure = rows.filter((row) => /^(?:column|table)_/.test(row.kind)).length;
  const parts: readonly [number, Text, Text][] = [
    [corrections, { id: 'koreksi', en: 'correction' }, { id: 'koreksi', en: 'corrections' }],
    [
      of('added'),
      { id: 'baris ditambah', en: 'row added' },
      { id: 'baris ditambah', en: 'rows added' },
    ],
    [
      of('changed'),
      { id: 'nilai lain diubah', en: 'other value changed' },
      { id: 'nilai lain diubah', en: 'other values changed' },
    ],
    [
      of('removed'),
      { id: 'baris dicabut', en: 'row withdrawn' },
      { id: 'baris dicabut', en: 'rows withdrawn' },
    ],
    [
      structure,
      { id: 'perubahan kolom atau tabel', en: 'change of columns or tables' },
      { id: 'perubahan kolom atau tabel', en: 'changes of columns or tables' },
    ],
  ];
  const words = (lang: 'id' | 'en') => {
    const told = parts
      .filter(([count]) => count > 0)
      .map(
        ([count, one, many]) => `${formatInteger(count, lang)} ${(count === 1 ? one : many)[lang]}`,
      );
    const text = told.join(', ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return { id: words('id'), en: words('en') };
}
