// Lets nobody through without a token of ours.
import type { NextFunction, Request, Response } from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { environment } from './environment.ts';

const issuer = `${environment.SUPABASE_URL}/auth/v1`;
const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: 5_000, cooldownDuration: 30_000 });

export async function requireUser(request: Request, response: Response, next: NextFunction): Promise<void> {
  const token = request.headers.authorization?.match(/^Bearer (.+)$/i)?.[1];
  try {
    if (token === undefined) throw new Error('no token');
    const { payload } = await jwtVerify(token, keys, { issuer, audience: 'authenticated', algorithms: ['ES256', 'RS256'] });
    response.locals.userId = payload.sub;
  } catch {
    response.status(401).set('WWW-Authenticate', 'Bearer').json({ title: 'Unauthorized', detail: 'Please sign in again.', status: 401 });
    return;
  }
  next();
}
