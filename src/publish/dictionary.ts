/** The data dictionary in words: what a column holds, for people who know no schema language. */
import type { Field, TableDefinition, Text } from '../dataset/table-schema.ts';

/** What a column holds, in words. */
export function typeText(field: Field): Text {
  switch (field.type) {
    case 'integer':
      return { id: 'bilangan bulat', en: 'whole number' };
    case 'number':
      return field.exact
        ? { id: 'angka, digitnya seperti tercetak', en: 'number, its digits as printed' }
        : { id: 'angka', en: 'number' };
    case 'boolean':
      return { id: '`yes` atau `no`', en: '`yes` or `no`' };
    case 'year':
      return { id: 'tahun', en: 'year' };
    case 'list':
      return { id: 'daftar, dipisahkan satu spasi', en: 'list, separated by one space' };
    case 'string':
      return stringText(field);
  }
}

function stringText(field: Field): Text {
  if (field.format === 'uri') return { id: 'alamat web', en: 'web address' };
  if (field.format === 'partial-date') {
    return {
      id: 'tanggal: `2024`, `2024-08`, atau `2024-08-14`',
      en: 'date: `2024`, `2024-08` or `2024-08-14`',
    };
  }
  return field.categories
    ? { id: 'salah satu nilai tetap', en: 'one of fixed values' }
    : { id: 'teks', en: 'text' };
}

/** The table and column in which the value of a field is found again, if there is one. */
export function referenceOf(
  table: TableDefinition,
  field: Field,
): { readonly table: string; readonly field: string } | null {
  if (field.reference) return { table: field.reference, field: 'id' };
  // The shortest key says best what a column of several keys refers to.
  const [key] = (table.foreignKeys ?? [])
    .filter((each) => each.fields.includes(field.name))
    .toSorted((a, b) => a.fields.length - b.fields.length);
  const target = key?.reference.fields[key.fields.indexOf(field.name)];
  return key && target ? { table: key.reference.resource, field: target } : null;
}

/** A text cut at its backquotes: what stands between two of them is code. */
export function codeParts(
  text: string,
): readonly { readonly text: string; readonly code: boolean }[] {
  return text
    .split('`')
    .map((part, i) => ({ text: part, code: i % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The size of a file as people read it, in steps of 1000: "1,2 MB", "345 kB". */
export function sizeText(bytes: number, point: ',' | '.'): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1e6).toFixed(1).replace('.', point)} MB`;
}
