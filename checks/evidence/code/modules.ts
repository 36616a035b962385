// What a file offers under a name to those who import it: where to look, before anything is followed.
import type { Expression } from '../../model.ts';
import type { Binding, IndexedFile } from './context.ts';
import type { Program } from './program.ts';
import { behindStars, mayName } from './star-exports.ts';

export type Offer =
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'binding'; readonly binding: Binding }
  /** A re-export; `*` is the module itself. */
  | { readonly kind: 'elsewhere'; readonly module: string; readonly name: string }
  /** Behind star exports: a file that offers the name itself, or a package that may. */
  | { readonly kind: 'behind'; readonly path: string; readonly name: string }
  | { readonly kind: 'package'; readonly package: string; readonly name: string }
  /** A member of what `module.exports` was set to. */
  | { readonly kind: 'member'; readonly value: Expression; readonly name: string };

/** A Python module offers all its names; its star imports are a last resort. */
export function offers(program: Program, file: IndexedFile, name: string): readonly Offer[] {
  const own = ownOffers(file, name);
  return own.length > 0 ? own : starred(program, file, name);
}

const ownOffers = (file: IndexedFile, name: string): readonly Offer[] =>
  file.source.language === 'python' ? fromScope(file, name) : [...declared(file, name), ...common(file, name)];

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

function starred(program: Program, file: IndexedFile, name: string): readonly Offer[] {
  if (file.source.language !== 'python' && name === 'default') return [];
  const { files, packages } = behindStars(program, file);
  const found = files.flatMap((path): Offer[] => {
    const behind = mayName(program, path, name) ? program.file(path) : undefined;
    return behind && ownOffers(behind, name).length > 0 ? [{ kind: 'behind', path, name }] : [];
  });
  return found.length > 0 ? found : packages.map((each) => ({ kind: 'package', package: each, name }));
}
