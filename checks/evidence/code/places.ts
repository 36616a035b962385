// Where a piece of code stands, as judges are told.
import type { FilePlace, FunctionExpression } from '../../model.ts';
import { contextOf } from './context.ts';

export function placeOf(node: { readonly line: number; readonly column: number }): FilePlace {
  return { kind: 'file', path: contextOf(node).file.source.path, line: node.line, column: node.column };
}

export function codeFunction(node: FunctionExpression) {
  const { file, inClass } = contextOf(node);
  const owner = inClass && (inClass.name ?? file.names.get(inClass));
  return { name: file.names.get(node) ?? node.name ?? '', path: file.source.path, node, owner };
}
