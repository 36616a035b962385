// How the parts of the following ask one another what an expression, a binding or a call refers to.
import type { Expression } from '../../../model.ts';
import type { Binding, Context } from '../context.ts';
import type { Program } from '../program.ts';
import type { Entity } from './entity.ts';

export interface Following {
  readonly program: Program;
  readonly entities: (expression: Expression) => readonly Entity[];
  readonly bound: (binding: Binding) => readonly Entity[];
  readonly result: (callee: Entity) => readonly Entity[];
  /** What a module offers under a name; `*` is the module itself. */
  readonly imported: (context: Context, module: string, name: string) => readonly Entity[];
}
