/**
 * Reads a Data Package by the standard alone (https://datapackage.org/standard/), knowing nothing
 * of how ours is made: first whether the descriptor is one, then whether the data is as it says.
 */
import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';

const text = { type: 'string', minLength: 1 } as const;
const names = { type: 'array', items: text, minItems: 1, uniqueItems: true } as const;
const labelled = (uniqueItems: object) => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: {
    type: 'object',
    required: ['value', 'label'],
    properties: uniqueItems,
    additionalProperties: false,
  },
});
const field = (type: string, properties: object, constraints: object, required: string[] = []) => ({
  type: 'object',
  required: ['name', 'type', 'title', 'description', ...required],
  additionalProperties: false,
  properties: {
    name: text,
    title: text,
    description: text,
    example: text,
    type: { const: type },
    constraints: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: { required: { type: 'boolean' }, ...constraints },
    },
    ...properties,
  },
});
const range = {
  unique: { type: 'boolean' },
  minimum: { type: 'number' },
  maximum: { type: 'number' },
};

/**
 * What the standard says of a descriptor such as ours, as JSON Schema. Written for this project
 * after the text of the standard; stricter in that no property is allowed that we do not use.
 */
const DESCRIPTOR = {
  type: 'object',
  required: [
    '$schema',
    'name',
    'id',
    'title',
    'description',
    'homepage',
    'version',
    'created',
    'keywords',
    'licenses',
    'sources',
    'resources',
  ],
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
    id: { type: 'string', format: 'uri' },
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    created: { type: 'string', format: 'date-time' },
    keywords: names,
    licenses: { $ref: '#/$defs/licenses' },
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['title'],
        properties: { title: text, path: { type: 'string', format: 'uri' } },
        additionalProperties: false,
      },
    },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['title'],
        properties: {
          title: text,
          path: { type: 'string', format: 'uri' },
          email: { type: 'string', format: 'email' },
          roles: names,
        },
        additionalProperties: false,
      },
    },
    resources: { type: 'array', minItems: 1, items: { $ref: '#/$defs/resource' } },
  },
  $defs: {
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'title'],
        properties: {
          name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' },
          path: { type: 'string', format: 'uri' },
          title: text,
        },
        additionalProperties: false,
      },
    },
    resource: {
      type: 'object',
      required: [
        '$schema',
        'name',
        'type',
        'path',
        'title',
        'description',
        'format',
        'mediatype',
        'encoding',
        'bytes',
        'hash',
        'licenses',
        'schema',
      ],
      additionalProperties: false,
      properties: {
        $schema: { const: 'https://datapackage.org/profiles/2.0/dataresource.json' },
        name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
        type: { const: 'table' },
        // Relative, and within the folder of the descriptor.
        path: { type: 'string', pattern: '^(?!/)(?!.*\\.\\./)[^:]+$' },
        title: text,
        description: text,
        format: { const: 'csv' },
        mediatype: { const: 'text/csv' },
        encoding: { const: 'utf-8' },
        bytes: { type: 'integer', minimum: 1 },
        hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
        licenses: { $ref: '#/$defs/licenses' },
        dialect: {
          type: 'object',
          required: ['$schema'],
          additionalProperties: false,
          properties: {
            $schema: { const: 'https://datapackage.org/profiles/2.0/tabledialect.json' },
            header: { const: true },
            delimiter: { type: 'string', minLength: 1, maxLength: 1 },
            lineTerminator: { enum: ['\n', '\r\n'] },
            quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
            doubleQuote: { type: 'boolean' },
          },
        },
        schema: { $ref: '#/$defs/schema' },
      },
    },
    schema: {
      type: 'object',
      required: ['$schema', 'fields', 'missingValues'],
      oneOf: [{ required: ['primaryKey'] }, { required: ['uniqueKeys'] }],
      additionalProperties: false,
      properties: {
        $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
        fields: {
          type: 'array',
          minItems: 1,
          items: {
            oneOf: [
              field(
                'string',
                {
                  format: { enum: ['email', 'uri', 'binary', 'uuid'] },
                  categories: labelled({ value: text, label: text }),
                  list: {
                    type: 'object',
                    required: ['delimiter'],
                    properties: {
                      delimiter: text,
                      categories: labelled({ value: text, label: text }),
                      reference: { $ref: '#/$defs/reference' },
                    },
                    additionalProperties: false,
                  },
                },
                { unique: { type: 'boolean' }, pattern: { type: 'string', format: 'regex' } },
              ),
              field('number', {}, range),
              field('integer', {}, range),
              field('year', {}, range),
              field('boolean', { trueValues: names, falseValues: names }, {}, [
                'trueValues',
                'falseValues',
              ]),
            ],
          },
        },
        missingValues: labelled({ value: { type: 'string' }, label: text }),
        primaryKey: names,
        uniqueKeys: { type: 'array', minItems: 1, items: names },
        foreignKeys: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['fields', 'reference'],
            properties: { fields: names, reference: { $ref: '#/$defs/reference' } },
            additionalProperties: false,
          },
        },
      },
    },
    reference: {
      type: 'object',
      required: ['fields'],
      properties: { resource: text, fields: names },
      additionalProperties: false,
    },
  },
} as const;

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const isDescriptor = ajv.compile(DESCRIPTOR);

interface FieldDescriptor {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly categories?: readonly { readonly value: string; readonly label: string }[];
  readonly list?: {
    readonly delimiter: string;
    readonly reference?: { readonly resource: string; readonly fields: readonly string[] };
  };
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly pattern?: string;
  };
}

export interface PackageDescriptor {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly schema: {
      readonly fields: readonly FieldDescriptor[];
      readonly primaryKey?: readonly string[];
      readonly uniqueKeys?: readonly (readonly string[])[];
      readonly missingValues: readonly { readonly value: string }[];
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[];
        readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
      }[];
    };
  }[];
}

/** What is wrong with a descriptor as such. */
export function descriptorProblems(descriptor: unknown): string[] {
  isDescriptor(descriptor);
  return (isDescriptor.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}

function isOfType(field: FieldDescriptor, cell: string): boolean {
  switch (field.type) {
    case 'integer':
      return /^[+-]?\d+$/.test(cell);
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(cell);
    case 'year':
      return /^\d{4}$/.test(cell);
    case 'boolean':
      return [...(field.trueValues ?? []), ...(field.falseValues ?? [])].includes(cell);
    default:
      return field.format !== 'uri' || URL.canParse(cell);
  }
}

function isAllowed(field: FieldDescriptor, cell: string): boolean {
  const { minimum, maximum, pattern } = field.constraints ?? {};
  return (
    isOfType(field, cell) &&
    (minimum === undefined || Number(cell) >= minimum) &&
    (maximum === undefined || Number(cell) <= maximum) &&
    (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(cell)) &&
    (!field.categories || field.categories.some(({ value }) => value === cell))
  );
}

/** Whether the data is as its descriptor says. `read` gives the file at a path beside it. */
export function packageProblems(
  descriptor: PackageDescriptor,
  read: (path: string) => Buffer,
): string[] {
  const problems: string[] = [];
  const tables = new Map(
    descriptor.resources.map((resource) => {
      const content = read(resource.path);
      if (content.length !== resource.bytes) problems.push(`${resource.path}: bytes`);
      const digest = createHash('sha256').update(content).digest('hex');
      if (`sha256:${digest}` !== resource.hash) problems.push(`${resource.path}: hash`);
      const [header = [], ...rows] = Papa.parse<string[]>(content.toString('utf8'), {
        skipEmptyLines: true,
      }).data;
      return [resource.name, { resource, header, rows }] as const;
    }),
  );
  const keyOf = (name: string, fields: readonly string[], row: readonly string[]) => {
    const header = tables.get(name)?.header ?? [];
    return fields.map((each) => row[header.indexOf(each)] ?? '');
  };
  const known = new Map<string, Set<string>>();
  const keysOf = (name: string, fields: readonly string[]) => {
    const id = JSON.stringify([name, fields]);
    const rows = tables.get(name)?.rows ?? [];
    const keys =
      known.get(id) ?? new Set(rows.map((row) => JSON.stringify(keyOf(name, fields, row))));
    known.set(id, keys);
    return keys;
  };
  for (const [name, { resource, header, rows }] of tables) {
    const {
      fields,
      primaryKey,
      uniqueKeys = [],
      foreignKeys = [],
      missingValues,
    } = resource.schema;
    // By default the columns must be exactly the fields, in their order.
    if (header.join() !== fields.map((each) => each.name).join()) {
      problems.push(`${name}: columns ${header.join()}`);
    }
    const missing = new Set(missingValues.map(({ value }) => value));
    for (const [column, each] of fields.entries()) {
      for (const row of rows) {
        const cell = row[column] ?? '';
        const isFine = missing.has(cell) ? !each.constraints?.required : isAllowed(each, cell);
        if (!isFine) problems.push(`${name}.${each.name}: ${cell}`);
        const items = missing.has(cell) ? [] : cell.split(each.list?.delimiter ?? '\n');
        const target = each.list?.reference;
        if (target) {
          const keys = keysOf(target.resource, target.fields);
          for (const item of items) {
            if (!keys.has(JSON.stringify([item]))) problems.push(`${name}.${each.name}: ${item}`);
          }
        }
      }
      const filled = rows.map((row) => row[column] ?? '').filter((cell) => !missing.has(cell));
      if (each.constraints?.unique && new Set(filled).size < filled.length) {
        problems.push(`${name}.${each.name}: not unique`);
      }
    }
    for (const key of [...(primaryKey ? [primaryKey] : []), ...uniqueKeys]) {
      if (keysOf(name, key).size < rows.length) problems.push(`${name}: key ${key.join()}`);
    }
    for (const { fields: own, reference } of foreignKeys) {
      if (reference.resource === name) problems.push(`${name}: names itself in a key`);
      const target = reference.resource ?? name;
      if (!tables.has(target)) problems.push(`${name}: no table ${target}`);
      const keys = keysOf(target, reference.fields);
      for (const row of rows) {
        const key = keyOf(name, own, row);
        if (key.some((cell) => missing.has(cell))) continue;
        if (!keys.has(JSON.stringify(key))) problems.push(`${name}: ${key.join()} of ${target}`);
      }
    }
  }
  return problems;
}
