// A handful of requests to a freshly started service, with canaries where secrets go, and what it wrote about them.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggedRequest, TrafficDrill } from '../../model.ts';
import { type Ask, ask, placeOf } from './ask.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';

/** A route that drills may ask. */
export interface DrillRoute {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body?: string;
}
/** Whom to ask what: as the probes found it out, or the operator said. */
export interface Acquaintance {
  readonly health: readonly string[];
  readonly any?: DrillRoute;
  readonly protected?: DrillRoute;
  readonly jsonPost?: DrillRoute;
  /** Where a route takes its token from, and a token that is accepted. */
  readonly token?: string;
}

const unknownPath = '/launchgate-unknown-route';
const quietMs = 250;
const mostMs = 2_000;

/** The same requests for every drill that counts lines. */
export async function sendTraffic({ url, service }: Session, known: Acquaintance): Promise<TrafficDrill> {
  const canaries = { token: canary(), cookie: canary(), body: canary() };
  const shown = new Map([
    ...Object.entries(canaries).map(([name, value]) => [value, name.toUpperCase()] as const),
    ...(known.token === undefined ? [] : [[known.token, 'TOKEN'] as const]),
  ]);
  const from = service.log.size;
  const requests: LoggedRequest[] = [];
  for (const [at, each] of plan(known, canaries).entries()) {
    const id = `launchgate-drill-${at + 1}`;
    const traceId = randomBytes(16).toString('hex');
    const parentId = randomBytes(8).toString('hex');
    const asked: Ask = {
      ...each,
      headers: { ...each.headers, 'x-request-id': id, traceparent: `00-${traceId}-${parentId}-01`, cookie: `session=${canaries.cookie}` },
    };
    const reply = await ask(url, asked);
    if (reply !== undefined)
      requests.push({ request: placeOf(url, asked, shown), status: reply.status, ids: idsOf(id, reply.headers), traceId });
  }
  await untilQuiet(service.log);
  const seen = (['token', 'cookie', 'body'] as const).filter((name) => service.log.mentions(new RegExp(canaries[name]), from));
  const cleaned = (line: string): string => [...shown].reduce((text, [value, name]) => text.replaceAll(value, `[${name}]`), line);
  return { requests, lines: service.log.after(from).map(cleaned), canaryIn: seen };
}

function plan(known: Acquaintance, canaries: Readonly<Record<'token' | 'body', string>>): readonly Ask[] {
  const [health = '/'] = known.health;
  const stranger = { authorization: `Bearer ${canaries.token}` };
  const post = known.jsonPost ?? { method: 'POST', path: unknownPath };
  return [
    { method: 'GET', path: health },
    known.any === undefined ? { method: 'GET', path: '/' } : { method: known.any.method, path: known.any.path },
    { method: 'GET', path: unknownPath },
    known.protected === undefined || known.protected.method !== 'GET'
      ? { method: 'GET', path: health, headers: stranger }
      : { method: 'GET', path: known.protected.path, headers: stranger },
    { method: post.method, path: post.path, headers: stranger, body: withCanary(canaries.body) },
    { method: post.method, path: post.path, headers: stranger, body: `{"${canaries.body}": ` },
  ];
}

const withCanary = (word: string): string => JSON.stringify({ note: word, password: word, personal_info: { note: word } });
const canary = (): string => `canary${randomBytes(9).toString('hex')}`;

function idsOf(sent: string, headers: Readonly<Record<string, string>>): readonly string[] {
  const returned = ['x-request-id', 'x-correlation-id', 'request-id', 'x-trace-id'].flatMap((name) => headers[name] ?? []);
  return [...new Set([sent, ...returned])].filter((id) => id.length >= 6);
}

/** Waits until nothing more was written for a while, two seconds at most. */
export async function untilQuiet(log: Log): Promise<void> {
  const until = performance.now() + mostMs;
  let before = -1;
  while (before !== log.size && performance.now() < until) {
    before = log.size;
    await sleep(quietMs);
  }
}
