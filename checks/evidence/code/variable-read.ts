// What one read of an environment variable tells, however it is spelled.
import type { Expression } from '../../model.ts';

export interface VariableRead {
  /** Undefined where the name is worked out at run time; `dynamic` is then the expression of the name. */
  readonly name: string | undefined;
  readonly dynamic?: Expression;
  readonly fallback: Expression | undefined;
  /** Absence is noticed here. */
  readonly required: boolean;
  readonly through: 'direct' | 'settings' | 'schema' | 'request';
  readonly type: 'string' | 'number' | 'boolean' | 'url';
  /** Its type shows asterisks instead of the value. */
  readonly masked?: true;
}
