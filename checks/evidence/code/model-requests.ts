// Requests to a language model told by what is sent, wherever they go: a model's name beside what it is to answer.
import { nodesIn } from '../../model/nodes.ts';
import type { Call, Expression, ObjectLiteral } from '../../model.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

/** `fetch(url, { body: JSON.stringify({ model, messages }) })`, `client.post(url, json=payload)`. */
export const sendsPrompt = (program: Program, { node }: Call): boolean =>
  node.args.some(({ value }) => objectsIn(program, value).some((each) => has(each, 'model') && has(each, 'messages') && tells(each)));

/** `env.AI.run('@cf/…', { messages })` of Cloudflare Workers. */
export function runsWorkersModel({ node }: Call): boolean {
  const { callee, args } = node;
  const [model, asked] = args;
  if (callee.kind !== 'member' || callee.name !== 'run' || model === undefined || asked?.value.kind !== 'object') return false;
  const { object } = callee;
  const named = (object.kind === 'name' || object.kind === 'member') && /^(?:\w*_)?ai$/i.test(object.name);
  const isOne = named || (model.value.kind === 'string' && /^@(?:cf|hf)\//.test(model.value.value));
  return isOne && (has(asked.value, 'messages') || has(asked.value, 'prompt'));
}

/** Objects that stand in what is given, or that a name there stands for. */
function objectsIn(program: Program, value: Expression): readonly ObjectLiteral[] {
  return nodesIn(value).flatMap((node): readonly ObjectLiteral[] => {
    if (node.kind === 'object') return [node];
    if (node.kind !== 'name') return [];
    return entities(program, node).flatMap((each) => (each.kind === 'literal' && each.value.kind === 'object' ? [each.value] : []));
  });
}

const keyOf = (key: ObjectLiteral['entries'][number]['key']): string | undefined =>
  typeof key === 'string' ? key : key?.kind === 'string' ? key.value : undefined;
const has = ({ entries }: ObjectLiteral, name: string): boolean => entries.some(({ key }) => keyOf(key) === name);

/** Messages with roles, or a setting that only a model has: a chat between people has neither. */
const tells = (body: ObjectLiteral): boolean =>
  ['temperature', 'max_tokens', 'max_completion_tokens', 'top_p', 'response_format', 'tools', 'stream'].some((name) => has(body, name)) ||
  nodesIn(body).some((node) => node.kind === 'object' && has(node, 'role') && has(node, 'content'));
