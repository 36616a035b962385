// What source shows of metrics: that requests are measured on their way, by route template, and that somebody can read it.
import { eachUnit, lacking, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { Unit } from '../../model.ts';
import { exposures } from './exposed.ts';
import { libraries } from './libraries.ts';
import { requestMetrics } from './measured.ts';

export const mentions = [
  'prom',
  'metric',
  'statsd',
  'opentelemetry',
  'otel',
  'datadog',
  'swagger-stats',
  'middleware',
  'logfire',
  'promster',
];

export const judgeCode = eachUnit((unit) => unlessHanded(unit, ofUnit(unit)), notApplicable('its platform counts and times the requests'));

const perRequest = new Set(['next', 'supabase-function', 'deno', 'worker']);

function ofUnit(unit: Unit): Seen {
  const whole = libraries(unit);
  if (whole.bad.length + whole.good.length + (whole.unclear?.length ?? 0) > 0) return whole;
  const { measured, raw, idle } = requestMetrics(unit);
  const { exposed, hidden } = exposures(unit);
  const labels = raw.map((place) => ({ message: 'the URL of each request becomes a label: every id makes a new series', place }));
  const [shown] = exposed;
  const [first] = measured;
  if (first !== undefined && shown !== undefined)
    return {
      bad: labels,
      good:
        labels.length > 0 ? [] : [{ message: 'requests are measured, and what was measured is exposed', place: shown, related: [first] }],
    };
  if (shown !== undefined) {
    const [unused] = idle;
    const message = unused
      ? 'the metric of requests is never observed for a request'
      : 'metrics of the process are exposed, and none of its requests';
    return { bad: [...labels, { message, place: unused ?? shown }], good: [] };
  }
  const kept = first ?? idle[0] ?? hidden[0] ?? unit.imports('prom-client', 'prometheus_client')[0]?.place;
  // A package whose addresses are included may expose them.
  if (kept !== undefined && unit.calls('py:django.urls.include').length > 0)
    return { bad: labels, good: [], unclear: ['whether an included package exposes the metrics could not be followed'] };
  if (kept !== undefined) return { bad: [...labels, { message: 'metrics are kept, and nothing exposes them', place: kept }], good: [] };
  if (unit.frameworks.every((framework) => perRequest.has(framework))) return { bad: [], good: [] };
  return ownText(unit) ?? { bad: lacking(unit, 'no metrics are kept or exposed'), good: [] };
}

const keeping = /^(?:add|inc|incr|increment|observe|record|count|set)$/;

/** A route that writes the text of its metrics itself, from counters that the service keeps by hand. */
function ownText(unit: Unit): Seen | undefined {
  const own = unit.routes.find(({ method, path, handler }) => method === 'GET' && /\/metrics$/.test(path) && handler !== undefined);
  if (own?.handler === undefined || own.handler.path.endsWith('.ts')) return undefined;
  if (
    !unit.responses.some(({ inFunction, how }) => inFunction?.node === own.handler?.node && /PlainText|Response|return|text|send/.test(how))
  )
    return undefined;
  const names = unit.routes
    .flatMap(({ handler }) => (handler ? unit.callsFrom(handler) : []))
    .flatMap(({ node: { callee, args } }) => {
      const [first] = args;
      return callee.kind === 'member' && keeping.test(callee.name) && first?.value.kind === 'string' ? [first.value.value] : [];
    });
  if (!names.some((name) => /request/i.test(name)))
    return { bad: [], good: [], unclear: [`what ${own.path} writes of requests could not be followed`] };
  if (names.some((name) => /duration|latency|seconds|millis|_ms\b|time/i.test(name)))
    return { bad: [], good: [], unclear: [`whether what ${own.path} writes is measured for each request could not be followed`] };
  return { bad: [{ message: `${own.path} shows how many requests came, and not how long they took`, place: own.place }], good: [] };
}
