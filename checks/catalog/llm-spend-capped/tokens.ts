// How long one answer of the model may get.
import type { Seen } from '../../answer.ts';
import { nodesIn } from '../../model/nodes.ts';
import type { Call, ModelCall, Unit, Value } from '../../model.ts';

const nothing: Seen = { bad: [], good: [] };
const names = /^(?:max_?(?:output_?|completion_?|new_?|gen_?)?tokens(?:_?to_?sample)?|num_?predict|max_?length)$/i;
const holders = [
  'generationConfig',
  'generation_config',
  'config',
  'inferenceConfig',
  'options',
  'modelKwargs',
  'model_kwargs',
  'body',
  'json',
  'data',
  'kwargs',
];
const direct = [
  'max_tokens',
  'max_completion_tokens',
  'max_output_tokens',
  'max_tokens_to_sample',
  'maxTokens',
  'maxCompletionTokens',
  'maxOutputTokens',
  'maxTokensToSample',
  'max_new_tokens',
  'num_predict',
  'numPredict',
];

export function judgeTokens(unit: Unit, { call, library, clients }: ModelCall): Seen {
  const model = library === 'HTTP' ? 'the model' : `the model behind ${library}`;
  const { place } = call;
  const found = [call, ...clients].map((each) => limitOf(unit, each));
  if (found.includes('given')) return { ...nothing, good: [{ message: `${model} is given a limit of tokens`, place }] };
  if (found[0] === 'unknown') return { ...nothing, unclear: [`what ${model} is told of its answer's length could not be followed`] };
  return { ...nothing, bad: [{ message: `${model} may answer at any length: no limit of tokens is given`, place }] };
}

function limitOf(unit: Unit, call: Call): 'given' | 'absent' | 'unknown' {
  let hidden = false;
  for (const name of direct) {
    const option = call.option(name);
    hidden ||= option === 'unknown';
    if (typeof option !== 'object') continue;
    return isNothing(option) || isNothingForSome(call, name, option) ? 'absent' : 'given';
  }
  for (const name of holders) {
    const option = call.option(name);
    if (typeof option === 'object' && holdsLimit(option)) return 'given';
  }
  // What is put together elsewhere, or written as a body of its own.
  const written = call.node.args.flatMap(({ value }) => [
    ...nodesIn(value),
    ...unit
      .pieces(value)
      .flatMap((piece) => [...(piece.key !== undefined && names.test(piece.key) ? [piece.value] : []), ...nodesIn(piece.value)]),
  ]);
  const isLimit = written.some((node) =>
    node.kind === 'object'
      ? node.entries.some(({ key }) => typeof key === 'string' && names.test(key))
      : node.kind === 'call' && node.args.some(({ name }) => name !== undefined && names.test(name)),
  );
  const named = call.node.args.flatMap(({ value }) => unit.pieces(value)).some(({ key }) => key !== undefined && names.test(key));
  if (isLimit || named) return 'given';
  return hidden ? 'unknown' : 'absent';
}

const isNothing = (value: Value): boolean => value.kind === 'literal' && (value.value === null || value.value === 0 || value.value === -1);

/** `plan === 'pro' ? undefined : 500`. */
const isNothingForSome = ({ node }: Call, name: string, option: Value): boolean =>
  option.kind === 'choice' &&
  option.among.some(({ value, runsIn }) => runsIn !== 'development' && isNothing(value)) &&
  (node.args.some((each) => each.name === name && each.value.kind === 'conditional') ||
    nodesIn(node.args).some(
      (each) => each.kind === 'object' && each.entries.some(({ key, value }) => key === name && value.kind === 'conditional'),
    ));

function holdsLimit(value: Value): boolean {
  if (value.kind === 'record') return value.entries.some(([key, inner]) => (names.test(key) && !isNothing(inner)) || holdsLimit(inner));
  return value.kind === 'choice' && value.among.some((arm) => holdsLimit(arm.value));
}
