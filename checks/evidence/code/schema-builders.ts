// JSON Schemas of the environment that TypeBox or fluent-json-schema build: their properties as variables.
import type { CallExpression, Expression } from '../../model.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import type { VariableRead } from './variable-read.ts';
import { entriesOf, objectsOf } from './zod-fields.ts';

const typeBox = /^npm:(?:@sinclair\/typebox|typebox|@fastify\/type-provider-typebox)(?:\.default)?\.(?:Type\.|t\.)?(\w+)$/;
const fluent = /^npm:fluent-json-schema(?:\.default)?(?:\.S)?\./;

/** The variables of a schema that a call makes. */
export function builtFields(program: Program, schema: Expression): readonly VariableRead[] {
  return callsBehind(program, schema).flatMap((call) => {
    const word = wordOf(program, call);
    if (word === 'Object') return propertiesOf(program, call);
    if (/^(?:Intersect|Composite|Evaluate)$/.test(word ?? '')) return partsOf(call).flatMap((part) => builtFields(program, part));
    return fluentFields(program, call);
  });
}

const partsOf = ({ args }: CallExpression): readonly Expression[] =>
  args[0]?.value.kind === 'list' ? args[0].value.items.map(({ value }) => value) : [];

function callsBehind(program: Program, expression: Expression): readonly CallExpression[] {
  if (expression.kind === 'call') return [expression];
  return entities(program, expression).flatMap((each) => (each.kind === 'outside' && each.made ? [each.made] : []));
}

const wordOf = (program: Program, { callee }: CallExpression): string | undefined =>
  symbolsOf(program, callee)
    .map((symbol) => typeBox.exec(symbol)?.[1])
    .find((word) => word !== undefined);

const propertiesOf = (program: Program, { args }: CallExpression): readonly VariableRead[] =>
  (args[0] ? objectsOf(program, args[0].value) : []).flatMap(({ entries }) =>
    entries.flatMap(({ key, value }) => (typeof key === 'string' ? [ofProperty(program, key, value)] : [])),
  );

/** `Type.Optional(Type.String())`, `Type.Integer({ default: 3000 })`. */
function ofProperty(program: Program, name: string, property: Expression): VariableRead {
  const [call] = callsBehind(program, property);
  const word = call && wordOf(program, call);
  const [first] = call?.args ?? [];
  if (word === 'Optional' && first) return { ...ofProperty(program, name, first.value), required: false };
  const options = call?.args.at(-1);
  const [fallback] = options ? objectsOf(program, options.value).flatMap((each) => entriesOf(each, 'default')) : [];
  const [format] = options ? objectsOf(program, options.value).flatMap((each) => entriesOf(each, 'format')) : [];
  const isUrl = format?.kind === 'string' && /^ur[il]/.test(format.value);
  return {
    name,
    fallback,
    required: fallback === undefined,
    through: 'schema',
    type: /^(?:Number|Integer)$/.test(word ?? '') ? 'number' : word === 'Boolean' ? 'boolean' : isUrl ? 'url' : 'string',
  };
}

/** `S.object().prop('PORT', S.number().default(3000)).prop('KEY', S.string().required())`. */
function fluentFields(program: Program, call: CallExpression): readonly VariableRead[] {
  const { callee, args } = call;
  if (callee.kind !== 'member') return [];
  const inner = callee.object.kind === 'call' ? fluentFields(program, callee.object) : [];
  const [name, rules] = args;
  if (callee.name !== 'prop' || name?.value.kind !== 'string' || !symbolsOf(program, callee).some((symbol) => fluent.test(symbol)))
    return inner;
  const steps = rules ? stepsOf(rules.value) : [];
  const fallback = steps.find(({ word }) => word === 'default')?.given;
  const words = new Set(steps.map(({ word }) => word));
  const field: VariableRead = {
    name: name.value.value,
    fallback,
    required: words.has('required') && fallback === undefined,
    through: 'schema',
    type: words.has('number') || words.has('integer') ? 'number' : words.has('boolean') ? 'boolean' : 'string',
  };
  return [...inner, field];
}

function stepsOf(chain: Expression): readonly { readonly word: string; readonly given: Expression | undefined }[] {
  if (chain.kind !== 'call' || chain.callee.kind !== 'member') return [];
  return [{ word: chain.callee.name, given: chain.args[0]?.value }, ...stepsOf(chain.callee.object)];
}
