/** What a person meant who wrote something that is not the code of a known area. */
import { distance } from 'fastest-levenshtein';
import type { CsvDocument } from './csv-reader.ts';
import { skeleton } from './likeness.ts';
import { looksLikeSpreadsheetDate } from './parse-value.ts';
import type { Field, TableDefinition } from './table-schema.ts';
import { AREA_CODE_PATTERN } from './tables/common.ts';
import { quoted } from './wording.ts';

/** The remedy for a wrong area code, as the end of a sentence. */
export type SuggestArea = (text: string) => string;

interface Name {
  readonly code: string;
  readonly bare: string;
  readonly kind: string;
}

const PREFIX =
  /^(?:pemerintah\s+|pem\.?\s+)?(kabupaten|kab|pemkab|kota|pemkot|regency of|city of|provinsi|prov|pemprov)(?:\.\s*|\s+)(?:adm(?:inistrasi|\.)?\s+)?/i;

/** A name without its prefix, and the kind of area the prefix speaks of (`''` if none). */
function splitName(name: string): { bare: string; kind: string } {
  const prefix = PREFIX.exec(name);
  const kind = /^$|prov/i.test(prefix?.[1] ?? '')
    ? prefix
      ? 'province'
      : ''
    : /kab|regency/i.test(prefix?.[1] ?? '')
      ? 'regency'
      : 'city';
  return { bare: skeleton(name.slice(prefix?.[0].length ?? 0)), kind };
}

function column(document: CsvDocument | null, name: string): (string | undefined)[] {
  const index = document?.header?.fields.findIndex((field) => field.value.trim() === name) ?? -1;
  const width = document?.header?.fields.length;
  // in a row that is too long or short the cells stand under other columns
  return (document?.records ?? []).map((record) =>
    record.fields.length === width ? record.fields[index]?.value.trim() : undefined,
  );
}

/** Whether a field holds the code of an area: by its form, or because it points at one. */
export function isAreaCode(definition: TableDefinition, field: Field): boolean {
  return (
    field.constraints?.pattern === AREA_CODE_PATTERN ||
    (definition.foreignKeys ?? []).some(
      ({ fields, reference }) =>
        fields.length === 1 && fields[0] === field.name && reference.resource === 'areas',
    )
  );
}

/**
 * Prepares suggestions from the tables `areas` and `aliases` as they stand, checked or not:
 * a suggestion may come from a table that has mistakes of its own.
 */
export function createSuggestArea(
  areas: CsvDocument | null,
  aliases: CsvDocument | null,
): SuggestArea {
  const names = new Map<string, string>();
  const searchable: Name[] = [];
  const labels = column(areas, 'name');
  const levels = column(areas, 'level');
  for (const [index, code] of column(areas, 'code').entries()) {
    const label = labels[index];
    if (!code || !label) continue;
    names.set(code, label);
    searchable.push({ code, bare: splitName(label).bare, kind: levels[index] ?? '' });
  }
  const others = column(aliases, 'alias');
  const kinds = new Map(searchable.map(({ code, kind }) => [code, kind]));
  for (const [index, code] of column(aliases, 'code').entries()) {
    if (!code || !names.has(code)) continue;
    const { bare } = splitName(others[index] ?? '');
    if (bare) searchable.push({ code, bare, kind: kinds.get(code) ?? '' });
  }

  const told = (code: string) => `${quoted(code)}${names.has(code) ? ` (${names.get(code)})` : ''}`;

  const byName = (text: string): string[] => {
    const { bare, kind } = splitName(text);
    if (bare.length < 3) return [];
    let least = Math.min(3, Math.floor(bare.length / 3)) + 1;
    let codes: string[] = [];
    for (const name of searchable) {
      if (kind && name.kind !== kind) continue;
      const far = distance(bare, name.bare);
      if (far < least) [least, codes] = [far, [name.code]];
      else if (far === least && codes.length > 0 && !codes.includes(name.code))
        codes.push(name.code);
    }
    return codes.slice(0, 3);
  };

  return (text) => {
    if (/^\d{2}\.\d$/.test(text)) {
      const whole = `${text}0`;
      const padded = text.replace('.', '.0');
      // where areas.csv itself holds the shortened code, the whole one is not known
      return names.has(padded) && !names.has(whole) && !names.has(text)
        ? `did you mean ${told(padded)}?`
        : `a spreadsheet has dropped the last zero, write ${told(whole)} and keep the column as text`;
    }
    const digits = text.replace(/\D/g, '');
    if (/^\d{2}[\s,./-]?\d{2}(?:[.,]0+)?$/.test(text) && !/^\d{2}\.\d{2}$/.test(text)) {
      return `write ${told(`${digits.slice(0, 2)}.${digits.slice(2, 4)}`)}`;
    }
    if (looksLikeSpreadsheetDate(text)) {
      return 'a spreadsheet has turned the code into a date, write it again and keep the column as text';
    }
    const own = [...names.keys()].filter((code) => code.startsWith(`${text.slice(0, 2)}.`)).sort();
    if (new RegExp(`^(?:${AREA_CODE_PATTERN})$`).test(text)) {
      const province = names.get(text.slice(0, 2));
      return province && own.length > 0
        ? `the codes of ${province} run from ${quoted(own[0] ?? '')} to ${quoted(own.at(-1) ?? '')}, look it up in areas.csv`
        : 'look the code up in areas.csv';
    }
    const meant = byName(text);
    if (meant.length > 0) return `did you mean ${meant.map(told).join(' or ')}?`;
    return 'look the code up in areas.csv; it is written like `35.72`';
  };
}
