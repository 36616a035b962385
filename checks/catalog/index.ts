// Every check, one line each: the only place that lists them.
import type { Check } from '../model.ts';
import corsRestricted from './cors-restricted/check.ts';
import envComplete from './env-complete/check.ts';
import envValidatedAtStartup from './env-validated-at-startup/check.ts';
import errorResponsesPrivate from './error-responses-private/check.ts';
import jwtVerified from './jwt-verified/check.ts';
import loadTested from './load-tested/check.ts';
import logsThroughLogger from './logs-through-logger/check.ts';
import migrationsCurrent from './migrations-current/check.ts';
import requestsTimeOut from './requests-time-out/check.ts';
import serviceKeyContained from './service-key-contained/check.ts';

export const catalog: readonly Check[] = [
  corsRestricted,
  envComplete,
  envValidatedAtStartup,
  errorResponsesPrivate,
  jwtVerified,
  logsThroughLogger,
  requestsTimeOut,
  serviceKeyContained,
  migrationsCurrent,
  loadTested,
];
