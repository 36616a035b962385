// Functions of every spelling, their parameters, decorators and annotations.
import type { ts } from 'ts-morph';
import type { Expression, FunctionExpression, Parameter, Statement } from '../../../model.ts';
import type { Draft, Lowering } from './lowering.ts';
import { bindingPattern } from './patterns.ts';
import type { Position } from './positions.ts';

export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration;
export type Modifiers = ts.NodeArray<ts.ModifierLike> | undefined;

/** Only a declaration's own name can be called inside it; methods are named by what holds them. */
export function functionExpression(node: FunctionNode, l: Lowering): FunctionExpression {
  const { ts } = l;
  const { line, column } = declarationStart(node, node.modifiers, l);
  const decorators = decoratorsOf(node.modifiers, l);
  const parameters = parametersOf(node, l);
  const returns = annotation(node.type, l);
  const body = functionBody(node.body, l);
  const made: Draft<FunctionExpression> = { kind: 'function', parameters, body, endLine: l.lineAt(node.end), line, column };
  if ((ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) && node.name !== undefined) made.name = node.name.text;
  if (decorators.length > 0) made.decorators = decorators;
  if (returns !== undefined) made.returns = returns;
  if (node.modifiers !== undefined && hasModifier(node.modifiers, ts.SyntaxKind.AsyncKeyword)) made.isAsync = true;
  if (ts.isArrowFunction(node)) made.isArrow = true;
  if (ts.isGetAccessor(node)) made.isGetter = true;
  return made;
}

function functionBody(body: ts.ConciseBody | undefined, l: Lowering): readonly Statement[] {
  if (body === undefined) return [];
  if (l.ts.isBlock(body)) return l.statements(body.statements);
  const value = l.expression(body);
  return [{ kind: 'return', value, line: value.line, column: value.column }];
}

function parametersOf(node: FunctionNode, l: Lowering): readonly Parameter[] {
  const parameters: Parameter[] = [];
  for (const parameter of node.parameters) {
    // `this: T` is an annotation in the place of a parameter.
    if (!(l.ts.isIdentifier(parameter.name) && parameter.name.text === 'this')) parameters.push(parameterOf(parameter, l));
  }
  return parameters;
}

function parameterOf(node: ts.ParameterDeclaration, l: Lowering): Parameter {
  const { line, column } = declarationStart(node, node.modifiers, l);
  const made: Draft<Parameter> = { pattern: bindingPattern(node.name, l), line, column };
  const type = annotation(node.type, l);
  if (type !== undefined) made.annotation = type;
  if (node.initializer !== undefined) made.fallback = l.expression(node.initializer);
  if (node.dotDotDotToken !== undefined) made.rest = 'positional';
  if (node.modifiers === undefined) return made;
  const decorators = decoratorsOf(node.modifiers, l);
  if (decorators.length > 0) made.decorators = decorators;
  if (node.modifiers.some(({ kind }) => kind !== l.ts.SyntaxKind.Decorator)) made.isField = true;
  return made;
}

export function hasModifier(modifiers: Modifiers, kind: ts.SyntaxKind): boolean {
  return modifiers?.some((modifier) => modifier.kind === kind) === true;
}

const none: readonly Expression[] = [];

export function decoratorsOf(modifiers: Modifiers, l: Lowering): readonly Expression[] {
  if (modifiers === undefined) return none;
  return modifiers.flatMap((modifier) => (l.ts.isDecorator(modifier) ? [l.expression(modifier.expression)] : []));
}

const blank = /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/y;

/** Where a declaration starts, after its decorators: that is the line a reader looks for. */
export function declarationStart(node: ts.Node, modifiers: Modifiers, l: Lowering): Position {
  const first = modifiers?.[0];
  if (modifiers === undefined || first === undefined || !l.ts.isDecorator(first)) return l.at(node);
  const last = modifiers.findLastIndex((modifier) => l.ts.isDecorator(modifier));
  blank.lastIndex = modifiers[last]?.end ?? node.end;
  blank.exec(l.source.text);
  return l.atOffset(blank.lastIndex);
}

/** A type where it refers to something that has a name: without its arguments, without null, and what a Promise holds. */
export function annotation(type: ts.TypeNode | undefined, l: Lowering): Expression | undefined {
  const { ts } = l;
  if (type === undefined) return undefined;
  if (ts.isTypeReferenceNode(type)) {
    const [held] = type.typeArguments ?? [];
    if (held !== undefined && ts.isIdentifier(type.typeName) && type.typeName.text === 'Promise') return annotation(held, l);
    return entityName(type.typeName, l);
  }
  if (ts.isParenthesizedTypeNode(type)) return annotation(type.type, l);
  if (!ts.isUnionTypeNode(type)) return undefined;
  const [only, ...others] = type.types.filter((each) => !ts.isLiteralTypeNode(each) && each.kind !== ts.SyntaxKind.UndefinedKeyword);
  return others.length === 0 ? annotation(only, l) : undefined;
}

export function entityName(name: ts.EntityName, l: Lowering): Expression {
  const { line, column } = l.at(name);
  if (l.ts.isIdentifier(name)) return { kind: 'name', name: name.text, line, column };
  return { kind: 'member', object: entityName(name.left, l), name: name.right.text, line, column };
}
