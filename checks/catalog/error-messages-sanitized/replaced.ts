// A text that is written over before it is answered: `if (production && !error.isOperational) message = 'Internal server error'`.
import { nodesIn } from '../../model/nodes.ts';
import type { Expression, Pattern, Piece, Unit } from '../../model.ts';

/** Whether what is left of the error's own text is meant for users, or never leaves a development machine; `tells` knows what is meant. */
export function isReplaced(unit: Unit, { value, inFunction }: Piece, tells: (test: Expression, holds: boolean) => boolean): boolean {
  if ((value.kind !== 'name' && value.kind !== 'member') || inFunction === undefined) return false;
  return nodesIn(inFunction.node.body).some(
    (each) =>
      each.kind === 'if' &&
      each.then.some(
        (step) =>
          step.kind === 'assignment' &&
          isTarget(step.target, value) &&
          step.value !== undefined &&
          unit.sources(step.value).every(({ kind }) => kind !== 'exception'),
      ) &&
      isFine(unit, each.test, false, tells),
  );
}

/** `message = …` of `message`, `error.message = …` of `error.message`. */
function isTarget(target: Pattern, value: Extract<Expression, { kind: 'name' | 'member' }>): boolean {
  if (value.kind === 'name') return target.kind === 'bind' && target.name === value.name;
  if (target.kind !== 'place' || target.target.kind !== 'member' || target.target.name !== value.name) return false;
  const { object } = target.target;
  return object.kind === 'name' && value.object.kind === 'name' && object.name === value.object.name;
}

/** Whether all is well where the condition does (or does not) hold. */
function isFine(unit: Unit, test: Expression, holds: boolean, tells: (test: Expression, holds: boolean) => boolean): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return isFine(unit, test.value, !holds, tells);
  if (test.kind === 'binary' && ((test.operator === 'and' && !holds) || (test.operator === 'or' && holds)))
    return isFine(unit, test.left, holds, tells) && isFine(unit, test.right, holds, tells);
  return isDevelopment(unit, test, holds) || tells(test, holds);
}

/** `env !== 'production'`. */
const isDevelopment = (unit: Unit, test: Expression, holds: boolean): boolean =>
  test.kind === 'binary' &&
  (test.operator === '==' || test.operator === '!=') &&
  holds === (test.operator === '!=') &&
  [test.left, test.right].some((side) => side.kind === 'string' && /^prod(?:uction)?$/i.test(side.value)) &&
  unit.environmentBehind(test).length > 0;
