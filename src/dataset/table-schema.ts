/**
 * The vocabulary in which every table is defined once. It is Table Schema v2
 * (https://datapackage.org/standard/table-schema/) written as TypeScript constants, in two
 * languages, with three additions that the standard has no word for: `exact` numbers,
 * `reference` on the items of a list, and `format: 'partial-date'`.
 *
 * From one definition follow the row's type, the validation, the published files and the
 * data dictionary.
 */

/** A text in both languages of the site. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

/** The two languages of the site, Indonesian first. */
export type Lang = keyof Text;

/**
 * A number kept as the digits its table holds ("66.00" stays "66.00"), so that a fact is never
 * rounded or padded on its way to a page. Compare with `Number(...)`; print the digits.
 */
export type Decimal = string & { readonly __decimal: unique symbol };

/** A date to the precision known: `2024`, `2024-08` or `2024-08-14`. */
export type PartialDate = string;

/** A value that a categorical field allows, with its label (Table Schema v2 `categories`). */
export interface Category {
  readonly value: string;
  readonly label: Text;
}

export interface Constraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A regular expression the whole text must match. */
  readonly pattern?: string;
}

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'year' | 'list';
  /** `uri`: an http(s) address. `partial-date`: see {@link PartialDate}. */
  readonly format?: 'uri' | 'partial-date';
  readonly title: Text;
  readonly description: Text;
  readonly example?: string;
  readonly constraints?: Constraints;
  /** The only values allowed; of a list, the only items allowed. */
  readonly categories?: readonly Category[];
  /** Numbers only: keep the digits as written (the row holds a {@link Decimal}). */
  readonly exact?: true;
  /** Lists only: each item is the `id` of a row of this table. Scalars use `foreignKeys`. */
  readonly reference?: string;
  /** Editors' English notes: published in the downloads, never shown on a page. */
  readonly editorial?: true;
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

export interface TableDefinition {
  /** Name of the table, of its file (`NAME.csv`) and of its resource in the data package. */
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
}

type Scalar<F extends Field> = F extends { type: 'integer' | 'year' }
  ? number
  : F extends { type: 'number'; exact: true }
    ? Decimal
    : F extends { type: 'number' }
      ? number
      : F extends { type: 'boolean' }
        ? boolean
        : F extends { categories: readonly { readonly value: infer V }[] }
          ? V
          : string;

type ValueOf<F extends Field> = F extends {
  type: 'list';
  categories: readonly { readonly value: infer V }[];
}
  ? readonly V[]
  : F extends { type: 'list' }
    ? readonly string[]
    : F extends { constraints: { required: true } }
      ? Scalar<F>
      : Scalar<F> | null;

/** The type of one row of a table: a property per field; `null` where an optional cell is empty. */
export type RowOf<T extends TableDefinition> = {
  readonly [F in T['fields'][number] as F['name']]: ValueOf<F>;
};

/** Looks up a field of a table by name. Throws if there is none: a mistake in the code. */
export function fieldOf(table: TableDefinition, name: string): Field {
  const field = table.fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`table ${table.name} has no field ${name}`);
  return field;
}

/**
 * The label of a categorical value in a language. Throws if the field does not know the value:
 * the dataset has been checked by then, so that is a mistake in the code.
 */
export function categoryLabel(
  table: TableDefinition,
  fieldName: string,
  value: string,
  lang: Lang,
): string {
  const category = fieldOf(table, fieldName).categories?.find((known) => known.value === value);
  if (!category) throw new Error(`${table.name}.${fieldName} has no category ${value}`);
  return category.label[lang];
}
