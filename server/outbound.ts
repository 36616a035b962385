// How the server calls others: over connections of its own that are bounded in number and in time, within the trace of the request they are for.
import { Agent, fetch as undiciFetch } from 'undici';
import { currentSpans } from './telemetry/spans.ts';
import { currentTrace, type TraceContext, writeTraceparent } from './telemetry/trace-context.ts';

export interface Outbound {
  readonly fetch: typeof fetch;
  /** Ends the connections, and with them what still runs over them. */
  close(): Promise<void>;
}

/** A `fetch` for the SDKs. Calls beyond the number of connections wait, and what waits too long is given up by its caller. */
export function outbound({ connections, timeoutMs }: { readonly connections: number; readonly timeoutMs: number }): Outbound {
  const dispatcher = new Agent({ connections, connect: { timeout: timeoutMs }, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return {
    // The SDKs ask with an address, headers and a text; Node's `fetch` and this one are of different packages and share no more.
    fetch: (input, { method = 'GET', headers, body, signal } = {}) => {
      const url = input instanceof Request ? input.url : input;
      const ask = (trace?: TraceContext) =>
        undiciFetch(url, {
          method,
          headers: {
            ...Object.fromEntries(new Headers(headers)),
            ...(trace === undefined ? {} : { traceparent: writeTraceparent(trace) }),
          },
          body: typeof body === 'string' ? body : null,
          signal: signal ?? null,
          dispatcher,
        });
      const trace = currentTrace();
      return trace === undefined ? ask() : traced(method, new URL(url), trace, ask);
    },
    close: () => dispatcher.destroy(),
  };
}

/** The call as a span of its own where spans are sent; else as part of its request's. */
async function traced<R extends { readonly status: number }>(
  method: string,
  url: URL,
  parent: TraceContext,
  ask: (trace: TraceContext) => Promise<R>,
): Promise<R> {
  const span = currentSpans()?.client(method, url, parent);
  if (span === undefined) return ask(parent);
  let status = 0;
  try {
    const answered = await ask(span.trace);
    status = answered.status;
    return answered;
  } finally {
    span.end({ status });
  }
}
