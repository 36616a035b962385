// What conditions say of the environment the service runs in, read in the right direction.
import type { Expression, Guard, RunsIn } from '../../model.ts';
import { definitions } from './definitions.ts';
import { readOfCall, readOfMember } from './environment-reads.ts';
import type { Program } from './program.ts';
import { isDevelopmentWord, isProductionWord, isUnsafeWord, namesDebug, namesEnvironment, namesProduction } from './vocabulary.ts';

/** Where all guards hold. Guards that say nothing of the environment are passed over. */
export function runsIn(program: Program, guards: readonly Guard[]): RunsIn {
  let all: RunsIn = 'every';
  for (const { test, holds } of guards) {
    const here = where(program, test, holds);
    // All of them hold: what one keeps to development runs nowhere else, whatever the others say.
    if (here === 'development') return here;
    if (here === 'production') all = here;
  }
  return all;
}

/** The runs in which the test holds, or does not. Where `a and b` does not hold, either of them may. */
function where(program: Program, test: Expression, holds: boolean): RunsIn | undefined {
  if (test.kind === 'unary' && test.operator === 'not') return where(program, test.value, !holds);
  if (test.kind === 'binary' && (test.operator === 'and' || test.operator === 'or')) {
    const both = [where(program, test.left, holds), where(program, test.right, holds)];
    if ((test.operator === 'and') === holds) return both.find((each) => each !== undefined);
    return both[0] === both[1] ? both[0] : undefined;
  }
  const when = program.memory.once<RunsIn | undefined>('runs in', test, undefined, () => meaning(program, test, 4));
  return when && (holds ? when : opposite(when));
}

const opposite = (when: RunsIn): RunsIn => (when === 'production' ? 'development' : when === 'development' ? 'production' : 'every');

/** The runs in which the test is true, as far as it speaks of the environment. */
export function meaning(program: Program, test: Expression, depth: number): RunsIn | undefined {
  if (depth === 0) return undefined;
  switch (test.kind) {
    case 'unary': {
      const inner = test.operator === 'not' ? meaning(program, test.value, depth) : undefined;
      return inner && opposite(inner);
    }
    case 'binary':
      return ofBinary(program, test, depth);
    case 'await':
      return meaning(program, test.value, depth);
    case 'name':
    case 'member':
    case 'index':
    case 'call':
      return program.memory.once<RunsIn | undefined>(flagAt[depth] ?? '', test, undefined, () => ofFlag(program, test, depth));
    default:
      return undefined;
  }
}

function ofBinary(program: Program, test: Extract<Expression, { kind: 'binary' }>, depth: number): RunsIn | undefined {
  const { operator, left, right } = test;
  if (operator === 'and' || operator === 'or') {
    const both = [meaning(program, left, depth), meaning(program, right, depth)];
    if (operator === 'and') return both.find((each) => each !== undefined);
    return both[0] === both[1] ? both[0] : undefined;
  }
  if (operator === '==' || operator === '!=') {
    const [known, other] = [right, left].map((each) => wordOf(program, each));
    if (known !== undefined || other === undefined) return comparison(program, left, known ?? right, operator === '==', depth);
    return comparison(program, right, other, operator === '==', depth);
  }
  if ((operator === 'in' || operator === 'not in') && right.kind === 'list') {
    const words = right.items.flatMap(({ value }) => (value.kind === 'string' ? [value.value] : []));
    const read = variable(program, left, depth);
    const [when, ...others] = read === undefined ? [] : words.map((word) => ofWord(read, word, true));
    if (when === undefined || others.some((each) => each !== when)) return undefined;
    return operator === 'in' ? when : opposite(when);
  }
  return undefined;
}

/** A word or a truth as it stands, or as a member of an enumeration: `Env.Dev`. */
function wordOf(program: Program, expression: Expression): Expression | undefined {
  if (expression.kind === 'string' || expression.kind === 'boolean') return expression;
  if (expression.kind !== 'member' || expression.object.kind !== 'name' || !/^[A-Z]/.test(expression.object.name)) return undefined;
  const [only, ...others] = definitions(program, expression);
  return others.length === 0 && only?.value.kind === 'string' ? only.value : undefined;
}

function comparison(program: Program, subject: Expression, literal: Expression, equal: boolean, depth: number): RunsIn | undefined {
  if (literal.kind === 'boolean') {
    const flag = meaning(program, subject, depth - 1);
    return flag && (literal.value === equal ? flag : opposite(flag));
  }
  const read = variable(program, subject, depth);
  if (literal.kind !== 'string' || read === undefined) return undefined;
  const when = ofWord(read, literal.value, equal);
  return when && (equal ? when : opposite(when));
}

/** The runs in which a variable equals a word. A debug switch that is on where nobody sets it tells nothing. */
function ofWord({ name, fallback }: Read, word: string, equal: boolean): RunsIn | undefined {
  if (namesEnvironment(name)) return isProductionWord(word) ? 'production' : isDevelopmentWord(word) ? 'development' : undefined;
  if (isUnsafeWord(word)) return fallback === word ? undefined : 'development';
  const truthy = isTruthy(word);
  if (namesProduction(name)) return truthy ? 'production' : 'development';
  if (!namesDebug(name)) return undefined;
  const unset = fallback === undefined ? undefined : fallback;
  const onByDefault = unset === undefined ? !truthy && !equal : isTruthy(unset);
  return onByDefault ? undefined : truthy ? 'development' : 'production';
}

const isTruthy = (word: string): boolean => /^(?:1|true|yes|on|y|t)$/i.test(word);

// A name that stands for many things is asked for again by each condition that names it.
const flagAt = [0, 1, 2, 3, 4].map((depth) => `flag, ${depth} steps`);
const variableAt = flagAt.map((each) => `variable of ${each}`);

/** A flag used as a condition of its own: `settings.debug`, `isProduction`, `env.is_dev()`. */
function ofFlag(program: Program, test: Expression, depth: number): RunsIn | undefined {
  const read = variable(program, test, depth);
  if (read !== undefined) return flagMeaning(read);
  for (const { value: definition } of definitions(program, test)) {
    // A plain constant is what it is in every run.
    if (definition.kind === 'boolean') return undefined;
    const when = meaning(program, definition, depth - 1);
    if (when !== undefined) return when;
    if (definition.kind === 'binary') return undefined;
  }
  const entry = entryOf(test);
  if (entry !== undefined && isOnByDefault(program, entry)) return undefined;
  const name = entry ?? (test.kind === 'call' ? lastName(test.callee) : lastName(test));
  return name === undefined ? undefined : flagMeaning({ name: spaced(name), fallback: undefined });
}

const flagMeaning = ({ name, fallback }: Read): RunsIn | undefined =>
  namesDebug(name)
    ? fallback !== undefined && isTruthy(fallback)
      ? undefined
      : 'development'
    : namesProduction(name)
      ? 'production'
      : undefined;

const lastName = (expression: Expression): string | undefined =>
  expression.kind === 'name' || expression.kind === 'member' ? expression.name : undefined;

/** The key of a table of settings: `app.config["DEBUG"]`, `config.get("DEBUG")`. */
function entryOf(test: Expression): string | undefined {
  const [owner, key] =
    test.kind === 'index'
      ? [test.object, test.index]
      : test.kind === 'call' && test.callee.kind === 'member' && test.callee.name === 'get'
        ? [test.callee.object, test.args[0]?.value]
        : [undefined, undefined];
  const table = owner && lastName(owner);
  return key?.kind === 'string' && table !== undefined && /^(?:\w*config|settings|conf)$/i.test(table) ? key.value : undefined;
}

/** Set to true by a class of settings that is not one for development. */
const isOnByDefault = (program: Program, key: string): boolean =>
  program.files.some(({ classes }) =>
    classes.some(
      ({ name = '', members }) =>
        !/dev|test|local/i.test(name) && members.some((each) => each.name === key && each.value?.kind === 'boolean' && each.value.value),
    ),
  );
const spaced = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');

/** A variable and, as text, what it is where nobody sets it. */
interface Read {
  readonly name: string;
  readonly fallback: string | undefined;
}

const literalText = (expression: Expression | undefined): string | undefined =>
  expression?.kind === 'string' || expression?.kind === 'boolean' || expression?.kind === 'number' ? String(expression.value) : undefined;

/** The environment variable an expression reads, itself or what it was set from. */
function variable(program: Program, expression: Expression, depth: number): Read | undefined {
  if (depth === 0) return undefined;
  return program.memory.once<Read | undefined>(variableAt[depth] ?? '', expression, undefined, () =>
    variableBehind(program, expression, depth),
  );
}

function variableBehind(program: Program, expression: Expression, depth: number): Read | undefined {
  if (expression.kind === 'member' || expression.kind === 'index') {
    const read = readOfMember(program, expression);
    if (read?.name !== undefined) return { name: read.name, fallback: literalText(read.fallback) };
  }
  if (expression.kind === 'call') {
    const read = readOfCall(program, expression);
    if (read?.name !== undefined) return { name: read.name, fallback: literalText(read.fallback) };
    // `.lower()`, `.strip()` of one.
    if (expression.callee.kind === 'member') return variable(program, expression.callee.object, depth - 1);
  }
  if (expression.kind === 'binary' && (expression.operator === 'or' || expression.operator === '??')) {
    const left = variable(program, expression.left, depth - 1);
    return left && { name: left.name, fallback: left.fallback ?? literalText(expression.right) };
  }
  for (const { value: definition } of definitions(program, expression)) {
    const found = variable(program, definition, depth - 1);
    if (found !== undefined) return found;
  }
  const name = lastName(expression);
  return name !== undefined && namesEnvironment(spaced(name)) ? { name: spaced(name), fallback: undefined } : undefined;
}
