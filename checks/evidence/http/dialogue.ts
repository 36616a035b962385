// Dialogues with a client that is slower than any polite one, to see when the server has had enough.
import type { Socket } from 'node:net';
import type { SlowDialogue } from '../../model.ts';
import { reasonOf } from './reasons.ts';
import { slowFrames } from './wire/frames.ts';
import { type LineRequest, openLine } from './wire/line.ts';

export interface DialogueRequest {
  readonly line: LineRequest;
  readonly kind: SlowDialogue;
  readonly protocol: 'HTTP/1.1' | 'HTTP/2';
  /** HTTP/1.1: request line and headers, each line ended by CRLF, without the empty line that ends them. */
  readonly head: string;
  readonly limitMs: number;
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
/** After that, to be sure. */
export const watchMs = 500;
/** Of an answer, enough to see its first line or frames. */
const kept = 4_096;

/** Talks slowly until the server closes or limit, grace and a little have passed; says why where no connection came about. */
export async function runDialogue(request: DialogueRequest): Promise<DialogueResult | { readonly missing: string }> {
  try {
    return await talk(await openLine(request.line), request);
  } catch (error) {
    return { missing: request.signal?.aborted === true ? 'the run was stopped' : reasonOf(error) };
  }
}

function talk(socket: Socket, request: DialogueRequest): Promise<DialogueResult | { readonly missing: string }> {
  return new Promise((resolve) => {
    const timers: NodeJS.Timeout[] = [];
    const started = performance.now();
    let answer = Buffer.alloc(0);
    const frames = request.protocol === 'HTTP/2' ? slowFrames(request.kind) : undefined;
    const finish = (result: DialogueResult | { readonly missing: string }): void => {
      for (const timer of timers) clearTimeout(timer);
      request.signal?.removeEventListener('abort', stop);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.destroy();
      resolve(result);
    };
    const status = (): { status?: number } => {
      const digits = /^HTTP\/1\.[01] (\d{3})/.exec(answer.toString('latin1', 0, 64))?.[1];
      return digits === undefined ? {} : { status: Number(digits) };
    };
    const closed = (): void => {
      const afterMs = Math.round(performance.now() - started);
      finish({ closedAfterMs: afterMs, waitedMs: afterMs, ...status() });
    };
    const stop = (): void => finish({ missing: 'the run was stopped' });
    if (request.signal?.aborted === true) return stop();
    request.signal?.addEventListener('abort', stop);
    socket.on('data', (chunk: Buffer) => {
      if (answer.length < kept) answer = Buffer.concat([answer, chunk]).subarray(0, kept);
      if (frames?.isGivenUp(answer) === true) closed();
    });
    for (const end of ['error', 'end', 'close']) socket.on(end, closed);
    const waitMs = request.limitMs + graceMs + watchMs;
    timers.push(setTimeout(() => finish({ waitedMs: waitMs, ...status() }), waitMs));
    timers.push(setTimeout(request.meanwhile, Math.min(1_000, request.limitMs / 3)));
    if (frames !== undefined) socket.write(frames.first);
    const next = frames === undefined ? bytesOf(socket, request) : frames.next;
    if (request.kind !== 'idle') timers.push(dribble(socket, next, request.limitMs));
  });
}

// A little now and then, so that a limit on silence alone never fires.
function dribble(socket: Socket, next: (turn: number) => string | Buffer, limitMs: number): NodeJS.Timeout {
  let turn = 0;
  return setInterval(
    () => {
      turn += 1;
      if (socket.writable) socket.write(next(turn));
    },
    Math.min(1_000, Math.max(20, limitMs / 6)),
  );
}

function bytesOf(socket: Socket, { kind, head }: DialogueRequest): (turn: number) => string {
  const isBody = kind === 'slow-body';
  if (kind !== 'idle') socket.write(isBody ? `${head}\r\n` : head);
  return (turn) => (isBody ? (turn === 1 ? '{' : ' ') : turn === 1 ? 'x-slow: a' : 'a');
}
