// Members: read from the environment, set in this service, or taken out of a known value.
import type { Expression, FilePlace, Value } from '../../../model.ts';
import { contextOf, type Key } from '../context.ts';
import { definitions, ofMember } from '../definitions.ts';
import { entities } from '../entities.ts';
import { fieldOf, readOfMember } from '../environment-reads.ts';
import { runsIn } from '../guards.ts';
import { handedAlways } from '../handed-members.ts';
import { codeFunction, placeOf } from '../places.ts';
import { choice, keyOf, literalText } from '../value-parts.ts';
import type { VariableRead } from '../variable-read.ts';
import { type Asking, unknownValue } from './asking.ts';
import { readsOfHanded } from './handed.ts';

export function variableValue(ask: Asking, read: VariableRead, expression: Expression): Value {
  const place = placeOf(expression);
  const name = read.name ?? (read.dynamic && literalText(ask.value(read.dynamic)));
  if (name === undefined) return unknownValue(expression, 'the name of the variable is worked out at run time');
  const fallback = read.fallback && (read.through === 'direct' ? ask.value(read.fallback) : ask.outside(read.fallback));
  return {
    kind: 'environment',
    name,
    fallback: fallback?.kind === 'literal' && fallback.value === null ? undefined : fallback,
    required: read.required,
    place,
  };
}

export function step(ask: Asking, expression: Expression, whole: Value, keys: readonly Key[]): Value {
  return keys.reduce<Value>((value, key) => {
    if (key === '*') return value;
    if (value.kind === 'record')
      return value.entries.find(([name]) => name === key)?.[1] ?? { kind: 'unknown', because: `it has no ${key}`, place: value.place };
    if (value.kind === 'list')
      return (
        (typeof key === 'number' ? value.items[key] : undefined) ?? { kind: 'unknown', because: 'it may be any item', place: value.place }
      );
    if (value.kind === 'environment' && typeof key === 'number') return value;
    if ((value.kind === 'symbol' || value.kind === 'unknown') && typeof key === 'string') return fromSymbol(ask, expression, key);
    return { kind: 'unknown', because: 'it is taken apart at run time', place: value.place };
  }, whole);
}

/** `const { PORT } = process.env` and `= parsedSchema`. */
function fromSymbol(ask: Asking, owner: Expression, key: string): Value {
  for (const each of entities(ask.program, owner)) {
    if (each.kind === 'outside' && /(?:process|Bun|import\.meta)\.env$|os\.environ$/.test(each.symbol))
      return { kind: 'environment', name: key, fallback: undefined, required: false, place: placeOf(owner) };
    const field = fieldOf(ask.program, each, key);
    if (field) return variableValue(ask.within(undefined), field, owner);
    const [set] = ofMember(ask.program, each, key);
    if (set) return step(ask, set.value, ask.outside(set.value), set.keys);
  }
  return handedValue(ask, owner, key) ?? unknownValue(owner, 'it comes from outside');
}

export function member(ask: Asking, expression: Extract<Expression, { kind: 'member' | 'index' }>): Value {
  const place = placeOf(expression);
  const read = readOfMember(ask.program, expression);
  if (read) return variableValue(ask, read, expression);
  const found = definitions(ask.program, expression);
  if (found.length > 0) {
    const arms = found.map(({ value, keys }) => ({
      value: step(ask, value, ask.outside(value), keys),
      runsIn: runsIn(ask.program, contextOf(value).guards),
    }));
    const real = arms.length > 1 ? arms.filter(({ value }) => !(value.kind === 'literal' && value.value === null)) : arms;
    return choice(real.length > 0 ? real : arms, place);
  }
  const owner = ask.value(expression.object);
  const key = expression.kind === 'member' ? expression.name : expression.index && keyOf(ask.value(expression.index));
  if (key !== undefined && (owner.kind === 'record' || owner.kind === 'list')) return step(ask, expression.object, owner, [key]);
  const chosen = owner.kind === 'record' && expression.kind === 'index' && expression.index ? ask.value(expression.index) : undefined;
  if (chosen?.kind === 'environment') return chosenBy(ask, expression, owner, chosen);
  if (owner.kind === 'symbol' && typeof key === 'string') {
    const field = fromSymbol(ask, expression.object, key);
    if (field.kind === 'environment') return field;
  }
  const handed = typeof key === 'string' ? readsOfHanded(ask.program, expression.object, key) : [];
  if (handed.length > 0)
    return choice(
      handed.map((each) => ({ value: variableValue(ask.within(undefined), each, expression), runsIn: 'every' as const })),
      place,
    );
  return handedValue(ask, expression.object, key) ?? symbolic(ask, expression, place);
}

/** `levels[process.env.LEVEL ?? 'error']`: what the variable's default chooses is the default. */
function chosenBy(
  ask: Asking,
  { object }: { readonly object: Expression },
  owner: Value,
  by: Extract<Value, { kind: 'environment' }>,
): Value {
  const key = by.fallback && literalText(by.fallback);
  const fallback = key === undefined ? undefined : step(ask, object, owner, [key]);
  return { ...by, fallback: fallback?.kind === 'unknown' ? by.fallback : fallback };
}

/** A member of what callers hand in. */
function handedValue(ask: Asking, owner: Expression, key: string | number | undefined): Value | undefined {
  const set = typeof key === 'string' ? (handedAlways(ask.program, owner, key) ?? []) : [];
  return set.length === 0
    ? undefined
    : choice(
        set.map((each) => ({ value: ask.outside(each), runsIn: runsIn(ask.program, contextOf(each).guards) })),
        placeOf(owner),
      );
}

export function symbolic(ask: Asking, expression: Expression, place: FilePlace): Value {
  const [first] = entities(ask.program, expression);
  if (first?.kind === 'function') return { kind: 'function', code: codeFunction(first.code), place };
  if (first?.kind === 'outside' && !first.symbol.startsWith('?')) return { kind: 'symbol', name: first.symbol, place };
  return { kind: 'unknown', because: 'it is known only at run time', place };
}
