// What a running contestant costs: CPU per request, answer times at a rate, memory.
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

export interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: string;
}
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answered as fast as it can over 32 connections. Fails where a request is not answered with 200. */
export async function ask({ name, port }: Running, { path, headers }: Asked, amount: number): Promise<void> {
  const { non2xx, errors } = await autocannon({ url: `http://127.0.0.1:${port}${path}`, connections: 32, amount, headers: { ...headers } });
  if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx + errors} requests were not answered with 200`);
}

/** Of all its threads, user and system, in µs since it was started. */
export function cpuOf({ pid }: ChildProcess): number {
  const of = (thread: string) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1_000;
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + of(thread), 0);
}

export function memoryMb({ pid }: ChildProcess): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024);
}

/** Answer times in ms, sorted, of requests that come at a rate whatever the answers do; each from when it was due. */
export async function answerTimes(
  { port }: Running,
  { path, headers }: Asked,
  perSecond: number,
  seconds: number,
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const one = (due: number) =>
    new Promise<number>((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
        response.resume().on('end', () => resolve(performance.now() - due));
      });
      request.on('error', reject);
    });
  const startedAt = performance.now() + 100;
  const under: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = startedAt + (n * 1_000) / perSecond;
    if (due > performance.now()) await sleep(Math.max(1, due - performance.now()));
    under.push(one(due));
  }
  const times = await Promise.all(under);
  agent.destroy();
  return times.toSorted((a, b) => a - b);
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
