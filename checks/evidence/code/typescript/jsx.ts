// JSX: kept only for the expressions that stand in it.
import type { ts } from 'ts-morph';
import type { Expression } from '../../../model.ts';
import { stringAt } from './literals.ts';
import type { Lowering, Rules } from './lowering.ts';
import type { Syntax } from './syntax.ts';

export function jsxRules(rules: Rules<Expression>, ts: Syntax): void {
  const { SyntaxKind: kind } = ts;
  rules
    .on(kind.JsxElement, (node: ts.JsxElement, l) => jsx(node, [...opening(node.openingElement, l), ...childrenOf(node.children, l)], l))
    .on(kind.JsxSelfClosingElement, (node: ts.JsxSelfClosingElement, l) => jsx(node, opening(node, l), l))
    .on(kind.JsxFragment, (node: ts.JsxFragment, l) => jsx(node, childrenOf(node.children, l), l));
}

const jsx = (node: ts.Node, parts: readonly Expression[], l: Lowering): Expression => ({
  kind: 'other',
  what: 'jsx',
  parts,
  ...l.at(node),
});

function opening(node: ts.JsxOpeningElement | ts.JsxSelfClosingElement, l: Lowering): readonly Expression[] {
  const { ts } = l;
  const attributes = node.attributes.properties.flatMap((attribute) => {
    if (ts.isJsxSpreadAttribute(attribute)) return [l.expression(attribute.expression)];
    return attribute.initializer === undefined ? [] : inside(attribute.initializer, l);
  });
  const isComponent = ts.isPropertyAccessExpression(node.tagName) || (ts.isIdentifier(node.tagName) && /^[^a-z]/.test(node.tagName.text));
  return isComponent ? [l.expression(node.tagName), ...attributes] : attributes;
}

const childrenOf = (nodes: readonly ts.JsxChild[], l: Lowering): readonly Expression[] => nodes.flatMap((node) => inside(node, l));

function inside(node: ts.JsxChild | ts.JsxAttributeValue, l: Lowering): readonly Expression[] {
  const { ts } = l;
  if (ts.isJsxExpression(node)) return node.expression === undefined ? [] : [l.expression(node.expression)];
  if (ts.isJsxText(node)) return node.containsOnlyTriviaWhiteSpaces ? [] : [stringAt(node.text, l.at(node))];
  return [l.expression(node)];
}
