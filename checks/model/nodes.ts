// Goes through what stands inside a function, a statement or an expression.
import type { Expression, Statement } from './source.ts';

export type AnyNode = Expression | Statement;
export const isNode = (value: object): value is AnyNode => 'kind' in value && typeof value.kind === 'string' && 'line' in value;

// Facts never change once they are read, and judges go through the same bodies again and again.
const known = new WeakMap<object, readonly AnyNode[]>();

/** Every node inside, itself first, in the order of the source; functions written there too. */
export function nodesIn(root: unknown): readonly AnyNode[] {
  if (typeof root !== 'object' || root === null) return [];
  const before = known.get(root);
  if (before) return before;
  const found: AnyNode[] = [];
  collect(root, found);
  known.set(root, found);
  return found;
}

function collect(value: object, found: AnyNode[]): void {
  if (Array.isArray(value)) {
    for (const each of value) if (typeof each === 'object' && each !== null) collect(each, found);
    return;
  }
  if (isNode(value)) found.push(value);
  if (!hasFields(value)) return;
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null) collect(inner, found);
  }
}

/** Hands out the objects that a piece of code holds, in the order of its fields. */
export function eachInside(value: object, visit: (inner: object) => void): void {
  // Unlike Object.values, this makes no list for each of millions of nodes.
  if (hasFields(value))
    for (const key in value) {
      const inner = value[key];
      if (typeof inner === 'object' && inner !== null) visit(inner);
    }
}

const hasFields = (value: object): value is Readonly<Record<string, unknown>> => value !== null;

/** A name, or a member's own name. */
export const lastName = (node: Expression): string | undefined => (node.kind === 'name' || node.kind === 'member' ? node.name : undefined);
