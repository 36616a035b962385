// What sets the headers that protect: packages with what they leave out, and middleware of the service's own.
import { nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Middleware, Unit, Value } from '../../model.ts';

export type Header = 'nosniff' | 'hsts';
export interface Provided {
  readonly headers: ReadonlySet<Header>;
  /** It takes Express's name out of the answers. */
  readonly hides: boolean;
  /** The lifetime of Strict-Transport-Security in seconds, where it is written. */
  readonly maxAgeS?: number;
}

const helmet = /^npm:(?:helmet|koa-helmet|@fastify\/helmet|fastify-helmet|next-helmet)(?:\.(?:default|helmet|fastifyHelmet))?(?:\(\))?$/;
const hono = /^npm:hono\/secure-headers\.secureHeaders(?:\(\))?$/;
const parts: readonly (readonly [pattern: RegExp, header: Header | 'hides'])[] = [
  [/^npm:(?:koa-)?helmet\.(?:noSniff|xContentTypeOptions|contentTypeOptions|dontSniffMimetype)\(\)$/, 'nosniff'],
  [/^npm:(?:(?:koa-)?helmet\.(?:hsts|strictTransportSecurity)|hsts)\(\)$/, 'hsts'],
  [/^npm:(?:(?:koa-)?helmet\.(?:hidePoweredBy|xPoweredBy)|hide-powered-by)\(\)$/, 'hides'],
  [/^npm:(?:x-content-type-options|dont-sniff-mimetype)\(\)$/, 'nosniff'],
];
/** Packages for Python that set both. */
const pythonBoth =
  /^py:(?:secure\.|Secweb\.|secweb\.|flask_talisman\.|flask_seasurf_headers\.|starlette_securityheaders\.|fastapi_security_headers\.|fastapi_and_babel_headers\.|guard\.SecurityMiddleware)/;

/** What one thing that is hung up provides. */
export function providedBy(unit: Unit, middleware: Middleware): Provided {
  const { symbols, made, hungBy, functions } = middleware;
  if (symbols.some((symbol) => helmet.test(symbol) || hono.test(symbol))) return ofHelmet([...made, ...(hungBy ? [hungBy] : [])]);
  const named = parts.filter(([pattern]) => symbols.some((symbol) => pattern.test(symbol))).map(([, header]) => header);
  if (named.length > 0)
    return { headers: new Set(named.filter((each) => each !== 'hides')), hides: named.includes('hides'), ...ageOf(made) };
  if (symbols.some((symbol) => pythonBoth.test(symbol))) return { headers: new Set<Header>(['nosniff', 'hsts']), hides: false };
  return joined(functions.map((code) => ofFunction(unit, code)));
}

export const joined = (all: readonly Provided[]): Provided => {
  const ages = all.flatMap(({ maxAgeS }) => (maxAgeS === undefined ? [] : [maxAgeS]));
  return {
    headers: new Set(all.flatMap(({ headers }) => [...headers])),
    hides: all.some(({ hides }) => hides),
    ...(ages.length > 0 && { maxAgeS: Math.min(...ages) }),
  };
};

/** Helmet sets both and hides Express unless it is told not to. */
function ofHelmet(calls: readonly Call[]): Provided {
  const off = (names: readonly string[]): boolean => calls.some((call) => names.some((name) => isFalse(call.option(name))));
  const headers = new Set<Header>();
  if (!off(['noSniff', 'xContentTypeOptions', 'contentTypeOptions'])) headers.add('nosniff');
  if (!off(['hsts', 'strictTransportSecurity'])) headers.add('hsts');
  return { headers, hides: !off(['hidePoweredBy', 'xPoweredBy']), ...ageOf(calls) };
}

function ageOf(calls: readonly Call[]): { readonly maxAgeS?: number } {
  for (const call of calls) {
    const given = ['hsts', 'strictTransportSecurity'].map((name) => call.option(name)).find((each) => typeof each === 'object');
    const seconds = typeof given === 'object' ? secondsIn(given) : secondsOf(call.option('maxAge'));
    if (seconds !== undefined) return { maxAgeS: seconds };
  }
  return {};
}

function secondsIn(value: Value): number | undefined {
  if (value.kind === 'record') {
    const entry = value.entries.find(([key]) => key === 'maxAge');
    return entry && secondsOf(entry[1]);
  }
  return value.kind === 'literal' && typeof value.value === 'string' ? maxAge([value.value]) : undefined;
}

const secondsOf = (value: ReturnType<Call['option']>): number | undefined =>
  typeof value === 'object' && value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
const isFalse = (value: ReturnType<Call['option']>): boolean =>
  typeof value === 'object' && value.kind === 'literal' && value.value === false;

/** Header names that stand in a function, in what it calls, and in the maps it is given. */
export function ofFunction(unit: Unit, code: CodeFunction): Provided {
  const calls = unit.callsFrom(code);
  if (calls.some(({ symbols }) => symbols.some((symbol) => pythonBoth.test(symbol) || helmet.test(symbol.replace(/\(\)$/, '')))))
    return {
      headers: new Set<Header>(['nosniff', 'hsts']),
      hides: calls.some(({ symbols }) => symbols.some((symbol) => helmet.test(symbol.replace(/\(\)$/, '')))),
    };
  const own = [...unit.words(code), ...calls.flatMap((call) => call.targets.flatMap((target) => unit.words(target)))];
  const given = [...calls.flatMap((call) => mapsOf(unit, call)), ...fieldsOf(unit, code)];
  const words = [...own, ...given].map((word) => word.toLowerCase());
  const headers = new Set<Header>();
  if (words.includes('x-content-type-options') || words.includes('x_content_type_options')) headers.add('nosniff');
  if (words.includes('strict-transport-security')) headers.add('hsts');
  const seconds = maxAge(words);
  return { headers, hides: words.includes('x-powered-by'), ...(headers.has('hsts') && seconds !== undefined && { maxAgeS: seconds }) };
}

/** Keys and texts of maps that a call is given or made on: `ctx.set(headers)`, `HEADERS.items()`. */
function mapsOf(unit: Unit, { node }: Call): readonly string[] {
  const maps = [...node.args.map(({ value }) => value), ...(node.callee.kind === 'member' ? [node.callee.object] : [])];
  return maps
    .filter(isNamed)
    .flatMap((map) =>
      unit
        .pieces(map)
        .flatMap(({ key, value }) =>
          key === undefined
            ? value.kind === 'object' || value.kind === 'list'
              ? unit.words(value)
              : []
            : [key, ...(value.kind === 'string' ? [value.value] : [])],
        ),
    );
}
/** Texts of what stands in fields of its class: `self.headers`. */
const fieldsOf = (unit: Unit, { node, owner }: CodeFunction): readonly string[] =>
  owner === undefined
    ? []
    : nodesIn(node.body)
        .filter((each) => each.kind === 'member' && each.object.kind === 'name' && /^(?:self|cls|this)$/.test(each.object.name))
        .flatMap((field) => (field.kind === 'member' ? unit.pieces(field) : []))
        .flatMap(({ value }) => (value.kind === 'string' ? [value.value] : []));

const isNamed = ({ kind }: Expression): boolean => kind === 'name' || kind === 'member';

const maxAge = (words: readonly string[]): number | undefined => {
  const [, seconds] = words.map((word) => /max-age=(\d+)/i.exec(word)).find((found) => found !== null) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
};
