// What packages do for request ids: which answer with them, and which log them.
import type { Call, FilePlace, Unit } from '../../model.ts';

export interface IdLibrary {
  readonly name: string;
  readonly place: FilePlace;
  /** Undefined where that could not be followed. */
  readonly answers: boolean | undefined;
  readonly logs: boolean;
}

interface Known {
  readonly symbol: RegExp;
  readonly name: string;
  readonly answers: boolean | undefined;
  readonly logs: boolean;
}
const known: readonly Known[] = [
  { symbol: /^py:asgi_correlation_id(?:\.\w+)*\.CorrelationIdMiddleware$/, name: 'asgi-correlation-id', answers: true, logs: false },
  { symbol: /^py:django_guid\.middleware\.guid_middleware$/, name: 'django-guid', answers: true, logs: false },
  { symbol: /^py:django_structlog\.middlewares\.(?:\w+\.)?RequestMiddleware$/, name: 'django-structlog', answers: false, logs: true },
  { symbol: /^py:request_id\.middleware\.RequestIdMiddleware$/, name: 'django-request-id', answers: false, logs: false },
  {
    symbol:
      /^npm:(?:koa-requestid|koa-request-id|koa-x-request-id|express-request-id|@kibertoad\/express-request-id|express-requestid)(?:\.\w+)?\(\)$/,
    name: 'the request-id middleware',
    answers: true,
    logs: false,
  },
  { symbol: /^npm:hono\/request-id(?:\.requestId)?\(\)$/, name: "Hono's requestId", answers: true, logs: false },
  // A package that is named so, and that nobody here has read.
  {
    symbol: /^npm:@[\w.-]+\/[\w-]*(?:request|correlation)-?id[\w-]*(?:\.\w+)?\(\)$/,
    name: 'a request-id middleware',
    answers: undefined,
    logs: false,
  },
];

export function librariesOf(unit: Unit): readonly IdLibrary[] {
  const hung = unit.middleware.flatMap(({ symbols, place, runsIn }) =>
    runsIn === 'development'
      ? []
      : known
          .filter(({ symbol }) => symbols.some((each) => symbol.test(each)))
          .slice(0, 1)
          .map((each) => ({ name: each.name, place, answers: each.answers, logs: each.logs })),
  );
  return [...hung, ...starletteContext(unit), ...django(unit), ...pino(unit), ...fastify(unit), ...tracer(unit)];
}

function starletteContext(unit: Unit): readonly IdLibrary[] {
  return unit.middleware
    .filter(({ symbols }) => symbols.some((symbol) => /^py:starlette_context\.middleware\.\w*ContextMiddleware$/.test(symbol)))
    .filter(({ hungBy }) => hungBy && unit.words(hungBy.node).some((word) => /^(?:RequestId|CorrelationId)Plugin$/.test(word)))
    .map(({ place }) => ({ name: 'starlette-context', place, answers: true, logs: false }));
}

/** `log_request_id` answers only where it is told a header. */
function django(unit: Unit): readonly IdLibrary[] {
  return unit.middleware
    .filter(({ symbols }) => symbols.includes('py:log_request_id.middleware.RequestIDMiddleware'))
    .map(({ place }) => ({
      name: 'django-log-request-id',
      place,
      answers: unit.assignments('REQUEST_ID_RESPONSE_HEADER').length > 0,
      logs: false,
    }));
}

/** pino-http logs `req.id`, and answers with it only where `genReqId` sets the header. */
function pino(unit: Unit): readonly IdLibrary[] {
  const hung = unit.middleware
    .flatMap(({ made }) => made)
    .filter(({ symbols }) => symbols.some((symbol) => /^npm:(?:pino-http|koa-pino-logger|express-pino-logger)(?:\.\w+)?$/.test(symbol)));
  const modules = unit.calls('npm:nestjs-pino.LoggerModule.forRoot', 'npm:nestjs-pino.LoggerModule.forRootAsync');
  return [...hung, ...modules].map((call) => ({ name: 'pino-http', place: call.place, answers: setsHeader(unit, call), logs: true }));
}

const setsHeader = (unit: Unit, call: Call): boolean => {
  const words = [
    ...call.node.args.flatMap(({ value }) => [
      ...unit.words(value),
      ...unit.pieces(value).flatMap((piece) => unit.functionsIn(piece.value).flatMap((code) => unit.words(code))),
    ]),
  ];
  return (
    words.some((word) => /^(?:setHeader|set|header)$/.test(word)) && words.some((word) => /^x-(?:request|correlation)-id$/i.test(word))
  );
};

/** Fastify gives each request an id and logs it. */
function fastify(unit: Unit): readonly IdLibrary[] {
  return unit.calls('npm:fastify', 'npm:fastify.fastify', 'npm:fastify.Fastify').flatMap((call) => {
    const logger = call.option('logger');
    const isOn = logger !== 'absent' && !(typeof logger === 'object' && logger.kind === 'literal' && logger.value === false);
    return isOn || call.option('loggerInstance') !== 'absent' ? [{ name: 'Fastify', place: call.place, answers: false, logs: true }] : [];
  });
}

/** `rTracer.koaMiddleware({ echoHeader: true })`, `ClsModule.forRoot({ middleware: { generateId: true } })`. */
function tracer(unit: Unit): readonly IdLibrary[] {
  const made = unit.middleware
    .flatMap((each) => each.made)
    .filter(({ symbols }) => symbols.some((symbol) => symbol.startsWith('npm:cls-rtracer.')));
  const cls = unit.calls('npm:nestjs-cls.ClsModule.forRoot').filter((call) => unit.words(call.node).includes('generateId'));
  return [
    ...made.map((call) => ({ name: 'cls-rtracer', place: call.place, answers: call.option('echoHeader') !== 'absent', logs: false })),
    ...cls.map((call) => ({
      name: 'nestjs-cls',
      place: call.place,
      answers: unit.words(call.node).some((word) => /^x-(?:request|correlation)-id$/i.test(word)),
      logs: false,
    })),
  ];
}
