// Continues the caller's trace (W3C `traceparent`), or begins one. Calls we make meanwhile carry it on; the log names it.
import { currentSpans } from '../telemetry/spans.ts';
import { nextTrace, readTraceparent, withinTrace, writeTraceparent } from '../telemetry/trace-context.ts';
import { routeOf } from './measured.ts';
import { atEnd, type Step } from './state.ts';

export function traced(): Step {
  return (ctx, next) => {
    const parent = readTraceparent(ctx.get('traceparent'));
    const span = currentSpans()?.server(ctx.method, parent);
    const trace = span?.trace ?? nextTrace(parent);
    ctx.state.traceId = trace.traceId;
    ctx.set('traceparent', writeTraceparent(trace));
    if (span !== undefined) atEnd(ctx, () => span.end({ route: routeOf(ctx), status: ctx.status }));
    return withinTrace(trace, next);
  };
}
