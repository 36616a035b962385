// Functions of every spelling, their parameters, decorators and annotations.
import type { ts } from 'ts-morph';
import type { Expression, FunctionExpression, Parameter, Statement } from '../../../model.ts';
import type { Lowering } from './lowering.ts';
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
  const name = ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) ? node.name?.text : undefined;
  const decorators = decoratorsOf(node.modifiers, l);
  const returns = annotation(node.type, l);
  return {
    kind: 'function',
    ...(name === undefined ? {} : { name }),
    parameters: parametersOf(node, l),
    body: functionBody(node.body, l),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(returns === undefined ? {} : { returns }),
    ...(hasModifier(node.modifiers, ts.SyntaxKind.AsyncKeyword) ? { isAsync: true as const } : {}),
    ...(ts.isArrowFunction(node) ? { isArrow: true as const } : {}),
    ...(ts.isGetAccessor(node) ? { isGetter: true as const } : {}),
    endLine: l.lineAt(node.end),
    ...declarationStart(node, node.modifiers, l),
  };
}

function functionBody(body: ts.ConciseBody | undefined, l: Lowering): readonly Statement[] {
  if (body === undefined) return [];
  if (l.ts.isBlock(body)) return l.statements(body.statements);
  const value = l.expression(body);
  return [{ kind: 'return', value, line: value.line, column: value.column }];
}

function parametersOf(node: FunctionNode, l: Lowering): readonly Parameter[] {
  const own = node.parameters.filter((parameter) => !(l.ts.isIdentifier(parameter.name) && parameter.name.text === 'this'));
  return own.map((parameter) => parameterOf(parameter, l));
}

function parameterOf(node: ts.ParameterDeclaration, l: Lowering): Parameter {
  const { SyntaxKind: kind } = l.ts;
  const type = annotation(node.type, l);
  const decorators = decoratorsOf(node.modifiers, l);
  const isField = node.modifiers?.some((modifier) => modifier.kind !== kind.Decorator) === true;
  return {
    pattern: bindingPattern(node.name, l),
    ...(type === undefined ? {} : { annotation: type }),
    ...(node.initializer === undefined ? {} : { fallback: l.expression(node.initializer) }),
    ...(node.dotDotDotToken === undefined ? {} : { rest: 'positional' as const }),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(isField ? { isField: true as const } : {}),
    ...declarationStart(node, node.modifiers, l),
  };
}

export function hasModifier(modifiers: Modifiers, kind: ts.SyntaxKind): boolean {
  return modifiers?.some((modifier) => modifier.kind === kind) === true;
}

export function decoratorsOf(modifiers: Modifiers, l: Lowering): readonly Expression[] {
  if (modifiers === undefined) return [];
  return modifiers.flatMap((modifier) => (l.ts.isDecorator(modifier) ? [l.expression(modifier.expression)] : []));
}

const blank = /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/y;

/** Where a declaration starts, after its decorators: that is the line a reader looks for. */
export function declarationStart(node: ts.Node, modifiers: Modifiers, l: Lowering): Position {
  const [first] = modifiers ?? [];
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
