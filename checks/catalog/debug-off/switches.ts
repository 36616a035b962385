// Switches in code: what a framework is told, and settings whose default is on.
import type { Assignment, Call, EnvironmentRead, Expression, Finding, Site, Unit } from '../../model.ts';
import { isByScript, isHowItStarts, runsOnLoad } from './commands.ts';
import { isOnByDefault, isReached, isTruthy } from './defaults.ts';

export interface Looked {
  readonly bad: readonly Finding[];
  readonly good: readonly Finding[];
  readonly unclear: readonly string[];
}

const counts = ({ runsIn }: Site): boolean => runsIn !== 'development';

/** Calls that take a switch, by option. */
const takers: readonly (readonly [what: string, options: readonly string[], calls: readonly string[]])[] = [
  ['FastAPI’s debug mode, which answers errors with a trace,', ['debug'], ['py:fastapi.FastAPI']],
  ['Starlette’s debug mode, which answers errors with a trace,', ['debug'], ['py:starlette.applications.Starlette']],
  [
    'Flask’s debugger, which runs code for whoever finds it,',
    ['debug'],
    ['py:flask.Flask().run', 'py:flask_socketio.SocketIO().run', 'py:quart.Quart().run'],
  ],
  ['a reloader', ['reload'], ['py:uvicorn.run', 'py:hypercorn.run', 'py:granian.Granian']],
  [
    'debug mode',
    ['debug', 'auto_reload'],
    ['py:sanic.Sanic().run', 'py:aiohttp.web.Application', 'py:tornado.web.Application', 'py:litestar.Litestar'],
  ],
  [
    'stack traces in answers',
    ['debug', 'includeStacktraceInErrorResponses'],
    [
      'npm:@apollo/server.ApolloServer',
      'npm:apollo-server.ApolloServer',
      'npm:apollo-server-express.ApolloServer',
      'npm:apollo-server-koa.ApolloServer',
    ],
  ],
];

export function told(unit: Unit, known: readonly string[]): Looked {
  const bad: Finding[] = [];
  const good: Finding[] = [];
  const unclear: string[] = [];
  for (const [what, options, symbols] of takers) {
    for (const call of unit.calls(...symbols).filter(counts)) {
      if (
        (isByScript(unit, call) || call.inFunction?.name === 'main' || runsOnLoad(call)) &&
        (!isHowItStarts(unit, call.place.path) || startsWithout(unit, call, options))
      )
        continue;
      for (const option of options) {
        const given = call.option(option);
        const expression = optionExpression(call, option);
        if (given === 'absent' || given === 'unknown') continue;
        // A setting that is on is told where its default stands.
        if (expression && unit.environmentBehind(expression).some((name) => known.includes(name))) continue;
        const on = expression ? isOnByDefault(unit, expression) : undefined;
        const place = given.place;
        if (on === true)
          bad.push({
            message: `${what} is on where nobody says otherwise`,
            place: expression ? unit.place(expression) : place,
            ...(sameLine(call, place) ? {} : { related: [place] }),
          });
        else if (on === false) good.push({ message: `${option} is off where nobody says otherwise`, place: call.place });
        else if (expression && unit.environmentBehind(expression).length === 0) unclear.push(`what ${option} is could not be followed`);
      }
    }
  }
  return { bad, good, unclear };
}

/** Another script of the service starts the same server and switches nothing on. */
const startsWithout = (unit: Unit, call: Call, options: readonly string[]): boolean =>
  unit
    .calls(...call.symbols)
    .some(
      (other) =>
        other.place.path !== call.place.path &&
        other.onlyAsScript &&
        !/test|dev|local|debug/i.test(other.place.path) &&
        options.every((option) => other.option(option) === 'absent'),
    );

const sameLine = (call: Call, place: Site['place']): boolean =>
  call.place.path === place.path && Math.abs(call.place.line - place.line) < 12;

function optionExpression({ node }: Call, name: string): Expression | undefined {
  for (const { name: keyword, value } of node.args) {
    if (keyword === name) return value;
    if (value.kind === 'object') {
      const entry = value.entries.find(({ key }) => key === name);
      if (entry) return entry.value;
    }
  }
  return undefined;
}

/** Calls that are for developers whatever they are given. */
export function handedTools(unit: Unit): readonly Finding[] {
  const tools: readonly (readonly [message: string, symbols: readonly string[]])[] = [
    [
      'a handler made for development answers every error with its stack',
      ['npm:errorhandler', 'npm:youch.Youch', 'npm:youch', 'npm:ouch', 'npm:express-error-slack', 'py:werkzeug.debug.DebuggedApplication'],
    ],
    ['a debugger stops the service here', ['py:pdb.set_trace', 'py:ipdb.set_trace', 'py:breakpoint', 'py:pudb.set_trace']],
    ['a debugger is let in from outside', ['py:debugpy.listen', 'py:pydevd_pycharm.settrace', 'py:pydevd.settrace', 'node:inspector.open']],
  ];
  return tools.flatMap(([message, symbols]) =>
    unit
      .calls(...symbols)
      .filter(
        (call) =>
          counts(call) &&
          isReached(unit, call) &&
          !call.onlyAsScript &&
          !(message.startsWith('a debugger') && isGuardedByDebug(unit, call)),
      )
      .map(({ place }) => ({ message, place })),
  );
}

/** `if settings.debugger_port:` and the like: somebody asks for it. */
const isGuardedByDebug = (unit: Unit, { guards }: Call): boolean => guards.some(({ test }) => unit.environmentBehind(test).length > 0);

/** `app.debug = True`, `app.config["DEBUG"] = True`, `NODE_ENV = 'development'`. */
/** What a file does only where somebody runs it by hand: the service is started by another. */
const isAside = (unit: Unit, site: Site & { readonly place: { readonly path: string } }): boolean =>
  isByScript(unit, site) && !isHowItStarts(unit, site.place.path);

export function assigned(unit: Unit): readonly Finding[] {
  const writes = unit
    .assignments('debug')
    .filter(({ owner = [] }) =>
      owner.some((symbol) => /^py:(?:flask\.Flask|fastapi\.FastAPI|quart\.Quart|starlette\.applications\.Starlette)\(\)$/.test(symbol)),
    );
  const config = unit
    .entriesNamed('DEBUG', 'FLASK_DEBUG')
    .filter((each) => (each.givenTo === undefined || isOfSettings(each)) && each.value.kind === 'boolean' && each.value.value);
  const updated = unit
    .calls('py:flask.Flask().config.update', 'py:flask.Flask().config.from_mapping')
    .filter((call) => counts(call) && isLiteralTrue(call.option('DEBUG')));
  const environment = unit
    .assignments('NODE_ENV')
    .filter(
      ({ owner = [], value, guards }) =>
        owner.some((symbol) => /process\.env$/.test(symbol)) &&
        value.kind === 'string' &&
        value.value === 'development' &&
        !guards.some(({ test }) => unit.environmentBehind(test).includes('NODE_ENV')),
    );
  return [
    ...[...writes, ...config]
      .filter(
        (site) =>
          counts(site) && isReached(unit, site) && !site.onlyAsScript && !isAside(unit, site) && isOnByDefault(unit, site.value) === true,
      )
      .map(({ place }) => ({ message: 'debug mode is switched on', place })),
    ...updated.map(({ place }) => ({ message: 'debug mode is switched on', place })),
    ...environment.filter(counts).map(({ place }) => ({ message: 'the service declares itself to be in development', place })),
  ];
}

/** `module.exports = { debug: true }` of a file of settings that is no developer's. */
const isOfSettings = ({ givenTo = [], inFunction, place: { path } }: Assignment): boolean =>
  givenTo.length === 0 &&
  inFunction === undefined &&
  /(?:^|\/)(?:config|conf|settings?)(?:\/[\w-]*)?(?:\.(?:default|prod\w*))?\.[cm]?[jt]s$/i.test(path) &&
  !/(?:^|[/_.-])(?:dev\w*|local|test\w*|example)(?:[/_.-])/i.test(path);

const isLiteralTrue = (value: ReturnType<Call['option']>): boolean =>
  typeof value === 'object' && value.kind === 'literal' && value.value === true;

const switchNames =
  /^(?:\w+_)?(?:DEBUG|DEBUG_MODE|DEV_MODE|ENABLE_DEBUG|DEBUG_ENABLED|MOCK|MOCKS|MOCK_MODE|MOCKS_ENABLED|USE_MOCKS?|USE_FAKE\w*|MOCK_(?:AUTH|LLM|API|DATA|RESPONSES?)|USE_MOCK_\w+|SKIP_AUTH\w*|DISABLE_AUTH\w*|AUTH_DISABLED|BYPASS_AUTH\w*)$/i;

/** Settings of development in a file of their own, beside those of every other run. */
const isOfDevelopment = (unit: Unit, { name, place }: EnvironmentRead): boolean =>
  forDevelopment.test(place.path) &&
  unit.environmentReads.some(
    (other) =>
      other.name === name &&
      !forDevelopment.test(other.place.path) &&
      (other.through === 'settings' || folderOf(other.place.path) === folderOf(place.path)),
  );
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const forDevelopment = /(?:^|[/_.-])(?:dev|develop|development|local|test|testing)\.py$/;

/** Settings that are on where nobody sets their variable. */
export function settings(unit: Unit): Looked & { readonly names: readonly string[] } {
  const reads = unit.environmentReads.filter(
    (read) => switchNames.test(read.name) && counts(read) && !read.onlyAsScript && !isOfDevelopment(unit, read),
  );
  const on = new Map<string, Site['place']>();
  const good: Finding[] = [];
  for (const { name, fallback, place, required } of reads) {
    const literal = fallback?.kind === 'literal' ? fallback.value : undefined;
    if (literal !== undefined && literal !== null && isTruthy(literal)) on.set(name, place);
    else if (fallback !== undefined || required) good.push({ message: `${name} is off where nobody sets it`, place });
  }
  for (const key of ['debug', 'isDebug', 'debugMode', 'mock', 'useMocks', 'mockMode', 'skipAuth', 'disableAuth']) {
    for (const entry of unit.entriesNamed(key).filter(counts)) {
      const [name] = unit.environmentBehind(entry.value);
      if (name === undefined || !switchNames.test(name) || entry.value.kind !== 'binary') continue;
      if (isOnByDefault(unit, entry.value) === true) on.set(name, entry.place);
    }
  }
  const bad = [...on].map(([name, place]) => ({ message: `${name} is on where nobody sets it`, place }));
  return { bad, good, unclear: [], names: [...on.keys()] };
}
