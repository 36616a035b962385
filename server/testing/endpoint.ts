// The Supabase-compatible endpoint over a database of its own, and clients of each kind for it.
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { portOf } from '../listen.ts';
import { listenLocally } from '../supabase/gateway.ts';
import { embeddedDatabase, noRealPostgres, realDatabase, type TestDatabase } from './databases.ts';
import { ada, bob, signed } from './tokens.ts';

const probe = () => readFile(new URL('probe.sql', import.meta.url), 'utf8');

/** Every database the endpoint is tested over; `skipped` says why one is not. */
export const worlds = [
  { world: 'the embedded Postgres', start: async () => embeddedDatabase(await probe()), skipped: undefined },
  { world: 'a real Postgres', start: async () => realDatabase(await probe()), skipped: noRealPostgres },
];

export interface TestEndpoint {
  readonly url: string;
  readonly issuer: string;
  readonly key: KeyObject;
  readonly anonKey: string;
  readonly serviceKey: string;
  readonly adas: SupabaseClient;
  readonly bobs: SupabaseClient;
  readonly service: SupabaseClient;
  readonly anon: SupabaseClient;
  /** What the endpoint could not answer: nothing, in a run that passes. */
  readonly reports: readonly unknown[];
  client(key: string, token?: string): SupabaseClient;
  stop(): Promise<void>;
}

export async function startEndpoint(start: () => Promise<TestDatabase>): Promise<TestEndpoint> {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [anonKey, serviceKey] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')];
  const issuer = 'http://issuer.test/auth/v1';
  const jwk = await exportJWK(publicKey);
  const keySet = { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256' }] };
  const reports: unknown[] = [];
  const { database, stop } = await start();
  const server = await listenLocally(
    database,
    { anonKey, serviceKey, issuer, keySet, signingKey: String(key.export({ type: 'pkcs8', format: 'pem' })) },
    { port: 0, report: (error) => reports.push(error) },
  );
  const url = `http://127.0.0.1:${portOf(server)}`;
  const client = (apiKey: string, token?: string) =>
    createClient(url, apiKey, {
      db: { retry: false },
      auth: { persistSession: false, autoRefreshToken: false },
      ...(token === undefined ? {} : { accessToken: () => Promise.resolve(token) }),
    });
  const tokenOf = (user: string) => signed({ sub: user, role: 'authenticated' }, { issuer, key });
  return {
    url,
    issuer,
    key,
    anonKey,
    serviceKey,
    reports,
    client,
    adas: client(anonKey, await tokenOf(ada)),
    bobs: client(anonKey, await tokenOf(bob)),
    service: client(serviceKey),
    anon: client(anonKey),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stop();
    },
  };
}
