// The wire of plain HTTP/1.1: connections that are opened as they are needed, the one used last first.
import type { Wire, WireCall, WireOptions, WireOutcome, WireRequest } from '../wire.ts';
import { Connection, type ConnectionEvents, type Endpoint } from './connection.ts';
import { RequestWriter } from './request-text.ts';

export class Http1Wire implements Wire {
  readonly #writer: RequestWriter;
  readonly #endpoint: Endpoint;
  readonly #most: number;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #waiting: Call[] = [];
  #connecting = 0;
  #closed = false;
  readonly #events: ConnectionEvents;

  constructor({ origin, connections, timeoutMs }: WireOptions) {
    const { host, hostname, port } = new URL(origin);
    this.#writer = new RequestWriter(host);
    this.#most = connections;
    this.#endpoint = {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? 80 : Number(port),
      connectTimeoutMs: timeoutMs,
    };
    this.#events = {
      connected: (connection) => {
        this.#connecting -= 1;
        this.#free(connection);
      },
      free: (connection) => this.#free(connection),
      failed: () => {
        this.#connecting -= 1;
        this.#nextWaiting()?.end({ problem: 'connection failed' });
      },
      closed: (connection) => this.#gone(connection),
    };
  }

  send(request: WireRequest, ended: (outcome: WireOutcome) => void): WireCall {
    const head = this.#writer.head(request);
    const call = new Call(request, head ?? '', ended);
    if (head === undefined) {
      // As with every other outcome, whoever sends has its answer later.
      queueMicrotask(() => call.end({ problem: 'request that can not be sent' }));
      return call;
    }
    const connection = this.#takeIdle();
    if (connection !== undefined) call.goOn(connection);
    else {
      this.#waiting.push(call);
      this.#openEnough();
    }
    return call;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const connection of this.#all) connection.destroy();
  }

  #takeIdle(): Connection | undefined {
    const now = performance.now();
    for (let last = this.#idle.pop(); last !== undefined; last = this.#idle.pop()) {
      if (last.isUsable(now)) return last;
      last.destroy();
    }
    return undefined;
  }

  #free(connection: Connection): void {
    const call = this.#nextWaiting();
    if (call === undefined) this.#idle.push(connection);
    else call.goOn(connection);
  }

  #nextWaiting(): Call | undefined {
    for (let call = this.#waiting.shift(); call !== undefined; call = this.#waiting.shift()) if (!call.over) return call;
    return undefined;
  }

  #gone(connection: Connection): void {
    this.#all.delete(connection);
    if (this.#waiting.length > 0) this.#openEnough();
  }

  #openEnough(): void {
    if (this.#closed) return;
    while (this.#connecting < this.#waiting.length && this.#all.size < this.#most) {
      this.#connecting += 1;
      this.#all.add(new Connection(this.#endpoint, this.#events));
    }
  }
}

class Call implements WireCall {
  readonly method: string;
  readonly keepBody: boolean;
  readonly #told: (outcome: WireOutcome) => void;
  readonly #head: string;
  readonly #body: string | undefined;
  #connection: Connection | undefined;
  #sentMs: number | undefined;
  over = false;

  constructor({ method, keepBody, body }: WireRequest, head: string, ended: (outcome: WireOutcome) => void) {
    this.method = method;
    this.keepBody = keepBody;
    this.#head = head;
    this.#body = body;
    this.#told = ended;
  }

  ended(outcome: WireOutcome): void {
    if (this.over) return;
    this.over = true;
    this.#told(outcome);
  }

  goOn(connection: Connection): void {
    this.#connection = connection;
    this.#sentMs = performance.now();
    connection.carry(this, this.#head, this.#body);
  }

  end(outcome: WireOutcome): void {
    this.ended(outcome);
  }

  giveUp(): void {
    if (this.over) return;
    this.#connection?.destroy();
    this.ended({ problem: 'timeout', ...(this.#sentMs !== undefined && { sentMs: this.#sentMs }) });
  }
}
