// What an assignment binds: names, places, and both forms of destructuring.
import type { ts } from 'ts-morph';
import type { Expression, Index, Member, Name, Pattern } from '../../../model.ts';
import { bindAt, type Lowering } from './lowering.ts';

interface Item {
  readonly target: Pattern;
  readonly fallback?: Expression;
}

/** The pattern of a declaration or parameter. */
export function bindingPattern(node: ts.BindingName, l: Lowering): Pattern {
  const { ts } = l;
  if (ts.isIdentifier(node)) return bindAt(node, l);
  if (ts.isArrayBindingPattern(node)) {
    return listPattern(node.elements.map((element) => (ts.isOmittedExpression(element) ? undefined : boundItem(element, l))));
  }
  const entries = node.elements.map((element) => {
    const name = element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined);
    const key = element.dotDotDotToken === undefined && name !== undefined ? plainKey(name, l) : undefined;
    return { ...(key === undefined ? {} : { key }), ...boundItem(element, l) };
  });
  return { kind: 'object-pattern', entries };
}

function boundItem(element: ts.BindingElement, l: Lowering): Item {
  const target = bindingPattern(element.name, l);
  return element.initializer === undefined ? { target } : { target, fallback: l.expression(element.initializer) };
}

/** The pattern on the left of `=` in an expression. Undefined where nothing can be assigned. */
export function assignedPattern(node: ts.Expression, l: Lowering): Pattern | undefined {
  const { ts } = l;
  if (ts.isIdentifier(node)) return bindAt(node, l);
  if (ts.isArrayLiteralExpression(node)) {
    return listPattern(node.elements.map((element) => (ts.isOmittedExpression(element) ? undefined : assignedItem(element, l))));
  }
  if (ts.isObjectLiteralExpression(node)) {
    return { kind: 'object-pattern', entries: node.properties.flatMap((property) => assignedEntry(property, l)) };
  }
  const value = l.expression(node);
  if (value.kind === 'member' || value.kind === 'index') return { kind: 'place', target: value };
  if (value.kind === 'name') return { kind: 'bind', name: value.name, line: value.line, column: value.column };
  return undefined;
}

function assignedItem(node: ts.Expression, l: Lowering): Item | undefined {
  const { ts } = l;
  if (ts.isSpreadElement(node)) return assignedItem(node.expression, l);
  const withFallback = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const target = assignedPattern(withFallback ? node.left : node, l);
  if (target === undefined) return undefined;
  return withFallback ? { target, fallback: l.expression(node.right) } : { target };
}

function assignedEntry(property: ts.ObjectLiteralElementLike, l: Lowering): readonly (Item & { readonly key?: string })[] {
  const { ts } = l;
  if (ts.isShorthandPropertyAssignment(property)) {
    const target: Pattern = bindAt(property.name, l);
    const initializer = property.objectAssignmentInitializer;
    const fallback = initializer === undefined ? {} : { fallback: l.expression(initializer) };
    return [{ key: property.name.text, target, ...fallback }];
  }
  if (ts.isSpreadAssignment(property)) {
    const item = assignedItem(property.expression, l);
    return item === undefined ? [] : [item];
  }
  if (!ts.isPropertyAssignment(property)) return [];
  const item = assignedItem(property.initializer, l);
  if (item === undefined) return [];
  const key = plainKey(property.name, l);
  return [key === undefined ? item : { key, ...item }];
}

// The model's list pattern has no fallbacks; for an array, `[a = 1]` binds what `{0: a = 1}` binds.
function listPattern(items: readonly (Item | undefined)[]): Pattern {
  if (items.every((item) => item?.fallback === undefined)) return { kind: 'list-pattern', items: items.map((item) => item?.target) };
  return { kind: 'object-pattern', entries: items.flatMap((item, index) => (item === undefined ? [] : [{ key: String(index), ...item }])) };
}

/** The name of a property where it is written out. */
export function plainKey(name: ts.PropertyName, l: Lowering): string | undefined {
  const { ts } = l;
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
  if (ts.isComputedPropertyName(name)) return ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
  return name.text;
}

/** Reads what a pattern has just been assigned. Undefined for a destructuring. */
export function readBack(pattern: Pattern): Name | Member | Index | undefined {
  if (pattern.kind === 'place') return pattern.target;
  if (pattern.kind === 'bind') return { kind: 'name', name: pattern.name, line: pattern.line, column: pattern.column };
  return undefined;
}

/** Every name a pattern binds. */
export function boundNames(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'bind':
      return [pattern.name];
    case 'place':
      return [];
    case 'object-pattern':
      return pattern.entries.flatMap(({ target }) => boundNames(target));
    case 'list-pattern':
      return pattern.items.flatMap((item) => (item === undefined ? [] : boundNames(item)));
  }
}
