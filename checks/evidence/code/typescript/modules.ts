// Imports and exports.
import type { ts } from 'ts-morph';
import type { ExportStatement, Expression, ImportStatement, Pattern, Statement } from '../../../model.ts';
import { entityName, hasModifier, type Modifiers } from './functions.ts';
import { bindAt, type Lowering, type Rules } from './lowering.ts';
import { boundNames } from './patterns.ts';
import type { Position } from './positions.ts';
import type { Syntax } from './syntax.ts';

type Binding = ImportStatement['bindings'][number];

export function moduleRules(rules: Rules<void>, ts: Syntax): void {
  const { SyntaxKind: kind } = ts;
  rules
    .on(kind.ImportDeclaration, importDeclaration)
    .on(kind.ImportEqualsDeclaration, importEquals)
    .on(kind.ExportDeclaration, exportDeclaration)
    .on(kind.ExportAssignment, exportAssignment)
    .each([kind.NamespaceExportDeclaration], () => undefined);
}

/** Types and values of one import are told apart, because only the values load the module. */
function importDeclaration(node: ts.ImportDeclaration, l: Lowering, out: Statement[]): void {
  const module = moduleName(node.moduleSpecifier, l);
  const at = l.at(node);
  const { importClause: clause } = node;
  if (module === undefined) return;
  if (clause === undefined) return void out.push({ kind: 'import', module, bindings: [], ...at });
  const values: Binding[] = [];
  const types: Binding[] = [];
  if (clause.name !== undefined) values.push({ imported: 'default', local: clause.name.text });
  const named = clause.namedBindings;
  if (named !== undefined && l.ts.isNamespaceImport(named)) values.push({ imported: '*', local: named.name.text });
  else if (named !== undefined) {
    for (const { propertyName, name, isTypeOnly } of named.elements) {
      (isTypeOnly ? types : values).push({ imported: (propertyName ?? name).text, local: name.text });
    }
  }
  if (clause.isTypeOnly) types.push(...values.splice(0));
  if (values.length > 0) out.push({ kind: 'import', module, bindings: values, ...at });
  if (types.length > 0) out.push({ kind: 'import', module, bindings: types, isTypeOnly: true, ...at });
  if (values.length + types.length === 0) out.push({ kind: 'import', module, bindings: [], ...at });
}

const moduleName = (node: ts.Expression, l: Lowering): string | undefined => (l.ts.isStringLiteral(node) ? node.text : undefined);

/** `import x = require('m')`, `import x = A.B`. */
function importEquals(node: ts.ImportEqualsDeclaration, l: Lowering, out: Statement[]): void {
  const { moduleReference: reference } = node;
  const at = l.at(node);
  const target: Pattern = bindAt(node.name, l);
  if (!l.ts.isExternalModuleReference(reference)) {
    if (node.isTypeOnly) return;
    out.push({ kind: 'assignment', target, value: entityName(reference, l), declares: true, ...at });
  } else {
    const module = moduleName(reference.expression, l);
    const bindings = [{ imported: '*', local: node.name.text }];
    if (module !== undefined) out.push({ kind: 'import', module, bindings, ...(node.isTypeOnly ? { isTypeOnly: true } : {}), ...at });
  }
  exportDeclared(node, target, l, out);
}

function exportDeclaration(node: ts.ExportDeclaration, l: Lowering, out: Statement[]): void {
  if (node.isTypeOnly || l.inNamespace) return;
  const { ts } = l;
  const at = l.at(node);
  const module = node.moduleSpecifier === undefined ? undefined : moduleName(node.moduleSpecifier, l);
  const { exportClause: clause } = node;
  if (clause !== undefined && ts.isNamedExports(clause)) {
    for (const element of clause.elements) if (!element.isTypeOnly) out.push(specifier(element, module, at));
    // What is only loaded is loaded all the same.
    if (clause.elements.length === 0 && module !== undefined) out.push({ kind: 'import', module, bindings: [], ...at });
  } else if (module !== undefined) {
    out.push({ kind: 'export', exported: clause === undefined ? '*' : clause.name.text, from: module, imported: '*', ...at });
  }
}

function specifier({ name, propertyName }: ts.ExportSpecifier, module: string | undefined, at: Position): ExportStatement {
  const own = (propertyName ?? name).text;
  if (module === undefined) return { kind: 'export', exported: name.text, local: own, ...at };
  return { kind: 'export', exported: name.text, from: module, imported: own, ...at };
}

/** `export default x`, and `export = x`, which sets `module.exports`. */
function exportAssignment(node: ts.ExportAssignment, l: Lowering, out: Statement[]): void {
  const at = l.at(node);
  const value = l.expression(node.expression);
  if (node.isExportEquals !== true) return void out.push({ kind: 'export', exported: 'default', value, ...at });
  const target: Pattern = {
    kind: 'place',
    target: { kind: 'member', object: { kind: 'name', name: 'module', ...at }, name: 'exports', ...at },
  };
  out.push({ kind: 'assignment', target, value, ...at });
}

/** The export statement of a declaration that says `export`: of its name or names, or of the nameless value itself. */
export function exportDeclared(
  node: ts.Node & { readonly modifiers?: Modifiers },
  what: string | Pattern | Expression,
  l: Lowering,
  out: Statement[],
): void {
  const { SyntaxKind: kind } = l.ts;
  if (l.inNamespace || !hasModifier(node.modifiers, kind.ExportKeyword)) return;
  const at = l.at(node);
  const isDefault = hasModifier(node.modifiers, kind.DefaultKeyword);
  if (typeof what === 'string') out.push({ kind: 'export', exported: isDefault ? 'default' : what, local: what, ...at });
  else if (what.kind === 'function' || what.kind === 'class') out.push({ kind: 'export', exported: 'default', value: what, ...at });
  else if (what.kind === 'bind' || what.kind === 'object-pattern' || what.kind === 'list-pattern' || what.kind === 'place') {
    for (const name of boundNames(what)) out.push({ kind: 'export', exported: name, local: name, ...at });
  }
}
