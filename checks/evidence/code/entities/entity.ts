// What an expression may refer to, and the small facts about it that need no following.
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../../model.ts';
import type { Binding, Scope } from '../context.ts';
import { chains } from '../vocabulary.ts';

export type Entity =
  /** Something outside: `npm:koa`, `py:print`, `?res` for a parameter nobody could follow, `?` for the rest. */
  | { readonly kind: 'outside'; readonly symbol: string; readonly made?: CallExpression }
  | { readonly kind: 'function'; readonly code: FunctionExpression }
  | { readonly kind: 'class'; readonly code: ClassExpression }
  | { readonly kind: 'instance'; readonly of: ClassExpression }
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** A literal: its members are its entries. */
  | { readonly kind: 'literal'; readonly value: Expression };

export const unknown: Entity = { kind: 'outside', symbol: '?' };
export const nothing: readonly Entity[] = [];
/** What each of a list leads to. Nearly all such lists hold one: flatMap would make a new one with room for seventeen. */
export function through<T, R>(list: readonly T[], lead: (each: T) => readonly R[]): readonly R[] {
  const [first] = list;
  if (first === undefined) return [];
  return list.length === 1 ? lead(first) : list.flatMap(lead);
}

/** More alternatives than this tell nothing. */
export const maxAlternatives = 6;

/** A name's bindings, innermost scope first; a name nobody binds is a global. */
export function bindingsOf(name: string, scope: Scope): readonly Binding[] {
  for (let each: Scope | undefined = scope; each; each = each.parent) {
    const bindings = each.bindings.get(name);
    if (bindings) return bindings;
  }
  return [];
}

/** `import a.b` binds `a`. */
export function importedModule({ statement, imported: what, name }: Extract<Binding, { kind: 'import' }>): string {
  const [head, ...rest] = statement.module.split('.');
  return what === '*' && rest.length > 0 && name === head ? name : statement.module;
}

export function fieldParameter(code: ClassExpression, name: string) {
  const make = code.members.find((each) => each.name === 'constructor')?.value;
  if (make?.kind !== 'function') return undefined;
  return make.parameters.find(({ pattern, isField }) => isField && pattern.kind === 'bind' && pattern.name === name);
}

export function calledSymbol(symbol: string): string {
  if (symbol.length > 200) return '?';
  const dot = symbol.lastIndexOf('.');
  const owner = symbol.slice(0, dot);
  return dot > 0 && chains(owner, symbol.slice(dot + 1)) ? owner : `${symbol}()`;
}

export function distinct(found: readonly Entity[]): readonly Entity[] {
  if (found.length < 2) return found;
  const seen = new Map<unknown, Set<unknown>>();
  const kept = found.filter((each) => {
    const key = identity(each);
    // Two routers of one package are two things with one symbol.
    const made = each.kind === 'outside' ? each.made : undefined;
    const known = seen.get(key);
    if (known?.has(made)) return false;
    if (known) known.add(made);
    else seen.set(key, new Set([made]));
    return true;
  });
  return kept.length > maxAlternatives ? kept.slice(0, maxAlternatives) : kept;
}

function identity(each: Entity): unknown {
  switch (each.kind) {
    case 'outside':
      return each.symbol;
    case 'instance':
      return each.of;
    case 'module':
    case 'folder':
      return each.path;
    case 'literal':
      return each.value;
    default:
      return each.code;
  }
}

export const outside = (module: string, name: string): Entity => ({
  kind: 'outside',
  symbol: name === '*' || name === 'default' ? module : memberSymbol(module, name),
});

/** Modules of a package whose names it offers itself too: `flask.blueprints.Blueprint` is `flask.Blueprint`. */
const offeredAbove: ReadonlyMap<string, RegExp> = new Map([
  ...['app', 'blueprints', 'globals', 'helpers', 'json', 'templating', 'wrappers'].map((module): [string, RegExp] => [
    `py:flask.${module}`,
    /^(?:Flask|Blueprint|Request|Response|current_app|g|request|session|abort|jsonify|make_response|redirect|render_template(?:_string)?|send_file|send_from_directory|stream_with_context|url_for)$/,
  ]),
  ['py:fastapi.applications', /^FastAPI$/],
  ['py:fastapi.routing', /^APIRouter$/],
]);

/** `new http.Server(handler)` is createServer by another name. */
export function memberSymbol(owner: string, name: string): string {
  if (name === 'Server' && /^node:https?$/.test(owner)) return `${owner}.createServer`;
  return offeredAbove.get(owner)?.test(name) ? `${owner.slice(0, owner.lastIndexOf('.'))}.${name}` : `${owner}.${name}`;
}
