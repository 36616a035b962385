// Routes that take a token on whose way nothing verifies it.
import type { Call, Expression, Finding, Unit } from '../../model.ts';
import type { Root } from './paths.ts';
import { goesSomewhere, namesJwt, type TakenToken, takenTokens } from './untouched.ts';
import { nodesIn } from './walk.ts';

export interface TokensTaken {
  readonly bad: readonly Finding[];
  readonly unclear: readonly string[];
}

/** `looking`: every call that verifies a token or is already known to believe it. */
export function tokensTaken(unit: Unit, roots: readonly Root[], looking: ReadonlyMap<Expression, Call>): TokensTaken {
  const bad: Finding[] = [];
  const unclear: string[] = [];
  const known = new Map<readonly Call[], boolean>();
  const looks = (calls: readonly Call[]): boolean => {
    const answer = known.get(calls) ?? calls.some(({ node }) => looking.has(node));
    known.set(calls, answer);
    return answer;
  };
  const watched = roots.filter(({ calls, earlier }) => [calls, ...earlier].some(looks));
  const routes = new Set(watched.map(({ route }) => route));
  const asked = new Set<Expression>();
  const elsewhere = knowsWhoAsks(unit);
  for (const root of roots) {
    // A middleware may leave the looking to the next, or to the handler.
    if (root.route ? routes.has(root.route) : watched.length > 0) continue;
    if (asked.has(root.code.node)) continue;
    asked.add(root.code.node);
    for (const token of takenTokens(unit, root.code)) {
      // Where a middleware has found out who asks, a parameter of that kind stands there for the document.
      if (elsewhere && token.injected === true) continue;
      if (!isUsed(root, token)) bad.push(finding(unit, root, token));
      else if (namesJwt(token.name)) unclear.push(`a token (${token.name}) is handed on, and what checks it could not be followed`);
    }
  }
  return { bad, unclear };
}

/** Starlette's middleware that asks a backend of the service's own who it is. */
function knowsWhoAsks(unit: Unit): boolean {
  const name = /^py:starlette\.middleware\.authentication\.AuthenticationMiddleware$/;
  return unit.calls('*.add_middleware', 'py:starlette.middleware.Middleware').some((call) => {
    const first = call.runsIn === 'development' ? undefined : call.argument(0);
    return first !== undefined && [...unit.symbols(first), ...unit.basesOf(first)].some((symbol) => name.test(symbol));
  });
}

/** In the function itself or in one that it calls. */
function isUsed({ code, calls }: Root, token: TakenToken): boolean {
  if (goesSomewhere(code, token)) return true;
  const helpers = calls.flatMap(({ targets }) => targets);
  return helpers.some(({ node }) => nodesIn(node.body).some((each) => each.kind === 'member' && each.name === token.name));
}

function finding(unit: Unit, { code, route }: Root, { name }: TakenToken): Finding {
  const what = route && route.handler?.node === code.node ? `${route.method} ${route.path}` : code.name === '' ? 'a middleware' : code.name;
  return { message: `${what} takes a token (${name}) and nothing verifies it`, place: unit.place(code) };
}
