// String constants and f-strings. No text leaves here before it was asked whether it holds a secret.
import type { Expression, StringLiteral } from '../../../model.ts';
import { secretShape } from '../../secret-shapes.ts';
import { type At, at, type Lowering, other, type Py } from './context.ts';

export function lowerText(value: string, { line, column }: At): StringLiteral {
  const secret = value.length < 16 ? undefined : secretShape(value);
  return secret === undefined ? { kind: 'string', value, line, column } : { kind: 'string', value: '', secret, line, column };
}

export function lowerConstant(node: Py<'Constant'>, lowering: Lowering): Expression {
  const value: unknown = node.value;
  const place = at(node, lowering);
  const { line, column } = place;
  switch (typeof value) {
    case 'string':
      // The parser gives `...` as a text too, but one without quotes.
      return value === '...' && node.quote_style === undefined ? other('ellipsis', [], place) : lowerText(value, place);
    case 'number':
      return { kind: 'number', value, line, column };
    case 'boolean':
      return { kind: 'boolean', value, line, column };
    case 'bigint':
      return other('big integer', [], place);
    default:
      return value === null ? { kind: 'null', line, column } : other('complex number', [], place);
  }
}

/** f-strings and t-strings. One without holes is a string. */
export function lowerTemplate(node: Py<'JoinedStr' | 'TemplateStr'>, lowering: Lowering): Expression {
  const parts: Expression[] = [];
  let holes = false;
  for (const value of node.values) {
    if (value.nodeType === 'Constant') parts.push(lowerText(String(value.value), at(value, lowering)));
    else {
      holes = true;
      addHole(value, parts, lowering);
    }
  }
  const { line, column } = at(node, lowering);
  const [only] = parts;
  if (!holes && parts.length <= 1) return only?.kind === 'string' ? { ...only, line, column } : { kind: 'string', value: '', line, column };
  return { kind: 'template', parts, line, column };
}

/** The hole's expression, then those that stand in its format. */
function addHole(node: Py<'JoinedStr' | 'TemplateStr'>['values'][number], parts: Expression[], lowering: Lowering): void {
  if (node.nodeType !== 'FormattedValue' && node.nodeType !== 'Interpolation') {
    parts.push(lowering.expression(node));
    return;
  }
  parts.push(lowering.expression(node.value));
  const format = node.format_spec;
  if (format?.nodeType !== 'JoinedStr') return;
  for (const value of format.values) if (value.nodeType !== 'Constant') addHole(value, parts, lowering);
}
