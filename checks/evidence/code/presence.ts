// Conditions that say a variable is there: what is read under them is no demand on the environment.
import type { Expression, Guard } from '../../model.ts';
import { symbolsOf } from './entities.ts';
import { isEnvironmentMap } from './environment-reads.ts';
import type { Program } from './program.ts';
import { worth } from './values.ts';

/** Whether one of the guards holds only where some variable is set. */
export const isWherePresent = (program: Program, guards: readonly Guard[]): boolean =>
  guards.some(({ test, holds }) => saysPresent(program, test, holds));

function saysPresent(program: Program, test: Expression, holds: boolean): boolean {
  switch (test.kind) {
    case 'unary':
      return test.operator === 'not' && saysPresent(program, test.value, !holds);
    case 'binary':
      if (test.operator === 'and') return holds && [test.left, test.right].some((each) => saysPresent(program, each, true));
      if (test.operator === 'in' || test.operator === 'not in')
        return holds === (test.operator === 'in') && symbolsOf(program, test.right).some(isEnvironmentMap);
      if (test.operator === '!=' || test.operator === '==')
        return holds === (test.operator === '!=') && test.right.kind === 'null' && isVariable(program, test.left);
      return false;
    default:
      return holds && isVariable(program, test);
  }
}

/** A variable without a default, as text: a flag that is parsed says more than that it is there. */
function isVariable(program: Program, test: Expression): boolean {
  const value = worth(program, test);
  return value.kind === 'environment' && value.fallback === undefined;
}
