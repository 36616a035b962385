// Where what was measured can be read.
import type { Call, CodeFunction, FilePlace, Unit } from '../../model.ts';

export function exposures(unit: Unit): { readonly exposed: readonly FilePlace[]; readonly hidden: readonly FilePlace[] } {
  const counts = (call: Call): boolean => call.runsIn !== 'development' && !call.onlyAsScript;
  const printed = unit
    .calls(
      'npm:prom-client.register.metrics',
      'npm:prom-client.Registry().metrics',
      'npm:prom-client.AggregatorRegistry().clusterMetrics',
      'py:prometheus_client.generate_latest',
      'py:prometheus_client.exposition.generate_latest',
    )
    .filter(counts);
  const handlers = unit.routes.filter(({ path }) => /metrics|prometheus/i.test(path)).flatMap(({ handler }) => handler ?? []);
  const byRoute =
    unit.imports('prom-client', 'prometheus_client').length === 0
      ? []
      : handlers
          .filter((code) => !isOfDevelopment(unit, code))
          .filter((code) => unit.words(code).some((word) => /^(?:metrics|generate_latest|clusterMetrics)$/.test(word)));
  const reached = printed.filter(
    ({ inFunction }) => inFunction === undefined || unit.isReferred(inFunction) || unit.handedTo(inFunction) !== undefined,
  );
  const apps = unit.calls('py:prometheus_client.make_asgi_app', 'py:prometheus_client.make_wsgi_app').filter(counts);
  const mounted = apps.filter((call) => isMounted(unit, call));
  const modules = unit
    .calls(...['register', 'registerAsync'].map((name) => `npm:@willsoto/nestjs-prometheus.PrometheusModule.${name}`))
    .filter(counts);
  const listening = unit.calls('py:prometheus_client.start_http_server', 'py:prometheus_client.start_wsgi_server').filter(counts);
  const views = unit
    .calls('py:django.urls.path', 'py:django.urls.re_path')
    .filter(({ node }) => unit.words(node).includes('ExportToDjangoView'));
  const readers = unit
    .calls('npm:@opentelemetry/exporter-prometheus.PrometheusExporter', 'py:opentelemetry.exporter.prometheus.PrometheusMetricReader')
    .filter(counts);
  return {
    exposed: [
      ...byRoute.map((code) => unit.place(code)),
      ...[...reached, ...mounted, ...listening, ...views, ...readers, ...modules].map(({ place }) => place),
    ],
    hidden: [...printed, ...apps].map(({ place }) => place),
  };
}

/** Written where only runs for development come by. */
const isOfDevelopment = (unit: Unit, code: CodeFunction): boolean => unit.handedTo(code)?.runsIn === 'development';

/** `app.mount('/metrics', make_asgi_app())`, `Mount('/metrics', app=…)`, `DispatcherMiddleware(app, { … })`. */
function isMounted(unit: Unit, call: Call): boolean {
  if (call.around.length > 0) return true;
  const made = call.symbols.map((symbol) => `${symbol}()`);
  return unit
    .calls('*.mount', '*.Mount', '*.add_route', '*.DispatcherMiddleware')
    .some(({ node }) =>
      node.args.some(({ value }) =>
        [value, ...unit.pieces(value).map((piece) => piece.value)].some((each) =>
          unit.symbols(each).some((symbol) => made.includes(symbol)),
        ),
      ),
    );
}
