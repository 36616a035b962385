// Whether something runs as the service starts, before it listens, and whether its failure gets through.
import type { Call, CodeFunction, Site, Unit } from '../../model.ts';
import { saysPresent } from './missing.ts';

/** Where a site runs; `at` is the call on the way that decides it, where that is not the site itself. */
export interface Run {
  readonly when: 'start' | 'swallowed' | 'development' | 'after' | 'never';
  readonly at: Site | Call;
}
const order: readonly Run['when'][] = ['start', 'swallowed', 'development', 'after', 'never'];
const maxDepth = 6;

export function makeRuns(unit: Unit): (site: Site | Call) => Run {
  const hooks = new Set(unit.startHooks.map(({ node }) => node));
  const listening = listeningSites(unit);
  const scripts = new Set(listening.filter(({ onlyAsScript }) => onlyAsScript).map(({ place }) => place.path));
  const run = (site: Site | Call, depth: number): Run => {
    if (site.runsIn === 'development') return { when: 'development', at: site };
    if (site.guards.some((guard) => saysPresent(unit, guard))) return { when: 'never', at: site };
    if (listening.some((each) => isBefore(each, site))) return { when: 'after', at: site };
    const reached = depth === 0 ? { when: 'never' as const, at: site } : reach(site, depth);
    return reached.when === 'start' && site.swallowed ? { when: 'swallowed', at: site } : reached;
  };
  const reach = (site: Site | Call, depth: number): Run => {
    const code = site.inFunction;
    if (code === undefined) return { when: site.onlyAsScript && !scripts.has(site.place.path) ? 'never' : 'start', at: site };
    if (hooks.has(code.node)) return { when: 'start', at: site };
    return called(code, depth - 1) ?? { when: 'never', at: site };
  };
  // Many sites stand in few functions, and functions call each other back and forth: each is followed once for each depth.
  const known = new Map<number, Map<CodeFunction['node'], Run | undefined>>();
  const called = (code: CodeFunction, depth: number): Run | undefined => {
    const answers = known.get(depth) ?? new Map<CodeFunction['node'], Run | undefined>();
    known.set(depth, answers);
    if (!answers.has(code.node)) {
      const callers = [...unit.callersOf(code), ...inPlace(unit, code)];
      answers.set(code.node, best(callers.map((call) => run(call, depth))));
    }
    return answers.get(code.node);
  };
  return (site) => run(site, maxDepth);
}

export const best = (runs: readonly Run[]): Run | undefined => order.flatMap((when) => runs.filter((each) => each.when === when))[0];

const iterates = /^(?:forEach|map|filter|flatMap|some|every|find|reduce|then|finally|run|bootstrap|describe)$/;

/** `names.forEach((name) => …)`, `Promise.resolve().then(() => …)`: run by the call they are handed to. */
function inPlace(unit: Unit, code: CodeFunction): readonly Call[] {
  const call = unit.handedTo(code);
  if (call === undefined) return [];
  const { callee } = call.node;
  if (callee.kind === 'member' && iterates.test(callee.name)) return [call];
  return (callee.kind === 'member' || callee.kind === 'name') && attempts.test(callee.name) && isHeeded(unit, call) ? [call] : [];
}

/** `const [config, error] = attempt(() => parse(process.env))`: run at once, and what it throws is handed back. */
const attempts =
  /^(?:safely?(?:Sync|Async|Call|Run|Execute)?|attempt(?:Sync|Async)?|try(?:Catch|Sync|Async|To|Fn)\w*|fromThrowable|fromPromise|catchError|go(?:Sync|TrySync)?)$/;

/** Something after it, where it is called, ends the process or raises. */
const isHeeded = (unit: Unit, { inFunction, place }: Call): boolean =>
  inFunction === undefined
    ? unit.raised.some((site) => site.inFunction === undefined && site.place.path === place.path)
    : [...unit.raised, ...unit.callsFrom(inFunction).filter(({ ends }) => ends)].some(
        (site) => site.inFunction?.node === inFunction.node && site.place.line >= place.line,
      );

/** Whatever starts a server is called so. */
const starters = ['*.listen', '*.run', '*.serve', '*.run_simple', '*.run_app'];

/** Calls that make the service listen, and awaited calls of functions that do. */
function listeningSites(unit: Unit): readonly Call[] {
  const direct = unit.calls(...starters).filter((call) => unit.starts(call));
  const through = direct.flatMap(({ inFunction }) => (inFunction ? unit.callersOf(inFunction).filter(({ awaited }) => awaited) : []));
  return [...direct, ...through];
}

const isBefore = (first: Site, then: Site): boolean =>
  first.place.path === then.place.path &&
  first.inFunction?.node === then.inFunction?.node &&
  (first.place.line < then.place.line || (first.place.line === then.place.line && first.place.column < then.place.column)) &&
  first.guards.length <= then.guards.length;
