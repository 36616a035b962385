// Tokens that run out while probes are sent: one that was refused is exchanged for a new one, and the request is sent again.
import type { Renewal } from './options.ts';
import type { Outgoing } from './outgoing.ts';

export interface Renewals {
  /** The request with tokens that were renewed meanwhile. */
  fresh(outgoing: Outgoing): Outgoing;
  /** The request with a new token, where a refusal was about its token and a new one could be had. */
  again(outgoing: Outgoing, status: number): Promise<Outgoing | undefined>;
}
interface State {
  readonly renewal: Renewal;
  current: string;
  /** All so far, the newest first. */
  tokens: readonly string[];
  underWay: Promise<string | undefined> | undefined;
  /** Tokens that were not refused once; a new one that is refused at once ends the matter. */
  readonly accepted: Set<string>;
  givenUp: boolean;
}

/** Whoever keeps what goes out is told each new token before it does. */
export function renewalsOf(list: readonly Renewal[], hide: (token: string, name: string) => void): Renewals {
  const states = list
    .filter(({ token }) => token !== '')
    .map(
      (renewal): State => ({
        renewal,
        current: renewal.token,
        tokens: [renewal.token],
        underWay: undefined,
        accepted: new Set(),
        givenUp: false,
      }),
    );
  return {
    fresh: (outgoing) => states.reduce((sent, { renewal, current }) => exchanged(sent, renewal.token, current), outgoing),
    async again(outgoing, status) {
      const state = states.find(({ tokens }) => tokens.some((token) => holds(outgoing, token)));
      const used = state?.tokens.find((token) => holds(outgoing, token));
      if (state === undefined || used === undefined) return undefined;
      if (status !== 401) state.accepted.add(used);
      if (status !== 401 || state.givenUp) return undefined;
      // Renewed meanwhile, on another request's account.
      if (used !== state.current) return exchanged(outgoing, used, state.current);
      const isNew = used !== state.renewal.token;
      if (isNew && !state.accepted.has(used)) return undefined;
      state.underWay ??= renew(state, hide);
      const token = await state.underWay;
      return token === undefined ? undefined : exchanged(outgoing, used, token);
    },
  };
}

async function renew(state: State, hide: (token: string, name: string) => void): Promise<string | undefined> {
  const token = await state.renewal.renew();
  state.underWay = undefined;
  if (token === undefined || token === state.current) {
    state.givenUp = true;
    return undefined;
  }
  hide(token, state.renewal.name);
  state.current = token;
  state.tokens = [token, ...state.tokens];
  return token;
}

const holds = ({ headers, path, query, body }: Outgoing, token: string): boolean =>
  headers.some(([, value]) => hasWhole(value, token)) || path.includes(token) || query.includes(token) || body?.includes(token) === true;

// A forged token may begin with the whole of a valid one.
const hasWhole = (value: string, token: string): boolean => value === token || value.endsWith(` ${token}`);

function exchanged(outgoing: Outgoing, from: string, to: string): Outgoing {
  if (from === to || !holds(outgoing, from)) return outgoing;
  return {
    ...outgoing,
    headers: outgoing.headers.map(([name, value]) => [name, hasWhole(value, from) ? value.replace(from, to) : value] as const),
    path: outgoing.path.replaceAll(from, to),
    query: outgoing.query.replaceAll(from, to),
    body: outgoing.body?.replaceAll(from, to),
  };
}
