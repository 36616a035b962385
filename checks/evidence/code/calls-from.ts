// What a function calls, through helpers of the service.
import type { Call, CallExpression, CodeFunction, Expression, FunctionExpression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { entities } from './entities.ts';
import { callOf } from './found-call.ts';
import { handledBy } from './handled-by.ts';
import type { Program } from './program.ts';

const maxDepth = 6;

/** Calls made by a function, and by the functions of this service that they run. */
export function callsFrom(program: Program, code: CodeFunction): readonly Call[] {
  return program.memory.once<readonly Call[]>('calls from', code.node, [], () => {
    const seen = new Set<Expression>([code.node]);
    const found: Call[] = [];
    let level: Expression[] = [code.node];
    for (let depth = 0; depth < maxDepth && level.length > 0; depth += 1) {
      const next: Expression[] = [];
      for (const node of level) {
        for (const call of callsInside(program, node)) {
          found.push(callOf(program, call));
          for (const inner of handledBy(program, call)) {
            if (seen.has(inner)) continue;
            seen.add(inner);
            next.push(inner);
          }
          for (const target of entities(program, call.callee)) {
            const inner =
              target.kind === 'function'
                ? target.code
                : target.kind === 'class'
                  ? target.code.members.find(({ name }) => name === 'constructor' || name === '__init__')?.value
                  : undefined;
            if (inner && !seen.has(inner)) {
              seen.add(inner);
              next.push(inner);
            }
          }
        }
      }
      level = next;
    }
    return found;
  });
}

function callsInside(program: Program, node: Expression) {
  const { file } = contextOf(node);
  const index = program.memory.once<Map<object, CallExpression[]>>('calls by function', file, new Map(), () => {
    const calls = new Map<object, CallExpression[]>();
    for (const call of file.calls) {
      const { inFunction } = contextOf(call);
      if (inFunction === undefined) continue;
      const known = calls.get(inFunction);
      if (known) known.push(call);
      else calls.set(inFunction, [call]);
    }
    return calls;
  });
  // Callbacks written inside a function run as part of it.
  return [node, ...(functionsInside(program, file).get(node) ?? [])].flatMap((each) => index.get(each) ?? []);
}

/** The functions of a file by each function that they are written in. */
function functionsInside(program: Program, file: IndexedFile): ReadonlyMap<object, readonly FunctionExpression[]> {
  return program.memory.once<ReadonlyMap<object, readonly FunctionExpression[]>>('functions inside', file, new Map(), () => {
    const found = new Map<object, FunctionExpression[]>();
    for (const code of file.functions) {
      for (let each = contextOf(code).inFunction; each; each = contextOf(each).inFunction) {
        const known = found.get(each);
        if (known) known.push(code);
        else found.set(each, [code]);
      }
    }
    return found;
  });
}
