// Everything the routes need, built once from the configuration.
import type { JSONWebKeySet } from 'jose';
import { embeddedKeySet, localKeys, remoteKeys } from './auth/keys.ts';
import { tokenVerifier, type VerifyToken } from './auth/tokens.ts';
import type { Config } from './config/config.ts';
import { type Llm, llmOff, openAi } from './llm/llm.ts';
import type { Log } from './log.ts';
import { InProcessStore } from './store/in-process.ts';
import type { Store } from './store/store.ts';

export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly llm: Llm;
  readonly verify: VerifyToken;
  /** The keys of the embedded mode, which serves its own JWKS. */
  readonly keySet: JSONWebKeySet | undefined;
  readonly lifecycle: { draining: boolean };
}

export async function createServices(config: Config, log: Log): Promise<Services> {
  const { EMBEDDED_SIGNING_KEY_FILE: keyFile } = config;
  const keySet = config.EMBEDDED && keyFile !== undefined ? await embeddedKeySet(keyFile) : undefined;
  return {
    config,
    log,
    store: createStore(config),
    // The embedded mode has no account: it talks to a model only where one is named.
    llm: config.PREMIUM_TIER_ENABLED && (!config.EMBEDDED || config.OPENAI_BASE_URL !== undefined) ? openAi(config) : llmOff,
    verify: tokenVerifier({ issuer: `${config.SUPABASE_URL.replace(/\/$/, '')}/auth/v1`, key: verificationKey(config, log, keySet) }),
    keySet,
    lifecycle: { draining: false },
  };
}

function createStore(config: Config): Store {
  if (!config.EMBEDDED) throw new Error('only the embedded store exists so far: set EMBEDDED=true');
  return new InProcessStore();
}

function verificationKey(config: Config, log: Log, keySet: JSONWebKeySet | undefined): Parameters<typeof tokenVerifier>[0]['key'] {
  if (keySet !== undefined) return { keys: localKeys(keySet) };
  if (config.ALLOW_LEGACY_HS256 && config.SUPABASE_JWT_SECRET !== undefined)
    return { legacySecret: new TextEncoder().encode(config.SUPABASE_JWT_SECRET) };
  return { keys: remoteKeys(new URL('/auth/v1/.well-known/jwks.json', config.SUPABASE_URL), log) };
}
