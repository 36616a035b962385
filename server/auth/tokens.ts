// Verifies access tokens (RFC 8725): pinned algorithms and keys, issuer, audience, expiry, role and subject.
import { hash } from 'node:crypto';
import { type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import { z } from 'zod';
import { busy, unauthorized } from '../problem.ts';
import { KeysUnavailable } from './keys.ts';
import type { User } from './user.ts';

export interface TokenRules {
  readonly issuer: string;
  /** Public keys by JWKS, or the legacy shared secret: never both, so that one cannot pose as the other. */
  readonly key: { readonly keys: JWTVerifyGetKey } | { readonly legacySecret: Uint8Array };
}
export type VerifyToken = (token: string) => Promise<User>;

const LONGEST_TOKEN = 4_096;
const claims = z.object({ sub: z.guid(), role: z.literal('authenticated'), exp: z.number() });

/** Gives the user a token speaks for; any other token is refused as a 401 problem. */
export function tokenVerifier({ issuer, key }: TokenRules): VerifyToken {
  const seen = new VerifiedTokens();
  const options: JWTVerifyOptions = {
    algorithms: 'keys' in key ? ['ES256', 'RS256'] : ['HS256'],
    issuer,
    audience: 'authenticated',
    requiredClaims: ['sub', 'exp', 'iat', 'role'],
    clockTolerance: 5,
  };
  const verified = async (token: string): Promise<JWTPayload> =>
    'keys' in key ? (await jwtVerify(token, key.keys, options)).payload : (await jwtVerify(token, key.legacySecret, options)).payload;
  return async (token) => {
    if (token.length > LONGEST_TOKEN) throw unauthorized({ invalid: true });
    const known = seen.user(token);
    if (known !== undefined) return known;
    try {
      const { sub, exp } = claims.parse(await verified(token));
      return seen.keep(token, { id: sub.toLowerCase() }, exp * 1_000);
    } catch (cause) {
      throw cause instanceof KeysUnavailable ? busy(cause) : unauthorized({ invalid: true, cause });
    }
  };
}

/** Tokens verified a moment ago, by their hash: an ES256 signature costs more than the rest of a request. */
class VerifiedTokens {
  readonly #users = new Map<string, { readonly user: User; readonly until: number }>();

  user(token: string): User | undefined {
    const key = hashOf(token);
    const entry = this.#users.get(key);
    if (entry === undefined || entry.until > Date.now()) return entry?.user;
    this.#users.delete(key);
    return undefined;
  }

  keep(token: string, user: User, expiresAt: number): User {
    const oldest = this.#users.keys().next();
    if (this.#users.size >= 10_000 && !oldest.done) this.#users.delete(oldest.value);
    this.#users.set(hashOf(token), { user, until: Math.min(expiresAt, Date.now() + 60_000) });
    return user;
  }
}

const hashOf = (token: string): string => hash('sha256', token, 'base64url');
