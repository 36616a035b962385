// Gives a function its role: the first one stays, but for an error handler's.
import type { FunctionExpression } from '../../../model.ts';
import type { ParameterRole, Program, Role } from '../program.ts';

export function give(program: Program, code: FunctionExpression, role: Role): void {
  const known = program.roles.get(code);
  if (known === undefined || (known.kind !== 'error-handler' && role.kind === 'error-handler')) program.roles.set(code, role);
}

export const route = (parameters: readonly (ParameterRole | undefined)[]): Role => ({ kind: 'route', parameters, types: [], how: 'route' });
