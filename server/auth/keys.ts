// Where the keys come from that tokens are verified with: Supabase's JWKS, or in embedded mode one key of our own.
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, createLocalJWKSet, createRemoteJWKSet, exportJWK, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Log } from '../log.ts';

const FRESH_FOR_MS = 10 * 60_000;
const USABLE_FOR_MS = 24 * 3_600_000;

/** No key was ever loaded: the token may be good, and nobody can tell. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** The project's public keys. When they cannot be fetched again, the last good ones serve for 24 hours. */
export function remoteKeys(url: URL, log: Log): JWTVerifyGetKey {
  // jose drops keys it still holds when a refresh fails; so it is told they never age, and ageing is done here.
  const keys = createRemoteJWKSet(url, { cacheMaxAge: Number.POSITIVE_INFINITY, cooldownDuration: 30_000, timeoutDuration: 3_000 });
  let loadedAt = 0;
  let reloading: Promise<void> | undefined;
  const reload = async (): Promise<void> => {
    try {
      await keys.reload();
      loadedAt = Date.now();
    } catch (cause) {
      throw new KeysUnavailable('the signing keys could not be loaded', { cause });
    } finally {
      reloading = undefined;
    }
  };
  return async (header, token) => {
    const age = Date.now() - loadedAt;
    if (age > FRESH_FOR_MS) {
      reloading ??= reload();
      if (age > USABLE_FOR_MS) await reloading;
      else reloading.catch((error: unknown) => log.warn({ error }, 'signing keys could not be refreshed; the last good ones serve on'));
    }
    return keys(header, token);
  };
}

/** The public half of the embedded mode's key, as the JWKS it serves. */
export async function embeddedKeySet(privateKeyFile: string): Promise<JSONWebKeySet> {
  const jwk = await exportJWK(createPublicKey(await readFile(privateKeyFile)));
  if (jwk.crv !== 'P-256') throw new Error('the embedded signing key is no P-256 key');
  return { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' }] };
}

export const localKeys = (keySet: JSONWebKeySet): JWTVerifyGetKey => createLocalJWKSet(keySet);
