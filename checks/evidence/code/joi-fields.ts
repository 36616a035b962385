// Schemas of Joi and Yup that are given the environment: their fields as variables. A field may be absent there unless it says otherwise.
import type { CallExpression, Expression } from '../../model.ts';
import { definitions } from './definitions.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';
import type { VariableRead } from './variable-read.ts';
import { entriesOf, objectsOf } from './zod-fields.ts';

const parse =
  /^npm:(?:joi|@hapi\/joi|yup)(?:\..*)?\.(?:validate\(\)(?:\.value)?|validateAsync\(\)|validateSync\(\)|cast\(\)|attempt\(\)|assert\(\))$/;

/** Whether a symbol stands for what such a schema made of its input. */
export const isJoiParse = (symbol: string): boolean => parse.test(symbol);

/** The fields of the schema that the call checks by: `schema.validate(env)`, `Joi.attempt(env, schema)`. */
export function joiFields(program: Program, { callee, args }: CallExpression): readonly VariableRead[] {
  const owner = callee.kind === 'member' ? fieldsOf(program, callee.object) : [];
  const [, second, third] = args;
  const fields = owner.length > 0 || second === undefined ? owner : fieldsOf(program, second.value);
  const all = [second, third].some((given) => given && objectsOf(program, given.value).some(demandsAll));
  return all ? fields.map((field) => ({ ...field, required: field.required || field.fallback === undefined })) : fields;
}

const demandsAll = (options: Extract<Expression, { kind: 'object' }>): boolean =>
  entriesOf(options, 'presence').some((value) => value.kind === 'string' && value.value === 'required');

function fieldsOf(program: Program, schema: Expression): readonly VariableRead[] {
  if (schema.kind === 'call') {
    const { callee, args } = schema;
    const word = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    const own = /^(?:object|keys|append|shape)$/.test(word) ? args.flatMap(({ value }) => ofObject(program, value)) : [];
    const joined = word === 'concat' ? args.flatMap(({ value }) => fieldsOf(program, value)) : [];
    return [...own, ...joined, ...(callee.kind === 'member' ? fieldsOf(program, callee.object) : [])];
  }
  if (schema.kind !== 'name' && schema.kind !== 'member') return [];
  return entities(program, schema).flatMap((each) => (each.kind === 'outside' && each.made ? fieldsOf(program, each.made) : []));
}

function ofObject(program: Program, given: Expression): readonly VariableRead[] {
  return objectsOf(program, given).flatMap((object) =>
    object.entries.flatMap(({ key, value }) =>
      typeof key === 'string' ? [ofField(program, key, value)] : key === undefined ? ofObject(program, value) : [],
    ),
  );
}

interface Rule {
  readonly word: string;
  readonly given: Expression | undefined;
}

function ofField(program: Program, name: string, chain: Expression): VariableRead {
  const rules = rulesOf(program, chain, 3);
  const fallback = rules.find(({ word }) => word === 'default')?.given;
  const words = new Set(rules.map(({ word }) => word));
  const type = words.has('uri') || words.has('url') ? 'url' : words.has('number') || words.has('port') ? 'number' : 'string';
  return {
    name,
    fallback: fallback?.kind === 'function' ? undefined : fallback,
    required: !words.has('default') && ['required', 'exist', 'defined'].some((word) => words.has(word)),
    through: 'schema',
    type: words.has('boolean') || words.has('bool') ? 'boolean' : type,
  };
}

/** The calls of `joi.string().uri().required()`, through constants and helpers of this service; the last first. */
function rulesOf(program: Program, chain: Expression, depth: number): readonly Rule[] {
  if (chain.kind === 'call' && chain.callee.kind === 'member')
    return [{ word: chain.callee.name, given: chain.args[0]?.value }, ...rulesOf(program, chain.callee.object, depth)];
  const [base] = depth > 0 && (chain.kind === 'name' || chain.kind === 'call') ? definitions(program, chain) : [];
  if (base) return rulesOf(program, base.value, depth - 1);
  return chain.kind === 'call' && chain.callee.kind === 'name' ? [{ word: chain.callee.name, given: chain.args[0]?.value }] : [];
}
