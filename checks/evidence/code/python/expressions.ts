// Python expressions as neutral facts.
import type { ExprNode } from 'py-ast';
import type { Argument, Comprehension, Expression, ListItem, ObjectEntry } from '../../../model.ts';
import { at, binary, conditional, descend, type Lowering, other, type Py } from './context.ts';
import { lowerLambda } from './functions.ts';
import { lowerOperation } from './operations.ts';
import { lowerConstant, lowerTemplate } from './strings.ts';
import { lowerIndex, lowerMember, lowerTarget } from './targets.ts';

export function lowerExpression(node: ExprNode, lowering: Lowering): Expression {
  descend(lowering);
  const expression = lower(node, lowering);
  lowering.depth -= 1;
  return expression;
}

function lower(node: ExprNode, lowering: Lowering): Expression {
  switch (node.nodeType) {
    case 'Name':
      return { kind: 'name', name: node.id, line: node.lineno, column: lowering.columns(node.lineno, node.col_offset) };
    case 'Attribute':
      return lowerMember(node, lowering);
    case 'Constant':
      return lowerConstant(node, lowering);
    case 'Call':
      return lowerCall(node, lowering);
    case 'Subscript':
      return node.slice.nodeType === 'Slice' ? lowerSlice(node, node.slice, lowering) : lowerIndex(node, lowering);
    case 'Tuple':
    case 'List':
    case 'Set':
      return { kind: 'list', items: node.elts.map((item) => listItem(item, lowering)), ...at(node, lowering) };
    case 'Dict':
      return { kind: 'object', entries: lowerEntries(node, lowering), ...at(node, lowering) };
    case 'JoinedStr':
    case 'TemplateStr':
      return lowerTemplate(node, lowering);
    case 'Lambda':
      return lowerLambda(node, lowering);
    case 'BinOp':
    case 'BoolOp':
    case 'Compare':
    case 'UnaryOp':
      return lowerOperation(node, lowering);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return lowerComprehension(node, lowering);
    default:
      return lowerRare(node, lowering);
  }
}

type Rare = Py<'IfExp' | 'Await' | 'Yield' | 'YieldFrom' | 'NamedExpr' | 'Starred' | 'Slice' | 'FormattedValue' | 'Interpolation'>;

function lowerRare(node: Rare, lowering: Lowering): Expression {
  const { expression } = lowering;
  const place = at(node, lowering);
  switch (node.nodeType) {
    case 'IfExp':
      return conditional(expression(node.test), expression(node.body), expression(node.orelse), place);
    case 'Await':
      return { kind: 'await', value: expression(node.value), ...place };
    case 'YieldFrom':
      return { kind: 'await', value: expression(node.value), yields: true, ...place };
    case 'Yield':
      return { kind: 'await', value: node.value ? expression(node.value) : { kind: 'null', ...place }, yields: true, ...place };
    case 'NamedExpr':
      return { kind: 'assign', target: lowerTarget(node.target, lowering), value: expression(node.value), ...place };
    case 'Starred':
      return other('starred', [expression(node.value)], place);
    case 'Slice':
      return other('slice', [node.lower, node.upper, node.step].filter((each) => each != null).map(expression), place);
    case 'FormattedValue':
    case 'Interpolation':
      return expression(node.value);
  }
}

/** A slice has no index; bounds that call something stand before it. */
function lowerSlice(node: Py<'Subscript'>, slice: Py<'Slice'>, lowering: Lowering): Expression {
  const value = lowerIndex(node, lowering);
  const bounds = [slice.lower, slice.upper, slice.step].filter((each) => each != null).map(lowering.expression);
  return bounds.some(mayCall) ? binary('comma', other('slice', bounds, value), value, value) : value;
}

function mayCall(expression: Expression): boolean {
  switch (expression.kind) {
    case 'name':
    case 'number':
    case 'null':
      return false;
    case 'unary':
      return mayCall(expression.value);
    case 'member':
      return mayCall(expression.object);
    case 'binary':
      return mayCall(expression.left) || mayCall(expression.right);
    default:
      return true;
  }
}

function lowerCall(node: Py<'Call'>, lowering: Lowering): Expression {
  const callee = lowering.expression(node.func);
  const args: Argument[] = [];
  for (const argument of node.args) {
    if (argument.nodeType === 'Starred') args.push({ spread: 'positional', value: lowering.expression(argument.value) });
    else args.push({ value: lowering.expression(argument) });
  }
  for (const { arg, value } of node.keywords) {
    if (arg == null) args.push({ spread: 'keywords', value: lowering.expression(value) });
    else args.push({ name: arg, value: lowering.expression(value) });
  }
  return { kind: 'call', callee, args, line: node.lineno, column: lowering.columns(node.lineno, node.col_offset) };
}

function listItem(node: ExprNode, lowering: Lowering): ListItem {
  if (node.nodeType === 'Starred') return { spread: true, value: lowering.expression(node.value) };
  return { value: lowering.expression(node) };
}

function lowerEntries(node: Py<'Dict'>, { expression }: Lowering): ObjectEntry[] {
  return node.values.map((valueNode, index) => {
    const keyNode = node.keys[index];
    if (keyNode == null) return { value: expression(valueNode) };
    const key = expression(keyNode);
    const value = expression(valueNode);
    return { key: key.kind === 'string' && key.secret === undefined ? key.value : key, value };
  });
}

function lowerComprehension(node: Py<'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp'>, lowering: Lowering): Comprehension {
  const { expression } = lowering;
  const clauses = node.generators.map(({ target, iter, ifs }) => ({
    target: lowerTarget(target, lowering),
    over: expression(iter),
    tests: ifs.map(expression),
  }));
  const place = at(node, lowering);
  if (node.nodeType !== 'DictComp') return { kind: 'comprehension', clauses, element: expression(node.elt), ...place };
  return { kind: 'comprehension', clauses, element: expression(node.value), key: expression(node.key), ...place };
}
