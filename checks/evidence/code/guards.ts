// What conditions say of the environment the service runs in, read in the right direction.
import type { Expression, Guard, RunsIn } from '../../model.ts';
import { definitions } from './definitions.ts';
import { readOfCall, readOfMember } from './environment-reads.ts';
import type { Program } from './program.ts';
import { isDevelopmentWord, isProductionWord, namesDebug, namesEnvironment, namesProduction } from './vocabulary.ts';

/** Where all guards hold. Guards that say nothing of the environment are passed over. */
export function runsIn(program: Program, guards: readonly Guard[]): RunsIn {
  for (const { test, holds } of guards) {
    const when = meaning(program, test, 4);
    if (when === undefined) continue;
    const here = holds ? when : opposite(when);
    if (here !== 'every') return here;
  }
  return 'every';
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
      return ofFlag(program, test, depth);
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
    const literal = right.kind === 'string' || right.kind === 'boolean' ? right : left;
    const subject = literal === right ? left : right;
    const when = comparison(program, subject, literal, depth);
    return when && (operator === '==' ? when : opposite(when));
  }
  if ((operator === 'in' || operator === 'not in') && right.kind === 'list') {
    const words = right.items.flatMap(({ value }) => (value.kind === 'string' ? [value.value] : []));
    const name = variable(program, left, depth);
    if (name === undefined || !namesEnvironment(name) || words.length === 0) return undefined;
    const when = words.every(isDevelopmentWord) ? 'development' : words.every(isProductionWord) ? 'production' : undefined;
    return when && (operator === 'in' ? when : opposite(when));
  }
  return undefined;
}

function comparison(program: Program, subject: Expression, literal: Expression, depth: number): RunsIn | undefined {
  const name = variable(program, subject, depth);
  if (literal.kind === 'boolean') {
    const flag = meaning(program, subject, depth - 1);
    return flag && (literal.value ? flag : opposite(flag));
  }
  if (literal.kind !== 'string' || name === undefined) return undefined;
  if (namesEnvironment(name))
    return isProductionWord(literal.value) ? 'production' : isDevelopmentWord(literal.value) ? 'development' : undefined;
  const truthy = /^(?:1|true|yes|on)$/i.test(literal.value);
  if (namesDebug(name)) return truthy ? 'development' : 'production';
  if (namesProduction(name)) return truthy ? 'production' : 'development';
  return undefined;
}

/** A flag used as a condition of its own: `settings.debug`, `isProduction`, `env.is_dev()`. */
function ofFlag(program: Program, test: Expression, depth: number): RunsIn | undefined {
  const read = variable(program, test, depth);
  if (read !== undefined) return flagMeaning(read);
  for (const { value: definition } of definitions(program, test)) {
    const when = meaning(program, definition, depth - 1);
    if (when !== undefined) return when;
  }
  const name = test.kind === 'call' ? lastName(test.callee) : lastName(test);
  return name === undefined ? undefined : flagMeaning(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
}

const flagMeaning = (name: string): RunsIn | undefined =>
  namesDebug(name) ? 'development' : namesProduction(name) ? 'production' : undefined;

const lastName = (expression: Expression): string | undefined =>
  expression.kind === 'name' || expression.kind === 'member' ? expression.name : undefined;

/** The environment variable an expression reads, itself or what it was set from. */
function variable(program: Program, expression: Expression, depth: number): string | undefined {
  if (depth === 0) return undefined;
  if (expression.kind === 'member' || expression.kind === 'index') {
    const read = readOfMember(program, expression);
    if (read?.name !== undefined) return read.name;
  }
  if (expression.kind === 'call') {
    const read = readOfCall(program, expression);
    if (read?.name !== undefined) return read.name;
    // `.lower()`, `.strip()` of one.
    if (expression.callee.kind === 'member') return variable(program, expression.callee.object, depth - 1);
  }
  if (expression.kind === 'binary' && (expression.operator === 'or' || expression.operator === '??'))
    return variable(program, expression.left, depth - 1);
  for (const { value: definition } of definitions(program, expression)) {
    const found = variable(program, definition, depth - 1);
    if (found !== undefined) return found;
  }
  const name = lastName(expression);
  return name !== undefined && namesEnvironment(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2')) ? name : undefined;
}
