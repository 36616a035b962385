// Who a scenario's requests come from, made ready: the header that says so, and the users behind it.
import type { Feed } from './feeds.ts';
import type { Scenario } from './schema.ts';
import { type SessionParts, Sessions } from './sessions.ts';
import type { RenewElsewhere, Shared } from './shared.ts';
import type { Variables } from './template.ts';

export interface Identity {
  /** Sent with every request; names `{{auth.token}}` where there are users. */
  readonly headers: Readonly<Record<string, string>>;
  readonly users?: { readonly feed: string; readonly sessions: Sessions };
  /** What signing in gives, as templates name it. */
  readonly names: readonly string[];
}
export interface IdentityContext {
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly common: Variables;
  readonly target: URL;
  readonly askTarget?: SessionParts['askTarget'];
  readonly shared?: Shared;
  readonly renewElsewhere?: RenewElsewhere;
}

/** The identity of a scenario, or in one line what is missing. */
export function identityOf({ auth }: Scenario, context: IdentityContext): Identity | { readonly problem: string } {
  if (auth === undefined) return { headers: {}, names: [] };
  const { env, users, header = 'authorization', scheme = 'Bearer' } = auth;
  const sent = (token: string) => ({ [header.toLowerCase()]: scheme === '' ? token : `${scheme} ${token}` });
  if (env !== undefined) {
    const value = context.environment[env];
    return value === undefined || value === '' ? { problem: `auth.env: ${env} is not set` } : { headers: sent(value), names: [] };
  }
  const feed = context.feeds.get(users ?? '');
  if (users === undefined || feed === undefined) return { problem: `auth.users: there is no feed called ${users}` };
  const { environment, folder, common, target, askTarget, shared, renewElsewhere } = context;
  const sessions = new Sessions({
    ...{ auth, feed: { name: users, rows: feed.rows }, common, environment, folder, target },
    ...(askTarget !== undefined && { askTarget }),
    ...(shared !== undefined && { users: shared.users }),
    ...(renewElsewhere !== undefined && { renewElsewhere }),
  });
  const names = ['token', ...Object.keys(auth.login?.extract ?? {})].map((name) => `auth.${name}`);
  return { headers: sent('{{auth.token}}'), users: { feed: users, sessions }, names };
}
