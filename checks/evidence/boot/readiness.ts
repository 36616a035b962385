// Waits until a started service answers HTTP, and finds out where. It never takes a stranger's port for the service's own.
import { get } from 'node:http';
import { get as getSecurely } from 'node:https';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogLine } from '../../model.ts';
import { listeningSockets, processesOf } from './process-tree.ts';
import type { Service } from './service.ts';

export interface Expectation {
  /** Ready when this URL answers. */
  readonly waitFor?: string;
  /** The port the environment asks the service to take. */
  readonly port?: number;
  /** Ports that somebody listened on before the start. */
  readonly takenBefore: ReadonlySet<number>;
  /** Any port of the service will do, and any answer: for drills. */
  readonly anywhere?: true;
  /** An answer of any status will do. */
  readonly anyAnswer?: true;
}
export type Readiness =
  | { readonly kind: 'listening'; readonly afterMs: number; readonly url: string }
  | { readonly kind: 'exited'; readonly code: number | null; readonly afterMs: number }
  | { readonly kind: 'timed-out'; readonly waitedMs: number };

const pauseMs = 60;
/** A health URL that keeps answering 5xx is an answer too, after a while. */
const patienceMs = 5_000;

/** Resolves when the service answers HTTP, ends, or `limitMs` have passed. Rejects only when `signal` aborts. */
export async function waitUntilListening(service: Service, expect: Expectation, limitMs: number, signal?: AbortSignal): Promise<Readiness> {
  const since = () => Math.round(performance.now() - service.startedAt);
  let unwellSince: number | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const ended = service.ended();
    // A start command may hand over to a daemon and end well; then its processes speak for it.
    if (ended !== undefined && (ended.code !== 0 || processesOf(service.pid).length === 0)) return { kind: 'exited', ...ended };
    for (const url of candidates(service, expect)) {
      const status = await statusOf(url);
      if (status === undefined) continue;
      unwellSince ??= since();
      const unwell = url === expect.waitFor && expect.anywhere === undefined && expect.anyAnswer === undefined && status >= 500;
      if (!unwell || since() - unwellSince > patienceMs) return { kind: 'listening', afterMs: since(), url: new URL(url).origin };
    }
    if (since() > limitMs) return { kind: 'timed-out', waitedMs: since() };
    await sleep(pauseMs);
  }
}

/** Ports that are listened on now, as far as the machine tells. */
export function portsInUse(): ReadonlySet<number> {
  return new Set(listeningSockets().map(({ port }) => port));
}

/** A port of the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((settle, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Whether something accepts connections there. */
export function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, timeout: 1_000 });
    const end = (taken: boolean) => {
      socket.destroy();
      settle(taken);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** The port a URL speaks of, its scheme's own where it names none. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function candidates(service: Service, expect: Expectation): readonly string[] {
  const { waitFor, anywhere } = expect;
  if (waitFor !== undefined && anywhere === undefined) return [waitFor];
  const own = process.platform === 'linux' ? ownUrls(service, expect) : announcedUrls(service, expect);
  return waitFor === undefined ? own : [...own, waitFor];
}

function ownUrls(service: Service, { port }: Expectation): readonly string[] {
  const sockets = listeningSockets(processesOf(service.pid));
  const announced = sockets.length > 1 ? announcedPorts(service.log.lines('start')) : [];
  const rank = (each: number) => (each === port ? 0 : announced.includes(each) ? 1 : 2);
  return sockets.toSorted((a, b) => rank(a.port) - rank(b.port)).map(({ host, port: each }) => `http://${host}:${each}/`);
}

function announcedUrls(service: Service, { port, takenBefore }: Expectation): readonly string[] {
  const ports = [...(port === undefined ? [] : [port]), ...announcedPorts(service.log.lines('start'))];
  return [...new Set(ports)].filter((each) => !takenBefore.has(each)).map((each) => `http://127.0.0.1:${each}/`);
}

const announcement = /(?:listen|running|started|serving|ready|server|local)[^\n]*?(?:https?:\/\/[\w.[\]:-]*?:|port[ :=]+)(\d{2,5})\b/i;

function announcedPorts(lines: readonly LogLine[]): readonly number[] {
  return lines.flatMap(({ text }) => {
    const port = Number(announcement.exec(text)?.[1]);
    return port > 0 && port < 65_536 ? [port] : [];
  });
}

function statusOf(url: string): Promise<number | undefined> {
  const ask = url.startsWith('https:') ? getSecurely : get;
  return new Promise((settle) => {
    const request = ask(url, { agent: false, timeout: 2_000, headers: { connection: 'close' } }, (response) => {
      response.destroy();
      settle(response.statusCode ?? 0);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', (error) => settle(/CERT|SIGNED|ALTNAME/.test('code' in error ? String(error.code) : '') ? 0 : undefined));
  });
}
