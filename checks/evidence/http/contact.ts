// Whom to ask what, as far as the operator says: where no probes were sent that could have found out more.

import { routeOf } from './candidates.ts';
import type { HttpRun } from './gather.ts';
import type { HttpConfig } from './options.ts';
import { roles } from './routes.ts';
import { tokenKit } from './tokens.ts';

/** Routes of the configuration and the tokens that can be made; throws a one-line Error where a token or key can't be read. */
export async function contactFrom(config: HttpConfig): Promise<HttpRun['contact']> {
  const { token, signingKey, audience, issuer, subject, second, jwks } = config;
  const kit = await tokenKit({
    ...(token === undefined ? {} : { token }),
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(jwks === undefined || typeof jwks === 'string' ? {} : { jwks }),
    ...(audience === undefined ? {} : { audience }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(subject === undefined ? {} : { subject }),
    ...(second === undefined ? {} : { second }),
  });
  const named = roles.flatMap((role) => {
    const spec = config.routes?.[role];
    const route = spec === undefined ? undefined : routeOf(spec, 'config', kit.subject, config);
    return route === undefined ? [] : [[role, route] as const];
  });
  return { routes: Object.fromEntries(named), kit };
}
