// Calls that are handed a key of the service's own: what signs, encrypts or keeps sessions with it.
import type { Assignment, Call, Expression, FilePlace, Finding, Unit, Value } from '../../model.ts';

interface Taker {
  readonly what: string;
  readonly calls: readonly string[];
  readonly at?: number;
  readonly names: readonly string[];
}
const node = (what: string, methods: readonly string[]): Taker => ({
  what,
  calls: methods.map((method) => `node:crypto.${method}`),
  at: 1,
  names: [],
});
const takers: readonly Taker[] = [
  node('an HMAC', ['createHmac']),
  node('a cipher', ['createCipheriv', 'createDecipheriv', 'createCipher', 'createDecipher']),
  { what: 'an HMAC', calls: ['py:hmac.new', 'py:hmac.digest'], at: 0, names: ['key'] },
  { what: 'a cipher', calls: ['py:cryptography.fernet.Fernet'], at: 0, names: ['key'] },
  { what: 'a cipher', calls: ['npm:crypto-js.AES.encrypt', 'npm:crypto-js.AES.decrypt'], at: 1, names: [] },
  { what: 'signed cookies', calls: ['npm:cookie-parser'], at: 0, names: [] },
  { what: 'sessions', calls: ['npm:express-session', 'npm:cookie-session'], names: ['secret', 'keys'] },
  { what: 'sessions', calls: ['py:starlette.middleware.sessions.SessionMiddleware'], names: ['secret_key'] },
  {
    what: 'a signature',
    calls: ['URLSafeTimedSerializer', 'URLSafeSerializer', 'TimestampSigner', 'Signer'].map((name) => `py:itsdangerous.${name}`),
    at: 0,
    names: ['secret_key'],
  },
];

/** Findings for keys that `hardCoded` says stand in the source. */
export function handedKeys(unit: Unit, hardCoded: (value: Value) => readonly FilePlace[]): readonly Finding[] {
  const given = takers.flatMap(({ what, calls, at, names }) =>
    unit.calls(...calls).map((call) => ({ what, call, value: keyOf(unit, call, at, names) })),
  );
  const added = unit
    .calls('*.add_middleware')
    .filter((call) => isSessions(unit, call.argument(0)))
    .map((call) => ({ what: 'sessions', call, value: call.option('secret_key') }));
  const plugged = unit
    .calls('*.register')
    .filter((call) => isSessions(unit, call.argument(0)))
    .map((call) => ({ what: 'sessions', call, value: call.option('secret') }));
  const cookies = unit
    .assignments('keys')
    .filter(({ owner = [] }) => owner.includes('npm:koa()'))
    .map((call) => ({ what: 'signed cookies', call, value: unit.value(call.value) }));
  return [...given, ...added, ...plugged, ...cookies, ...frameworkKeys(unit)]
    .filter(({ call }) => call.runsIn !== 'development' && !call.onlyAsScript)
    .flatMap(({ what, value }) => (typeof value === 'string' ? [] : hardCoded(value).map((place) => ({ what, place }))))
    .map(({ what, place }) => ({ message: `the key of ${what} stands in the source`, place }));
}

/** `SECRET_KEY` of Django and Flask, which signs sessions and links: where no setting takes it from the environment instead. */
function frameworkKeys(unit: Unit): readonly { readonly what: string; readonly call: Assignment; readonly value: Value }[] {
  if (!unit.frameworks.some((name) => name === 'django' || name === 'flask')) return [];
  const set = unit
    .assignments('SECRET_KEY', 'secret_key')
    .filter(
      ({ place, inFunction, ofClass = '' }) =>
        ![place.path, inFunction?.name ?? '', ofClass.replace(/([a-z])([A-Z])/g, '$1_$2')].some((name) => forOthers.test(name)),
    )
    .map((call) => ({ what: 'sessions', call, value: unit.value(call.value) }));
  const reads = set.some(({ call }) => unit.environmentBehind(call.value).length > 0);
  return reads ? set.filter(({ call }) => isDefaultModule(unit, call.place.path)) : set;
}

/** `settings/test.py`, `def load_testing_configuration()`, `class TestConfig`. */
const forOthers = /(?:^|[/_.])(?:dev\w*|tests?|testing|local|ci|example)(?:[/_.]|$)/i;

/** The settings that a server's entry of Django takes where nobody names others. */
const isDefaultModule = (unit: Unit, path: string): boolean =>
  unit
    .calls('py:os.environ.setdefault')
    .filter(({ place }) => /(?:^|\/)[aw]sgi\.py$/.test(place.path))
    .some((call) => {
      const [name, module] = [call.argument(0), call.argument(1)].map((each) => each && unit.value(each));
      if (name?.kind !== 'literal' || name.value !== 'DJANGO_SETTINGS_MODULE' || module?.kind !== 'literal') return false;
      return `/${path}`.endsWith(`/${String(module.value).replaceAll('.', '/')}.py`);
    });

const isSessions = (unit: Unit, plugin: Expression | undefined): boolean =>
  plugin !== undefined &&
  unit
    .symbols(plugin)
    .some((symbol) =>
      /^(?:py:starlette\.middleware\.sessions\.SessionMiddleware|npm:(?:@fastify\/(?:session|secure-session|cookie)|fastify-(?:session|cookie)))$/.test(
        symbol,
      ),
    );

function keyOf(unit: Unit, call: Call, at: number | undefined, names: readonly string[]): Value | 'absent' | 'unknown' {
  const named = names.map((name) => call.option(name)).find((option) => typeof option === 'object');
  const argument = at === undefined ? undefined : call.argument(at);
  return named ?? (argument ? unit.value(argument) : 'absent');
}
