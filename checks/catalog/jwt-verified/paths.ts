// From where code is reached: routes with what runs before them, middleware; and whether a token is verified on the way.
import type { Call, CodeFunction, Expression, Route, Source, Unit } from '../../model.ts';
import { isIgnored, letsIn } from './bypass.ts';
import type { Peek } from './peeks.ts';
import { lastName, nodesIn } from './walk.ts';

/** A function that a framework runs, with all calls it makes, and what ran before it. */
export interface Root {
  readonly code: CodeFunction;
  readonly route: Route | undefined;
  readonly calls: readonly Call[];
  /** Calls of what runs before, by middleware and dependency. */
  readonly earlier: readonly Calls[];
}
type Calls = readonly Call[];

/** Functions an expression stands for; of `Annotated[User, Depends(f)]` those inside. */
const functionsOf = (unit: Unit, expression: Expression): readonly CodeFunction[] => {
  if (expression.kind !== 'index') return unit.functionsIn(expression);
  return nodesIn(expression.index).flatMap((node) => (node.kind === 'call' ? unit.functionsIn(node) : []));
};

const hangers = ['*.use', '*.addHook', '*.before_request', '*.register', '*.add_middleware', '*.before_app_request'] as const;

export function rootsOf(unit: Unit, known: ReadonlyMap<Expression, Call>): readonly Root[] {
  const memory = new Map<Expression, readonly Calls[]>();
  const callsOf = (expression: Expression): readonly Calls[] => {
    const before = memory.get(expression);
    if (before) return before;
    const made = nodesIn(expression).flatMap((node) => (node.kind === 'call' ? (known.get(node) ?? []) : []));
    // A decorator of the service's own makes others: `Auth(roles)` with `applyDecorators(UseGuards(…))` inside.
    const makers = expression.kind === 'call' ? unit.targets(expression) : [];
    const calls = [made, ...[...functionsOf(unit, expression), ...makers].map((code) => unit.callsFrom(code))];
    memory.set(expression, calls);
    return calls;
  };
  // What hangs on a router is among what the middle says runs before its routes.
  const hung = unit
    .calls(...hangers)
    .filter(({ symbols }) => !symbols.some((symbol) => /router\(\)\.use$/i.test(symbol)))
    .map((call) => hanging(unit, call, callsOf));
  const global = hung.flatMap(({ prefix, calls }) => (prefix === '' ? calls : []));
  const routes = unit.routes.flatMap((route): readonly Root[] => {
    const here = hung.flatMap(({ prefix, calls }) => (covers(prefix, route.path) ? calls : []));
    const earlier = [...new Set([...route.before.flatMap(callsOf), ...here])];
    const before = route.before.flatMap((each) => functionsOf(unit, each));
    const codes = route.handler ? [route.handler, ...before] : before;
    return codes.map((code) => ({ code, route, calls: unit.callsFrom(code), earlier: code === route.handler ? earlier : here }));
  });
  const middleware = hung
    .flatMap(({ what }) => what.flatMap((each) => functionsOf(unit, each)))
    .map((code) => ({ code, route: undefined, calls: unit.callsFrom(code), earlier: global }));
  return [...routes, ...middleware];
}

/** Every call that the roots lead to. */
export function reachedFrom(roots: readonly Root[]): ReadonlySet<Expression> {
  const groups = new Set(roots.flatMap(({ calls, earlier }) => [calls, ...earlier]));
  const reached = new Set<Expression>();
  for (const group of groups) for (const { node } of group) reached.add(node);
  return reached;
}

interface Hung {
  /** '' where it runs before everything. */
  readonly prefix: string;
  readonly what: readonly Expression[];
  readonly calls: readonly Calls[];
}

function hanging(unit: Unit, call: Call, callsOf: (expression: Expression) => readonly Calls[]): Hung {
  const what = call.node.args.map(({ value }) => value);
  const [first] = what;
  const path = first && unit.value(first);
  const prefix = path?.kind === 'literal' && typeof path.value === 'string' && path.value.startsWith('/') ? path.value : '';
  return { prefix: prefix.replace(/[/*]+$/, '').replace(/\/:.*$/, ''), what, calls: what.flatMap(callsOf) };
}

/** Routers may add to a path what could not be followed, so a path that is not fully known counts as covered. */
const covers = (prefix: string, path: string): boolean => prefix === '' || path.startsWith(prefix) || path.includes('?');

/** Whether the token that is read is verified wherever the reading is reached from; a verifying call that cannot run together with it is none. */
export function isVerified(unit: Unit, peek: Peek, roots: readonly Root[], verifying: ReadonlyMap<Expression, Call>): boolean {
  const code = peek.call.inFunction;
  const reaching = roots.filter(({ calls }) => calls.some(({ node }) => node === peek.call.node));
  const verified = (calls: readonly Call[]): boolean =>
    calls.some(({ node }) => {
      const call = verifying.get(node);
      return (
        call !== undefined &&
        call.node !== peek.call.node &&
        (!isIgnored(call) || isSkippedWith(call, peek.call)) &&
        isSameToken(unit, call, peek) &&
        !excludes(call, peek.call)
      );
    });
  if (reaching.length > 0) return reaching.every(({ calls, earlier }) => [calls, ...earlier].some(verified));
  return code !== undefined && topsOf(unit, code).every((top) => verified(unit.callsFrom(top)));
}

/** In one `try`, the reading behind the verifying: where verifying throws, nothing is read. */
const isSkippedWith = (verifier: Call, peek: Call): boolean =>
  verifier.inFunction !== undefined &&
  verifier.inFunction.node === peek.inFunction?.node &&
  nodesIn(verifier.inFunction.node.body).some((node) => {
    if (node.kind !== 'try') return false;
    const inside = nodesIn(node.body);
    return inside.some((each) => each === verifier.node) && inside.some((each) => each === peek.node) && isBefore(verifier, peek);
  });
const isBefore = (one: Call, other: Call): boolean =>
  one.place.line < other.place.line || (one.place.line === other.place.line && one.place.column < other.place.column);

/** Functions above it that nobody in sight calls. */
export function topsOf(unit: Unit, code: CodeFunction, depth = 5): readonly CodeFunction[] {
  const callers = unit.callersOf(code).flatMap(({ inFunction }) => (inFunction && inFunction.node !== code.node ? [inFunction] : []));
  return callers.length === 0 || depth === 0 ? [code] : callers.flatMap((caller) => topsOf(unit, caller, depth - 1));
}

function isSameToken(unit: Unit, verifier: Call, { token }: Peek): boolean {
  const other = verifier.argument(0);
  // A middleware is given options; it finds the token itself.
  if (token === undefined || other === undefined || other.kind === 'object') return true;
  const [field, otherField] = [fieldsNamed(token), fieldsNamed(other)];
  if (field.length > 0 && otherField.length > 0 && !field.some((name) => otherField.includes(name))) return false;
  const [a, b] = [originsOf(unit, token), originsOf(unit, other)];
  if (a.has('?') || b.has('?') || a.size === 0 || b.size === 0) return true;
  return [...a].some((origin) => b.has(origin));
}

/** Headers and cookies asked for by name right there. */
const fieldsNamed = (expression: Expression): readonly string[] =>
  nodesIn(expression).flatMap((node) => {
    const [first] = node.kind === 'call' && /^(?:get|header|cookie)$/i.test(lastName(node.callee) ?? '') ? node.args : [];
    return first?.value.kind === 'string' ? [first.value.value.toLowerCase()] : [];
  });

const originsOf = (unit: Unit, expression: Expression): ReadonlySet<string> => new Set(unit.sources(expression).flatMap(originOf));

function originOf(source: Source): readonly string[] {
  switch (source.kind) {
    case 'request':
      return source.part === 'whole' ? ['?'] : [`request ${source.part}`];
    case 'parameter':
      return [`parameter ${source.name}`];
    case 'result':
      return source.symbols.length === 0 || source.symbols.includes('?') ? ['?'] : source.symbols.map((symbol) => `result ${symbol}`);
    case 'environment':
      return [`environment ${source.name}`];
    default:
      return source.kind === 'unknown' ? ['?'] : [];
  }
}

/** In the two arms of one condition, or one where the other has failed. */
function excludes(verifier: Call, peek: Call): boolean {
  const opposite = verifier.guards.some(({ test, holds }) => peek.guards.some((other) => other.test === test && other.holds !== holds));
  if (opposite) return true;
  // Somebody may have got an answer before it came to verifying.
  const early = verifier.guards.some(
    ({ test, otherwise }) => otherwise !== undefined && !peek.guards.some((other) => other.test === test) && letsIn(otherwise, verifier),
  );
  const code = peek.inFunction;
  if (code === undefined || code.node !== verifier.inFunction?.node) return false;
  if (early) return true;
  return nodesIn(code.node).some(
    (node) =>
      node.kind === 'try' &&
      nodesIn(node.body).some((each) => each === verifier.node) &&
      node.handlers.some((handler) => nodesIn(handler.body).some((each) => each === peek.node)),
  );
}

/** Whether the token may come from whoever sends a request: a token of our own, or one fetched from its issuer, does not. */
export function mayBeForeign(unit: Unit, token: Expression | undefined): boolean {
  if (token === undefined) return true;
  const sources = unit.sources(token);
  if (sources.length === 0) return true;
  return sources.some(
    (source) =>
      source.kind === 'request' ||
      // What is called a key is one of the service's own.
      (source.kind === 'parameter' && !/key$/i.test(source.name) && !isFromIssuer(token, source.name)) ||
      source.kind === 'unknown' ||
      (source.kind === 'result' && source.symbols.some((symbol) => ofRequest.test(symbol))) ||
      (source.kind === 'result' && source.symbols.every((symbol) => /^\?(?:\.|$)/.test(symbol))),
  );
}

/** An id_token in the answer of the token endpoint came over TLS from the issuer itself, which OpenID Connect lets stand for its signature. */
const isFromIssuer = (token: Expression, parameter: string): boolean =>
  token.kind === 'member' &&
  /^id_?token$/i.test(token.name) &&
  /^(?:params|tokens?|token_?set|token_?(?:response|result)|account)$/i.test(parameter);

/** What hands out parts of a request, by its name where nothing else is known. */
const ofRequest = /cookie|header|bearer|authorization|oauth2|^\?(?:req|request|ctx|context|c|event|socket|handshake|info)\b/i;
