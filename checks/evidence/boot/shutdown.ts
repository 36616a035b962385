// Tells the service to stop while it is being asked, as a platform would: whole requests stop once readiness says no.
import { request as open } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ShutdownDrill } from '../../model.ts';
import { type Ask, ask, placeOf } from './ask.ts';
import { holdOpen } from './open-requests.ts';
import { isTaken, portOf } from './readiness.ts';
import type { Session } from './session.ts';
import type { Acquaintance } from './traffic.ts';

const workers = 3;
const pauseMs = 25;
const beforeMs = 250;
/** Whoever sends after this has not looked at readiness, which alone can tell. */
const afterMs = 150;
/** Held requests get the rest of their bodies this long after nobody listens any more: a moment in which a careless service cuts them. */
const holdMs = 400;
/** Some go on listening for long; the rest comes then all the same. */
const longestHoldMs = 12_000;

export async function drillShutdown({ url, service }: Session, known: Acquaintance, limitMs: number): Promise<ShutdownDrill> {
  const secrets = new Map(known.token === undefined ? [] : [[known.token, 'TOKEN']]);
  const paths = await answering(url, known.health);
  const held = await holdOpen(url, bodies(known), secrets);
  const steadily: Ask = { method: 'GET', path: known.any?.path ?? paths[0] ?? '/' };
  const load = startLoad(url, steadily);
  await sleep(beforeMs);
  const begun = performance.now();
  const stopping = service.stop(limitMs);
  const watching = watchReadiness(url, paths, {
    load,
    over: () => service.ended() !== undefined || performance.now() - begun > limitMs,
  });
  await sleep(afterMs);
  load.halt();
  await Promise.race([unheard(url, begun + longestHoldMs).then(() => sleep(holdMs)), stopping]);
  const answered = await held.finish();
  const [stop, readiness] = await Promise.all([stopping, watching]);
  const { sent, done } = await load.stop();
  const leftBehind = stop.leftBehind ?? 0;
  return {
    exitCode: stop.exitCode,
    killed: stop.signal === 'SIGKILL' && leftBehind === 0,
    afterMs: stop.afterMs,
    limitMs,
    ...(readiness === undefined ? {} : { readiness }),
    open: { sent: held.sent, answered, ...(held.request === undefined ? {} : { request: held.request }) },
    steady: { sent, answered: done, request: placeOf(url, steadily, secrets) },
    processesLeft: leftBehind,
    portOpen: await isTaken(new URL(url).hostname, portOf(new URL(url))),
  };
}

/** Resolves when nobody listens there any more, or at that time. */
async function unheard(base: string, untilMs: number): Promise<void> {
  const { hostname, port } = new URL(base);
  while (performance.now() < untilMs && (await isTaken(hostname, Number(port)))) await sleep(50);
}

/** Those of the paths that are routes, and well. */
async function answering(base: string, paths: readonly string[]): Promise<readonly string[]> {
  const asked = await Promise.all(paths.map(async (path) => [path, await ask(base, { method: 'GET', path, timeoutMs: 5_000 })] as const));
  return asked.filter(([, reply]) => reply !== undefined && reply.status < 400).map(([path]) => path);
}

// A body that does not fit is answered as well, and sets nothing to work.
function bodies({ jsonPost, any, token }: Acquaintance): readonly Ask[] {
  const body = JSON.stringify({ launchgate: 'x'.repeat(64) });
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const paths = [...(jsonPost === undefined ? [] : [jsonPost]), { method: 'POST', path: any?.path ?? '/' }, { method: 'POST', path: '/' }];
  return paths.map(({ method, path }) => ({ method, path, headers, body }));
}

interface Load {
  /** No more requests begin. */
  halt(): void;
  stop(): Promise<{ readonly sent: number; readonly done: number }>;
}

/** Asks again and again over new connections; a connection that is refused was no request. */
function startLoad(base: string, asked: Ask): Load {
  let going = true;
  let sent = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (going) {
      const outcome = await once(base, asked);
      if (outcome === 'refused') return;
      sent += 1;
      if (outcome === 'answered') done += 1;
      await sleep(pauseMs);
    }
  };
  const all = Promise.all(Array.from({ length: workers }, work));
  const halt = (): void => {
    going = false;
  };
  return {
    halt,
    async stop() {
      halt();
      await all;
      return { sent, done };
    },
  };
}

function once(base: string, { method, path }: Ask): Promise<'answered' | 'lost' | 'refused'> {
  return new Promise((settle) => {
    let connected = false;
    const request = open(new URL(path, base), { method, agent: false, headers: { connection: 'close' }, timeout: 10_000 }, (response) => {
      response.resume();
      response.once('error', () => settle('lost'));
      response.once('close', () => settle(response.complete ? 'answered' : 'lost'));
    });
    request.once('socket', (socket) => socket.once('connect', () => (connected = true)));
    request.once('timeout', () => request.destroy());
    request.once('error', () => settle(connected ? 'lost' : 'refused'));
    request.end();
  });
}

type Watch = { readonly load: Load; readonly over: () => boolean };

/** What each health route says until nobody answers any more; the one that turned, or else the first. */
async function watchReadiness(base: string, paths: readonly string[], { load, over }: Watch): Promise<ShutdownDrill['readiness']> {
  const said = new Map<string, number[]>();
  let silent = 0;
  while (!over() && silent < 3 && paths.length > 0) {
    const replies = await Promise.all(
      paths.map(async (path) => [path, await ask(base, { method: 'GET', path, timeoutMs: 2_000 })] as const),
    );
    silent = replies.every(([, reply]) => reply === undefined) ? silent + 1 : 0;
    for (const [path, reply] of replies) {
      if (reply === undefined) continue;
      const statuses = said.get(path) ?? [];
      if (statuses.at(-1) !== reply.status) said.set(path, [...statuses, reply.status]);
      if (reply.status === 503) load.halt();
    }
    await sleep(pauseMs);
  }
  const [first] = paths;
  if (first === undefined) return undefined;
  const turned = [...said].find(([, statuses]) => statuses.includes(503)) ?? [first, said.get(first) ?? []];
  const [path, statuses] = turned;
  return { request: placeOf(base, { method: 'GET', path }, new Map()), statuses };
}
