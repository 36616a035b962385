// Packages that measure requests and expose what they measured, where they are wired whole.
import type { Seen } from '../../answer.ts';
import type { Call, Middleware, Unit } from '../../model.ts';
import { exposures } from './exposed.ts';

const nothing: Seen = { bad: [], good: [] };

export function libraries(unit: Unit): Seen {
  const good = (name: string, { place }: Pick<Call, 'place'>): Seen => ({
    ...nothing,
    good: [{ message: `${name} measures requests and exposes them`, place }],
  });
  const bad = (message: string, { place }: Pick<Call, 'place'>): Seen => ({ ...nothing, bad: [{ message, place }] });
  const instrumentators = unit.calls('py:prometheus_fastapi_instrumentator.Instrumentator').filter(isLive);
  const [instrumentator] = instrumentators;
  if (instrumentator !== undefined) {
    const steps = unit
      .calls('py:prometheus_fastapi_instrumentator.Instrumentator()*')
      .filter(isLive)
      .flatMap(({ symbols }) => symbols);
    if (!steps.some((symbol) => /\.instrument$/.test(symbol)))
      return bad('the Instrumentator never instruments the application', instrumentator);
    return steps.some((symbol) => /\.expose$/.test(symbol))
      ? good('prometheus-fastapi-instrumentator', instrumentator)
      : bad('the Instrumentator measures requests, and nothing exposes them', instrumentator);
  }
  const [flask] = unit
    .calls('py:prometheus_flask_exporter.PrometheusMetrics', '*.GunicornPrometheusMetrics')
    .filter(({ node, symbols }) => node.args.length > 0 || unit.calls(...symbols.map((symbol) => `${symbol}().init_app`)).length > 0);
  if (flask !== undefined) return good('prometheus-flask-exporter', flask);
  const hung = unit.middleware.filter(({ runsIn }) => runsIn !== 'development');
  const of = (pattern: RegExp) =>
    hung.find(({ symbols, made }) => [...symbols, ...made.flatMap((each) => each.symbols)].some((symbol) => pattern.test(symbol)));
  const exporter = of(/^py:(?:starlette_exporter|starlette_prometheus)(?:\.\w+)*\.PrometheusMiddleware$/);
  if (exporter !== undefined) {
    const isShown = unit
      .calls('*.add_route', '*.Route', '*.add_api_route')
      .some(({ node }) => unit.words(node).some((word) => /^(?:handle_metrics|metrics)$/.test(word)));
    if (isShown && isLiteral(exporter.hungBy?.option('group_paths'), false))
      return bad('the path of each request becomes a label: every id makes a new series', exporter);
    return isShown
      ? good('the Prometheus middleware', exporter)
      : bad('the Prometheus middleware measures requests, and no route shows them', exporter);
  }
  const [address] = unit
    .calls('py:django.urls.include', 'py:django.conf.urls.include')
    .filter((call) => isLive(call) && unit.words(call.node).includes('django_prometheus.urls'));
  const django = of(/^py:django_prometheus\.middleware\.Prometheus(?:Before|After)Middleware$/) ?? derivedOfPrometheus(unit, hung);
  if (django !== undefined) {
    const isShown = unit
      .calls('py:django.urls.include', 'py:django.conf.urls.include', 'py:django.urls.path')
      .some(({ node }) => unit.words(node).some((word) => /django_prometheus\.urls|ExportToDjangoView/.test(word)));
    // Also from a view of the service's own, which lets only some people in.
    const isAnswered = unit.routes.some(
      ({ handler }) =>
        handler !== undefined &&
        unit
          .callsFrom(handler)
          .some(({ symbols }) => symbols.some((symbol) => /^py:django_prometheus\.exports\.ExportToDjangoView$/.test(symbol))),
    );
    return isShown || isAnswered
      ? good('django-prometheus', django)
      : bad('django-prometheus measures requests, and no address shows them', django);
  }
  if (address !== undefined) return bad('the address of django-prometheus is there, and no middleware of it measures requests', address);
  const node = of(
    /^npm:(?:express-prom-bundle|fastify-metrics|prometheus-api-metrics|express-prometheus-middleware|swagger-stats\.getMiddleware|@hono\/prometheus\.prometheus|koa-prometheus-exporter)(?:\(\))?/,
  );
  const fault = node && faultOf(unit, node);
  if (node !== undefined && fault !== undefined) return bad(fault, node);
  if (node !== undefined)
    return good(
      /^(?:npm:)?((?:@\w+\/)?[\w-]+)/.exec(node.symbols[0] ?? node.made[0]?.symbols[0] ?? '')?.[1] ?? 'the Prometheus middleware',
      node,
    );
  return pushed(unit, good);
}

const isLive = ({ runsIn, onlyAsScript }: Call): boolean => runsIn !== 'development' && !onlyAsScript;

const isLiteral = (value: ReturnType<Call['option']> | undefined, wanted: boolean | null): boolean =>
  typeof value === 'object' && value.kind === 'literal' && value.value === wanted;

/** What a package is told that leaves requests out, their addresses in, or nothing to read. */
function faultOf(unit: Unit, { symbols, made, hungBy }: Middleware): string | undefined {
  const is = (name: string): boolean =>
    [...symbols, ...made.flatMap((each) => each.symbols)].some((symbol) => symbol.startsWith(`npm:${name}`));
  const told = (name: string, wanted: boolean | null): boolean =>
    [...made, ...(hungBy ? [hungBy] : [])].some((call) => isLiteral(call.option(name), wanted));
  if (is('express-prom-bundle') && told('includePath', true) && told('normalizePath', false))
    return 'the path of each request becomes a label: every id makes a new series';
  if (is('fastify-metrics') && told('routeMetrics', false)) return 'fastify-metrics is told to measure no requests';
  if (is('fastify-metrics') && told('endpoint', null) && exposures(unit).exposed.length === 0)
    return 'fastify-metrics measures requests, and nothing exposes them';
  if (is('@hono/prometheus') && !isPrinted(unit)) return '@hono/prometheus measures requests, and no route prints them';
  return undefined;
}

const isPrinted = (unit: Unit): boolean =>
  unit
    .calls('*.get', '*.all', '*.on', '*.use')
    .some(
      (call) => isLive(call) && call.node.args.some(({ value }) => unit.symbols(value).some((symbol) => symbol.endsWith('.printMetrics'))),
    );

/** Metrics that are sent instead of being fetched. */
function pushed(unit: Unit, good: (name: string, site: Pick<Call, 'place'>) => Seen): Seen {
  const [exporter] = unit.calls('*.OTLPMetricExporter', '*.PeriodicExportingMetricReader').filter(({ runsIn }) => runsIn !== 'development');
  const instruments = [
    ...unit.calls('*.getNodeAutoInstrumentations', '*.HttpInstrumentation', 'npm:@hono/otel*'),
    ...unit
      .calls('*.instrument_app', '*.instrument')
      .filter(({ symbols }) => symbols.some((symbol) => /(?:FastAPI|Flask|Django|Starlette)Instrumentor/.test(symbol))),
  ].filter(isLive);
  if (exporter !== undefined && instruments.length > 0) return good('OpenTelemetry', exporter);
  const [reader] = unit.calls('*.PrometheusMetricReader').filter(isLive);
  const { exposed } = exposures(unit);
  if (reader !== undefined && instruments.length > 0 && exposed.some((place) => place !== reader.place))
    return good('OpenTelemetry', reader);
  const sent = unit.imports('hot-shots', 'node-statsd', 'statsd', 'datadog', 'logfire', 'statsd-client', 'lynx', 'appmetrics');
  const [embedded] = unit.calls('py:aws_lambda_powertools.Metrics', 'py:aws_lambda_powertools.metrics.Metrics').filter(isLive);
  if (embedded !== undefined)
    return {
      ...nothing,
      unclear: ['metrics are written for CloudWatch by Powertools, and whether requests are among them could not be followed'],
    };
  if (sent.length > 0)
    return {
      ...nothing,
      unclear: [`metrics are sent through ${sent[0]?.module}, and whether requests are among them could not be followed`],
    };
  return nothing;
}

/** A class of the service's own, in the only file that has the middleware of django-prometheus to derive from. */
function derivedOfPrometheus(unit: Unit, hung: readonly Middleware[]): Middleware | undefined {
  const modules = unit
    .imports('django_prometheus.middleware')
    .filter(({ runsIn }) => runsIn !== 'development')
    .map(({ place }) => place.path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.'));
  return hung.find(({ symbols }) =>
    symbols.some((symbol) => {
      const [, module = '', name = ''] = /^py:(.+)\.(\w+)$/.exec(symbol) ?? [];
      return /prometheus|metrics/i.test(name) && modules.some((each) => each === module || each.endsWith(`.${module}`));
    }),
  );
}
