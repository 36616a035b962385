// Goes through what stands inside a function, a statement or an expression.
import type { Expression, Statement } from './source.ts';

export type AnyNode = Expression | Statement;
const isNode = (value: object): value is AnyNode => 'kind' in value && typeof value.kind === 'string' && 'line' in value;

/** Every node inside, itself first, in the order of the source; functions written there too. */
export function nodesIn(root: unknown): readonly AnyNode[] {
  const found: AnyNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (isNode(value)) found.push(value);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(root);
  return found;
}

/** A name, or a member's own name. */
export const lastName = (node: Expression): string | undefined => (node.kind === 'name' || node.kind === 'member' ? node.name : undefined);
