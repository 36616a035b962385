// Listeners that a service has for its metrics alone, as far as the source tells: the exporters' own, and a port from the environment.
import type { HttpOptions } from '../../../checks/evidence/http/options.ts';
import type { Call, CodeEvidence, Unit, Value } from '../../../checks/model.ts';

type Listeners = NonNullable<HttpOptions['metricsAt']>;

const ofPython = ['py:prometheus_client.start_http_server', 'py:prometheus_client.start_wsgi_server'];
const ofOpenTelemetry = 'npm:@opentelemetry/exporter-prometheus.PrometheusExporter';
const openTelemetryPort = 9464;

/** Ports with their paths, each once. */
export function listenersForMetrics({ units }: Pick<CodeEvidence, 'units'>, values: ReadonlyMap<string, string>): Listeners {
  const found = units.flatMap((unit) => [
    ...fromPython(unit, values),
    ...fromOpenTelemetry(unit, values),
    ...fromEnvironment(unit, values),
  ]);
  return [...new Map(found.map((each) => [`${each.port}${each.path}`, each])).values()];
}

function fromPython(unit: Unit, values: ReadonlyMap<string, string>): Listeners {
  return unit.calls(...ofPython).flatMap((call) => {
    const first = call.argument(0, 'port');
    const port = first === undefined ? undefined : portIn(unit.value(first), values);
    return port === undefined ? [] : [{ port, path: '/metrics' }];
  });
}

function fromOpenTelemetry(unit: Unit, values: ReadonlyMap<string, string>): Listeners {
  return unit.calls(ofOpenTelemetry).flatMap((call) => {
    if (textOption(call, 'preventServerStart') === 'true') return [];
    const given = call.option('port');
    const port = given === 'absent' ? openTelemetryPort : given === 'unknown' ? undefined : portIn(given, values);
    const path = textOption(call, 'endpoint') ?? '/metrics';
    return port === undefined ? [] : [{ port, path: path.startsWith('/') ? path : `/${path}` }];
  });
}

function textOption(call: Call, name: string): string | undefined {
  const value = call.option(name);
  return typeof value === 'object' && value.kind === 'literal' ? String(value.value) : undefined;
}

/** `METRICS_PORT`, `PROMETHEUS_PORT`: read by the code, and given. */
function fromEnvironment(unit: Unit, values: ReadonlyMap<string, string>): Listeners {
  return unit.environmentReads
    .filter(({ name }) => /^(?:\w+_)?(?:METRICS|PROM(?:ETHEUS)?)_(?:\w+_)?PORT$/.test(name))
    .flatMap(({ name, fallback }) => {
      const port = number(values.get(name)) ?? (fallback === undefined ? undefined : portIn(fallback, values));
      return port === undefined ? [] : [{ port, path: '/metrics' }];
    });
}

function portIn(value: Value, values: ReadonlyMap<string, string>): number | undefined {
  if (value.kind === 'literal') return number(String(value.value));
  if (value.kind !== 'environment') return undefined;
  return number(values.get(value.name)) ?? (value.fallback === undefined ? undefined : portIn(value.fallback, values));
}

function number(text: string | undefined): number | undefined {
  const port = Number(text);
  return text !== undefined && Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
