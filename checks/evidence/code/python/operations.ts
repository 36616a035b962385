// Operators and comparisons.
import type { CmpOpNode, OperatorNode } from 'py-ast';
import type { BinaryOperator, Expression, Unary } from '../../../model.ts';
import { at, binary, descend, type Lowering, once, other, type Py } from './context.ts';

const arithmetic: Readonly<Record<OperatorNode['nodeType'], BinaryOperator | undefined>> = {
  Add: '+',
  Sub: '-',
  Mult: '*',
  MatMult: undefined,
  Div: '/',
  Mod: '%',
  Pow: '**',
  LShift: '<<',
  RShift: '>>',
  BitOr: '|',
  BitXor: '^',
  BitAnd: '&',
  FloorDiv: '//',
};
const comparisons: Readonly<Record<CmpOpNode['nodeType'], BinaryOperator>> = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: '==',
  IsNot: '!=',
  In: 'in',
  NotIn: 'not in',
};
const signs: Readonly<Record<Py<'UnaryOp'>['op']['nodeType'], Unary['operator']>> = { Not: 'not', USub: '-', UAdd: '+', Invert: '~' };

export function lowerOperation(node: Py<'BinOp' | 'BoolOp' | 'Compare' | 'UnaryOp'>, lowering: Lowering): Expression {
  const { expression } = lowering;
  switch (node.nodeType) {
    case 'BinOp':
      return lowerArithmetic(node.op, expression(node.left), expression(node.right));
    case 'BoolOp': {
      const operator = node.op.nodeType === 'And' ? 'and' : 'or';
      descend(lowering, node.values.length);
      const chain = node.values.map(expression).reduce((left, right) => binary(operator, left, right, left));
      lowering.depth -= node.values.length;
      return chain;
    }
    case 'Compare':
      return lowerComparison(node, lowering);
    case 'UnaryOp':
      return { kind: 'unary', operator: signs[node.op.nodeType], value: expression(node.operand), ...at(node, lowering) };
  }
}

/** `left op right`, where the neutral facts have a word for it. */
export function lowerArithmetic(op: OperatorNode, left: Expression, right: Expression): Expression {
  const operator = arithmetic[op.nodeType];
  return operator === undefined ? other('matrix product', [left, right], left) : binary(operator, left, right, left);
}

/** `a < b < c` is `a < b and b < c`. */
function lowerComparison(node: Py<'Compare'>, lowering: Lowering): Expression {
  descend(lowering, node.ops.length);
  let left = lowering.expression(node.left);
  let chain: Expression | undefined;
  for (const [index, op] of node.ops.entries()) {
    const operand = node.comparators[index];
    if (operand === undefined) continue;
    const right = lowering.expression(operand);
    const held = index < node.ops.length - 1 ? once(right) : undefined;
    const link = binary(comparisons[op.nodeType], left, held?.first ?? right, left);
    chain = chain === undefined ? link : binary('and', chain, link, chain);
    if (held) left = held.again();
  }
  lowering.depth -= node.ops.length;
  return chain ?? left;
}
