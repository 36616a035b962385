// Names, members, calls, literals of objects and lists: what expressions are mostly made of.
import type { ts } from 'ts-morph';
import type { Argument, Expression, ListItem, ObjectEntry } from '../../../model.ts';
import { classExpression } from './classes.ts';
import { functionExpression } from './functions.ts';
import { stringAt } from './literals.ts';
import { type Lowering, nullAt, type Rules } from './lowering.ts';
import { plainKey } from './patterns.ts';
import type { Position } from './positions.ts';
import type { Syntax } from './syntax.ts';

export function expressionRules(rules: Rules<Expression>, ts: Syntax): void {
  const { SyntaxKind: kind } = ts;
  const transparent = (node: ts.Node & { readonly expression: ts.Expression }, l: Lowering): Expression => l.expression(node.expression);
  rules
    .on(kind.Identifier, identifier)
    .on(kind.PrivateIdentifier, (node: ts.PrivateIdentifier, l) => stringAt(node.text, l.at(node)))
    .each([kind.ThisKeyword], (node, l) => ({ kind: 'name', name: 'this', ...l.at(node) }))
    .each([kind.SuperKeyword], (node, l) => ({ kind: 'name', name: 'super', ...l.at(node) }))
    .each([kind.ImportKeyword], (node, l) => ({ kind: 'name', name: 'import', ...l.at(node) }))
    .on(kind.PropertyAccessExpression, member)
    .on(kind.ElementAccessExpression, index)
    .on(kind.CallExpression, call)
    .on(kind.NewExpression, construction)
    .on(kind.ObjectLiteralExpression, object)
    .on(kind.ArrayLiteralExpression, list)
    .on(kind.FunctionExpression, (node: ts.FunctionExpression, l) => functionExpression(node, l))
    .on(kind.ArrowFunction, (node: ts.ArrowFunction, l) => functionExpression(node, l))
    .on(kind.ClassExpression, classExpression)
    .on(kind.ConditionalExpression, conditional)
    .on(kind.AwaitExpression, (node: ts.AwaitExpression, l) => ({ kind: 'await', value: l.expression(node.expression), ...l.at(node) }))
    .on(kind.YieldExpression, yielded)
    .on(kind.MetaProperty, metaProperty)
    .on(kind.ParenthesizedExpression, transparent)
    .on(kind.AsExpression, transparent)
    .on(kind.SatisfiesExpression, transparent)
    .on(kind.NonNullExpression, transparent)
    .on(kind.TypeAssertionExpression, transparent)
    .on(kind.ExpressionWithTypeArguments, transparent);
}

function identifier(node: ts.Identifier, l: Lowering): Expression {
  const { line, column } = l.at(node);
  const name = node.text;
  return name === 'undefined' ? { kind: 'null', line, column } : { kind: 'name', name, line, column };
}

// A chain starts where its first link starts, which is known already unless brackets or keywords stand before it.
function startOf(node: ts.Expression, first: ts.Expression, lowered: Expression, l: Lowering): Position {
  const { ts } = l;
  const direct = ts.isIdentifier(first) || ts.isPropertyAccessExpression(first) || ts.isCallExpression(first);
  return direct ? lowered : l.at(node);
}

function member(node: ts.PropertyAccessExpression, l: Lowering): Expression {
  const object = l.expression(node.expression);
  const { line, column } = startOf(node, node.expression, object, l);
  return { kind: 'member', object, name: node.name.text, line, column };
}

function index(node: ts.ElementAccessExpression, l: Lowering): Expression {
  const object = l.expression(node.expression);
  const { line, column } = startOf(node, node.expression, object, l);
  return { kind: 'index', object, index: l.expression(node.argumentExpression), line, column };
}

function call(node: ts.CallExpression, l: Lowering): Expression {
  const callee = l.expression(node.expression);
  const { line, column } = startOf(node, node.expression, callee, l);
  const args = argumentsOf(node.arguments, l);
  const [first] = args;
  // Outside a module the parser takes `await (x)` for a call.
  if (callee.kind === 'name' && callee.name === 'await' && first !== undefined) return { kind: 'await', value: first.value, line, column };
  return { kind: 'call', callee, args, line, column };
}

function construction(node: ts.NewExpression, l: Lowering): Expression {
  const { line, column } = l.at(node);
  const args = node.arguments === undefined ? [] : argumentsOf(node.arguments, l);
  return { kind: 'call', callee: l.expression(node.expression), args, isNew: true, line, column };
}

function argumentsOf(nodes: readonly ts.Expression[], l: Lowering): readonly Argument[] {
  return nodes.map((node) =>
    l.ts.isSpreadElement(node) ? { spread: 'positional', value: l.expression(node.expression) } : { value: l.expression(node) },
  );
}

function object(node: ts.ObjectLiteralExpression, l: Lowering): Expression {
  const { line, column } = l.at(node);
  return { kind: 'object', entries: node.properties.map((property) => entry(property, l)), line, column };
}

function entry(property: ts.ObjectLiteralElementLike, l: Lowering): ObjectEntry {
  const { ts } = l;
  if (ts.isSpreadAssignment(property)) return { value: l.expression(property.expression) };
  if (ts.isShorthandPropertyAssignment(property)) return { key: property.name.text, value: l.expression(property.name) };
  const key = keyOf(property.name, l);
  if (ts.isPropertyAssignment(property)) return { key, value: l.expression(property.initializer) };
  if (ts.isSetAccessor(property) && typeof key === 'string') return { key: `set ${key}`, value: functionExpression(property, l) };
  return { key, value: functionExpression(property, l) };
}

function keyOf(name: ts.PropertyName, l: Lowering): string | Expression {
  const key = plainKey(name, l);
  if (key === undefined) return l.ts.isComputedPropertyName(name) ? l.expression(name.expression) : '';
  if (key.length < 16) return key;
  const text = stringAt(key, l.at(name));
  return text.secret === undefined ? key : text;
}

function list(node: ts.ArrayLiteralExpression, l: Lowering): Expression {
  const { line, column } = l.at(node);
  const items = node.elements.map(
    (element): ListItem =>
      l.ts.isSpreadElement(element) ? { spread: true, value: l.expression(element.expression) } : { value: l.expression(element) },
  );
  return { kind: 'list', items, line, column };
}

function conditional(node: ts.ConditionalExpression, l: Lowering): Expression {
  const { line, column } = l.at(node);
  const test = l.expression(node.condition);
  // biome-ignore lint/suspicious/noThenProperty: the model's word for a branch.
  return { kind: 'conditional', test, then: l.expression(node.whenTrue), otherwise: l.expression(node.whenFalse), line, column };
}

function yielded(node: ts.YieldExpression, l: Lowering): Expression {
  const at = l.at(node);
  return { kind: 'await', value: node.expression === undefined ? nullAt(at) : l.expression(node.expression), yields: true, ...at };
}

/** `import.meta`, `new.target`. */
function metaProperty(node: ts.MetaProperty, l: Lowering): Expression {
  const at = l.at(node);
  const name = l.ts.tokenToString(node.keywordToken) ?? '';
  return { kind: 'member', object: { kind: 'name', name, ...at }, name: node.name.text, ...at };
}
