// What every part of the Python front end shares: the parser's types by name, and where one lowering stands.
import type { ExprNode, StmtNode } from 'py-ast';
import type { Binary, BinaryOperator, Conditional, Expression, IfStatement, Name, Other, Statement } from '../../../model.ts';
import type { Columns } from './text.ts';

export type Py<K extends ExprNode['nodeType']> = Extract<ExprNode, { nodeType: K }>;
export type PyStatement<K extends StmtNode['nodeType']> = Extract<StmtNode, { nodeType: K }>;

/** One file being lowered. The parts call each other through it, so that none imports another in a circle. */
export interface Lowering {
  readonly columns: Columns;
  readonly expression: (node: ExprNode) => Expression;
  readonly statements: (body: readonly StmtNode[]) => Statement[];
  depth: number;
  /** Inside `if TYPE_CHECKING:`. */
  typeOnly: boolean;
}

export interface At {
  readonly line: number;
  readonly column: number;
}

/** Those who read the facts recurse too: deeper than this is nobody's handwriting. */
const maxDepth = 400;

/** Counts one level down, or several at once. @throws RangeError where it gets too deep. */
export function descend(lowering: Lowering, levels = 1): void {
  lowering.depth += levels;
  if (lowering.depth > maxDepth) throw new RangeError('nested too deeply');
}

export function at(node: { lineno: number; col_offset: number }, { columns }: Lowering): At {
  return { line: node.lineno, column: columns(node.lineno, node.col_offset) };
}

export function other(what: string, parts: readonly Expression[], { line, column }: At): Other {
  return { kind: 'other', what, parts, line, column };
}

export function binary(operator: BinaryOperator, left: Expression, right: Expression, { line, column }: At): Binary {
  return { kind: 'binary', operator, left, right, line, column };
}

export function name(text: string, { line, column }: At): Name {
  return { kind: 'name', name: text, line, column };
}

export function conditional(test: Expression, then: Expression, otherwise: Expression, { line, column }: At): Conditional {
  return { kind: 'conditional', test, then, otherwise, line, column };
}

export function ifStatement(
  test: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[],
  { line, column }: At,
): IfStatement {
  return { kind: 'if', test, then, otherwise, line, column };
}

/**
 * The expression as it stands, and a maker of further mentions of it that evaluate nothing again:
 * a call must not be met twice by those who count calls. The name holds a character that no Python name can.
 */
export function once(value: Expression): { readonly first: Expression; readonly again: () => Expression } {
  const { line, column } = value;
  if (value.kind === 'name') return { first: value, again: () => name(value.name, value) };
  if (value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean' || value.kind === 'null')
    return { first: value, again: () => ({ ...value }) };
  const held = `@${line}:${column}`;
  return {
    first: { kind: 'assign', target: { kind: 'bind', name: held, line, column }, value, line, column },
    again: () => name(held, value),
  };
}
