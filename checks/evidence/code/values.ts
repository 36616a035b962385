// What an expression is worth, as far as source alone tells: a known value, a variable with its default, both arms of a condition, or unknown.
import type { Expression, Value } from '../../model.ts';
import { codeFunction, placeOf } from './places.ts';
import type { Program } from './program.ts';
import { textOf } from './value-parts.ts';
import { type Asking, type Frame, unknownValue } from './values/asking.ts';
import { called } from './values/calls.ts';
import { binary, comprehension, conditional, listOf, recordOf, unary } from './values/literals.ts';
import { member, symbolic } from './values/members.ts';
import { named } from './values/names.ts';

export function worth(program: Program, expression: Expression): Value {
  // What needs no following is worked out at once: remembering it would cost more.
  if (plain.has(expression.kind)) return evaluate(asking(program, undefined), expression);
  return program.memory.once('value', expression, unknownValue(expression, 'it is set from itself'), () =>
    evaluate(asking(program, undefined), expression),
  );
}

const plain: ReadonlySet<Expression['kind']> = new Set(['string', 'number', 'boolean', 'null', 'regex', 'function']);

const outsideCalls = new WeakMap<Program, Asking>();

function asking(program: Program, frame: Frame | undefined): Asking {
  if (frame !== undefined) return makeAsking(program, frame);
  const known = outsideCalls.get(program) ?? makeAsking(program, undefined);
  outsideCalls.set(program, known);
  return known;
}

function makeAsking(program: Program, frame: Frame | undefined): Asking {
  const outside = (expression: Expression): Value => worth(program, expression);
  const ask: Asking = {
    program,
    frame,
    value: frame === undefined ? outside : (expression) => evaluateOnce(ask, frame, expression),
    outside,
    within: (other) => asking(program, other),
  };
  return ask;
}

/** Inside a call nothing is remembered: the steps are counted, and what is already being worked out is not asked for again. */
function evaluateOnce(ask: Asking, { budget, active }: Frame, expression: Expression): Value {
  budget.left -= 1;
  if (budget.left < 0 || active.has(expression)) return unknownValue(expression, 'it is set from itself');
  active.add(expression);
  const value = evaluate(ask, expression);
  active.delete(expression);
  return value;
}

function evaluate(ask: Asking, expression: Expression): Value {
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
        expression.parts.map((part) => ask.value(part)),
        place,
      );
    case 'list':
      return listOf(ask, expression, place);
    case 'object':
      return recordOf(ask, expression, place);
    case 'function':
      return { kind: 'function', code: codeFunction(expression), place };
    case 'conditional':
      return conditional(ask, expression, place);
    case 'binary':
      return binary(ask, expression, place);
    case 'unary':
      return unary(ask, expression, place);
    case 'await':
    case 'assign':
      return ask.value(expression.value);
    case 'comprehension':
      return comprehension(ask, expression);
    case 'call':
      return called(ask, expression, place);
    case 'name':
      return named(ask, expression);
    case 'member':
    case 'index':
      return member(ask, expression);
    default:
      return symbolic(ask, expression, place);
  }
}
