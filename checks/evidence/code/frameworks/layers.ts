// What runs before routes because it hangs on their application or router: middleware, hooks and guards, in both languages.
import type { CallExpression, Expression } from '../../../model.ts';
import { symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import { autoloaded, required } from './autoloaded.ts';
import { type Holder, hangingsOf, holdersOf, pathGiven, pluginsIn, textOf } from './hangings.ts';
import { frameworkOf } from './holders.ts';
import { listed } from './injected.ts';
import { spreadOut } from './spread-out.ts';
import { unrolled } from './unrolled.ts';

/** Something that runs before what hangs on a holder. */
export interface Layer {
  /** The call that hangs it up; absent where order does not count. */
  readonly at: CallExpression | undefined;
  /** Only below one of these paths; `undefined` for one that could not be followed. */
  readonly paths: readonly (string | RegExp | undefined)[];
  readonly expressions: readonly Expression[];
}

export function layersOf(program: Program): ReadonlyMap<Holder, readonly Layer[]> {
  return program.memory.once<Map<Holder, Layer[]>>('layers', program.files, new Map(), () => {
    const found = new Map<Holder, Layer[]>();
    for (const file of program.files) {
      for (const call of file.calls) for (const each of unrolled(program, call, isLayering)) ofCall(program, each, call, found);
      for (const code of file.functions) for (const decorator of code.decorators ?? []) ofDecorator(program, decorator, code, found);
    }
    return found;
  });
}

const everywhere = [''];
const hangs = /^(?:use|addHook|register)$/;
const adds = /^(?:add_middleware|before_request|before_app_request|before_serving|add_router_middleware)$/;
const isLayering = (method: string): boolean => hangs.test(method) || adds.test(method);

function ofCall(program: Program, call: CallExpression, written: CallExpression, found: Map<Holder, Layer[]>): void {
  const { callee } = call;
  if (callee.kind !== 'member') return ofConstruction(program, written, found);
  if (hangs.test(callee.name) && frameworkOf(program, callee.object) !== undefined) {
    if (autoloaded(program, call)) return;
    const path = pathGiven(program, call);
    const args = spreadOut(program, call.args);
    const isPlugin = (value: Expression): boolean => callee.name === 'register' && pluginsIn(program, value).length > 0;
    const others = args.flatMap(({ value, name }) =>
      value === path || name !== undefined || isPathList(value) || isRouter(program, value) || isPlugin(value) ? [] : [value],
    );
    const expressions = others.filter(({ kind }) => kind !== 'string' && kind !== 'object');
    // A hook of Fastify and a plugin's hooks count for routes written before them too.
    const at = callee.name === 'use' ? written : undefined;
    add(program, callee.object, { at, paths: pathsOf(program, call, path, callee.name), expressions }, found);
  } else if (adds.test(callee.name)) {
    const [first] = call.args;
    if (first) add(program, callee.object, { at: undefined, paths: everywhere, expressions: [first.value] }, found);
  } else if (callee.kind === 'member') ofConstruction(program, written, found);
}

/** `FastAPI(dependencies=[…], middleware=[Middleware(X)])`. */
function ofConstruction(program: Program, call: CallExpression, found: Map<Holder, Layer[]>): void {
  if (call.args.every(({ name }) => name !== 'middleware' && name !== 'dependencies')) return;
  if (frameworkOf(program, call) === undefined) return;
  const given = call.args.find(({ name }) => name === 'middleware')?.value;
  const expressions = given ? middlewareIn(program, given) : [];
  found.set(call, [
    ...(found.get(call) ?? []),
    { at: undefined, paths: everywhere, expressions: [...expressions, ...listed(program, call)] },
  ]);
}

function middlewareIn(program: Program, given: Expression): readonly Expression[] {
  if (given.kind === 'list') return given.items.flatMap(({ value }) => middlewareIn(program, value));
  if (given.kind === 'call' && symbolsOf(program, given.callee).some((symbol) => symbol.endsWith('.Middleware')))
    return given.args[0] ? [given.args[0].value] : [];
  return [given];
}

function ofDecorator(program: Program, decorator: Expression, code: Expression, found: Map<Holder, Layer[]>): void {
  const target = decorator.kind === 'call' ? decorator.callee : decorator;
  if (target.kind !== 'member' || !/^(?:middleware|before_request|before_app_request|on_request)$/.test(target.name)) return;
  add(program, target.object, { at: undefined, paths: everywhere, expressions: [code] }, found);
}

function add(program: Program, receiver: Expression, layer: Layer, found: Map<Holder, Layer[]>): void {
  // A router that is hung up runs nothing before other routes, and of a thousand of them each would be asked for each route.
  if (layer.expressions.length === 0) return;
  const holders = holdersOf(program, receiver);
  const outside = holders.flatMap((holder) =>
    (hangingsOf(program).get(holder) ?? []).flatMap(({ open, outer }) => (open && outer ? holdersOf(program, outer) : [])),
  );
  for (const holder of new Set([...holders, ...outside])) {
    const known = found.get(holder);
    if (known) known.push(layer);
    else found.set(holder, [layer]);
  }
}

const isRouter = (program: Program, value: Expression): boolean =>
  required(program, value).length > 0 ||
  (holdersOf(program, value).some((holder) => holder.kind !== 'function') && frameworkOf(program, value) !== 'by-name');
const isPathList = (value: Expression): boolean =>
  value.kind === 'regex' || (value.kind === 'list' && value.items.length > 0 && value.items.every((item) => item.value.kind === 'string'));

function pathsOf(program: Program, call: CallExpression, path: Expression | undefined, how: string): Layer['paths'] {
  if (how !== 'use') return everywhere;
  const first = call.args[0]?.value;
  if (first?.kind === 'regex') return [new RegExp(first.source, first.flags.replace(/[^imsu]/g, ''))];
  if (first?.kind === 'list' && isPathList(first)) return first.items.map(({ value }) => plainStart(textOf(program, value)));
  if (path) return [plainStart(textOf(program, path))];
  // Of a list that is spread, the first item would be the address, and hardly is.
  const value = first?.kind === 'name' && call.args[0]?.spread === undefined ? worth(program, first) : undefined;
  return value?.kind === 'list'
    ? value.items.map((item) => (item.kind === 'literal' && typeof item.value === 'string' ? plainStart(item.value) : undefined))
    : everywhere;
}

/** `/api/*` and `/api/:id` are what is below `/api`. */
const plainStart = (path: string | undefined): string | undefined =>
  path === undefined || path.includes('?') ? undefined : path.replace(/[/*]+$|\/[:*{(].*$/, '');

/** Whether a layer's path leads to a route. */
export const isBelow = (route: string, start: string | RegExp | undefined): boolean => {
  if (start === undefined || start === '') return true;
  if (start instanceof RegExp) return start.test(route);
  return route === start || route.startsWith(start.endsWith('/') ? start : `${start}/`);
};
