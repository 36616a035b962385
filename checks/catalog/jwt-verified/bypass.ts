// Verification that only happens where a secret is set.
import type { Expression, Unit } from '../../model.ts';

/** Whether the test, holding or not, says that the variable is set. */
export function present(unit: Unit, test: Expression, holds: boolean, variable: string): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return present(unit, test.value, !holds, variable);
  if (test.kind === 'binary') {
    const { operator, left, right } = test;
    if ((operator === 'and' && holds) || (operator === 'or' && !holds))
      return present(unit, left, holds, variable) || present(unit, right, holds, variable);
    const isNothing = right.kind === 'null' || (right.kind === 'string' && right.value === '' && right.secret === undefined);
    if (isNothing && operator === '==') return !holds && isVariable(unit, left, variable);
    if (isNothing && operator === '!=') return holds && isVariable(unit, left, variable);
    return false;
  }
  return holds && isVariable(unit, test, variable);
}

function isVariable(unit: Unit, expression: Expression, variable: string): boolean {
  if (expression.kind !== 'name' && expression.kind !== 'member' && expression.kind !== 'index' && expression.kind !== 'call') return false;
  const value = unit.value(expression);
  return value.kind === 'environment' && value.name === variable;
}
