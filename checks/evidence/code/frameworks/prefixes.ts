// What stands before the paths of a router, and whether that is all known.
import type { Expression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { autoloaded } from './autoloaded.ts';
import { type Holder, hangingsOf, holdersOf, joinPaths, prefixOption, textOf } from './hangings.ts';
import { makesOwnRouter } from './holders.ts';
import { namespacePath } from './resource-classes.ts';

/** What stands before the paths of a router: where it hangs, then its own prefix. */
export function prefixesOf(program: Program, receiver: Expression): readonly string[] {
  const found = holdersOf(program, receiver).flatMap((holder) => prefixesOfHolder(program, holder));
  return found.length > 0 ? [...new Set(found)].slice(0, 4) : [''];
}

export function prefixesOfHolder(program: Program, holder: Holder): readonly string[] {
  return program.memory.once<readonly string[]>('prefixes', holder, [], () => {
    const hung = hangingsOf(program).get(holder) ?? [];
    const own = ownPrefix(program, holder) || (hung.some(({ prefix }) => prefix !== '') ? '' : ownName(program, holder));
    // `new Hono().basePath('/v1')` that is hung on an application: its path is its own, and the bare `new Hono()` is nowhere.
    const elsewhere = hung.filter(({ at }) => at !== holder);
    const base = elsewhere.length > 0 ? (hung.find(({ at }) => at === holder)?.prefix ?? '') : '';
    const outer = (elsewhere.length > 0 ? elsewhere : hung).flatMap(({ outer: on, prefix }) =>
      on ? prefixesOf(program, on).map((each) => joinPaths(each, prefix)) : [prefix],
    );
    return [...new Set((outer.length > 0 ? outer : ['']).map((each) => joinPaths(joinPaths(each, base), own)))].slice(0, 4);
  });
}

/** `new Router({ prefix })`, `APIRouter(prefix=…)`, `router.prefix('/v1')`, `new Hono().basePath('/v1')`. */
function ownPrefix(program: Program, holder: Holder): string {
  const later = laterPrefixes(program).get(holder) ?? '';
  if (holder.kind !== 'call') return later;
  const keyword = holder.args.find(({ name }) => name === 'prefix' || name === 'url_prefix' || name === 'root_path')?.value;
  const given = keyword ?? prefixOption(holder);
  return joinPaths(later, given ? (textOf(program, given) ?? '') : '');
}

const ownName = (program: Program, holder: Holder): string => (holder.kind === 'call' ? (namespacePath(program, holder) ?? '') : '');

function laterPrefixes(program: Program): ReadonlyMap<Holder, string> {
  return program.memory.once<Map<Holder, string>>('later prefixes', program.files, new Map(), () => {
    const found = new Map<Holder, string>();
    for (const { calls } of program.files) {
      for (const { callee, args } of calls) {
        if (callee.kind !== 'member' || !/^(?:prefix|setGlobalPrefix)$/.test(callee.name) || args[0] === undefined) continue;
        for (const holder of holdersOf(program, callee.object)) found.set(holder, textOf(program, args[0].value) ?? '?');
      }
    }
    return found;
  });
}

const loadsFolders = (program: Program, plugin: Expression): boolean =>
  contextOf(plugin).file.calls.some((call) => contextOf(call).inFunction === plugin && autoloaded(program, call) !== undefined);

/** What made it, and where that is a class of the service's own, what the class is derived from: `class App(FastAPI)`. */
const madeOf = (program: Program, made: Expression): readonly string[] => [
  ...symbolsOf(program, made),
  ...entities(program, made).flatMap((each) => (each.kind === 'instance' ? each.of.bases.flatMap((base) => symbolsOf(program, base)) : [])),
];

/** Whether the source nowhere hangs a router on an application. */
export function isAdrift(program: Program, receiver: Expression): boolean {
  // What `route.post('/plans', …)` of koa-route gives is middleware of the application itself.
  if (symbolsOf(program, receiver).includes('npm:koa-route')) return false;
  const holders = holdersOf(program, receiver);
  return holders.every((holder) =>
    program.memory.once<boolean>('adrift', holder, true, () => {
      const hung = hangingsOf(program).get(holder) ?? [];
      if (hung.length > 0) return hung.every(({ outer }) => outer !== undefined && isAdrift(program, outer));
      // `fastify start app.js` makes the application for the plugin that loads all others.
      if (holder.kind === 'function' && loadsFolders(program, holder)) return false;
      if (holder.kind === 'call' && makesOwnRouter(program, holder)) return false;
      return (
        (holder.kind !== 'call' && holder.kind !== 'class') || madeOf(program, holder).every((symbol) => /outer|Blueprint/.test(symbol))
      );
    }),
  );
}
