// Schemas of zod that are given the environment: their fields as variables.
import type { CallExpression, Expression } from '../../model.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import { contextOf } from './context.ts';
import { definitions } from './definitions.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import type { VariableRead } from './variable-read.ts';

/** Whether what is parsed is the environment, or made of it: `schema.parse({ ...process.env })`, `{ PORT: process.env.PORT }`. */
export function readsEnvironment(program: Program, made: CallExpression): boolean {
  const [given] = made.args;
  return given !== undefined && mentionsEnvironment(program, given.value, 4);
}

/** `schema.parse(c.env)`: what the host hands over with each request. */
export function readsHanded(program: Program, made: CallExpression): boolean {
  const [given] = made.args;
  return given !== undefined && mentionsEnvironment(program, given.value, 4, /Cloudflare\.env/);
}

const anyMap = /process\.env|import\.meta\.env|Bun\.env|Deno\.env|Cloudflare\.env/;

function mentionsEnvironment(program: Program, expression: Expression, depth: number, map = anyMap): boolean {
  if (symbolsOf(program, expression).some((symbol) => map.test(symbol))) return true;
  if (depth === 0) return false;
  if (expression.kind === 'object') return expression.entries.some(({ value }) => mentionsEnvironment(program, value, depth - 1, map));
  if (expression.kind === 'binary') return mentionsEnvironment(program, expression.left, depth - 1, map);
  if (expression.kind === 'name')
    return [...definitions(program, expression).map(({ value }) => value), ...handedIn(program, expression)].some((each) =>
      mentionsEnvironment(program, each, depth - 1, map),
    );
  if (expression.kind === 'call') return expression.args.some(({ value }) => mentionsEnvironment(program, value, depth - 1, map));
  return false;
}

/** What callers hand in for a parameter: `load(source = process.env)`. */
function handedIn(program: Program, expression: Extract<Expression, { kind: 'name' }>): readonly Expression[] {
  return bindingsOf(expression.name, contextOf(expression).scope).flatMap((binding) => {
    if (binding.kind !== 'parameter') return [];
    const given = callersOf(program, binding.code).flatMap((call) => argumentFor(call, binding) ?? []);
    return binding.fallback ? [...given, binding.fallback] : given;
  });
}

export const objectsOf = (program: Program, expression: Expression) =>
  entities(program, expression).flatMap((each) => (each.kind === 'literal' && each.value.kind === 'object' ? [each.value] : []));

export const entriesOf = (object: Extract<Expression, { kind: 'object' }>, name: string): readonly Expression[] =>
  object.entries.flatMap(({ key, value }) => (key === name ? [value] : []));

/** The fields of `z.object({…})`, `.extend({…})`, `.merge(…)`, and schemas built from them. */
export function zodFields(program: Program, schema: Expression): readonly VariableRead[] {
  if (schema.kind === 'call') {
    const own = schema.args.flatMap(({ value }) =>
      schema.callee.kind === 'member' && /^(?:object|strictObject|looseObject|extend|safeExtend|merge)$/.test(schema.callee.name)
        ? zodObject(program, value)
        : [],
    );
    const inner = schema.callee.kind === 'member' ? zodFields(program, schema.callee.object) : [];
    return [...own, ...inner];
  }
  if (schema.kind === 'name' || schema.kind === 'member')
    return entities(program, schema).flatMap((each) => (each.kind === 'outside' && each.made ? zodFields(program, each.made) : []));
  return [];
}

export function zodObject(program: Program, given: Expression): readonly VariableRead[] {
  return objectsOf(program, given).flatMap((object) =>
    object.entries.flatMap((entry) =>
      typeof entry.key === 'string'
        ? [zodField(program, entry.key, entry.value)]
        : entry.key === undefined
          ? zodObject(program, entry.value)
          : [],
    ),
  );
}

function zodField(program: Program, name: string, chain: Expression, depth = 3): VariableRead {
  const words: string[] = [];
  let fallback: Expression | undefined;
  let each: Expression = chain;
  for (;;) {
    if (each.kind === 'call' && each.callee.kind === 'member') {
      words.push(each.callee.name);
      if (/^(?:default|prefault|catch)$/.test(each.callee.name)) fallback ??= each.args[0]?.value;
      if (/^(?:preprocess|pipe|optional|nullable)$/.test(each.callee.name) && each.args.length > 0) {
        const inner = zodField(program, name, each.args.at(-1)?.value ?? each, depth);
        return {
          ...inner,
          fallback: fallback ?? inner.fallback,
          required: inner.required && each.callee.name !== 'optional' && fallback === undefined,
        };
      }
      each = each.callee.object;
    } else if (each.kind === 'member') {
      words.push(each.name);
      each = each.object;
    } else break;
  }
  // `port().max(9000)` and `flag(true)`: a schema that a helper or a constant of this service holds.
  const [base] = depth > 0 && (each.kind === 'name' || each.kind === 'call') ? definitions(program, each) : [];
  const inner = base && zodField(program, name, base.value, depth - 1);
  if (inner)
    return {
      ...inner,
      fallback: fallback ?? inner.fallback,
      required: inner.required && fallback === undefined && !words.some(isOptional),
    };
  const optional = words.some(isOptional);
  const type = words.includes('url')
    ? 'url'
    : words.some((word) => /^(?:number|int|coerce)$/.test(word) && !words.includes('string'))
      ? words.includes('boolean')
        ? 'boolean'
        : 'number'
      : /^(?:boolean|stringbool)$/.test(words.at(-1) ?? '')
        ? 'boolean'
        : 'string';
  return {
    name,
    fallback: fallback?.kind === 'function' ? undefined : fallback,
    required: fallback === undefined && !optional,
    through: 'schema',
    type,
  };
}

const isOptional = (word: string): boolean => /^(?:optional|nullish|exactOptional)$/.test(word);
