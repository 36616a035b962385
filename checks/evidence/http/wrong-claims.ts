// Claims that are wrong in exactly one way; a claim that the service's own tokens lack can't be wrong in them.
import type { JWTPayload } from 'jose';
import type { TokenRole } from '../../model.ts';

export type WrongClaims = { readonly role: TokenRole } & (
  | { readonly change: JWTPayload }
  | { readonly missing: string; readonly doesNotApply: true }
);

const hour = 3600;

/** `given`: the claims are those of a real token. */
export function wrongClaimsOf({ iat = 0, exp = 0, aud, iss }: JWTPayload, given: boolean): readonly WrongClaims[] {
  const without = (role: TokenRole, claim: string): WrongClaims => ({
    role,
    missing: `the token given names no ${claim}, so that it can name no wrong one`,
    doesNotApply: true,
  });
  return [
    { role: 'expired', change: { iat: iat - 3 * hour, exp: exp - 3 * hour } },
    { role: 'not-yet-valid', change: { nbf: iat + hour, exp: exp + 2 * hour } },
    given && aud === undefined ? without('wrong-audience', 'audience') : { role: 'wrong-audience', change: { aud: 'somebody-else' } },
    given && iss === undefined
      ? without('wrong-issuer', 'issuer')
      : { role: 'wrong-issuer', change: { iss: 'https://stranger.example/auth/v1' } },
  ];
}
