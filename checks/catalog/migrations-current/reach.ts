// Whether a function runs as the service starts, or when its health is asked for: followed upward through those who call it.
import type { Call, CodeFunction, Unit } from '../../model.ts';

export interface Reach {
  readonly code: (code: CodeFunction) => boolean;
  readonly call: (call: Call) => boolean;
  /** It, or what calls it, is handed on to where it could not be followed. */
  readonly perhaps: (code: CodeFunction) => boolean;
}

const healthPath = /health|ready|readiness|status|startup/i;
/** What runs the function it is handed, at once or as the process goes on. */
const runsIt =
  /^(?:Promise|then|catch|finally|all|nextTick|setImmediate|listen|run|once|to_thread|run_in_executor|run_sync|asyncio\.run|\w*retry\w*|\w*attempt\w*|with_?(?:lock|backoff)\w*)$/i;
const maxDepth = 6;

export function reachOf(unit: Unit): Reach {
  const atStart = new Set(unit.startHooks.map(({ node }) => node));
  const routes = unit.routes.flatMap((route) => (route.handler ? [{ route, node: route.handler.node }] : []));
  const health = new Set(
    routes.filter(({ route }) => healthPath.test(route.path) && /^(?:GET|HEAD|\*)$/.test(route.method)).map(({ node }) => node),
  );
  const others = new Set(routes.map(({ node }) => node).filter((node) => !health.has(node)));
  const reaches = (code: CodeFunction, depth: number): boolean => {
    if (atStart.has(code.node) || health.has(code.node)) return true;
    if (others.has(code.node) || depth === 0) return false;
    if (unit.callersOf(code).some((caller) => called(caller, depth - 1))) return true;
    const handed = unit.handedTo(code);
    const how =
      handed?.node.callee.kind === 'member' ? handed.node.callee.name : handed?.node.callee.kind === 'name' ? handed.node.callee.name : '';
    return handed !== undefined && runsIt.test(how) && called(handed, depth - 1);
  };
  const called = (call: Call, depth: number): boolean => {
    if ((call.onlyAsScript && !servesBy(unit, call)) || call.runsIn === 'development') return false;
    if (call.inFunction === undefined) return !/(?:^|\/)(?:migrations?|alembic|scripts?)\//.test(call.place.path);
    return reaches(call.inFunction, depth);
  };
  const perhaps = (code: CodeFunction, depth: number): boolean => {
    const callers = unit.callersOf(code);
    if (others.has(code.node) || depth === 0) return false;
    if (callers.length === 0) return unit.handedTo(code) === undefined && unit.isReferred(code);
    return callers.some(({ inFunction, onlyAsScript }) => !onlyAsScript && inFunction !== undefined && perhaps(inFunction, depth - 1));
  };
  return {
    perhaps: (code) => perhaps(code, maxDepth),
    code: (code) => reaches(code, maxDepth),
    call: (call) => called(call, maxDepth),
  };
}

/** `if (require.main === module) start()`: what makes the service listen is how it is started. */
const servesBy = (unit: Unit, { language, targets }: Call): boolean =>
  language === 'typescript' && targets.some((code) => unit.callsFrom(code).some((call) => unit.starts(call)));
