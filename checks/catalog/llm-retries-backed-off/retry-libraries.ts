// What there is to know of libraries that try again: how to tell whether their pauses grow and end.

import { nodesIn } from '../../model/nodes.ts';
import type { Call, Expression, Finding, Unit } from '../../model.ts';

export const libraries = [
  ...[
    'p-retry',
    'p-retry.default',
    'async-retry',
    'promise-retry',
    'exponential-backoff.backOff',
    'ts-retry-promise.retry',
    'ts-retry.retryAsync',
  ],
  ...[
    '@lifeomic/attempt.retry',
    'cockatiel.retry().execute',
    'cockatiel.wrap().execute',
    'radash.retry',
    'es-toolkit.retry',
    'async.retry',
  ],
]
  .map((name) => `npm:${name}`)
  .concat(
    [
      'tenacity.retry',
      'tenacity.AsyncRetrying',
      'tenacity.Retrying',
      'tenacity.Retrying()',
      'tenacity.AsyncRetrying()',
      'backoff.on_exception',
    ].map((name) => `py:${name}`),
    ['backoff.on_predicate', 'retrying.retry', 'retry.retry', 'retry.api.retry', 'stamina.retry', 'stamina.retry_context'].map(
      (name) => `py:${name}`,
    ),
  );

const has = (call: Call, pattern: RegExp): boolean => call.symbols.some((symbol) => pattern.test(symbol));

/** cockatiel's wrap holds many things: only one that holds a retry repeats. */
export function isRetry(unit: Unit, call: Call): boolean {
  if (!has(call, /^npm:cockatiel\.wrap\(\)\.execute$/)) return true;
  return unit
    .calls('npm:cockatiel.wrap')
    .some(({ node }) => node.args.some(({ value }) => unit.symbols(value).includes('npm:cockatiel.retry()')));
}

export function faultOf(unit: Unit, call: Call): readonly Finding[] {
  const at = (message: string): readonly Finding[] => [{ message, place: call.place }];
  if (has(call, /^npm:cockatiel/)) return unit.calls('npm:cockatiel.retry').flatMap((policy) => cockatiel(unit, policy));
  if (has(call, /^py:tenacity/)) return tenacity(unit, call);
  if (has(call, /^py:backoff\./)) {
    const [wait] = call.node.args;
    if (wait && !wait.name && unit.symbols(wait.value).some((symbol) => /\.(?:constant|fibo0)$/.test(symbol)))
      return at('backoff asks again after the same pause each time');
    return call.option('max_tries') === 'absent' && call.option('max_time') === 'absent'
      ? at('backoff asks again without end: it is given neither max_tries nor max_time')
      : [];
  }
  if (has(call, /^py:retrying\./))
    return call.option('wait_exponential_multiplier') === 'absent' ? at('retrying asks again without growing pauses') : [];
  if (has(call, /^py:retry\./))
    return call.option('backoff') === 'absent' || call.option('delay') === 'absent'
      ? at('retry asks again without growing pauses: it is given no delay and backoff')
      : [];
  if (has(call, /^npm:(?:radash|es-toolkit|async|ts-retry(?:-promise)?)\b/))
    return ['backoff', 'delay', 'interval'].every((name) => call.option(name) === 'absent')
      ? at('the model is asked again at once: the retry is given no backoff')
      : [];
  const factor = call.option('factor');
  if (typeof factor === 'object' && factor.kind === 'literal' && factor.value === 1)
    return at('the model is asked again after the same pause each time: factor is 1');
  return has(call, /^npm:@lifeomic/) && factor === 'absent'
    ? at('the model is asked again after the same pause each time: no factor is given')
    : [];
}

function cockatiel(unit: Unit, policy: Call): readonly Finding[] {
  const given = policy.node.args.flatMap(({ value }) => unit.pieces(value)).find(({ key }) => key === 'backoff');
  if (given === undefined)
    return policy.option('backoff') === 'absent'
      ? [{ message: 'cockatiel asks again at once: its retry is given no backoff', place: policy.place }]
      : [];
  return unit.symbols(given.value).includes('npm:cockatiel.ConstantBackoff()')
    ? [{ message: 'cockatiel asks again after the same pause each time', place: policy.place }]
    : [];
}

function tenacity(unit: Unit, call: Call): readonly Finding[] {
  const symbolsIn = (name: string): readonly string[] => {
    const value = call.node.args.find((argument) => argument.name === name)?.value;
    return value === undefined ? [] : nodesIn(value).flatMap((each) => (isSymbolic(each) ? unit.symbols(each) : []));
  };
  const waits = symbolsIn('wait');
  const at = (message: string): Finding => ({ message, place: call.place });
  const grows = waits.some((symbol) => /exponential|random|incrementing|chain|jitter/.test(symbol));
  const fixed = waits.some((symbol) => /wait_(?:fixed|none)/.test(symbol));
  const noWait = call.option('wait') === 'absent';
  return [
    ...(noWait
      ? [at('tenacity asks again at once: it is given no wait')]
      : fixed && !grows
        ? [at('tenacity asks again after the same pause each time')]
        : []),
    ...(call.option('stop') === 'absent' ? [at('tenacity asks again without end: it is given no stop')] : []),
  ];
}

const isSymbolic = (node: ReturnType<typeof nodesIn>[number]): node is Expression =>
  node.kind === 'name' || node.kind === 'member' || node.kind === 'call';
