// Statements, but for modules, loops and switches. Type-only declarations give nothing.
import type { ts } from 'ts-morph';
import type { AssignStatement, Expression, Pattern, Statement } from '../../../model.ts';
import { classExpression } from './classes.ts';
import { annotation, functionExpression, hasModifier, type Modifiers } from './functions.ts';
import { stringAt } from './literals.ts';
import { bindAt, bodyOf, type Draft, type Lowering, type Rules } from './lowering.ts';
import { exportDeclared } from './modules.ts';
import { bindingPattern, plainKey, readBack } from './patterns.ts';
import type { Syntax } from './syntax.ts';

type Out = Statement[];

export function statementRules(rules: Rules<void>, ts: Syntax): void {
  const { SyntaxKind: kind } = ts;
  rules
    .on(kind.VariableStatement, variables)
    .on(kind.ExpressionStatement, (node: ts.ExpressionStatement, l, out) => expressionStatement(node.expression, l, out))
    .on(kind.FunctionDeclaration, functionDeclaration)
    .on(kind.ClassDeclaration, classDeclaration)
    .on(kind.EnumDeclaration, enumDeclaration)
    .on(kind.ModuleDeclaration, namespace)
    .on(kind.IfStatement, ifStatement)
    .on(kind.TryStatement, tryStatement)
    .on(kind.Block, (node: ts.Block, l, out) => void out.push({ kind: 'block', body: l.statements(node.statements), ...l.at(node) }))
    .on(kind.LabeledStatement, (node: ts.LabeledStatement, l, out) => void out.push(...l.statements([node.statement])))
    .on(kind.WithStatement, (node: ts.WithStatement, l, out) => {
      out.push({ kind: 'with', items: [{ value: l.expression(node.expression) }], body: bodyOf(node.statement, l), ...l.at(node) });
    })
    .on(kind.ThrowStatement, (node: ts.ThrowStatement, l, out) => {
      out.push({ kind: 'throw', value: l.expression(node.expression), ...l.at(node) });
    })
    .on(kind.ReturnStatement, (node: ts.ReturnStatement, l, out) => {
      const { line, column } = l.at(node);
      if (node.expression === undefined) out.push({ kind: 'return', line, column });
      else out.push({ kind: 'return', value: l.expression(node.expression), line, column });
    })
    .each([kind.InterfaceDeclaration, kind.TypeAliasDeclaration, kind.MissingDeclaration], () => undefined)
    .each([kind.EmptyStatement, kind.DebuggerStatement, kind.BreakStatement, kind.ContinueStatement], () => undefined);
}

const isDeclared = (modifiers: Modifiers, l: Lowering): boolean => hasModifier(modifiers, l.ts.SyntaxKind.DeclareKeyword);

function variables(node: ts.VariableStatement, l: Lowering, out: Out): void {
  if (node.modifiers !== undefined && isDeclared(node.modifiers, l)) return;
  const isHoisted = (node.declarationList.flags & l.ts.NodeFlags.BlockScoped) === 0;
  for (const declaration of node.declarationList.declarations) {
    const target = declare(declaration, l, out, isHoisted);
    if (node.modifiers !== undefined) exportDeclared(node, target, l, out);
  }
}

/** `const a = b = c` is told as `const a = c; b = a`. */
export function declare(node: ts.VariableDeclaration, l: Lowering, out: Out, isHoisted = false): Pattern {
  const { line, column } = l.at(node);
  const target = bindingPattern(node.name, l);
  const made: Draft<AssignStatement> = { kind: 'assignment', target, declares: true, line, column };
  if (isHoisted) made.hoisted = true;
  const type = annotation(node.type, l);
  if (type !== undefined) made.annotation = type;
  if (node.initializer === undefined) out.push(made);
  else assignAll(made, l.expression(node.initializer), out);
  return target;
}

/** The first plain name among the targets gets the value itself, and the others get that name. */
function assignAll(first: Draft<AssignStatement>, given: Expression, out: Out): void {
  const chain = [first];
  let value = given;
  for (; value.kind === 'assign'; value = value.value) {
    chain.push({ kind: 'assignment', target: value.target, line: value.line, column: value.column });
  }
  const holder = chain.find(({ target }) => target.kind === 'bind') ?? chain.findLast(({ target }) => target.kind === 'place') ?? first;
  holder.value = value;
  out.push(holder);
  for (const each of chain.reverse()) {
    if (each === holder) continue;
    each.value = readBack(holder.target) ?? value;
    out.push(each);
  }
}

export function expressionStatement(whole: ts.Expression, l: Lowering, out: Out): void {
  for (const node of commaSeparated(whole, l)) {
    const value = l.expression(node);
    const { line, column } = value;
    if (value.kind === 'assign') assignAll({ kind: 'assignment', target: value.target, line, column }, value.value, out);
    else out.push({ kind: 'expression', value, line, column });
  }
}

function commaSeparated(node: ts.Expression, { ts }: Lowering): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  let rest = node;
  while (ts.isBinaryExpression(rest) && rest.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    found.push(rest.right);
    rest = rest.left;
  }
  return [rest, ...found.reverse()];
}

function functionDeclaration(node: ts.FunctionDeclaration, l: Lowering, out: Out): void {
  if (node.body === undefined || isDeclared(node.modifiers, l)) return;
  const value = functionExpression(node, l);
  const { name, line, column } = value;
  if (name !== undefined) out.push({ kind: 'function-definition', name, value, line, column });
  exportDeclared(node, name ?? value, l, out);
}

function classDeclaration(node: ts.ClassDeclaration, l: Lowering, out: Out): void {
  if (isDeclared(node.modifiers, l)) return;
  const value = classExpression(node, l);
  const { name, line, column } = value;
  if (name !== undefined) out.push({ kind: 'class-definition', name, value, line, column });
  exportDeclared(node, name ?? value, l, out);
}

function enumDeclaration(node: ts.EnumDeclaration, l: Lowering, out: Out): void {
  if (isDeclared(node.modifiers, l)) return;
  let next: number | undefined = 0;
  const entries = node.members.map((member) => {
    const at = l.at(member);
    const given = member.initializer === undefined ? undefined : l.expression(member.initializer);
    if (given !== undefined) next = given.kind === 'number' ? given.value : undefined;
    const automatic: Expression =
      next === undefined ? { kind: 'other', what: 'enum', parts: [], ...at } : { kind: 'number', value: next, ...at };
    if (next !== undefined) next += 1;
    return { key: stringAt(plainKey(member.name, l) ?? '', at).value, value: given ?? automatic };
  });
  const at = l.at(node);
  const target: Pattern = bindAt(node.name, l);
  out.push({ kind: 'assignment', target, value: { kind: 'object', entries, ...at }, declares: true, ...at });
  exportDeclared(node, target, l, out);
}

function namespace(node: ts.ModuleDeclaration, l: Lowering, out: Out): void {
  if (node.body === undefined || isDeclared(node.modifiers, l)) return;
  const inner = l.namespace();
  if (l.ts.isModuleBlock(node.body)) out.push({ kind: 'block', body: inner.statements(node.body.statements), ...l.at(node) });
  else if (l.ts.isModuleDeclaration(node.body)) namespace(node.body, l, out);
}

function ifStatement(node: ts.IfStatement, l: Lowering, out: Out): void {
  const { line, column } = l.at(node);
  const test = l.expression(node.expression);
  // biome-ignore lint/suspicious/noThenProperty: the model's word for a branch.
  out.push({ kind: 'if', test, then: bodyOf(node.thenStatement, l), otherwise: bodyOf(node.elseStatement, l), line, column });
}

function tryStatement(node: ts.TryStatement, l: Lowering, out: Out): void {
  const { catchClause: clause } = node;
  const name = clause?.variableDeclaration?.name;
  const handlers =
    clause === undefined
      ? []
      : [
          {
            types: [],
            ...(name === undefined ? {} : { target: bindingPattern(name, l) }),
            body: bodyOf(clause.block, l),
            ...l.at(clause),
          },
        ];
  out.push({ kind: 'try', body: bodyOf(node.tryBlock, l), handlers, otherwise: [], cleanup: bodyOf(node.finallyBlock, l), ...l.at(node) });
}
