// What answers show: a caller's trace is continued, and one that is no trace is not taken over.
import { exchangeOf, headerOf, inconclusive, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';
const zero = '0'.repeat(32);
const ask = (traceparent: string): HttpProbe => ({ kind: 'http', class: 'passive', route: 'any', headers: { traceparent } });

export const probes = {
  continued: ask(`00-${traceId}-${parentId}-01`),
  atError: { ...ask(`00-${traceId}-${parentId}-01`), route: 'missing' },
  future: ask(`cc-${traceId}-${parentId}-01-what-the-future-brings`),
  allZero: ask(`00-${zero}-${parentId}-01`),
  malformed: ask('00-nothing-of-the-kind-01'),
  upperCase: ask(`00-${traceId.toUpperCase()}-${parentId.toUpperCase()}-01`),
  none: { kind: 'http', class: 'passive', route: 'any' },
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type TraceEvidence = HttpEvidence<Name>;

const valid = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(?:-|$)/;

export function judgeHttp({ exchanges }: TraceEvidence): Answer {
  const at = (name: Name): Exchange | undefined => exchangeOf(exchanges[name]);
  const continued = at('continued');
  if (continued === undefined) return inconclusive('missing' in exchanges.continued ? exchanges.continued.missing : 'nothing was answered');
  const told = contextOf(continued);
  if (told === undefined) {
    return inconclusive(
      'no answer names its trace (traceresponse, traceparent or Server-Timing), so that it can’t be seen from outside whether one is continued',
    );
  }
  const bad = [
    ...ofContinued(continued, told),
    ...replaced(at('allZero'), 'of zeros'),
    ...replaced(at('malformed'), 'that is none'),
    ...fresh(at('none')),
  ];
  const message = 'the trace of the caller is continued under a span of its own; traces that are none are replaced';
  return settle({ bad, good: [{ message, place: continued.request }] }, inconclusive('nothing was answered'));
}

/** The trace context an answer tells, as it stands there. */
function contextOf(exchange: Exchange): string | undefined {
  const timing = /traceparent;desc="?([^",;]+)/.exec(headerOf(exchange, 'server-timing') ?? '')?.[1];
  return headerOf(exchange, 'traceresponse') ?? headerOf(exchange, 'traceparent') ?? timing;
}

function ofContinued({ request: place }: Exchange, told: string): readonly Finding[] {
  const [, trace, span] = valid.exec(told) ?? [];
  if (trace === undefined) return [{ message: 'the trace context of the answer is not in the form of W3C Trace Context', place }];
  if (trace !== traceId) return [{ message: 'the caller’s trace is not continued: the answer names another one', place }];
  return span === parentId ? [{ message: 'the caller’s traceparent comes back unchanged: no span of its own was begun', place }] : [];
}

function replaced(exchange: Exchange | undefined, what: string): readonly Finding[] {
  if (exchange === undefined) return [];
  const told = contextOf(exchange);
  if (exchange.status >= 500) return [{ message: `a trace ${what} is answered with ${exchange.status}`, place: exchange.request }];
  return told !== undefined && !valid.test(told) ? [{ message: `a trace ${what} is taken over`, place: exchange.request }] : [];
}

function fresh(exchange: Exchange | undefined): readonly Finding[] {
  if (exchange === undefined || valid.test(contextOf(exchange) ?? '')) return [];
  return [{ message: 'without a trace of the caller none is begun', place: exchange.request }];
}
