// Node services: who listens to SIGTERM, and whether the server is closed before the process ends.
import type { Seen } from '../../answer.ts';
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Finding, Unit } from '../../model.ts';

const nothing: Seen = { bad: [], good: [] };
const libraries = [
  'npm:@godaddy/terminus.createTerminus',
  'npm:http-terminator.createHttpTerminator',
  'npm:close-with-grace',
  'npm:http-graceful-shutdown',
  'npm:lightship.createLightship',
  'npm:fastify-graceful-shutdown',
  'npm:express-graceful-exit.*',
  'npm:@gquittet/graceful-server',
  'npm:@moleculer/*',
  'npm:http-close',
  'npm:killable',
  'npm:graceful-fastify',
];

export function judgeNode(unit: Unit): Seen {
  const hooks = unit.calls('*.enableShutdownHooks');
  const stopped = unit.calls('npm:stoppable').filter(() => unit.calls('*.stop').length > 0);
  const [known] = [...unit.calls(...libraries), ...hooks, ...stopped];
  if (known)
    return {
      ...nothing,
      good: [{ message: `${lastName(known.node.callee) ?? 'a library'} finishes open requests on SIGTERM`, place: known.place }],
    };
  const starting = [
    ...unit.calls('*.listen', '*.serve', 'js:Bun.serve', 'npm:@hono/node-server.serve').filter((call) => unit.starts(call)),
    ...unit.calls('*.listen.bind').filter(isServers),
  ].filter(({ language, runsIn }) => language === 'typescript' && runsIn !== 'development');
  const [start] = starting;
  // `export default { port, fetch }`: the runtime listens for it, and the process is its own all the same.
  if (start === undefined && listenersOf(unit).length > 0)
    return { ...nothing, unclear: ['it listens to SIGTERM itself, and what starts and stops its server could not be followed'] };
  if (start === undefined || start.symbols.some((symbol) => /^js:Deno\./.test(symbol))) return nothing;
  const listeners = listenersOf(unit);
  if (listeners.length === 0)
    return {
      ...nothing,
      bad: [{ message: 'nothing listens to SIGTERM: the process ends at once, and open requests are cut off', place: start.place }],
    };
  const underSignal = starting.some((call) => call.option('signal') !== 'absent');
  return seenIn(listeners.map((call) => ofListener(unit, call, underSignal)));
}

/** `await promisify(server.listen.bind(server))(port)`. */
const isServers = ({ symbols }: Call): boolean => symbols.some((symbol) => /createServer\(\)|^npm:(?:express|koa)\(\)/.test(symbol));

function seenIn(all: readonly Seen[]): Seen {
  // One listener that closes is enough, as long as none of the others leaves first.
  const good = all.flatMap((each) => each.good);
  const left = all.flatMap((each) => each.bad);
  const bad = good.length > 0 ? left.filter(({ message }) => message.includes('leaves')) : left.slice(0, 1);
  return { bad, good, unclear: good.length > 0 || bad.length > 0 ? [] : all.flatMap((each) => each.unclear ?? []) };
}

/** `process.on('SIGINT', …).once('SIGTERM', …)` too: each call gives the process back. */
const ofProcess = /^(?:js|node):process(?:\.(?:on|once|addListener)\(\))*\.(?:on|once|addListener)$|^js:Deno\.addSignalListener$/;

function listenersOf(unit: Unit): readonly Call[] {
  return unit.calls('*.on', '*.once', '*.addListener', 'js:Deno.addSignalListener').filter(({ node, symbols }) => {
    if (!symbols.some((symbol) => ofProcess.test(symbol))) return false;
    const [first] = node.args;
    if (first === undefined) return false;
    if (first.value.kind === 'string') return first.value.value === 'SIGTERM';
    const words = unit.sources(first.value).flatMap((source) => (source.kind === 'literal' ? [String(source.value)] : []));
    return words.includes('SIGTERM') || (words.length === 0 && /^_?(?:sig|signal|event|s)$/i.test(lastName(first.value) ?? ''));
  });
}

function ofListener(unit: Unit, listener: Call, underSignal: boolean): Seen {
  const given = listener.argument(1);
  const codes = given ? unit.functionsIn(given) : [];
  const { place } = listener;
  if (given === undefined || codes.length === 0) return { ...nothing, unclear: ['what runs on SIGTERM could not be followed'] };
  const calls = codes.flatMap((code) => unit.callsFrom(code));
  // `app.listen({ port, signal })`: whoever aborts the signal closes the server.
  const closing = calls.filter((call) => closes(call) || (underSignal && isAbort(call)));
  const isOnce = listener.symbols.some((symbol) => symbol.endsWith('.once'));
  const exits = calls.filter((call) => call.ends || (isOnce && killsItself(unit, call)));
  if (closing.length > 0) {
    const early = codes.flatMap((code) => leavesFirst(unit, code, closing, exits));
    if (early.length > 0) return { ...nothing, bad: early };
    return { ...nothing, good: [{ message: 'on SIGTERM the server is closed, and open requests are finished', place }] };
  }
  const isOpen = calls.some(
    ({ targets, symbols, node }) =>
      targets.length === 0 && (symbols.length === 0 || symbols.every((symbol) => symbol.startsWith('?'))) && mayStop(node.callee),
  );
  if (isOpen) return { ...nothing, unclear: ['whether what runs on SIGTERM closes the server could not be followed'] };
  if (exits.length > 0)
    return {
      ...nothing,
      bad: [{ message: 'on SIGTERM the process leaves at once: the server is not closed, and open requests are cut off', place }],
    };
  return { ...nothing, bad: [{ message: 'SIGTERM is caught and the server is not closed: it goes on until it is killed', place }] };
}

const servers = /^(?:npm:|node:|js:).*(?:\.close|\.stop|\.shutdown|\.terminate|\.destroy)$/;
const notServers =
  /pg|mongoose|mongodb|redis|prisma|knex|sequelize|typeorm|amqplib|bull|kafka|winston|pino|sentry|opentelemetry|nodemailer|timers|readline|fs\b/i;

function closes(call: Call): boolean {
  const { callee } = call.node;
  if (
    !/^(?:close|stop|shutdown|terminate|closeGracefully|gracefulShutdown|closeServer|stopServer|closeAsync|closeHttpServer|dispose)$/.test(
      lastName(callee) ?? '',
    )
  )
    return false;
  if (
    call.symbols.some(
      (symbol) =>
        servers.test(symbol) && !notServers.test(symbol) && /createServer|listen|koa|express|fastify|nest|hono|serve|http/i.test(symbol),
    )
  )
    return true;
  const owner = callee.kind === 'member' ? lastName(callee.object) : undefined;
  return (
    owner !== undefined &&
    /server|^app$|http|instance|listener|fastify|^this$/i.test(owner) &&
    !call.symbols.some((symbol) => notServers.test(symbol))
  );
}

const mayStop = (callee: Expression): boolean =>
  /stop|shut|close|terminate|exit|drain|end|destroy|kill|graceful/i.test(lastName(callee) ?? '');

/** `process.kill(process.pid, signal)`: what listened once listens no more, and the process ends. */
const killsItself = (unit: Unit, { symbols, node }: Call): boolean => {
  const [first] = node.args;
  return (
    symbols.some((symbol) => /^(?:js|node):process\.kill$/.test(symbol)) &&
    first !== undefined &&
    unit.symbols(first.value).some((symbol) => /process\.pid$/.test(symbol))
  );
};

/** `server.close(); process.exit(0)`: nobody waits for the closing. */
function leavesFirst(unit: Unit, code: CodeFunction, closing: readonly Call[], exits: readonly Call[]): readonly Finding[] {
  return closing.flatMap((close): readonly Finding[] => {
    const at = close.inFunction;
    if (at === undefined || close.awaited || isWaitedFor(unit, close, code)) return [];
    // Where a helper begins the closing and does not wait for it, nor can who waits for the helper.
    const begun = [close, ...unit.callsFrom(code).filter(({ targets }) => targets.some(({ node }) => node === at.node))];
    const early = exits.find((exit) =>
      begun.some(
        (each) =>
          exit.inFunction?.node === each.inFunction?.node &&
          !isInside(exit, each) &&
          !isElsewhere(exit, each) &&
          exit.place.line >= each.place.line,
      ),
    );
    return early && !(isAbort(close) && awaitsBetween(at, close, early))
      ? [{ message: 'on SIGTERM the process leaves before the server is closed: nobody waits for open requests', place: early.place }]
      : [];
  });
}

const isAbort = ({ node }: Call): boolean => /^abort/.test(lastName(node.callee) ?? '');

/** `stopping.abort(); await closed; process.exit(0)`. */
const awaitsBetween = ({ node }: CodeFunction, from: Call, to: Call): boolean =>
  nodesIn(node.body).some(({ kind, line }) => kind === 'await' && line > from.place.line && line <= to.place.line);

/** The other branch of the same condition. */
const isElsewhere = (one: Call, other: Call): boolean =>
  one.guards.some(({ test, holds }) => other.guards.some((guard) => guard.test === test && guard.holds !== holds));

const isInside = (inner: Call, outer: Call): boolean => nodesIn(outer.node).includes(inner.node);

/** `await new Promise((done) => server.close(done))`, `server.close().then(…)`, `await Promise.all([app.close()])`. */
const isWaitedFor = (unit: Unit, close: Call, _code: CodeFunction): boolean =>
  close.around.some(({ awaited, node }) => awaited || lastName(node.callee) === 'Promise') ||
  unit.uses(close).keys.some((key) => /^(?:then|finally|catch)$/.test(key)) ||
  unit.uses(close).escapes;
