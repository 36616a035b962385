// What a file offers under a name to those who import it: where to look, before anything is followed.
import type { Expression } from '../../model.ts';
import type { Binding, IndexedFile } from './context.ts';

export type Offer =
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'binding'; readonly binding: Binding }
  /** A re-export; `*` is the module itself. */
  | { readonly kind: 'elsewhere'; readonly module: string; readonly name: string }
  /** A member of what `module.exports` was set to. */
  | { readonly kind: 'member'; readonly value: Expression; readonly name: string };

/** A Python module offers all its names; its star imports are a last resort. */
export function offers(file: IndexedFile, name: string): readonly Offer[] {
  const own = file.source.language === 'python' ? fromScope(file, name) : [...declared(file, name), ...common(file, name)];
  return own.length > 0 ? own : starred(file, name);
}

const fromScope = (file: IndexedFile, name: string): readonly Offer[] =>
  (file.moduleScope.bindings.get(name) ?? []).map((binding) => ({ kind: 'binding', binding }));

function declared(file: IndexedFile, name: string): readonly Offer[] {
  for (const statement of file.exports) {
    if (statement.exported !== name) continue;
    if (statement.value) return [{ kind: 'expression', value: statement.value }];
    if (statement.from !== undefined) return [{ kind: 'elsewhere', module: statement.from, name: statement.imported ?? name }];
    const found = fromScope(file, statement.local ?? name);
    if (found.length > 0) return found;
  }
  return [];
}

/** `module.exports = …`, `module.exports.x = …`, `exports.x = …`. */
function common(file: IndexedFile, name: string): readonly Offer[] {
  const found: Offer[] = [];
  for (const { target, value } of file.writes) {
    if (target.kind !== 'member') continue;
    const whole = target.name === 'exports' && target.object.kind === 'name' && target.object.name === 'module';
    if (whole) found.push(name === 'default' || name === '*' ? { kind: 'expression', value } : { kind: 'member', value, name });
    else if (target.name === name && isExports(target.object)) found.push({ kind: 'expression', value });
  }
  return found;
}

const isExports = (expression: Expression): boolean =>
  (expression.kind === 'name' && expression.name === 'exports') || (expression.kind === 'member' && expression.name === 'exports');

function starred(file: IndexedFile, name: string): readonly Offer[] {
  const exports = file.exports.flatMap((each): Offer[] =>
    each.exported === '*' && each.from !== undefined ? [{ kind: 'elsewhere', module: each.from, name }] : [],
  );
  if (file.source.language !== 'python') return name === 'default' ? [] : exports;
  return file.imports.flatMap((each): Offer[] =>
    each.bindings.some(({ local }) => local === '*') ? [{ kind: 'elsewhere', module: each.module, name }] : [],
  );
}
