// Every check, one line each: the only place that lists them.
import type { Check } from '../model.ts';
import apiDocumented from './api-documented/check.ts';
import apiVersioned from './api-versioned/check.ts';
import apmWired from './apm-wired/check.ts';
import backupsVerified from './backups-verified/check.ts';
import bodySizeLimited from './body-size-limited/check.ts';
import connectionsBounded from './connections-bounded/check.ts';
import containersHardened from './containers-hardened/check.ts';
import corsRestricted from './cors-restricted/check.ts';
import debugOff from './debug-off/check.ts';
import envComplete from './env-complete/check.ts';
import envValidatedAtStartup from './env-validated-at-startup/check.ts';
import errorMessagesSanitized from './error-messages-sanitized/check.ts';
import errorResponsesPrivate from './error-responses-private/check.ts';
import healthChecksDependencies from './health-checks-dependencies/check.ts';
import jwtVerified from './jwt-verified/check.ts';
import llmCircuitBroken from './llm-circuit-broken/check.ts';
import llmRetriesBackedOff from './llm-retries-backed-off/check.ts';
import llmSpendCapped from './llm-spend-capped/check.ts';
import loadTested from './load-tested/check.ts';
import logLevelFromEnvironment from './log-level-from-environment/check.ts';
import logsStructured from './logs-structured/check.ts';
import logsThroughLogger from './logs-through-logger/check.ts';
import metricsExposed from './metrics-exposed/check.ts';
import migrationsCurrent from './migrations-current/check.ts';
import migrationsSafe from './migrations-safe/check.ts';
import objectsOwned from './objects-owned/check.ts';
import postsIdempotent from './posts-idempotent/check.ts';
import queriesOptimized from './queries-optimized/check.ts';
import rateLimitEnforced from './rate-limit-enforced/check.ts';
import readsCached from './reads-cached/check.ts';
import requestIdsTraced from './request-ids-traced/check.ts';
import requestsLogged from './requests-logged/check.ts';
import requestsTimeOut from './requests-time-out/check.ts';
import rlsEnforced from './rls-enforced/check.ts';
import securityHeadersSet from './security-headers-set/check.ts';
import serviceKeyContained from './service-key-contained/check.ts';
import shutdownGraceful from './shutdown-graceful/check.ts';
import tracesPropagated from './traces-propagated/check.ts';

export const catalog: readonly Check[] = [
  corsRestricted,
  envComplete,
  envValidatedAtStartup,
  errorResponsesPrivate,
  jwtVerified,
  logsThroughLogger,
  objectsOwned,
  requestsTimeOut,
  rlsEnforced,
  serviceKeyContained,
  migrationsCurrent,
  healthChecksDependencies,
  logLevelFromEnvironment,
  logsStructured,
  shutdownGraceful,
  rateLimitEnforced,
  requestIdsTraced,
  errorMessagesSanitized,
  apiVersioned,
  bodySizeLimited,
  metricsExposed,
  debugOff,
  securityHeadersSet,
  postsIdempotent,
  llmSpendCapped,
  connectionsBounded,
  migrationsSafe,
  llmCircuitBroken,
  llmRetriesBackedOff,
  requestsLogged,
  apiDocumented,
  readsCached,
  apmWired,
  tracesPropagated,
  containersHardened,
  loadTested,
  backupsVerified,
  queriesOptimized,
];
