// Keys and switches that are set for a framework rather than handed to a call.
import type { Call, Expression, Finding, Unit } from '../../model.ts';
import { mayBeExpired } from './faults.ts';
import { faultsOfKey } from './keys.ts';
import { counts, serves } from './libraries.ts';
import { arms } from './options.ts';
import { nodesIn } from './walk.ts';

export interface FrameworkFinding {
  readonly bad: readonly Finding[];
  readonly good: readonly Finding[];
}

const never = (): boolean => false;

export function settingsFindings(unit: Unit): FrameworkFinding {
  const good = djangoAuthentication(unit);
  const flask = unit.calls('py:flask_jwt_extended.JWTManager').filter(serves);
  return {
    bad: [
      ...ignoredExpiry(unit),
      ...unit
        .entriesNamed('secretOrKey')
        .filter(counts)
        .flatMap((entry) => ofKey(unit, entry.value, 'passport-jwt')),
      ...nestFactories(unit),
      ...fastifyPlugins(unit),
      ...(flask.length > 0 ? flaskKeys(unit) : []),
      ...(good.length > 0 ? djangoKeys(unit) : []),
    ],
    good,
  };
}

const ofKey = (unit: Unit, key: Expression, name: string): readonly Finding[] =>
  faultsOfKey(unit, unit.value(key), name, unit.place(key), never);

function ignoredExpiry(unit: Unit): readonly Finding[] {
  return unit.entriesNamed('ignoreExpiration').flatMap((entry) => {
    if (!counts(entry) || mayBeExpired.test(entry.inFunction?.name ?? '') || checksExpiry(unit, entry.value)) return [];
    const isOn = arms(unit.value(entry.value)).some((value) => value.kind === 'literal' && value.value === true);
    return isOn ? [{ message: 'ignoreExpiration: tokens that have expired are accepted', place: unit.place(entry.value) }] : [];
  });
}

/** The function that passport is given beside the options compares `exp` itself. */
function checksExpiry(unit: Unit, option: Expression): boolean {
  const strategies = unit.calls('npm:passport-jwt.Strategy').filter(({ node }) => nodesIn(node.args[0]?.value).includes(option));
  return strategies.some(({ node }) => {
    const verify = node.args[1]?.value;
    return verify !== undefined && verifiers(unit, verify).some(({ node: { body } }) => comparesExpiry(body));
  });
}

const verifiers = (unit: Unit, verify: Expression) => [
  ...unit.functionsIn(verify),
  ...(verify.kind === 'call' && verify.callee.kind === 'member' && verify.callee.name === 'bind'
    ? unit.functionsIn(verify.callee.object)
    : []),
];

const comparesExpiry = (body: unknown): boolean =>
  nodesIn(body).some(
    (node) =>
      node.kind === 'binary' &&
      /^[<>]=?$/.test(node.operator) &&
      [node.left, node.right].some((side) => nodesIn(side).some((each) => each.kind === 'member' && each.name === 'exp')),
  );

/** `JwtModule.registerAsync({ useFactory: () => ({ secret }) })`. */
function nestFactories(unit: Unit): readonly Finding[] {
  return unit
    .calls('npm:@nestjs/jwt.JwtModule.registerAsync')
    .filter(serves)
    .flatMap(({ node }) => secretsIn(unit, node.args, '@nestjs/jwt'));
}

/** `app.register(fastifyJwt, { secret })`. */
function fastifyPlugins(unit: Unit): readonly Finding[] {
  const isJwt = (call: Call): boolean => {
    const [plugin] = call.node.args;
    return (
      plugin !== undefined && unit.symbols(plugin.value).some((symbol) => /^npm:(?:@fastify\/jwt|fastify-jwt|@elysiajs\/jwt)/.test(symbol))
    );
  };
  return unit
    .calls('*.register', '*.use')
    .filter((call) => serves(call) && isJwt(call))
    .flatMap((call) => {
      const secret = call.option('secret');
      return typeof secret === 'string' ? [] : faultsOfKey(unit, secret, '@fastify/jwt', call.place, never);
    });
}

const secretsIn = (unit: Unit, root: unknown, name: string): readonly Finding[] =>
  nodesIn(root).flatMap((node) =>
    node.kind === 'object' ? node.entries.flatMap(({ key, value }) => (key === 'secret' ? ofKey(unit, value, name) : [])) : [],
  );

function flaskKeys(unit: Unit): readonly Finding[] {
  const own = unit.assignments('JWT_SECRET_KEY').filter(counts);
  // Without a key of its own the library signs with the application's.
  const keys = own.length > 0 ? own : unit.assignments('SECRET_KEY', 'secret_key').filter(counts);
  return keys.flatMap(({ value }) => ofKey(unit, value, 'Flask-JWT-Extended'));
}

function djangoAuthentication(unit: Unit): readonly Finding[] {
  const classes = unit.assignments('REST_FRAMEWORK', 'authentication_classes').filter(serves);
  return classes.flatMap(({ value, place }) => {
    const named = nodesIn(value).some(
      (node) =>
        (node.kind === 'string' && node.value.includes('rest_framework_simplejwt')) ||
        (node.kind === 'name' && unit.symbols(node).some((symbol) => symbol.startsWith('py:rest_framework_simplejwt.'))),
    );
    return named ? [{ message: 'Simple JWT verifies tokens', place }] : [];
  });
}

function djangoKeys(unit: Unit): readonly Finding[] {
  const own = unit
    .assignments('SIMPLE_JWT')
    .filter(counts)
    .flatMap(({ value }) =>
      nodesIn(value).flatMap((node) =>
        node.kind === 'object' ? node.entries.flatMap(({ key, value: entry }) => (isKeyName(key) ? [entry] : [])) : [],
      ),
    );
  const keys =
    own.length > 0
      ? own
      : unit
          .assignments('SECRET_KEY')
          .filter(counts)
          // `SECRET_KEY = ""` at first, and then what the environment or a file holds.
          .filter(({ value, place }, at, all) => !isEmptyText(value) || !all.slice(at + 1).some((later) => later.place.path === place.path))
          .map(({ value }) => value);
  return keys.flatMap((key) => ofKey(unit, key, 'Simple JWT'));
}

const isEmptyText = (value: Expression): boolean => value.kind === 'string' && value.value === '';

const isKeyName = (key: string | Expression | undefined): boolean =>
  key === 'SIGNING_KEY' || (typeof key === 'object' && key.kind === 'string' && key.value === 'SIGNING_KEY');
