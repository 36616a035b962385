// Binary operators, assignments inside expressions, and unary operators, under the model's names.
import type { ts } from 'ts-morph';
import type { BinaryOperator, Expression, Pattern, Unary } from '../../../model.ts';
import { type Lowering, nullAt, type Rules } from './lowering.ts';
import { assignedPattern, readBack } from './patterns.ts';
import type { Position } from './positions.ts';
import type { Syntax } from './syntax.ts';

const same = [
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'instanceof',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '|',
  '&',
  '^',
  '<<',
  '>>',
  '??',
] as const;
const operators: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ...same.map((operator) => [operator, operator] as const),
  ['||', 'or'],
  ['&&', 'and'],
  ['===', '=='],
  ['!==', '!='],
  ['>>>', '>>'],
  [',', 'comma'],
]);
// A reader of facts that follows operands by recursion must survive ten thousand strings joined by `+`.
const longestChain = 400;

/** By token kind: the operator it is, and the operator that an assignment with it applies first. */
const plain: (BinaryOperator | undefined)[] = [];
const applied: (BinaryOperator | undefined)[] = [];

export function operatorRules(rules: Rules<Expression>, ts: Syntax): void {
  const { SyntaxKind: kind } = ts;
  for (let token = kind.CommaToken; token <= kind.LastKeyword; token += 1) {
    const sign = ts.tokenToString(token) ?? '';
    plain[token] = operators.get(sign);
    if (sign.endsWith('=') && !operators.has(sign)) applied[token] = operators.get(sign.slice(0, -1));
  }
  rules
    .on(kind.BinaryExpression, binary)
    .on(kind.PrefixUnaryExpression, prefix)
    .on(kind.PostfixUnaryExpression, (node: ts.PostfixUnaryExpression, l) => step(node, l))
    .on(kind.TypeOfExpression, (node: ts.TypeOfExpression, l) => unary('typeof', node.expression, node, l))
    .on(kind.DeleteExpression, (node: ts.DeleteExpression, l) => unary('delete', node.expression, node, l))
    .on(kind.VoidExpression, (node: ts.VoidExpression, l) =>
      ts.isNumericLiteral(node.expression) ? nullAt(l.at(node)) : unary('void', node.expression, node, l),
    );
}

function unary(operator: Unary['operator'], value: ts.Expression, node: ts.Node, l: Lowering): Expression {
  const { line, column } = l.at(node);
  return { kind: 'unary', operator, value: l.expression(value), line, column };
}

function prefix(node: ts.PrefixUnaryExpression, l: Lowering): Expression {
  const { SyntaxKind: kind, isNumericLiteral } = l.ts;
  switch (node.operator) {
    case kind.ExclamationToken:
      return unary('not', node.operand, node, l);
    case kind.TildeToken:
      return unary('~', node.operand, node, l);
    case kind.PlusToken:
      return unary('+', node.operand, node, l);
    case kind.MinusToken:
      if (isNumericLiteral(node.operand)) return { kind: 'number', value: -Number(node.operand.text), ...l.at(node) };
      return unary('-', node.operand, node, l);
    default:
      return step(node, l);
  }
}

function step(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, l: Lowering): Expression {
  const at = l.at(node);
  const target = assignedPattern(node.operand, l);
  const before = target === undefined ? undefined : readBack(target);
  if (target === undefined || before === undefined) return { kind: 'other', what: 'step', parts: [l.expression(node.operand)], ...at };
  const operator = node.operator === l.ts.SyntaxKind.PlusPlusToken ? '+' : '-';
  const value: Expression = { kind: 'binary', operator, left: before, right: { kind: 'number', value: 1, ...at }, ...at };
  return { kind: 'assign', target, value, ...at };
}

/** The target and value of an assignment; `a += b` has the value `a + b`. Undefined for any other operator. */
function assigned(node: ts.BinaryExpression, l: Lowering): { readonly target: Pattern; readonly value: Expression } | undefined {
  const target = assignedPattern(node.left, l);
  if (target === undefined) return undefined;
  const right = l.expression(node.right);
  const operator = applied[node.operatorToken.kind];
  if (operator === undefined) return { target, value: right };
  const left = readBack(target);
  if (left === undefined) return undefined;
  return { target, value: { kind: 'binary', operator, left, right, line: left.line, column: left.column } };
}

function binary(node: ts.BinaryExpression, l: Lowering): Expression {
  const { line, column } = l.at(node);
  if (plain[node.operatorToken.kind] !== undefined) return chain(node, { line, column }, l);
  const parts = assigned(node, l);
  if (parts !== undefined) return { kind: 'assign', target: parts.target, value: parts.value, line, column };
  return { kind: 'other', what: 'operator', parts: [l.expression(node.left), l.expression(node.right)], line, column };
}

// Without recursion on the left, where chains grow.
function chain(node: ts.BinaryExpression, { line, column }: Position, l: Lowering): Expression {
  const links: { readonly operator: BinaryOperator; readonly right: ts.Expression }[] = [];
  let first: ts.Expression = node;
  while (l.ts.isBinaryExpression(first)) {
    const operator = plain[first.operatorToken.kind];
    if (operator === undefined) break;
    links.push({ operator, right: first.right });
    first = first.left;
  }
  let left = l.expression(first);
  links.reverse();
  if (links.length > longestChain) {
    return { kind: 'other', what: 'chain', parts: [left, ...links.map(({ right }) => l.expression(right))], line, column };
  }
  for (const { operator, right } of links) left = { kind: 'binary', operator, left, right: l.expression(right), line, column };
  return left;
}
