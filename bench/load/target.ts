// A server whose latencies are known beforehand, as a process of its own: node bench/load/target.ts <behaviour> <seconds before it begins> [trace file].
// Prints its port; at SIGTERM, how late it was itself and how long it took by its own clock. Traced, requests are numbered by their paths.
import { writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { addTime, newTimes, percentileMs, type Times } from '../../loadtests/open/histogram.ts';
import { AnswerQueue } from './answer-queue.ts';
import { type Behaviour, behaviours, freezeAtMs, freezeMs } from './behaviours.ts';
import { clockMs, type Traced } from './seen.ts';

const name = process.argv[2] ?? '';
const behaviour: Behaviour | undefined = behaviours[name];
if (behaviour === undefined) throw new Error(`behaviours are ${Object.keys(behaviours).join(', ')}`);
const beginsAfterMs = Number(process.argv[3] ?? 0) * 1000;

const answer = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nKeep-Alive: timeout=60\r\n\r\nok');
const late = newTimes();
// From when it had read a request to when it had written the answer, of what came after it began.
const service = newTimes();
const traceFile = process.argv[4];
const trace: Traced[] = [];
const queue = new AnswerQueue<Asking>(send);
let beganMs: number | undefined;
let freeMs = 0;
let requests = 0;
let toFreeze = name === 'freeze';

interface Asking {
  readonly socket: Socket;
  readonly id: number;
  readonly askedMs: number;
}

const server = createServer({ noDelay: true }, (socket) => {
  let unread = '';
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    unread += chunk.toString('latin1');
    for (let end = unread.indexOf('\r\n\r\n'); end >= 0; end = unread.indexOf('\r\n\r\n')) {
      const path = unread.slice(0, end).split(' ', 2)[1] ?? '';
      unread = unread.slice(end + 4);
      asked(socket, path);
    }
  });
});

function send({ socket, id, askedMs }: Asking, dueMs: number): void {
  const now = performance.now();
  if (!socket.destroyed) socket.write(answer);
  if (dueMs < (beganMs ?? 0)) return;
  addTime(late, now - dueMs);
  addTime(service, now - askedMs);
  if (traceFile !== undefined) trace.push({ id, askedMs: askedMs + clockMs, dueMs: dueMs + clockMs, answeredMs: now + clockMs });
}

function asked(socket: Socket, path: string): void {
  const now = performance.now();
  beganMs ??= now + beginsAfterMs;
  requests += 1;
  const asking = { socket, id: traceFile === undefined ? 0 : Number(path.slice(1)), askedMs: now };
  const act = behaviour?.({ atMs: now - beganMs, request: requests, freeMs: freeMs - beganMs });
  if (act === undefined) return;
  if (act === 'reset') return void socket.resetAndDestroy();
  freeMs = beganMs + act.freeMs;
  if (beganMs + act.answerMs > performance.now()) queue.add(asking, beganMs + act.answerMs);
  else send(asking, beganMs + act.answerMs);
}

// In its own loop, so that the freeze comes when it is due and not with the next request.
const freezing = setInterval(() => {
  if (!toFreeze || beganMs === undefined || performance.now() - beganMs < freezeAtMs - 1) return;
  toFreeze = false;
  clearInterval(freezing);
  const nap = new Int32Array(new SharedArrayBuffer(4));
  const began = beganMs;
  // Nothing at all happens in this process from here on.
  Atomics.wait(nap, 0, 0, began + freezeAtMs + freezeMs - performance.now());
}, 1);

server.listen(0, '127.0.0.1', 16_384, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => {
  if (traceFile !== undefined) writeFileSync(traceFile, JSON.stringify(trace));
  const figures = (times: Times) => ({ p50Ms: percentileMs(times, 50), p95Ms: percentileMs(times, 95), p99Ms: percentileMs(times, 99) });
  const told = { requests, late: figures(late), service: figures(service), stoodStillMs: queue.stoodStillMs };
  process.stdout.write(`${JSON.stringify(told)}\n`, () => process.exit());
});
