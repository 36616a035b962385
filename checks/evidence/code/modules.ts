// What a file offers to those who import it.
import { bound, type Entity, entities, memberOf, unknown } from './entities.ts';
import type { IndexedFile } from './context.ts';
import type { Program } from './program.ts';

/** What a name exported by a file refers to. A Python module offers all its names. */
export function exported(program: Program, path: string, name: string): readonly Entity[] {
  const file = program.file(path);
  if (file === undefined) return [unknown];
  return file.source.language === 'python' ? pythonName(program, file, name) : scriptExport(program, file, name, new Set());
}

function pythonName(program: Program, file: IndexedFile, name: string): readonly Entity[] {
  const bindings = file.moduleScope.bindings.get(name);
  if (bindings) return bindings.flatMap((binding) => bound(program, binding));
  const folder = file.source.path.replace(/(^|\/)__init__\.py$/, '');
  if (folder !== file.source.path) {
    const target = program.childModule(folder, name);
    if (target?.kind === 'file') return [{ kind: 'module', path: target.path }];
    if (target?.kind === 'folder') return [{ kind: 'folder', path: target.path }];
  }
  for (const statement of file.imports.filter((each) => each.bindings.some(({ local }) => local === '*'))) {
    const target = program.resolveModule(file.source.path, statement.module, 'python');
    if (target.kind !== 'file' || target.path === file.source.path) continue;
    const found = program.memory.once<readonly Entity[]>(`star ${name}`, statement, [], () => exported(program, target.path, name));
    if (found.some((each) => each !== unknown)) return found;
  }
  return [unknown];
}

function scriptExport(program: Program, file: IndexedFile, name: string, seen: Set<IndexedFile>): readonly Entity[] {
  if (seen.has(file)) return [];
  seen.add(file);
  for (const statement of file.exports) {
    if (statement.exported !== name) continue;
    if (statement.value) return entities(program, statement.value);
    if (statement.from !== undefined) return throughModule(program, file, statement.from, statement.imported ?? name, seen);
    const bindings = file.moduleScope.bindings.get(statement.local ?? name);
    if (bindings) return bindings.flatMap((binding) => bound(program, binding));
  }
  const common = commonExport(program, file, name);
  if (common.length > 0) return common;
  for (const statement of file.exports) {
    if (statement.exported !== '*' || statement.from === undefined) continue;
    const found = throughModule(program, file, statement.from, name, seen);
    if (found.length > 0 && found.some((each) => each !== unknown)) return found;
  }
  return seen.size > 1 ? [] : [unknown];
}

function throughModule(program: Program, file: IndexedFile, module: string, name: string, seen: Set<IndexedFile>): readonly Entity[] {
  const target = program.resolveModule(file.source.path, module, 'typescript');
  if (target.kind === 'package') return [{ kind: 'outside', symbol: name === '*' || name === 'default' ? target.name : `${target.name}.${name}` }];
  if (name === '*') return [{ kind: 'module', path: target.path }];
  const next = program.file(target.path);
  return next ? scriptExport(program, next, name, seen) : [unknown];
}

/** `module.exports = …`, `module.exports.x = …`, `exports.x = …`. */
function commonExport(program: Program, file: IndexedFile, name: string): readonly Entity[] {
  const found: Entity[] = [];
  for (const { target, value } of file.writes) {
    if (target.kind !== 'member') continue;
    const whole = target.name === 'exports' && target.object.kind === 'name' && target.object.name === 'module';
    if (whole && (name === 'default' || name === '*')) found.push(...entities(program, value));
    else if (whole) found.push(...entities(program, value).flatMap((each) => (each.kind === 'literal' || each.kind === 'class' ? known(memberOf(program, each, name)) : [])));
    else if (target.name === name && isExports(target.object)) found.push(...entities(program, value));
  }
  return found;
}

const known = (found: readonly Entity[]): readonly Entity[] => found.filter((each) => each.kind !== 'outside' || !each.symbol.startsWith('?'));

function isExports(expression: { readonly kind: string; readonly name?: unknown; readonly object?: unknown }): boolean {
  if (expression.kind === 'name') return expression.name === 'exports';
  return expression.kind === 'member' && expression.name === 'exports';
}
