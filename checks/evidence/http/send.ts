// Sends single requests to the one origin under audit, under one policy, and keeps what came back.
import type { Exchange } from '../../model.ts';
import { createAddresses } from './client-addresses.ts';
import { keep } from './keep.ts';
import type { Settings } from './options.ts';
import type { Outgoing } from './outgoing.ts';
import { createPace } from './pace.ts';
import { createPatience } from './patience.ts';
import { reasonOf } from './reasons.ts';
import { renewalsOf } from './renewal.ts';
import { addressOf, generalHeaders, requestPlace, sentRequest } from './shown-request.ts';
import type { CarriedAnswer, Carrier } from './wire/carrier.ts';
import { overHttp1 } from './wire/http1.ts';
import { overHttp2 } from './wire/http2.ts';

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
  /** The address of this machine that requests go from by now, where not the one that the system chooses. */
  address(): string | undefined;
  /** Further addresses of this machine that were asked from, because the first one was refused for asking too often. */
  readonly addresses: readonly string[];
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
  const carriers = new Map<string, Carrier>();
  const carrierOf = ({ origin, fromAddress }: Line): Carrier => {
    const key = `${origin ?? ''} ${fromAddress ?? ''}`;
    const carrier = carriers.get(key) ?? openCarrier(settings, { origin, fromAddress });
    carriers.set(key, carrier);
    return carrier;
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

  const addresses = createAddresses(settings);
  const isLimited = (sent: Sent): boolean => 'found' in sent && sent.found.status === 429;

  async function sendPatiently(outgoing: Outgoing): Promise<Sent> {
    const from = addresses.current();
    const first = await sendOnce(outgoing, from);
    if (outgoing.mayBeRefused === true || !('found' in first)) return first;
    const moved = isLimited(first) && outgoing.fromAddress === undefined ? await sendFromElsewhere(outgoing, from) : undefined;
    if (moved !== undefined) return moved;
    return (await patience.outwaits(first.found)) ? sendOnce(outgoing, addresses.current()) : first;
  }

  /** From one address after the other; undefined where all that can be had are refused as well. */
  async function sendFromElsewhere(outgoing: Outgoing, refusedFrom: string | undefined): Promise<Sent | undefined> {
    const request = `${outgoing.method} ${outgoing.path}`;
    let before = refusedFrom;
    for (let from = addresses.after(before, request); from !== undefined; from = addresses.after(before, request)) {
      const sent = await sendOnce(outgoing, from);
      const became = 'missing' in sent ? 'no-answer' : isLimited(sent) ? 'refused' : 'admitted';
      addresses.tell(from, request, became);
      if (became === 'admitted') return sent;
      if (became === 'no-answer') return undefined;
      before = from;
    }
    return undefined;
  }

  async function sendOnce(given: Outgoing, from: string | undefined): Promise<Sent> {
    const outgoing = from === undefined || given.fromAddress !== undefined ? given : { ...given, fromAddress: from };
    const because = await pace.turn();
    if (because !== undefined) return { missing: because };
    const started = performance.now();
    const at = new Date().toISOString();
    const answer = await ask(carrierOf({ origin: outgoing.at, fromAddress: outgoing.fromAddress }), settings, outgoing);
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
      ...(settings.protocol === 'HTTP/2' && outgoing.at === undefined ? { protocol: 'HTTP/2' } : {}),
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
    address: addresses.current,
    get addresses() {
      return addresses.used;
    },
    close: async () => void (await Promise.all([...carriers.values()].map((carrier) => carrier.close()))),
  };
}

interface Line {
  readonly origin: string | undefined;
  readonly fromAddress: string | undefined;
}

function openCarrier({ base, protocol, proxy, timeoutMs }: Settings, { origin, fromAddress }: Line): Carrier {
  const options = {
    base: origin === undefined ? base : new URL(origin),
    connections: atOnce,
    timeoutMs,
    ...(proxy === undefined ? {} : { proxy }),
    ...(fromAddress === undefined ? {} : { fromAddress }),
  };
  return protocol === 'HTTP/2' && origin === undefined ? overHttp2(options) : overHttp1(options);
}

const swapped = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...map].map(([value, name]) => [name, value]));

async function ask(carrier: Carrier, settings: Settings, outgoing: Outgoing): Promise<CarriedAnswer | { readonly missing: string }> {
  const limit = AbortSignal.timeout(settings.timeoutMs);
  const signal = settings.signal === undefined ? limit : AbortSignal.any([limit, settings.signal]);
  const { pathname, search } = new URL(addressOf(settings, outgoing));
  const headers = { 'user-agent': settings.userAgent, ...generalHeaders(settings, outgoing), ...Object.fromEntries(outgoing.headers) };
  const { method, body } = outgoing;
  const capBytes = (outgoing.capBytes ?? settings.bodyCapBytes) + overlapBytes;
  try {
    return await carrier.ask({ method, path: `${pathname}${search}`, headers, body, capBytes, signal });
  } catch (error) {
    if (settings.signal?.aborted === true) return { missing: 'the run was stopped' };
    if (limit.aborted) return { missing: `no complete answer within ${settings.timeoutMs / 1000} s` };
    return { missing: reasonOf(error) };
  }
}
