// What source shows of traces: continued where a request comes in, passed on where the service calls others.
import { eachUnit, lacking, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { Finding, Unit } from '../../model.ts';
import { byHand } from './by-hand.ts';
import { outboundOf, passersOf, tracersOf } from './tracers.ts';

export const mentions = [
  'opentelemetry',
  'otel',
  'trace',
  'dd-trace',
  'ddtrace',
  'elastic',
  'newrelic',
  'sentry',
  'logfire',
  'instrument',
  'httpx',
  'requests',
  'axios',
  'fetch',
];

export const judgeCode = eachUnit(
  (unit) => unlessHanded(unit, ofUnit(unit)),
  notApplicable('its platform starts it for each request, and it calls nobody'),
);

const perRequest = new Set(['next', 'supabase-function', 'deno', 'worker']);

function ofUnit(unit: Unit): Seen {
  const tracers = tracersOf(unit);
  const hand = byHand(unit);
  const bad: readonly Finding[] = tracers.flatMap(({ fault, place }) => (fault === undefined ? [] : [{ message: fault, place }]));
  const running = tracers.filter(({ fault }) => fault === undefined);
  const continued = running.find(({ incoming }) => incoming)?.place ?? hand.incoming;
  if (continued === undefined) {
    if (bad.length > 0) return { bad, good: [] };
    const [started] = running;
    if (started !== undefined)
      return {
        bad: [{ message: `${started.name} is set up, and nothing continues the trace of a caller`, place: started.place }],
        good: [],
      };
    if (unit.frameworks.every((framework) => perRequest.has(framework)) && outboundOf(unit).length === 0) return { bad: [], good: [] };
    return { bad: lacking(unit, 'no trace is continued or begun'), good: [] };
  }
  const outbound = outboundOf(unit);
  const passed = running.find(({ outgoing }) => outgoing === 'all')?.place ?? hand.outgoing;
  const passers = passersOf(unit);
  const left = outbound.filter(({ client }) => !passers.has(client));
  const [lost] = left;
  if (passed !== undefined || lost === undefined)
    return {
      bad: [],
      good: [
        {
          message: outbound.length > 0 ? 'traces are continued, and passed on to those it calls' : 'traces are continued; it calls nobody',
          place: continued,
          ...(passed && { related: [passed] }),
        },
      ],
    };
  return { bad: [{ message: `calls through ${lost.client} carry no trace`, place: lost.place, related: [continued] }], good: [] };
}
