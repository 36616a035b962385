// How the parts of the evaluation ask one another: for a value in the call that is being followed, or outside any call.
import type { CallExpression, Expression, FunctionExpression, Value } from '../../../model.ts';
import { placeOf } from '../places.ts';
import type { Program } from '../program.ts';

/** A call being followed: what its parameters stand for. */
export interface Frame {
  readonly code: FunctionExpression;
  readonly call: CallExpression;
  readonly outer: Frame | undefined;
  readonly depth: number;
  /** What is being worked out: asked for again, it is set from itself. */
  readonly active: Set<Expression>;
  /** Steps left before the whole question is given up. */
  readonly budget: { left: number };
}
export const maxDepth = 5;
export const maxSteps = 4000;

export interface Asking {
  readonly program: Program;
  readonly frame: Frame | undefined;
  /** In the call that is being followed. */
  readonly value: (expression: Expression) => Value;
  /** Outside any call: the answer is remembered. */
  readonly outside: (expression: Expression) => Value;
  readonly within: (frame: Frame | undefined) => Asking;
}

export const unknownValue = (node: Expression, because: string): Value => ({ kind: 'unknown', because, place: placeOf(node) });
