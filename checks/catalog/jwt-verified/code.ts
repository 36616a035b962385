// What source shows of whether tokens are verified before anything in them is believed.
import { eachUnit, notApplicable, orElse, type Seen, saidBy, unlessElsewhere } from '../../answer.ts';
import type { Call, Expression, Finding, Unit } from '../../model.ts';
import { bypasses } from './bypass.ts';
import { faultsOf } from './faults.ts';
import { type LibraryCall, libraryCalls, serves } from './libraries.ts';
import { isVerified, mayBeForeign, type Root, reachedFrom, rootsOf, topsOf } from './paths.ts';
import { decides, type Peek, peeksOf } from './peeks.ts';
import { tokensTaken } from './routes.ts';
import { sessionsBelieved } from './sessions.ts';
import { settingsFindings } from './settings.ts';
import { lastName } from './walk.ts';

export const mentions = [
  'jwt',
  'jose',
  'token',
  'authorization',
  'authenticat',
  'getsession',
  'get_session',
  'getuser',
  'get_user',
  'getclaims',
  'b64decode',
  'atob',
  'clerk',
  'auth0',
];

export const judgeCode = eachUnit(
  (unit) =>
    unlessElsewhere(
      unit,
      orElse(ofUnit(unit), () => (libraryCalls(unit).some(({ library }) => library.does === 'sign') ? { signs: 'yes' } : {})),
    ),
  (all) =>
    notApplicable(
      saidBy(all, 'signs') === undefined
        ? 'no JSON Web Token is taken or made here'
        : 'JSON Web Tokens are made here for others, and none is taken',
    ),
);

function ofUnit(unit: Unit): Seen {
  const uses = libraryCalls(unit);
  const peeks = peeksOf(unit, uses);
  const reading = new Set(peeks.map(({ call }) => call.node));
  const checking = uses.filter(({ call, library }) => library.does !== 'sign' && !reading.has(call.node));
  const byNode = (all: readonly Pick<LibraryCall, 'call'>[]): ReadonlyMap<Expression, Call> =>
    new Map(all.map(({ call }) => [call.node, call]));
  const roots = rootsOf(unit, byNode(uses));
  const reached = reachedFrom(roots);
  const unverified = peeks.filter((peek) => isBelieved(unit, peek, roots, byNode(checking), reached));
  const [believed = [], open = []] = [false, true].map((is) => unverified.filter((peek) => goesOn(unit, peek) === is));
  const settings = settingsFindings(unit);
  const taken = tokensTaken(unit, roots, byNode([...checking, ...believed]));
  const bad = distinct([
    ...uses.filter(({ call }) => !reading.has(call.node)).flatMap((use) => faultsOf(unit, use)),
    ...believed.map(({ how, call }) => ({ message: `${how}: what an unverified token says is believed`, place: call.place })),
    ...sessionsBelieved(unit),
    ...settings.bad,
    ...bypasses(unit, checking, new Set(believed.map(({ call }) => call.node))),
    ...taken.bad,
  ]);
  const wired = checking.filter(({ call }) => isWired(unit, call, reached));
  const good = wired.map(({ library, call }) => ({ message: `${library.name} verifies tokens`, place: call.place }));
  const unclear =
    checking.length > 0 && good.length + settings.good.length === 0
      ? ['a call that verifies tokens is there, and nothing in sight leads to it']
      : [];
  const strangers = [
    ...(uses.length + settings.good.length > 0 ? [] : unknownLibraries(unit)),
    ...(checking.length + settings.good.length > 0 ? [] : decodedElsewhere(unit)),
  ];
  const handedOn = open.map(({ how }) => `${how} reads a token, and what it is handed to next could not be followed`);
  return { bad, good: [...good, ...settings.good], unclear: [...unclear, ...strangers, ...taken.unclear, ...handedOn] };
}

/** Libraries for tokens: one that is imported and of whose calls nothing is known here leaves the question open. */
const tokenLibraries = [
  ...['jwt', 'jose', 'jwcrypto', 'python_jwt', 'authlib', 'joserfc', 'paseto', 'pypaseto', 'flask_jwt', 'flask_jwt_extended'],
  ...['rest_framework_simplejwt', 'rest_framework_jwt', 'jsonwebtoken', 'jwt-simple', 'njwt', 'jws', 'fast-jwt', 'koa-jwt', 'express-jwt'],
  ...['passport-jwt', '@nestjs/jwt', '@fastify/jwt', 'jwks-rsa', 'oauth4webapi', 'openid-client', 'jose-node-cjs-runtime'],
];
function unknownLibraries(unit: Unit): readonly string[] {
  const found = unit.imports(...tokenLibraries).filter(({ runsIn }) => runsIn !== 'development');
  const named = unit.calls('npm:*').filter(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript);
  const kits = named.flatMap(({ symbols }) => symbols.flatMap((symbol) => ofKit.exec(symbol)?.[1] ?? []));
  return [
    ...[...new Set(found.map(({ module }) => module))].map(
      (module) => `${module} is imported, and what it does with tokens could not be told`,
    ),
    ...[...new Set(kits)].map((module) => `what ${module} does with tokens stands in no source that is here`),
  ];
}

/** A kit that brings its own tokens: `import { jwt } from 'kit'; jwt.initApp(app, secret)`. */
const ofKit = /^npm:((?:@[\w-]+\/)?[\w-]+)\.(?:jwt|JWT|JwtService)\.\w+$/;

/** `from partner_client.authentication import decode_jwt_token`: a package of somebody's that is there to verify. */
function decodedElsewhere(unit: Unit): readonly string[] {
  const decoding = unit.calls(
    ...['decode_jwt_token', 'decode_jwt', 'verify_jwt_token', 'verify_jwt', 'validate_jwt', 'jwt_decode'].map((name) => `*.${name}`),
    ...['decodeJwt', 'verifyJwt', 'validateJwt', 'decodeJwtToken', 'verifyJwtToken'].map((name) => `*.${name}`),
  );
  const named = decoding
    .filter(({ runsIn, onlyAsScript, targets }) => runsIn !== 'development' && !onlyAsScript && targets.length === 0)
    .flatMap(({ symbols }) => symbols.flatMap((symbol) => /^(?:py|npm):((?:@[\w-]+\/)?[\w-]+)\..*?(\w+)$/.exec(symbol)?.slice(1) ?? []));
  const [module, name] = named;
  return module === undefined || tokenLibraries.includes(module)
    ? []
    : [`what ${name} of ${module} does with tokens stands in no source that is here`];
}

/** The token goes on to something outside sight that is there to decode or verify it: `manager.decode(token)` of a manager named in the settings. */
function goesOn(unit: Unit, { call }: Peek): boolean {
  const code = call.inFunction;
  const tops = code === undefined ? [] : topsOf(unit, code);
  const isOpen = (each: Call): boolean =>
    each.node !== call.node &&
    each.targets.length === 0 &&
    /^(?:jwt_?)?(?:decode|verify)(?:_?(?:id_?|access_?)?(?:token|jwt))?$/i.test(lastName(each.node.callee) ?? '') &&
    !['string', undefined].includes(each.argument(0)?.kind) &&
    each.symbols.every((symbol) => /^\?|\(\)/.test(symbol)) &&
    !each.symbols.some((symbol) => /jwt|jose/i.test(symbol));
  return code !== undefined && unit.uses(call).keys.length > 0 && tops.every((top) => unit.callsFrom(top).some(isOpen));
}

function isBelieved(
  unit: Unit,
  peek: Peek,
  roots: readonly Root[],
  checking: ReadonlyMap<Expression, Call>,
  reached: ReadonlySet<Expression>,
): boolean {
  const { call, token } = peek;
  if (!serves(call) || call.inFunction === undefined) return false;
  return mayBeForeign(unit, token) && decides(unit, call) && isWired(unit, call, reached) && !isVerified(unit, peek, roots, checking);
}

/** Reached from a route, a middleware or the start; a function of its own that nobody calls is not. */
function isWired(unit: Unit, call: Call, reached: ReadonlySet<Expression>): boolean {
  const code = call.inFunction;
  if (code === undefined || unit.routes.length === 0) return true;
  if (reached.has(call.node)) return true;
  return topsOf(unit, code).some(({ name, owner, node }) => name === '' || owner !== undefined || (node.decorators ?? []).length > 0);
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const each of findings) {
    const { place } = each;
    const key = place.kind === 'file' ? `${place.path}:${place.line}:${place.column}` : each.message;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}
