// Values that a JSON schema allows, and values that only look like them, for fuzzing.
import fc, { type Arbitrary } from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;
export type Definitions = Readonly<Record<string, unknown>>;

/** As the schema allows it; now and then, at any place, whatever JSON can hold. */
export function almost(schema: unknown, definitions: Definitions, depth = 0): Arbitrary<unknown> {
  const fitting = valueFor(isSchema(schema) ? schema : {}, definitions, depth);
  return fc.oneof({ weight: 40, arbitrary: fitting }, { weight: 1, arbitrary: hostile });
}

const hostile: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '\u0000',
    '\ud800',
    "'; drop table x; --",
    '../../etc/passwd',
    {},
    [],
  ),
  fc.constantFrom<unknown>('x'.repeat(6_000), { __proto__: null, constructor: 1 }, [[[[[[]]]]]], 'İ'.repeat(40)),
);

function valueFor(schema: Schema, definitions: Definitions, depth: number): Arbitrary<unknown> {
  const { $ref, anyOf, enum: choices, const: only, type } = schema;
  if (depth > 6) return fc.constant(null);
  if (typeof $ref === 'string') return almost(definitions[$ref.split('/').at(-1) ?? ''], definitions, depth);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((each: unknown) => almost(each, definitions, depth + 1)));
  if (Array.isArray(choices)) return fc.constantFrom<unknown>(...choices);
  if (only !== undefined) return fc.constant(only);
  switch (type) {
    case 'object':
      return objectOf(schema, definitions, depth);
    case 'array':
      return fc.array(almost(schema.items, definitions, depth + 1), { minLength: numberOf(schema.minItems, 0), maxLength: 4 });
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: limit(schema.minimum, schema.exclusiveMinimum, -5), max: limit(schema.maximum, undefined, 500) });
    case 'number':
      return fc.double({ min: limit(schema.minimum, schema.exclusiveMinimum, 0), max: limit(schema.maximum, undefined, 300), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function objectOf({ properties, required, additionalProperties }: Schema, definitions: Definitions, depth: number): Arbitrary<unknown> {
  const known = isSchema(properties) ? Object.entries(properties) : [];
  if (known.length === 0)
    return fc.dictionary(fc.string({ maxLength: 20 }), almost(additionalProperties, definitions, depth + 1), { maxKeys: 4 });
  const parts = Object.fromEntries(known.map(([name, each]) => [name, almost(each, definitions, depth + 1)]));
  const needed = Array.isArray(required) ? required.filter((name): name is string => typeof name === 'string') : [];
  return fc.record(parts, { requiredKeys: needed });
}

function textOf({ minLength, maxLength, pattern, format }: Schema): Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: 15 });
  const min = numberOf(minLength, 0);
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.min(numberOf(maxLength, 40), min + 40) }),
    fc.lorem({ maxCount: 3 }),
  );
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const limit = (value: unknown, exclusive: unknown, otherwise: number): number => {
  const given = numberOf(value, numberOf(exclusive, otherwise) + (exclusive === undefined ? 0 : 1));
  return Math.abs(given) > 1e9 ? otherwise : given;
};
