// Loops, and switches told as chains of ifs.
import type { ts } from 'ts-morph';
import type { Expression, Pattern, Statement } from '../../../model.ts';
import { bodyOf, type Lowering, type Rules } from './lowering.ts';
import { assignedPattern, bindingPattern } from './patterns.ts';
import type { Position } from './positions.ts';
import { declare, expressionStatement } from './statements.ts';
import type { Syntax } from './syntax.ts';

export function loopRules(rules: Rules<void>, ts: Syntax): void {
  const { SyntaxKind: kind } = ts;
  rules
    .on(kind.ForStatement, forLoop)
    .on(kind.ForOfStatement, forEach)
    .on(kind.ForInStatement, forEach)
    .on(kind.WhileStatement, (node: ts.WhileStatement, l, out) => void out.push(whileLoop(node, l)))
    .on(kind.DoStatement, (node: ts.DoStatement, l, out) => void out.push(whileLoop(node, l)))
    .on(kind.SwitchStatement, switchStatement);
}

function forLoop(node: ts.ForStatement, l: Lowering, out: Statement[]): void {
  const at = l.at(node);
  const { initializer, condition, incrementor } = node;
  const body: Statement[] = [];
  if (initializer !== undefined && l.ts.isVariableDeclarationList(initializer)) {
    for (const declaration of initializer.declarations) declare(declaration, l, body);
  } else if (initializer !== undefined) expressionStatement(initializer, l, body);
  const repeated = [...bodyOf(node.statement, l)];
  if (incrementor !== undefined) expressionStatement(incrementor, l, repeated);
  const over = condition === undefined ? {} : { over: l.expression(condition) };
  const loop: Statement = { kind: 'loop', ...over, body: repeated, ...at };
  out.push(body.length === 0 ? loop : { kind: 'block', body: [...body, loop], ...at });
}

function forEach(node: ts.ForInOrOfStatement, l: Lowering, out: Statement[]): void {
  const over = l.expression(node.expression);
  const waits = l.ts.isForOfStatement(node) && node.awaitModifier !== undefined;
  const target = loopTarget(node.initializer, l);
  out.push({
    kind: 'loop',
    ...(target === undefined ? {} : { target }),
    over: waits ? { kind: 'await', value: over, line: over.line, column: over.column } : over,
    body: bodyOf(node.statement, l),
    ...l.at(node),
  });
}

function loopTarget(node: ts.ForInitializer, l: Lowering): Pattern | undefined {
  if (!l.ts.isVariableDeclarationList(node)) return assignedPattern(node, l);
  const [declaration] = node.declarations;
  return declaration === undefined ? undefined : bindingPattern(declaration.name, l);
}

function whileLoop(node: ts.WhileStatement | ts.DoStatement, l: Lowering): Statement {
  return { kind: 'loop', over: l.expression(node.expression), body: bodyOf(node.statement, l), ...l.at(node) };
}

/** Clauses that share a body, in order; `fallsThrough` where the body runs on into the next. */
interface Clause {
  readonly at: Position;
  readonly tests: readonly Expression[];
  readonly isDefault: boolean;
  readonly body: readonly Statement[];
  readonly fallsThrough: boolean;
}

function switchStatement(node: ts.SwitchStatement, l: Lowering, out: Statement[]): void {
  const subject = subjectOf(node.expression, l, out);
  const clauses: Clause[] = [];
  let tests: Expression[] = [];
  let isDefault = false;
  for (const clause of node.caseBlock.clauses) {
    if (l.ts.isDefaultClause(clause)) isDefault = true;
    else tests.push(subject(l.expression(clause.expression)));
    const isLast = clause === node.caseBlock.clauses.at(-1);
    if (clause.statements.length === 0 && !isLast) continue;
    const fallsThrough = !isLast && !leaves(clause.statements.at(-1), l);
    clauses.push({ at: l.at(clause), tests, isDefault, body: l.statements(clause.statements), fallsThrough });
    tests = fallsThrough ? [...tests] : [];
    isDefault = fallsThrough && isDefault;
  }
  out.push(...chainOf(clauses));
}

/** How a case's value is compared. What is switched on is evaluated once, so a call there is put aside first. */
function subjectOf(node: ts.Expression, l: Lowering, out: Statement[]): (value: Expression) => Expression {
  const first = l.expression(node);
  const { line, column } = first;
  if (first.kind === 'boolean' && first.value) return (value) => value;
  let subject = () => l.expression(node);
  if (first.kind !== 'name' && first.kind !== 'member') {
    const name = `switch ${line}:${column}`;
    out.push({ kind: 'assignment', target: { kind: 'bind', name, line, column }, value: first, declares: true, line, column });
    subject = () => ({ kind: 'name', name, line, column });
  }
  return (value) => ({ kind: 'binary', operator: '==', left: subject(), right: value, line: value.line, column: value.column });
}

function chainOf(clauses: readonly Clause[]): readonly Statement[] {
  const last = clauses.find(({ isDefault, fallsThrough }) => isDefault && !fallsThrough);
  let chain: readonly Statement[] = last?.body ?? [];
  for (const clause of clauses.filter((each) => each !== last).reverse()) {
    const [first, ...others] = clause.tests;
    if (first === undefined) {
      chain = [...clause.body, ...chain];
      continue;
    }
    const { line, column } = first;
    const test = others.reduce((left, right): Expression => ({ kind: 'binary', operator: 'or', left, right, line, column }), first);
    // biome-ignore lint/suspicious/noThenProperty: the model's word for a branch.
    const own: Statement = { kind: 'if', test, then: clause.body, otherwise: clause.fallsThrough ? [] : chain, ...clause.at };
    chain = clause.fallsThrough ? [own, ...chain] : [own];
  }
  return chain;
}

function leaves(node: ts.Statement | undefined, l: Lowering): boolean {
  const { ts } = l;
  if (node === undefined) return false;
  if (ts.isBlock(node)) return leaves(node.statements.at(-1), l);
  if (ts.isIfStatement(node)) return leaves(node.thenStatement, l) && leaves(node.elseStatement, l);
  return ts.isBreakStatement(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isContinueStatement(node);
}
