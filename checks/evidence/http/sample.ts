// A value that fits a JSON schema well enough to get past the first validation.
import { z } from 'zod';

export type Schemas = Readonly<Record<string, unknown>>;

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  example: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  minLength: z.number().optional(),
  minItems: z.number().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});
type Schema = z.infer<typeof schemaShape>;

/** A schema with its reference followed; undefined where it is none. */
export function schemaOf(value: unknown, schemas: Schemas): Schema | undefined {
  const parsed = schemaShape.safeParse(value);
  if (!parsed.success) return undefined;
  const name = /^#\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(parsed.data.$ref ?? '')?.[1];
  if (name === undefined) return parsed.data;
  const target = schemaShape.safeParse(schemas[name]);
  return target.success ? target.data : undefined;
}

/** A fitting value; null where the schema gives no hint. */
export function sampleOf(value: unknown, schemas: Schemas, depth = 0): unknown {
  const schema = schemaOf(value, schemas);
  if (schema === undefined || depth > 6) return null;
  const [shown = schema.example] = schema.examples ?? [];
  if (shown !== undefined) return shown;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined && schema.enum.length > 0) return schema.enum[0];
  if (schema.default !== undefined && schema.default !== null) return schema.default;
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((each) => sampleOf(each, schemas, depth + 1)));
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return sampleOf(first, schemas, depth + 1);
  return ofType(schema, schemas, depth);
}

function ofType(schema: Schema, schemas: Schemas, depth: number): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : (schema.type ?? (schema.properties === undefined ? undefined : 'object'));
  if (type === 'object') {
    const required = new Set(schema.required ?? []);
    const known = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name));
    return Object.fromEntries(known.map(([name, each]) => [name, sampleOf(each, schemas, depth + 1)]));
  }
  if (type === 'array') return Array.from({ length: Math.min(schema.minItems ?? 0, 3) }, () => sampleOf(schema.items, schemas, depth + 1));
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (type === 'boolean') return false;
  if (type === 'string') return text(schema);
  return null;
}

function text(schema: Schema): string {
  if (schema.format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (schema.format === 'email') return 'somebody@stranger.example';
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.format === 'date') return '2026-01-01';
  if (schema.format === 'uri') return 'https://stranger.example/';
  return 'sample'.padEnd(Math.min(schema.minLength ?? 0, 200), '.');
}
