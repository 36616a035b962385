// A route as it is listed, before what stands in front of its address is known.
import type { Expression, FunctionExpression, Guard } from '../../../model.ts';

export interface ListedRoute {
  readonly method: string;
  /** Without what stands before it because of where its router hangs. */
  readonly path: string;
  readonly framework: string;
  readonly node: Expression;
  readonly handler: FunctionExpression | undefined;
  readonly before: readonly Expression[];
  /** The router it hangs on, where it hangs on one. */
  readonly receiver?: Expression;
  readonly when?: Guard;
  /** Where the framework itself looks for the object that the address names. */
  readonly among?: Expression;
  /** What the framework itself makes a row of: the query and the serializer of a view that only says which. */
  readonly makes?: readonly Expression[];
}
