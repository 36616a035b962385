// Where the keys come from that tokens are verified with: Supabase's JWKS, or in embedded mode one key of our own.
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  exportJWK,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { Log } from '../log.ts';

const FRESH_FOR_MS = 10 * 60_000;
const USABLE_FOR_MS = 24 * 3_600_000;
const COOLDOWN_MS = 30_000;
const AFTER_A_FAILURE_MS = 2_000;

/** No key was ever loaded: the token may be good, and nobody can tell. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** The project's public keys. When they cannot be fetched again, the last good ones serve for 24 hours. */
export function remoteKeys(url: URL, log: Log): JWTVerifyGetKey {
  // jose drops keys it still holds when a refresh fails, and takes such a failure for a bad token: so when to fetch is decided here.
  const never = Number.POSITIVE_INFINITY;
  const keys = createRemoteJWKSet(url, { cacheMaxAge: never, cooldownDuration: never, timeoutDuration: 3_000 });
  let loadedAt = 0;
  let attempt = { at: 0, failed: false };
  let reloading: Promise<void> | undefined;
  const reload = async (): Promise<void> => {
    attempt = { at: Date.now(), failed: false };
    try {
      await keys.reload();
      loadedAt = Date.now();
    } catch (cause) {
      attempt.failed = true;
      log.warn({ error: cause }, 'the signing keys could not be fetched; those we have serve on');
      throw new KeysUnavailable('the signing keys could not be loaded', { cause });
    } finally {
      reloading = undefined;
    }
  };
  /** Anybody can send a token that makes us ask, so we ask seldom; once for all who wait. */
  const refreshed = (): Promise<void> => {
    const pauseMs = attempt.failed ? AFTER_A_FAILURE_MS : COOLDOWN_MS;
    if (Date.now() - attempt.at > pauseMs) reloading ??= reload();
    if (reloading !== undefined) return reloading;
    return attempt.failed ? Promise.reject(new KeysUnavailable('the signing keys could not be loaded a moment ago')) : Promise.resolve();
  };
  return async (header, token) => {
    const age = Date.now() - loadedAt;
    if (age > USABLE_FOR_MS) await refreshed();
    else if (age > FRESH_FOR_MS) refreshed().catch(() => undefined);
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // It may be signed with a new key. Who cannot look must not say that it is bad.
      await refreshed();
      return keys(header, token);
    }
  };
}

/** The public half of the embedded mode's key, as the JWKS it serves. */
export async function embeddedKeySet(privateKeyFile: string): Promise<JSONWebKeySet> {
  const jwk = await exportJWK(createPublicKey(await readFile(privateKeyFile)));
  if (jwk.crv !== 'P-256') throw new Error('the embedded signing key is no P-256 key');
  return { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' }] };
}

export const localKeys = (keySet: JSONWebKeySet): JWTVerifyGetKey => createLocalJWKSet(keySet);
