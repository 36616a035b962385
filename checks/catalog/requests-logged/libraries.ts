// What the access logs of packages and of servers hold.
import { type AnyNode, nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Middleware, Unit, Value } from '../../model.ts';
import { type AccessLog, type Field, fields, fieldsIn } from './fields.ts';

const nearly: readonly Field[] = ['method', 'route', 'status', 'duration'];

export function byLibrary(unit: Unit): readonly AccessLog[] {
  const hung = unit.middleware.filter(({ runsIn }) => runsIn !== 'development');
  return [...hung.flatMap((each) => ofMiddleware(unit, each)), ...nest(unit), ...fastify(unit), ...django(unit)];
}

function ofMiddleware(unit: Unit, { made, symbols, place }: Middleware): readonly AccessLog[] {
  if (symbols.some((symbol) => /^py:dockerflow(?:\.\w+)*\.MozlogRequestSummaryLogger$/.test(symbol)))
    return [{ name: 'the request summary of dockerflow', place, has: fields }];
  return made
    .filter(({ runsIn }) => runsIn !== 'development')
    .flatMap((call): readonly AccessLog[] => {
      const is = (pattern: RegExp): boolean => call.symbols.some((symbol) => pattern.test(symbol));
      if (is(/^npm:(?:pino-http|koa-pino-logger|express-pino-logger)(?:\.\w+)?$/)) return pino(unit, call, 'pino-http');
      if (is(/^npm:(?:koa-)?morgan$/)) return [{ name: 'morgan', place: call.place, has: morganFields(unit, call) }];
      if (is(/^npm:koa-logger$/)) return [{ name: 'koa-logger', place: call.place, has: nearly }];
      if (is(/^npm:hono\/logger(?:\.logger)?$/)) return [{ name: "Hono's logger", place: call.place, has: nearly }];
      if (is(/^npm:express-winston\.logger$/)) {
        const line = lineOf(unit, call);
        if (line) return [{ name: 'express-winston', place: call.place, ...line }];
        const isChosen =
          ['requestWhitelist', 'requestFilter', 'headerBlacklist'].some((name) => call.option(name) !== 'absent') ||
          isFalse(call.option('meta'));
        return [{ name: 'express-winston', place: call.place, has: nearly, leaks: isChosen ? undefined : 'all headers of requests' }];
      }
      return [];
    });
}

const isFalse = (value: Value | 'absent' | 'unknown'): boolean =>
  typeof value === 'object' && value.kind === 'literal' && value.value === false;

/** `format: winston.format.printf((info) => …)`: the line holds what is written there, and nothing else of the request. */
function lineOf(unit: Unit, call: Call): Pick<AccessLog, 'has' | 'leaks'> | undefined {
  const [line] = unit
    .calls('npm:winston.format.printf', 'npm:logform.format.printf')
    .filter(({ around }) => around.some(({ node }) => node === call.node));
  const given = line?.argument(0);
  const words = given ? unit.functionsIn(given).flatMap((code) => unit.words(code)) : [];
  if (words.length === 0) return undefined;
  const isWhole = words.some((word) => /^(?:stringify|inspect)$/.test(word));
  return isWhole ? undefined : { has: fieldsIn(words), leaks: words.includes('headers') ? 'all headers of requests' : undefined };
}

/** pino-http writes the headers of each request, unless they are redacted or left out by a serializer. */
function pino(unit: Unit, call: Call, name: string): readonly AccessLog[] {
  const words = call.node.args.flatMap(({ value }) => [...unit.words(value), ...unit.pieces(value).map((piece) => piece.key ?? '')]);
  const autoLogging = call.option('autoLogging');
  if (isFalse(autoLogging)) return [];
  const onlyWith = switchOf(unit, call);
  const isCareful =
    words.some((word) => /^(?:redact|serializers|req|wrapSerializers)$/.test(word)) ||
    unit.calls('npm:pino', 'npm:pino.pino').some(({ node }) => unit.words(node).includes('redact'));
  const leaks = isCareful ? undefined : 'all headers of requests, authorization and cookies too,';
  return [{ name, place: call.place, has: fields, leaks: writesBodies(unit, call, words) ? 'the bodies of requests' : leaks, onlyWith }];
}

/** `autoLogging: process.env.LOG_HTTP === 'true' ? { … } : false`: off unless it is asked for. */
function switchOf(unit: Unit, call: Call): string | undefined {
  const arms = call.node.args.flatMap(({ value }) => unit.pieces(value)).filter(({ key }) => key === 'autoLogging');
  for (const { value, guards, runsIn, inFunction } of arms) {
    if (value.kind !== 'boolean' || value.value || runsIn === 'development') continue;
    const test = guards.find((guard) => !guard.holds && isAsked(unit, guard.test, inFunction))?.test;
    if (test) return unit.environmentBehind(test)[0];
  }
  return undefined;
}

/** A comparison of one variable with a text: it is not so where nobody sets it. */
function isAsked(unit: Unit, test: Expression, around: CodeFunction | undefined): boolean {
  const [name, ...others] = unit.environmentBehind(test);
  if (name === undefined || others.length > 0 || /^NODE_ENV$|^\?$/.test(name)) return false;
  const set = test.kind === 'name' ? nodesIn(around?.node.body).find((each) => binds(each, test.name)) : undefined;
  const compared = set?.kind === 'assignment' ? set.value : test;
  return compared?.kind === 'binary' && compared.operator === '==' && [compared.left, compared.right].some(({ kind }) => kind === 'string');
}
const binds = (node: AnyNode, name: string): boolean =>
  node.kind === 'assignment' && node.target.kind === 'bind' && node.target.name === name;

/** `serializers: { req(request) { request.body = request.raw.body; … } }`, and no `redact` of the whole body. */
function writesBodies(unit: Unit, call: Call, words: readonly string[]): boolean {
  const serializers = call.node.args.flatMap(({ value }) => unit.pieces(value)).filter(({ key }) => key === 'req' || key === 'serializers');
  const written = serializers
    .flatMap(({ value }) => nodesIn(value))
    .some((node) => (node.kind === 'member' && node.name === 'body') || isBodyKey(node));
  return written && !words.some((word) => /^req(?:uest)?\.body$/.test(word));
}

const isBodyKey = (node: AnyNode): boolean => node.kind === 'object' && node.entries.some(({ key }) => key === 'body');

const nest = (unit: Unit): readonly AccessLog[] =>
  unit
    .calls('npm:nestjs-pino.LoggerModule.forRoot', 'npm:nestjs-pino.LoggerModule.forRootAsync')
    .flatMap((call) => pino(unit, call, 'nestjs-pino'));

const named: Readonly<Record<string, readonly Field[]>> = {
  combined: ['method', 'route', 'status'],
  common: ['method', 'route', 'status'],
  default: ['method', 'route', 'status'],
  dev: nearly,
  short: nearly,
  tiny: nearly,
};

function morganFields(unit: Unit, call: Call): readonly Field[] {
  const given = call.argument(0);
  if (given === undefined) return named.default ?? [];
  const texts = textsIn(unit.value(given));
  const written = [...unit.words(given), ...unit.functionsIn(given).flatMap((code) => unit.words(code)), ...texts];
  const known = texts.map((text) => named[text]).find((each) => each !== undefined);
  return known ?? fieldsIn(written.flatMap((text) => text.split(/[\s"',]+/)));
}

const textsIn = (value: Value): readonly string[] => {
  if (value.kind === 'literal') return [String(value.value)];
  if (value.kind === 'text') return value.parts.flatMap(textsIn);
  return value.kind === 'choice' ? value.among.filter(({ runsIn }) => runsIn !== 'development').flatMap((arm) => textsIn(arm.value)) : [];
};

/** Fastify logs a request when it comes and when it was answered. */
function fastify(unit: Unit): readonly AccessLog[] {
  return unit.calls('npm:fastify', 'npm:fastify.fastify', 'npm:fastify.Fastify').flatMap((call) => {
    const logger = call.option('logger');
    const isOn = (logger !== 'absent' && !isFalse(logger)) || call.option('loggerInstance') !== 'absent';
    const off = call.option('disableRequestLogging');
    const isQuiet = typeof off === 'object' && off.kind === 'literal' && off.value === true;
    return isOn && !isQuiet ? [{ name: "Fastify's own log", place: call.place, has: fields }] : [];
  });
}

function django(unit: Unit): readonly AccessLog[] {
  return unit.middleware
    .filter(({ symbols }) => symbols.some((symbol) => /^py:django_structlog\.middlewares\.(?:\w+\.)?RequestMiddleware$/.test(symbol)))
    .map(({ place }) => ({ name: 'django-structlog', place, has: ['method', 'route', 'status', 'request id'] }));
}

/** Servers log requests themselves: in a line of their own, without the id of the request. */
export function byServer(unit: Unit): readonly AccessLog[] {
  const run = unit.calls('py:uvicorn.run', 'py:uvicorn.Config').filter((call) => !isFalse(call.option('access_log')));
  const off = unit.calls('py:uvicorn.run').some((call) => isFalse(call.option('access_log')));
  const commands = off
    ? []
    : unit.startCommands.filter(
        ({ text }) =>
          /\buvicorn\b|\bfastapi["',\s]+(?:run|dev)\b/.test(text) && !/--no-access-log/.test(text) && !/\bgunicorn\b/.test(text),
      );
  const gunicorn = unit.startCommands.filter(({ text }) => /\bgunicorn\b/.test(text) && /--access-logfile/.test(text));
  const has: readonly Field[] = ['method', 'route', 'status'];
  const uwsgi = unit.startCommands.filter(
    ({ text, settings = '' }) => /\buwsgi["',\s]/.test(text) && !/--disable-logging(?!\s+(?:false|0)\b)|\s-L\b/.test(text + settings),
  );
  return [
    ...gunicorn.map(({ place, text, settings = '' }) => ({
      name: "gunicorn's access log",
      place,
      has: [
        ...has,
        ...(/%\(([DLMT])\)s/.test(text + settings) ? ['duration' as const] : []),
        ...(/%\(\{X-(?:Request|Correlation)-Id\}[io]\)s/i.test(text + settings) ? ['request id' as const] : []),
      ],
    })),
    ...uwsgi.map(({ place, text, settings = '' }) => ({
      name: "uWSGI's own log",
      place,
      has: /--log-format\b/.test(text + settings) ? has : [...has, 'duration' as const],
    })),
    ...[...run, ...commands].map(({ place }) => ({ name: "uvicorn's own access log", place, has })),
  ];
}
