// What is added to lists: `missing.push(name)`, `missing.append(name)`.
import type { CallExpression } from '../../model.ts';
import type { IndexedFile } from './context.ts';
import type { Program } from './program.ts';

/** Calls that add to a list, by the list's name. */
export function appendsIn(program: Program, file: IndexedFile): ReadonlyMap<string, readonly CallExpression[]> {
  return program.memory.once<ReadonlyMap<string, readonly CallExpression[]>>('appends', file, new Map(), () => {
    const appends = new Map<string, CallExpression[]>();
    for (const call of file.calls) {
      const { callee } = call;
      if (callee.kind !== 'member' || callee.object.kind !== 'name' || !/^(?:append|push|add|extend)$/.test(callee.name)) continue;
      appends.set(callee.object.name, [...(appends.get(callee.object.name) ?? []), call]);
    }
    return appends;
  });
}
