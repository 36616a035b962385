// Sends one request and says how it ended: what every wire engine offers.

export interface WireRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly keepBody: boolean;
}
/** What became of a request: a status, or why there is none. */
export interface WireOutcome {
  /** Milliseconds of `performance.now()` when it was written to a socket; undefined where it never was. */
  readonly sentMs?: number;
  readonly status?: number;
  readonly problem?: 'timeout' | 'connection failed' | 'malformed answer' | 'request that can not be sent';
  readonly body?: string;
  /** From when it was written to the first byte of the answer. */
  readonly waitingMs?: number;
  /** Of plain HTTP/1.1, heads included. */
  readonly sentBytes?: number;
  readonly receivedBytes?: number;
}
/** What is spoken beside plain HTTP/1.1. */
export interface Transport {
  /** Many requests share a connection, where the server offers HTTP/2 (over TLS). */
  readonly http2?: boolean;
  /** In PEM. */
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
  /** The name that is asked for and that the certificate must show, where it is not the host's. */
  readonly serverName?: string;
  /** False takes any certificate. */
  readonly verify?: boolean;
}
/** A request beside the load: signing in, the target's metrics. */
export type Ask = (
  url: URL,
  how: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
    readonly redirect: 'manual' | 'error';
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly ok: boolean; readonly status: number; readonly text: () => Promise<string> }>;
export interface WireOptions {
  readonly origin: string;
  /** Requests that may be open at once. */
  readonly connections: number;
  readonly timeoutMs: number;
  readonly transport?: Transport;
}

/** One request under way. */
export interface WireCall {
  readonly over: boolean;
  /** Ends it as a timeout at once, whatever the socket does. */
  readonly giveUp: () => void;
}
/** Connections to one origin. */
export interface Wire {
  /** `ended` is told once, and never before `send` has returned. */
  readonly send: (request: WireRequest, ended: (outcome: WireOutcome) => void) => WireCall;
  readonly close: () => Promise<void>;
}
