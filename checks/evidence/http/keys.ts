// Signing and public keys from what the operator gave: a shared secret, a PEM private key, or a JWKS.
import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

export interface SigningKey {
  readonly key: KeyObject;
  readonly algorithm: string;
  readonly shared: boolean;
}

/** A key to sign with; undefined where none was given, an Error where what was given is none. */
export function signingKeyOf(text: string | undefined): SigningKey | undefined {
  if (text === undefined || text === '') return undefined;
  if (!text.includes('-----BEGIN')) return { key: createSecretKey(text, 'utf8'), algorithm: 'HS256', shared: true };
  let key: KeyObject;
  try {
    key = createPrivateKey(text.replaceAll('\\n', '\n'));
  } catch {
    throw new Error('the signing key given is no readable private key');
  }
  return { key, algorithm: algorithmOf(key), shared: false };
}

function algorithmOf(key: KeyObject): string {
  if (key.asymmetricKeyType === 'rsa') return 'RS256';
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === 'secp384r1') return 'ES384';
  return curve === 'secp521r1' ? 'ES512' : 'ES256';
}

const setSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) });

export interface PublicKey {
  readonly pem: string;
  readonly kid: string | undefined;
}

/** The asymmetric keys of a JWKS; those that can't be read are left out. */
export function publicKeysOf(jwks: unknown): readonly PublicKey[] {
  const parsed = setSchema.safeParse(jwks);
  if (!parsed.success) return [];
  return parsed.data.keys.flatMap((jwk) => {
    try {
      return [{ pem: pemOf(createPublicKey({ key: jwk, format: 'jwk' })), kid: jwk.kid }];
    } catch {
      return [];
    }
  });
}

/** The public half of a key in PEM. */
export function pemOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return half.export({ type: 'spki', format: 'pem' }).toString();
}
