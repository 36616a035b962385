// Sends one request and says how it ended. The only file that knows the HTTP client of the open model.
import { type Dispatcher, Pool } from 'undici';

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
  readonly problem?: 'timeout' | 'connection failed';
  readonly body?: string;
}
export interface WireOptions {
  readonly origin: string;
  readonly connections: number;
  readonly timeoutMs: number;
}

// More of an answer is never needed to find a value in it.
const keptBytes = 1_048_576;

/** Connections to one origin, opened as they are needed; each carries one request at a time. */
export class Wire {
  readonly #pool: Pool;

  constructor({ origin, connections, timeoutMs }: WireOptions) {
    this.#pool = new Pool(origin, {
      connections,
      pipelining: 1,
      // Timeouts are counted from when a request was due, by the run itself.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: timeoutMs },
    });
  }

  send({ method, path, headers, body, keepBody }: WireRequest, ended: (outcome: WireOutcome) => void): WireCall {
    const call = new WireCall(keepBody, ended);
    this.#pool.dispatch({ method, path, headers: { ...headers }, body: body ?? null }, call);
    return call;
  }

  async close(): Promise<void> {
    await this.#pool.destroy().catch(() => {});
  }
}

/** One request under way. */
export class WireCall implements Dispatcher.DispatchHandler {
  readonly #keepBody: boolean;
  readonly #ended: (outcome: WireOutcome) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #sentMs: number | undefined;
  #status = 0;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #over = false;

  constructor(keepBody: boolean, ended: (outcome: WireOutcome) => void) {
    this.#keepBody = keepBody;
    this.#ended = ended;
  }

  get over(): boolean {
    return this.#over;
  }

  /** Gives up: it ends as a timeout at once, whatever the socket does. */
  giveUp(): void {
    this.#end({ problem: 'timeout' });
    this.#controller?.abort(new Error('timeout'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#sentMs ??= performance.now();
    if (this.#over) controller.abort(new Error('timeout'));
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#keepBody || this.#keptBytes > keptBytes) return;
    this.#kept.push(chunk);
    this.#keptBytes += chunk.length;
  }

  onResponseEnd(): void {
    this.#end({ status: this.#status, ...(this.#keepBody && { body: Buffer.concat(this.#kept).toString('utf8') }) });
  }

  onResponseError(): void {
    this.#end({ problem: 'connection failed' });
  }

  #end(outcome: WireOutcome): void {
    if (this.#over) return;
    this.#over = true;
    this.#ended(this.#sentMs === undefined ? outcome : { ...outcome, sentMs: this.#sentMs });
  }
}
