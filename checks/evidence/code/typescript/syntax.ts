// The few words of the compiler that the lowering uses.
import type { Compiler } from './compiler.ts';

export type Syntax = ReturnType<typeof syntaxOf>;

/** Copied into a small object: the compiler's own has thousands of getters, too many to look one up for every node. */
export function syntaxOf(compiler: Compiler) {
  // biome-ignore format: a list of names.
  const {
    forEachChild, isArrayBindingPattern, isArrayLiteralExpression, isBinaryExpression, isBlock, isBreakStatement, isCallExpression, isArrowFunction, isFunctionDeclaration, isFunctionExpression,
    isClassStaticBlockDeclaration, isComputedPropertyName, isConstructorDeclaration, isContinueStatement, isDecorator,
    isDefaultClause, isExpression, isExternalModuleReference, isForOfStatement, isGetAccessor, isIdentifier, isIfStatement,
    isJsxExpression, isJsxSpreadAttribute, isJsxText, isLiteralTypeNode, isMethodDeclaration, isModuleBlock, isModuleDeclaration,
    isNamedExports, isNamespaceImport, isNumericLiteral, isObjectLiteralExpression, isOmittedExpression, isParenthesizedTypeNode,
    isPrivateIdentifier, isPropertyAccessExpression, isPropertyAssignment, isPropertyDeclaration, isReturnStatement,
    isSetAccessor, isShorthandPropertyAssignment, isSpreadAssignment, isSpreadElement, isStringLiteral, isStringLiteralLike,
    isThrowStatement, isTypeReferenceNode, isUnionTypeNode, isVariableDeclarationList, isVariableStatement, NodeFlags, SyntaxKind,
    tokenToString,
  } = compiler;
  // biome-ignore format: a list of names.
  return {
    forEachChild, isArrayBindingPattern, isArrayLiteralExpression, isBinaryExpression, isBlock, isBreakStatement, isCallExpression, isArrowFunction, isFunctionDeclaration, isFunctionExpression,
    isClassStaticBlockDeclaration, isComputedPropertyName, isConstructorDeclaration, isContinueStatement, isDecorator,
    isDefaultClause, isExpression, isExternalModuleReference, isForOfStatement, isGetAccessor, isIdentifier, isIfStatement,
    isJsxExpression, isJsxSpreadAttribute, isJsxText, isLiteralTypeNode, isMethodDeclaration, isModuleBlock, isModuleDeclaration,
    isNamedExports, isNamespaceImport, isNumericLiteral, isObjectLiteralExpression, isOmittedExpression, isParenthesizedTypeNode,
    isPrivateIdentifier, isPropertyAccessExpression, isPropertyAssignment, isPropertyDeclaration, isReturnStatement,
    isSetAccessor, isShorthandPropertyAssignment, isSpreadAssignment, isSpreadElement, isStringLiteral, isStringLiteralLike,
    isThrowStatement, isTypeReferenceNode, isUnionTypeNode, isVariableDeclarationList, isVariableStatement, NodeFlags, SyntaxKind,
    tokenToString,
  };
}
