// A server whose latencies are known beforehand, as a process of its own: node bench/load/target.ts <behaviour>. Prints its port.
import { createServer, type ServerResponse } from 'node:http';

const behaviour = process.argv[2] ?? '';
const started = performance.now();
let requests = 0;
let firstAt: number | undefined;

// Timers fire up to a millisecond late and never early; what is left of the time is waited out turn by turn.
function answerAt(due: number, response: ServerResponse): void {
  const left = due - performance.now();
  if (left <= 0.05) response.end('ok');
  else if (left > 2) setTimeout(() => answerAt(due, response), left - 1.5);
  else setImmediate(() => answerAt(due, response));
}

const behaviours: Record<string, (response: ServerResponse, now: number) => void> = {
  constant: (response, now) => answerAt(now + 100, response),
  bimodal: (response, now) => answerAt(now + (requests % 10 === 0 ? 500 : 5), response),
  stall(response, now) {
    const inPeriod = (now - started) % 5000;
    if (inPeriod < 1000) answerAt(now + 1000 - inPeriod, response);
    else response.end('ok');
  },
  freeze(response, now) {
    firstAt ??= now;
    if (now - firstAt < 8_000 || frozen) return void response.end('ok');
    frozen = true;
    // Nothing at all happens in this process.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
    response.end('ok');
  },
  resets(response, now) {
    if (requests % 100 === 0) response.socket?.resetAndDestroy();
    else answerAt(now + 20, response);
  },
};
let frozen = false;

const act = behaviours[behaviour];
if (act === undefined) throw new Error(`behaviours are ${Object.keys(behaviours).join(', ')}`);
const server = createServer((_, response) => {
  requests += 1;
  act(response, performance.now());
});
server.listen(0, '127.0.0.1', 16_384, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
