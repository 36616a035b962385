// What a file offers under a name to those who import it: where to look, before anything is followed.
import type { Expression } from '../../model.ts';
import type { Binding, IndexedFile, PlaceWrite } from './context.ts';
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
  const own = ownOffers(program, file, name);
  return own.length > 0 ? own : starred(program, file, name);
}

const ownOffers = (program: Program, file: IndexedFile, name: string): readonly Offer[] =>
  file.source.language === 'python' ? fromScope(file, name) : [...declared(program, file, name), ...common(program, file, name)];

const fromScope = (file: IndexedFile, name: string): readonly Offer[] =>
  (file.moduleScope.bindings.get(name) ?? []).map((binding) => ({ kind: 'binding', binding }));

function declared(program: Program, file: IndexedFile, name: string): readonly Offer[] {
  const exports = program.names.once<ReadonlyMap<string, IndexedFile['exports']>>('exports by name', file, new Map(), () =>
    Map.groupBy(file.exports, ({ exported }) => exported),
  );
  for (const statement of exports.get(name) ?? []) {
    if (statement.value) return [{ kind: 'expression', value: statement.value }];
    if (statement.from !== undefined) return [{ kind: 'elsewhere', module: statement.from, name: statement.imported ?? name }];
    const found = fromScope(file, statement.local ?? name);
    if (found.length > 0) return found;
  }
  return [];
}

/** `module.exports = …`, `module.exports.x = …`, `exports.x = …`. */
function common(program: Program, file: IndexedFile, name: string): readonly Offer[] {
  const writes = program.names.once<readonly CommonWrite[]>('common exports', file, [], () => file.writes.flatMap(commonWrite));
  const found: Offer[] = [];
  for (const { whole, member, value } of writes) {
    if (whole) found.push(name === 'default' || name === '*' ? { kind: 'expression', value } : { kind: 'member', value, name });
    else if (member === name) found.push({ kind: 'expression', value });
  }
  return found;
}

interface CommonWrite {
  readonly whole: boolean;
  readonly member: string;
  readonly value: Expression;
}

function commonWrite({ target, value }: PlaceWrite): readonly CommonWrite[] {
  if (target.kind !== 'member') return [];
  const whole = target.name === 'exports' && target.object.kind === 'name' && target.object.name === 'module';
  return whole || isExports(target.object) ? [{ whole, member: target.name, value }] : [];
}

const isExports = (expression: Expression): boolean =>
  (expression.kind === 'name' && expression.name === 'exports') || (expression.kind === 'member' && expression.name === 'exports');

function starred(program: Program, file: IndexedFile, name: string): readonly Offer[] {
  if (file.source.language !== 'python' && name === 'default') return [];
  const { files, packages } = behindStars(program, file);
  const found = files.flatMap((path): Offer[] => {
    const behind = mayName(program, path, name) ? program.file(path) : undefined;
    return behind && ownOffers(program, behind, name).length > 0 ? [{ kind: 'behind', path, name }] : [];
  });
  return found.length > 0 ? found : packages.map((each) => ({ kind: 'package', package: each, name }));
}
