// What classes of the service are derived from.
import type { Expression } from '../../../model.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';

/** Symbols of the bases of the class, or of the instance's class, that an expression names, and of theirs. */
export function basesOf(program: Program, expression: Expression, depth = 4): readonly string[] {
  if (depth === 0) return [];
  return entities(program, expression).flatMap((each) => {
    const code = each.kind === 'class' ? each.code : each.kind === 'instance' ? each.of : undefined;
    return (code?.bases ?? []).flatMap((base) => [...symbolsOf(program, base), ...basesOf(program, base, depth - 1)]);
  });
}
