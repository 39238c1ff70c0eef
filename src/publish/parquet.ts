/**
 * Writes a table as Parquet, typed: text, INT64, INT32 for years, DOUBLE, DECIMAL for numbers
 * whose digits are a fact, BOOLEAN, and lists of text. Columns that are never empty are REQUIRED.
 */
import { ByteWriter, type ColumnSource, parquetWrite, type SchemaElement } from 'hyparquet-writer';
import type { Decimal, Field, TableDefinition } from '../dataset/table-schema.ts';
import { decimals } from '../derive/decimal.ts';
import { sortedRows } from './csv.ts';

/** Facts about the file that go into its own metadata. */
export type FileNotes = Readonly<Record<string, string>>;

/** The most digits an INT64 holds, and the most any DECIMAL does. */
const SHORT_DIGITS = 18;
const MOST_DIGITS = 38;

interface DecimalType {
  readonly precision: number;
  readonly scale: number;
}

const digitsOf = (value: Decimal) => value.replace(/^-?0*|\./g, '').length;

/** The DECIMAL that holds every value of a column: as many places as the longest of them has. */
function decimalType(values: readonly (Decimal | null)[]): DecimalType {
  const known = values.filter((value) => value !== null);
  const scale = known.reduce((most, value) => Math.max(most, decimals(value)), 0);
  const digits = known.reduce(
    (most, value) => Math.max(most, digitsOf(value) - decimals(value) + scale),
    scale,
  );
  if (digits > MOST_DIGITS) {
    throw new RangeError(`no Parquet DECIMAL holds ${digits} digits; ${MOST_DIGITS} are the most`);
  }
  return { precision: digits > SHORT_DIGITS ? MOST_DIGITS : SHORT_DIGITS, scale };
}

/** The digits of a value as one integer of a scale: '68.8' at 2 is 6880. */
function unscaled(value: Decimal, scale: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };

/** The schema of a column (a list is three elements deep) and its values as the writer wants them. */
function columnOf(
  field: Field,
  values: readonly unknown[],
): { schema: SchemaElement[]; data: unknown[] } {
  const repetition_type =
    field.constraints?.required || field.type === 'list' ? 'REQUIRED' : 'OPTIONAL';
  const plain = (type: object, data: readonly unknown[] = values) => ({
    schema: [{ name: field.name, ...type, repetition_type } as SchemaElement],
    data: [...data],
  });
  switch (field.type) {
    case 'string':
      return plain(TEXT);
    case 'boolean':
      return plain({ type: 'BOOLEAN' });
    case 'year':
      return plain({ type: 'INT32' });
    case 'integer':
      return plain(
        { type: 'INT64' },
        values.map((value) => (value === null ? null : BigInt(value as number))),
      );
    case 'list':
      return {
        schema: [
          {
            name: field.name,
            converted_type: 'LIST',
            logical_type: { type: 'LIST' },
            repetition_type,
            num_children: 1,
          },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', ...TEXT, repetition_type: 'REQUIRED' } as SchemaElement,
        ],
        data: values.map((value) => [...(value as readonly string[])]),
      };
    case 'number': {
      if (!field.exact) return plain({ type: 'DOUBLE' });
      const exact = values as readonly (Decimal | null)[];
      const { precision, scale } = decimalType(exact);
      const storage =
        precision > SHORT_DIGITS
          ? { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 }
          : { type: 'INT64' };
      const logical_type = { type: 'DECIMAL', precision, scale };
      return plain(
        { ...storage, converted_type: 'DECIMAL', logical_type, precision, scale },
        exact.map((value) => (value === null ? null : unscaled(value, scale))),
      );
    }
  }
}

/** A table as the bytes of a Parquet file. Its rows are in their published order. */
export function tableParquet(
  table: TableDefinition,
  rows: readonly object[],
  notes: FileNotes = {},
): Uint8Array<ArrayBuffer> {
  const sorted = sortedRows(table, rows) as readonly Readonly<Record<string, unknown>>[];
  const columns = table.fields.map((field) => ({
    name: field.name,
    ...columnOf(
      field,
      sorted.map((row) => row[field.name] ?? null),
    ),
  }));
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.flatMap(({ schema }) => schema),
    ],
    columnData: columns.map(({ name, data }) => ({ name, data }) as ColumnSource),
    kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(writer.getBuffer());
}
