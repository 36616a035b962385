// Helpers of the service's own that read the variable they are given the name of: `optional('MAIL_HOST', 'SMTP_HOST')`.
import type { CallExpression, Expression, FunctionExpression } from '../../model.ts';
import { targetsOf } from './calls.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { readOfCall, readOfMember } from './environment-reads.ts';
import type { Program } from './program.ts';

export interface HelperRead {
  readonly name: string;
  /** What stands in: the right side of `optional('PORT') || '3000'`. */
  readonly fallback: Expression | undefined;
}

const namesVariable = /^[A-Z][A-Z0-9_]*$/;

/** The variables that a call has a helper read, in the order of its arguments. */
export function readsThroughHelper(program: Program, call: CallExpression): readonly HelperRead[] {
  const named = call.args.flatMap(({ value }, index) =>
    value.kind === 'string' && namesVariable.test(value.value) ? [{ name: value.value, index }] : [],
  );
  if (named.length === 0) return [];
  const asked = new Set(targetsOf(program, call).flatMap((code) => [...namePositions(program, code)]));
  const fallback = standsIn(call) ?? call.args.find((_, index) => !asked.has(index))?.value;
  return named.flatMap(({ name, index }) => (asked.has(index) ? [{ name, fallback }] : []));
}

/** Which parameters of a function are names of variables that it reads, itself or through another helper. */
function namePositions(program: Program, code: FunctionExpression): ReadonlySet<number> {
  return program.memory.once<ReadonlySet<number>>('names of variables', code, new Set(), () => {
    const { file } = contextOf(code);
    const found = new Set<number>();
    const add = (name: Expression | undefined): void => {
      const at = name === undefined ? undefined : positionOf(code, name);
      if (at !== undefined) found.add(at);
    };
    const inside = (node: Expression): boolean => contextOf(node).inFunction === code;
    for (const read of file.reads) if (read.kind === 'index' && inside(read)) add(readOfMember(program, read)?.dynamic);
    for (const call of file.calls) {
      if (!inside(call)) continue;
      add(readOfCall(program, call)?.dynamic);
      for (const target of targetsOf(program, call))
        for (const at of target === code ? found : namePositions(program, target)) add(call.args[at]?.value);
    }
    // `return optional(fallback)`: what it calls itself with is a name as well.
    return found;
  });
}

function positionOf(code: FunctionExpression, name: Expression): number | undefined {
  if (name.kind !== 'name') return undefined;
  const binding = bindingsOf(name.name, contextOf(name).scope).find((each) => each.kind === 'parameter' && each.code === code);
  return binding?.kind === 'parameter' && binding.keys.length === 0 ? binding.index : undefined;
}

function standsIn(call: CallExpression): Expression | undefined {
  const { defaults } = contextOf(call).file;
  let last: Expression | undefined;
  for (let above = defaults.get(call); above?.kind === 'binary'; above = defaults.get(above)) last = above.right;
  return last;
}
