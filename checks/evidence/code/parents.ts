// What stands around an expression: its parent, by file.
import { eachInside } from '../../model/nodes.ts';
import type { CallExpression, Expression } from '../../model.ts';
import type { IndexedFile } from './context.ts';
import { contextOf } from './context.ts';
import type { Program } from './program.ts';

export type Parents = ReadonlyMap<object, object>;

export function parentsOf(program: Program, file: IndexedFile): Parents {
  return program.memory.once<Parents>('parents', file, new Map(), () => parentsIn(file));
}

/** The call that an entry of a literal is handed to: `fetch(url, { headers: { … } })`. Undefined where it is set aside first. */
export function callAround(program: Program, expression: Expression): CallExpression | undefined {
  const parents = parentsOf(program, contextOf(expression).file);
  for (let each: object | undefined = parents.get(expression); each !== undefined && isNode(each); each = parents.get(each)) {
    if (each.kind === 'call') return each;
    if (each.kind !== 'object' && each.kind !== 'list' && each.kind !== 'conditional' && each.kind !== 'await') return undefined;
  }
  return undefined;
}

type Above = Expression | Extract<IndexedFile['source']['body'][number], { kind: string }>;
export const isNode = (value: object): value is Above => 'kind' in value && typeof value.kind === 'string';

/** Parents of all expressions; containers that are no node of their own (arguments, entries) are passed through. */
function parentsIn(file: IndexedFile): Parents {
  const parents = new Map<object, object>();
  const walk = (value: object, parent: object | undefined): void => {
    if (Array.isArray(value)) {
      for (const each of value) if (typeof each === 'object' && each !== null) walk(each, parent);
      return;
    }
    const node = isNode(value) ? value : undefined;
    if (node && parent) parents.set(node, parent);
    const above = node ?? parent;
    eachInside(value, (inner) => walk(inner, above));
  };
  walk(file.source.body, undefined);
  return parents;
}
