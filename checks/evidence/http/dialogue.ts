// Raw socket dialogues: a client that is slower than any polite one, to see when the server has had enough.
import type { Socket } from 'node:net';
import type { SlowDialogue } from '../../model.ts';
import { openSocket } from './reach.ts';
import { reasonOf } from './reasons.ts';

export interface DialogueRequest {
  readonly base: URL;
  readonly kind: SlowDialogue;
  /** Request line and headers, each line ended by CRLF, without the empty line that ends them. */
  readonly head: string;
  readonly limitMs: number;
  readonly connectMs: number;
  readonly signal: AbortSignal | undefined;
  /** Called once while the slow client is connected. */
  readonly meanwhile: () => void;
}
export interface DialogueResult {
  readonly closedAfterMs?: number;
  readonly waitedMs: number;
  readonly status?: number;
}

/** How long a limit may be overrun: Node checks its connections from time to time. */
export const graceMs = 2_000;
const watchMs = 500;

/** Talks slowly until the server closes or limit, grace and a little have passed; says why where no connection came about. */
export function runDialogue(request: DialogueRequest): Promise<DialogueResult | { readonly missing: string }> {
  return new Promise((resolve) => {
    const socket = openSocket(request.base);
    const timers: NodeJS.Timeout[] = [];
    let started: number | undefined;
    let answer = '';
    const finish = (result: DialogueResult | { readonly missing: string }): void => {
      for (const timer of timers) clearTimeout(timer);
      request.signal?.removeEventListener('abort', stop);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.destroy();
      resolve(result);
    };
    const status = (): { status?: number } => {
      const digits = /^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1];
      return digits === undefined ? {} : { status: Number(digits) };
    };
    const closed = (): void => {
      if (started === undefined) return finish({ missing: 'the target closed the connection without an answer' });
      const afterMs = Math.round(performance.now() - started);
      finish({ closedAfterMs: afterMs, waitedMs: afterMs, ...status() });
    };
    const stop = (): void => finish({ missing: 'the run was stopped' });
    if (request.signal?.aborted === true) return stop();
    request.signal?.addEventListener('abort', stop);
    timers.push(setTimeout(() => started === undefined && finish({ missing: 'no connection in time' }), request.connectMs));
    socket.on('data', (chunk: Buffer) => {
      if (answer.length < 64) answer += chunk.toString('latin1', 0, 64);
    });
    socket.on('error', (error) => (started === undefined ? finish({ missing: reasonOf(error) }) : closed()));
    socket.on('end', closed);
    socket.on('close', closed);
    socket.once(request.base.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      started = performance.now();
      const waitMs = request.limitMs + graceMs + watchMs;
      timers.push(setTimeout(() => finish({ waitedMs: waitMs, ...status() }), waitMs));
      timers.push(setTimeout(request.meanwhile, Math.min(1_000, request.limitMs / 3)));
      if (request.kind !== 'idle') timers.push(...dribble(socket, request));
    });
  });
}

// A byte now and then, so that a limit on silence alone never fires.
function dribble(socket: Socket, request: DialogueRequest): readonly NodeJS.Timeout[] {
  const body = request.kind === 'slow-body';
  socket.write(body ? `${request.head}\r\n` : request.head);
  let byte = 0;
  const everyMs = Math.min(1_000, Math.max(20, request.limitMs / 6));
  const timer = setInterval(() => {
    byte += 1;
    if (socket.writable) socket.write(body ? (byte === 1 ? '{' : ' ') : byte === 1 ? 'x-slow: a' : 'a');
  }, everyMs);
  return [timer];
}
