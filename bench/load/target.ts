// A server whose latencies are known beforehand, as a process of its own: node bench/load/target.ts <behaviour> <seconds before it begins>.
// Prints its port; at SIGTERM, how late it was itself.
import { createServer, type Socket } from 'node:net';
import { addTime, newTimes, percentileMs } from '../../loadtests/open/histogram.ts';
import { AnswerQueue } from './answer-queue.ts';
import { type Behaviour, behaviours, freezeAtMs, freezeMs } from './behaviours.ts';

const name = process.argv[2] ?? '';
const behaviour: Behaviour | undefined = behaviours[name];
if (behaviour === undefined) throw new Error(`behaviours are ${Object.keys(behaviours).join(', ')}`);
const beginsAfterMs = Number(process.argv[3] ?? 0) * 1000;

const answer = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nKeep-Alive: timeout=60\r\n\r\nok');
const late = newTimes();
const queue = new AnswerQueue<Socket>(send);
let beganMs: number | undefined;
let freeMs = 0;
let requests = 0;
let toFreeze = name === 'freeze';

const server = createServer({ noDelay: true }, (socket) => {
  let unread = '';
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    unread += chunk.toString('latin1');
    for (let end = unread.indexOf('\r\n\r\n'); end >= 0; end = unread.indexOf('\r\n\r\n')) {
      unread = unread.slice(end + 4);
      asked(socket);
    }
  });
});

function send(socket: Socket, dueMs: number): void {
  addTime(late, performance.now() - dueMs);
  if (!socket.destroyed) socket.write(answer);
}

function asked(socket: Socket): void {
  const now = performance.now();
  beganMs ??= now + beginsAfterMs;
  requests += 1;
  const act = behaviour?.({ atMs: now - beganMs, request: requests, freeMs: freeMs - beganMs });
  if (act === undefined) return;
  if (act === 'reset') return void socket.resetAndDestroy();
  freeMs = beganMs + act.freeMs;
  if (beganMs + act.answerMs > performance.now()) queue.add(socket, beganMs + act.answerMs);
  else send(socket, beganMs + act.answerMs);
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
  process.stdout.write(
    `${JSON.stringify({ requests, late: { p50Ms: percentileMs(late, 50), p95Ms: percentileMs(late, 95), p99Ms: percentileMs(late, 99) }, stoodStillMs: queue.stoodStillMs })}\n`,
    () => process.exit(),
  );
});
