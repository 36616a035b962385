// Requests that are too large in one way, written to a raw socket: a client library would not see an answer that comes before the end.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { SizedDialogue } from '../../model.ts';
import { reasonOf } from './reasons.ts';
import { type LineRequest, openLine } from './wire/line.ts';

export interface SizedRequest {
  readonly line: LineRequest;
  /** Request line and headers, each line ended by CRLF, without the empty line that ends them. */
  readonly head: string;
  readonly chunks: Iterable<Buffer>;
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
}
export interface SizedResult {
  readonly closedAfterMs?: number;
  readonly waitedMs: number;
  readonly status?: number;
  readonly sentBytes: number;
}

/** Depth that no honest body has, in less than the 100 kB that parsers take by default. */
const depth = 40_000;
/** More than any server takes by default, less than what a shell can hand to a command. */
export const headBytes = 96 * 1024;
const chunkBytes = 64 * 1024;

/** Sends until the server answers or closes; says why where no connection came about. */
export async function runSized(request: SizedRequest): Promise<SizedResult | { readonly missing: string }> {
  try {
    return await pour(await openLine(request.line), request);
  } catch (error) {
    return { missing: request.signal?.aborted === true ? 'the run was stopped' : reasonOf(error) };
  }
}

async function pour(socket: Socket, request: SizedRequest): Promise<SizedResult> {
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(request.limitMs), ...(request.signal ? [request.signal] : [])]);
  const started = performance.now();
  let answer = '';
  let sentBytes = 0;
  for (const end of ['error', 'close', 'end']) socket.on(end, () => ended.abort());
  socket.on('data', (data: Buffer) => {
    if (answer.length < 4_096) answer += data.toString('latin1', 0, 4_096);
    if (statusIn(answer) !== undefined) ended.abort();
  });
  try {
    socket.write(`${request.head}\r\n`, 'latin1');
    for (const chunk of request.chunks) {
      if (signal.aborted) break;
      sentBytes += chunk.length;
      if (!socket.write(chunk)) await once(socket, 'drain', { signal });
    }
    if (!signal.aborted) await once(signal, 'abort');
  } catch {
    // Answered, closed or out of time: what was seen says which.
  }
  socket.destroy();
  const waitedMs = Math.round(performance.now() - started);
  const status = statusIn(answer);
  const closed = ended.signal.aborted && status === undefined;
  return { waitedMs, sentBytes, ...(status === undefined ? {} : { status }), ...(closed ? { closedAfterMs: waitedMs } : {}) };
}

/** The final status of an answer; what comes before it (100 Continue) is none. */
function statusIn(answer: string): number | undefined {
  const digits = [...answer.matchAll(/(?:^|\r\n\r\n)HTTP\/1\.[01] (\d{3})/g)].map(([, status]) => Number(status));
  return digits.find((status) => status >= 200);
}

export interface SizedBody {
  /** Header lines that go with it. */
  readonly headers: readonly (readonly [string, string])[];
  readonly chunks: Iterable<Buffer>;
  /** The same without the frames that HTTP/1.1 puts around its pieces. */
  readonly plain?: Iterable<Buffer>;
  /** The shell command that makes the same body, for a shown command. */
  readonly shell?: string;
}
const json = ['content-type', 'application/json'] as const;
const filler = (bytes: number): string => `{ printf '{"note":"'; head -c ${bytes} /dev/zero | tr '\\0' a; printf '"}'; }`;

/** The body of a dialogue; `largeBytes` is the size of what is too large. */
export function sizedBody(kind: SizedDialogue, largeBytes: number): SizedBody {
  const whole = (body: Buffer, shell: string, encoding?: string): SizedBody => ({
    headers: [json, ['content-length', String(body.length)], ...(encoding === undefined ? [] : [['content-encoding', encoding] as const])],
    chunks: [body],
    shell,
  });
  switch (kind) {
    case 'small-body':
      return whole(smallBody, filler(16));
    case 'large-body':
      return { headers: [json, ['content-length', String(largeBytes + 11)]], chunks: fillerChunks(largeBytes), shell: filler(largeBytes) };
    case 'large-chunked-body':
      return {
        headers: [json, ['transfer-encoding', 'chunked']],
        chunks: framed(fillerChunks(largeBytes)),
        plain: fillerChunks(largeBytes),
        shell: filler(largeBytes),
      };
    case 'small-gzip-body':
      return whole(gzipSync(smallBody), `${filler(16)} | gzip`, 'gzip');
    case 'broken-gzip-body':
      return whole(broken(gzipSync(smallBody)), `{ ${filler(16)} | gzip | head -c 10; printf '\\377%.0s' $(seq 24); }`, 'gzip');
    case 'gzip-bomb':
      return whole(gzipSync(fillerBody(largeBytes), { level: 6 }), `${filler(largeBytes)} | gzip`, 'gzip');
    case 'brotli-bomb':
      return whole(brotli(fillerBody(largeBytes)), `${filler(largeBytes)} | brotli -q 4`, 'br');
    case 'deep-json':
      return whole(
        Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`),
        `{ head -c ${depth} /dev/zero | tr '\\0' '['; head -c ${depth} /dev/zero | tr '\\0' ']'; }`,
      );
    default:
      return { headers: [], chunks: [] };
  }
}

const smallBody = Buffer.from(`{"note":"${'a'.repeat(16)}"}`);
/** Looks like a stream to who does not unpack it, and is none to who does. */
const broken = (stream: Buffer): Buffer => Buffer.concat([stream.subarray(0, 10), Buffer.alloc(stream.length - 10, 0xff)]);
const fillerBody = (bytes: number): Buffer => Buffer.concat([...fillerChunks(bytes)]);
const brotli = (body: Buffer): Buffer => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });

/** `{"note":"aaa…"}` with so many letters. */
function* fillerChunks(bytes: number): Iterable<Buffer> {
  yield Buffer.from('{"note":"');
  const chunk = Buffer.alloc(chunkBytes, 'a');
  for (let left = bytes; left > 0; left -= chunkBytes) yield left >= chunkBytes ? chunk : chunk.subarray(0, left);
  yield Buffer.from('"}');
}

function* framed(chunks: Iterable<Buffer>): Iterable<Buffer> {
  for (const chunk of chunks) yield Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
  yield Buffer.from('0\r\n\r\n');
}
