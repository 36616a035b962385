// Strings, templates, numbers and regular expressions. Every text passes the secret shapes before it becomes a fact.
import type { ts } from 'ts-morph';
import type { Expression, StringLiteral } from '../../../model.ts';
import { secretShape } from '../../secret-shapes.ts';
import type { Lowering, Rules } from './lowering.ts';
import type { Position } from './positions.ts';
import type { Syntax } from './syntax.ts';

export function stringAt(value: string, { line, column }: Position): StringLiteral {
  const secret = secretShape(value);
  return secret === undefined ? { kind: 'string', value, line, column } : { kind: 'string', value: '', secret, line, column };
}

export function literalRules(rules: Rules<Expression>, ts: Syntax): void {
  const { SyntaxKind: kind } = ts;
  rules
    .on(kind.StringLiteral, (node: ts.StringLiteral, l) => stringAt(node.text, l.at(node)))
    .on(kind.NoSubstitutionTemplateLiteral, (node: ts.NoSubstitutionTemplateLiteral, l) => stringAt(node.text, l.at(node)))
    .on(kind.TemplateExpression, template)
    .on(kind.TaggedTemplateExpression, taggedTemplate)
    .on(kind.NumericLiteral, (node: ts.NumericLiteral, l) => numberAt(Number(node.text), l.at(node)))
    .on(kind.BigIntLiteral, (node: ts.BigIntLiteral, l) => ({ kind: 'other', what: 'bigint', parts: [], ...l.at(node) }))
    .on(kind.RegularExpressionLiteral, regex)
    .each([kind.TrueKeyword], (node, l) => ({ kind: 'boolean', value: true, ...l.at(node) }))
    .each([kind.FalseKeyword], (node, l) => ({ kind: 'boolean', value: false, ...l.at(node) }))
    .each([kind.NullKeyword, kind.OmittedExpression], (node, l) => ({ kind: 'null', ...l.at(node) }));
}

const numberAt = (value: number, { line, column }: Position): Expression => ({ kind: 'number', value, line, column });

function template(node: ts.TemplateExpression, l: Lowering): Expression {
  const at = l.at(node);
  const parts: Expression[] = [];
  if (node.head.text !== '') parts.push(stringAt(node.head.text, at));
  for (const span of node.templateSpans) {
    parts.push(l.expression(span.expression));
    if (span.literal.text !== '') parts.push(stringAt(span.literal.text, l.at(span.literal)));
  }
  return { kind: 'template', parts, ...at };
}

function taggedTemplate(node: ts.TaggedTemplateExpression, l: Lowering): Expression {
  const value = l.expression(node.template);
  const { line, column } = value;
  const argument: Expression = value.kind === 'template' ? value : { kind: 'template', parts: [value], line, column };
  return { kind: 'call', callee: l.expression(node.tag), args: [{ value: argument }], ...l.at(node) };
}

function regex(node: ts.RegularExpressionLiteral, l: Lowering): Expression {
  const end = node.text.lastIndexOf('/');
  const source = node.text.slice(1, end);
  const text = stringAt(source, l.at(node));
  if (text.secret !== undefined) return text;
  return { kind: 'regex', source, flags: node.text.slice(end + 1), line: text.line, column: text.column };
}
