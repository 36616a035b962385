// Where routers, plugins and applications hang, what stands before their paths, and what runs before their routes; in which order where order counts.
import type { CallExpression, ClassExpression, Expression, FunctionExpression, Value } from '../../../model.ts';
import { callersOf } from '../callers.ts';
import { contextOf } from '../context.ts';
import { definitions } from '../definitions.ts';
import { bindingsOf } from '../entities/entity.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import { autoloaded, autoloadPrefix, type Loaded, required } from './autoloaded.ts';
import { frameworkOf, functionsIn } from './holders.ts';
import { listed } from './injected.ts';
import { hostOf, isOfBlueprint } from './resource-classes.ts';
import { unrolled } from './unrolled.ts';

const maxDepth = 6;

/** What made the application or router an expression stands for: a call, or the plugin that is handed one. */
export type Holder = Expression;

export interface Hanging {
  readonly at: CallExpression;
  /** What it hangs on. */
  readonly outer: Expression | undefined;
  readonly prefix: string;
  /** What runs before it, given in the same call. */
  readonly before: readonly Expression[];
  /** A plugin that fastify-plugin wraps: what it adds counts for what it hangs on as well. */
  readonly open?: true;
}

/** The holders an expression stands for: through names, `router.routes()`, and the parameters of helpers and plugins. */
export function holdersOf(program: Program, expression: Expression, depth = maxDepth): readonly Holder[] {
  if (depth === 0) return [];
  const whole = unwrapped(program, expression);
  const made = entities(program, whole).flatMap((each): readonly Holder[] => {
    if (each.kind === 'instance') return frameworkOf(program, whole) === undefined ? [] : madeBy(program, whole, each.of);
    if (each.kind !== 'outside' || each.made === undefined) return [];
    const inner = unwrapped(program, each.made);
    if (inner !== each.made) return holdersOf(program, inner, depth - 1);
    return frameworkOf(program, inner) === undefined ? [] : [inner];
  });
  if (made.length > 0) return [...new Set(made)];
  if (whole.kind === 'name') return handed(program, whole, depth);
  if (whole.kind !== 'member' || frameworkOf(program, whole) === undefined) return [];
  return definitions(program, whole).flatMap(({ value, keys }) => (keys.length === 0 ? holdersOf(program, value, depth - 1) : []));
}

/** The calls that make an instance of a class derived from a framework's; the class itself for its `this`. */
function madeBy(program: Program, instance: Expression, of: ClassExpression): readonly Holder[] {
  if (instance.kind === 'call') return [instance];
  const calls = definitions(program, instance).flatMap(({ value, keys }) => (value.kind === 'call' && keys.length === 0 ? [value] : []));
  return calls.length > 0 ? calls : [of];
}

/** `router.routes()` and `router.get(…).post(…)` stand for the router. */
function unwrapped(program: Program, value: Expression): Expression {
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.name === 'basePath') return value;
  const { name, object } = value.callee;
  const isSame = /^(?:routes|middleware|callback)$/.test(name) || frameworkOf(program, object) !== undefined;
  return isSame ? unwrapped(program, object) : value;
}

/** An application as a parameter: the plugin that is registered with it, or what callers hand over. */
function handed(program: Program, name: Extract<Expression, { kind: 'name' }>, depth: number): readonly Holder[] {
  return program.memory.once<readonly Holder[]>('handed holders', name, [], () =>
    bindingsOf(name.name, contextOf(name).scope).flatMap((binding): readonly Holder[] => {
      if (binding.kind !== 'parameter' || binding.keys.length > 0) return [];
      const callers = callersOf(program, binding.code).flatMap(({ args }) => {
        const given = args.filter((each) => each.name === undefined)[binding.index] ?? args.find((each) => each.name === name.name);
        return given ? holdersOf(program, given.value, depth - 1) : [];
      });
      return callers.length > 0 ? callers : binding.index === 0 ? [binding.code] : [];
    }),
  );
}

const hangs = /^(?:use|include_router|register_blueprint|route|mount|register|register_router|add_namespace|nest)$/;

export function hangingsOf(program: Program): ReadonlyMap<Holder, readonly Hanging[]> {
  return program.memory.once<Map<Holder, Hanging[]>>('hangings', program.files, new Map(), () => {
    const found = new Map<Holder, Hanging[]>();
    for (const { calls } of program.files)
      for (const call of calls) for (const each of unrolled(program, call, isHanging)) hangOne(program, each, call, found);
    return found;
  });
}

const isHanging = (method: string): boolean => hangs.test(method) || method === 'basePath' || method === 'init_app';

function hangOne(program: Program, call: CallExpression, at: CallExpression, found: Map<Holder, Hanging[]>): void {
  const { callee, args } = call;
  if (callee.kind === 'member' && callee.name === 'basePath' && args[0])
    addTo(found, at, { at, outer: callee.object, prefix: textOf(program, args[0].value) ?? '', before: [] });
  const host = call === at ? hostOf(program, at) : undefined;
  if (host) addTo(found, at, { at, outer: host, prefix: '', before: [] });
  if (callee.kind === 'member' && callee.name === 'init_app' && args[0] && frameworkOf(program, callee.object) === 'flask')
    // `Api(blueprint)` waits for its blueprint, whatever else it is told.
    for (const holder of holdersOf(program, callee.object))
      if (holder.kind !== 'call' || !isOfBlueprint(program, holder))
        addTo(found, holder, { at, outer: args[0].value, prefix: '', before: [] });
  if (callee.kind !== 'member' || !hangs.test(callee.name)) return;
  if (frameworkOf(program, callee.object) === undefined) return;
  const loaded = autoloaded(program, call);
  if (loaded) return hangLoaded(program, call, at, loaded, found);
  const path = pathGiven(program, call);
  const prefix = path ? (textOf(program, path) ?? '') : '';
  const others: Expression[] = [...listed(program, call)];
  for (const { value, name } of args) {
    if (value === path || (name !== undefined && name !== 'router' && name !== 'blueprint' && name !== 'app')) continue;
    const { inner, own } = mounted(program, value);
    const holders = isRoutes(inner) ? holdersOf(program, inner).filter(({ kind }) => kind !== 'function' || isApp(program, inner)) : [];
    const hanging: Hanging = { at, outer: callee.object, prefix: own ? joinPaths(prefix, own) : prefix, before: [...others] };
    for (const holder of holders) addTo(found, holder, hanging);
    if (holders.length === 0)
      for (const { given } of required(program, inner)) for (const each of holdersOf(program, given)) addTo(found, each, hanging);
    if (callee.name === 'register')
      for (const { code, open } of pluginsIn(program, inner)) addTo(found, code, open ? { ...hanging, open } : hanging);
    if (holders.length === 0 && value.kind !== 'string' && value.kind !== 'object') others.push(value);
  }
}

function hangLoaded(
  program: Program,
  call: CallExpression,
  at: CallExpression,
  loaded: readonly Loaded[],
  found: Map<Holder, Hanging[]>,
): void {
  const outer = call.callee.kind === 'member' ? call.callee.object : undefined;
  const own = autoloadPrefix(call);
  const start = own ? (textOf(program, own) ?? '?') : '';
  for (const { given, folders } of loaded)
    for (const { code, open } of pluginsIn(program, given))
      addTo(found, code, { at, outer, prefix: open ? '' : joinPaths(start, folders), before: [], ...(open && { open }) });
}

/** The service's own functions that `register` is given; `open` where fastify-plugin wraps them. */
export function pluginsIn(program: Program, given: Expression): readonly { readonly code: FunctionExpression; readonly open?: true }[] {
  const open = entities(program, given).flatMap((each) =>
    each.kind === 'outside' && each.made && each.symbol === 'npm:fastify-plugin()' ? functionsIn(program, each.made) : [],
  );
  const plain = functionsIn(program, given).filter((code) => !open.includes(code));
  return [...open.map((code) => ({ code, open: true as const })), ...plain.map((code) => ({ code }))];
}

const isRoutes = ({ kind }: Expression): boolean => kind === 'name' || kind === 'member' || kind === 'call' || kind === 'conditional';
const isApp = (program: Program, value: Expression): boolean => frameworkOf(program, unwrapped(program, value)) !== undefined;

/** The path that a call hangs something below. */
export function pathGiven(program: Program, call: CallExpression): Expression | undefined {
  const keyword = call.args.find(({ name }) => name === 'prefix' || name === 'url_prefix' || name === 'path')?.value;
  if (keyword) return keyword;
  const [first] = call.args;
  if (first === undefined || first.name !== undefined) return undefined;
  if (first.value.kind === 'string' || first.value.kind === 'template') return first.value;
  const isName = first.value.kind === 'name' || first.value.kind === 'member';
  const named = isName ? worth(program, first.value) : undefined;
  return named?.kind === 'text' || (named?.kind === 'literal' && typeof named.value === 'string') ? first.value : prefixOption(call);
}

function addTo(found: Map<Holder, Hanging[]>, holder: Holder, hanging: Hanging): void {
  const known = found.get(holder);
  if (known) known.push(hanging);
  else found.set(holder, [hanging]);
}

/** `mount('/x', app)` of koa-mount. */
function mounted(program: Program, value: Expression): { readonly inner: Expression; readonly own: string | undefined } {
  if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'mount') return { inner: value, own: undefined };
  const [path, inner] = value.args;
  if (inner === undefined) return { inner: path?.value ?? value, own: undefined };
  return { inner: inner.value, own: textOf(program, path?.value) };
}

/** `register(plugin, { prefix: '/v1' })`. */
export function prefixOption({ args }: CallExpression): Expression | undefined {
  for (const { value } of args) {
    if (value.kind !== 'object') continue;
    const entry = value.entries.find(({ key }) => key === 'prefix');
    if (entry) return entry.value;
  }
  return undefined;
}

/** A part that a variable holds is told by its name, as a parameter is. */
function partOf(part: Value): string {
  if (part.kind === 'literal') return String(part.value);
  if (part.kind !== 'environment') return '?';
  return part.fallback?.kind === 'literal' ? String(part.fallback.value) : `:${part.name}`;
}

/** A path as far as it is known; a part nobody could follow is `?`. */
export function textOf(program: Program, expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  const value = worth(program, expression);
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind === 'text') return value.parts.map(partOf).join('');
  return value.kind === 'environment' && value.fallback?.kind === 'literal' ? String(value.fallback.value) : '?';
}

export const joinPaths = (a: string, b: string): string => `${a.replace(/\/$/, '')}${b === '' || b.startsWith('/') ? b : `/${b}`}`;
