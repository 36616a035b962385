// What a scenario says of its requests as a whole, and what counts where it says nothing.
import { durationMs } from '../thresholds/parse.ts';
import type { Scenario } from './schema.ts';

export function limitsOf({
  timeout = '10s',
  connections = 500,
  together = '0ms',
}: Pick<Scenario, 'timeout' | 'connections' | 'together'>): {
  readonly timeoutMs: number;
  readonly connections: number;
  readonly togetherMs: number;
} {
  return { timeoutMs: durationMs(timeout) ?? 10_000, connections, togetherMs: durationMs(together) ?? 0 };
}
