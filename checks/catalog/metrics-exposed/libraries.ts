// Packages that measure requests and expose what they measured, where they are wired whole.
import type { Seen } from '../../answer.ts';
import type { Call, Unit } from '../../model.ts';

const nothing: Seen = { bad: [], good: [] };

export function libraries(unit: Unit): Seen {
  const good = (name: string, { place }: Pick<Call, 'place'>): Seen => ({
    ...nothing,
    good: [{ message: `${name} measures requests and exposes them`, place }],
  });
  const bad = (message: string, { place }: Pick<Call, 'place'>): Seen => ({ ...nothing, bad: [{ message, place }] });
  const instrumentators = unit.calls('py:prometheus_fastapi_instrumentator.Instrumentator');
  const [instrumentator] = instrumentators;
  if (instrumentator !== undefined) {
    const steps = unit.calls('py:prometheus_fastapi_instrumentator.Instrumentator()*').flatMap(({ symbols }) => symbols);
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
    return isShown
      ? good('the Prometheus middleware', exporter)
      : bad('the Prometheus middleware measures requests, and no route shows them', exporter);
  }
  const django = of(/^py:django_prometheus\.middleware\.Prometheus(?:Before|After)Middleware$/);
  if (django !== undefined) {
    const isShown = unit
      .calls('py:django.urls.include', 'py:django.conf.urls.include', 'py:django.urls.path')
      .some(({ node }) => unit.words(node).some((word) => /django_prometheus\.urls|ExportToDjangoView/.test(word)));
    return isShown ? good('django-prometheus', django) : bad('django-prometheus measures requests, and no address shows them', django);
  }
  const node = of(
    /^npm:(?:express-prom-bundle|fastify-metrics|prometheus-api-metrics|express-prometheus-middleware|swagger-stats\.getMiddleware|@hono\/prometheus\.prometheus|koa-prometheus-exporter)(?:\(\))?/,
  );
  if (node !== undefined)
    return good(
      /^(?:npm:)?((?:@\w+\/)?[\w-]+)/.exec(node.symbols[0] ?? node.made[0]?.symbols[0] ?? '')?.[1] ?? 'the Prometheus middleware',
      node,
    );
  return pushed(unit, good);
}

/** Metrics that are sent instead of being fetched. */
function pushed(unit: Unit, good: (name: string, site: Pick<Call, 'place'>) => Seen): Seen {
  const [exporter] = unit.calls('*.OTLPMetricExporter', '*.PeriodicExportingMetricReader').filter(({ runsIn }) => runsIn !== 'development');
  const instruments = unit.calls(
    '*.getNodeAutoInstrumentations',
    '*.HttpInstrumentation',
    '*.FastAPIInstrumentor*',
    '*.FlaskInstrumentor*',
    '*.DjangoInstrumentor*',
    '*.StarletteInstrumentor*',
    'npm:@hono/otel*',
  );
  if (exporter !== undefined && instruments.length > 0) return good('OpenTelemetry', exporter);
  const sent = unit.imports('hot-shots', 'node-statsd', 'statsd', 'datadog', 'logfire', 'statsd-client', 'lynx', 'appmetrics');
  if (sent.length > 0)
    return {
      ...nothing,
      unclear: [`metrics are sent through ${sent[0]?.module}, and whether requests are among them could not be followed`],
    };
  return nothing;
}
