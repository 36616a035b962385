// The wire of HTTP/2 and TLS. The only file that knows undici.
import { Agent, type Dispatcher, Pool, fetch as undiciFetch } from 'undici';
import type { Ask, Transport, Wire, WireCall, WireOptions, WireOutcome, WireRequest } from './wire.ts';

// More of an answer is never needed to find a value in it.
const keptBytes = 1_048_576;

// A session of HTTP/2 carries as many requests as servers allow where they do not say otherwise.
const streamsPerSession = 100;

const tlsOf = ({ ca, certificate, key, serverName, verify = true }: Transport) => ({
  rejectUnauthorized: verify,
  ...(ca !== undefined && { ca }),
  ...(certificate !== undefined && { cert: certificate }),
  ...(key !== undefined && { key }),
  ...(serverName !== undefined && { servername: serverName }),
});

/** Requests beside the load, to the same target by the same certificates. */
export function askOver(transport: Transport): Ask {
  const dispatcher = new Agent({ allowH2: transport.http2 === true, connections: 8, connect: tlsOf(transport) });
  return (url, how) => undiciFetch(url, { ...how, dispatcher });
}

export class UndiciWire implements Wire {
  readonly #pool: Pool;

  constructor({ origin, connections, timeoutMs, transport = {} }: WireOptions) {
    const { http2 = false } = transport;
    this.#pool = new Pool(origin, {
      allowH2: http2,
      ...(http2
        ? { connections: Math.ceil(connections / streamsPerSession), pipelining: streamsPerSession }
        : { connections, pipelining: 1 }),
      // Timeouts are counted from when a request was due, by the run itself.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: timeoutMs, ...tlsOf(transport) },
    });
  }

  send({ method, path, headers, body, keepBody }: WireRequest, ended: (outcome: WireOutcome) => void): WireCall {
    const call = new Call(keepBody, ended);
    this.#pool.dispatch({ method, path, headers: { ...headers }, body: body ?? null }, call);
    return call;
  }

  async close(): Promise<void> {
    await this.#pool.destroy().catch(() => {});
  }
}

class Call implements WireCall, Dispatcher.DispatchHandler {
  readonly #keepBody: boolean;
  readonly #ended: (outcome: WireOutcome) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #sentMs: number | undefined;
  #status = 0;
  #waitingMs: number | undefined;
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
    this.#waitingMs ??= performance.now() - (this.#sentMs ?? performance.now());
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
    const [sentMs, waitingMs] = [this.#sentMs, this.#waitingMs];
    this.#ended({ ...outcome, ...(sentMs !== undefined && { sentMs }), ...(waitingMs !== undefined && { waitingMs }) });
  }
}
