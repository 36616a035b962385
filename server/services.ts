// Everything the routes need, built once from the configuration.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { embeddedKeySet, remoteKeys } from './auth/keys.ts';
import { tokenVerifier, type VerifyToken } from './auth/tokens.ts';
import type { Config } from './config/config.ts';
import { completePlan } from './jobs/complete-plan.ts';
import { jobQueue } from './jobs/queue.ts';
import { type Runner, runJobs } from './jobs/runner.ts';
import { embedDocuments } from './knowledge/embed-documents.ts';
import { dailyBudget } from './llm/budget.ts';
import { type Llm, llmOff } from './llm/llm.ts';
import { startLocalModel } from './llm/local-model.ts';
import { openAi } from './llm/open-ai.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { type IdempotencyKeys, idempotencyKeys } from './shared/idempotency.ts';
import { type ReadCache, readCache } from './shared/read-cache.ts';
import type { SharedMemory } from './shared/redis.ts';
import { connectProject } from './store/project.ts';
import type { Store } from './store/store.ts';
import { SupabaseStore } from './store/supabase.ts';
import { startProject } from './supabase/project.ts';

export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly store: Store;
  /** What servers side by side share besides the database; undefined where each is alone. */
  readonly shared: SharedMemory | undefined;
  readonly cache: ReadCache;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly jobs: Runner;
  readonly llm: Llm;
  /** Resolves when the knowledge base was embedded as far as it can be. */
  readonly documentsReady: Promise<void>;
  readonly verify: VerifyToken;
  /** The keys of the embedded mode, which serves its own JWKS. */
  readonly keySet: JSONWebKeySet | undefined;
  readonly lifecycle: { draining: boolean };
  /** Ends what was started for the routes, once no request is left. */
  stop(): Promise<void>;
}

export async function createServices(config: Config, log: Log): Promise<Services> {
  const { EMBEDDED_SIGNING_KEY_FILE: keyFile } = config;
  const keySet = config.EMBEDDED && keyFile !== undefined ? await embeddedKeySet(keyFile) : undefined;
  const embedded = keySet !== undefined && keyFile !== undefined ? await startEmbedded(config, keyFile, keySet, log) : undefined;
  if (embedded !== undefined) log.info({ url: embedded.url }, 'the embedded Supabase project answers');
  // From here on the embedded project and a hosted one are the same to us.
  const url = embedded?.url ?? config.SUPABASE_URL;
  const project = connectProject(url, config);
  const model = config.EMBEDDED && config.OPENAI_BASE_URL === undefined ? await startLocalModel(config.OPENAI_API_KEY) : undefined;
  const metrics = createMetrics();
  // Its client is not even read from disk where there is no Redis.
  const shared =
    config.REDIS_URL === undefined ? undefined : (await import('./shared/redis.ts')).connectRedis(config.REDIS_URL, log, metrics);
  const cache = readCache(config.READ_CACHE_MS, shared);
  const store = new SupabaseStore(project, cache);
  const budget = dailyBudget(project, config.LLM_TOKENS_PER_USER_AND_DAY);
  const llm = config.PREMIUM_TIER_ENABLED ? openAi({ config, budget, metrics, log, baseUrl: model?.url }) : llmOff;
  const matching = config.PLAYBOOK_CONTEXT_MATCHING_ENABLED && llm.state() !== 'off';
  const documentsReady = matching ? embedDocuments(project, llm, log) : Promise.resolve();
  const jobs = runJobs(jobQueue(project), { 'complete-plan': completePlan({ config, llm, log, store, documentsReady }) }, log, metrics);
  return {
    config,
    log,
    metrics,
    store,
    shared,
    cache,
    idempotencyKeys: idempotencyKeys(project, config.PLAN_DEADLINE_MS),
    jobs,
    llm,
    documentsReady,
    verify: tokenVerifier({ issuer: issuerOf(config), key: verificationKey(url, config, log) }),
    keySet,
    lifecycle: { draining: false },
    stop: async () => {
      await jobs.stop();
      shared?.close();
      await Promise.all([project.close(), llm.close()]);
      await Promise.all([model?.stop(), embedded?.stop()]);
    },
  };
}

const issuerOf = ({ SUPABASE_URL: url }: Config): string => `${url.replace(/\/$/, '')}/auth/v1`;

async function startEmbedded(config: Config, keyFile: string, keySet: JSONWebKeySet, log: Log): ReturnType<typeof startProject> {
  const { SUPABASE_ANON_KEY: anonKey, SUPABASE_SERVICE_ROLE_KEY: serviceKey } = config;
  const folder = config.EMBEDDED_DATA_FOLDER ?? join(dirname(keyFile), 'database');
  const keys = { anonKey, serviceKey, keySet, issuer: issuerOf(config), signingKey: await readFile(keyFile, 'utf8') };
  return startProject({ folder, port: config.EMBEDDED_PORT, keys }, log);
}

function verificationKey(url: string, config: Config, log: Log): Parameters<typeof tokenVerifier>[0]['key'] {
  if (config.ALLOW_LEGACY_HS256 && config.SUPABASE_JWT_SECRET !== undefined)
    return { legacySecret: new TextEncoder().encode(config.SUPABASE_JWT_SECRET) };
  return { keys: remoteKeys(new URL('/auth/v1/.well-known/jwks.json', url), log) };
}
