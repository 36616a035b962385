// What middleware tells what comes after it.
import type { Middleware } from 'koa';
import type { User } from '../auth/user.ts';
import { unauthorized } from '../problem.ts';
import type { Patience } from './patience.ts';

export interface State {
  requestId: string;
  /** W3C trace the request belongs to. */
  traceId: string;
  /** By `performance.now`. */
  startedAt: number;
  /** What `atEnd` was given. */
  atEnd?: (() => void)[];
  /** Its signal goes down to every call of the store and the model. */
  patience: Patience;
  user?: User;
  /** What the user's calls of the database are made with. */
  accessToken?: string;
  /** The request came by a name of the shipped app, which may still carry its token in the query. */
  appEraName?: boolean;
}
export type Step = Middleware<State>;
export type RequestContext = Parameters<Step>[0];

/** Runs something once the request is over, answered or not. One listener for all who ask: each of Node's costs as much as a header. */
export function atEnd({ state, res }: RequestContext, then: () => void): void {
  if (state.atEnd !== undefined) {
    state.atEnd.push(then);
    return;
  }
  const all = [then];
  state.atEnd = all;
  res.on('close', () => {
    for (const each of all) each();
  });
}

/** The signed-in user. A route that forgot to ask for one answers 401, not somebody's data. */
export function userOf(ctx: { readonly state: State }): User {
  if (ctx.state.user === undefined) throw unauthorized({ invalid: false });
  return ctx.state.user;
}

/** The token the user signed in with. */
export function tokenOf(ctx: { readonly state: State }): string {
  if (ctx.state.accessToken === undefined) throw unauthorized({ invalid: false });
  return ctx.state.accessToken;
}
