// What stands round every call of the model: a bulkhead, one layer of retries, and a circuit breaker that sees each attempt.
import {
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  wrap,
} from 'cockatiel';
import { isFault, isWorthRepeating, toldToWaitMs } from './faults.ts';

export const MOST_AT_ONCE = 16;
const MOST_REPEATS = 2;
const FAULTS_TO_OPEN = 5;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 5_000;

export interface Guard {
  readonly isOpen: () => boolean;
  execute<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function guard({ cooldownMs }: { readonly cooldownMs: number }): Guard {
  // As many again may wait: the rest fall back to the rules instead of piling up sockets.
  const seats = bulkhead(MOST_AT_ONCE, MOST_AT_ONCE);
  const repeats = retry(handleWhen(isWorthRepeating), { maxAttempts: MOST_REPEATS, backoff: new DelegateBackoff(pauseMs) });
  const breaker = circuitBreaker(handleWhen(isFault), { halfOpenAfter: cooldownMs, breaker: new ConsecutiveBreaker(FAULTS_TO_OPEN) });
  const guarded = wrap(seats, repeats, breaker);
  return {
    isOpen: () => breaker.state === CircuitState.Open,
    // A pause between two attempts must not hold a request that nobody waits for.
    execute: (call, signal) => Promise.race([guarded.execute(call, signal), aborted(signal)]),
  };
}

/** Exponential with jitter, between half and the whole of 0.4, 0.8 … seconds; longer where the provider asks for it. */
export function pauseMs({ attempt, result }: Pick<IRetryBackoffContext<unknown>, 'attempt' | 'result'>): number {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempt - 1));
  const told = 'error' in result ? toldToWaitMs(result.error) : undefined;
  return (told ?? 0) + most / 2 + (Math.random() * most) / 2;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
