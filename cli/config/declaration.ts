// The type of a configuration for launchgate.config.ts, written from its JSON Schema so that the two cannot differ.
import { z } from 'zod';

interface Schema {
  readonly type?: string | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | boolean | undefined;
  readonly prefixItems?: readonly Schema[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly description?: string | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: unknown;
}
const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    properties: z.record(z.string(), schema).optional(),
    items: z.union([schema, z.boolean()]).optional(),
    prefixItems: z.array(schema).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    description: z.string().optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.unknown().optional(),
  }),
);

/** A module that declares `Config`: what a file may say, with every setting optional. */
export function declarationOf(jsonSchema: unknown): string {
  return `// Written from launchgate.config.schema.json. In launchgate.config.ts:
//   import type { Config } from 'launchgate/config';
//   export default { gate: 'testflight' } satisfies Config;
export interface Config ${typeOf(schema.parse(jsonSchema), '')}

// In launchgate.load.ts:
//   import type { Scenario } from 'launchgate/config';
//   export default { name: 'evening', … } satisfies Scenario;
export type Scenario = Exclude<NonNullable<NonNullable<Config['load']>['scenario']>, string>;
`;
}

function typeOf(one: Schema, indent: string): string {
  if (one.const !== undefined) return JSON.stringify(one.const);
  if (one.enum !== undefined) return one.enum.map((each) => JSON.stringify(each)).join(' | ');
  const among = one.anyOf ?? one.oneOf;
  if (among !== undefined) return among.map((each) => typeOf(each, indent)).join(' | ');
  switch (one.type) {
    case 'string':
    case 'boolean':
      return one.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return arrayType(one, indent);
    case 'object':
      return objectType(one, indent);
    default:
      return 'unknown';
  }
}

function arrayType({ items, prefixItems }: Schema, indent: string): string {
  if (prefixItems !== undefined) return `readonly [${prefixItems.map((each) => typeOf(each, indent)).join(', ')}]`;
  return `readonly (${typeof items === 'object' ? typeOf(items, indent) : 'unknown'})[]`;
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).map(([name, each]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return `${deeper}readonly ${key}${required.includes(name) ? '' : '?'}: ${typeOf(each, deeper)};`;
  });
  const rest = schema.safeParse(additionalProperties);
  const index =
    rest.success && typeof additionalProperties === 'object' ? [`${deeper}readonly [name: string]: ${typeOf(rest.data, deeper)};`] : [];
  return `{\n${[...lines, ...index].join('\n')}\n${indent}}`;
}
