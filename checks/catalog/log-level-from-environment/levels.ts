// Where the levels of loggers are set, in both languages.
import { loggingConfigs } from '../../model/logging-configs.ts';
import type { Call, Expression, Piece, Site, Unit } from '../../model.ts';
import { decidingLevels, handlerLevels } from './handlers.ts';
import { ofLoguru, ofUvicorn } from './sinks.ts';

export interface Level {
  readonly logger: string;
  readonly level: Expression;
  readonly site: Site;
  /** Conditions that choose among several levels. */
  readonly tests?: readonly Expression[];
  /** What a field that holds the level is set to, and the conditions that choose. */
  readonly set?: { readonly values: readonly Expression[]; readonly tests: readonly Expression[] };
}

export const levelsOf = (unit: Unit): readonly Level[] => [...ofNode(unit), ...ofNest(unit), ...ofPython(unit)];

const makers = [
  'npm:pino',
  'npm:pino.pino',
  'npm:pino-http',
  'npm:pino-http.pinoHttp',
  'npm:koa-pino-logger',
  'npm:winston.createLogger',
  'npm:winston.configure',
  'npm:bunyan.createLogger',
  'npm:fastify',
  'npm:fastify.fastify',
  'npm:fastify.Fastify',
  'npm:nestjs-pino.LoggerModule.forRoot',
  'npm:nestjs-pino.LoggerModule.forRootAsync',
  'npm:nest-winston.WinstonModule.forRoot',
  'npm:log4js.configure',
  'npm:tslog.Logger',
  'npm:consola.createConsola',
  'npm:@logtape/logtape.configure',
];

function ofNode(unit: Unit): readonly Level[] {
  const of = (patterns: readonly string[], depth: number, logger?: string): readonly Level[] =>
    unit.calls(...patterns).flatMap((call) => {
      const pieces = call.node.args.flatMap(({ value }) => levelIn(unit, value, depth));
      return pieces.map((piece) => ofPiece(logger ?? nameOf(call.symbols), piece, call, pieces));
    });
  const assigned = unit
    .assignments('level')
    .filter(({ owner = [] }) => owner.some((symbol) => /^npm:(?:pino|winston|bunyan|loglevel|fastify)\b/.test(symbol)))
    .map((each) => ({ logger: 'the logger', level: each.value, site: each }));
  const set = unit.calls('npm:loglevel.setLevel', 'npm:log4js.getLogger().setLevel').flatMap((call) => {
    const level = call.argument(0);
    return level ? [{ logger: nameOf(call.symbols), level, site: call }] : [];
  });
  return [...of(makers, 4), ...of(['npm:winston.transports.Console'], 1, "winston's console"), ...assigned, ...set];
}

/** An arm of a condition counts in the runs it belongs to; the condition chooses. */
const ofPiece = (logger: string, piece: Piece, call: Call, all: readonly Piece[]): Level => ({
  logger,
  level: piece.value,
  site: { ...piece, place: call.place },
  tests: piece.guards
    .filter((guard) => !call.guards.some(({ test }) => test === guard.test) && decides(guard.test, all))
    .map(({ test }) => test),
});

/** Whether both arms do not set the same levels: a condition may choose where lines go, and leave the levels alone. */
function decides(test: Expression, all: readonly Piece[]): boolean {
  if (all.length === 0) return true;
  const levelsWhere = (holds: boolean): string =>
    [
      ...new Set(
        all.flatMap(({ guards, value }) =>
          guards.some((guard) => guard.test === test && guard.holds === holds) ? [value.kind === 'string' ? value.value : '?'] : [],
        ),
      ),
    ]
      .toSorted()
      .join(' ');
  const [one, other] = [levelsWhere(true), levelsWhere(false)];
  return one !== other || one.includes('?');
}

/** `level` in an object, also inside `logger: { … }` and `pinoHttp: { … }`. */
function levelIn(unit: Unit, given: Expression, depth: number): readonly Piece[] {
  if (depth === 0 || given.kind === 'string' || given.kind === 'function') return [];
  return unit.pieces(given).flatMap((piece) => {
    const { key, value } = piece;
    if (key === 'level' || key === 'minLevel' || key === 'lowestLevel') return value.kind === 'function' ? [] : [piece];
    // `useFactory: (config) => ({ pinoHttp: { … } })` of Nest.
    const returned = key === 'useFactory' && value.kind === 'function' ? value.body : [];
    if (returned.length > 0)
      return returned.flatMap((each) => (each.kind === 'return' && each.value ? levelIn(unit, each.value, depth - 1) : []));
    return key !== undefined && /^(?:logger|pinoHttp|categories|default|loggers)$/.test(key) ? levelIn(unit, value, depth - 1) : [];
  });
}

function ofNest(unit: Unit): readonly Level[] {
  return unit.calls('npm:@nestjs/core.NestFactory.create', '*.setLogLevels', 'npm:@nestjs/common.ConsoleLogger').flatMap((call) => {
    const given = call.symbols.some((symbol) => symbol.endsWith('.setLogLevels')) ? call.argument(0) : undefined;
    const listed = call.node.args
      .flatMap(({ value }) => unit.pieces(value))
      .filter(
        ({ key, value }) => /^(?:logger|logLevels)$/.test(key ?? '') && (value.kind === 'list' || unit.environmentBehind(value).length > 0),
      );
    return [
      ...(given ? [{ logger: "Nest's logger", level: given, site: call }] : []),
      ...listed.map((piece) => ofPiece("Nest's logger", piece, call, [])),
    ];
  });
}

const nameOf = (symbols: readonly string[]): string => /^npm:((?:@[\w-]+\/)?[\w-]+)/.exec(symbols[0] ?? '')?.[1] ?? 'the logger';

function ofPython(unit: Unit): readonly Level[] {
  if (!unit.languages.includes('python')) return [];
  const argument = (patterns: readonly string[], position: number, name: string, logger: string): readonly Level[] =>
    unit.calls(...patterns).flatMap((call) => {
      const level = call.argument(position, name);
      return level ? [{ logger, level, site: call }] : [];
    });
  const set = unit
    .calls('*.setLevel')
    .filter((call) => call.language === 'python')
    .flatMap((call) => {
      const level = call.argument(0, 'level');
      return level && !isOfLibrary(unit, call, level) && !leavesToParent(unit, call, level)
        ? [{ logger: 'the logger', level, site: call }]
        : [];
    });
  const isConfigured = loggingConfigs(unit).length > 0 || unit.assignments('LOGGING').length > 0;
  const ofHandlers = handlerLevels(unit);
  const deciding = decidingLevels(unit);
  const isReplaced = replacedIn(unit);
  const dicts = isConfigured
    ? unit
        .entriesNamed('level')
        .filter(
          (entry) =>
            entry.language === 'python' &&
            !isReplaced(entry.place.path) &&
            !ofRecord(unit.words(entry.value)) &&
            unit.words(entry.value).some((word) => /log|level|^(?:DEBUG|INFO)$/i.test(word)),
        )
        .filter(
          ({ value, place }) =>
            (!unit.words(value).some((word) => quiet.test(word)) || unit.environmentBehind(value).length > 0) &&
            (deciding.size > 0 ? deciding : ofHandlers).has(`${place.path}:${place.line}:${place.column}`) === deciding.size > 0,
        )
        .map((entry) => ({ logger: 'the configured loggers', level: entry.value, site: entry }))
    : [];
  const all = [
    ...set,
    ...argument(['py:logging.basicConfig'], 99, 'level', 'the root logger'),
    ...argument(
      ['py:structlog.make_filtering_bound_logger', 'py:structlog.stdlib.make_filtering_bound_logger'],
      0,
      'min_level',
      'structlog',
    ),
    ...ofLoguru(unit),
    ...ofUvicorn(unit),
    ...argument([...powertools], 1, 'level', 'Powertools'),
    ...dicts,
  ];
  return all.map((each) => ({ ...each, ...setBefore(unit, each) }));
}

/** They read their level from the environment, POWERTOOLS_LOG_LEVEL, unless they are given one. */
export const powertools = [
  'py:aws_lambda_powertools.Logger',
  'py:aws_lambda_powertools.logging.Logger',
  'py:aws_lambda_powertools.logging.logger.Logger',
  'npm:@aws-lambda-powertools/logger.Logger',
] as const;

/** `self.level = "DEBUG"` below `if settings.debug:`. */
function setBefore(unit: Unit, { level, site }: Level): Pick<Level, 'set'> {
  const name = level.kind === 'member' ? level.name : undefined;
  const writes =
    name === undefined ? [] : unit.assignments(name).filter(({ place, guards }) => place.path === site.place.path && guards.length > 0);
  return writes.length === 0
    ? {}
    : { set: { values: writes.map(({ value }) => value), tests: writes.flatMap(({ guards }) => guards.map(({ test }) => test)) } };
}

/** Where the settings of production bring a LOGGING of their own, that of the others is for other runs. */
function replacedIn(unit: Unit): (path: string) => boolean {
  const set = unit.assignments('LOGGING').map(({ place }) => place.path);
  const production = set.filter((path) => /(?:^|[/_.-])(?:prod|production|live)\.py$/.test(path));
  return (path) => production.length > 0 && set.includes(path) && !production.includes(path);
}

const quiet = /^(?:WARNING|WARN|ERROR|CRITICAL|FATAL)$/;

/** `getLogger('httpx').setLevel(…)` with a fixed level: what another package says is turned up or down. */
function isOfLibrary(unit: Unit, { node: { callee }, place }: Call, level: Expression): boolean {
  if (unit.words(level).some((word) => quiet.test(word))) return true;
  const receiver = callee.kind === 'member' ? callee.object : undefined;
  const named = receiver?.kind === 'call' ? receiver.args[0]?.value : undefined;
  if (named === undefined || named.kind === 'name' || unit.environmentBehind(level).length > 0) return false;
  // `getLogger("shop")` in shop/main.py: the package's own.
  return !(named.kind === 'string' && place.path.split('/').includes(named.value.split('.')[0] ?? ''));
}

/** NOTSET, for any logger but the root, is to show what its parent shows. */
function leavesToParent(unit: Unit, { node: { callee }, place, inFunction }: Call, level: Expression): boolean {
  const receiver = callee.kind === 'member' ? callee.object : undefined;
  if (receiver === undefined || !unit.symbols(level).includes('py:logging.NOTSET')) return false;
  const made = unit
    .calls('py:logging.getLogger')
    .filter((call) => call.place.path === place.path && call.inFunction?.node === inFunction?.node);
  const makers = receiver.kind === 'call' ? [receiver] : made.map(({ node }) => node);
  return makers.length > 0 && makers.every((each) => each.args.length > 0);
}

/** `line["level"] = record.levelname`: what a formatter writes of a line says nothing of which lines there are. */
const ofRecord = (words: readonly string[]): boolean => words.some((word) => /^(?:levelname|log_?record|record|event_?dict)$/i.test(word));
