// A server whose latencies are known beforehand, as a process of its own: node bench/load/target.ts <behaviour>. Prints its port.
import { createServer, type ServerResponse } from 'node:http';

const behaviour = process.argv[2] ?? '';
const started = performance.now();
let requests = 0;
let firstAt: number | undefined;
// Once in the warm-up, which opens the connections, and once in what is measured.
const freezes = [1_000, 14_000];
const held: ServerResponse[] = [];

// Timers fire up to a millisecond late and never early. Where few wait, what is left is waited out turn by turn; many would make this process the slow part.
let waiting = 0;
function answerAt(due: number, response: ServerResponse): void {
  waiting += 1;
  const precise = waiting <= 60;
  const look = () => {
    const left = due - performance.now();
    if (left > (precise ? 1.5 : 0.05)) return void setTimeout(look, precise ? left - 1 : left);
    if (left > 0.05) return void setImmediate(look);
    waiting -= 1;
    response.end('ok');
  };
  look();
}

const behaviours: Record<string, (response: ServerResponse, now: number) => void> = {
  constant: (response, now) => answerAt(now + 100, response),
  bimodal: (response, now) => answerAt(now + (requests % 10 === 0 ? 500 : 5), response),
  stall(response, now) {
    const inPeriod = (now - started) % 5000;
    if (inPeriod >= 1000) return void response.end('ok');
    held.push(response);
    if (held.length === 1) setTimeout(() => held.splice(0).forEach((each) => void each.end('ok')), 1000 - inPeriod);
  },
  freeze(response, now) {
    firstAt ??= now;
    if (now - firstAt < (freezes[0] ?? Number.POSITIVE_INFINITY)) return void response.end('ok');
    freezes.shift();
    // Nothing at all happens in this process.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
    response.end('ok');
  },
  resets(response, now) {
    if (requests % 100 === 0) response.socket?.resetAndDestroy();
    else answerAt(now + 100, response);
  },
};

const act = behaviours[behaviour];
if (act === undefined) throw new Error(`behaviours are ${Object.keys(behaviours).join(', ')}`);
const server = createServer((_, response) => {
  requests += 1;
  act(response, performance.now());
});
// Connections that a pause has opened are there for the next one: their making is no part of the behaviour.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', 16_384, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
