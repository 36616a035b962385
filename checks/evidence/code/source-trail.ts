// How far a trace has come: what is open, the calls it is in, and the two ways on that its steps share.
import type { CallExpression, Expression, FunctionExpression, Source } from '../../model.ts';
import type { Binding, Key } from './context.ts';
import type { Program } from './program.ts';

export const maxDepth = 8;
/** Enough for any expression people write; what goes beyond is cut. */
export const maxSteps = 3_000;

export interface Trail {
  /** Being traced right now, outermost first, each with its position: asked again, it adds nothing. */
  readonly open: Map<Expression | Binding, number>;
  readonly depth: number;
  readonly progress: Progress;
  /** The calls being followed: in them a parameter is what that call hands over. */
  readonly frame: Frame | undefined;
  /** Only a part of it is asked for, by name or number: what a list was filled with is not told apart. */
  readonly ofPart?: true;
  readonly trace: (program: Program, expression: Expression, trail: Trail) => readonly Source[];
  /** The sources of what a key takes out of a value. */
  readonly inside: (program: Program, value: Expression, keys: readonly Key[], trail: Trail) => readonly Source[];
}
/** Of the whole trace so far. */
export interface Progress {
  stepsLeft: number;
  deepest: number;
  /** How often something was left out for being too deep. */
  cutByDepth: number;
  /** Position of the outermost thing that was asked for while it was open. */
  outermostCycle: number;
}
export interface Frame {
  readonly code: FunctionExpression;
  readonly call: CallExpression;
  readonly outer: Frame | undefined;
}

export const deeper = (trail: Trail): Trail => ({ ...trail, depth: trail.depth + 1 });

/** Whether it is being traced right now; remembers that it was asked for. */
export function isOpen({ open, progress }: Trail, about: Expression | Binding): boolean {
  const position = open.get(about);
  if (position === undefined) return false;
  progress.outermostCycle = Math.min(progress.outermostCycle, position);
  return true;
}
