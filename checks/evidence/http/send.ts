// Sends single requests to the one origin under audit, under one policy, and keeps what came back.
import { Pool } from 'undici';
import type { Exchange } from '../../model.ts';
import { keep, type RawAnswer } from './keep.ts';
import { type Settings, urlOf } from './options.ts';
import type { Outgoing } from './outgoing.ts';
import { createPace } from './pace.ts';
import { createPatience } from './patience.ts';
import { reasonOf } from './reasons.ts';
import { renewalsOf } from './renewal.ts';
import { requestPlace, sentRequest } from './shown-request.ts';

export type { Outgoing };
export type Sent = { readonly found: Exchange } | { readonly missing: string };

export interface Sender {
  send(outgoing: Outgoing): Promise<Sent>;
  /** Spends one request of the same budget on something else: a reason where none is left. */
  spend<T>(task: () => Promise<T>): Promise<{ readonly done: T } | { readonly missing: string }>;
  /** A value that goes out and must not be kept, and the name that stands for it. */
  hide(value: string, name: string): void;
  readonly hidden: ReadonlyMap<string, string>;
  readonly all: readonly Exchange[];
  sent(): number;
  /** Why the first request without an answer got none. */
  firstFailure(): string | undefined;
  stoppedBecause(): string | undefined;
  /** Time spent waiting because the target asked for it. */
  waitedMs(): number;
  close(): Promise<void>;
}

const atOnce = 6;
/** Read beyond the cap, so that a secret that lies across it is still recognised and taken out. */
const overlapBytes = 8 * 1024;

export function createSender(settings: Settings): Sender {
  const all: Exchange[] = [];
  const hidden = new Map<string, string>();
  let firstFailure: string | undefined;
  const pace = createPace({ budget: settings.requestBudget, perSecond: settings.ratePerSecond, atOnce, signal: settings.signal });
  // A connection of its own for each request: no answer can be mistaken for another's, and no idle socket dies under us.
  const pools = new Map<string, Pool>();
  const poolFrom = (address: string): Pool => {
    const pool = pools.get(address) ?? openPool(settings, address);
    pools.set(address, pool);
    return pool;
  };

  const hide = (value: string, name: string): void => void hidden.set(value, name);
  const renewals = renewalsOf(settings.config.renewals ?? [], hide);

  const patience = createPatience(settings.patienceMs, pace.hold, settings.signal);

  async function send(outgoing: Outgoing): Promise<Sent> {
    const fresh = renewals.fresh(outgoing);
    const first = await sendPatiently(fresh);
    const again = 'found' in first ? await renewals.again(fresh, first.found.status) : undefined;
    return again === undefined ? first : sendPatiently(again);
  }

  async function sendPatiently(outgoing: Outgoing): Promise<Sent> {
    const first = await sendOnce(outgoing);
    if (outgoing.mayBeRefused === true || !('found' in first)) return first;
    return (await patience.outwaits(first.found)) ? sendOnce(outgoing) : first;
  }

  async function sendOnce(outgoing: Outgoing): Promise<Sent> {
    const because = await pace.turn();
    if (because !== undefined) return { missing: because };
    const started = performance.now();
    const at = new Date().toISOString();
    const answer = await ask(poolFrom(outgoing.fromAddress ?? ''), settings, outgoing);
    if ('missing' in answer) {
      pace.done('no-answer');
      firstFailure ??= answer.missing;
      return answer;
    }
    pace.done(answer.status >= 500 ? 'broken' : 'answered');
    const rules = {
      knownSecrets: settings.knownSecrets,
      sentSecrets: swapped(hidden),
      bodyCap: outgoing.capBytes ?? settings.bodyCapBytes,
    };
    const exchange: Exchange = {
      kind: 'http',
      request: requestPlace(settings, outgoing, hidden),
      ...(outgoing.origin === undefined ? {} : { origin: outgoing.origin }),
      status: answer.status,
      durationMs: Math.round(performance.now() - started),
      ...keep(answer, outgoing.canary, rules),
      sent: sentRequest(settings, outgoing, { hidden, at }),
    };
    all.push({ ...exchange, body: exchange.body.slice(0, settings.bodyCapBytes) });
    return { found: exchange };
  }
  return {
    send,
    async spend(task) {
      const because = await pace.turn();
      if (because !== undefined) return { missing: because };
      const done = await task();
      pace.done('answered');
      return { done };
    },
    hide,
    hidden,
    all,
    sent: pace.spent,
    firstFailure: () => firstFailure,
    stoppedBecause: pace.stoppedBecause,
    waitedMs: patience.waitedMs,
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.destroy()))),
  };
}

function openPool(settings: Settings, address: string): Pool {
  return new Pool(settings.base.origin, {
    connections: atOnce,
    pipelining: 0,
    connect: { timeout: settings.timeoutMs },
    ...(address === '' ? {} : { localAddress: address }),
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
  });
}

const swapped = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...map].map(([value, name]) => [name, value]));

type Raw = RawAnswer & { readonly status: number };

async function ask(pool: Pool, settings: Settings, outgoing: Outgoing): Promise<Raw | { readonly missing: string }> {
  const limit = AbortSignal.timeout(settings.timeoutMs);
  const signal = settings.signal === undefined ? limit : AbortSignal.any([limit, settings.signal]);
  const url = new URL(urlOf(settings.base, outgoing.path, outgoing.query));
  const headers = { 'user-agent': settings.userAgent, ...settings.config.headers, ...Object.fromEntries(outgoing.headers) };
  try {
    const answer = await pool.request({
      method: outgoing.method,
      path: `${url.pathname}${url.search}`,
      headers,
      body: outgoing.body ?? null,
      signal,
    });
    const { text, truncated } = await read(answer.body, (outgoing.capBytes ?? settings.bodyCapBytes) + overlapBytes);
    return { status: answer.statusCode, headers: listed(answer.headers), body: text, bodyTruncated: truncated };
  } catch (error) {
    if (settings.signal?.aborted === true) return { missing: 'the run was stopped' };
    if (limit.aborted) return { missing: `no complete answer within ${settings.timeoutMs / 1000} s` };
    return { missing: reasonOf(error) };
  }
}

async function read(body: AsyncIterable<unknown> & { destroy(): unknown }, cap: number): Promise<{ text: string; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (size > cap) {
      body.destroy();
      break;
    }
  }
  return { text: Buffer.concat(chunks).subarray(0, cap).toString('utf8'), truncated: size > cap };
}

function listed(headers: Readonly<Record<string, string | string[] | undefined>>): readonly (readonly [string, string])[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((each) => [name, each] as const),
  );
}
