// Who is asking: the token is verified whole.
import { jwtVerify } from 'jose';
import type Koa from 'koa';
import { config } from './config.ts';

const key = new TextEncoder().encode(config.JWT_SECRET);

export async function signedIn(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(ctx.get('Authorization'))?.[1];
  const user = token === undefined ? undefined : await userOf(token);
  if (user === undefined) {
    ctx.status = 401;
    ctx.set('WWW-Authenticate', 'Bearer realm="plans"');
    ctx.body = { detail: 'Please sign in.' };
    return;
  }
  ctx.state.user = user;
  await next();
}

async function userOf(token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: 'half-koa', audience: 'plans' });
    return payload.sub;
  } catch {
    return undefined;
  }
}
