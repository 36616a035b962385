// What an assignment, a loop, a `with` or a comprehension binds.
import type { ExprNode } from 'py-ast';
import type { Index, Member, Pattern } from '../../../model.ts';
import { at, type Lowering, type Py } from './context.ts';

export function lowerMember(node: Py<'Attribute'>, lowering: Lowering): Member {
  const object = lowering.expression(node.value);
  return { kind: 'member', object, name: node.attr, line: node.lineno, column: lowering.columns(node.lineno, node.col_offset) };
}

export function lowerIndex(node: Py<'Subscript'>, lowering: Lowering): Index {
  const object = lowering.expression(node.value);
  const index = node.slice.nodeType === 'Slice' ? undefined : lowering.expression(node.slice);
  return { kind: 'index', object, index, line: node.lineno, column: lowering.columns(node.lineno, node.col_offset) };
}

export function lowerTarget(node: ExprNode, lowering: Lowering): Pattern {
  switch (node.nodeType) {
    case 'Name': {
      const { line, column } = at(node, lowering);
      return { kind: 'bind', name: node.id, line, column };
    }
    case 'Attribute':
      return { kind: 'place', target: lowerMember(node, lowering) };
    case 'Subscript':
      return { kind: 'place', target: lowerIndex(node, lowering) };
    case 'Starred':
      return lowerTarget(node.value, lowering);
    case 'Tuple':
    case 'List':
      return lowerTargets(node.elts, lowering);
    default:
      return { kind: 'list-pattern', items: [] };
  }
}

/** A list pattern has no word for `*rest`: there, the rest is the whole, and its neighbours are told by their place from either end. */
function lowerTargets(nodes: readonly ExprNode[], lowering: Lowering): Pattern {
  const star = nodes.findIndex((node) => node.nodeType === 'Starred');
  if (star === -1) return { kind: 'list-pattern', items: nodes.map((node) => lowerTarget(node, lowering)) };
  const entries = nodes.map((node, index) => {
    const target = lowerTarget(node, lowering);
    return index === star ? { target } : { key: String(index < star ? index : index - nodes.length), target };
  });
  return { kind: 'object-pattern', entries };
}
