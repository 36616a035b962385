// Every check, one line each: the only place that lists them.
import type { Check } from '../model.ts';
import corsRestricted from './cors-restricted/check.ts';
import envComplete from './env-complete/check.ts';
import jwtVerified from './jwt-verified/check.ts';
import loadTested from './load-tested/check.ts';

export const catalog: readonly Check[] = [corsRestricted, envComplete, jwtVerified, loadTested];
