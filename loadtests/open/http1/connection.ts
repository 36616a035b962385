// One socket that carries one request at a time.
import { connect, type Socket } from 'node:net';
import type { WireOutcome } from '../wire.ts';
import { AnswerReader } from './answer-reader.ts';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly connectTimeoutMs: number;
}
/** What a connection tells whoever opened it; each of them once, but `free`. */
export interface ConnectionEvents {
  readonly connected: (connection: Connection) => void;
  readonly free: (connection: Connection) => void;
  readonly failed: (connection: Connection) => void;
  readonly closed: (connection: Connection) => void;
}
export interface Carried {
  readonly method: string;
  readonly keepBody: boolean;
  readonly ended: (outcome: WireOutcome) => void;
}

// All sockets read into this one: what is read is looked at before the next one reads.
const shared = Buffer.allocUnsafeSlow(65_536);
// A server that does not say how long it keeps an unused connection keeps it for some seconds.
const usualIdleMs = 4_000;
const idleMarginMs = 1_000;

export class Connection {
  readonly #socket: Socket;
  readonly #events: ConnectionEvents;
  readonly #reader = new AnswerReader();
  #carried: Carried | undefined;
  #sentMs = 0;
  #waitingMs: number | undefined;
  #sentBytes = 0;
  #receivedBytes = 0;
  #idleSinceMs = 0;
  #idleForMs = usualIdleMs;
  #connected = false;
  #dead = false;
  #serverEnded = false;

  constructor({ host, port, connectTimeoutMs }: Endpoint, events: ConnectionEvents) {
    this.#events = events;
    const callback = (length: number) => {
      this.#read(length);
      return true;
    };
    this.#socket = connect({ host, port, noDelay: true, onread: { buffer: shared, callback } });
    this.#socket.setTimeout(connectTimeoutMs, () => this.#socket.destroy());
    this.#socket.once('connect', () => {
      this.#connected = true;
      this.#idleSinceMs = performance.now();
      this.#socket.setTimeout(0);
      this.#events.connected(this);
    });
    this.#socket.once('end', () => {
      this.#serverEnded = true;
    });
    this.#socket.on('error', () => {});
    this.#socket.once('close', (hadError: boolean) => this.#closed(hadError));
  }

  /** Whether a request may be sent on it now: the server has not closed it, and is not about to. */
  isUsable(nowMs: number): boolean {
    return !this.#dead && !this.#serverEnded && nowMs - this.#idleSinceMs < this.#idleForMs;
  }

  carry(carried: Carried, head: string, body: string | undefined): void {
    this.#carried = carried;
    this.#reader.expect(carried.method, carried.keepBody);
    this.#sentMs = performance.now();
    this.#waitingMs = undefined;
    this.#receivedBytes = 0;
    this.#sentBytes = head.length;
    if (body === undefined) this.#socket.write(head, 'latin1');
    else {
      const all = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
      this.#sentBytes = all.length;
      this.#socket.write(all);
    }
  }

  /** Ends it at once; what it carried is told nothing. */
  destroy(): void {
    this.#carried = undefined;
    this.#dead = true;
    this.#socket.destroy();
  }

  #read(length: number): void {
    const carried = this.#carried;
    // Nobody asked: an answer out of turn, or a warning before a server closes.
    if (carried === undefined) return this.destroy();
    this.#waitingMs ??= performance.now() - this.#sentMs;
    this.#receivedBytes += length;
    const progress = this.#reader.read(shared, length);
    if (progress === 'more') return;
    if (progress === 'done') return this.#done(carried);
    this.#end(carried, { problem: 'malformed answer' });
    this.destroy();
  }

  #done(carried: Carried): void {
    const { head, body } = this.#reader;
    const reusable = this.#reader.reusable && !this.#serverEnded;
    this.#carried = undefined;
    const seen = this.#seen();
    if (reusable) {
      this.#idleSinceMs = performance.now();
      if (head?.idleMs !== undefined) this.#idleForMs = Math.max(head.idleMs / 2, head.idleMs - idleMarginMs);
      this.#events.free(this);
    } else this.destroy();
    const status = head?.status ?? 0;
    carried.ended(body === undefined ? { ...seen, status } : { ...seen, status, body });
  }

  #end(carried: Carried, outcome: WireOutcome): void {
    this.#carried = undefined;
    carried.ended({ ...outcome, ...this.#seen() });
  }

  #seen(): Pick<WireOutcome, 'sentMs' | 'waitingMs' | 'sentBytes' | 'receivedBytes'> {
    const waitingMs = this.#waitingMs;
    const seen = { sentMs: this.#sentMs, sentBytes: this.#sentBytes, receivedBytes: this.#receivedBytes };
    return waitingMs === undefined ? seen : { ...seen, waitingMs };
  }

  #closed(hadError: boolean): void {
    this.#dead = true;
    const carried = this.#carried;
    if (!this.#connected) this.#events.failed(this);
    else if (carried !== undefined) {
      if (!hadError && this.#serverEnded && this.#reader.ended() === 'done') this.#done(carried);
      else this.#end(carried, { problem: 'connection failed' });
    }
    this.#events.closed(this);
  }
}
