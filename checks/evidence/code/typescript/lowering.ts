// What the parts of the lowering share: the file at hand, and the ways back into the whole.
import type { ts } from 'ts-morph';
import type { Expression, Pattern, Statement } from '../../../model.ts';
import type { Position } from './positions.ts';
import type { Syntax } from './syntax.ts';

export interface Lowering {
  readonly ts: Syntax;
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

/** How a node of one kind is lowered. Written as a method, so that a rule for one kind of node can stand in a table of all. */
interface Rule<N extends ts.Node, R> {
  lower(node: N, lowering: Lowering, out: Statement[]): R;
}

/** Rules by syntax kind: a table, because a file has millions of nodes. */
export class Rules<R> {
  readonly byKind: (Rule<ts.Node, R> | undefined)[] = [];

  on<N extends ts.Node>(kind: N['kind'], lower: (node: N, lowering: Lowering, out: Statement[]) => R): this {
    const rule: Rule<N, R> = { lower };
    this.byKind[kind] = rule;
    return this;
  }

  each(kinds: readonly ts.SyntaxKind[], lower: (node: ts.Node, lowering: Lowering, out: Statement[]) => R): this {
    for (const kind of kinds) this.on(kind, lower);
    return this;
  }
}

/** A fact in the making: optional parts are added where they are there, which costs less than spreading them in. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

export function bindAt(node: ts.Identifier, lowering: Lowering): Pattern {
  const { line, column } = lowering.at(node);
  return { kind: 'bind', name: node.text, line, column };
}

export const nullAt = ({ line, column }: Position): Expression => ({ kind: 'null', line, column });

/** The statements of a body that may be a block or a single statement. */
export function bodyOf(node: ts.Statement | undefined, lowering: Lowering): readonly Statement[] {
  if (node === undefined) return [];
  return lowering.statements(lowering.ts.isBlock(node) ? node.statements : [node]);
}
