// What a value is put together from: entries, items and arms, each with the place where it is written.
import type { CallExpression, Expression, FunctionExpression, Piece } from '../../model.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import { siteOf } from './calls.ts';
import { type Binding, contextOf } from './context.ts';
import { definitions, returns } from './definitions.ts';
import { bindingsOf } from './entities/entity.ts';
import { symbolsOf } from './entities.ts';
import { literalKey, writesTo } from './later-writes.ts';
import { exported, targetsIn } from './pieces-behind.ts';
import type { Program } from './program.ts';
import { passesAll } from './source-calls.ts';

interface Frame {
  readonly code: FunctionExpression;
  readonly call: CallExpression;
  readonly outer: Frame | undefined;
}
interface Walk {
  readonly program: Program;
  readonly frame: Frame | undefined;
  readonly open: ReadonlySet<Expression>;
  readonly found: Map<Expression, Piece>;
}
const maxDepth = 12;
/** Calls that give back the object or list they are given. */
const keepsForm = /^(?:py:(?:list|tuple|typing\.cast)|js:(?:Object\.freeze|structuredClone))$/;

/** A schema gives out what it is given, entry by entry. */
const dumps = /^py:marshmallow\..*\.dumps?$/;

/** The pieces an expression is made of; itself where it is no composite. */
export function piecesOf(program: Program, expression: Expression): readonly Piece[] {
  return program.memory.once<readonly Piece[]>('pieces', expression, [], () => {
    const found = new Map<Expression, Piece>();
    take({ program, frame: undefined, open: new Set(), found }, expression, undefined);
    return [...found.values()];
  });
}

function take(walk: Walk, expression: Expression, key: string | undefined): void {
  const { program, found } = walk;
  if (walk.open.has(expression) || walk.open.size > maxDepth) return;
  const inner: Walk = { ...walk, open: new Set([...walk.open, expression]) };
  switch (expression.kind) {
    case 'object':
      for (const entry of expression.entries) take(inner, entry.value, typeof entry.key === 'string' ? entry.key : literalKey(entry.key));
      return;
    case 'list':
      for (const { value } of expression.items) take(inner, value, key);
      return;
    case 'conditional':
      take(inner, expression.then, key);
      return take(inner, expression.otherwise, key);
    case 'await':
    case 'assign':
      return take(inner, expression.value, key);
    case 'binary':
      if (expression.operator === 'and') return take(inner, expression.right, key);
      break;
    case 'call':
      if (ofCall(inner, expression, key)) return;
      break;
    case 'name':
      if (ofName(inner, expression, key)) return;
      break;
    case 'member':
      if (
        ofDefinitions(
          inner,
          definitions(program, expression).map(({ value }) => value),
          key,
        )
      )
        return;
  }
  found.set(expression, { ...siteOf(program, expression), key, value: expression });
}

function ofCall(walk: Walk, call: CallExpression, key: string | undefined): boolean {
  const { program } = walk;
  if (symbolsOf(program, call.callee).some((symbol) => passesAll.test(symbol) || keepsForm.test(symbol))) {
    // `JSON.stringify(body, null, 2)`: how it is written is no part of it.
    const wanted = call.args.filter(({ name, value }) => name !== undefined || (value.kind !== 'null' && value.kind !== 'number'));
    for (const { name, value } of wanted) take(walk, value, name ?? key);
    return wanted.length > 0;
  }
  const [dumped] = call.args;
  if (dumped && symbolsOf(program, call.callee).some((symbol) => dumps.test(symbol))) {
    take(walk, dumped.value, key);
    return true;
  }
  const targets = targetsIn(program, call);
  const composite = targets.filter((code) => returns(code).some((value) => isComposite(program, value, 4)));
  for (const code of composite) for (const value of returns(code)) take({ ...walk, frame: { code, call, outer: walk.frame } }, value, key);
  return composite.length > 0;
}

function ofName(walk: Walk, expression: Extract<Expression, { kind: 'name' }>, key: string | undefined): boolean {
  const bindings = bindingsOf(expression.name, contextOf(expression).scope);
  const given = bindings.flatMap((binding) => (binding.kind === 'parameter' && binding.keys.length === 0 ? handedIn(walk, binding) : []));
  const written = writesTo(contextOf(expression).file).get(bindings) ?? [];
  for (const { key: own, value } of written) take(walk, value, own);
  for (const { frame, value } of given) take({ ...walk, frame }, value, key);
  const set = bindings.flatMap((binding) => (binding.kind === 'value' && binding.keys.length === 0 ? [binding.value] : []));
  const anew = set.filter((value) => isSetAnew(value, expression));
  const values = (anew.length > 0 ? anew : set).map((value) => exported(walk.program, value));
  const imported = bindings.some(({ kind }) => kind === 'import') ? definitions(walk.program, expression).map(({ value }) => value) : [];
  return ofDefinitions(walk, [...values, ...imported], key) || given.length > 0;
}

/** Where an error is handled, a name that was set there before holds what it was set to there, and nothing from where the error came up. */
function isSetAnew(value: Expression, use: Expression): boolean {
  const [there, here] = [contextOf(value), contextOf(use)];
  return (
    here.handler !== undefined &&
    there.handler === here.handler &&
    there.inFunction === here.inFunction &&
    value.line < use.line &&
    there.guards.every(({ test }) => here.guards.some((guard) => guard.test === test))
  );
}

/** What callers hand to a parameter; in a call that is being followed only what that call does. */
function handedIn(walk: Walk, binding: Extract<Binding, { kind: 'parameter' }>) {
  const { program } = walk;
  if (program.roles.has(binding.code)) return [];
  for (let each = walk.frame; each; each = each.outer) {
    if (each.code !== binding.code) continue;
    const { call, outer } = each;
    return argumentsFor(call, binding).map((value) => ({ frame: outer, value }));
  }
  return callersOf(program, binding.code).flatMap((call) => argumentsFor(call, binding).map((value) => ({ frame: undefined, value })));
}

/** One argument, or for `**more` and `...more` all that no other parameter takes. */
function argumentsFor(call: CallExpression, binding: Extract<Binding, { kind: 'parameter' }>): readonly Expression[] {
  const { parameters } = binding.code;
  const rest = parameters[binding.index]?.rest;
  if (rest === undefined) {
    const value = argumentFor(call, binding);
    return value ? [value] : [];
  }
  const taken = new Set(parameters.flatMap(({ pattern }) => (pattern.kind === 'bind' ? [pattern.name] : [])));
  return call.args
    .filter(({ name }, index) =>
      rest === 'keywords' ? name !== undefined && !taken.has(name) : name === undefined && index >= binding.index,
    )
    .map(({ value }) => value);
}

/** A name set to a composite is its entries; else it is a piece itself, where it is used. */
function ofDefinitions(walk: Walk, values: readonly Expression[], key: string | undefined): boolean {
  if (!values.some((value) => isComposite(walk.program, value, 4))) return false;
  for (const value of values) take(walk, value, key);
  return true;
}

function isComposite(program: Program, expression: Expression, depth: number): boolean {
  if (depth === 0) return false;
  const inner = (each: Expression): boolean => isComposite(program, each, depth - 1);
  switch (expression.kind) {
    case 'object':
    case 'list':
      return true;
    case 'await':
      return inner(expression.value);
    case 'conditional':
      return true;
    case 'binary':
      return expression.operator === 'and' && inner(expression.right);
    case 'call':
      if (symbolsOf(program, expression.callee).some((symbol) => passesAll.test(symbol)))
        return expression.args.some(({ name, value }) => name !== undefined || inner(value));
      if (symbolsOf(program, expression.callee).some((symbol) => dumps.test(symbol))) return expression.args.length > 0;
      return targetsIn(program, expression).some((code) => returns(code).some(inner));
    case 'name':
      return bindingsOf(expression.name, contextOf(expression).scope).some(
        (binding) => binding.kind === 'value' && binding.keys.length === 0 && inner(binding.value),
      );
    default:
      return false;
  }
}
