// Who calls the endpoint: the project's two keys stand for a role, a user's token for a user.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Caller } from './rest/rest.ts';
import { RestError } from './rest/rest-error.ts';

export interface ProjectKeys {
  readonly anonKey: string;
  readonly serviceKey: string;
  readonly keySet: JSONWebKeySet;
  /** Who signs the users' tokens. */
  readonly issuer: string;
  /** The private half, PKCS#8 PEM: users sign up and in here. Without it their tokens come from somewhere else. */
  readonly signingKey?: string | undefined;
}
export type ReadCaller = (headers: IncomingHttpHeaders) => Promise<Caller>;
const MOST_REMEMBERED = 1_000;

export function callersOf({ anonKey, serviceKey, keySet, issuer }: ProjectKeys): ReadCaller {
  const keys = createLocalJWKSet(keySet);
  const remembered = new Map<string, JWTPayload>();
  const roleOf = (key: string): Caller['role'] | undefined =>
    sameText(key, serviceKey) ? 'service_role' : sameText(key, anonKey) ? 'anon' : undefined;

  const claimsOf = async (token: string): Promise<JWTPayload> => {
    const known = remembered.get(token);
    if (known?.exp !== undefined && known.exp * 1_000 > Date.now()) return known;
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['ES256'],
      issuer,
      audience: 'authenticated',
      requiredClaims: ['sub', 'exp'],
    });
    if (payload.role !== 'authenticated') throw new Error('no user');
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(token, payload);
    return payload;
  };

  return async ({ apikey, authorization = '' }) => {
    const role = typeof apikey === 'string' ? roleOf(apikey) : undefined;
    if (role === undefined) throw new RestError(401, 'PGRST301', 'No valid API key found in request');
    const bearer = authorization.replace(/^Bearer +/i, '');
    if (bearer === '' || bearer === apikey) return { role, claims: { role } };
    const keyRole = roleOf(bearer);
    if (keyRole !== undefined) return { role: keyRole, claims: { role: keyRole } };
    try {
      return { role: 'authenticated', claims: await claimsOf(bearer) };
    } catch {
      throw new RestError(401, 'PGRST301', 'JWT invalid or expired');
    }
  };
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
