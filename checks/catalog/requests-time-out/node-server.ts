// Whether a Node server lets go of clients that are slow, and notices it in time.
import { merge, type Seen } from '../../answer.ts';
import type { Assignment, Call, Finding, Unit, Value } from '../../model.ts';
import { entryOf, type Limit, limitOf } from './limits.ts';

type Given = Value | 'absent' | 'unknown';
const settings = ['requestTimeout', 'headersTimeout', 'connectionsCheckingInterval'] as const;
type Setting = (typeof settings)[number];

const byDefault: Readonly<Record<Setting, string>> = {
  requestTimeout: "Node's 300 s for a whole request hold",
  headersTimeout: "Node's 60 s for the headers hold",
  connectionsCheckingInterval: 'limits are noticed up to 30 s late',
};
const off: Readonly<Record<Setting, string>> = {
  requestTimeout: 'a request may take for ever',
  headersTimeout: 'headers may take for ever',
  connectionsCheckingInterval: 'limits are not looked at',
};
const nothing: Seen = { bad: [], good: [] };

export function judgeNodeServer(unit: Unit): Seen {
  const starts = [...bareServers(unit), ...appsListening(unit), ...fastifies(unit), ...honoServers(unit)].filter(
    ({ call }) => call.runsIn !== 'development',
  );
  const seen = [...starts.map(({ call, limits }) => (limits ? judgeServer(unit, call, limits) : nothing)), ...bunServers(unit)];
  return seen.length > 0 ? merge(seen) : unseen(unit);
}

const ownServer = /^(?:express|koa|fastify|nest|hono|node-http)$/;

/** An app that is only exported is served by something the source does not show. */
function unseen(unit: Unit): Seen {
  return unit.frameworks.some((framework) => ownServer.test(framework))
    ? { ...nothing, unclear: ['what serves the app was not found, so the limits of the server are not known'] }
    : nothing;
}

interface Server {
  readonly call: Call;
  /** Undefined where another call is judged instead. */
  readonly limits: ((name: Setting) => Given) | undefined;
}

function judgeServer(unit: Unit, call: Call, limits: (name: Setting) => Given, fastify = isFastify(call)): Seen {
  const found = settings.map((name): readonly [Setting, Limit] => [name, limitOf(orAssigned(unit, name, limits(name)))]);
  const endless = found.filter(([, limit]) => limit === 'endless').map(([name]) => `${name} is switched off, so ${off[name]}`);
  const absent = found
    .filter(([, limit]) => limit === 'absent')
    .map(
      ([name]) =>
        `${name} is not given, so ${fastify && name === 'requestTimeout' ? 'Fastify lets a request take for ever' : byDefault[name]}`,
    );
  const wrong = [...endless, ...absent];
  if (wrong.length > 0)
    return { ...nothing, bad: [{ message: `the server waits too long for slow clients: ${wrong.join('; ')}`, place: call.place }] };
  if (found.some(([, limit]) => limit === 'unknown')) return { ...nothing, unclear: ['the options of the server could not be followed'] };
  const good: Finding = {
    message: 'the server is given limits for headers and whole requests, and how often it looks at them',
    place: call.place,
  };
  return { ...nothing, good: [good] };
}

/** `server.requestTimeout = 20_000` after it was made. */
function orAssigned(unit: Unit, name: Setting, given: Given): Given {
  const assigned = unit.assignments(name).filter(isServerMember);
  const [last] = assigned.toReversed();
  return last ? unit.value(last.value) : given;
}
const isServerMember = ({ owner = [], runsIn }: Assignment): boolean =>
  runsIn !== 'development' &&
  owner.some((symbol) => /createServer|createSecureServer|\.listen\(\)|getHttpServer|server|serve\(\)/i.test(symbol));

const isFastify = (call: Call): boolean => call.symbols.some((symbol) => symbol.startsWith('npm:fastify'));

function bareServers(unit: Unit): readonly Server[] {
  return unit
    .calls('node:http.createServer', 'node:https.createServer')
    .map((call) => ({ call, limits: (name: Setting) => serverOption(unit, call, name) }));
}

/** `createServer(options, handler)`: the options come first; a sole function is the handler. */
function serverOption(unit: Unit, call: Call, name: Setting): Given {
  const first = call.argument(0);
  if (first === undefined) return call.node.args.length === 0 ? 'absent' : 'unknown';
  if (call.node.args.length === 1 && unit.functions(first).length > 0) return 'absent';
  const value = unit.value(first);
  // createServer(app), createServer(app.callback()): a handler and no options.
  if (call.node.args.length === 1 && (value.kind === 'symbol' || value.kind === 'unknown' || value.kind === 'function')) return 'absent';
  return entryOf(value, name);
}

const apps =
  /^npm:(?:express(?:\.(?:Application|Express))?|koa(?:\.Application)?|polka|restify|connect|@nestjs\/core\.NestFactory\.create|@feathersjs\/(?:express|koa)\.\w+)(?:\(\))+\.listen$/;

/** `app.listen(3000)` makes a server of its own, with Node's defaults. */
function appsListening(unit: Unit): readonly Server[] {
  const adapters = unit.calls('*.FastifyAdapter');
  const [adapter] = adapters;
  return unit
    .calls('*.listen')
    .filter(({ symbols, node }) => symbols.some((symbol) => apps.test(symbol) || (/^\?app\.listen$/.test(symbol) && node.args.length > 0)))
    .map((call) => {
      const isNest = call.symbols.some((symbol) => symbol.startsWith('npm:@nestjs'));
      if (isNest && adapter) return { call, limits: (name: Setting) => fastifyOption(adapter, name) };
      return { call, limits: () => 'absent' as const };
    });
}

function fastifies(unit: Unit): readonly Server[] {
  return unit.calls('npm:fastify', 'npm:fastify.fastify', 'npm:fastify.Fastify').map((call) => {
    // The factory's own createServer is judged where it stands.
    const factory = call.option('serverFactory');
    return factory !== 'absent' && factory !== 'unknown'
      ? { call, limits: undefined }
      : { call, limits: (name) => fastifyOption(call, name) };
  });
}

/** Fastify takes requestTimeout itself and hands `http` (or `https`) to createServer. */
function fastifyOption(call: Call, name: Setting): Given {
  const own = name === 'requestTimeout' ? call.option(name) : 'absent';
  if (typeof own === 'object') return own;
  const nested = ['http', 'https'].map((key) => call.option(key));
  const found = nested.flatMap((each) => (typeof each === 'object' ? [entryOf(each, name)] : []));
  return (
    found.find((each) => typeof each === 'object') ??
    (own === 'unknown' || nested.includes('unknown') || found.includes('unknown') ? 'unknown' : 'absent')
  );
}

/** `serve({ fetch, serverOptions })`. */
function honoServers(unit: Unit): readonly Server[] {
  return unit.calls('npm:@hono/node-server.serve', 'npm:@hono/node-server.createAdaptorServer').map((call) => {
    const options = call.option('serverOptions');
    return { call, limits: (name: Setting) => (typeof options === 'object' ? entryOf(options, name) : options) };
  });
}

/** Bun closes what is idle for 10 s unless it is told not to. */
function bunServers(unit: Unit): readonly Seen[] {
  return unit
    .calls('js:Bun.serve')
    .map((call) =>
      limitOf(call.option('idleTimeout')) === 'endless'
        ? { ...nothing, bad: [{ message: 'idleTimeout is switched off, so Bun keeps slow clients for ever', place: call.place }] }
        : { ...nothing, good: [{ message: 'Bun closes a connection that is idle for longer than its idleTimeout', place: call.place }] },
    );
}
