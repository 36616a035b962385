// OpenTelemetry: spans of requests and of the calls made for them, sent to an OTLP collector. Imported only where one is configured.
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { Span, Spans } from './spans.ts';
import type { TraceContext } from './trace-context.ts';

/** Sends spans to `<endpoint>/v1/traces`. */
export function startOpenTelemetry({ endpoint, release }: { readonly endpoint: string; readonly release: string }): Spans {
  const traceExporter = new OTLPTraceExporter({ url: new URL('/v1/traces', endpoint).href, timeoutMillis: 3_000 });
  // The server's own spans are few and telling; patching every module would cost more than the requests.
  const sdk = new NodeSDK({
    serviceName: `training-plan-api`,
    traceExporter,
    instrumentations: [],
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  const tracer = trace.getTracer('training-plan-api', release);
  return {
    server: (method, parent) => started(tracer, method, SpanKind.SERVER, parent, { 'http.request.method': method }),
    client: (method, url, parent) =>
      started(tracer, method, SpanKind.CLIENT, parent, {
        'http.request.method': method,
        'server.address': url.host,
        'url.path': url.pathname,
      }),
    stop: () => sdk.shutdown(),
  };
}

function started(
  tracer: Tracer,
  name: string,
  kind: SpanKind,
  parent: TraceContext | undefined,
  attributes: Readonly<Record<string, string>>,
): Span {
  const within =
    parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true, traceFlags: flagsOf(parent) });
  const span = tracer.startSpan(name, { kind, attributes }, within);
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    trace: { traceId, spanId, sampled: (traceFlags & TraceFlags.SAMPLED) !== 0 },
    end: ({ route, status }) => {
      span.setAttribute('http.response.status_code', status);
      if (route !== undefined) {
        span.setAttribute('http.route', route);
        span.updateName(`${name} ${route}`);
      }
      if (status >= 500 || status === 0) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

const flagsOf = ({ sampled }: TraceContext): TraceFlags => (sampled ? TraceFlags.SAMPLED : TraceFlags.NONE);
