// Verifies access tokens (RFC 8725): pinned algorithms and keys, issuer, audience, expiry, role and subject.
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
/** At once for a token that was verified a moment ago. */
export type VerifyToken = (token: string) => Promise<User> | User;

const LONGEST_TOKEN = 4_096;
const REMEMBERED_MS = 60_000;
/** Twice as many, when more come at once. */
const MOST_REMEMBERED = 5_000;
// RFC 7515, 7.1. The library reads over spaces and padding: one token would be verified, remembered and handed on in any number of spellings.
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;
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
  const look = async (token: string): Promise<User> => {
    if (token.length > LONGEST_TOKEN || !compact.test(token)) throw unauthorized({ invalid: true });
    try {
      const { sub, exp } = claims.parse(await verified(token));
      return seen.keep(token, { id: sub.toLowerCase() }, exp * 1_000);
    } catch (cause) {
      throw cause instanceof KeysUnavailable ? busy(cause) : unauthorized({ invalid: true, cause });
    }
  };
  return (token) => seen.user(token) ?? look(token);
}

interface Verified {
  readonly token: string;
  readonly user: User;
  readonly until: number;
}

/**
 * Tokens verified a moment ago: an ES256 signature costs more than the rest of a request. By themselves and not by their hash, which would
 * have to be made for each request. The price: a dump of our memory holds the tokens of the last two minutes, not only those of the
 * requests under way.
 */
class VerifiedTokens {
  #users = new Map<string, Verified>();
  #before = new Map<string, Verified>();
  #forgetting: NodeJS.Timeout | undefined;

  user(token: string): User | undefined {
    const signature = signatureOf(token);
    const entry = this.#users.get(signature) ?? this.#before.get(signature);
    return entry?.token === token && entry.until > Date.now() ? entry.user : undefined;
  }

  keep(token: string, user: User, expiresAt: number): User {
    if (this.#users.size >= MOST_REMEMBERED) this.#forget();
    this.#users.set(signatureOf(token), { token, user, until: Math.min(expiresAt, Date.now() + REMEMBERED_MS) });
    this.#forgetting ??= setInterval(() => this.#forget(), REMEMBERED_MS).unref();
    return user;
  }

  /** What was kept before the last time; without a newcomer in between, all of it. */
  #forget(): void {
    this.#before = this.#users;
    this.#users = new Map();
    if (this.#before.size > 0) return;
    clearInterval(this.#forgetting);
    this.#forgetting = undefined;
  }
}

/** Found by it and then compared as a whole: to find it by all of itself would cost more than the comparison. */
const signatureOf = (token: string): string => token.slice(token.lastIndexOf('.') + 1);
