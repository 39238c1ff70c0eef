import { describe, expect, it } from 'vitest';
import { readDataset } from '../dataset/read-dataset.ts';
import type { Field } from '../dataset/table-schema.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../dataset/tables/index.ts';
import { LANGS } from '../i18n/lang.ts';
import { unexplainedIn } from './abbreviations.ts';
import { termForms } from './forms.ts';

const { dataset } = await readDataset('data');
if (!dataset) throw new Error('the dataset has problems');
const { tables } = dataset;
const unexplained = unexplainedIn(tables);

/** Tables whose texts are names given by others: publishers' titles, places, the glossary itself. */
const OTHERS_WORDS: readonly TableName[] = ['sources', 'areas', 'aliases', 'terms'];

/** The columns that pages show as text. */
const HIDDEN = /^(?:id|slug|code|.*_code|series|source_id|publisher_id|value_printed|address)$/;
const isShown = (field: Field) =>
  field.type === 'string' &&
  !field.editorial &&
  !field.categories &&
  !field.format &&
  !HIDDEN.test(field.name);

describe('the glossary', () => {
  it('has every abbreviation that the data show on a page', () => {
    const missing = TABLE_NAMES.filter((name) => !OTHERS_WORDS.includes(name)).flatMap((name) =>
      (TABLES[name].fields as readonly Field[]).filter(isShown).flatMap((field) =>
        tables[name].flatMap((row: object) => {
          const text = (row as Record<string, unknown>)[field.name];
          if (typeof text !== 'string') return [];
          return unexplained(text).map((word) => `${name}.${field.name}: ${word} (${text})`);
        }),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('has every abbreviation in the labels of the schema', () => {
    const labels = TABLE_NAMES.flatMap((name) =>
      (TABLES[name].fields as readonly Field[]).flatMap((field) =>
        (field.categories ?? []).flatMap(({ label }) => [label.id, label.en]),
      ),
    );
    expect(labels.flatMap((label) => unexplained(label))).toEqual([]);
  });

  it('agrees with the data on what the measures are called', () => {
    for (const { series, name_id, name_en } of tables.indicators) {
      const term = tables.terms.find(({ slug }) => slug === series);
      if (!term || !name_id.endsWith(`(${term.term_id})`)) continue;
      expect(name_id.toLowerCase()).toContain(term.expansion_id?.toLowerCase());
      expect(name_en.toLowerCase()).toContain(term.expansion_en?.toLowerCase());
    }
    const publishers = new Set(tables.indicators.map(({ publisher_name }) => publisher_name));
    for (const { term_id, expansion_id } of tables.terms) {
      const own = [...publishers].find((name) => name.endsWith(`(${term_id})`));
      if (own) expect(own).toBe(`${expansion_id} (${term_id})`);
    }
  });

  it('says what each abbreviation stands for, in sentences, and no form belongs to two terms', () => {
    for (const term of tables.terms) {
      if (term.kind === 'abbreviation') expect(term.expansion_id, term.slug).not.toBeNull();
      for (const lang of LANGS) {
        expect(term[`meaning_${lang}`], term.slug).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
    for (const lang of LANGS) {
      const forms = tables.terms.flatMap((term) => termForms([term], lang));
      const slugs = Map.groupBy(forms, ({ text }) => text);
      const shared = [...slugs.values()].filter((own) => own.length > 1);
      expect(shared).toEqual([]);
    }
  });

  it('knows what it looks for', () => {
    expect(unexplained('XYZ dan KPK, 2A, II, di Kemenkeu')).toEqual(['XYZ']);
    expect(unexplained('Kemenlu dan Permenlu')).toEqual(['Kemenlu', 'Permenlu']);
  });
});
