/** The rows of a table as JSON Schema (2020-12), as the API gives them. */
import type { Field, TableDefinition } from '../dataset/table-schema.ts';
import { PARTIAL_DATE_PATTERN } from './data-package.ts';

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Digits as they were printed. */
const DECIMAL_PATTERN = '-?\\d+(\\.\\d+)?';

/** The whole text must match: the patterns of tables say so without saying it. */
const whole = (pattern: string) => `^(?:${pattern})$`;

function textSchema(field: Field): JsonSchema {
  if (field.categories) return { type: 'string', enum: field.categories.map(({ value }) => value) };
  if (field.format === 'uri') return { type: 'string', format: 'uri' };
  const pattern =
    field.format === 'partial-date' ? PARTIAL_DATE_PATTERN : field.constraints?.pattern;
  return { type: 'string', ...(pattern ? { pattern: whole(pattern) } : { minLength: 1 }) };
}

function valueSchema(field: Field): JsonSchema {
  const { minimum, maximum } = field.constraints ?? {};
  const range = {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
  switch (field.type) {
    case 'integer':
    case 'year':
      return { type: 'integer', ...range };
    case 'number':
      // A number in print is a text, so that no digit is lost.
      return field.exact
        ? { type: 'string', pattern: whole(DECIMAL_PATTERN) }
        : { type: 'number', ...range };
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return {
        type: 'array',
        items: textSchema({ ...field, type: 'string' }),
        ...(field.constraints?.required && { minItems: 1 }),
      };
    case 'string':
      return textSchema(field);
  }
}

/** What may stand in a field: its values, or `null` where it may be unknown. */
function fieldSchema(field: Field): JsonSchema {
  const value = valueSchema(field);
  const described = { title: field.title.en, description: field.description.en };
  if (field.constraints?.required || field.type === 'list') return { ...described, ...value };
  return {
    ...described,
    ...value,
    type: [value.type, 'null'],
    ...(Array.isArray(value.enum) && { enum: [...value.enum, null] }),
  };
}

/** An object with these members, all of them, and no others. */
export function objectSchema(
  properties: Readonly<Record<string, JsonSchema>>,
  words: { readonly title?: string; readonly description?: string } = {},
): JsonSchema {
  return {
    ...words,
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/**
 * A row of a table, without the editors' notes. `more` are the members that the API adds to it.
 */
export function rowSchema(
  table: TableDefinition,
  more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  const fields = table.fields.filter((field) => !field.editorial);
  return objectSchema(
    {
      ...Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
      ...more,
    },
    { title: table.title.en, description: table.description.en },
  );
}
