// Conditions that say a variable is there: what is read under them is no demand on the environment.
import type { Expression, Guard } from '../../model.ts';
import { symbolsOf } from './entities.ts';
import { isEnvironmentMap } from './environment-reads.ts';
import type { Program } from './program.ts';
import { worth } from './values.ts';

/** Whether one of the guards holds only where some variable is set. */
export const isWherePresent = (program: Program, guards: readonly Guard[]): boolean =>
  guards.some(({ test, holds }) => saysPresent(program, test, holds));

/** Whether one of the guards holds only where that variable is set. */
export const isWhereSet = (program: Program, guards: readonly Guard[], name: string): boolean =>
  guards.some(({ test, holds }) => saysPresent(program, test, holds, name));

function saysPresent(program: Program, test: Expression, holds: boolean, name?: string): boolean {
  switch (test.kind) {
    case 'unary':
      return test.operator === 'not' && saysPresent(program, test.value, !holds, name);
    case 'binary':
      if (test.operator === 'and') return holds && [test.left, test.right].some((each) => saysPresent(program, each, true, name));
      if (test.operator === 'in' || test.operator === 'not in')
        return holds === (test.operator === 'in') && symbolsOf(program, test.right).some(isEnvironmentMap);
      if (test.operator === '!=' || test.operator === '==')
        return holds === (test.operator === '!=') && test.right.kind === 'null' && isVariable(program, test.left, name);
      return false;
    default:
      return holds && isVariable(program, test, name);
  }
}

/** A variable without a default, as text: a flag that is parsed says more than that it is there. */
function isVariable(program: Program, test: Expression, name: string | undefined): boolean {
  const value = worth(program, test);
  return value.kind === 'environment' && value.fallback === undefined && (name === undefined || value.name === name);
}
