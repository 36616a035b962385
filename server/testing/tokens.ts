// Users and access tokens for tests, signed with keys made at run time.
import type { KeyObject } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';

export const ada = '11111111-1111-4111-8111-111111111111';
export const bob = '22222222-2222-4222-8222-222222222222';

export interface Signing {
  readonly issuer: string;
  readonly key: KeyObject | Uint8Array;
  readonly alg?: string;
  readonly audience?: string;
  readonly expires?: number | string;
}

export function signed(
  claims: JWTPayload,
  { issuer, key, alg = 'ES256', audience = 'authenticated', expires = '1h' }: Signing,
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
}
