// Names: what they were set to, what callers hand in, and what was added later.
import type { Expression, Value } from '../../../model.ts';
import { argumentFor } from '../arguments.ts';
import { callersOf } from '../callers.ts';
import { type Binding, contextOf } from '../context.ts';
import { ofBinding } from '../definitions.ts';
import { bindingsOf } from '../entities/entity.ts';
import { runsIn } from '../guards.ts';
import { placeOf } from '../places.ts';
import { choice } from '../value-parts.ts';
import type { Asking } from './asking.ts';
import { step, symbolic } from './members.ts';

export function named(ask: Asking, expression: Extract<Expression, { kind: 'name' }>): Value {
  const place = placeOf(expression);
  const bindings = bindingsOf(expression.name, contextOf(expression).scope);
  if (bindings.length === 0 && expression.name === 'undefined') return { kind: 'literal', value: null, place };
  const arms = bindings.flatMap((binding) => {
    const value = ofOne(ask, binding);
    return value === undefined ? [] : [{ value, runsIn: runsIn(ask.program, binding.at.guards) }];
  });
  if (arms.length === 0) return symbolic(ask, expression, place);
  return withAdditions(ask, choice(lastWins(arms, bindings), place), expression, bindings);
}

/** `origins.append("*")`: what is put into a list after it was made. */
function withAdditions(ask: Asking, value: Value, name: Extract<Expression, { kind: 'name' }>, bindings: readonly Binding[]): Value {
  if (value.kind === 'record') return withEntries(ask, value, name, bindings);
  if (value.kind !== 'list') return value;
  const { file } = contextOf(name);
  const added = (file.additions.get(name.name) ?? []).filter(
    ({ callee }) =>
      callee.kind === 'member' && callee.object.kind === 'name' && bindingsOf(name.name, contextOf(callee.object).scope) === bindings,
  );
  const items = added.flatMap((call) => {
    if (runsIn(ask.program, contextOf(call).guards) === 'development') return [];
    const given = call.args.map((argument) => ask.outside(argument.value));
    return given.flatMap((each) => (each.kind === 'list' ? each.items : [each]));
  });
  return items.length === 0 ? value : { ...value, items: [...value.items, ...items] };
}

/** `options["verify"] = False`: what is set in a record after it was made. */
function withEntries(
  ask: Asking,
  record: Extract<Value, { kind: 'record' }>,
  name: Extract<Expression, { kind: 'name' }>,
  bindings: readonly Binding[],
): Value {
  const entries = new Map(record.entries);
  const { file } = contextOf(name);
  const isIt = (object: Expression): boolean =>
    object.kind === 'name' && object.name === name.name && bindingsOf(object.name, contextOf(object).scope) === bindings;
  // `options.update(more)` and `options[key] = value` may set anything.
  let complete =
    record.complete && !file.calls.some(({ callee }) => callee.kind === 'member' && callee.name === 'update' && isIt(callee.object));
  for (const { target, value } of file.writes) {
    if (!isIt(target.object)) continue;
    const key = target.kind === 'member' ? target.name : target.index?.kind === 'string' ? target.index.value : undefined;
    complete &&= key !== undefined;
    if (key === undefined || runsIn(ask.program, contextOf(target).guards) === 'development') continue;
    const set = ask.outside(value);
    const before = entries.get(key);
    const always = contextOf(target).guards.length === 0;
    entries.set(
      key,
      before === undefined || always
        ? set
        : choice(
            [
              { value: before, runsIn: 'every' },
              { value: set, runsIn: 'every' },
            ],
            set.place,
          ),
    );
  }
  return { ...record, entries: [...entries], complete };
}

/** A name that is set again unconditionally in the same scope is worth what it was set to last. */
function lastWins<T>(arms: readonly T[], bindings: readonly Binding[]): readonly T[] {
  const last = bindings.at(-1);
  const straight = bindings.every(
    (binding) => binding.kind === 'value' && binding.at.guards.length === 0 && !binding.at.inLoop && binding.at.tries.length === 0,
  );
  return straight && last?.kind === 'value' && last.at.inFunction === undefined && arms.length === bindings.length ? arms.slice(-1) : arms;
}

function ofOne(ask: Asking, binding: Binding): Value | undefined {
  if (binding.kind === 'parameter') return argumentValue(ask, binding);
  const found = ofBinding(ask.program, binding);
  if (found.length === 0) return undefined;
  const inner = binding.kind === 'value' && binding.at.inFunction !== undefined ? ask : ask.within(undefined);
  const values = found.map(({ value, keys, fallback, isItem }) => {
    const whole = inner.value(value);
    const part = step(ask, value, whole, isItem ? [0, ...keys] : keys);
    const withDefault = fallback === undefined ? part : orElse(part, () => inner.value(fallback));
    return { value: withDefault, runsIn: 'every' as const };
  });
  const [first] = found;
  return first && choice(values, placeOf(first.value));
}

/** `{ X = 'a' } = process.env`: what stands where nothing is given. */
function orElse(value: Value, fallback: () => Value): Value {
  if (value.kind === 'environment' && value.fallback === undefined) return { ...value, fallback: fallback(), required: false };
  return value.kind === 'unknown' ? fallback() : value;
}

function argumentValue(ask: Asking, binding: Extract<Binding, { kind: 'parameter' }>): Value | undefined {
  for (let each = ask.frame; each; each = each.outer) {
    if (each.code !== binding.code) continue;
    const given = argumentFor(each.call, binding);
    if (given) return step(ask, given, ask.within(each.outer).value(given), binding.keys);
    return binding.fallback && ask.within(each.outer).value(binding.fallback);
  }
  return handedIn(ask, binding);
}

/** Outside any call being followed: what the callers in this service hand in. */
function handedIn(ask: Asking, binding: Extract<Binding, { kind: 'parameter' }>): Value | undefined {
  const meanwhile: Value | undefined = undefined;
  return ask.program.memory.once<Value | undefined>('handed in', binding, meanwhile, () => {
    const callers = callersOf(ask.program, binding.code).slice(0, 8);
    const arms = callers.flatMap((call) => {
      const given = argumentFor(call, binding) ?? binding.fallback;
      return given
        ? [{ value: step(ask, given, ask.outside(given), binding.keys), runsIn: runsIn(ask.program, contextOf(call).guards) }]
        : [];
    });
    const [first] = callers;
    return arms.length === 0 || first === undefined ? undefined : choice(arms, placeOf(first));
  });
}
