// What is written later to what a name holds: entries that are set, items that are added.
import type { CallExpression, Expression } from '../../model.ts';
import { type Binding, contextOf, type IndexedFile } from './context.ts';
import { bindingsOf } from './entities/entity.ts';

export const literalKey = (key: Expression | undefined): string | undefined => (key?.kind === 'string' ? key.value : undefined);

interface Write {
  readonly key: string | undefined;
  readonly value: Expression;
}

/** Later writes to what a name holds: `body.stack = …`, `body["stack"] = …`, `body.update({…})`, `Object.assign(body, …)`, `body["errors"].append(…)`. */
export function writesTo(file: IndexedFile): ReadonlyMap<readonly Binding[], readonly Write[]> {
  const known = indexes.get(file);
  if (known) return known;
  const writes = new Map<readonly Binding[], Write[]>();
  const add = (target: Expression, write: Write): void => {
    if (target.kind !== 'name') return;
    const bindings = bindingsOf(target.name, contextOf(target).scope);
    writes.set(bindings, [...(writes.get(bindings) ?? []), write]);
  };
  const addItems = (list: Expression, items: CallExpression['args']): void => {
    const [owner, key] =
      list.kind === 'index' ? [list.object, literalKey(list.index)] : list.kind === 'member' ? [list.object, list.name] : [list];
    for (const { value } of items) add(owner, { key, value });
  };
  for (const { target, value } of file.writes)
    add(target.object, { key: target.kind === 'member' ? target.name : literalKey(target.index), value });
  for (const { callee, args } of file.calls) {
    if (callee.kind !== 'member') continue;
    const [first, ...rest] = args;
    if (callee.name === 'update' && first) add(callee.object, { key: undefined, value: first.value });
    if (first && /^(?:append|push)$/.test(callee.name)) addItems(callee.object, args);
    if (callee.name === 'assign' && first) for (const { value } of rest) add(first.value, { key: undefined, value });
  }
  indexes.set(file, writes);
  return writes;
}
const indexes = new WeakMap<IndexedFile, ReadonlyMap<readonly Binding[], readonly Write[]>>();
