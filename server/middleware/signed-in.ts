// Admits who brings a valid access token: in the Authorization header, else where the shipped app puts it.
import { z } from 'zod';
import type { VerifyToken } from '../auth/tokens.ts';
import type { User } from '../auth/user.ts';
import { unauthorized } from '../problem.ts';
import type { RequestContext, Step } from './state.ts';

const bearer = /^Bearer +/i;
const bodyWithToken = z.object({ jwt_token: z.string().min(1) });

export function signedIn(verify: VerifyToken): Step {
  return (ctx, next) => {
    const token = tokenIn(ctx);
    const admit = (user: User) => {
      ctx.state.user = user;
      ctx.state.accessToken = token;
      return next();
    };
    const user = verify(token);
    return user instanceof Promise ? user.then(admit) : admit(user);
  };
}

function tokenIn(ctx: RequestContext): string {
  const header = ctx.get('Authorization');
  if (header !== '') {
    const scheme = bearer.exec(header);
    if (scheme === null) throw unauthorized({ invalid: true });
    return header.slice(scheme[0].length);
  }
  const body = bodyWithToken.safeParse(ctx.request.body);
  if (body.success) return body.data.jwt_token;
  const { jwt_token: inQuery } = ctx.query;
  if (ctx.state.appEraName === true && ctx.method === 'GET' && typeof inQuery === 'string') return inQuery;
  throw unauthorized({ invalid: false });
}
