// What the parts of the lowering share: the file at hand, and the ways back into the whole.
import type { ts } from 'ts-morph';
import type { Expression, Statement, StringLiteral } from '../../../model.ts';
import type { Compiler } from './compiler.ts';
import type { Position } from './positions.ts';

export interface Lowering {
  readonly ts: Compiler;
  readonly source: ts.SourceFile;
  /** True inside `namespace X {}`: what is exported there is not exported from the module. */
  readonly inNamespace: boolean;
  /** The same file, seen from inside a namespace. */
  readonly namespace: () => Lowering;
  /** Where the first token of a node stands. */
  readonly at: (node: ts.Node) => Position;
  readonly atOffset: (offset: number) => Position;
  readonly lineAt: (offset: number) => number;
  readonly expression: (node: ts.Node) => Expression;
  readonly statements: (nodes: readonly ts.Statement[]) => readonly Statement[];
}

export type ExpressionRule = (node: ts.Node, lowering: Lowering) => Expression;
export type StatementRule = (node: ts.Node, lowering: Lowering, out: Statement[]) => void;

/** Rules by syntax kind; the guard narrows the node for the rule, and is no more than the comparison of the kind again. */
export class Rules<R> {
  readonly byKind: (((node: ts.Node, lowering: Lowering, out: Statement[]) => R | undefined) | undefined)[] = [];

  on<N extends ts.Node>(kind: ts.SyntaxKind, is: (node: ts.Node) => node is N, rule: (node: N, lowering: Lowering, out: Statement[]) => R) {
    this.byKind[kind] = (node, lowering, out) => (is(node) ? rule(node, lowering, out) : undefined);
    return this;
  }

  each(kinds: readonly ts.SyntaxKind[], rule: (node: ts.Node, lowering: Lowering, out: Statement[]) => R) {
    for (const kind of kinds) this.byKind[kind] = rule;
    return this;
  }
}

export const nullAt = ({ line, column }: Position): Expression => ({ kind: 'null', line, column });

export const plainString = (value: string, { line, column }: Position): StringLiteral => ({ kind: 'string', value, line, column });

/** The statements of a body that may be a block or a single statement. */
export function bodyOf(node: ts.Statement | undefined, lowering: Lowering): readonly Statement[] {
  if (node === undefined) return [];
  return lowering.statements(lowering.ts.isBlock(node) ? node.statements : [node]);
}
