// Literals and operators: lists, records, conditions, defaults, comparisons.
import type { Expression, FilePlace, RunsIn, Value } from '../../../model.ts';
import { meaning } from '../guards.ts';
import { placeOf } from '../places.ts';
import { arithmetic, choice, literalText, textOf } from '../value-parts.ts';
import { type Asking, unknownValue } from './asking.ts';

export function listOf(ask: Asking, list: Extract<Expression, { kind: 'list' }>, place: FilePlace): Value {
  const items: Value[] = [];
  let complete = true;
  for (const { spread, value } of list.items) {
    const found = ask.value(value);
    if (!spread) items.push(found);
    else if (found.kind === 'list') {
      items.push(...found.items);
      complete &&= found.complete;
    } else {
      items.push(found);
      complete = false;
    }
  }
  return { kind: 'list', items, complete, place };
}

export function recordOf(ask: Asking, object: Extract<Expression, { kind: 'object' }>, place: FilePlace): Value {
  const entries = new Map<string, Value>();
  let complete = true;
  for (const { key, value } of object.entries) {
    if (key === undefined) {
      const found = ask.value(value);
      for (const { value: each, runsIn } of found.kind === 'choice' ? found.among : [{ value: found, runsIn: 'every' as const }]) {
        if (each.kind === 'record') for (const [name, inner] of each.entries) entries.set(name, spreadIn(entries.get(name), inner, runsIn));
        // `...(flag && { x })`: the other arm adds nothing.
        if (each.kind === 'record' ? !each.complete : !(each.kind === 'literal' && !each.value)) complete = false;
      }
      continue;
    }
    const name = typeof key === 'string' ? key : literalText(ask.value(key));
    if (name === undefined) complete = false;
    else entries.set(name, ask.value(value));
  }
  return { kind: 'record', entries: [...entries], complete, place };
}

/** An entry that a spread brings in some runs only: what stood there before holds in the others. */
function spreadIn(before: Value | undefined, value: Value, runsIn: RunsIn): Value {
  if (runsIn === 'every') return value;
  const others: RunsIn = runsIn === 'production' ? 'development' : 'production';
  return { kind: 'choice', among: [...(before ? [{ value: before, runsIn: others }] : []), { value, runsIn }], place: value.place };
}

export function conditional(ask: Asking, expression: Extract<Expression, { kind: 'conditional' }>, place: FilePlace): Value {
  const when = meaning(ask.program, expression.test, 4) ?? 'every';
  const otherwise: RunsIn = when === 'production' ? 'development' : when === 'development' ? 'production' : 'every';
  return choice(
    [
      { value: ask.value(expression.then), runsIn: when },
      { value: ask.value(expression.otherwise), runsIn: otherwise },
    ],
    place,
  );
}

export function binary(ask: Asking, expression: Extract<Expression, { kind: 'binary' }>, place: FilePlace): Value {
  const { operator, left, right } = expression;
  if (operator === '+') return textOf([ask.value(left), ask.value(right)], place);
  if (operator === 'comma') return ask.value(right);
  if (operator === 'or' || operator === '??') {
    const first = ask.value(left);
    if (first.kind === 'environment' && /^(?:undefined|environment|literal)$/.test(first.fallback?.kind ?? 'undefined'))
      return withDefault(first, ask.value(right));
    if (first.kind === 'literal')
      return first.value === null || (operator === 'or' && !first.value && !first.secret) ? ask.value(right) : first;
    return choice(
      [
        { value: first, runsIn: 'every' },
        { value: ask.value(right), runsIn: 'every' },
      ],
      place,
    );
  }
  if (operator === 'and') {
    const when = meaning(ask.program, left, 4) ?? 'every';
    const none: Value = { kind: 'literal', value: false, place };
    const otherwise: RunsIn = when === 'production' ? 'development' : when === 'development' ? 'production' : 'every';
    return choice(
      [
        { value: ask.value(right), runsIn: when },
        { value: none, runsIn: otherwise },
      ],
      place,
    );
  }
  if (/^(?:==|!=|in|not in)$/.test(operator)) return compared(operator, ask.value(left), ask.value(right), expression);
  return arithmetic(operator, ask.value(left), ask.value(right)) ?? unknownValue(expression, 'it is worked out at run time');
}

/** `A || B || 'c'`: the last default of the chain; a default that is surely there stays the last. */
function withDefault(read: Extract<Value, { kind: 'environment' }>, next: Value): Value {
  const { fallback } = read;
  if (fallback === undefined) return { ...read, fallback: next, required: false };
  if (fallback.kind === 'environment') return { ...read, fallback: withDefault(fallback, next) };
  const isEmpty = fallback.kind === 'literal' && (fallback.value === null || fallback.value === '') && !fallback.secret;
  return isEmpty ? { ...read, fallback: next } : read;
}

/** `os.getenv("DEBUG", "no") in ("yes", "1")` is the variable as a flag, its default compared. */
function compared(operator: string, left: Value, right: Value, expression: Expression): Value {
  const place = placeOf(expression);
  if (left.kind === 'environment') {
    const fallback = left.fallback && compared(operator, left.fallback, right, expression);
    return { ...left, fallback: fallback?.kind === 'literal' ? fallback : undefined, place };
  }
  if (left.kind !== 'literal') return unknownValue(expression, 'it is worked out at run time');
  const among = right.kind === 'list' ? right.items : [right];
  if (!among.every((each) => each.kind === 'literal')) return unknownValue(expression, 'it is worked out at run time');
  const found = among.some((each) => each.kind === 'literal' && each.value === left.value);
  return { kind: 'literal', value: operator === '==' || operator === 'in' ? found : !found, place };
}

export function unary(ask: Asking, expression: Extract<Expression, { kind: 'unary' }>, place: FilePlace): Value {
  const inner = ask.value(expression.value);
  if (expression.operator === 'not') return negated(inner, expression);
  if (inner.kind === 'literal' && expression.operator === '-' && typeof inner.value === 'number')
    return { kind: 'literal', value: -inner.value, place };
  return expression.operator === 'void'
    ? { kind: 'literal', value: null, place }
    : unknownValue(expression, 'it is worked out at run time');
}

/** A flag of the environment stays the variable, its default turned round. */
function negated(value: Value, expression: Expression): Value {
  const place = placeOf(expression);
  if (value.kind === 'literal' && !value.secret) return { kind: 'literal', value: !value.value, place };
  if (value.kind === 'environment' && value.fallback?.kind === 'literal')
    return { ...value, fallback: negated(value.fallback, expression), place };
  return unknownValue(expression, 'it is worked out at run time');
}

/** `[o.strip() for o in origins]` is the origins. */
export function comprehension(ask: Asking, expression: Extract<Expression, { kind: 'comprehension' }>): Value {
  const [clause] = expression.clauses;
  const item = clause?.target.kind === 'bind' ? clause.target.name : undefined;
  if (clause && expression.key === undefined && expression.clauses.length === 1 && item !== undefined && isAbout(expression.element, item))
    return ask.value(clause.over);
  return unknownValue(expression, 'it is worked out at run time');
}

const isAbout = (expression: Expression, name: string): boolean =>
  expression.kind === 'name'
    ? expression.name === name
    : expression.kind === 'call'
      ? isAbout(expression.callee, name) || expression.args.some(({ value }) => isAbout(value, name))
      : expression.kind === 'member' && isAbout(expression.object, name);
