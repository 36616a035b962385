// Requests that are under way: the server has their heads and half of their bodies, and waits for the rest.
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ask, placeOf } from './ask.ts';

export interface OpenRequests {
  readonly sent: number;
  readonly request: ReturnType<typeof placeOf> | undefined;
  /** Sends the rest of the bodies; how many were answered. */
  finish(): Promise<number>;
}
interface Held {
  readonly socket: Socket;
  answer: string;
  ended: boolean;
}

const holdMs = 250;
const answerMs = 30_000;
const count = 3;

/** Opens some on the first of the requests that the server does not answer before it has the body. */
export async function holdOpen(base: string, candidates: readonly Ask[], secrets: ReadonlyMap<string, string>): Promise<OpenRequests> {
  for (const asked of candidates) {
    const held = (await Promise.all(Array.from({ length: count }, () => begin(base, asked)))).flatMap((each) => each ?? []);
    await sleep(holdMs);
    const open = held.filter(({ ended, answer }) => !ended && answer === '');
    for (const each of held) if (!open.includes(each)) each.socket.destroy();
    if (open.length > 0) return { sent: open.length, request: placeOf(base, asked, secrets), finish: () => finish(open, asked) };
  }
  return { sent: 0, request: undefined, finish: () => Promise.resolve(0) };
}

const halfOf = ({ body = '{}' }: Ask): number => Math.floor(Buffer.byteLength(body) / 2);

function begin(base: string, asked: Ask): Promise<Held | undefined> {
  const url = new URL(asked.path, base);
  const body = Buffer.from(asked.body ?? '{}');
  const headers = {
    host: url.host,
    'user-agent': 'launchgate (+audit)',
    'content-type': 'application/json',
    'content-length': body.length,
    connection: 'close',
    ...asked.headers,
  };
  const head = [
    `${asked.method} ${url.pathname}${url.search} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return new Promise((settle) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) });
    const held: Held = { socket, answer: '', ended: false };
    const end = (): void => {
      held.ended = true;
      settle(undefined);
    };
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      if (held.answer.length < 64) held.answer += text;
    });
    for (const event of ['end', 'close', 'error']) socket.once(event, end);
    socket.once('connect', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(body.subarray(0, halfOf(asked)));
      settle(held);
    });
  });
}

async function finish(open: readonly Held[], asked: Ask): Promise<number> {
  const rest = Buffer.from(asked.body ?? '{}').subarray(halfOf(asked));
  for (const { socket } of open) if (socket.writable) socket.write(rest);
  const until = performance.now() + answerMs;
  while (open.some(({ ended }) => !ended) && performance.now() < until) await sleep(20);
  for (const { socket } of open) socket.destroy();
  return open.filter(({ answer }) => /^HTTP\/1\.[01] \d{3}/.test(answer)).length;
}
