// How far a trace has come: what is open, the calls it is in, and the two ways on that its steps share.
import type { CallExpression, Expression, FunctionExpression, Source } from '../../model.ts';
import type { Key } from './context.ts';
import type { Program } from './program.ts';

export interface Trail {
  /** Being traced right now: asked again, it adds nothing. */
  readonly open: Set<Expression>;
  readonly depth: number;
  readonly steps: { left: number };
  /** The calls being followed: in them a parameter is what that call hands over. */
  readonly frame: Frame | undefined;
  readonly trace: (program: Program, expression: Expression, trail: Trail) => readonly Source[];
  /** The sources of what a key takes out of a value. */
  readonly inside: (program: Program, value: Expression, keys: readonly Key[], trail: Trail) => readonly Source[];
}
export interface Frame {
  readonly code: FunctionExpression;
  readonly call: CallExpression;
  readonly outer: Frame | undefined;
}

export const deeper = (trail: Trail): Trail => ({ ...trail, depth: trail.depth + 1 });
