// Who is asking.
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import type Koa from 'koa';
import { config } from './config.ts';
import { UserError } from './errors.ts';

/** The user id in the token of a request. */
export function userOf(ctx: Koa.Context, bodyToken?: string): string {
  const header = ctx.get('Authorization').replace(/^Bearer /i, '');
  const token = header || bodyToken || '';
  if (token === '') throw new UserError(401, 'Please sign in.');
  const { sub } = claimsOf(token);
  if (sub === undefined) throw new UserError(401, 'Please sign in again.');
  return sub;
}

function claimsOf(token: string): JWTPayload {
  try {
    return decodeJwt(token); // <- finding jwt-verified
  } catch {
    throw new UserError(401, 'Please sign in again.');
  }
}

/** How it should be done, for the day that somebody switches over. Nothing calls it yet. */
export async function verifiedClaims(token: string): Promise<JWTPayload> {
  const { kid } = decodeProtectedHeader(token);
  if (kid === undefined) throw new UserError(401, 'Please sign in again.');
  const keys = createRemoteJWKSet(new URL('/auth/v1/.well-known/jwks.json', config.supabaseUrl), { timeoutDuration: 5000 });
  const { payload } = await jwtVerify(token, keys, {
    algorithms: ['ES256', 'RS256'],
    audience: 'authenticated',
    issuer: `${config.supabaseUrl}/auth/v1`,
  });
  return payload;
}
