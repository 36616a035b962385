// What an expression is worth, as far as source alone tells: a known value, a variable with its default, both arms of a condition, or unknown.
import type { CallExpression, Expression, FilePlace, FunctionExpression, RunsIn, Value } from '../../model.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import { type Binding, contextOf, type Key } from './context.ts';
import { definitions, ofBinding, ofMember, returns } from './definitions.ts';
import { bindingsOf, entities } from './entities.ts';
import { fieldOf, readOfCall, readOfMember } from './environment-reads.ts';
import { meaning, runsIn } from './guards.ts';
import { type ConfiguredValue, configured } from './node-config.ts';
import { codeFunction, placeOf } from './places.ts';
import type { Program } from './program.ts';
import { arithmetic, asRegex, choice, keyOf, literalText, parsedJson, split, textOf } from './value-parts.ts';
import type { VariableRead } from './variable-read.ts';
import { passesFirstArgument, passesReceiver } from './vocabulary.ts';

/** A call being followed: what its parameters stand for. */
interface Frame {
  readonly code: FunctionExpression;
  readonly call: CallExpression;
  readonly outer: Frame | undefined;
  readonly depth: number;
  /** What is being worked out: asked for again, it is set from itself. */
  readonly active: Set<Expression>;
  /** Steps left before the whole question is given up. */
  readonly budget: { left: number };
}
const maxDepth = 5;
const maxSteps = 4000;

const unknownValue = (node: Expression, because: string): Value => ({ kind: 'unknown', because, place: placeOf(node) });

export function worth(program: Program, expression: Expression): Value {
  return program.memory.once('value', expression, unknownValue(expression, 'it is set from itself'), () =>
    evaluate(program, expression, undefined),
  );
}

function evaluate(program: Program, expression: Expression, frame: Frame | undefined): Value {
  if (frame === undefined) return evaluateIn(program, expression, frame);
  frame.budget.left -= 1;
  if (frame.budget.left < 0 || frame.active.has(expression)) return unknownValue(expression, 'it is set from itself');
  frame.active.add(expression);
  const value = evaluateIn(program, expression, frame);
  frame.active.delete(expression);
  return value;
}

function evaluateIn(program: Program, expression: Expression, frame: Frame | undefined): Value {
  const place = placeOf(expression);
  switch (expression.kind) {
    case 'string':
      return { kind: 'literal', value: expression.value, place, ...(expression.secret && { secret: expression.secret }) };
    case 'number':
    case 'boolean':
      return { kind: 'literal', value: expression.value, place };
    case 'null':
      return { kind: 'literal', value: null, place };
    case 'regex':
      return { kind: 'regex', source: expression.source, flags: expression.flags, place };
    case 'template':
      return textOf(
        expression.parts.map((part) => inside(program, part, frame)),
        place,
      );
    case 'list':
      return listOf(program, expression, frame, place);
    case 'object':
      return recordOf(program, expression, frame, place);
    case 'function':
      return { kind: 'function', code: codeFunction(expression), place };
    case 'conditional':
      return conditional(program, expression, frame, place);
    case 'binary':
      return binary(program, expression, frame, place);
    case 'unary':
      return unary(program, expression, frame, place);
    case 'await':
    case 'assign':
      return inside(program, expression.value, frame);
    case 'comprehension':
      return comprehension(program, expression, frame);
    case 'call':
      return called(program, expression, frame, place);
    case 'name':
      return named(program, expression, frame);
    case 'member':
    case 'index':
      return member(program, expression, frame);
    default:
      return symbolic(program, expression, place);
  }
}

/** Outside a frame an answer is remembered; inside one it depends on the call. */
const inside = (program: Program, expression: Expression, frame: Frame | undefined): Value =>
  frame === undefined ? worth(program, expression) : evaluate(program, expression, frame);

function listOf(program: Program, list: Extract<Expression, { kind: 'list' }>, frame: Frame | undefined, place: FilePlace): Value {
  const items: Value[] = [];
  let complete = true;
  for (const { spread, value } of list.items) {
    const found = inside(program, value, frame);
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

function recordOf(program: Program, object: Extract<Expression, { kind: 'object' }>, frame: Frame | undefined, place: FilePlace): Value {
  const entries = new Map<string, Value>();
  let complete = true;
  for (const { key, value } of object.entries) {
    if (key === undefined) {
      const found = inside(program, value, frame);
      for (const each of found.kind === 'choice' ? found.among.map((arm) => arm.value) : [found]) {
        if (each.kind === 'record') for (const [name, inner] of each.entries) entries.set(name, inner);
        // `...(flag && { x })`: the other arm adds nothing.
        if (each.kind === 'record' ? !each.complete : !(each.kind === 'literal' && !each.value)) complete = false;
      }
      continue;
    }
    const name = typeof key === 'string' ? key : literalText(inside(program, key, frame));
    if (name === undefined) complete = false;
    else entries.set(name, inside(program, value, frame));
  }
  return { kind: 'record', entries: [...entries], complete, place };
}

function conditional(
  program: Program,
  expression: Extract<Expression, { kind: 'conditional' }>,
  frame: Frame | undefined,
  place: FilePlace,
): Value {
  const when = meaning(program, expression.test, 4) ?? 'every';
  const otherwise: RunsIn = when === 'production' ? 'development' : when === 'development' ? 'production' : 'every';
  return choice(
    [
      { value: inside(program, expression.then, frame), runsIn: when },
      { value: inside(program, expression.otherwise, frame), runsIn: otherwise },
    ],
    place,
  );
}

function binary(program: Program, expression: Extract<Expression, { kind: 'binary' }>, frame: Frame | undefined, place: FilePlace): Value {
  const { operator, left, right } = expression;
  if (operator === '+') return textOf([inside(program, left, frame), inside(program, right, frame)], place);
  if (operator === 'comma') return inside(program, right, frame);
  if (operator === 'or' || operator === '??') {
    const first = inside(program, left, frame);
    if (first.kind === 'environment' && /^(?:undefined|environment|literal)$/.test(first.fallback?.kind ?? 'undefined'))
      return withDefault(first, inside(program, right, frame));
    if (first.kind === 'literal')
      return first.value === null || (operator === 'or' && !first.value && !first.secret) ? inside(program, right, frame) : first;
    return choice(
      [
        { value: first, runsIn: 'every' },
        { value: inside(program, right, frame), runsIn: 'every' },
      ],
      place,
    );
  }
  if (operator === 'and') {
    const when = meaning(program, left, 4) ?? 'every';
    const none: Value = { kind: 'literal', value: false, place };
    const otherwise: RunsIn = when === 'production' ? 'development' : when === 'development' ? 'production' : 'every';
    return choice(
      [
        { value: inside(program, right, frame), runsIn: when },
        { value: none, runsIn: otherwise },
      ],
      place,
    );
  }
  if (/^(?:==|!=|in|not in)$/.test(operator))
    return compared(operator, inside(program, left, frame), inside(program, right, frame), expression);
  return (
    arithmetic(operator, inside(program, left, frame), inside(program, right, frame)) ??
    unknownValue(expression, 'it is worked out at run time')
  );
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

function unary(program: Program, expression: Extract<Expression, { kind: 'unary' }>, frame: Frame | undefined, place: FilePlace): Value {
  const inner = inside(program, expression.value, frame);
  if (inner.kind === 'literal' && expression.operator === 'not') return { kind: 'literal', value: !inner.value, place };
  if (inner.kind === 'literal' && expression.operator === '-' && typeof inner.value === 'number')
    return { kind: 'literal', value: -inner.value, place };
  return expression.operator === 'void'
    ? { kind: 'literal', value: null, place }
    : unknownValue(expression, 'it is worked out at run time');
}

/** `[o.strip() for o in origins]` is the origins. */
function comprehension(program: Program, expression: Extract<Expression, { kind: 'comprehension' }>, frame: Frame | undefined): Value {
  const [clause] = expression.clauses;
  const item = clause?.target.kind === 'bind' ? clause.target.name : undefined;
  if (clause && expression.key === undefined && expression.clauses.length === 1 && item !== undefined && isAbout(expression.element, item))
    return inside(program, clause.over, frame);
  return unknownValue(expression, 'it is worked out at run time');
}

const isAbout = (expression: Expression, name: string): boolean =>
  expression.kind === 'name'
    ? expression.name === name
    : expression.kind === 'call'
      ? isAbout(expression.callee, name) || expression.args.some(({ value }) => isAbout(value, name))
      : expression.kind === 'member' && isAbout(expression.object, name);

function variableValue(program: Program, read: VariableRead, expression: Expression, frame: Frame | undefined): Value {
  const place = placeOf(expression);
  const name = read.name ?? (read.dynamic && literalText(inside(program, read.dynamic, frame)));
  if (name === undefined) return unknownValue(expression, 'the name of the variable is worked out at run time');
  const fallback = read.fallback && inside(program, read.fallback, read.through === 'direct' ? frame : undefined);
  return {
    kind: 'environment',
    name,
    fallback: fallback?.kind === 'literal' && fallback.value === null ? undefined : fallback,
    required: read.required,
    place,
  };
}

function called(program: Program, call: CallExpression, frame: Frame | undefined, place: FilePlace): Value {
  const read = readOfCall(program, call);
  if (read) return variableValue(program, read, call, frame);
  const kept = configured(program, call);
  if (kept) return configuredValue(program, kept, place);
  const { callee, args } = call;
  const [first] = args;
  const targets = entities(program, callee);
  const symbols = targets.flatMap((each) => (each.kind === 'outside' ? [each.symbol] : []));
  if (first && symbols.some((symbol) => symbol === 'py:json.loads' || symbol === 'js:JSON.parse'))
    return parsedJson(inside(program, first.value, frame));
  if (first && symbols.some((symbol) => passesFirstArgument.has(symbol))) return inside(program, first.value, frame);
  if (symbols.some((symbol) => symbol === 'js:RegExp' || symbol === 'py:re.compile') && first)
    return asRegex(inside(program, first.value, frame));
  if (callee.kind === 'member' && passesReceiver.has(callee.name)) {
    const receiver = inside(program, callee.object, frame);
    const chained = callee.name === 'split' ? split(receiver, first && literalText(inside(program, first.value, frame))) : receiver;
    if (chained.kind !== 'unknown' && chained.kind !== 'symbol') return chained;
  }
  const joined = callee.kind === 'member' && callee.name === 'concat' ? undefined : follow(program, call, targets, frame, place);
  return joined ?? symbolic(program, call, place);
}

function configuredValue(program: Program, { variable, set }: ConfiguredValue, place: FilePlace): Value {
  const fallback = set && worth(program, set);
  if (variable !== undefined) return { kind: 'environment', name: variable, fallback, required: false, place };
  return fallback ?? { kind: 'unknown', because: 'it is set in configuration that is not here', place };
}

/** A call of this service's own function is worth what it returns. */
function follow(
  program: Program,
  call: CallExpression,
  targets: ReturnType<typeof entities>,
  frame: Frame | undefined,
  place: FilePlace,
): Value | undefined {
  const depth = (frame?.depth ?? 0) + 1;
  if (depth > maxDepth) return undefined;
  const arms = targets.flatMap((target) => {
    if (target.kind !== 'function') return [];
    const inner: Frame = { code: target.code, call, outer: frame, depth, active: new Set(), budget: frame?.budget ?? { left: maxSteps } };
    return returns(target.code).map((value) => ({
      value: evaluate(program, value, inner),
      runsIn: runsIn(program, contextOf(value).guards),
    }));
  });
  return arms.length === 0 ? undefined : choice(arms.slice(0, 8), place);
}

function named(program: Program, expression: Extract<Expression, { kind: 'name' }>, frame: Frame | undefined): Value {
  const place = placeOf(expression);
  const bindings = bindingsOf(expression.name, contextOf(expression).scope);
  if (bindings.length === 0 && expression.name === 'undefined') return { kind: 'literal', value: null, place };
  const arms = bindings.flatMap((binding) => {
    const value = ofOne(program, binding, frame);
    return value === undefined ? [] : [{ value, runsIn: runsIn(program, binding.at.guards) }];
  });
  if (arms.length === 0) return symbolic(program, expression, place);
  return withAdditions(program, choice(lastWins(arms, bindings), place), expression, bindings);
}

/** `origins.append("*")`: what is put into a list after it was made. */
function withAdditions(program: Program, value: Value, name: Extract<Expression, { kind: 'name' }>, bindings: readonly Binding[]): Value {
  if (value.kind !== 'list') return value;
  const { file } = contextOf(name);
  const added = (file.additions.get(name.name) ?? []).filter(
    ({ callee }) =>
      callee.kind === 'member' && callee.object.kind === 'name' && bindingsOf(name.name, contextOf(callee.object).scope) === bindings,
  );
  const items = added.flatMap((call) => {
    if (runsIn(program, contextOf(call).guards) === 'development') return [];
    const given = call.args.map((argument) => worth(program, argument.value));
    return given.flatMap((each) => (each.kind === 'list' ? each.items : [each]));
  });
  return items.length === 0 ? value : { ...value, items: [...value.items, ...items] };
}

/** A name that is set again unconditionally in the same scope is worth what it was set to last. */
function lastWins<T>(arms: readonly T[], bindings: readonly Binding[]): readonly T[] {
  const last = bindings.at(-1);
  const straight = bindings.every(
    (binding) => binding.kind === 'value' && binding.at.guards.length === 0 && !binding.at.inLoop && binding.at.tries.length === 0,
  );
  return straight && last?.kind === 'value' && last.at.inFunction === undefined && arms.length === bindings.length ? arms.slice(-1) : arms;
}

function ofOne(program: Program, binding: Binding, frame: Frame | undefined): Value | undefined {
  if (binding.kind === 'parameter') return argumentValue(program, binding, frame);
  const found = ofBinding(program, binding);
  if (found.length === 0) return undefined;
  const within = binding.kind === 'value' && binding.at.inFunction !== undefined ? frame : undefined;
  const values = found.map(({ value, keys, fallback, isItem }) => {
    const whole = inside(program, value, within);
    const part = step(program, value, whole, isItem ? [0, ...keys] : keys);
    const withDefault = fallback === undefined ? part : orElse(part, () => inside(program, fallback, within));
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

function argumentValue(program: Program, binding: Extract<Binding, { kind: 'parameter' }>, frame: Frame | undefined): Value | undefined {
  for (let each = frame; each; each = each.outer) {
    if (each.code !== binding.code) continue;
    const given = argumentFor(each.call, binding);
    if (given) return step(program, given, inside(program, given, each.outer), binding.keys);
    return binding.fallback && inside(program, binding.fallback, each.outer);
  }
  return handedIn(program, binding);
}

/** Outside any call being followed: what the callers in this service hand in. */
function handedIn(program: Program, binding: Extract<Binding, { kind: 'parameter' }>): Value | undefined {
  const meanwhile: Value | undefined = undefined;
  return program.memory.once<Value | undefined>('handed in', binding, meanwhile, () => {
    const callers = callersOf(program, binding.code).slice(0, 8);
    const arms = callers.flatMap((call) => {
      const given = argumentFor(call, binding) ?? binding.fallback;
      return given
        ? [{ value: step(program, given, worth(program, given), binding.keys), runsIn: runsIn(program, contextOf(call).guards) }]
        : [];
    });
    const [first] = callers;
    return arms.length === 0 || first === undefined ? undefined : choice(arms, placeOf(first));
  });
}

function step(program: Program, expression: Expression, whole: Value, keys: readonly Key[]): Value {
  return keys.reduce<Value>((value, key) => {
    if (key === '*') return value;
    if (value.kind === 'record')
      return value.entries.find(([name]) => name === key)?.[1] ?? { kind: 'unknown', because: `it has no ${key}`, place: value.place };
    if (value.kind === 'list')
      return (
        (typeof key === 'number' ? value.items[key] : undefined) ?? { kind: 'unknown', because: 'it may be any item', place: value.place }
      );
    if (value.kind === 'environment' && typeof key === 'number') return value;
    if ((value.kind === 'symbol' || value.kind === 'unknown') && typeof key === 'string') return fromSymbol(program, expression, key);
    return { kind: 'unknown', because: 'it is taken apart at run time', place: value.place };
  }, whole);
}

/** `const { PORT } = process.env` and `= parsedSchema`. */
function fromSymbol(program: Program, owner: Expression, key: string): Value {
  for (const each of entities(program, owner)) {
    if (each.kind === 'outside' && /(?:process|Bun|import\.meta)\.env$|os\.environ$/.test(each.symbol))
      return { kind: 'environment', name: key, fallback: undefined, required: false, place: placeOf(owner) };
    const field = fieldOf(program, each, key);
    if (field) return variableValue(program, field, owner, undefined);
    const [set] = ofMember(program, each, key);
    if (set) return step(program, set.value, worth(program, set.value), set.keys);
  }
  return unknownValue(owner, 'it comes from outside');
}

function member(program: Program, expression: Extract<Expression, { kind: 'member' | 'index' }>, frame: Frame | undefined): Value {
  const place = placeOf(expression);
  const read = readOfMember(program, expression);
  if (read) return variableValue(program, read, expression, frame);
  const found = definitions(program, expression);
  if (found.length > 0) {
    const arms = found.map(({ value, keys }) => ({
      value: step(program, value, inside(program, value, undefined), keys),
      runsIn: runsIn(program, contextOf(value).guards),
    }));
    const real = arms.length > 1 ? arms.filter(({ value }) => !(value.kind === 'literal' && value.value === null)) : arms;
    return choice(real.length > 0 ? real : arms, place);
  }
  const owner = inside(program, expression.object, frame);
  const key = expression.kind === 'member' ? expression.name : expression.index && keyOf(inside(program, expression.index, frame));
  if (key !== undefined && (owner.kind === 'record' || owner.kind === 'list')) return step(program, expression.object, owner, [key]);
  if (owner.kind === 'symbol' && typeof key === 'string') {
    const field = fromSymbol(program, expression.object, key);
    if (field.kind === 'environment') return field;
  }
  return symbolic(program, expression, place);
}

function symbolic(program: Program, expression: Expression, place: FilePlace): Value {
  const [first] = entities(program, expression);
  if (first?.kind === 'function') return { kind: 'function', code: codeFunction(first.code), place };
  if (first?.kind === 'outside' && !first.symbol.startsWith('?')) return { kind: 'symbol', name: first.symbol, place };
  return { kind: 'unknown', because: 'it is known only at run time', place };
}
