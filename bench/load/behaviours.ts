// What the target does with a request, as arithmetic: the server acts on it, and the truth is worked out from it.

export interface Asked {
  /** Milliseconds since the behaviour began; negative before. */
  readonly atMs: number;
  /** From 1 on. */
  readonly request: number;
  /** When a server that answers one at a time is free again. */
  readonly freeMs: number;
}
export type Act = 'reset' | { readonly answerMs: number; readonly freeMs: number };
export type Behaviour = (asked: Asked) => Act;

export const freezeAtMs = 3_000;
export const freezeMs = 2_000;
export const rampSeconds = 10;
// A server that was stopped has a heap of work before it, and so many a second is what it manages.
const slotMs = 0.1;

const after =
  (ms: number): Behaviour =>
  ({ atMs, freeMs }) => ({ answerMs: atMs + ms, freeMs });

/** One at a time, from `earliestMs` on. */
function inTurn({ freeMs }: Asked, earliestMs: number): Act {
  const answerMs = Math.max(earliestMs, freeMs);
  return { answerMs, freeMs: answerMs + slotMs };
}

/** Before it begins, a hold that opens the connections: their making is no part of the behaviour. */
const warmUpHold = { from: -3_500, to: -2_900 };

const within = (atMs: number, { from, to }: typeof warmUpHold) => atMs >= from && atMs < to;
const freeze = { from: freezeAtMs, to: freezeAtMs + freezeMs };

export const behaviours: Readonly<Record<string, Behaviour>> = {
  'at-once': after(0),
  constant100: after(100),
  constant20: after(20),
  bimodal: (asked) => after(asked.request % 10 === 0 ? 500 : 5)(asked),
  // The last second of every five.
  stall(asked) {
    if (within(asked.atMs, warmUpHold)) return inTurn(asked, warmUpHold.to);
    const inPeriod = asked.atMs % 5000;
    return inTurn(asked, inPeriod >= 4000 ? asked.atMs + 5000 - inPeriod : asked.atMs);
  },
  freeze(asked) {
    if (within(asked.atMs, warmUpHold)) return inTurn(asked, warmUpHold.to);
    return inTurn(asked, within(asked.atMs, freeze) ? freeze.to : asked.atMs);
  },
  ramp: (asked) => after(10 + (190 * Math.min(Math.max(0, asked.atMs / 1000), rampSeconds)) / rampSeconds)(asked),
  resets: (asked) => (asked.request % 100 === 0 ? 'reset' : after(100)(asked)),
};
