// Environments that env-schema and @fastify/env check by a JSON Schema: its properties as variables.
import type { CallExpression, Expression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import { builtFields } from './schema-builders.ts';
import type { VariableRead } from './variable-read.ts';
import { entriesOf, objectsOf } from './zod-fields.ts';

export const envSchema = /^npm:env-schema(?:\.(?:envSchema|default))?\(\)$/;
const fastifyEnv = /^npm:(?:@fastify\/env|fastify-env)(?:\.(?:fastifyEnv|default))?$/;
const isFastifyEnv = (program: Program, value: Expression): boolean => symbolsOf(program, value).some((symbol) => fastifyEnv.test(symbol));

/** The variables of `{ schema }`, the options both libraries take. */
export function jsonSchemaFields(program: Program, options: Expression): readonly VariableRead[] {
  const schemas = objectsOf(program, options).flatMap((each) => entriesOf(each, 'schema'));
  const built = schemas.flatMap((schema) => builtFields(program, schema));
  const written = schemas
    .flatMap((schema) => objectsOf(program, schema))
    .flatMap((schema) => {
      const required = new Set(
        entriesOf(schema, 'required').flatMap((list) =>
          list.kind === 'list' ? list.items.flatMap(({ value }) => (value.kind === 'string' ? [value.value] : [])) : [],
        ),
      );
      return entriesOf(schema, 'properties')
        .flatMap((properties) => objectsOf(program, properties))
        .flatMap(({ entries }) =>
          entries.flatMap(({ key, value }) => (typeof key === 'string' ? [ofProperty(program, key, value, required.has(key))] : [])),
        );
    });
  return [...built, ...written];
}

function ofProperty(program: Program, name: string, property: Expression, required: boolean): VariableRead {
  const [schema] = objectsOf(program, property);
  const fallback = schema && entriesOf(schema, 'default')[0];
  const [type] = schema ? entriesOf(schema, 'type') : [];
  const [format] = schema ? entriesOf(schema, 'format') : [];
  const word = type?.kind === 'string' ? type.value : 'string';
  const isUrl = format?.kind === 'string' && /^ur[il]/.test(format.value);
  return {
    name,
    fallback,
    required: required && fallback === undefined,
    through: 'schema',
    type: word === 'number' || word === 'integer' ? 'number' : word === 'boolean' ? 'boolean' : isUrl ? 'url' : 'string',
  };
}

/** `fastify.register(fastifyEnv, { schema })`. */
export function registeredFields(program: Program, { callee, args }: CallExpression): readonly VariableRead[] {
  const [plugin, options] = args;
  if (callee.kind !== 'member' || callee.name !== 'register' || plugin === undefined || options === undefined) return [];
  return isFastifyEnv(program, plugin.value) ? jsonSchemaFields(program, options.value) : [];
}

/** A file that @fastify/autoload registers: it exports the plugin itself and what to give it. Absence is noticed as it is loaded. */
export function autoloadedFields(
  program: Program,
  file: IndexedFile,
): { readonly at: Expression; readonly fields: readonly VariableRead[] } | undefined {
  const isPlugin = file.exports.some(({ exported, value, local }) => {
    if (exported !== 'default') return false;
    if (value) return isFastifyEnv(program, value);
    const bound = local === undefined ? [] : (file.moduleScope.bindings.get(local) ?? []);
    return bound.some((binding) => binding.kind === 'import' && /^(?:@fastify\/env|fastify-env)$/.test(binding.statement.module));
  });
  if (!isPlugin) return undefined;
  const options = (file.moduleScope.bindings.get('autoConfig') ?? []).flatMap((binding) =>
    binding.kind === 'value' ? [binding.value] : [],
  );
  const [at] = options;
  if (at === undefined || contextOf(at).file !== file) return undefined;
  return {
    at,
    fields: options.flatMap((each) => jsonSchemaFields(program, each)).map((field) => ({ ...field, through: 'direct' as const })),
  };
}
