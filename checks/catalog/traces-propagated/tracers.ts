// Tracers of packages: whether they are started, and what they see of requests and of calls.
import type { FilePlace, Unit } from '../../model.ts';

export interface Tracer {
  readonly name: string;
  readonly place: FilePlace;
  readonly incoming: boolean;
  /** `all`: every client that is known to it passes the trace on. */
  readonly outgoing: 'all' | 'some';
  readonly fault?: string;
}

export const tracersOf = (unit: Unit): readonly Tracer[] => [...node(unit), ...python(unit), ...agents(unit), ...commands(unit)];

const auto =
  /^(?:getNodeAutoInstrumentations|HttpInstrumentation|UndiciInstrumentation|FetchInstrumentation|FastifyInstrumentation|FastifyOtelInstrumentation)$/;

function node(unit: Unit): readonly Tracer[] {
  const instruments = unit.calls('*.getNodeAutoInstrumentations', '*.HttpInstrumentation', '*.UndiciInstrumentation', 'npm:@fastify/otel*');
  const sees = instruments.some(({ symbols }) =>
    symbols.some((symbol) => auto.test(symbol.split('.').at(-1) ?? '') || /fastify\/otel/.test(symbol)),
  );
  const all = instruments.some(({ symbols }) => symbols.some((symbol) => /\.getNodeAutoInstrumentations$/.test(symbol)));
  const sdks = unit.calls('npm:@opentelemetry/sdk-node.NodeSDK').filter(({ runsIn }) => runsIn !== 'development');
  const started =
    unit.calls('npm:@opentelemetry/sdk-node.NodeSDK().start').length > 0 ||
    unit.calls('*.start').some(({ symbols }) => symbols.some((symbol) => symbol.includes('NodeSDK')));
  const providers = unit
    .calls('npm:@opentelemetry/sdk-trace-node.NodeTracerProvider', 'npm:@opentelemetry/sdk-trace-base.BasicTracerProvider')
    .filter(({ runsIn }) => runsIn !== 'development');
  const registered =
    unit.calls('*.register').some(({ symbols }) => symbols.some((symbol) => /TracerProvider\(\)\.register$/.test(symbol))) ||
    unit.calls('npm:@opentelemetry/api.trace.setGlobalTracerProvider').length > 0;
  const vercel = unit.calls('npm:@vercel/otel.registerOTel');
  const of = (place: FilePlace, isOn: boolean, fault: string): Tracer => ({
    name: 'OpenTelemetry',
    place,
    incoming: sees,
    outgoing: all ? 'all' : 'some',
    ...(isOn ? {} : { fault }),
  });
  return [
    ...sdks.map(({ place }) => of(place, started, 'the SDK of OpenTelemetry is made and never started')),
    ...providers.map(({ place }) => of(place, registered, 'the tracer provider is made and never registered')),
    ...vercel.map(({ place }): Tracer => ({ name: '@vercel/otel', place, incoming: true, outgoing: 'all' })),
  ];
}

function python(unit: Unit): readonly Tracer[] {
  const servers = unit
    .calls('*.instrument_app', '*.instrument')
    .filter(({ symbols }) => symbols.some((symbol) => /(?:FastAPI|Starlette|Flask|Django|Asgi|AioHttpServer)Instrumentor/.test(symbol)));
  const middleware = unit.middleware.filter(({ symbols }) => symbols.some((symbol) => /OpenTelemetryMiddleware$/.test(symbol)));
  const logfire = unit.calls(
    'py:logfire.instrument_fastapi',
    'py:logfire.instrument_starlette',
    'py:logfire.instrument_flask',
    'py:logfire.instrument_django',
    'py:logfire.instrument_asgi',
  );
  const providers = unit.calls('py:opentelemetry.sdk.trace.TracerProvider').filter(({ runsIn }) => runsIn !== 'development');
  const isSet = unit.calls('*.set_tracer_provider').length > 0;
  const sees = [...servers, ...middleware, ...logfire].filter(({ runsIn }) => runsIn !== 'development');
  return [
    ...sees.map(({ place }): Tracer => ({ name: 'OpenTelemetry', place, incoming: true, outgoing: 'some' })),
    ...providers.map(
      ({ place }): Tracer => ({
        name: 'OpenTelemetry',
        place,
        incoming: false,
        outgoing: 'some',
        ...(isSet || sees.some((each) => each.runsIn === 'every') ? {} : { fault: 'the tracer provider is made and never set' }),
      }),
    ),
  ];
}

/** Agents that patch what they know when they are started. */
function agents(unit: Unit): readonly Tracer[] {
  const calls = unit
    .calls(
      'npm:dd-trace.init',
      'npm:dd-trace.tracer.init',
      'npm:elastic-apm-node.start',
      'py:ddtrace.patch_all',
      'py:elasticapm.contrib.starlette.make_apm_client',
      'py:elasticapm.contrib.flask.ElasticAPM',
      'py:newrelic.agent.initialize',
    )
    .filter(({ runsIn }) => runsIn !== 'development');
  // One by one: what takes requests in has to be among them.
  const chosen = unit
    .calls('py:ddtrace.patch')
    .filter((call) => call.runsIn !== 'development' && ['django', 'flask', 'fastapi', 'starlette'].some((name) => isOn(call.option(name))));
  const imports = unit
    .imports('dd-trace/init', 'elastic-apm-node/start', 'newrelic', 'ddtrace.auto', 'ddtrace.bootstrap')
    .filter(({ runsIn }) => runsIn !== 'development');
  const sentry = unit
    .calls('npm:@sentry/node.init', 'npm:@sentry/nestjs.init', 'npm:@sentry/bun.init', 'npm:@sentry/nextjs.init', 'py:sentry_sdk.init')
    .filter(
      (call) =>
        call.runsIn !== 'development' &&
        ['tracesSampleRate', 'tracesSampler', 'traces_sample_rate', 'traces_sampler', 'enable_tracing'].some((name) =>
          isOn(call.option(name)),
        ),
    );
  return [...calls, ...chosen, ...imports, ...sentry].map(({ place }) => ({ name: 'the agent', place, incoming: true, outgoing: 'all' }));
}

const isOn = (value: ReturnType<ReturnType<Unit['calls']>[number]['option']>): boolean =>
  value !== 'absent' && !(typeof value === 'object' && value.kind === 'literal' && !value.value);

const commands = (unit: Unit): readonly Tracer[] =>
  unit.startCommands
    .filter(({ text }) =>
      /opentelemetry-instrument|auto-instrumentations-node\/register|ddtrace-run|dd-trace\/init|newrelic-admin|-r newrelic/.test(text),
    )
    .map(({ place }) => ({ name: 'the agent', place, incoming: true, outgoing: 'all' }));

export interface Outbound {
  readonly client: string;
  readonly place: FilePlace;
}

const clients: readonly (readonly [client: string, pattern: string])[] = [
  ['httpx', 'py:httpx.*'],
  ['requests', 'py:requests.*'],
  ['aiohttp', 'py:aiohttp.ClientSession*'],
  ['the OpenAI client', 'py:openai.*'],
  ['fetch', 'js:fetch'],
  ['axios', 'npm:axios*'],
  ['got', 'npm:got*'],
  ['undici', 'npm:undici.*'],
  ['the OpenAI client', 'npm:openai*'],
];

/** Clients that the service calls others through. */
export const outboundOf = (unit: Unit): readonly Outbound[] =>
  clients.flatMap(([client, pattern]) => {
    const [call] = unit.calls(pattern).filter(({ onlyAsScript, runsIn }) => !onlyAsScript && runsIn !== 'development');
    return call ? [{ client, place: call.place }] : [];
  });

/** Clients whose instrumentation is switched on. */
export function passersOf(unit: Unit): ReadonlySet<string> {
  const found = unit
    .calls(
      ...['*.instrument', '*.instrument_client', 'py:logfire.instrument_*'],
      ...['*.UndiciInstrumentation', '*.FetchInstrumentation', '*.HttpInstrumentation'],
    )
    .flatMap(({ symbols }) => symbols);
  const has = (pattern: RegExp): boolean => found.some((symbol) => pattern.test(symbol));
  return new Set([
    // The OpenAI client of Python calls through httpx.
    ...(has(/HTTPXClientInstrumentor|instrument_httpx/) ? ['httpx', 'the OpenAI client'] : []),
    ...(has(/OpenAIInstrumentor|instrument_openai/) ? ['the OpenAI client'] : []),
    ...(has(/RequestsInstrumentor|instrument_requests/) ? ['requests'] : []),
    ...(has(/AioHttpClientInstrumentor|instrument_aiohttp_client/) ? ['aiohttp'] : []),
    // Until version 5 the OpenAI client of Node calls through node:http.
    ...(has(/\.HttpInstrumentation$/)
      ? ['axios', 'got', ...(Number.parseInt(unit.packages.openai || '0', 10) < 5 ? ['the OpenAI client'] : [])]
      : []),
    // Node's fetch is undici, which the instrumentation of node:http does not see.
    ...(has(/UndiciInstrumentation|FetchInstrumentation/) ? ['fetch', 'undici', 'the OpenAI client'] : []),
  ]);
}
