// Bodies that are too large or too slow, over HTTP/2: the server may answer, reset or end the connection while they are being sent.
import { once } from 'node:events';
import type { ClientHttp2Stream } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CarrierRequest } from './carrier.ts';
import { answerOf, type Http2Options, headersOf, openSession } from './http2.ts';

export interface StreamRequest extends Http2Options {
  readonly request: Pick<CarrierRequest, 'method' | 'path' | 'headers'>;
  /** Pieces of the body; each waits so long for its turn. */
  readonly pieces: Iterable<Buffer>;
  readonly everyMs?: number;
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
  readonly onOpen?: () => void;
}
export interface StreamResult {
  readonly waitedMs: number;
  readonly sentBytes: number;
  readonly status?: number;
  /** It ended without an answer, or after it, before the time was up. */
  readonly closedAfterMs?: number;
}

/** Sends the pieces until the server answers or ends the stream; rejects where no connection came about. */
export async function runStream(asked: StreamRequest): Promise<StreamResult> {
  const { request, base, limitMs, pieces, everyMs = 0 } = asked;
  const session = await openSession(asked, asked.signal);
  const over = AbortSignal.any([AbortSignal.timeout(limitMs), ...(asked.signal === undefined ? [] : [asked.signal])]);
  const started = performance.now();
  const sent = { bytes: 0 };
  const answered = new AbortController();
  try {
    const stream = session.request(headersOf(request, base), { endStream: false });
    stream.on('error', () => {});
    asked.onOpen?.();
    const pouring = pour(stream, { pieces, everyMs, sent, signal: AbortSignal.any([over, answered.signal]) });
    const status = await answerOf(session, stream, over)
      .then((headers) => Number(headers[':status']))
      .catch(() => undefined);
    answered.abort();
    await pouring;
    const waitedMs = Math.round(performance.now() - started);
    const ended = status !== undefined || !over.aborted;
    return {
      waitedMs,
      sentBytes: sent.bytes,
      ...(status === undefined ? {} : { status }),
      ...(ended ? { closedAfterMs: waitedMs } : {}),
    };
  } finally {
    answered.abort();
    session.destroy();
  }
}

interface Pouring {
  readonly pieces: Iterable<Buffer>;
  readonly everyMs: number;
  readonly sent: { bytes: number };
  readonly signal: AbortSignal;
}

async function pour(stream: ClientHttp2Stream, { pieces, everyMs, sent, signal }: Pouring): Promise<void> {
  try {
    for (const piece of pieces) {
      if (signal.aborted || stream.destroyed) return;
      sent.bytes += piece.length;
      if (!stream.write(piece)) await once(stream, 'drain', { signal });
      if (everyMs > 0) await sleep(everyMs, undefined, { signal });
    }
    stream.end();
  } catch {
    // Answered, ended or out of time: what was seen says which.
  }
}
