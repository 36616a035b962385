// How the server calls others: over connections of its own that are bounded in number and in time.
import { Agent, fetch as undiciFetch } from 'undici';

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
    fetch: (input, { method = 'GET', headers, body, signal } = {}) =>
      undiciFetch(input instanceof Request ? input.url : input, {
        method,
        headers: [...new Headers(headers)],
        body: typeof body === 'string' ? body : null,
        signal: signal ?? null,
        dispatcher,
      }),
    close: () => dispatcher.destroy(),
  };
}
