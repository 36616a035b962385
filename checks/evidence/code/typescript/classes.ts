// Classes and their members.
import type { ts } from 'ts-morph';
import type { ClassExpression, ClassMember, Expression } from '../../../model.ts';
import { annotation, declarationStart, decoratorsOf, functionExpression, hasModifier } from './functions.ts';
import { stringAt } from './literals.ts';
import type { Lowering } from './lowering.ts';
import { plainKey } from './patterns.ts';

export function classExpression(node: ts.ClassLikeDeclaration, l: Lowering): ClassExpression {
  const decorators = decoratorsOf(node.modifiers, l);
  const heritage = node.heritageClauses?.filter(({ token }) => token === l.ts.SyntaxKind.ExtendsKeyword) ?? [];
  return {
    kind: 'class',
    ...(node.name === undefined ? {} : { name: node.name.text }),
    bases: heritage.flatMap(({ types }) => types.map((type) => l.expression(type.expression))),
    ...(decorators.length === 0 ? {} : { decorators }),
    members: node.members.flatMap((member) => classMember(member, l)),
    endLine: l.lineAt(node.end),
    ...declarationStart(node, node.modifiers, l),
  };
}

function classMember(node: ts.ClassElement, l: Lowering): readonly ClassMember[] {
  const { ts } = l;
  if (ts.isClassStaticBlockDeclaration(node)) return [staticBlock(node, l)];
  if (ts.isPropertyDeclaration(node)) return [field(node, l)];
  // Overloads and abstract methods have no body and do nothing.
  if (ts.isConstructorDeclaration(node)) return node.body === undefined ? [] : [method('constructor', node, l)];
  if (ts.isMethodDeclaration(node) || ts.isGetAccessor(node)) return node.body === undefined ? [] : [method(nameOf(node.name, l), node, l)];
  if (ts.isSetAccessor(node)) return node.body === undefined ? [] : [method(`set ${nameOf(node.name, l)}`, node, l)];
  return [];
}

function method(name: string, node: ts.MethodDeclaration | ts.ConstructorDeclaration | ts.AccessorDeclaration, l: Lowering): ClassMember {
  const value = functionExpression(node, l);
  const isStatic = hasModifier(node.modifiers, l.ts.SyntaxKind.StaticKeyword);
  return {
    name,
    ...(isStatic ? { isStatic } : {}),
    value,
    ...(value.decorators === undefined ? {} : { decorators: value.decorators }),
    line: value.line,
    column: value.column,
  };
}

function field(node: ts.PropertyDeclaration, l: Lowering): ClassMember {
  const decorators = decoratorsOf(node.modifiers, l);
  const type = annotation(node.type, l);
  const isStatic = hasModifier(node.modifiers, l.ts.SyntaxKind.StaticKeyword);
  return {
    name: nameOf(node.name, l),
    ...(isStatic ? { isStatic } : {}),
    ...(node.initializer === undefined ? {} : { value: l.expression(node.initializer) }),
    ...(type === undefined ? {} : { annotation: type }),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...declarationStart(node, node.modifiers, l),
  };
}

/** Runs once, where the class is defined: as a function that is called in place. */
function staticBlock(node: ts.ClassStaticBlockDeclaration, l: Lowering): ClassMember {
  const at = l.at(node);
  const callee: Expression = {
    kind: 'function',
    parameters: [],
    body: l.statements(node.body.statements),
    isArrow: true,
    endLine: l.lineAt(node.end),
    ...at,
  };
  return { name: 'static', isStatic: true, value: { kind: 'call', callee, args: [], ...at }, ...at };
}

/** A computed name stands as it is written: `[Symbol.iterator]`. */
function nameOf(name: ts.PropertyName, l: Lowering): string {
  const text = plainKey(name, l) ?? name.getText(l.source);
  return stringAt(text, { line: 1, column: 1 }).value;
}
