// A Redis for tests: the real program where it is installed; else as much of its protocol and commands as the server uses, in this process.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './databases.ts';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const program = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/usr/bin/valkey-server'].find((file) => existsSync(file));
/** Which of the two is tested with. */
export const redisKind = program === undefined ? 'a stand-in for Redis' : 'a real Redis';

export async function startRedis(port?: number): Promise<TestRedis> {
  const at = port ?? (await freePort());
  return program === undefined ? startStandIn(at) : startReal(program, at);
}

async function startReal(file: string, port: number): Promise<TestRedis> {
  const child = spawn(file, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (const until = Date.now() + 20_000; !(await listens(port)); await sleep(50)) if (Date.now() > until) throw new Error('no Redis');
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => {
      child.kill('SIGKILL');
      return exited;
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function startStandIn(port: number): Promise<TestRedis> {
  const memory = new Memory();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let unread = '';
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      unread += chunk.toString('latin1');
      for (let read = readCommand(unread); read !== undefined; read = readCommand(unread)) {
        unread = read.rest;
        socket.write(memory.answer(read.words), 'latin1');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One command of the protocol, `*2 $3 GET $1 a`; undefined until it is there whole. */
function readCommand(text: string): { readonly words: readonly string[]; readonly rest: string } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (head === null) return undefined;
  let rest = text.slice(head[0].length);
  const words: string[] = [];
  for (let left = Number(head[1]); left > 0; left -= 1) {
    const size = /^\$(\d+)\r\n/.exec(rest);
    const start = size?.[0].length ?? 0;
    const end = start + Number(size?.[1] ?? 0);
    if (size === null || rest.length < end + 2) return undefined;
    words.push(rest.slice(start, end));
    rest = rest.slice(end + 2);
  }
  return { words, rest };
}

class Memory {
  readonly #texts = new Map<string, { readonly value: string; readonly until: number }>();
  readonly #calls = new Map<string, number[]>();

  answer([name = '', ...given]: readonly string[]): string {
    const [key = '', value = ''] = given;
    switch (name.toUpperCase()) {
      case 'INFO':
        return bulk('redis_version:7.0.0\r\nloading:0\r\n');
      case 'GET': {
        const entry = this.#texts.get(key);
        return entry === undefined || entry.until < Date.now() ? '$-1\r\n' : bulk(entry.value);
      }
      case 'SET':
        if (given.includes('NX') && (this.#texts.get(key)?.until ?? 0) >= Date.now()) return '$-1\r\n';
        this.#texts.set(key, { value, until: Date.now() + Number(given[3]) });
        return '+OK\r\n';
      case 'EVALSHA':
        return this.#limit(given.slice(2));
      default:
        return '+OK\r\n';
    }
  }

  /** What the limiter's script does: counts the calls of the window, and adds this one where there is room. */
  #limit([key = '', now = '', duration = '', max = '']: readonly string[]): string {
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > Number(now) - Number(duration));
    const remaining = Math.max(0, Number(max) - calls.length);
    const reset = Math.floor(((calls[0] ?? Number(now)) + Number(duration)) / 1_000);
    this.#calls.set(key, remaining > 0 ? [...calls, Number(now)] : calls);
    return `*3\r\n:${remaining}\r\n:${reset}\r\n:${max}\r\n`;
  }
}

const bulk = (text: string): string => `$${text.length}\r\n${text}\r\n`;
