// What a handler makes, as the parts of this check hand it to each other.
import type { Expression, Guard } from '../../model.ts';

export interface Made {
  readonly guards: readonly Guard[];
  readonly node: Expression;
  readonly what: string;
}
